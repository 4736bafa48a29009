import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connection.ts'
import type { JourneyEvent } from './store.ts'

/** A line of a community's own record: about its people, terms and consent, or about data that belongs to no journey. */
export type CommunityEvent = Omit<JourneyEvent, 'id'>

/** The lines of a community that are of no one journey, newest first. */
export async function listCommunityRecord(
  tx: Tx,
  communityId: string,
  given: { limit: number; offset: number },
): Promise<CommunityEvent[]> {
  const { rows } = await sql<{ at: Date; person_id: string | null; name: string | null; act: string; detail: unknown }>`
    SELECT event.at, event.person_id, person.name, event.act, event.detail
    FROM (
      SELECT id, at, person_id, act, detail FROM people_event WHERE community_id = ${communityId}
      UNION ALL
      SELECT id, at, person_id, act, detail FROM journey_event WHERE community_id = ${communityId} AND journey_id IS NULL
    ) AS event LEFT JOIN people_person AS person ON person.id = event.person_id
    ORDER BY event.at DESC, event.id DESC
    LIMIT ${given.limit} OFFSET ${given.offset}`.execute(tx)
  return rows.map((row) => ({
    at: row.at,
    personId: row.person_id ?? undefined,
    personName: row.name ?? undefined,
    act: row.act,
    detail: row.detail as Record<string, unknown>,
  }))
}
