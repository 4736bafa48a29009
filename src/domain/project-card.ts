import type { Pathway } from './action-plan-types.ts'
import type { EnginePack } from './engine-pack.ts'
import { key } from './pathways/problem.ts'
import type { ReportCard } from './report-card-types.ts'
import { levelOfScore, scaleOf } from './scale.ts'
import type { Trace } from './trace.ts'

/** A facet today and at the end of a pathway, in levels. */
export type ProjectedFacet = {
  facet: string
  now: number
  after: number
  levelNow: number
  levelAfter: number
  wanted?: number
  /** What would still be missing. */
  gapAfter?: number
}

export type ProjectedDomainFacet = { facet: string; now: number; after: number; trace: Trace }

/** What the report card would look like at the end of a pathway, if every item brought what it is assumed to bring. */
export type ProjectedCard = {
  pathway: 'A' | 'B'
  /** Components with a score, in the card's order; facets without a score are left out. */
  components: { component: string; domain: string; facets: ProjectedFacet[] }[]
  /** Domains and facets that the card publishes. */
  domains: { domain: string; facets: ProjectedDomainFacet[] }[]
}

/**
 * Projects a report card to the end of a pathway (Method 4.7): today's figure + min(gap, sum of effective lifts). "Today" is what
 * the card itself shows: of a component the planning score (the agreed level where there is one), of a domain its published score,
 * a mean of people's own answers, to which the mean of what its components gain is added; no component counts for more than the
 * top level. A projection, never a measured result.
 */
export function projectCard(pack: Pick<EnginePack, 'facets'>, card: ReportCard, pathway: Pathway): ProjectedCard {
  const scale = scaleOf(pack)
  const closed = new Map(pathway.cells.map((cell) => [key(cell.component, cell.facet), cell.closed]))
  const components = card.components
    .filter((result) => result.asked && result.scope === 'in')
    .map(({ component, domain, facets }) => ({
      component,
      domain,
      facets: facets.flatMap(({ facet, planScore: now, wanted, gap }): ProjectedFacet[] => {
        if (now === undefined) return []
        const gain = closed.get(key(component, facet)) ?? 0
        return [
          {
            facet,
            now,
            after: now + gain,
            levelNow: levelOfScore(now, scale),
            levelAfter: levelOfScore(now + gain, scale),
            ...(wanted === undefined ? {} : { wanted }),
            ...(gap === undefined ? {} : { gapAfter: Math.max(0, gap - gain) }),
          },
        ]
      }),
    }))
    .filter(({ facets }) => facets.length > 0)
  const domains = card.domains.map(({ domain, facets }) => ({
    domain,
    facets: facets.flatMap(({ facet, score }) =>
      score === undefined ? [] : [domainFacet(facet, score, scoresAndGains(domain, facet))],
    ),
  }))
  return { pathway: pathway.id, components, domains }

  /** Of the components the domain's published score is the mean of, in the card's order. */
  function scoresAndGains(domain: string, facet: string): { score: number; gain: number }[] {
    return card.components
      .filter((result) => result.domain === domain && result.asked && result.scope === 'in')
      .flatMap(({ component, facets }) => {
        const score = facets.find((one) => one.facet === facet)?.score
        if (score === undefined) return []
        return [{ score, gain: Math.min(closed.get(key(component, facet)) ?? 0, scale.top - score) }]
      })
  }
}

function domainFacet(
  facet: string,
  now: number,
  components: readonly { score: number; gain: number }[],
): ProjectedDomainFacet {
  const gains = components.map(({ gain }) => gain)
  const after = now + gains.reduce((sum, gain) => sum + gain, 0) / Math.max(1, gains.length)
  return { facet, now, after, trace: { rule: '4.7 projected domain', from: { score: now, gains }, value: after } }
}
