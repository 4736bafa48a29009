import { compareIds } from './ids.ts'
import type { PriorityEntry, WeightTerms } from './report-card-types.ts'

/** b1 to b4 of Method 4.6, one for each term; they sum to 1. */
export type PriorityWeights = WeightTerms

/** The three weightings of Method 4.6: the report card's order, pathway A "Foundations" and pathway B "Our priorities". */
export const priorityWeights = {
  reportCard: { importance: 0.5, leverage: 0.2, duty: 0.15, need: 0.15 },
  pathwayA: { importance: 0.2, leverage: 0.5, duty: 0.2, need: 0.1 },
  pathwayB: { importance: 0.6, leverage: 0.05, duty: 0.1, need: 0.25 },
} as const satisfies Record<string, PriorityWeights>

/** Used in the formula when no one said how important a component is: "would help". */
export const importanceWhenUnanswered = 1

/** Highest answer to "how important is it?", whatever the scale of levels. */
export const topImportance = 3

const terms = ['importance', 'leverage', 'duty', 'need'] as const satisfies (keyof WeightTerms)[]

/** How far each weight is moved, one at a time, to see whether the order holds. */
const stabilityStep = 0.1

/** Products closer together than this count as equal, so that binary noise never decides an order. */
const tieGrid = 1e9

/** w_j = sum of b x term (Method 4.6, simple additive weighting): in [0, 1] when every term is. */
export function weigh(weights: PriorityWeights, t: WeightTerms): number {
  return (
    weights.importance * t.importance + weights.leverage * t.leverage + weights.duty * t.duty + weights.need * t.need
  )
}

/** The eight variants of a weighting: each b moved by +0.10 and -0.10 (never below 0), then all four divided by their sum. */
export function stabilityVariants(weights: PriorityWeights): PriorityWeights[] {
  return terms.flatMap((term) =>
    [stabilityStep, -stabilityStep].map((step) => {
      const moved = { ...weights, [term]: Math.max(0, weights[term] + step) }
      const sum = moved.importance + moved.leverage + moved.duty + moved.need
      return {
        importance: moved.importance / sum,
        leverage: moved.leverage / sum,
        duty: moved.duty / sum,
        need: moved.need / sum,
      }
    }),
  )
}

/** A component that may become a priority. */
export type Candidate = { component: string; terms: WeightTerms /** G, in levels. */; gap: number }

/**
 * The priority list (Method 4.6): candidates with a gap above 0, by weight x gap, ties by the larger gap, then by id.
 * @param top N; an entry is firm when it is among the first N here and in all eight variants of the weights
 */
export function rankPriorities(
  candidates: readonly Candidate[],
  top: number,
  weights: PriorityWeights = priorityWeights.reportCard,
): PriorityEntry[] {
  const open = candidates.filter((candidate) => candidate.gap > 0)
  const ranks = stabilityVariants(weights).map(
    (variant) => new Map(inOrder(open, variant).map(({ component }, index) => [component, index + 1])),
  )
  return inOrder(open, weights).map(({ component, weight, gap, value }, index) => {
    const ranksInVariants = ranks.map((rank) => rank.get(component) ?? 0)
    const timesInTop = ranksInVariants.filter((rank) => rank <= top).length
    return {
      component,
      weight,
      gap,
      value,
      firm: index < top && timesInTop === ranks.length,
      timesInTop,
      trace: { rule: '4.6 stability', from: { top, rank: index + 1, ranksInVariants }, value: timesInTop },
    }
  })
}

function inOrder(candidates: readonly Candidate[], weights: PriorityWeights) {
  return candidates
    .map(({ component, terms: t, gap }) => {
      const weight = weigh(weights, t)
      return { component, weight, gap, value: weight * gap }
    })
    .sort((a, b) => byLarger(a.value, b.value) || byLarger(a.gap, b.gap) || compareIds(a.component, b.component))
}

/** For sorting: the larger first; differences below one billionth count as a tie. */
export function byLarger(a: number, b: number): number {
  return Math.round(b * tieGrid) - Math.round(a * tieGrid)
}

/**
 * Rank-order-centroid weights (Barron and Barrett 1996): the weight of rank r among `count` is (1/count) x (1/r + … + 1/count).
 * They sum to 1.
 */
export function rankOrderCentroid(count: number): number[] {
  const weights: number[] = []
  let tail = 0
  for (let rank = count; rank >= 1; rank--) {
    tail += 1 / rank
    weights.unshift(tail / count)
  }
  return weights
}

const rankedAtValidation = 5

/**
 * Importance 0 to 3 from the order the community gave its most important components at validation (Method 4.6):
 * rank r becomes 3 x ROC_r / ROC_1; every component left out becomes 0.
 * @param ranking component ids, most important first, at most five
 * @param components all component ids of the pack
 * @throws RangeError on more than five ranks, or a component named twice or unknown
 */
export function importanceFromRanking(
  ranking: readonly string[],
  components: readonly string[],
): Record<string, number> {
  if (ranking.length > rankedAtValidation) throw new RangeError(`at most ${rankedAtValidation} components are ranked`)
  if (new Set(ranking).size < ranking.length) throw new RangeError('a component is ranked twice')
  const importance = Object.fromEntries(components.map((component) => [component, 0]))
  const weights = rankOrderCentroid(rankedAtValidation)
  ranking.forEach((component, index) => {
    if (!Object.hasOwn(importance, component)) throw new RangeError(`unknown component ${component}`)
    importance[component] = topImportance * ((weights[index] ?? 0) / (weights[0] ?? 1))
  })
  return importance
}
