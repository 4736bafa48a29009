import { domainAgreement } from './agreement.ts'
import { compareIds } from './ids.ts'
import { byLarger } from './priorities.ts'
import type { ComponentResult, DomainFacetResult, DomainResult } from './report-card-types.ts'
import type { Scale } from './scale.ts'
import { meanOfAll } from './scoring.ts'
import type { CellTally } from './tally.ts'

/** A component's result and the answers it came from. */
export type ScoredComponent = { result: ComponentResult; cells: readonly CellTally[] }

/** Smallest number of scored components with which a domain's mean is shown: max(2, 60 % of those in scope, rounded up). */
export function neededComponents(inScope: number): number {
  // Multiplied before dividing: 0.6 has no exact binary form.
  return Math.max(2, Math.ceil((inScope * 3) / 5))
}

/**
 * A domain's result (Method 4.3): per facet the mean score of the components asked and in scope, shown when enough are scored.
 * Missing components are left out, never guessed. There is no score over domains: an average hides the weakest link.
 */
export function domainResult(
  domain: string,
  components: readonly ScoredComponent[],
  facetIds: readonly string[],
  respondents: number,
  scale: Scale,
): DomainResult {
  const inScope = components.filter(({ result }) => result.asked && result.scope === 'in')
  const facets = facetIds.map((facet, index) => domainFacet(facet, index, inScope, respondents, scale))
  const result: DomainResult = { domain, facets, trace: {} }
  const composite = meanOfAll(facets.map((facet) => facet.score))
  if (composite !== undefined) {
    result.composite = composite
    const scores = Object.fromEntries(facets.map((facet) => [facet.facet, facet.score ?? null]))
    result.trace.composite = { rule: '4.3 domain composite', from: scores, value: composite }
  }
  const withGap = inScope.filter((component) => component.result.gap !== undefined)
  const gaps = withGap.map((component) => component.result.gap)
  const gap = meanOfAll(gaps)
  if (gap !== undefined) {
    result.gap = gap
    result.trace.gap = {
      rule: '4.5 domain gap',
      from: { components: withGap.map((component) => component.result.component), gaps: gaps.map((g) => g ?? null) },
      value: gap,
    }
  }
  const lowest = lowestComponent(inScope.map((component) => component.result))
  if (lowest !== undefined) result.lowest = lowest
  return result
}

function domainFacet(
  facet: string,
  index: number,
  components: readonly ScoredComponent[],
  respondents: number,
  scale: Scale,
): DomainFacetResult {
  const applies = components.filter(({ result }) => result.facets[index]?.status !== 'out-of-scope')
  const scored = applies.filter(({ result }) => result.facets[index]?.score !== undefined)
  const scores = scored.map(({ result }) => result.facets[index]?.score)
  const needed = neededComponents(applies.length)
  const published = scored.length >= needed
  const mean = meanOfAll(scores)
  const out: DomainFacetResult = {
    facet,
    published,
    scored: scored.length,
    inScope: applies.length,
    needed,
    trace: {
      rule: '4.3 domain mean',
      from: {
        components: scored.map(({ result }) => result.component),
        scores: scores.map((score) => score ?? null),
        scored: scored.length,
        inScope: applies.length,
        needed,
      },
      value: published && mean !== undefined ? mean : null,
    },
  }
  if (published && mean !== undefined) out.score = mean
  const wanted = meanOfAll(
    scored.map(({ result }) => result.facets[index]?.wanted).filter((level) => level !== undefined),
  )
  if (wanted !== undefined) out.wanted = wanted
  const agreement = domainAgreement(
    scored.map(({ cells }) => cells[index]).filter((cell) => cell !== undefined),
    respondents,
    scale,
  )
  if (agreement) out.agreement = agreement
  return out
}

/** Lowest composite, or first-facet score where there is no composite; ties by id. */
function lowestComponent(components: readonly ComponentResult[]): string | undefined {
  const placed = components.flatMap((component) => {
    const value = component.composite ?? component.facets[0]?.score
    return value === undefined ? [] : [{ component: component.component, value }]
  })
  return placed.sort((a, b) => byLarger(b.value, a.value) || compareIds(a.component, b.component))[0]?.component
}
