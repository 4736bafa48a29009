import type { FacetResult, GapStatus } from './report-card-types.ts'
import type { Scale } from './scale.ts'
import type { Trace } from './trace.ts'

/**
 * T of the first facet (Method 4.5): median of the levels people want in 12 months; a half is rounded down.
 * @param counts how many people want each level, index = level
 * @returns undefined when no one said
 */
export function medianWanted(counts: readonly number[]): number | undefined {
  const n = counts.reduce((total, count) => total + count, 0)
  if (n === 0) return undefined
  return Math.floor((valueAt(counts, Math.floor((n - 1) / 2)) + valueAt(counts, Math.floor(n / 2))) / 2)
}

/** The level at a 0-based place among the answers in order. */
function valueAt(counts: readonly number[], place: number): number {
  let passed = 0
  return counts.findIndex((count) => {
    passed += count
    return passed > place
  })
}

/**
 * Adds wanted level and gap to the facets of a component in scope (Method 4.5). The first facet has T; the others min(T, top - 1),
 * since being able to coach others is not needed to act. Gap = max(0, T - plan score), only with a wanted level and a plan score.
 * @param agreed T as agreed at validation, in place of the median
 */
export function addGaps(
  facets: readonly FacetResult[],
  wantedCounts: readonly number[],
  scale: Scale,
  agreed?: number,
) {
  const target = agreed ?? medianWanted(wantedCounts)
  if (target === undefined) return
  facets.forEach((facet, index) => {
    if (facet.status === 'out-of-scope') return
    const wanted = index === 0 ? target : Math.min(target, scale.knowledgeCap)
    facet.wanted = wanted
    facet.trace.wanted = wantedTrace(wanted, index, { wantedCounts, target, agreed }, scale)
    if (facet.planScore === undefined) return
    facet.gap = Math.max(0, wanted - facet.planScore)
    facet.trace.gap = { rule: '4.5 gap', from: { wanted, planScore: facet.planScore }, value: facet.gap }
  })
}

function wantedTrace(
  wanted: number,
  facet: number,
  { wantedCounts, target, agreed }: { wantedCounts: readonly number[]; target: number; agreed: number | undefined },
  scale: Scale,
): Trace {
  if (facet > 0) return { rule: '4.5 wanted cap', from: { wanted: target, cap: scale.knowledgeCap }, value: wanted }
  if (agreed !== undefined) return { rule: '4.5 wanted agreed', from: { agreed }, value: wanted }
  return { rule: '4.5 wanted median', from: { wantedCounts: [...wantedCounts] }, value: wanted }
}

/** "Is this realistic?": the wanted level is more than half of the scale above today's (Method 4.5). */
export function isUnrealistic(facet: FacetResult, scale: Scale): boolean {
  return facet.gap !== undefined && facet.gap > scale.realisticStep
}

/** What the gap of a component in scope stands for (Method 4.5 and 4.15). */
export function gapStatusOf(facets: readonly FacetResult[], gap: number | undefined): GapStatus {
  if (facets.some((facet) => facet.planScore === undefined)) return 'find-out'
  if (gap === undefined) return 'goal-not-set'
  return gap > 0 ? 'gap' : 'goal-met'
}
