import type { CellOutcome, ItemReason, Pathway } from './action-plan-types.ts'
import { leftOutItems } from './pathways/left-out.ts'
import { key, perHour, perLevel } from './pathways/problem.ts'
import type { ApartRule, PathwayProblem, PathwaySolution } from './pathways/problem-types.ts'
import { inSequence, intoWeeks, type PlacedItem } from './pathways/sequence.ts'
import { chosenItems } from './pathways/two-pathways.ts'
import { liftsByCell } from './pathways/value.ts'
import type { ReportCard } from './report-card-types.ts'
import type { Trace } from './trace.ts'

type Found = {
  problem: PathwayProblem
  solution: PathwaySolution
  card: ReportCard
  weeks: number
  /** The rule B was found under. */
  apart?: ApartRule
}

/** A pathway as people follow it (Method 4.7): in order, by week, each item with its reasons, and what it changes. */
export function plannedPathway(id: 'A' | 'B', { problem, solution, card, weeks: count, apart }: Found): Pathway {
  const chosen = chosenItems(problem, solution)
  const placed = inSequence(problem, chosen)
  const weeks = intoWeeks(
    placed.map(({ item }) => item),
    problem.hours,
    count,
  )
  const cells = outcomes(problem, liftsByCell(problem, chosen), card)
  return {
    id,
    items: placed.map((one) => {
      const itsWeeks = weeks.filter(({ parts }) => parts.some((part) => part.item === one.item.id))
      return {
        item: one.item.id,
        hours: one.item.hours / perHour,
        firstWeek: itsWeeks[0]?.week ?? 1,
        lastWeek: itsWeeks.at(-1)?.week ?? 1,
        reasons: reasonsFor(one, problem, placed),
        marginal: one.marginal,
      }
    }),
    hours: solution.hours / perHour,
    weeks,
    cells,
    value: solution.value,
    upperBound: solution.upperBound,
    proven: solution.proven,
    nodes: solution.nodes,
    considered: problem.items.length,
    leftOut: leftOutItems(problem, chosen, apart),
    gapClosed: cells.reduce((sum, cell) => sum + cell.closed, 0),
    trace: valueTrace(problem, solution, liftsByCell(problem, chosen)),
  }
}

function reasonsFor(
  { item, closes }: PlacedItem,
  problem: PathwayProblem,
  placed: readonly PlacedItem[],
): ItemReason[] {
  const closing = closes.flatMap(({ cell, amount }): ItemReason[] => {
    const of = problem.cells[cell]
    return of ? [{ kind: 'closes', component: of.component, facet: of.facet, amount: amount / perLevel }] : []
  })
  const needed = placed
    .filter((other) => other.item.prerequisites.includes(item.id))
    .map((other): ItemReason => ({ kind: 'needed-for', item: other.item.id }))
  const reasons = [...closing, ...needed]
  return reasons.length > 0 ? reasons : [{ kind: 'keeps-apart' }]
}

/** What each gap is at the end. Lifts beyond the wanted level are not counted: the plan promises no more than was asked for. */
function outcomes(problem: PathwayProblem, lifts: readonly number[], card: ReportCard): CellOutcome[] {
  const results = new Map(
    card.components.flatMap(({ component, facets }) => facets.map((result) => [key(component, result.facet), result])),
  )
  return problem.cells.map(({ component, facet, gap: hundredths }, index) => {
    const result = results.get(key(component, facet))
    const now = result?.planScore ?? 0
    const gap = result?.gap ?? 0
    const covered = lifts[index] ?? 0
    // A gap that is covered in hundredths is closed, though its exact size may be a third of a hundredth more.
    const closed = covered >= hundredths ? gap : Math.min(gap, covered / perLevel)
    return { component, facet, now, wanted: result?.wanted ?? now, closed, after: now + closed }
  })
}

function valueTrace(problem: PathwayProblem, solution: PathwaySolution, lifts: readonly number[]): Trace {
  return {
    rule: '4.7 value',
    from: {
      cells: problem.cells.map(({ component, facet }) => key(component, facet)),
      weights: problem.cells.map(({ weight }) => weight),
      gaps: problem.cells.map(({ gap }) => gap),
      lifts: [...lifts],
      items: solution.items,
      quarterHours: solution.hours,
      quarterHoursAllowed: problem.hours,
      itemsAllowed: problem.maxItems,
    },
    value: solution.value,
  }
}
