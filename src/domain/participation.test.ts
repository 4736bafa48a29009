import { expect, test } from 'vitest'
import {
  closingAfter,
  doneOf,
  leastRespondents,
  mayLock,
  mayRemind,
  reminderTimes,
  rowsOfVoice,
  takesAnswers,
} from './participation.ts'

const pack = {
  profile: [
    {
      id: 'staffFte',
      options: [
        { id: '0-5', sets: { respondents: [1, 3] } },
        { id: '6-20', sets: { respondents: [3, 5] } },
      ],
    },
  ],
} as unknown as Parameters<typeof leastRespondents>[0]

test('the size of the community sets how many people should answer, and the program may ask for more', () => {
  expect(leastRespondents(pack, {})).toBe(1)
  expect(leastRespondents(pack, { staffFte: '6-20' })).toBe(3)
  expect(leastRespondents(pack, { staffFte: '6-20' }, 2)).toBe(3)
  expect(leastRespondents(pack, { staffFte: '0-5' }, 4)).toBe(4)
})

test('the close is the end of a day where the community is, also across a change of clocks', () => {
  // Clocks in Toronto go forward on 10 March 2030: the day ends at 23:59:59 on both sides of it.
  expect(closingAfter(new Date('2030-03-05T15:00:00Z'), 2, 'America/Toronto').toISOString()).toBe(
    '2030-03-08T04:59:59.000Z',
  )
  expect(closingAfter(new Date('2030-03-05T15:00:00Z'), 10, 'America/Toronto').toISOString()).toBe(
    '2030-03-16T03:59:59.000Z',
  )
  // Late in the evening it is tomorrow already by universal time, and still today for the people.
  expect(closingAfter(new Date('2030-01-16T03:00:00Z'), 1, 'America/Toronto').toISOString()).toBe(
    '2030-01-17T04:59:59.000Z',
  )
})

test('there are two reminders, half-way and a day before the close, and none that comes too late', () => {
  const invited = new Date('2030-01-01T00:00:00Z')
  expect(reminderTimes(invited, new Date('2030-01-11T00:00:00Z')).map((time) => time.toISOString())).toEqual([
    '2030-01-06T00:00:00.000Z',
    '2030-01-10T00:00:00.000Z',
  ])
  expect(reminderTimes(invited, new Date('2030-01-01T12:00:00Z'))).toHaveLength(1)
  expect(reminderTimes(invited, invited)).toEqual([])
})

test('someone is reminded by hand once a day at most', () => {
  const at = new Date('2030-01-02T10:00:00Z')
  expect(mayRemind(undefined, at)).toBe(true)
  expect(mayRemind(new Date('2030-01-01T10:00:01Z'), at)).toBe(false)
  expect(mayRemind(new Date('2030-01-01T10:00:00Z'), at)).toBe(true)
})

test('answers are taken until the close, and never after the lock', () => {
  const closesAt = new Date('2030-01-10T00:00:00Z')
  expect(takesAnswers({ closesAt, lockedAt: undefined }, closesAt)).toBe(true)
  expect(takesAnswers({ closesAt, lockedAt: undefined }, new Date('2030-01-10T00:00:01Z'))).toBe(false)
  expect(takesAnswers({ closesAt, lockedAt: new Date('2030-01-02T00:00:00Z') }, new Date('2030-01-03T00:00:00Z'))).toBe(
    false,
  )
})

test('the baseline locks with enough people or with a reason, and never without any', () => {
  const round = { lockedAt: undefined, least: 3, overridden: false, submitted: 3 }
  expect(mayLock(round)).toEqual({ ok: true })
  expect(mayLock({ ...round, submitted: 2 })).toEqual({ ok: false, reason: 'too-few' })
  expect(mayLock({ ...round, submitted: 2, overridden: true })).toEqual({ ok: true })
  expect(mayLock({ ...round, submitted: 0, overridden: true })).toEqual({ ok: false, reason: 'nobody-answered' })
  expect(mayLock({ ...round, lockedAt: new Date() })).toEqual({ ok: false, reason: 'locked' })
})

test('done counts what was given, not what was answered besides', () => {
  expect(doneOf(['a', 'b'], ['b', 'c'])).toBe(1)
})

test('what was asked and left blank is a blank row, and "does not apply" hides the rest', () => {
  const rows = rowsOfVoice(
    {
      code: 'R1',
      role: 'Library',
      asked: ['a', 'b', 'c'],
      answers: new Map([
        ['a', { given: { practice: 2, knowledge: 'dk' as const }, wanted: 3, importance: 1 }],
        [
          'b',
          { given: { practice: 'na' as const, knowledge: 3 }, reasons: { practice: 'No transit here' }, wanted: 4 },
        ],
      ]),
    },
    { facets: ['practice', 'knowledge'] },
  )
  expect(rows).toHaveLength(6)
  expect(rows[0]).toEqual({
    respondent: 'R1',
    role: 'Library',
    component: 'a',
    facet: 'practice',
    given: { kind: 'level', level: 2 },
    wanted: 3,
    importance: 1,
  })
  expect(rows[1]?.given).toEqual({ kind: 'dk' })
  expect(rows[2]).toEqual({
    respondent: 'R1',
    role: 'Library',
    component: 'b',
    facet: 'practice',
    given: { kind: 'na', reason: 'No transit here' },
  })
  expect(rows[3]?.given).toEqual({ kind: 'blank' })
  expect(rows[4]?.given).toEqual({ kind: 'blank' })
})

test('"does not apply" without its reason is blank, unless the community may set a component aside', () => {
  const voice = { code: 'R1', asked: [], answers: new Map([['a', { given: { practice: 'na' as const } }]]) }
  expect(rowsOfVoice(voice, { facets: ['practice'] })[0]?.given).toEqual({ kind: 'blank' })
  expect(rowsOfVoice(voice, { facets: ['practice'], setAside: 'Set aside' })[0]?.given).toEqual({
    kind: 'na',
    reason: 'Set aside',
  })
})
