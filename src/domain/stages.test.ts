import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  changeState,
  documentKinds,
  type Guard,
  isBefore,
  type JourneyFacts,
  type JourneyState,
  mayGoBack,
  moveOn,
  type Stage,
  stageAfter,
  stageRule,
  stages,
  stagesBack,
  stageTable,
  timeLine,
  unmetGuards,
} from './stages.ts'

const guards: Guard[] = [
  'leadNamed',
  'advisorNamed',
  'languageRecorded',
  'dataTermsRecorded',
  'approvalBodyRecorded',
  'agreementAccepted',
  'notesChecked',
  'needsTagged',
  'enoughRespondents',
  'baselineLocked',
  'cardReviewed',
  'cardPublished',
  'pathwaysComputed',
  'expertAnswered',
  'draftPublished',
  'findingsDecided',
  'prioritiesRanked',
  'pathwayChosen',
  'validationRecorded',
  'signedOff',
  'learningDone',
]

const facts = (met: readonly Guard[], alone = false): JourneyFacts =>
  ({ ...Object.fromEntries(guards.map((guard) => [guard, met.includes(guard)])), alone }) as JourneyFacts

const anyStage = fc.constantFrom(...stages)
const anyState = fc.constantFrom<JourneyState[]>('active', 'paused', 'withdrawn', 'declined')
const anyFacts = fc.tuple(fc.subarray(guards), fc.boolean()).map(([met, alone]) => facts(met, alone))
const day = 86_400_000

test('every stage has one rule, in order, and every guard and document belongs to one stage', () => {
  expect(stageTable.map(({ stage }) => stage)).toEqual([...stages])
  expect(stageTable.flatMap((rule) => rule.guards).toSorted()).toEqual(guards.toSorted())
  expect(stageTable.flatMap((rule) => rule.produces).toSorted()).toEqual([...documentKinds].toSorted())
  expect(() => stageRule('nowhere' as Stage)).toThrow('There is no stage nowhere')
})

test('the weeks of the stages never go back, in either track', () => {
  for (const weeks of [6, 4] as const) {
    const by = stageTable.flatMap((rule) => (rule.byWeek ? [rule.byWeek[weeks]] : []))
    expect(by).toEqual(by.toSorted((a, b) => a - b))
    expect(by.at(-1)).toBe(weeks)
  }
})

test.each(stageTable.filter((rule) => rule.guards.length > 0))(
  '$stage holds until each of its guards is met',
  (rule) => {
    const journey = { stage: rule.stage, state: 'active' as const }
    expect(moveOn(journey, facts(rule.guards))).toEqual({ ok: true, to: stageAfter(rule.stage) })
    for (const missing of rule.guards) {
      const met = facts(rule.guards.filter((guard) => guard !== missing))
      expect(moveOn(journey, met)).toEqual({ ok: false, reason: 'guards', guards: [missing] })
    }
  },
)

test('alone, no advisor has to be named; every other guard stays', () => {
  const { guards: asked } = stageRule('request')
  const withoutAdvisor = asked.filter((guard) => guard !== 'advisorNamed')
  expect(unmetGuards('request', facts(withoutAdvisor, true))).toEqual([])
  expect(unmetGuards('request', facts([], true))).toEqual(withoutAdvisor)
})

test('a journey moves one stage on exactly when it is active and no guard is open', () => {
  fc.assert(
    fc.property(anyStage, anyState, anyFacts, (stage, state, known) => {
      const move = moveOn({ stage, state }, known)
      const free = state === 'active' && stage !== 'closed' && unmetGuards(stage, known).length === 0
      expect(move.ok).toBe(free)
      if (move.ok) expect(stages.indexOf(move.to)).toBe(stages.indexOf(stage) + 1)
    }),
  )
})

test('what is paused, withdrawn or declined says so before it names guards', () => {
  for (const state of ['paused', 'withdrawn', 'declined'] as const)
    expect(moveOn({ stage: 'request', state }, facts([]))).toEqual({ ok: false, reason: 'not-active' })
  expect(moveOn({ stage: 'closed', state: 'active' }, facts(guards))).toEqual({ ok: false, reason: 'last-stage' })
})

test('back is any earlier stage from the interview on, and only from an active journey', () => {
  fc.assert(
    fc.property(anyStage, anyState, anyStage, (stage, state, to) => {
      const journey = { stage, state }
      expect(mayGoBack(journey, to)).toBe(state === 'active' && to !== 'request' && isBefore(to, stage))
      expect(stagesBack(journey).includes(to)).toBe(mayGoBack(journey, to))
    }),
  )
})

test.each([
  ['pause', 'active', 'paused'],
  ['pause', 'paused', undefined],
  ['pause', 'withdrawn', undefined],
  ['resume', 'paused', 'active'],
  ['resume', 'active', undefined],
  ['withdraw', 'active', 'withdrawn'],
  ['withdraw', 'paused', 'withdrawn'],
  ['withdraw', 'declined', undefined],
  ['reopen', 'withdrawn', 'active'],
  ['reopen', 'active', undefined],
] as const)('to %s what is %s gives %s', (change, state, after) => {
  expect(changeState({ stage: 'diagnostic', state }, change)).toBe(after)
  expect(changeState({ stage: 'closed', state }, change)).toBe(undefined)
})

test('before the interview no week counts and nothing is late', () => {
  const line = timeLine({ stage: 'request', weeks: 6, clockFrom: undefined, pauses: [] }, new Date('2030-01-01'))
  expect(line).toEqual({ week: 0, dueAt: undefined, late: false, pausedDays: 0 })
})

test.each([
  ['interview', 6, 0, 1, '2030-01-08', false],
  ['diagnostic', 6, 8, 2, '2030-01-15', false],
  ['diagnostic', 6, 15, 3, '2030-01-15', true],
  ['report-card', 4, 8, 2, '2030-01-15', false],
  ['final-plan', 6, 41, 6, '2030-02-12', false],
  ['final-plan', 4, 29, 5, '2030-01-29', true],
  ['learning', 6, 60, 9, undefined, false],
] as const)('%s of %s weeks, %s days in: week %s', (stage, weeks, days, week, due, late) => {
  const clockFrom = new Date('2030-01-01T00:00:00Z')
  const line = timeLine({ stage, weeks, clockFrom, pauses: [] }, new Date(clockFrom.getTime() + days * day))
  expect({ week: line.week, due: line.dueAt?.toISOString().slice(0, 10), late: line.late }).toEqual({ week, due, late })
})

test('a pause moves what is due by as long as it lasts, and does not count as weeks', () => {
  const clockFrom = new Date('2030-01-01T00:00:00Z')
  const at = (days: number) => new Date(clockFrom.getTime() + days * day)
  const journey = { stage: 'final-plan', weeks: 6, clockFrom } as const
  fc.assert(
    fc.property(fc.nat(60), fc.nat(60), fc.nat(60), (start, length, rest) => {
      const now = at(start + length + rest)
      const without = timeLine({ ...journey, pauses: [] }, at(start + rest))
      const ended = timeLine({ ...journey, pauses: [{ from: at(start), until: at(start + length) }] }, now)
      expect(ended.week).toBe(without.week)
      expect(ended.pausedDays).toBe(length)
      expect(ended.dueAt?.getTime()).toBe((without.dueAt?.getTime() ?? 0) + length * day)
      expect(ended.late).toBe(without.late)
    }),
  )
  expect(timeLine({ ...journey, pauses: [{ from: at(10) }] }, at(70)).late).toBe(false)
})
