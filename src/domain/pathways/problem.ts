import type { Item } from '../../content/schema.ts'
import type { PlanBasis } from '../action-plan-types.ts'
import type { EnginePack } from '../engine-pack.ts'
import { compareIds } from '../ids.ts'
import { byLarger } from '../priorities.ts'
import type { FacetResult, ReportCard } from '../report-card-types.ts'
import { consideredItems, usableItems } from './filter.ts'
import type { PathwayProblem, ProblemCell, ProblemItem } from './problem-types.ts'

/** Whole numbers in one level, in a weight of 1, and in an hour (Method 4.7). */
export const perLevel = 100
export const perWeight = 10_000
export const perHour = 4

/** Keeps binary noise from turning a half into something just below it; far below the smallest real difference. */
const noise = 1e-9

/** Half up to a whole number of parts. `x` is 0 or more. */
export function toParts(x: number, parts: number): number {
  return Math.floor(x * parts + 0.5 + noise)
}

export type PathwayInput = {
  pack: EnginePack
  /** With every figure: the view for whoever holds the answers. */
  card: ReportCard
  basis: PlanBasis
  /** w by component; a component left out weighs 0. */
  weights: ReadonlyMap<string, number>
  /** Items that people put into the pathway: kept, with what they need, whatever the filter would do (Method 4.7, edited pathways). */
  also?: readonly string[]
}

/**
 * States the choice of a pathway in whole numbers (Method 4.7): filters the catalogue, then rounds weights, gaps and
 * effective lifts separately, half up. The cells do not depend on the weights except for their weight, so the problems of
 * both pathways share them.
 */
export function pathwayProblem({ pack, card, basis, weights, also = [] }: PathwayInput): PathwayProblem {
  const facetCount = pack.facets.length
  const scores = new Map<string, FacetResult>()
  const cells: ProblemCell[] = []
  const cellAt = new Map<string, number>()
  const open: { component: string; weight: number; gap: number }[] = []
  for (const { component, facets, scope } of card.components) {
    if (scope === 'out') continue
    const weight = weights.get(component) ?? 0
    let gapSum = 0
    for (const result of facets) {
      scores.set(key(component, result.facet), result)
      const gap = toParts(result.gap ?? 0, perLevel)
      if (gap === 0) continue
      gapSum += result.gap ?? 0
      cellAt.set(key(component, result.facet), cells.length)
      cells.push({ component, facet: result.facet, weight: toParts(weight / facetCount, perWeight), gap })
    }
    if (gapSum > 0) open.push({ component, weight, gap: gapSum / facetCount })
  }
  open.sort(
    (a, b) =>
      byLarger(a.weight * a.gap, b.weight * b.gap) || byLarger(a.gap, b.gap) || compareIds(a.component, b.component),
  )

  // Knowledge is the second facet; a pack of one facet has only that.
  const knowledge = pack.facets[1]?.id ?? pack.facets[0]?.id ?? ''
  const usable = usableItems(pack, basis, (component) => scores.get(key(component, knowledge))?.planScore)
  const considered = consideredItems(
    usable,
    open.map(({ component }) => component),
    (item, component) => effectiveLifts(item, scores).some((lift) => lift.component === component),
    also,
  )
  return {
    cells,
    items: considered.map(({ item, prerequisites }): ProblemItem => {
      const lifts = effectiveLifts(item, scores).flatMap(({ component, facet, lift }) => {
        const cell = cellAt.get(key(component, facet))
        return cell === undefined ? [] : [{ cell, lift }]
      })
      const group = item.variantGroup === undefined ? {} : { group: item.variantGroup }
      return { id: item.id, hours: toParts(item.hours, perHour), lifts, prerequisites, ...group }
    }),
    hours: Math.floor(basis.hours * perHour + noise),
    maxItems: basis.maxItems,
  }
}

type EffectiveLift = { component: string; facet: string; lift: number }

/** e = max(0, min(S + lift, ceiling) - S) in hundredths, those above 0; without a score there is no lift. */
function effectiveLifts(item: Item, scores: ReadonlyMap<string, FacetResult>): EffectiveLift[] {
  const found = new Map<string, EffectiveLift>()
  for (const { component, facet, lift, ceiling } of item.lifts) {
    const score = scores.get(key(component, facet))?.planScore
    if (score === undefined) continue
    const effective = toParts(Math.max(0, Math.min(score + lift, ceiling) - score), perLevel)
    const before = found.get(key(component, facet))?.lift ?? 0
    if (effective > before) found.set(key(component, facet), { component, facet, lift: effective })
  }
  return [...found.values()]
}

/** Ids hold no slash, so the key is unambiguous. */
export function key(component: string, facet: string): string {
  return `${component}/${facet}`
}
