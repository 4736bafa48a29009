import { expect, test } from 'vitest'
import { type Case, caseLine, inCaseOrder, type NextActor, type NextStep } from './caseload.ts'

const now = new Date('2030-03-15T12:00:00Z')
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000)
const ahead = (days: number) => ago(-days)

const base: Case = {
  stage: 'interview',
  state: 'active',
  alone: false,
  weeks: 6,
  clockFrom: undefined,
  stageSince: ago(2),
  lastContactAt: undefined,
  pauses: [],
  interview: { at: undefined, held: false, sharedAt: undefined, frozen: false },
  diagnostic: undefined,
  published: [],
  draftMade: false,
  expertQuestions: 0,
  signOffAsked: false,
  overdueActions: 0,
  learning: { over: false, overdueItems: 0 },
  unread: 0,
}

const interview = (part: Partial<Case['interview']>): Partial<Case> => ({ interview: { ...base.interview, ...part } })
const diagnostic = (part: Partial<NonNullable<Case['diagnostic']>>): Partial<Case> => ({
  stage: 'diagnostic',
  diagnostic: { closesAt: ahead(5), invited: 4, submitted: 1, least: 3, locked: false, ...part },
})

test.each<[string, Partial<Case>, NextStep, NextActor, boolean]>([
  ['a request waits for the agreement', { stage: 'request' }, 'accept-agreement', 'lead', false],
  ['a request with its agreement moves on', { stage: 'request', published: ['agreement'] }, 'move-on', 'advisor', true],
  ['an interview is booked first', {}, 'book-interview', 'lead', false],
  ['a booked interview needs nothing before its day', interview({ at: ahead(2) }), 'hold-interview', 'advisor', false],
  ['after it, its summary is written', interview({ at: ago(1) }), 'write-summary', 'advisor', true],
  ['the lead has three days to correct', interview({ sharedAt: ago(2) }), 'check-summary', 'lead', false],
  ['after three days the advisor freezes it', interview({ sharedAt: ago(4) }), 'freeze-summary', 'advisor', true],
  ['a frozen summary lets the journey move on', interview({ frozen: true }), 'move-on', 'advisor', true],
  ['a diagnostic is opened', { stage: 'diagnostic' }, 'open-diagnostic', 'lead', false],
  ['answers come in', diagnostic({}), 'answer-diagnostic', 'contributors', false],
  ['all in: lock', diagnostic({ submitted: 4 }), 'lock-baseline', 'advisor', true],
  ['all of too few in: wait', diagnostic({ invited: 2, submitted: 2 }), 'answer-diagnostic', 'contributors', false],
  ['its days are over: lock', diagnostic({ closesAt: ago(1) }), 'lock-baseline', 'advisor', true],
  ['a card is reviewed', { stage: 'report-card' }, 'review-card', 'advisor', true],
  ['a plan is made', { stage: 'draft-plan' }, 'make-plan', 'advisor', true],
  [
    'an expert was asked',
    { stage: 'draft-plan', draftMade: true, expertQuestions: 1 },
    'answer-expert-question',
    'expert',
    false,
  ],
  ['a draft is published', { stage: 'draft-plan', draftMade: true }, 'publish-plan', 'advisor', true],
  ['validation is held', { stage: 'validation' }, 'hold-validation', 'advisor', true],
  ['a final plan is prepared', { stage: 'final-plan' }, 'prepare-final', 'advisor', true],
  ['council decides', { stage: 'final-plan', signOffAsked: true }, 'decide-sign-off', 'council', false],
  ['the pathway is followed', { stage: 'learning' }, 'follow-pathway', 'contributors', false],
  ['actions are late', { stage: 'learning', overdueActions: 1 }, 'follow-actions', 'lead', false],
  [
    'the pathway is late',
    { stage: 'learning', learning: { over: false, overdueItems: 2 }, overdueActions: 1 },
    'catch-up',
    'lead',
    false,
  ],
  ['the pathway is done', { stage: 'learning', learning: { over: true, overdueItems: 0 } }, 'move-on', 'advisor', true],
  ['a paused journey waits', { state: 'paused' }, 'none', 'nobody', false],
])('%s', (_, part, step, who, today) => {
  expect(caseLine({ ...base, ...part }, now)).toMatchObject({ step, who, today })
})

test('a late stage and an unread message need the advisor today, whoever has the next step', () => {
  const late: Partial<Case> = { stage: 'diagnostic', clockFrom: ago(30), diagnostic: diagnostic({}).diagnostic }
  expect(caseLine({ ...base, ...late }, now).today).toBe(true)
  expect(caseLine({ ...base, unread: 1 }, now).today).toBe(true)
})

test('what needs the advisor today comes first, the longest wait before the shorter', () => {
  const line = (part: Partial<Case>, name: string) => ({ name, line: caseLine({ ...base, ...part }, now) })
  const cases = [
    line({ stageSince: ago(40) }, 'waits'),
    line({ stage: 'report-card', stageSince: ago(1) }, 'new'),
    line({ stage: 'report-card', stageSince: ago(9) }, 'old'),
  ]
  expect(inCaseOrder(cases).map(({ name }) => name)).toEqual(['old', 'new', 'waits'])
})
