import { itemTitle } from '../../content/names.ts'
import type { ItemKind, Pack } from '../../content/schema.ts'
import { hoursByWeek, inBoardOrder, type LearningItem, lastWeek, weekOn } from '../../domain/learning/board.ts'
import { type LearningProgress, learningProgress } from '../../domain/learning/progress.ts'
import { asPerson, listMembers, type Member, type RoomDependencies } from '../../people/index.ts'
import type { Tx } from '../../platform/database/connection.ts'
import type { Language } from '../../platform/languages.ts'
import { dayIn } from '../../ui/dates.ts'
import { getJourney, type Journey, listNames } from '../record/index.ts'
import { findMarked, type MarkedAction } from './actions-store.ts'
import { ensureBoard, findSignedPlan, type SignedPlan } from './begin.ts'
import { type Board, type BoardRow, listBoardRows } from './board-store.ts'
import { type HourTotals, hourTotals } from './hours-store.ts'

/** An item of the board with what the rules need of it. */
export type Entry = BoardRow & LearningItem & { kind: ItemKind | undefined }

/** Everything the pages of the board show. */
export type Learning = {
  journey: Journey
  board: Board
  pack: Pack
  /** In the order in which they are followed. */
  entries: Entry[]
  hours: HourTotals
  /** Hours planned in each week. */
  byWeek: number[]
  progress: LearningProgress
  members: Member[]
  marked: MarkedAction[]
  /** `YYYY-MM-DD`, where the reader is. */
  today: string
  /** The current week; 0 or less before the start. */
  week: number
  /** Weeks the page lists. */
  weeks: number
  /** Whoever made the last move, which can be undone. */
  movedBy: string | undefined
  /** A newer version of the final plan than the board follows. */
  newer: SignedPlan | undefined
}

/** Why there is no board. */
export type NoBoard = 'stage' | 'plan'

/** The board's rows as the rules read them; what comes before an item is what the catalogue says, as far as it is on the board. */
export function entriesOf(rows: readonly BoardRow[], pack: Pick<Pack, 'items'>): Entry[] {
  const onBoard = new Map(rows.flatMap((row) => (row.item === undefined ? [] : [[row.item, row.id] as const])))
  const entries = rows.map((row) => {
    const item = row.item === undefined ? undefined : pack.items.find(({ id }) => id === row.item)
    return {
      ...row,
      kind: item?.kind,
      shares: row.people.map(({ state }) => state),
      needs: (item?.prerequisites ?? []).flatMap((needed) => onBoard.get(needed) ?? []),
    }
  })
  return inBoardOrder(entries)
}

/** The release that a board follows. */
export async function packOf(deps: Pick<RoomDependencies, 'findContent'>, board: Board): Promise<Pack> {
  const content = await deps.findContent(board.release)
  if (content === undefined) throw new Error(`The release ${board.release} is missing`)
  return content.pack
}

/** The board's items for a change: the caller holds its lock. */
export async function loadEntries(
  deps: Pick<RoomDependencies, 'findContent'>,
  tx: Tx,
  board: Board,
): Promise<{ pack: Pack; entries: Entry[] }> {
  const pack = await packOf(deps, board)
  return { pack, entries: entriesOf(await listBoardRows(tx, board.journeyId), pack) }
}

/** The board as a person sees it; it is made when it is first opened in its stage. */
export async function loadLearning(
  deps: Pick<RoomDependencies, 'db' | 'findContent' | 'now'>,
  actor: { personId: string; timeZone: string },
  journeyId: string,
): Promise<Learning | NoBoard> {
  const now = deps.now()
  return asPerson(deps.db, actor, async (tx) => {
    const journey = await getJourney(tx, journeyId)
    const board = await ensureBoard(tx, journey, { at: now, by: actor.personId })
    if (board === undefined) return journey.stage === 'learning' || journey.stage === 'endline' ? 'plan' : 'stage'
    const { pack, entries } = await loadEntries(deps, tx, board)
    const today = dayIn(now, actor.timeZone)
    const week = weekOn(board.startsOn, today)
    const byWeek = hoursByWeek(entries)
    const plan = await findSignedPlan(tx, journeyId)
    const mover = board.undo?.by
    return {
      journey,
      board,
      pack,
      entries,
      hours: await hourTotals(tx, journeyId),
      byWeek,
      progress: learningProgress(entries),
      members: await listMembers(tx, journey.communityId),
      marked: await findMarked(tx, journeyId),
      today,
      week,
      weeks: Math.max(board.plannedWeeks, ...entries.map(lastWeek), 1),
      movedBy: mover === undefined ? undefined : ((await listNames(tx, [mover])).get(mover) ?? ''),
      newer: plan && plan.version > board.planVersion ? plan : undefined,
    }
  })
}

/** What an item is called, and in which language its name is. */
export function titleOf(
  row: Pick<BoardRow, 'item' | 'title' | 'language'>,
  pack: Pick<Pack, 'items'>,
  language: Language,
): { text: string; language: string } {
  return row.item === undefined
    ? { text: row.title ?? '', language: row.language ?? language }
    : { text: itemTitle(pack, row.item, language), language }
}
