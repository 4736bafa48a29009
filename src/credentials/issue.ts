import { randomUUID } from 'node:crypto'
import { paths } from '../paths.ts'
import type { RoomDependencies } from '../people/index.ts'
import type { Tx } from '../platform/database/connection.ts'
import type { Language } from '../platform/languages.ts'
import { credentialMessages } from './messages.ts'
import { type CredentialKind, type CredentialSubject, findHolder, insertCredential } from './store.ts'

/**
 * Gives someone the credential for what they finished: once for a person and a course or pathway, however often it is asked. The
 * transaction is the holder's own, a lead's or advisor's of the holder's community, or the service's. Nothing is signed here: that
 * happens when the credential is first looked at, so that this is quick and takes part in the caller's transaction.
 *
 * @param given.holderName as it will stand on the certificate
 * @param given.subject what was finished, as it is now; `id` of the catalogue item, or of the journey whose pathway it was
 * @param given.language of the certificate
 * @returns the credential's id, for `paths.credentials(language, id)`, and whether it is new
 */
export async function issueCredential(
  deps: Pick<RoomDependencies, 'queueMail' | 'origin'>,
  tx: Tx,
  given: {
    personId: string
    holderName: string
    kind: CredentialKind
    subject: CredentialSubject
    language: Language
    at: Date
  },
): Promise<{ id: string; isNew: boolean }> {
  const outcome = await insertCredential(tx, { ...given, id: randomUUID(), subjectIri: randomUUID() })
  // A course is finished by the learner, who sees the certificate there; a pathway may be closed by someone else.
  if (outcome.isNew && given.kind === 'pathway') {
    const holder = await findHolder(tx, given.personId)
    if (holder) {
      const t = credentialMessages[holder.language]
      await deps.queueMail(
        tx,
        {
          key: `credential.issued:${outcome.id}`,
          kind: 'message',
          to: { address: holder.email, name: holder.name, personId: given.personId },
          language: holder.language,
          subject: t.mailIssuedSubject,
          paragraphs: [t.mailIssued],
          link: { label: t.mailIssuedLink, href: deps.origin + paths.credentials(holder.language, outcome.id) },
        },
        given.at,
      )
    }
  }
  return outcome
}
