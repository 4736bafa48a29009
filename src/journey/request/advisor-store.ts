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
    .leftJoin('people_directory as entry', 'entry.person_id', 'person.id')
    .select((eb) => [
      'person.id',
      'person.name',
      'person.language',
      'entry.languages',
      'entry.disciplines',
      'entry.most_journeys',
      'entry.version',
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
