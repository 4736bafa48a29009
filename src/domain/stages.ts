import type { CommunityRole } from './access.ts'

/** Stages of a journey in order (design section 2). */
export const stages = [
  'request',
  'interview',
  'diagnostic',
  'report-card',
  'draft-plan',
  'validation',
  'final-plan',
  'learning',
  'endline',
  'closed',
] as const

export type Stage = (typeof stages)[number]

export type JourneyState = 'active' | 'paused' | 'withdrawn' | 'declined'

/** Documents a journey publishes. */
export const documentKinds = [
  'agreement',
  'needs-summary',
  'report-card',
  'draft-plan',
  'validation-record',
  'final-plan',
  'learning-record',
] as const

export type JourneyDocumentKind = (typeof documentKinds)[number]

/** What the rooms know about a journey; the guards decide on nothing else. */
export type JourneyFacts = {
  alone: boolean
  leadNamed: boolean
  advisorNamed: boolean
  languageRecorded: boolean
  dataTermsRecorded: boolean
  approvalBodyRecorded: boolean
  agreementAccepted: boolean
  /** The lead checked the notes, or the three days for it are over. */
  notesChecked: boolean
  needsTagged: boolean
  /** The minimum for the community's size is met, or the advisor went on with a reason. */
  enoughRespondents: boolean
  baselineLocked: boolean
  cardReviewed: boolean
  cardPublished: boolean
  pathwaysComputed: boolean
  /** Nothing that an expert was asked about this plan is still open. */
  expertAnswered: boolean
  draftPublished: boolean
  /** Every item of the agenda is confirmed, amended or disputed. */
  findingsDecided: boolean
  prioritiesRanked: boolean
  pathwayChosen: boolean
  validationRecorded: boolean
  signedOff: boolean
  /** Nothing of the pathway is open any more, or the lead asked to close it. */
  learningDone: boolean
}

export type Guard = keyof Omit<JourneyFacts, 'alone'>

export type StageRule = {
  stage: Stage
  /** Last week of the stage in the six-week plan and in the four-week track, counted from the interview; 0 before it. */
  byWeek: { 6: number; 4: number } | undefined
  /** What must hold before the journey moves on from here. */
  guards: readonly Guard[]
  /** Who has the next step. */
  acts: readonly CommunityRole[]
  /** What the stage leaves on record. */
  produces: readonly JourneyDocumentKind[]
}

/** Guards, people and products of each stage (Method 5.1). Pages, checks and tests read this table. */
export const stageTable: readonly StageRule[] = [
  {
    stage: 'request',
    byWeek: { 6: 0, 4: 0 },
    guards: [
      'leadNamed',
      'advisorNamed',
      'languageRecorded',
      'dataTermsRecorded',
      'approvalBodyRecorded',
      'agreementAccepted',
    ],
    acts: ['lead'],
    produces: ['agreement'],
  },
  {
    stage: 'interview',
    byWeek: { 6: 1, 4: 1 },
    guards: ['notesChecked', 'needsTagged'],
    acts: ['lead', 'advisor'],
    produces: ['needs-summary'],
  },
  {
    stage: 'diagnostic',
    byWeek: { 6: 2, 4: 2 },
    guards: ['enoughRespondents', 'baselineLocked'],
    acts: ['lead', 'contributor'],
    produces: [],
  },
  {
    stage: 'report-card',
    byWeek: { 6: 3, 4: 2 },
    guards: ['cardReviewed', 'cardPublished'],
    acts: ['advisor'],
    produces: ['report-card'],
  },
  {
    stage: 'draft-plan',
    byWeek: { 6: 4, 4: 3 },
    guards: ['pathwaysComputed', 'expertAnswered', 'draftPublished'],
    acts: ['advisor'],
    produces: ['draft-plan'],
  },
  {
    stage: 'validation',
    byWeek: { 6: 5, 4: 3 },
    guards: ['findingsDecided', 'prioritiesRanked', 'pathwayChosen', 'validationRecorded'],
    acts: ['lead', 'advisor'],
    produces: ['validation-record'],
  },
  {
    stage: 'final-plan',
    byWeek: { 6: 6, 4: 4 },
    guards: ['signedOff'],
    acts: ['lead'],
    produces: ['final-plan'],
  },
  {
    stage: 'learning',
    byWeek: undefined,
    guards: ['learningDone'],
    acts: ['lead', 'contributor'],
    produces: ['learning-record'],
  },
  { stage: 'endline', byWeek: undefined, guards: [], acts: ['lead', 'contributor'], produces: [] },
  { stage: 'closed', byWeek: undefined, guards: [], acts: [], produces: [] },
]

