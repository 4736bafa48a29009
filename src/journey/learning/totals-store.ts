import type { ItemKind } from '../../content/schema.ts'
import { type LearningState, pathwayDone } from '../../domain/learning/board.ts'
import { type LearningProgress, learningProgress } from '../../domain/learning/progress.ts'
import type { JourneyFacts } from '../../domain/stages.ts'
import type { Tx } from '../../platform/database/connection.ts'
import { findBoard, listBoardRows } from './board-store.ts'
import { type HoursSource, hourTotals } from './hours-store.ts'

/** What the learning says for the guard of its stage: nothing is open any more, or the lead asked to close it (Method 5.1). */
export async function learningFacts(tx: Tx, journeyId: string): Promise<Pick<JourneyFacts, 'learningDone'>> {
  const board = await findBoard(tx, journeyId)
  if (board === undefined) return { learningDone: false }
  return { learningDone: board.closed !== undefined || pathwayDone(await listBoardRows(tx, journeyId)) }
}

/** What a journey's learning amounts to, for its overview, its record and the endline. Nothing in it is about one person. */
export type LearningTotals = {
  /** Items that are not set aside. */
  items: number
  byState: Record<LearningState, number>
  progress: LearningProgress
  hoursPlanned: number
  hoursSpent: number
  hoursBySource: Partial<Record<HoursSource, number>>
  /** People who have an item, or spent hours; below five, tell it to the community alone (Method 4.12). */
  people: number
  /** Items of each kind of the catalogue that are done. */
  doneByKind: Partial<Record<ItemKind | 'own', number>>
  /** Templates that were kept and marked an action of the plan. */
  templatesKept: number
  sessions: number
  closed: boolean
}

/**
 * @param kindOf the kind of a catalogue item, from the release the board follows
 * @returns nothing where the journey has no board
 */
export async function learningTotals(
  tx: Tx,
  journeyId: string,
  kindOf?: (item: string) => ItemKind | undefined,
): Promise<LearningTotals | undefined> {
  const board = await findBoard(tx, journeyId)
  if (board === undefined) return undefined
  const rows = await listBoardRows(tx, journeyId)
  const hours = await hourTotals(tx, journeyId)
  const { count } = await tx
    .selectFrom('learning_action')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('journey_id', '=', journeyId)
    .where('undone_at', 'is', null)
    .executeTakeFirstOrThrow()
  const byState: Record<LearningState, number> = { planned: 0, doing: 0, done: 0, prior: 0, 'set-aside': 0 }
  const doneByKind: LearningTotals['doneByKind'] = {}
  for (const row of rows) {
    byState[row.state] += 1
    if (row.state !== 'done') continue
    const kind = row.item === undefined ? 'own' : (kindOf?.(row.item) ?? 'own')
    doneByKind[kind] = (doneByKind[kind] ?? 0) + 1
  }
  const progress = learningProgress(rows.map((row) => ({ ...row, shares: row.people.map(({ state }) => state) })))
  const withItem = new Set(rows.flatMap(({ people }) => people.map(({ personId }) => personId)))
  return {
    items: rows.length - byState['set-aside'],
    byState,
    progress,
    hoursPlanned: progress.planned,
    hoursSpent: hours.hours,
    hoursBySource: hours.bySource,
    people: Math.max(withItem.size, hours.people),
    doneByKind,
    templatesKept: Number(count),
    sessions: hours.sessions,
    closed: board.closed !== undefined,
  }
}
