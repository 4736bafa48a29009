import { randomUUID } from 'node:crypto'
import { asService } from '../people/index.ts'
import { type Db, withSettings } from '../platform/database/connection.ts'
import { cast } from './cast.ts'

/** Marks the last step of a filling in the program's record: without it, a filling was cut short. */
const filledAct = 'demonstration.filled'

type Found = 'empty' | 'filled' | 'cut-short' | 'others'

/** What a database holds: nobody, the whole demonstration, a part of it, or people who are not of it. */
export async function lookAtDatabase(db: Db): Promise<Found> {
  const known = new Set(cast.map(({ email }) => email))
  const people = await withSettings(db, { 'waymark.purpose': 'identity' }, (tx) =>
    tx.selectFrom('people_person').select(['id', 'email']).execute(),
  )
  if (people.length === 0) return 'empty'
  const administrator = people.find(({ email }) => email === 'administrator@waymark.example')
  if (administrator === undefined) return 'others'
  const filled = await withSettings(db, { 'waymark.person': administrator.id }, (tx) =>
    tx.selectFrom('program_event').select('id').where('act', '=', filledAct).limit(1).executeTakeFirst(),
  )
  // Whoever signed up in a demonstration that is complete belongs to it.
  if (filled) return 'filled'
  return people.every(({ email }) => known.has(email)) ? 'cut-short' : 'others'
}

/** Accounts of the cast. @returns id in the cast -> account */
export async function findCast(db: Db): Promise<Map<string, string>> {
  const people = await withSettings(db, { 'waymark.purpose': 'identity' }, (tx) =>
    tx.selectFrom('people_person').select(['id', 'email']).execute(),
  )
  const byEmail = new Map(people.map(({ id, email }) => [email, id]))
  return new Map(cast.flatMap(({ id, email }) => (byEmail.has(email) ? [[id, byEmail.get(email) ?? '']] : [])))
}

/** Makes everyone's account, and one of them administrator; other roles are given on the service's own page. */
export async function insertCast(db: Db, at: Date): Promise<void> {
  const people = cast.map(({ id, name, email, language }) => ({ key: id, id: randomUUID(), name, email, language }))
  await withSettings(db, { 'waymark.purpose': 'identity' }, (tx) =>
    tx
      .insertInto('people_person')
      .values(
        people.map(({ id, name, email, language }) => ({
          id,
          name,
          email,
          language,
          email_verified: true,
          created_at: at,
          updated_at: at,
        })),
      )
      .execute(),
  )
  const administrator = people.find(({ key }) => key === 'administrator')
  if (administrator === undefined) throw new Error('The demonstration needs an administrator')
  await asService(db, (tx) =>
    tx
      .insertInto('people_role')
      .values({ person_id: administrator.id, role: 'administrator', granted_at: at })
      .execute(),
  )
}

/** Marks a community as invented wherever its name shows. */
export async function markInvented(db: Db, communityId: string): Promise<void> {
  await asService(db, (tx) =>
    tx.updateTable('people_community').set({ invented: true }).where('id', '=', communityId).execute(),
  )
}

/** The demonstration is complete; said by the service itself. */
export async function markFilled(db: Db, at: Date): Promise<void> {
  await asService(db, (tx) =>
    tx
      .insertInto('program_event')
      .values({ act: filledAct, at, detail: JSON.stringify({}) })
      .execute(),
  )
}
