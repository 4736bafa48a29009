import { sql } from 'kysely'
import type { AdvisorProfile } from '../../domain/requests.ts'
import type { Tx } from '../../platform/database/connection.ts'

/** What an advisor says of themselves, with the version it was read at; 0 when nothing was ever saved. */
export type StoredAdvisor = AdvisorProfile & { version: number }

/** Everyone who is an advisor, with what they bring and the journeys they advise now. */
export async function listAdvisors(tx: Tx, personId?: string): Promise<StoredAdvisor[]> {
  let query = tx
    .selectFrom('people_role as role')
    .innerJoin('people_person as person', 'person.id', 'role.person_id')
    .leftJoin('request_advisor as advisor', 'advisor.person_id', 'person.id')
    .select((eb) => [
      'person.id',
      'person.name',
      'person.language',
      'advisor.languages',
      'advisor.disciplines',
      'advisor.most_journeys',
      'advisor.version',
      eb
        .selectFrom('people_assignment as assignment')
        .innerJoin('journey', 'journey.community_id', 'assignment.community_id')
        .select(sql<string>`count(DISTINCT journey.id)`.as('load'))
        .whereRef('assignment.person_id', '=', 'person.id')
        .where('assignment.role', '=', 'advisor')
        .where('assignment.ended_at', 'is', null)
        .where('journey.state', 'in', ['active', 'paused'])
        .where('journey.stage', '!=', 'closed')
        .as('load'),
    ])
    .where('role.role', '=', 'advisor')
    .orderBy('person.name')
    .limit(500)
  if (personId !== undefined) query = query.where('person.id', '=', personId)
  const rows = await query.execute()
  return rows.map((row) => ({
    personId: row.id,
    name: row.name,
    // Who said nothing yet speaks at least the language of their account.
    languages: row.languages ?? [row.language],
    disciplines: row.disciplines ?? [],
    mostJourneys: row.most_journeys ?? 8,
    load: Number(row.load ?? 0),
    version: row.version ?? 0,
  }))
}

/**
 * Saves what an advisor brings.
 *
 * @returns false when someone else changed it since `version`
 */
export async function saveAdvisor(
  tx: Tx,
  given: {
    personId: string
    languages: string[]
    disciplines: string[]
    mostJourneys: number
    version: number
    at: Date
  },
): Promise<boolean> {
  const values = {
    languages: given.languages,
    disciplines: given.disciplines,
    most_journeys: given.mostJourneys,
    updated_at: given.at,
  }
  if (given.version === 0) {
    const added = await tx
      .insertInto('request_advisor')
      .values({ person_id: given.personId, ...values })
      .onConflict((conflict) => conflict.column('person_id').doNothing())
      .executeTakeFirst()
    return added.numInsertedOrUpdatedRows === 1n
  }
  const changed = await tx
    .updateTable('request_advisor')
    .set((eb) => ({ ...values, version: eb('version', '+', 1) }))
    .where('person_id', '=', given.personId)
    .where('version', '=', given.version)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}
