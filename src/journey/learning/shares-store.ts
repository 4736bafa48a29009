import { sql } from 'kysely'
import { lastWeek, type ShareState } from '../../domain/learning/board.ts'
import { addDays } from '../../domain/plan-dates.ts'
import type { Tx } from '../../platform/database/connection.ts'

/** Gives an item to people who do not have it yet. @returns how many are new */
export async function insertShares(
  tx: Tx,
  item: { id: string; communityId: string },
  given: { personIds: readonly string[]; by: string; at: Date; state?: ShareState },
): Promise<number> {
  if (given.personIds.length === 0) return 0
  const state = given.state ?? 'planned'
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('learning_share')
    .values(
      given.personIds.map((personId) => ({
        item_id: item.id,
        person_id: personId,
        community_id: item.communityId,
        state,
        assigned_by: given.by,
        assigned_at: given.at,
        done_at: state === 'done' ? given.at : null,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return Number(numInsertedOrUpdatedRows ?? 0n)
}

/** Takes an item from someone. @returns whether they had it */
export async function deleteShare(tx: Tx, itemId: string, personId: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('learning_share')
    .where('item_id', '=', itemId)
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow()
  return numDeletedRows === 1n
}

/** Where one person stands with an item. @returns whether that changed something */
export async function setShare(
  tx: Tx,
  itemId: string,
  personId: string,
  given: { state: ShareState; at: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('learning_share')
    .set({ state: given.state, done_at: given.state === 'done' ? given.at : null })
    .where('item_id', '=', itemId)
    .where('person_id', '=', personId)
    .where('state', '!=', given.state)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** A catalogue item that someone has on the pathway of a community. */
export type Assignment = {
  /** On the board. */
  id: string
  item: string
  journeyId: string
  communityId: string
  communityName: string
  /** Of the journey: what is learned is read in it. */
  release: string
  firstWeek: number
  lastWeek: number
  /** Last day of its last week, `YYYY-MM-DD`. */
  dueOn: string
  hours: number
  state: ShareState
  doneAt: Date | undefined
}

/** Assignments of one person at most, in all communities together. */
const most = 300

/**
 * What a person has on the pathways of their communities, the soonest due first: items of the catalogue that are not set aside, in journeys
 * that are running.
 *
 * @param item only this item of the catalogue
 */
export async function listMyAssignments(tx: Tx, personId: string, item?: string): Promise<Assignment[]> {
  const rows = await tx
    .selectFrom('learning_share as share')
    .innerJoin('learning_item as item', 'item.id', 'share.item_id')
    .innerJoin('learning_board as board', 'board.journey_id', 'item.journey_id')
    .innerJoin('journey', 'journey.id', 'item.journey_id')
    .innerJoin('people_community as community', 'community.id', 'item.community_id')
    .select([
      'item.id',
      'item.item',
      'item.journey_id as journeyId',
      'item.community_id as communityId',
      'community.name as communityName',
      'board.release',
      'item.first_week as firstWeek',
      'item.parts',
      'item.hours',
      'share.state',
      'share.done_at as doneAt',
      sql<string>`to_char(board.starts_on, 'YYYY-MM-DD')`.as('startsOn'),
    ])
    .where('share.person_id', '=', personId)
    .where('item.item', 'is not', null)
    .where('item.state', '!=', 'set-aside')
    .where('journey.state', 'in', ['active', 'paused'])
    .where('journey.stage', '!=', 'closed')
    .$if(item !== undefined, (query) => query.where('item.item', '=', item ?? ''))
    .orderBy(sql`board.starts_on + 7 * (item.first_week - 1)`)
    .orderBy('item.position')
    .orderBy('item.id')
    .limit(most)
    .execute()
  return rows
    .map(({ startsOn, parts, ...row }) => {
      const last = lastWeek({ firstWeek: row.firstWeek, parts: parts as unknown as number[] })
      return {
        ...row,
        item: row.item ?? '',
        hours: Number(row.hours),
        state: row.state as ShareState,
        doneAt: row.doneAt ?? undefined,
        lastWeek: last,
        dueOn: addDays(startsOn, last * 7 - 1),
      }
    })
    .toSorted((a, b) => a.dueOn.localeCompare(b.dueOn))
}

/** Something a person has on a pathway that is learning, of the catalogue or of the community's own. */
export type MyWork = {
  id: string
  item: string | undefined
  title: string | undefined
  language: string | undefined
  journeyId: string
  communityName: string
  release: string
  dueOn: string
}

/** What someone has not finished and that ends within so many days, the soonest due first. */
export async function listMyWork(tx: Tx, personId: string, today: string, days: number): Promise<MyWork[]> {
  const due = sql<Date>`board.starts_on + 7 * (item.first_week - 1 + greatest(jsonb_array_length(item.parts), 1)) - 1`
  const rows = await tx
    .selectFrom('learning_share as share')
    .innerJoin('learning_item as item', 'item.id', 'share.item_id')
    .innerJoin('learning_board as board', 'board.journey_id', 'item.journey_id')
    .innerJoin('journey', 'journey.id', 'item.journey_id')
    .innerJoin('people_community as community', 'community.id', 'item.community_id')
    .select([
      'item.id',
      'item.item',
      'item.title',
      'item.language',
      'item.journey_id as journeyId',
      'community.name as communityName',
      'board.release',
      sql<string>`to_char(${due}, 'YYYY-MM-DD')`.as('dueOn'),
    ])
    .where('share.person_id', '=', personId)
    .where('share.state', '!=', 'done')
    .where('item.state', 'in', ['planned', 'doing'])
    .where('journey.stage', '=', 'learning')
    .where('journey.state', '=', 'active')
    .where('board.closed_at', 'is', null)
    .where(sql<boolean>`${due} <= ${addDays(today, days)}::date`)
    .orderBy(due)
    .orderBy('item.id')
    .limit(50)
    .execute()
  return rows.map((row) => ({
    ...row,
    item: row.item ?? undefined,
    title: row.title ?? undefined,
    language: row.language ?? undefined,
  }))
}
