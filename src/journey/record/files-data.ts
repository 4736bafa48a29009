import type { PersonalData } from '../../people/index.ts'
import { deleteEvidenceOf, listFilesOf } from './files-store.ts'

/** Files that a person uploaded. On deletion the community keeps those it works with, without the name; answers take theirs along. */
export const filesData: PersonalData = {
  name: 'files',
  async export(tx, { personId }) {
    const files = await listFilesOf(tx, personId)
    return files.map((file) => ({
      file: file.id,
      community: file.communityId,
      name: file.name,
      purpose: file.purpose,
      size: file.size,
      label: file.label ?? null,
      uploadedAt: file.uploadedAt.toISOString(),
    }))
  },
  erase: (tx, { personId }) => deleteEvidenceOf(tx, personId),
}
