import type { ActionPlan, PlanBasis } from './action-plan-types.ts'
import type { PlanRequest, PlanSolution } from './pathways/two-pathways.ts'

export type PathwayId = 'A' | 'B'

/** One change that a person makes to a draft plan (Method 4.7, edited pathways). */
export type PlanEdit =
  /** Other words for a part, in one language: `message`, `goal:A`, `goal:B`, `finding:<kind>`, `priority:<component>`. */
  | { kind: 'words'; part: string; language: string; text: string }
  /** The words the engine found are back. */
  | { kind: 'words-restored'; part: string; language: string }
  | { kind: 'item-added'; pathway: PathwayId; item: string }
  | { kind: 'item-removed'; pathway: PathwayId; item: string }
  /** `by` comes in where `item` leaves. */
  | { kind: 'item-swapped'; pathway: PathwayId; item: string; by: string }
  /** The item begins in this week. */
  | { kind: 'item-moved'; pathway: PathwayId; item: string; week: number }
  /** Hours of the whole pathway and its weeks: the engine works both pathways out again. */
  | { kind: 'time'; hours: number; weeks: number }

/** What a pathway comes to, for a line of before and after. */
export type PathwayFigures = {
  items: number
  hours: number
  /** Levels. */
  gapClosed: number
  leftOut: number
  /** The last week in use. */
  lastWeek: number
}

export type PlanFigures = Record<PathwayId, PathwayFigures> & { overlapHours: number }

/** What a change did when it was made. */
export type PlanEffect = { before: PlanFigures; after: PlanFigures }

/** An entry of the list that is only added to: a change, or taking one back. */
export type EditEntry = { n: number; by: string; at: string } & (
  | { edit: PlanEdit; effect?: PlanEffect }
  | { undoes: number }
)

/** A change that stands. */
export type StandingEdit = Extract<EditEntry, { edit: PlanEdit }>

/** Why a change that was kept does nothing today. */
export type Misfit =
  /** The catalogue has no such item any more. */
  | 'item-gone'
  /** The item cannot be used here: its language, its need for a connection, or what it needs itself. */
  | 'not-usable'
  /** What it needs was taken out by a person. */
  | 'needs-removed'
  /** Another version of the same content is in. */
  | 'same-content'
  | 'not-in-pathway'
  | 'before-prerequisite'
  | 'after-dependent'
  | 'after-the-end'
  /** The text is about something the plan no longer holds. */
  | 'part-gone'

/** What became of a change when the plan was put together. */
export type EditOutcome =
  /** `along`: items that came or left with it, since one needs the other. */
  | { n: number; state: 'applies'; along: string[] }
  /** The engine itself now does what was asked: the change stays as a promise for the next time. */
  | { n: number; state: 'same-as-engine' }
  /** A later change of the same thing counts. */
  | { n: number; state: 'replaced' }
  | { n: number; state: 'does-not-fit'; why: Misfit }

/** A plan with what people changed, and what it is beside the engine's own. */
export type EditedPlan = {
  plan: ActionPlan
  /** The engine alone, with the same hours and weeks. */
  engine: ActionPlan
  basis: PlanBasis
  request: PlanRequest
  solution: PlanSolution
  /** Whether people changed a pathway's items. */
  changed: Record<PathwayId, boolean>
  /** Items people put in, and took out, that are so today. */
  added: Record<PathwayId, string[]>
  removed: Record<PathwayId, string[]>
  /** part -> the words that stand, by language. */
  words: Record<string, Record<string, string>>
  outcomes: EditOutcome[]
}
