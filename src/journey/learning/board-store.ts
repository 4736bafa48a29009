import { randomUUID } from 'node:crypto'
import { type Selectable, sql } from 'kysely'
import type { ItemReason } from '../../domain/action-plan-types.ts'
import type { LearningState, Placement, ShareState } from '../../domain/learning/board.ts'
import type { Tx } from '../../platform/database/connection.ts'
import type { DB } from '../../platform/database/tables.ts'

/** Where the items stood before the last move. */
export type Undo = {
  by: string
  at: string
  placements: Placement[]
  /** Items that the move set aside, and how they stood. */
  states: { id: string; state: LearningState; reason: string }[]
  weeklyHours: number
  plannedWeeks: number
}

/** The pathway of a journey as its people follow it. */
export type Board = {
  journeyId: string
  communityId: string
  release: string
  /** Version of the final plan it follows. */
  planVersion: number
  /** Day week 1 begins, `YYYY-MM-DD`. */
  startsOn: string
  weeklyHours: number
  /** Weeks it is to take, as agreed. */
  plannedWeeks: number
  version: number
  undo: Undo | undefined
  doneAt: Date | undefined
  closed: { at: Date; by: string | undefined; reason: string; language: string } | undefined
}

/** What one person has of an item. */
export type Share = { personId: string; name: string; state: ShareState; doneAt: Date | undefined }

/** An item of the board as it is kept. */
export type BoardRow = {
  id: string
  /** Id in the catalogue; nothing for something of the community's own. */
  item: string | undefined
  title: string | undefined
  language: string | undefined
  reasons: ItemReason[]
  marginal: number
  hours: number
  firstWeek: number
  parts: number[]
  position: number
  state: LearningState
  reason: string
  reasonLanguage: string | undefined
  origin: 'plan' | 'added'
  doneAt: Date | undefined
  people: Share[]
}

const selected = (tx: Tx) =>
  tx.selectFrom('learning_board').selectAll().select(sql<string>`to_char(starts_on, 'YYYY-MM-DD')`.as('startDay'))

type Row = Selectable<DB['learning_board']> & { startDay: string }

function boardOf(row: Row): Board {
  return {
    journeyId: row.journey_id,
    communityId: row.community_id,
    release: row.release,
    planVersion: row.plan_version,
    startsOn: row.startDay,
    weeklyHours: Number(row.weekly_hours),
    plannedWeeks: row.planned_weeks,
    version: row.version,
    undo: (row.undo ?? undefined) as Undo | undefined,
    doneAt: row.done_at ?? undefined,
    closed:
      row.closed_at === null
        ? undefined
        : {
            at: row.closed_at,
            by: row.closed_by ?? undefined,
            reason: row.close_reason ?? '',
            language: row.close_language ?? 'en',
          },
  }
}

export async function findBoard(tx: Tx, journeyId: string): Promise<Board | undefined> {
  const row = await selected(tx).where('journey_id', '=', journeyId).executeTakeFirst()
  return row && boardOf(row)
}

/** Journeys whose pathway is done since a moment: for the service. */
export async function listDoneBoards(tx: Tx, since: Date): Promise<string[]> {
  const rows = await tx
    .selectFrom('learning_board')
    .select('journey_id')
    .where('done_at', '>=', since)
    .orderBy('done_at')
    .limit(1000)
    .execute()
  return rows.map(({ journey_id }) => journey_id)
}

/** Takes the row's lock, so that two changes cannot both start from the same board. */
export async function lockBoard(tx: Tx, journeyId: string): Promise<Board | undefined> {
  const row = await selected(tx).where('journey_id', '=', journeyId).forUpdate().executeTakeFirst()
  return row && boardOf(row)
}

/** Items of a board at most: the longest pathway has some forty. */
const mostItems = 300

/** The items of a board with who has them, in no order yet. */
export async function listBoardRows(tx: Tx, journeyId: string): Promise<BoardRow[]> {
  const rows = await tx
    .selectFrom('learning_item')
    .selectAll()
    .where('journey_id', '=', journeyId)
    .orderBy('first_week')
    .orderBy('position')
    .orderBy('id')
    .limit(mostItems)
    .execute()
  if (rows.length === 0) return []
  const shares = await tx
    .selectFrom('learning_share as share')
    .leftJoin('people_person as person', 'person.id', 'share.person_id')
    .select(['share.item_id', 'share.person_id', 'person.name', 'share.state', 'share.done_at'])
    .where(
      'share.item_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('person.name')
    .orderBy('share.person_id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    item: row.item ?? undefined,
    title: row.title ?? undefined,
    language: row.language ?? undefined,
    reasons: row.reasons as unknown as ItemReason[],
    marginal: Number(row.marginal),
    hours: Number(row.hours),
    firstWeek: row.first_week,
    parts: row.parts as unknown as number[],
    position: row.position,
    state: row.state as LearningState,
    reason: row.reason,
    reasonLanguage: row.reason_language ?? undefined,
    origin: row.origin === 'plan' ? 'plan' : 'added',
    doneAt: row.done_at ?? undefined,
    people: shares
      .filter((share) => share.item_id === row.id)
      .map((share) => ({
        personId: share.person_id,
        name: share.name ?? '',
        state: share.state as ShareState,
        doneAt: share.done_at ?? undefined,
      })),
  }))
}

