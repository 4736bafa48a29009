import { sql } from 'kysely'
import type { StaffRole } from '../domain/access.ts'
import type { Tx } from '../platform/database/connection.ts'
import { uuid } from '../platform/ids.ts'

export type StaffPerson = {
  id: string
  name: string
  email: string
  roles: StaffRole[]
  secondFactor: boolean
  communities: number
}

function people(tx: Tx) {
  return tx.selectFrom('people_person as person').select((eb) => [
    'person.id',
    'person.name',
    'person.email',
    'person.two_factor_enabled',
    eb
      .selectFrom('people_role')
      .select(sql<StaffRole[]>`coalesce(array_agg(role ORDER BY role), '{}')`.as('roles'))
      .whereRef('people_role.person_id', '=', 'person.id')
      .as('roles'),
    eb
      .selectFrom('people_member')
      .select((inner) => inner.fn.countAll<string>().as('n'))
      .whereRef('people_member.person_id', '=', 'person.id')
      .where('left_at', 'is', null)
      .as('communities'),
  ])
}

type PersonRow = Awaited<ReturnType<ReturnType<typeof people>['execute']>>[number]

function personOf(row: PersonRow): StaffPerson {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    roles: row.roles ?? [],
    secondFactor: row.two_factor_enabled,
    communities: Number(row.communities ?? 0),
  }
}

/** People with an account, by address; `find` narrows by name or address, `after` goes on from an address. */
export async function listPeople(
  tx: Tx,
  given: { find: string; staffOnly: boolean; after: string | undefined; limit: number },
): Promise<StaffPerson[]> {
  const pattern = `%${given.find.replace(/[\\%_]/g, '\\$&')}%`
  let query = people(tx).orderBy('person.email').limit(given.limit)
  if (given.find !== '')
    query = query.where((eb) => eb.or([eb('person.name', 'ilike', pattern), eb('person.email', 'ilike', pattern)]))
  if (given.staffOnly)
    query = query.where((eb) =>
      eb.exists(eb.selectFrom('people_role').select('role').whereRef('people_role.person_id', '=', 'person.id')),
    )
  if (given.after !== undefined) query = query.where('person.email', '>', given.after)
  return (await query.execute()).map(personOf)
}

export async function findPerson(tx: Tx, id: string): Promise<StaffPerson | undefined> {
  if (!uuid.test(id)) return undefined
  const row = await people(tx).where('person.id', '=', id).executeTakeFirst()
  return row && personOf(row)
}

/** Gives the person exactly these roles. */
export async function setRoles(
  tx: Tx,
  given: { personId: string; roles: readonly StaffRole[]; at: Date; by: string },
): Promise<void> {
  await tx.deleteFrom('people_role').where('person_id', '=', given.personId).execute()
  if (given.roles.length === 0) return
  await tx
    .insertInto('people_role')
    .values(
      given.roles.map((role) => ({ person_id: given.personId, role, granted_at: given.at, granted_by: given.by })),
    )
    .execute()
}

/** How many administrators there are besides this person; takes the rows' locks, so that two cannot both remove the last one. */
export async function otherAdministrators(tx: Tx, personId: string): Promise<number> {
  const rows = await tx
    .selectFrom('people_role')
    .select('person_id')
    .where('role', '=', 'administrator')
    .where('person_id', '!=', personId)
    .forUpdate()
    .execute()
  return rows.length
}
