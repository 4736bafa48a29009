import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connection.ts'

/** Where hours come from. */
export type HoursSource = 'own' | 'study' | 'package' | 'session'

/**
 * Counts hours that someone spent, for what a journey has spent in all. By person they are that person's own (Method 4.4).
 *
 * @param given.itemId on the board; left out for hours that belong to no item
 * @param given.about what they come from, "session:<id>": the same for the same person counts once
 * @returns whether they were counted
 */
export async function recordHours(
  tx: Tx,
  given: {
    journeyId: string
    communityId: string
    personId: string
    itemId?: string | undefined
    hours: number
    source: HoursSource
    about?: string
    at: Date
  },
): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`
    SELECT EXISTS (SELECT FROM learning_board WHERE journey_id = ${given.journeyId}::uuid) AS has`.execute(tx)
  if (!rows[0]?.has || !(given.hours > 0)) return false
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('learning_hours')
    .values({
      id: randomUUID(),
      community_id: given.communityId,
      journey_id: given.journeyId,
      item_id: given.itemId ?? null,
      person_id: given.personId,
      hours: Math.min(given.hours, 200),
      source: given.source,
      about: given.about ?? null,
      recorded_at: given.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Hours one person spent on an item of the board, as they recorded them. */
export type OwnHours = { id: string; hours: number; source: HoursSource; at: Date }

/** What a person recorded for an item, the newest first. */
export async function listOwnHours(tx: Tx, personId: string, itemId: string): Promise<OwnHours[]> {
  const rows = await tx
    .selectFrom('learning_hours')
    .select(['id', 'hours', 'source', 'recorded_at as at'])
    .where('person_id', '=', personId)
    .where('item_id', '=', itemId)
    .orderBy('recorded_at', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => ({ ...row, hours: Number(row.hours), source: row.source as HoursSource }))
}

/** Takes hours back that a person recorded. @returns whether there were any */
export async function deleteOwnHours(tx: Tx, personId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('learning_hours')
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow()
  return numDeletedRows === 1n
}

/** What a journey spent, never by person. */
export type HourTotals = {
  hours: number
  /** People who spent them. */
  people: number
  byItem: Map<string, number>
  bySource: Partial<Record<HoursSource, number>>
  sessions: number
}

export async function hourTotals(tx: Tx, journeyId: string): Promise<HourTotals> {
  const { rows } = await sql<{
    of: 'item' | 'source' | 'all'
    item_id: string | null
    source: HoursSource | null
    hours: string | null
    people: number
    sessions: number
  }>`SELECT * FROM learning_hour_totals(${journeyId}::uuid)`.execute(tx)
  const all = rows.find((row) => row.of === 'all')
  return {
    hours: Number(all?.hours ?? 0),
    people: all?.people ?? 0,
    sessions: all?.sessions ?? 0,
    byItem: new Map(
      rows.flatMap((row) => (row.of === 'item' && row.item_id ? [[row.item_id, Number(row.hours)] as const] : [])),
    ),
    bySource: Object.fromEntries(
      rows.flatMap((row) => (row.of === 'source' && row.source ? [[row.source, Number(row.hours)] as const] : [])),
    ),
  }
}
