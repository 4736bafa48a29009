import { say } from '../content/text.ts'
import type { PersonalData } from '../people/index.ts'
import { deleteCredentialsOf, listCredentialsOf } from './store.ts'

/**
 * A person's certificates. They go with the account, and so do their pages; the status list keeps their places, which say nothing
 * about anyone.
 */
export const ownCredentials: PersonalData = {
  name: 'certificates',
  export: async (tx, { personId }) =>
    (await listCredentialsOf(tx, personId)).map((credential) => ({
      id: credential.id,
      kind: credential.kind,
      of: credential.subject.id,
      title: say(credential.subject.title, credential.language).text,
      name: credential.holderName,
      issuedAt: credential.issuedAt.toISOString(),
      hidden: credential.hidden,
      revokedAt: credential.revokedAt?.toISOString() ?? null,
      revokedReason: credential.revokedReason ?? null,
      signed: credential.signed === undefined ? null : JSON.stringify(credential.signed),
    })),
  erase: (tx, { personId }) => deleteCredentialsOf(tx, personId),
}
