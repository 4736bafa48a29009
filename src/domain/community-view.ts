import { withoutPairs } from './pair-view.ts'
import type {
  ComponentResult,
  DomainFacetResult,
  DomainResult,
  FacetResult,
  Finding,
  PriorityEntry,
  ReportCard,
} from './report-card-types.ts'
import { roundHalfUp } from './rounding.ts'
import type { Trace } from './trace.ts'

/** From this many people on, counts by level and exact figures are shown to the community (Method 4.4 and 4.13). */
const exactFrom = 5

/** Decimals of a mean of fewer people, and of the weights made from such means. */
const decimals = 1
const weightDecimals = 2

/**
 * The report card as the community sees it (Method 4.4). Where fewer than five people gave a level there are no counts by level, no
 * average deviation, variance or range: only the mean to one decimal and the agreement band, in traces and in every figure made from
 * them too, since exact figures of so few people give the answers away. The order of lists stays as it was.
 * Figures of two people are withheld altogether, until both agree (see `withoutPairs`).
 * @param options.pairAgreed both people of every pair agreed that figures made from their two answers are shown
 */
export function communityView(whole: ReportCard, { pairAgreed = false } = {}): ReportCard {
  if (whole.view === 'community') return whole
  const card = pairAgreed ? whole : withoutPairs(whole)
  const components = card.components.map(componentView)
  const byId = new Map(components.map((component) => [component.component, component]))
  const few = new Set(card.components.filter(isOfFew).map((component) => component.component))
  return {
    ...card,
    components,
    domains: card.domains.map((domain) => domainView(domain, card.components, few)),
    findings: card.findings.map((finding) => findingView(finding, byId)),
    priorities: card.priorities.map((entry) => (few.has(entry.component) ? priorityView(entry) : entry)),
    view: 'community',
  }
}

function isFew(facet: FacetResult): boolean {
  return facet.n < exactFrom
}

function isOfFew(component: ComponentResult): boolean {
  const { importanceGiven = 0 } = component
  return component.facets.some(isFew) || (importanceGiven > 0 && importanceGiven < exactFrom)
}

function componentView(component: ComponentResult): ComponentResult {
  if (!isOfFew(component)) return component
  const facets = component.facets.map((facet) => facetView(facet))
  const { terms, trace } = component
  return {
    ...component,
    facets,
    ...rounded(component, ['composite', 'importance', 'gap'], decimals),
    ...rounded(component, ['priority'], weightDecimals),
    terms: { ...terms, importance: roundHalfUp(terms.importance, weightDecimals) },
    weight: roundHalfUp(component.weight, weightDecimals),
    trace: {
      ...(trace.scope ? { scope: trace.scope } : {}),
      ...tracesOf(trace, ['composite', 'gap'], decimals),
      weight: weightTrace(trace.weight),
      ...(trace.priority ? { priority: weightTrace(trace.priority) } : {}),
    },
  }
}

function facetView(facet: FacetResult): FacetResult {
  if (!isFew(facet)) return wishesWithheld(facet)
  const { agreement: _, trace, ...rest } = facet
  const band: Trace | undefined = trace.agreement && {
    rule: trace.agreement.rule,
    from: { n: facet.n, withheld: true },
    value: trace.agreement.value,
  }
  return wishesWithheld({
    ...rest,
    counts: [],
    ...rounded(facet, ['score', 'planScore', 'lowerBound', 'gap'], decimals),
    trace: {
      ...trace,
      score: {
        ...roundedTrace(trace.score, decimals),
        from: { n: facet.n, nNA: facet.nNA, nDK: facet.nDK, withheld: true },
      },
      ...tracesOf(trace, ['planScore', 'level', 'gap'], decimals),
      ...(trace.lowerBound
        ? {
            lowerBound: {
              ...roundedTrace(trace.lowerBound, decimals),
              from: { n: facet.n, nDK: facet.nDK, withheld: true },
            },
          }
        : {}),
      ...(band ? { agreement: band } : {}),
    },
  })
}

/** The wanted level stays: it is a whole level already. How many people want which level goes when they are few. */
function wishesWithheld(facet: FacetResult): FacetResult {
  const counts = facet.trace.wanted?.from.wantedCounts
  if (!facet.trace.wanted || !Array.isArray(counts)) return facet
  const people = counts.reduce<number>((sum, count) => sum + Number(count), 0)
  if (people >= exactFrom) return facet
  return { ...facet, trace: { ...facet.trace, wanted: { ...facet.trace.wanted, from: { people, withheld: true } } } }
}

