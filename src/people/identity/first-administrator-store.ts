import { randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { type Db, type Tx, withSettings } from '../../platform/database/connection.ts'
import { hashOf } from './hashed-tokens.ts'

const identifier = 'first-administrator'

/**
 * Makes the link that makes the first administrator, in place of an earlier one.
 *
 * @returns its token; nothing once there is an administrator
 */
export async function newFirstLink(db: Db, now: Date): Promise<string | undefined> {
  const token = randomBytes(32).toString('base64url')
  return asFirst(db, async (tx) => {
    if (await anyAdministrator(tx)) return undefined
    await tx.deleteFrom('people_verification').where('identifier', '=', identifier).execute()
    const expiresAt = new Date(now.getTime() + 100 * 365 * 24 * 60 * 60 * 1000)
    await tx
      .insertInto('people_verification')
      .values({ id: randomUUID(), identifier, value: hashOf(token), expires_at: expiresAt })
      .execute()
    return token
  })
}

/** Whether the link still makes an administrator. */
export async function isFirstLink(db: Db, token: string): Promise<boolean> {
  return asFirst(db, (tx) => isOpen(tx, token))
}

/** Adds to the record of the program who became its first administrator; the program keeps that record. */
export type RecordFirst = (
  tx: Tx,
  given: { act: string; at: Date; personId: string; detail: { person: string; before: string[]; after: string[] } },
) => Promise<void>

export type First =
  | { ok: true; personId: string }
  /** `known`: the address has an account, and a link from the server's own screen does not prove that it is this person's. */
  | { ok: false; reason: 'over' | 'known' }

/**
 * Uses the link: makes an administrator of someone who is signed in, or of a new person, whose address is still to be confirmed.
 *
 * @param given.person `personId` of whoever is signed in, or name and address of the new person
 */
export async function useFirstLink(
  db: Db,
  given: {
    token: string
    person: { personId: string } | { name: string; email: string; language: string; timeZone: string }
    now: Date
    recordFirst: RecordFirst
  },
): Promise<First> {
  return asFirst(db, async (tx): Promise<First> => {
    if (!(await isOpen(tx, given.token))) return { ok: false, reason: 'over' }
    let personId: string
    if ('personId' in given.person) {
      personId = given.person.personId
    } else {
      const { name, email, language, timeZone } = given.person
      personId = randomUUID()
      const { numInsertedOrUpdatedRows } = await tx
        .insertInto('people_person')
        .values({ id: personId, name, email, language, time_zone: timeZone })
        .onConflict((conflict) => conflict.column('email').doNothing())
        .executeTakeFirstOrThrow()
      if (numInsertedOrUpdatedRows !== 1n) return { ok: false, reason: 'known' }
    }
    await tx.deleteFrom('people_verification').where('identifier', '=', identifier).execute()
    await actFor(tx, 'service')
    await tx
      .insertInto('people_role')
      .values({ person_id: personId, role: 'administrator', granted_at: given.now })
      .execute()
    await given.recordFirst(tx, {
      act: 'roles.changed',
      at: given.now,
      personId,
      detail: { person: personId, before: [], after: ['administrator'] },
    })
    return { ok: true, personId }
  })
}

/** One at a time, so that one link makes one administrator. */
async function asFirst<T>(db: Db, action: (tx: Tx) => Promise<T>): Promise<T> {
  return withSettings(db, { 'waymark.purpose': 'identity' }, async (tx) => {
    await sql`SELECT pg_advisory_xact_lock(hashtext('waymark first administrator'))`.execute(tx)
    return action(tx)
  })
}

async function isOpen(tx: Tx, token: string): Promise<boolean> {
  if (await anyAdministrator(tx)) return false
  const row = await tx
    .selectFrom('people_verification')
    .select('id')
    .where('identifier', '=', identifier)
    .where('value', '=', hashOf(token))
    .executeTakeFirst()
  return row !== undefined
}

async function anyAdministrator(tx: Tx): Promise<boolean> {
  await actFor(tx, 'service')
  const row = await tx
    .selectFrom('people_role')
    .select('person_id')
    .where('role', '=', 'administrator')
    .limit(1)
    .executeTakeFirst()
  await actFor(tx, 'identity')
  return row !== undefined
}

async function actFor(tx: Tx, purpose: 'identity' | 'service'): Promise<void> {
  await sql`SELECT set_config('waymark.purpose', ${purpose}, true)`.execute(tx)
}
