import type { Tx } from '../../platform/database/connection.ts'
import { decisionActs } from './decisions.ts'
import type { JourneyEvent } from './store.ts'

/** Which lines of a journey's record are asked for. */
export type EventFilter = {
  /** The part before the dot of an act: `interview`. */
  area?: string | undefined
  /** Lines older than this one. */
  before?: string | undefined
  limit: number
}

/** Lines of a journey's record, newest first. */
export async function listEvents(tx: Tx, journeyId: string, filter: EventFilter): Promise<JourneyEvent[]> {
  let query = tx
    .selectFrom('journey_event as event')
    .leftJoin('people_person as person', 'person.id', 'event.person_id')
    .select(['event.id', 'event.at', 'event.person_id', 'person.name', 'event.act', 'event.detail'])
    .where('event.journey_id', '=', journeyId)
    .orderBy('event.id', 'desc')
    .limit(filter.limit)
  if (filter.area !== undefined) query = query.where('event.act', 'like', `${filter.area}.%`)
  if (filter.before !== undefined) query = query.where('event.id', '<', filter.before)
  const rows = await query.execute()
  return rows.map(eventOf)
}

/** Parts of the record that hold anything: for the filter. */
export async function listAreas(tx: Tx, journeyId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('journey_event')
    .select((eb) => eb.fn<string>('split_part', ['act', eb.val('.'), eb.val(1)]).as('area'))
    .where('journey_id', '=', journeyId)
    .distinct()
    .orderBy('area')
    .execute()
  return rows.map((row) => row.area)
}

/** The decisions of a journey, newest first: what a later reader wants to find again. */
export async function listDecisions(tx: Tx, journeyId: string, limit: number): Promise<JourneyEvent[]> {
  const rows = await tx
    .selectFrom('journey_event as event')
    .leftJoin('people_person as person', 'person.id', 'event.person_id')
    .select(['event.id', 'event.at', 'event.person_id', 'person.name', 'event.act', 'event.detail'])
    .where('event.journey_id', '=', journeyId)
    .where('event.act', 'in', [...decisionActs])
    .orderBy('event.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(eventOf)
}

function eventOf(row: {
  id: string
  at: Date
  person_id: string | null
  name: string | null
  act: string
  detail: unknown
}): JourneyEvent {
  return {
    id: row.id,
    at: row.at,
    personId: row.person_id ?? undefined,
    personName: row.name ?? undefined,
    act: row.act,
    detail: row.detail as Record<string, unknown>,
  }
}
