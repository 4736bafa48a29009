import type { ComponentResult, FacetResult, ReportCard } from './report-card-types.ts'

/** One facet before and after; `difference` is there when both are. In levels, unrounded. */
export type BeforeAfter = {
  facet: string
  before?: number
  after?: number
  difference?: number
  /** Level wanted in the earlier round. */
  wanted?: number
}

export type ComponentComparison = {
  component: string
  domain: string
  /** The descriptors changed between the rounds: the two scores mean different things and no difference is given. */
  wordingChanged: boolean
  facets: BeforeAfter[]
}

export type DomainComparison = {
  domain: string
  facets: {
    facet: string
    /** How many components both means cover. */
    components: number
    before?: number
    after?: number
    difference?: number
  }[]
}

export type RoundComparison =
  | {
      ok: true
      /** Both rounds answered the very same release. */
      sameRelease: boolean
      /** Components asked in at least one of the rounds, in the later card's order. */
      components: ComponentComparison[]
      domains: DomainComparison[]
    }
  | { ok: false; reason: 'different-pack' | 'different-wording' }

/** A domain's means are shown from this many components on, as in Method 4.3. */
const fewestComponents = 2

/**
 * Two rounds of one community side by side, without statistics: one round against another says little about a single component.
 * Scores come from people's own answers and never from agreed levels, or gains would mix with negotiation (Method 4.2). Rounds of
 * two packs or two wordings, and components whose descriptors changed, are not compared. A domain's means cover only the components
 * scored in both rounds, so that a change of form is not read as a change of capacity.
 */
export function compareRounds(before: ReportCard, after: ReportCard): RoundComparison {
  if (before.pack !== after.pack) return { ok: false, reason: 'different-pack' }
  if (before.variant !== after.variant) return { ok: false, reason: 'different-wording' }
  const earlier = new Map(before.components.map((component) => [component.component, component]))
  const components = after.components
    .filter((now) => now.asked || earlier.get(now.component)?.asked)
    .map((now) => compareComponent(earlier.get(now.component), now))
  return {
    ok: true,
    sameRelease: before.release === after.release,
    components,
    domains: after.domains.map(({ domain, facets }) => ({
      domain,
      facets: facets.map(({ facet }) => compareDomain(domain, facet, components)),
    })),
  }
}

function compareComponent(old: ComponentResult | undefined, now: ComponentResult): ComponentComparison {
  const known = old?.rubricVersion !== undefined
  const wordingChanged = old !== undefined && !(known && old.rubricVersion === now.rubricVersion)
  return {
    component: now.component,
    domain: now.domain,
    wordingChanged,
    facets: now.facets.map((facet) => {
      const earlier = old?.facets.find((one) => one.facet === facet.facet)
      return compareFacet(earlier, facet, wordingChanged)
    }),
  }
}

function compareFacet(old: FacetResult | undefined, now: FacetResult, wordingChanged: boolean): BeforeAfter {
  const out: BeforeAfter = { facet: now.facet }
  if (old?.score !== undefined) out.before = old.score
  if (now.score !== undefined) out.after = now.score
  if (old?.score !== undefined && now.score !== undefined && !wordingChanged) out.difference = now.score - old.score
  if (old?.wanted !== undefined) out.wanted = old.wanted
  return out
}

function compareDomain(domain: string, facet: string, components: readonly ComponentComparison[]) {
  const both = components
    .filter((component) => component.domain === domain)
    .flatMap((component) => component.facets)
    .filter((one) => one.facet === facet && one.difference !== undefined)
  if (both.length < fewestComponents) return { facet, components: both.length }
  const before = both.reduce((sum, one) => sum + (one.before ?? 0), 0) / both.length
  const after = both.reduce((sum, one) => sum + (one.after ?? 0), 0) / both.length
  return { facet, components: both.length, before, after, difference: after - before }
}
