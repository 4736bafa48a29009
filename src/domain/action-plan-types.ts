import type { PriorityEntry, WeightTerms } from './report-card-types.ts'
import type { Trace } from './trace.ts'

/** What a profile changes in a plan; never a score (Method 3). */
export type PlanBasis = {
  form: 'short' | 'full'
  variant: string
  /** Learning hours of the whole pathway, quarter-hour steps. */
  hours: number
  weeks: number
  maxItems: number
  /** N: how many priorities the plan names. */
  priorities: number
  /** Item languages that can be used. */
  languages: string[]
  /** Only items that work without a connection. */
  offlineOnly: boolean
  /** Documents need a text-only version under 200 kB. */
  textOnly: boolean
  /** Option id of the profile question `jurisdiction`, if answered. */
  jurisdiction?: string
  communityTypes: string[]
}

/** Why an item is in a pathway. */
export type ItemReason =
  /** `amount`: levels it closes when it is taken in this order. */
  | { kind: 'closes'; component: string; facet: string; amount: number }
  /** In place of `closes` where a plan to be passed on withholds the amount. */
  | { kind: 'works-on'; component: string; facet: string }
  /** A prerequisite of another item of the pathway. */
  | { kind: 'needed-for'; item: string }
  /** Rare, only in B: it closes nothing more, but B differs enough from A only with it. */
  | { kind: 'keeps-apart' }

export type PlannedItem = {
  item: string
  hours: number
  /** Weeks in which it is worked on, from 1. */
  firstWeek: number
  lastWeek: number
  reasons: ItemReason[]
  /** Marginal V in 10^-6 when taken in this order; missing in a plan to be passed on that withholds figures. */
  marginal?: number
}

export type PlannedWeek = { week: number; parts: { item: string; hours: number }[]; hours: number }

/** One cell (component, facet) the pathways can change. */
export type CellOutcome = {
  component: string
  facet: string
  now: number
  wanted: number
  /** min(gap, sum of effective lifts). */
  closed: number
  after: number
}

export type LeftOut = {
  item: string
  /**
   * Why it is not in. `same-content`: another version of it is; `gap-closed`: nothing is left to close where it helps;
   * `prerequisite`: what it needs is not in; `no-room`, `item-limit`: the hours or the number of items are used up;
   * `overlap`: it is in pathway A, and B would be too much like A with it; `lower-value`: other items bring more.
   */
  why: 'no-room' | 'gap-closed' | 'prerequisite' | 'item-limit' | 'same-content' | 'overlap' | 'lower-value'
}

export type Pathway = {
  id: 'A' | 'B'
  /** Ordered as it is to be followed. */
  items: PlannedItem[]
  hours: number
  weeks: PlannedWeek[]
  /** Every cell with a gap, the same in both pathways and in the same order. */
  cells: CellOutcome[]
  /** V under the pathway's own weights, integer in 10^-6; missing, like its bound, where a plan to be passed on withholds it. */
  value?: number
  upperBound?: number
  proven: boolean
  nodes: number
  /** Items left after filtering: "best of the N items considered". */
  considered: number
  leftOut: LeftOut[]
  /** Sum over cells of levels closed; missing where a plan to be passed on withholds it. */
  gapClosed?: number
  trace: Trace
}

/** V of each pathway under both weightings, in 10^-6. */
export type TwoByTwo = { AunderA: number; AunderB: number; BunderA: number; BunderB: number }

export type SuggestedAction = {
  component: string
  /** Practice step this action takes: from -> to. */
  from: number
  to: number
  hours: number
}

export type Duty = { id: string; component: string }

export type PlanPriority = PriorityEntry & {
  rank: number
  level?: number
  /** Missing, like the level, where a plan to be passed on withholds it. */
  wanted?: number
  actions: SuggestedAction[]
  /** Levels of the first facet whose descriptors are the signs that the wanted level is reached: level + 1 up to wanted. */
  signs: number[]
  /** The same for the other facets with a gap. */
  furtherSigns: { facet: string; levels: number[] }[]
  duties: Duty[]
  /** Pathways whose items work on it. */
  inPathways: ('A' | 'B')[]
}

export type PlanRisk =
  | 'single-voice'
  | 'many-dont-know'
  | 'different-views'
  | 'not-firm'
  | 'unproven'
  | 'little-time'
  | 'few-items'
  | 'large-jump'
  | 'lifts-are-assumptions'
  | 'wording-not-tested'
  | 'duty-not-checked'
  | 'draft-for-review'
  | 'one-person-depends'

export type FirstStep =
  | { kind: 'find-out'; component: string }
  | { kind: 'talk-about'; component: string }
  /** `pathway` names the only pathway the item is in; left out when it is in both. */
  | { kind: 'start-item'; item: string; week: number; pathway?: 'A' | 'B' }
  | { kind: 'take-action'; component: string; to: number }
  | { kind: 'set-goal'; component: string }
  | { kind: 'name-a-lead' }
  | { kind: 'review-date' }

/** The automatic Capacity-building Action Plan: a draft that people decide on. */
export type ActionPlan = {
  schemaVersion: 1
  release: string
  pack: string
  basis: PlanBasis
  priorities: PlanPriority[]
  findOut: string[]
  /** No gap anywhere: both pathways are empty. */
  noGap: boolean
  pathways: { A: Pathway; B: Pathway }
  /** Share of the smaller pathway that both may have in common; absent when no tried value worked. */
  delta?: number
  overlapHours: number
  /** V_B(B) / V_B(B*). */
  ratio: number
  /** True when even delta 0.8 gave too little: B is shown without the diversity rule. */
  shareMost: boolean
  twoByTwo: TwoByTwo
  /** Weights w_j used by each pathway, and the terms they come from, for every component asked and in scope. */
  weights: Record<string, { A: number; B: number; terms: WeightTerms }>
  firstThirtyDays: FirstStep[]
  risks: PlanRisk[]
  dutyCheck: 'checked' | 'not-checked' | 'unknown-jurisdiction'
  /** `weights`: b1 to b4 of each pathway; `apart`: the deltas that were tried and what B was worth under each. */
  trace: { weights: Trace; apart: Trace }
}
