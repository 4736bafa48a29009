import { compareIds } from '../ids.ts'

/** Where an item of the pathway stands. */
export const itemStates = ['planned', 'doing', 'done', 'prior', 'set-aside'] as const

export type LearningState = (typeof itemStates)[number]

/** Where one person stands with an item. */
export type ShareState = 'planned' | 'doing' | 'done'

/** An item on the board, as far as the rules need it. */
export type LearningItem = {
  id: string
  /** Hours planned. */
  hours: number
  /** The week it begins in, from 1. */
  firstWeek: number
  /** Hours of the first week, the week after, and so on. */
  parts: readonly number[]
  /** Breaks ties inside a week. */
  position: number
  state: LearningState
  /** One for each person who has it. */
  shares: readonly ShareState[]
  /** Ids of items on the board that come before it. */
  needs: readonly string[]
  /** What it adds to the pathway's value in the order of the plan, 10^-6 (Method 4.7). */
  marginal: number
}

/** The week an item is over in. */
export function lastWeek(item: Pick<LearningItem, 'firstWeek' | 'parts'>): number {
  return item.firstWeek + Math.max(item.parts.length, 1) - 1
}

/** Whether something is still to be done for an item. */
export function isOpen({ state }: Pick<LearningItem, 'state'>): boolean {
  return state === 'planned' || state === 'doing'
}

/** Whether a pathway is done: it has items, and none of them is open (Method 5.1, stage 7). */
export function pathwayDone(items: readonly Pick<LearningItem, 'state'>[]): boolean {
  return items.length > 0 && !items.some(isOpen)
}

/**
 * The state that follows from the people who have an item: done when each of them is, being done when one has begun. Prior learning and
 * what was set aside stay what they are; without people, the state is what someone said.
 */
export function stateOf(state: LearningState, shares: readonly ShareState[]): LearningState {
  if (state === 'prior' || state === 'set-aside' || shares.length === 0) return state
  if (shares.every((share) => share === 'done')) return 'done'
  return shares.some((share) => share !== 'planned') ? 'doing' : 'planned'
}

/** The items as they are followed: by week, inside a week what others need first, then by position. */
export function inBoardOrder<Item extends LearningItem>(items: readonly Item[]): Item[] {
  const waiting = [...items].sort(
    (a, b) => a.firstWeek - b.firstWeek || a.position - b.position || compareIds(a.id, b.id),
  )
  const order: Item[] = []
  while (waiting.length > 0) {
    const week = waiting[0]?.firstWeek
    const ready = waiting.findIndex(
      (item) =>
        item.firstWeek === week &&
        !item.needs.some((id) => waiting.some((other) => other.id === id && other.firstWeek === week)),
    )
    order.push(...waiting.splice(Math.max(ready, 0), 1))
  }
  return order
}

/** The last week a pathway may reach: two years. */
export const mostWeeks = 104

export type Placement = { id: string; firstWeek: number; parts: readonly number[]; position: number }

export type Moved =
  | { ok: true; placement: Placement }
  /** `item` is the one that stands in the way, and `week` the earliest or latest week that it leaves free. */
  | { ok: false; reason: 'needs' | 'needed-by'; item: string; week: number }
  | { ok: false; reason: 'no-such-week' | 'not-open' }

/**
 * Moves an open item so that it begins in another week, to the end of that week; its hours keep their spread. What it needs is over by
 * the week it begins, and what needs it begins no earlier than it is over: what is done, known before or set aside keeps nothing back.
 */
export function moveItem(items: readonly LearningItem[], id: string, week: number): Moved {
  const item = items.find((candidate) => candidate.id === id)
  if (item === undefined || !isOpen(item)) return { ok: false, reason: 'not-open' }
  const ends = week + Math.max(item.parts.length, 1) - 1
  if (!Number.isInteger(week) || week < 1 || ends > mostWeeks) return { ok: false, reason: 'no-such-week' }
  const open = items.filter(isOpen)
  const before = open.filter((other) => item.needs.includes(other.id)).toSorted((a, b) => lastWeek(b) - lastWeek(a))[0]
  if (before && lastWeek(before) > week) return { ok: false, reason: 'needs', item: before.id, week: lastWeek(before) }
  const after = open.filter((other) => other.needs.includes(id)).toSorted((a, b) => a.firstWeek - b.firstWeek)[0]
  if (after && after.firstWeek < ends) {
    return { ok: false, reason: 'needed-by', item: after.id, week: after.firstWeek - (ends - week) }
  }
  const position = Math.max(0, ...items.filter((other) => other.firstWeek === week).map((other) => other.position)) + 1
  return { ok: true, placement: { id, firstWeek: week, parts: item.parts, position } }
}

/** Hours planned in each week, from week 1 to the last; what was set aside or known before takes none. */
export function hoursByWeek(items: readonly LearningItem[]): number[] {
  const weeks: number[] = []
  for (const item of items) {
    if (item.state === 'set-aside' || item.state === 'prior') continue
    item.parts.forEach((hours, index) => {
      const at = item.firstWeek - 1 + index
      while (weeks.length <= at) weeks.push(0)
      weeks[at] = (weeks[at] ?? 0) + hours
    })
  }
  return weeks
}

const day = 86_400_000

/**
 * The week of a pathway that a day falls in.
 *
 * @param startsOn day week 1 begins, `YYYY-MM-DD`
 * @returns 0 or less before it begins
 */
export function weekOn(startsOn: string, today: string): number {
  const days = (Date.parse(`${today}T00:00:00Z`) - Date.parse(`${startsOn}T00:00:00Z`)) / day
  return Math.floor(days / 7) + 1
}

/** Whether an item is open though its last week is over. */
export function isLate(item: Pick<LearningItem, 'state' | 'firstWeek' | 'parts'>, week: number): boolean {
  return isOpen(item) && lastWeek(item) < week
}
