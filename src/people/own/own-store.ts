import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { MemberRole } from '../../domain/access.ts'
import type { Tx } from '../../platform/database/connection.ts'
import type { Language } from '../../platform/languages.ts'

/** How long the link to a new address works. */
const emailChangeHours = 24

const hashOf = (token: string) => createHash('sha256').update(token).digest()

/** Says what a transaction does from here on: deleting an account passes through several rooms' rules and is one whole. */
export async function setPurpose(tx: Tx, purpose: 'service' | 'identity' | 'export'): Promise<void> {
  await sql`SELECT set_config('waymark.purpose', ${purpose}, true)`.execute(tx)
}

/** Corrects what a person says of themselves; the transaction's purpose is `identity`. */
export async function updateOwn(
  tx: Tx,
  personId: string,
  given: { name: string; language: Language; timeZone: string; at: Date },
): Promise<void> {
  await tx
    .updateTable('people_person')
    .set({ name: given.name, language: given.language, time_zone: given.timeZone, updated_at: given.at })
    .where('id', '=', personId)
    .execute()
}

/** A community that a person is or was in. */
export type OwnCommunity = {
  communityId: string
  /** Left out when they left and may no longer read it. */
  name: string | undefined
  invented: boolean
  roles: MemberRole[]
  left: boolean
}

/** The communities of a person, those they are in first. */
export async function listOwnCommunities(tx: Tx, personId: string): Promise<OwnCommunity[]> {
  const rows = await tx
    .selectFrom('people_member as member')
    .leftJoin('people_community as community', 'community.id', 'member.community_id')
    .select([
      'member.community_id as communityId',
      'community.name',
      'community.invented',
      sql<
        MemberRole[]
      >`coalesce(array_agg(member.role ORDER BY member.role) FILTER (WHERE member.left_at IS NULL), '{}')`.as('roles'),
      sql<boolean>`bool_and(member.left_at IS NOT NULL)`.as('left'),
    ])
    .where('member.person_id', '=', personId)
    .groupBy(['member.community_id', 'community.name', 'community.invented'])
    .orderBy('left')
    .orderBy('community.name')
    .limit(100)
    .execute()
  return rows.map((row) => ({ ...row, name: row.name ?? undefined, invented: row.invented ?? false }))
}

/** @returns the token for the mail to the new address, or nothing when that address has an account already */
export async function askEmailChange(tx: Tx, personId: string, email: string, at: Date): Promise<string | undefined> {
  const taken = await tx.selectFrom('people_person').select('id').where('email', '=', email).executeTakeFirst()
  await tx.deleteFrom('people_email_change').where('person_id', '=', personId).execute()
  if (taken) return undefined
  const token = randomBytes(32).toString('base64url')
  await tx
    .insertInto('people_email_change')
    .values({
      person_id: personId,
      email,
      token_hash: hashOf(token),
      asked_at: at,
      expires_at: new Date(at.getTime() + emailChangeHours * 3_600_000),
    })
    .execute()
  return token
}

/** The address that waits for a person's word, by the secret of the link. */
export async function findEmailChange(
  tx: Tx,
  personId: string,
  token: string,
  now: Date,
): Promise<{ email: string } | undefined> {
  return tx
    .selectFrom('people_email_change')
    .select('email')
    .where('person_id', '=', personId)
    .where('token_hash', '=', hashOf(token))
    .where('expires_at', '>', now)
    .forUpdate()
    .executeTakeFirst()
}

/**
 * Gives a person the address that they have shown to be theirs, and ends every other session.
 *
 * @returns false when the address has an account by now
 */
export async function changeEmail(
  tx: Tx,
  given: { personId: string; sessionId: string; email: string; at: Date },
): Promise<boolean> {
  const { personId, email, at } = given
  const taken = await tx.selectFrom('people_person').select('id').where('email', '=', email).executeTakeFirst()
  await tx.deleteFrom('people_email_change').where('person_id', '=', personId).execute()
  if (taken) return false
  await tx
    .updateTable('people_person')
    .set({ email, email_verified: true, updated_at: at })
    .where('id', '=', personId)
    .execute()
  await tx.deleteFrom('people_session').where('user_id', '=', personId).where('id', '!=', given.sessionId).execute()
  return true
}

/** Notes that someone withdrew; once for a community or journey. */
export async function insertWithdrawal(
  tx: Tx,
  given: { personId: string; communityId: string; journeyId?: string | undefined; at: Date },
): Promise<void> {
  const before = await tx
    .selectFrom('people_withdrawal')
    .select('id')
    .where('person_id', '=', given.personId)
    .where('community_id', '=', given.communityId)
    .where('journey_id', given.journeyId ? '=' : 'is', given.journeyId ?? null)
    .executeTakeFirst()
  if (before) return
  await tx
    .insertInto('people_withdrawal')
    .values({
      id: randomUUID(),
      community_id: given.communityId,
      journey_id: given.journeyId ?? null,
      person_id: given.personId,
      at: given.at,
    })
    .execute()
}

/** Whether a community that a person took part in is under a legal hold; the transaction is the service's. */
export async function isHeld(tx: Tx, personId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('people_member as member')
    .innerJoin('people_community as community', 'community.id', 'member.community_id')
    .select('community.id')
    .where('member.person_id', '=', personId)
    .where('community.legal_hold_since', 'is not', null)
    .executeTakeFirst()
  return row !== undefined
}

/** When a person last downloaded everything about them. */
export async function lastExport(tx: Tx, personId: string): Promise<Date | undefined> {
  const row = await tx
    .selectFrom('people_event')
    .select('at')
    .where('person_id', '=', personId)
    .where('community_id', 'is', null)
    .where('act', '=', 'account.exported')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.at
}

/**
 * Deletes an account; the database clears every reference to it. The transaction's purpose is `identity`.
 *
 * @param given.counts what rooms deleted, by name
 * @returns the number of the certificate
 */
export async function deletePerson(
  tx: Tx,
  given: { personId: string; counts: Record<string, number>; at: Date },
): Promise<string> {
  const id = randomUUID()
  await tx
    .insertInto('people_erasure')
    .values({ id, at: given.at, counts: JSON.stringify(given.counts) })
    .execute()
  await tx.deleteFrom('people_person').where('id', '=', given.personId).execute()
  return id
}
