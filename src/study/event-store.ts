import { randomUUID } from 'node:crypto'
import type { Tx } from '../platform/database/connection.ts'
import type { ObjectKind, VerbName } from './identifiers.ts'
import { verbs } from './identifiers.ts'

/** A score or that something was completed; never an answer. */
export type EventResult = { completion?: true; score?: { raw: number; max: number } }

/** One thing that happened in someone's learning. */
export type StudyEvent = {
  id: string
  /** Grows with each event: where a list goes on. */
  place: number
  verb: string
  object: string
  objectKind: string
  result: EventResult | undefined
  at: Date
}

/** Adds to the append-only list. */
export async function insertEvent(
  tx: Tx,
  given: {
    personId: string
    verb: VerbName
    object: string
    objectKind: ObjectKind
    result?: EventResult
    communityId?: string | undefined
    journeyId?: string | undefined
    at: Date
  },
): Promise<void> {
  await tx
    .insertInto('study_event')
    .values({
      id: randomUUID(),
      person_id: given.personId,
      verb: verbs[given.verb].id,
      object: given.object,
      object_kind: given.objectKind,
      result: given.result === undefined ? null : JSON.stringify(given.result),
      community_id: given.communityId ?? null,
      journey_id: given.journeyId ?? null,
      at: given.at,
    })
    .execute()
}

/**
 * Someone's events in the order in which they happened.
 *
 * @param after the place of the last one that is known; 0 for the beginning
 */
export async function listEvents(
  tx: Tx,
  personId: string,
  { after, limit }: { after: number; limit: number },
): Promise<StudyEvent[]> {
  const rows = await tx
    .selectFrom('study_event')
    .select(['id', 'place', 'verb', 'object', 'object_kind', 'result', 'at'])
    .where('person_id', '=', personId)
    .where('place', '>', String(after))
    .orderBy('place')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    place: Number(row.place),
    verb: row.verb,
    object: row.object,
    objectKind: row.object_kind,
    result: (row.result ?? undefined) as EventResult | undefined,
    at: row.at,
  }))
}
