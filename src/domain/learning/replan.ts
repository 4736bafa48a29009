import { compareIds } from '../ids.ts'
import { inBoardOrder, isOpen, type LearningItem, type Placement } from './board.ts'

/** Weeks are filled in quarters of an hour, as the catalogue counts. */
const perHour = 4

export type ReplanInput = {
  items: readonly LearningItem[]
  /** The first week that may hold something: the current one. */
  fromWeek: number
  /** Hours a week holds, in quarter hours; at least a quarter. */
  weeklyHours: number
}

export type Replan = {
  /** Where every open item comes to stand; nothing else moves. */
  placements: Placement[]
  /** The last week that holds an open item; the week before `fromWeek` when nothing is open. */
  lastWeek: number
}

/**
 * Plans what is open again from a week on (docs/method.md, "Planning again"): in the order of the board, each item after what it needs, one
 * after the other, every week filled up to its hours. An item that does not fit into the rest of a week goes on in the next one. An item
 * that is being done counts with all its planned hours: how far someone is with it is not known.
 *
 * @throws RangeError when a week holds less than a quarter of an hour
 */
export function replan({ items, fromWeek, weeklyHours }: ReplanInput): Replan {
  const room = Math.floor(weeklyHours * perHour)
  if (room < 1) throw new RangeError('a week must hold a quarter of an hour')
  let clock = 0
  const placements = openInOrder(items).map((item, position) => {
    const length = quarters(item)
    const parts: number[] = []
    const begins = Math.floor(clock / room)
    for (let left = length; left > 0; ) {
      const taken = Math.min(left, room - (clock % room))
      parts.push(taken / perHour)
      clock += taken
      left -= taken
    }
    return { id: item.id, firstWeek: fromWeek + begins, parts, position }
  })
  return { placements, lastWeek: fromWeek + Math.ceil(clock / room) - 1 }
}

/** Open items in the order of the board, each after the open ones it needs: among those that can come next, the first on the board. */
function openInOrder(items: readonly LearningItem[]): LearningItem[] {
  const waiting = inBoardOrder(items.filter(isOpen))
  const order: LearningItem[] = []
  while (waiting.length > 0) {
    const next = waiting.findIndex((item) => !item.needs.some((id) => waiting.some((other) => other.id === id)))
    order.push(...waiting.splice(Math.max(next, 0), 1))
  }
  return order
}

/** An item takes whole quarters of an hour. */
function quarters({ hours }: Pick<LearningItem, 'hours'>): number {
  return Math.ceil(Math.round(hours * 1000) / (1000 / perHour))
}

/** A way to go on. People choose one, or none. */
export type ReplanOption =
  /** The same hours a week; `weeksLonger` than agreed, 0 when it fits. */
  | { kind: 'longer'; weeklyHours: number; setAside: readonly string[]; plan: Replan; weeksLonger: number }
  /** The agreed end, with more hours a week. */
  | { kind: 'more-hours'; weeklyHours: number; setAside: readonly string[]; plan: Replan; weeksLonger: 0 }
  /** The agreed end and the same hours a week, without the items that bring least. */
  | { kind: 'set-aside'; weeklyHours: number; setAside: readonly string[]; plan: Replan; weeksLonger: 0 }

/**
 * The ways to go on from a week: taking longer; and where that goes past the agreed end, more hours a week, or setting items aside so that
 * the end holds.
 *
 * @param input.endWeek the last week as agreed
 */
export function replanOptions(input: ReplanInput & { endWeek: number }): ReplanOption[] {
  const { items, fromWeek, weeklyHours, endWeek } = input
  const plan = replan(input)
  const weeksLonger = Math.max(0, plan.lastWeek - endWeek)
  const options: ReplanOption[] = [{ kind: 'longer', weeklyHours, setAside: [], plan, weeksLonger }]
  const weeks = endWeek - fromWeek + 1
  if (weeksLonger === 0 || weeks < 1) return options
  const total = items.filter(isOpen).reduce((sum, item) => sum + quarters(item), 0)
  const more = Math.ceil(total / weeks) / perHour
  options.push({
    kind: 'more-hours',
    weeklyHours: more,
    setAside: [],
    plan: replan({ ...input, weeklyHours: more }),
    weeksLonger: 0,
  })
  const setAside = leastValuable(items, Math.floor(weeklyHours * perHour) * weeks)
  const kept = items.filter(({ id }) => !setAside.includes(id))
  options.push({
    kind: 'set-aside',
    weeklyHours,
    setAside,
    plan: replan({ ...input, items: kept }),
    weeksLonger: 0,
  })
  return options
}

/**
 * Which open items to set aside so that the rest fits: again and again the one that, with everything that needs it, brings least value; of
 * two alike the one that frees more hours, then the smaller id. Value is what an item adds in the order of the plan (Method 4.7).
 *
 * @param room quarters of an hour that are there
 */
export function leastValuable(items: readonly LearningItem[], room: number): string[] {
  let open = items.filter(isOpen)
  const aside: string[] = []
  while (open.reduce((sum, item) => sum + quarters(item), 0) > room) {
    const [least] = open
      .map((item) => {
        const group = withDependents(open, item.id)
        const members = open.filter(({ id }) => group.has(id))
        return {
          group,
          id: item.id,
          loses: members.reduce((sum, { marginal }) => sum + marginal, 0),
          frees: members.reduce((sum, member) => sum + quarters(member), 0),
        }
      })
      .toSorted((a, b) => a.loses - b.loses || b.frees - a.frees || compareIds(a.id, b.id))
    if (least === undefined) break
    aside.push(...open.filter(({ id }) => least.group.has(id)).map(({ id }) => id))
    open = open.filter(({ id }) => !least.group.has(id))
  }
  return aside.sort(compareIds)
}

/** An item and everything open that cannot be followed without it. */
export function withDependents(items: readonly LearningItem[], id: string): Set<string> {
  const group = new Set([id])
  for (let grown = true; grown; ) {
    grown = false
    for (const item of items) {
      if (group.has(item.id) || !item.needs.some((needed) => group.has(needed))) continue
      group.add(item.id)
      grown = true
    }
  }
  return group
}
