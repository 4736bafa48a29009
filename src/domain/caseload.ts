import { type JourneyDocumentKind, type JourneyState, type Stage, type TimeLine, timeLine } from './stages.ts'

/** What is known of a journey without opening it: enough to say what comes next, and who must do it. */
export type Case = {
  stage: Stage
  state: JourneyState
  alone: boolean
  weeks: 4 | 6
  clockFrom: Date | undefined
  stageSince: Date
  lastContactAt: Date | undefined
  pauses: readonly { from: Date; until?: Date | undefined }[]
  /** When the interview is booked, whether it was held. */
  interview: { at: Date | undefined; held: boolean; sharedAt: Date | undefined; frozen: boolean }
  diagnostic: { closesAt: Date; invited: number; submitted: number; least: number; locked: boolean } | undefined
  published: readonly JourneyDocumentKind[]
  draftMade: boolean
  expertQuestions: number
  signOffAsked: boolean
  overdueActions: number
  /** Of the pathway: whether nothing is open any more, or the lead asked to close; how many items are past their week. */
  learning: { over: boolean; overdueItems: number }
  unread: number
}

export const nextSteps = [
  'accept-agreement',
  'book-interview',
  'hold-interview',
  'write-summary',
  'check-summary',
  'freeze-summary',
  'open-diagnostic',
  'answer-diagnostic',
  'lock-baseline',
  'review-card',
  'make-plan',
  'answer-expert-question',
  'publish-plan',
  'hold-validation',
  'prepare-final',
  'decide-sign-off',
  'follow-pathway',
  'catch-up',
  'follow-actions',
  'move-on',
  'none',
] as const

export type NextStep = (typeof nextSteps)[number]

/** Who has the next step. */
export type NextActor = 'advisor' | 'lead' | 'contributors' | 'expert' | 'council' | 'nobody'

export type CaseLine = {
  step: NextStep
  who: NextActor
  /** Until when, where there is such a day. */
  dueAt: Date | undefined
  daysInStage: number
  timeLine: TimeLine
  /** The advisor should do something today: it is theirs and nothing has to be waited for, or something is late. */
  today: boolean
}

const day = 86_400_000

/** Days the lead has to correct the summary of the interview (Method 5.3). */
export const correctionDays = 3

/** What comes next in a journey, and whether the advisor has to act today. */
export function caseLine(one: Case, now: Date): CaseLine {
  const line = timeLine(one, now)
  const next = nextOf(one, now)
  const running = one.state === 'active'
  const late = line.late || (next.dueAt !== undefined && next.dueAt < now)
  return {
    ...next,
    dueAt: next.dueAt ?? line.dueAt,
    daysInStage: Math.max(0, Math.floor((now.getTime() - one.stageSince.getTime()) / day)),
    timeLine: line,
    today: (running && ((next.who === 'advisor' && next.step !== 'hold-interview') || late)) || one.unread > 0,
  }
}

type Next = { step: NextStep; who: NextActor; dueAt: Date | undefined }

function nextOf(one: Case, now: Date): Next {
  const of = (step: NextStep, who: NextActor, dueAt?: Date): Next => ({ step, who, dueAt })
  if (one.state !== 'active') return of('none', 'nobody')
  const published = (kind: JourneyDocumentKind) => one.published.includes(kind)
  switch (one.stage) {
    case 'request':
      return published('agreement') ? of('move-on', 'advisor') : of('accept-agreement', 'lead')
    case 'interview':
      return interviewStep(one, now)
    case 'diagnostic':
      return diagnosticStep(one, now)
    case 'report-card':
      return published('report-card') ? of('move-on', 'advisor') : of('review-card', 'advisor')
    case 'draft-plan':
      if (!one.draftMade) return of('make-plan', 'advisor')
      if (one.expertQuestions > 0) return of('answer-expert-question', 'expert')
      return published('draft-plan') ? of('move-on', 'advisor') : of('publish-plan', 'advisor')
    case 'validation':
      return published('validation-record') ? of('move-on', 'advisor') : of('hold-validation', 'advisor')
    case 'final-plan':
      if (published('final-plan')) return of('move-on', 'advisor')
      return one.signOffAsked ? of('decide-sign-off', 'council') : of('prepare-final', 'advisor')
    case 'learning':
      if (one.learning.over) return of('move-on', 'advisor')
      if (one.learning.overdueItems > 0) return of('catch-up', 'lead')
      return one.overdueActions > 0 ? of('follow-actions', 'lead') : of('follow-pathway', 'contributors')
    case 'endline':
    case 'closed':
      return of('none', 'nobody')
  }
}

function interviewStep({ interview }: Case, now: Date): Next {
  if (interview.frozen) return { step: 'move-on', who: 'advisor', dueAt: undefined }
  if (interview.sharedAt) {
    const until = new Date(interview.sharedAt.getTime() + correctionDays * day)
    return until > now
      ? { step: 'check-summary', who: 'lead', dueAt: until }
      : { step: 'freeze-summary', who: 'advisor', dueAt: undefined }
  }
  if (interview.held || (interview.at !== undefined && interview.at <= now))
    return { step: 'write-summary', who: 'advisor', dueAt: undefined }
  if (interview.at === undefined) return { step: 'book-interview', who: 'lead', dueAt: undefined }
  return { step: 'hold-interview', who: 'advisor', dueAt: interview.at }
}

function diagnosticStep({ diagnostic }: Case, now: Date): Next {
  if (diagnostic === undefined) return { step: 'open-diagnostic', who: 'lead', dueAt: undefined }
  if (diagnostic.locked) return { step: 'move-on', who: 'advisor', dueAt: undefined }
  const { invited, submitted, least, closesAt } = diagnostic
  const all = invited > 0 && submitted === invited && submitted >= least
  if (all || closesAt <= now) return { step: 'lock-baseline', who: 'advisor', dueAt: undefined }
  return { step: 'answer-diagnostic', who: 'contributors', dueAt: closesAt }
}

/** The order of a caseload: what needs the advisor today, then late ones, then the longest in their stage. */
export function inCaseOrder<T extends { line: CaseLine }>(cases: readonly T[]): T[] {
  const rank = ({ line }: T) => (line.today ? 0 : 2) + (line.timeLine.late ? 0 : 1)
  return [...cases].sort((a, b) => rank(a) - rank(b) || b.line.daysInStage - a.line.daysInStage)
}