function domainView(
  domain: DomainResult,
  components: readonly ComponentResult[],
  few: ReadonlySet<string>,
): DomainResult {
  const own = components.filter((component) => component.domain === domain.domain && component.scope === 'in')
  const facets = domain.facets.map((facet, index) => domainFacetView(facet, index, own))
  const changed = facets.some((facet, index) => facet !== domain.facets[index])
  const gapOfFew = own.some((component) => component.gap !== undefined && few.has(component.component))
  return {
    ...domain,
    facets,
    ...(changed ? rounded(domain, ['composite'], decimals) : {}),
    ...(gapOfFew ? rounded(domain, ['gap'], decimals) : {}),
    trace: {
      ...domain.trace,
      ...(changed ? tracesOf(domain.trace, ['composite'], decimals) : {}),
      ...(gapOfFew ? tracesOf(domain.trace, ['gap'], decimals) : {}),
    },
  }
}

function domainFacetView(
  facet: DomainFacetResult,
  index: number,
  components: readonly ComponentResult[],
): DomainFacetResult {
  const ofFew = components.some((component) => {
    const own = component.facets[index]
    return own?.status === 'scored' && isFew(own)
  })
  const { agreement, ...rest } = facet
  const kept = agreement && agreement.respondents >= exactFrom ? { agreement } : {}
  if (!ofFew) return agreement && !kept.agreement ? rest : facet
  return { ...rest, ...kept, ...rounded(facet, ['score'], decimals), trace: roundedTrace(facet.trace, decimals) }
}

/** With few people the split flag would say what two of them answered. */
function findingView(finding: Finding, components: ReadonlyMap<string, ComponentResult>): Finding {
  if (finding.kind !== 'different-views' || !finding.split) return finding
  const facet = components.get(finding.component)?.facets.find((result) => result.facet === finding.facet)
  return facet?.agreement ? finding : { ...finding, split: false }
}

function priorityView(entry: PriorityEntry): PriorityEntry {
  return {
    ...entry,
    ...rounded(entry, ['weight', 'value'], weightDecimals),
    ...rounded(entry, ['gap'], decimals),
  }
}

/** The named figures of an object that are there, rounded. */
function rounded<Key extends string>(
  from: { [K in Key]?: number },
  keys: readonly Key[],
  places: number,
): { [K in Key]?: number } {
  const out: { [K in Key]?: number } = {}
  for (const key of keys) {
    const value = from[key]
    if (value !== undefined) out[key] = roundHalfUp(value, places)
  }
  return out
}

function tracesOf<Key extends string>(
  from: { [K in Key]?: Trace },
  keys: readonly Key[],
  places: number,
): { [K in Key]?: Trace } {
  const out: { [K in Key]?: Trace } = {}
  for (const key of keys) {
    const trace = from[key]
    if (trace !== undefined) out[key] = roundedTrace(trace, places)
  }
  return out
}

/** How a weight came about: to two decimals, but the means that went in are no more exact there than where they are shown. */
function weightTrace(trace: Trace): Trace {
  const { from, ...rest } = roundedTrace(trace, weightDecimals)
  const means = Object.keys(from).filter((name) => name === 'planScore' || name === 'gap')
  return {
    ...rest,
    from: {
      ...from,
      ...Object.fromEntries(means.map((name) => [name, roundedValue(trace.from[name] as never, decimals)])),
    },
  }
}

/** Every number in a trace rounded: what went in as well as what came out. A sum of few people's answers is left out. */
function roundedTrace(trace: Trace, places: number): Trace {
  const from: Record<string, Trace['from'][string]> = {}
  for (const [name, value] of Object.entries(trace.from)) {
    if (name === 'importanceSum') continue
    from[name] = Array.isArray(value)
      ? value.map((part) => roundedValue(part, places))
      : roundedValue(value as never, places)
  }
  return { rule: trace.rule, from, value: roundedValue(trace.value, places) }
}

function roundedValue<T extends number | string | boolean | null>(value: T, places: number): T | number {
  return typeof value === 'number' ? roundHalfUp(value, places) : value
}
