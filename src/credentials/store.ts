import { sql } from 'kysely'
import type { Text } from '../content/schema.ts'
import type { Tx } from '../platform/database/connection.ts'
import type { Language } from '../platform/languages.ts'

export type CredentialKind = 'course' | 'pathway'

/** What was finished, as it was on that day. */
export type CredentialSubject = {
  /** Of the catalogue item, or of the journey whose pathway it was. */
  id: string
  title: Text
  /** Hours of learning it takes, or took. */
  hours?: number
  /** What whoever finished it can do now, or the items of the pathway. */
  objectives: Text[]
}

/** A credential as it is kept. */
export type IssuedCredential = {
  id: string
  personId: string
  holderName: string
  subjectIri: string
  kind: CredentialKind
  subject: CredentialSubject
  language: Language
  issuedAt: Date
  list: number
  position: number
  hidden: boolean
  /** With its proof; nothing until it is first looked at. */
  signed: Record<string, unknown> | undefined
  revokedAt: Date | undefined
  revokedReason: string | undefined
}

/** Puts a new credential on file, once for a person and what they finished; nothing is signed yet. */
export async function insertCredential(
  tx: Tx,
  given: {
    id: string
    personId: string
    holderName: string
    subjectIri: string
    kind: CredentialKind
    subject: CredentialSubject
    language: Language
    at: Date
  },
): Promise<{ id: string; isNew: boolean }> {
  const { id: subjectId, ...what } = given.subject
  const { rows } = await sql<{ id: string; is_new: boolean }>`
    SELECT id, is_new FROM credentials_issue(${given.id}::uuid, ${given.personId}::uuid, ${given.holderName},
      ${given.subjectIri}::uuid, ${given.kind}, ${subjectId}, ${JSON.stringify(what)}::jsonb, ${given.language},
      ${given.at}::timestamptz)`.execute(tx)
  const [row] = rows
  if (row === undefined) throw new Error('A credential was neither made nor found')
  return { id: row.id, isNew: row.is_new }
}

const issued = (tx: Tx) =>
  tx
    .selectFrom('credentials_issued as issued')
    .innerJoin('credentials_status as status', (join) =>
      join.onRef('status.list_number', '=', 'issued.list_number').onRef('status.position', '=', 'issued.position'),
    )
    .selectAll('issued')
    .select('status.revoked_at')

type Row = Awaited<ReturnType<ReturnType<typeof issued>['executeTakeFirstOrThrow']>>

function credentialOf(row: Row): IssuedCredential {
  return {
    id: row.id,
    personId: row.person_id,
    holderName: row.holder_name,
    subjectIri: row.subject_iri,
    kind: row.kind as CredentialKind,
    subject: { id: row.subject_id, ...(row.subject as Omit<CredentialSubject, 'id'>) },
    language: row.language as Language,
    issuedAt: row.issued_at,
    list: row.list_number,
    position: row.position,
    hidden: row.hidden,
    signed: (row.signed as Record<string, unknown> | null) ?? undefined,
    revokedAt: row.revoked_at ?? undefined,
    revokedReason: row.revoked_reason ?? undefined,
  }
}

/** A credential by its id: as far as the transaction's person may see it, the holder and those who may revoke it. */
export async function findCredential(tx: Tx, id: string): Promise<IssuedCredential | undefined> {
  const row = await issued(tx).where('issued.id', '=', id).executeTakeFirst()
  return row && credentialOf(row)
}

/** The same for anyone who knows its address, unless its holder hides it; the transaction's purpose is `service`. */
export async function findShownCredential(tx: Tx, id: string): Promise<IssuedCredential | undefined> {
  const row = await issued(tx).where('issued.id', '=', id).where('issued.hidden', '=', false).executeTakeFirst()
  return row && credentialOf(row)
}

/** Takes the row's lock, so that it is signed once. */
export async function lockCredential(tx: Tx, id: string): Promise<IssuedCredential | undefined> {
  const row = await issued(tx).where('issued.id', '=', id).forUpdate('issued').executeTakeFirst()
  return row && credentialOf(row)
}

