import type { PlannedWeek } from '../action-plan-types.ts'
import { compareIds } from '../ids.ts'
import { perHour } from './problem.ts'
import type { PathwayProblem, ProblemItem } from './problem-types.ts'

/** An item in its place in a pathway. */
export type PlacedItem = {
  item: ProblemItem
  /** What it adds to V when taken in this place, 10^-6. */
  marginal: number
  /** Hundredths of a level it closes of each cell in this place, those above 0. */
  closes: { cell: number; amount: number }[]
}

/**
 * The order to follow a pathway in (Method 4.7): among items whose prerequisites are placed, the one that adds most V per
 * hour, ties by id.
 * @param items closed under prerequisites
 */
export function inSequence(problem: Pick<PathwayProblem, 'cells'>, items: readonly ProblemItem[]): PlacedItem[] {
  const remaining = problem.cells.map((cell) => cell.gap)
  const waiting = [...items].sort((a, b) => compareIds(a.id, b.id))
  const placed: PlacedItem[] = []
  const done = new Set<string>()
  while (waiting.length > 0) {
    let next: PlacedItem | undefined
    for (const item of waiting) {
      if (!item.prerequisites.every((id) => done.has(id))) continue
      const candidate = place(item, problem, remaining)
      // Cross-multiplied whole numbers: no division decides a tie.
      if (next && candidate.marginal * next.item.hours <= next.marginal * item.hours) continue
      next = candidate
    }
    if (next === undefined) throw new RangeError('a pathway lacks a prerequisite of one of its items')
    for (const { cell, amount } of next.closes) remaining[cell] = (remaining[cell] ?? 0) - amount
    waiting.splice(waiting.indexOf(next.item), 1)
    done.add(next.item.id)
    placed.push(next)
  }
  return placed
}

function place(item: ProblemItem, { cells }: Pick<PathwayProblem, 'cells'>, remaining: readonly number[]): PlacedItem {
  const closes = item.lifts
    .map(({ cell, lift }) => ({ cell, amount: Math.min(remaining[cell] ?? 0, lift) }))
    .filter(({ amount }) => amount > 0)
  const marginal = closes.reduce((sum, { cell, amount }) => sum + (cells[cell]?.weight ?? 0) * amount, 0)
  return { item, marginal, closes }
}

/**
 * Packs items into weeks one after the other. Each week holds the same hours, H / weeks; an item that does not fit into what
 * is left of a week goes on in the next one.
 * @param items in order; together no longer than `hours`
 * @param hours H, quarter hours
 * @returns the weeks that are used, from week 1 on
 */
export function intoWeeks(items: readonly ProblemItem[], hours: number, weeks: number): PlannedWeek[] {
  // Counted in parts of a quarter hour, as many as there are weeks: then a week holds a whole number of them.
  const lengths: { item: string; length: number }[][] = []
  let clock = 0
  for (const item of items) {
    const end = clock + item.hours * weeks
    while (clock < end) {
      const week = Math.floor(clock / hours)
      const until = Math.min(end, (week + 1) * hours)
      lengths[week] = [...(lengths[week] ?? []), { item: item.id, length: until - clock }]
      clock = until
    }
  }
  const inHours = (length: number) => length / (weeks * perHour)
  return lengths.map((parts, index) => ({
    week: index + 1,
    parts: parts.map(({ item, length }) => ({ item, hours: inHours(length) })),
    hours: inHours(parts.reduce((sum, part) => sum + part.length, 0)),
  }))
}