/** @returns false when another request made the board first */
export async function insertBoard(
  tx: Tx,
  given: Pick<
    Board,
    'journeyId' | 'communityId' | 'release' | 'planVersion' | 'startsOn' | 'weeklyHours' | 'plannedWeeks'
  > & {
    at: Date
  },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('learning_board')
    .values({
      journey_id: given.journeyId,
      community_id: given.communityId,
      release: given.release,
      plan_version: given.planVersion,
      starts_on: sql<Date>`${given.startsOn}::date`,
      weekly_hours: given.weeklyHours,
      planned_weeks: given.plannedWeeks,
      begun_at: given.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export type NewItem = Pick<BoardRow, 'hours' | 'firstWeek' | 'parts' | 'position' | 'origin'> &
  Partial<Pick<BoardRow, 'id' | 'item' | 'title' | 'language' | 'reasons' | 'marginal'>>

/** Puts items on a board; a catalogue item that is there already is left as it is. @returns how many are new */
export async function insertItems(
  tx: Tx,
  board: Pick<Board, 'journeyId' | 'communityId'>,
  items: readonly NewItem[],
): Promise<number> {
  if (items.length === 0) return 0
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('learning_item')
    .values(
      items.map((one) => ({
        id: one.id ?? randomUUID(),
        community_id: board.communityId,
        journey_id: board.journeyId,
        item: one.item ?? null,
        title: one.title ?? null,
        language: one.language ?? null,
        reasons: JSON.stringify(one.reasons ?? []),
        marginal: one.marginal ?? 0,
        hours: one.hours,
        first_week: one.firstWeek,
        parts: JSON.stringify(one.parts),
        position: one.position,
        origin: one.origin,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return Number(numInsertedOrUpdatedRows ?? 0n)
}

/** Where items stand on the board from now on. */
export async function placeItems(tx: Tx, placements: readonly Placement[]): Promise<void> {
  for (const one of placements) {
    await tx
      .updateTable('learning_item')
      .set({ first_week: one.firstWeek, parts: JSON.stringify(one.parts), position: one.position })
      .where('id', '=', one.id)
      .execute()
  }
}

/** Puts an item into a state. `reason` says why it is prior learning or set aside. */
export async function setItemState(
  tx: Tx,
  id: string,
  given: { state: LearningState; at: Date; reason?: string; language?: string },
): Promise<void> {
  await tx
    .updateTable('learning_item')
    .set({
      state: given.state,
      reason: given.reason ?? '',
      reason_language: given.language ?? null,
      done_at: given.state === 'done' ? given.at : null,
    })
    .where('id', '=', id)
    .execute()
}

/** Changes what the board itself holds; every change is a new version. */
export async function saveBoard(
  tx: Tx,
  journeyId: string,
  given: {
    undo?: Undo | null
    weeklyHours?: number
    plannedWeeks?: number
    planVersion?: number
    startsOn?: string
    doneAt?: Date | null
    closed?: { at: Date; by: string; reason: string; language: string } | null
  },
): Promise<void> {
  await tx
    .updateTable('learning_board')
    .set((eb) => ({
      version: eb('version', '+', 1),
      ...(given.undo === undefined ? {} : { undo: given.undo === null ? null : JSON.stringify(given.undo) }),
      ...(given.weeklyHours === undefined ? {} : { weekly_hours: given.weeklyHours }),
      ...(given.plannedWeeks === undefined ? {} : { planned_weeks: given.plannedWeeks }),
      ...(given.planVersion === undefined ? {} : { plan_version: given.planVersion }),
      ...(given.startsOn === undefined ? {} : { starts_on: sql<Date>`${given.startsOn}::date` }),
      ...(given.doneAt === undefined ? {} : { done_at: given.doneAt }),
      ...(given.closed === undefined
        ? {}
        : {
            closed_at: given.closed?.at ?? null,
            closed_by: given.closed?.by ?? null,
            close_reason: given.closed?.reason ?? null,
            close_language: given.closed?.language ?? null,
          }),
    }))
    .where('journey_id', '=', journeyId)
    .execute()
}