/** A person's credentials, newest first. */
export async function listCredentialsOf(tx: Tx, personId: string): Promise<IssuedCredential[]> {
  const rows = await issued(tx)
    .where('issued.person_id', '=', personId)
    .orderBy('issued.issued_at', 'desc')
    .orderBy('issued.id')
    .limit(500)
    .execute()
  return rows.map(credentialOf)
}

/**
 * Credentials for those who may revoke one, newest first.
 *
 * @param given.words part of a holder's name, or a credential's whole id
 * @param given.offset how many to leave out
 */
export async function listCredentials(
  tx: Tx,
  given: { words: string; offset: number; limit: number },
): Promise<IssuedCredential[]> {
  let query = issued(tx)
    .orderBy('issued.issued_at', 'desc')
    .orderBy('issued.id')
    .limit(given.limit)
    .offset(given.offset)
  if (given.words !== '') {
    const like = `%${given.words.replaceAll(/[\\%_]/g, '\\$&')}%`
    query = query.where((eb) =>
      eb.or([eb('issued.holder_name', 'ilike', like), eb(sql<string>`issued.id::text`, '=', given.words)]),
    )
  }
  return (await query.execute()).map(credentialOf)
}

/** Shows or hides a person's own credential. */
export async function setHidden(tx: Tx, given: { id: string; personId: string; hidden: boolean }): Promise<boolean> {
  const changed = await tx
    .updateTable('credentials_issued')
    .set({ hidden: given.hidden })
    .where('id', '=', given.id)
    .where('person_id', '=', given.personId)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

/** Deletes a person's own credential; its place in the status list stays taken. */
export async function deleteCredential(tx: Tx, given: { id: string; personId: string }): Promise<boolean> {
  const gone = await tx
    .deleteFrom('credentials_issued')
    .where('id', '=', given.id)
    .where('person_id', '=', given.personId)
    .executeTakeFirst()
  return gone.numDeletedRows === 1n
}

/** Deletes all of a person's credentials. @returns how many */
export async function deleteCredentialsOf(tx: Tx, personId: string): Promise<number> {
  const gone = await tx.deleteFrom('credentials_issued').where('person_id', '=', personId).executeTakeFirst()
  return Number(gone.numDeletedRows)
}

/** Keeps the signed credential, and the fingerprint of its proof with its place in the status list. */
export async function saveSigned(
  tx: Tx,
  given: { id: string; list: number; position: number; signed: Record<string, unknown>; keyId: string; proof: string },
): Promise<void> {
  await tx
    .updateTable('credentials_issued')
    .set({ signed: JSON.stringify(given.signed), key_id: given.keyId })
    .where('id', '=', given.id)
    .execute()
  await tx
    .updateTable('credentials_status')
    .set({ proofs: sql`array_append(proofs, ${given.proof}::text)` })
    .where('list_number', '=', given.list)
    .where('position', '=', given.position)
    .execute()
}

/** What a key signed is signed anew when it is next looked at. */
export async function forgetSignedBy(tx: Tx, keyId: string): Promise<void> {
  await tx.updateTable('credentials_issued').set({ signed: null, key_id: null }).where('key_id', '=', keyId).execute()
}

/** @returns the credential's holder, to be told; nothing when it was revoked before */
export async function revokeCredential(
  tx: Tx,
  given: { credential: IssuedCredential; reason: string; by: string; at: Date },
): Promise<boolean> {
  const { credential } = given
  const changed = await tx
    .updateTable('credentials_status')
    .set({ revoked_at: given.at })
    .where('list_number', '=', credential.list)
    .where('position', '=', credential.position)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) return false
  await tx
    .updateTable('credentials_issued')
    .set({ revoked_reason: given.reason, revoked_by: given.by })
    .where('id', '=', credential.id)
    .execute()
  await tx
    .updateTable('credentials_list')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('number', '=', credential.list)
    .execute()
  return true
}

/** How to reach a holder by mail. */
export async function findHolder(
  tx: Tx,
  personId: string,
): Promise<{ name: string; email: string; language: Language } | undefined> {
  const row = await tx
    .selectFrom('people_person')
    .select(['name', 'email', 'language'])
    .where('id', '=', personId)
    .executeTakeFirst()
  return row && { ...row, language: row.language as Language }
}
