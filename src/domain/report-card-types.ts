import type { Trace } from './trace.ts'

/** `withheld`: two people answered and have not both agreed to show it; only in a view for the community. */
export type FacetStatus = 'scored' | 'unknown' | 'unanswered' | 'out-of-scope' | 'withheld'
export type AgreementBand = 'alike' | 'some-spread' | 'different'

/** Method 4.4, from two numeric answers on. All in level units, unrounded. */
export type Agreement = {
  mean: number
  ad: number
  /** With n - 1. */
  variance: number
  rwg: number
  /** rwg came out below zero and was set to 0. */
  rwgBelowZero: boolean
  min: number
  max: number
  band: AgreementBand
  split: boolean
}

/** One facet of one component (Method 4.2). */
export type FacetResult = {
  facet: string
  status: FacetStatus
  /** Numeric answers, "does not apply", "don't know". Blanks are not counted. */
  n: number
  nNA: number
  nDK: number
  /** Numeric answers by level, index = level. Empty in a view for the community when n < 5. */
  counts: number[]
  /** S: mean of the numeric answers. */
  score?: number
  /** Level agreed at validation. */
  agreed?: number
  /** Agreed level if present, else S. Planning uses this one. */
  planScore?: number
  /** min(top, floor(planScore + 0.5)): the level whose words describe this score. */
  level?: number
  dkRate?: number
  /** L = sum / (n + nDK). */
  lowerBound?: number
  /** S - L >= 0.5: say "could be as low as L". */
  showLowerBound: boolean
  /** dkRate >= 0.5: "we do not know where we stand". */
  doNotKnow: boolean
  /** n = 1. */
  oneVoice: boolean
  agreement?: Agreement
  /** T: wanted level of this facet (Method 4.5). */
  wanted?: number
  /** max(0, T - planScore); absent without T or without a score. */
  gap?: number
  /** Agreement band, from two numeric answers on; stays in a view for the community when `agreement` is withheld. */
  band?: AgreementBand
  trace: {
    score: Trace
    planScore?: Trace
    level?: Trace
    lowerBound?: Trace
    dontKnow?: Trace
    wanted?: Trace
    gap?: Trace
    agreement?: Trace
  }
}

export type GapStatus = 'gap' | 'goal-met' | 'goal-not-set' | 'find-out' | 'out-of-scope' | 'not-asked'

/** Terms of the priority weight (Method 4.6), each in [0, 1]. */
export type WeightTerms = { importance: number; leverage: number; duty: number; need: number }

export type ComponentResult = {
  component: string
  domain: string
  /** Version of the descriptors that were answered, absent where it is not known; scores of two versions are never compared. */
  rubricVersion?: number
  /** Has a row in the answers. */
  asked: boolean
  scope: 'in' | 'out'
  /** Exactly half said "does not apply": check whether it does. */
  checkScope: boolean
  facets: FacetResult[]
  /** Mean over facets, only if all are scored. Display and planning aid. */
  composite?: number
  /** Mean importance 0..3 given; absent when no one answered (the formula then uses 1). */
  importance?: number
  /** How many people said how important it is. */
  importanceGiven?: number
  gapStatus: GapStatus
  /** G: mean of the facet gaps; needs every facet. */
  gap?: number
  /** T - S > half of the scale in 12 months: "is this realistic?" */
  unrealistic: boolean
  terms: WeightTerms
  /** Report-card weight (Method 4.6, first row). */
  weight: number
  /** weight x G. */
  priority?: number
  trace: { scope?: Trace; composite?: Trace; gap?: Trace; weight: Trace; priority?: Trace }
}

export type DomainFacetResult = {
  facet: string
  /** Present when published. */
  score?: number
  published: boolean
  scored: number
  inScope: number
  /** max(2, ceil(0.6 x in scope)). */
  needed: number
  /** Mean wanted level of the scored components, for the picture. */
  wanted?: number
  /** Published, but with figures of two people who have not both agreed to show them; only in a view for the community. */
  withheld?: true
  /** For analysts (Method 4.4): agreement over the scored components, from two people who answered them all. */
  agreement?: DomainAgreement
  trace: Trace
}

export type DomainAgreement = {
  /** J: how many components; people who gave all of them a level. */
  items: number
  respondents: number
  /** m: mean over components of the variance (n - 1), in squared levels. */
  meanVariance: number
  rwgJ: number
  /** The formula came out outside 0 to 1 and was set to 0. */
  belowZero: boolean
}

export type DomainResult = {
  domain: string
  facets: DomainFacetResult[]
  composite?: number
  /** Mean of in-scope G. */
  gap?: number
  /** Component with the lowest composite (else first-facet score), always shown beside the mean. */
  lowest?: string
  trace: { composite?: Trace; gap?: Trace }
}

export type Finding =
  | { kind: 'different-views'; component: string; facet: string; split: boolean }
  | { kind: 'do-not-know'; component: string; facet: string }
  | { kind: 'one-voice'; components: string[] }
  | { kind: 'check-scope'; component: string }
  | { kind: 'unrealistic'; component: string; facet: string }
  | { kind: 'goal-not-set'; components: string[] }
  | { kind: 'goal-met'; components: string[] }

export type PriorityEntry = {
  component: string
  /** Weight, gap and their product are missing where a view for the community withholds them. */
  weight?: number
  gap?: number
  /** weight x gap. */
  value?: number
  /** In the top N in all eight variants of the weights (Method 4.6). */
  firm: boolean
  /** How many of the eight variants keep it in the top N. */
  timesInTop: number
  trace?: Trace
}

/** The result of a round, all figures at full precision. */
export type ReportCard = {
  schemaVersion: 1
  release: string
  pack: string
  form: 'short' | 'full'
  variant: string
  respondents: number
  /** Answers, don't knows, blanks over all asked cells. */
  totals: { level: number; na: number; dk: number; blank: number }
  components: ComponentResult[]
  domains: DomainResult[]
  findings: Finding[]
  /** Up to three components with the highest composite, ties by id; only those at or above half of the scale and not among the largest gaps. */
  strengths: string[]
  /** Up to six components by size of gap (G), ties by id. */
  largestGaps: string[]
  /** Every component with G > 0 in priority order; the first `top` are the priorities. */
  priorities: PriorityEntry[]
  top: number
  /** In-scope components without a complete score: listed first in the plan as "find out". */
  findOut: string[]
  /** 'full': for whoever holds the answers; 'community': counts and exact figures of fewer than five people withheld (Method 4.4). */
  view: 'full' | 'community'
  /** Components of which a view for the community withholds figures of two people (Method 4.4). */
  withheld?: string[]
}
