import type {
  ComponentResult,
  DomainFacetResult,
  DomainResult,
  FacetResult,
  Finding,
  ReportCard,
} from './report-card-types.ts'

/** A figure of this many people gives each of them the other's answer (Method 4.4). */
const pair = 2

/** What is withheld of one component. */
type Touched = {
  facets: ReadonlySet<string>
  /** Of these facets: where nobody else said anything, so that even the number of "don't know" is one person's answer. */
  ofTwo: ReadonlySet<string>
  wanted: boolean
  importance: boolean
}

/**
 * The card without the figures that two people's answers went into: each of them would read the other's answer in such a mean
 * (Method 4.4), in its level in words, and in every gap, weight and domain made from it. They are shown once both agree. A level
 * agreed at validation is their joint answer and stays. The priorities keep their order.
 * @returns the very same card when there is no such figure
 */
export function withoutPairs(card: ReportCard): ReportCard {
  const touched = new Map(
    card.components.flatMap((component) => {
      const found = touchedIn(component)
      return found === undefined ? [] : [[component.component, found] as const]
    }),
  )
  if (touched.size === 0) return card
  const kept = (ids: readonly string[]) => ids.filter((id) => !touched.has(id))
  return {
    ...card,
    components: card.components.map((component) => withoutPair(component, touched.get(component.component))),
    domains: card.domains.map((domain) => domainWithout(domain, card, touched)),
    findings: card.findings.flatMap((finding) => findingWithout(finding, card, touched)),
    strengths: kept(card.strengths),
    largestGaps: kept(card.largestGaps),
    priorities: card.priorities.map((entry) => {
      if (!touched.has(entry.component)) return entry
      const { component, firm, timesInTop } = entry
      return { component, firm, timesInTop }
    }),
    withheld: [...touched.keys()],
  }
}

function touchedIn(component: ComponentResult): Touched | undefined {
  if (!component.asked || component.scope === 'out') return undefined
  const withheld = component.facets.filter(isOfPair)
  const facets = new Set(withheld.map((facet) => facet.facet))
  const ofTwo = new Set(withheld.filter(({ n, nNA, nDK }) => n + nNA + nDK === pair).map((facet) => facet.facet))
  const wishes = component.facets[0]?.trace.wanted?.from.wantedCounts
  const wanted = Array.isArray(wishes) && wishes.reduce<number>((sum, count) => sum + Number(count), 0) === pair
  const importance = component.importanceGiven === pair
  return facets.size > 0 || wanted || importance ? { facets, ofTwo, wanted, importance } : undefined
}

/** Two people gave a level, or one did and the other one knows it, having said "don't know" or "does not apply". */
function isOfPair({ n, nNA, nDK }: FacetResult): boolean {
  return n === pair || (n === 1 && n + nNA + nDK === pair)
}

function withoutPair(component: ComponentResult, touched: Touched | undefined): ComponentResult {
  if (touched === undefined) return component
  const { importance, importanceGiven, composite: _, gap: __, priority: ___, trace, ...rest } = component
  const firstIsOfTwo = touched.ofTwo.has(component.facets[0]?.facet ?? '')
  return {
    ...rest,
    checkScope: component.checkScope && !firstIsOfTwo,
    facets: component.facets.map((facet) => facetWithout(facet, touched)),
    ...(importance === undefined || touched.importance ? {} : { importance }),
    ...(importanceGiven === undefined ? {} : { importanceGiven }),
    unrealistic: false,
    terms: { importance: 0, leverage: 0, duty: 0, need: 0 },
    weight: 0,
    trace: {
      ...(trace.scope && !firstIsOfTwo ? { scope: trace.scope } : {}),
      weight: { rule: '4.6 no weight', from: { withheld: true }, value: 0 },
    },
  }
}

