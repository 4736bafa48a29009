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
 * Projects a report card to the end of a pathway (Method 4.7): score + min(gap, sum of effective lifts). Planning scores are
 * used (the agreed level where there is one). A projection, never a measured result.
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
    facets: facets
      .filter(({ published }) => published)
      .map(({ facet }): ProjectedDomainFacet => {
        const results = components
          .filter((result) => result.domain === domain)
          .flatMap((result) => result.facets.filter((one) => one.facet === facet))
        const after = mean(results.map((one) => one.after))
        return {
          facet,
          now: mean(results.map((one) => one.now)),
          after,
          trace: { rule: '4.3 mean', from: { after: results.map((one) => one.after) }, value: after },
        }
      }),
  }))
  return { pathway: pathway.id, components, domains }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