/** The rule of one stage. */
export function stageRule(stage: Stage): StageRule {
  const rule = stageTable.find((candidate) => candidate.stage === stage)
  if (rule === undefined) throw new Error(`There is no stage ${stage}`)
  return rule
}

/** What still keeps the journey in its stage. Alone, nobody else needs to be named or asked. */
export function unmetGuards(stage: Stage, facts: JourneyFacts): Guard[] {
  return stageRule(stage).guards.filter((guard) => !(facts[guard] || (facts.alone && guard === 'advisorNamed')))
}

/** The stage after this one, up to what this service runs. */
export function stageAfter(stage: Stage): Stage | undefined {
  return stages[stages.indexOf(stage) + 1]
}

/** Whether `a` comes before `b`. */
export function isBefore(a: Stage, b: Stage): boolean {
  return stages.indexOf(a) < stages.indexOf(b)
}

export type Move =
  | { ok: true; to: Stage }
  | { ok: false; reason: 'not-active' | 'last-stage' }
  | { ok: false; reason: 'guards'; guards: Guard[] }

/** Moving on needs every guard of the stage; a journey that is paused, withdrawn or declined stays where it is. */
export function moveOn(journey: { stage: Stage; state: JourneyState }, facts: JourneyFacts): Move {
  if (journey.state !== 'active') return { ok: false, reason: 'not-active' }
  const to = stageAfter(journey.stage)
  if (to === undefined) return { ok: false, reason: 'last-stage' }
  const guards = unmetGuards(journey.stage, facts)
  return guards.length > 0 ? { ok: false, reason: 'guards', guards } : { ok: true, to }
}

/** Going back is possible to any earlier stage from the interview on, with a reason; what was published stays as it is. */
export function mayGoBack(journey: { stage: Stage; state: JourneyState }, to: Stage): boolean {
  return journey.state === 'active' && to !== 'request' && isBefore(to, journey.stage)
}

/** Changes of a journey's state, and from which states each is possible. Pages, checks and tests read this table. */
export const stateChanges = {
  pause: { from: ['active'], to: 'paused' },
  resume: { from: ['paused'], to: 'active' },
  withdraw: { from: ['active', 'paused'], to: 'withdrawn' },
  reopen: { from: ['withdrawn'], to: 'active' },
} as const satisfies Record<string, { from: readonly JourneyState[]; to: JourneyState }>

export type StateChange = keyof typeof stateChanges

/** The state after a change, if the change is possible; what is closed is over and stays as it is. */
export function changeState(
  journey: { stage: Stage; state: JourneyState },
  change: StateChange,
): JourneyState | undefined {
  const { from, to } = stateChanges[change]
  const possible = (from as readonly JourneyState[]).includes(journey.state) && journey.stage !== 'closed'
  return possible ? to : undefined
}

/** Stages that a journey can go back to, the nearest last. */
export function stagesBack(journey: { stage: Stage; state: JourneyState }): Stage[] {
  return stages.filter((stage) => mayGoBack(journey, stage))
}

const day = 86_400_000

/** Where the journey stands against its weeks. Paused time does not count. */
export type TimeLine = { week: number; dueAt: Date | undefined; late: boolean; pausedDays: number }

/**
 * The clock of a journey (Method 5.1): weeks count from the interview, without the time it was paused.
 *
 * @param journey.pauses ended ones and the one that runs, `until` left out
 * @returns `week` from 1 on, 0 before the interview; `dueAt` the end of the current stage
 */
export function timeLine(
  journey: {
    stage: Stage
    weeks: 4 | 6
    clockFrom: Date | undefined
    pauses: readonly { from: Date; until?: Date | undefined }[]
  },
  now: Date,
): TimeLine {
  const { clockFrom } = journey
  if (clockFrom === undefined) return { week: 0, dueAt: undefined, late: false, pausedDays: 0 }
  const paused = journey.pauses.reduce((sum, { from, until }) => {
    const start = Math.max(from.getTime(), clockFrom.getTime())
    return sum + Math.max(0, Math.min((until ?? now).getTime(), now.getTime()) - start)
  }, 0)
  const run = now.getTime() - clockFrom.getTime() - paused
  const by = stageRule(journey.stage).byWeek?.[journey.weeks]
  const dueAt = by ? new Date(clockFrom.getTime() + by * 7 * day + paused) : undefined
  return {
    week: Math.max(1, Math.floor(run / (7 * day)) + 1),
    dueAt,
    // On the day itself nothing is late, wherever people are.
    late: dueAt !== undefined && now.getTime() >= dueAt.getTime() + day,
    pausedDays: Math.floor(paused / day),
  }
}
