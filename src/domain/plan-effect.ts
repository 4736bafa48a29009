import type { PlanInput } from './action-plan.ts'
import type { ActionPlan, Pathway } from './action-plan-types.ts'
import { compareIds } from './ids.ts'
import { perHour, perLevel } from './pathways/problem.ts'
import type { PathwayProblem, ProblemItem } from './pathways/problem-types.ts'
import { hoursOf, liftsByCell, worthOf } from './pathways/value.ts'
import { openProblems } from './plan-edits.ts'
import { change } from './plan-edits-items.ts'
import type { Misfit, PathwayFigures, PathwayId, PlanFigures } from './plan-edits-types.ts'

/** What a plan comes to, for a line of before and after. */
export function figuresOf({ pathways, overlapHours }: Pick<ActionPlan, 'pathways' | 'overlapHours'>): PlanFigures {
  return { A: ofPathway(pathways.A), B: ofPathway(pathways.B), overlapHours }
}

function ofPathway(pathway: Pathway): PathwayFigures {
  return {
    items: pathway.items.length,
    hours: pathway.hours,
    gapClosed: pathway.gapClosed ?? 0,
    leftOut: pathway.leftOut.length,
    lastWeek: Math.max(0, ...pathway.items.map((item) => item.lastWeek)),
  }
}

/** An item of the catalogue that could come into a pathway, and what it would do there. */
export type ItemCandidate = {
  item: string
  hours: number
  /** What would come with it, or leave. */
  along: string[]
  /** Levels it would close there today, cell by cell. */
  closes: { component: string; facet: string; amount: number }[]
  /** Change to the pathway as a whole. */
  hoursAfter: number
  /** Levels, more or fewer than now. */
  gapChange: number
} & ({ fits: true } | { fits: false; why: Misfit })

/**
 * The items that could be put into a pathway, the most useful first (Method 4.7): what each would close there, what it would bring
 * along, and why it cannot come where it cannot.
 * @param current items of the pathway as they are now
 * @param removed items people took out of it
 * @param instead the item that would leave
 */
export function itemCandidates(
  input: PlanInput,
  given: { pathway: PathwayId; current: readonly string[]; removed: readonly string[]; instead?: string },
): ItemCandidate[] {
  const open = openProblems(input)[given.pathway]
  const byId = new Map(open.items.map((item) => [item.id, item]))
  const known = new Set(input.pack.items.map((item) => item.id))
  const now = new Set(given.current)
  const itemsOf = (ids: ReadonlySet<string>) => [...ids].flatMap((id) => byId.get(id) ?? [])
  const before = itemsOf(now)
  const barred = new Set(given.removed)
  const candidates = open.items
    .filter((item) => !now.has(item.id))
    .map((item) => {
      const result = change(open, now, barred, known, {
        into: item.id,
        ...(given.instead === undefined ? {} : { out: given.instead }),
      })
      const rest = before.filter((one) => one.id !== given.instead)
      const after = result.ok ? itemsOf(result.items) : [...rest, item]
      const candidate = {
        item: item.id,
        hours: item.hours / perHour,
        along: result.ok ? result.along : [],
        closes: closesOn(open, rest, item),
        hoursAfter: hoursOf(after) / perHour,
        gapChange: (closedBy(open, after) - closedBy(open, before)) / perLevel,
      }
      const worth = worthOf(open, after) - worthOf(open, before)
      return { worth, candidate: { ...candidate, ...(result.ok ? { fits: true } : { fits: false, why: result.why }) } }
    })
  return candidates
    .sort((a, b) => b.worth - a.worth || compareIds(a.candidate.item, b.candidate.item))
    .map(({ candidate }) => candidate as ItemCandidate)
}

/** Hundredths of a level that a set closes. */
function closedBy(problem: PathwayProblem, items: readonly ProblemItem[]): number {
  const lifts = liftsByCell(problem, items)
  return problem.cells.reduce((sum, cell, index) => sum + Math.min(cell.gap, lifts[index] ?? 0), 0)
}

function closesOn(problem: PathwayProblem, rest: readonly ProblemItem[], item: ProblemItem): ItemCandidate['closes'] {
  const lifts = liftsByCell(problem, rest)
  return item.lifts.flatMap(({ cell, lift }) => {
    const of = problem.cells[cell]
    if (of === undefined) return []
    const amount = Math.min(lift, Math.max(0, of.gap - (lifts[cell] ?? 0)))
    return amount > 0 ? [{ component: of.component, facet: of.facet, amount: amount / perLevel }] : []
  })
}
