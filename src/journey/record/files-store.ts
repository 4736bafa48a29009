import { randomUUID } from 'node:crypto'
import type { Tx } from '../../platform/database/connection.ts'
import { NotFoundError } from '../../platform/errors.ts'
import type { Upload } from '../../platform/uploads/upload.ts'

/** What a file is for. */
export const filePurposes = ['evidence', 'protocol', 'action', 'message', 'community'] as const
export type FilePurpose = (typeof filePurposes)[number]

/** A file of a community, without its content. */
export type StoredFile = {
  id: string
  communityId: string
  journeyId: string | undefined
  uploadedBy: string | undefined
  purpose: FilePurpose
  name: string
  mediaType: string
  size: number
  /** For the community's own people alone. */
  staysWithUs: boolean
  /** How the community asks that it be used, in its words or those of a label. */
  label: string | undefined
  uploadedAt: Date
}

const columns = [
  'id',
  'community_id',
  'journey_id',
  'uploaded_by',
  'purpose',
  'name',
  'media_type',
  'size',
  'stays_with_us',
  'label',
  'uploaded_at',
] as const

/**
 * Stores a checked file.
 *
 * @returns its id
 */
export async function insertFile(
  tx: Tx,
  given: {
    upload: Upload
    communityId: string
    journeyId?: string | undefined
    purpose: FilePurpose
    staysWithUs?: boolean
    label?: string | undefined
    by: string
    at: Date
  },
): Promise<string> {
  const id = randomUUID()
  const { upload } = given
  await tx
    .insertInto('journey_file')
    .values({
      id,
      community_id: given.communityId,
      journey_id: given.journeyId ?? null,
      uploaded_by: given.by,
      purpose: given.purpose,
      name: upload.name,
      media_type: upload.mediaType,
      size: upload.content.length,
      sha256: upload.sha256,
      content: upload.content,
      stays_with_us: given.staysWithUs ?? false,
      label: given.label ?? null,
      uploaded_at: given.at,
    })
    .execute()
  return id
}

/** @throws NotFoundError when there is none that the transaction's person may see */
export async function getFile(tx: Tx, communityId: string, id: string): Promise<StoredFile & { content: Buffer }> {
  const row = await tx
    .selectFrom('journey_file')
    .select([...columns, 'content'])
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw new NotFoundError()
  return { ...fileOf(row), content: row.content }
}

/** How many files a page of the list holds. */
export const filesOnAPage = 50

/**
 * The files of a community, newest first. Evidence is not among them: it belongs to one person's answer (Method 4.4).
 *
 * @param page from 1 on
 */
export async function listFiles(
  tx: Tx,
  communityId: string,
  page = 1,
): Promise<{ files: StoredFile[]; more: boolean }> {
  const rows = await tx
    .selectFrom('journey_file')
    .select(columns)
    .where('community_id', '=', communityId)
    .where('purpose', '!=', 'evidence')
    .orderBy('uploaded_at', 'desc')
    .orderBy('id')
    .limit(filesOnAPage + 1)
    .offset((page - 1) * filesOnAPage)
    .execute()
  return { files: rows.slice(0, filesOnAPage).map(fileOf), more: rows.length > filesOnAPage }
}

/** Takes a file away for good. */
export async function deleteFile(tx: Tx, communityId: string, id: string): Promise<void> {
  await tx.deleteFrom('journey_file').where('community_id', '=', communityId).where('id', '=', id).execute()
}

/** What a person uploaded, for their own export. */
export async function listFilesOf(tx: Tx, personId: string): Promise<StoredFile[]> {
  const rows = await tx
    .selectFrom('journey_file')
    .select(columns)
    .where('uploaded_by', '=', personId)
    .orderBy('uploaded_at')
    .limit(2000)
    .execute()
  return rows.map(fileOf)
}

type Row = {
  id: string
  community_id: string
  journey_id: string | null
  uploaded_by: string | null
  purpose: string
  name: string
  media_type: string
  size: number
  stays_with_us: boolean
  label: string | null
  uploaded_at: Date
}

function fileOf(row: Row): StoredFile {
  return {
    id: row.id,
    communityId: row.community_id,
    journeyId: row.journey_id ?? undefined,
    uploadedBy: row.uploaded_by ?? undefined,
    purpose: filePurposes.find((purpose) => purpose === row.purpose) ?? 'community',
    name: row.name,
    mediaType: row.media_type,
    size: row.size,
    staysWithUs: row.stays_with_us,
    label: row.label ?? undefined,
    uploadedAt: row.uploaded_at,
  }
}

/** Deletes what someone uploaded to show their own answers: that is theirs alone. @returns how many files */
export async function deleteEvidenceOf(tx: Tx, personId: string): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('journey_file')
    .where('uploaded_by', '=', personId)
    .where('purpose', '=', 'evidence')
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}
