import { pathwayDone, stateOf } from '../../domain/learning/board.ts'
import type { RoomDependencies } from '../../people/index.ts'
import type { Tx } from '../../platform/database/connection.ts'
import { recordEvent } from '../record/index.ts'
import { type Board, type BoardRow, listBoardRows, lockBoard, saveBoard, setItemState } from './board-store.ts'
import { certify } from './certificates.ts'
import { type HoursSource, recordHours } from './hours-store.ts'
import { listMyAssignments, setShare } from './shares-store.ts'

export type LearningDependencies = Pick<RoomDependencies, 'queueMail' | 'origin' | 'findContent'>

/**
 * Brings a board in line with its people: an item is done when everyone who has it is done, the pathway when nothing is open. Whoever
 * finished all of theirs gets the pathway's certificate. The caller holds the board's lock.
 */
export async function settleBoard(
  deps: LearningDependencies,
  tx: Tx,
  board: Board,
  given: { by: string; at: Date },
): Promise<void> {
  const rows = await listBoardRows(tx, board.journeyId)
  const settled: BoardRow[] = []
  for (const row of rows) {
    const state = stateOf(
      row.state,
      row.people.map((share) => share.state),
    )
    settled.push({ ...row, state })
    if (state === row.state) continue
    await setItemState(tx, row.id, { state, at: given.at })
    if (state === 'done') await record(tx, board, given, 'learning.item-done', nameOf(row))
  }
  const done = pathwayDone(settled)
  const isNews = done !== (board.doneAt !== undefined)
  if (isNews) await saveBoard(tx, board.journeyId, { doneAt: done ? given.at : null })
  if (done && isNews) await record(tx, board, given, 'learning.pathway-done')
  if (done) await certify(deps, tx, board, settled, given.at)
}

/** Something of the catalogue by its id, something of the community's own by its title. */
export function nameOf(row: Pick<BoardRow, 'item' | 'title'>): { item?: string; title?: string } {
  return row.item ? { item: row.item } : { title: row.title ?? '' }
}

/** Leaves a line in the journey's record. */
export function record(
  tx: Tx,
  board: Pick<Board, 'journeyId' | 'communityId'>,
  given: { by: string; at: Date },
  act: string,
  detail: Record<string, unknown> = {},
): Promise<void> {
  return recordEvent(tx, {
    communityId: board.communityId,
    journeyId: board.journeyId,
    personId: given.by,
    act,
    at: given.at,
    detail,
  })
}

/**
 * Someone finished an item of the catalogue: it is done for them on every pathway on which they have it, in journeys that are running. Run it
 * in a transaction as that person. What is done stays done: asking again changes nothing.
 *
 * @param given.hours that it took them, where that is known; they are theirs, and count in the journey's total
 * @param given.source where the hours come from; `study` unless told
 * @returns how many pathways it was open on
 */
export async function completeForPerson(
  deps: LearningDependencies,
  tx: Tx,
  given: { personId: string; item: string; hours?: number; source?: HoursSource; at: Date },
): Promise<number> {
  const open = (await listMyAssignments(tx, given.personId, given.item)).filter(({ state }) => state !== 'done')
  let changed = 0
  for (const one of open.toSorted((a, b) => (a.journeyId < b.journeyId ? -1 : 1))) {
    const board = await lockBoard(tx, one.journeyId)
    if (board === undefined) continue
    if (!(await setShare(tx, one.id, given.personId, { state: 'done', at: given.at }))) continue
    changed += 1
    if (given.hours !== undefined) {
      await recordHours(tx, {
        journeyId: one.journeyId,
        communityId: one.communityId,
        personId: given.personId,
        itemId: one.id,
        hours: given.hours,
        source: given.source ?? 'study',
        about: `${given.source ?? 'study'}:${given.item}`,
        at: given.at,
      })
    }
    await settleBoard(deps, tx, board, { by: given.personId, at: given.at })
  }
  return changed
}