function facetWithout(facet: FacetResult, touched: Touched): FacetResult {
  const { wanted, gap, trace, agreed, planScore, level } = facet
  const wish = touched.wanted || wanted === undefined ? {} : { wanted }
  const wishTrace = touched.wanted || trace.wanted === undefined ? {} : { wanted: trace.wanted }
  if (!touched.facets.has(facet.facet)) {
    if (!touched.wanted) return facet
    const { wanted: _, gap: __, trace: all, ...others } = facet
    const { wanted: ___, gap: ____, ...traces } = all
    return { ...others, trace: traces }
  }
  const empty: FacetResult = {
    facet: facet.facet,
    status: 'withheld',
    n: facet.n,
    nNA: facet.nNA,
    nDK: facet.nDK,
    counts: [],
    showLowerBound: false,
    ...(facet.dkRate === undefined || touched.ofTwo.has(facet.facet) ? {} : { dkRate: facet.dkRate }),
    doNotKnow: facet.doNotKnow && !touched.ofTwo.has(facet.facet),
    oneVoice: false,
    ...wish,
    trace: { score: { rule: '4.4 two people', from: { withheld: true }, value: null }, ...wishTrace },
  }
  if (agreed === undefined || planScore === undefined || level === undefined) return empty
  return {
    ...empty,
    status: 'scored',
    agreed,
    planScore,
    level,
    ...(gap === undefined || touched.wanted ? {} : { gap }),
    trace: {
      ...empty.trace,
      planScore: { rule: '4.2 agreed level', from: { agreed }, value: agreed },
      ...(trace.level === undefined ? {} : { level: trace.level }),
      ...(trace.gap === undefined || touched.wanted ? {} : { gap: trace.gap }),
    },
  }
}

/**
 * A mean over several components tells the one that is withheld, since the others stand beside it: so a domain's mean goes when a
 * withheld score is in it, and with it the domain's lowest component, composite and gap, which compare or add up the same scores.
 */
function domainWithout(
  domain: DomainResult,
  card: Pick<ReportCard, 'components'>,
  touched: ReadonlyMap<string, Touched>,
): DomainResult {
  const own = card.components
    .filter((component) => component.domain === domain.domain)
    .flatMap(({ component }) => touched.get(component) ?? [])
  if (own.length === 0) return domain
  const facets = domain.facets.map((facet): DomainFacetResult => {
    const { wanted, agreement: _, score: __, trace: ___, ...rest } = facet
    if (own.some(({ facets: withheld }) => withheld.has(facet.facet))) {
      return {
        ...rest,
        withheld: true as const,
        trace: { rule: '4.4 two people', from: { withheld: true }, value: null },
      }
    }
    if (wanted === undefined || !own.some((component) => component.wanted)) return facet
    const { wanted: ____, ...others } = facet
    return others
  })
  const { lowest, composite, trace } = domain
  const scoresStay = own.every(({ facets: withheld }) => withheld.size === 0)
  return {
    domain: domain.domain,
    facets,
    ...(scoresStay && lowest !== undefined ? { lowest } : {}),
    ...(scoresStay && composite !== undefined ? { composite } : {}),
    trace: scoresStay && trace.composite ? { composite: trace.composite } : {},
  }
}

/** What a finding says of a withheld figure is withheld with it; that nobody gave a wanted level gives nothing away. */
function findingWithout(
  finding: Finding,
  card: Pick<ReportCard, 'components'>,
  touched: ReadonlyMap<string, Touched>,
): Finding[] {
  if ('component' in finding) {
    const found = touched.get(finding.component)
    if (found === undefined) return [finding]
    const silent = {
      'check-scope': found.ofTwo.size > 0,
      'do-not-know': 'facet' in finding && found.ofTwo.has(finding.facet),
      'different-views': 'facet' in finding && found.facets.has(finding.facet),
      unrealistic: found.wanted || ('facet' in finding && found.facets.has(finding.facet)),
    }[finding.kind]
    return silent ? [] : [finding]
  }
  if (finding.kind === 'goal-not-set') return [finding]
  // One voice on a facet that still shows is said, whatever is withheld of the other facets.
  const speaksAlone = (id: string) =>
    card.components
      .find(({ component }) => component === id)
      ?.facets.some(({ facet, oneVoice }) => oneVoice && touched.get(id)?.facets.has(facet) !== true) === true
  const components = finding.components.filter(
    (component) => !touched.has(component) || (finding.kind === 'one-voice' && speaksAlone(component)),
  )
  return components.length === 0 ? [] : [{ ...finding, components }]
}
