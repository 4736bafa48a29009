import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aPack } from '../../test/builders/pack.ts'
import { arbitraryAnswers } from '../../test/builders/random-answers.ts'
import { readAnswers, writeAnswers } from './answers-file.ts'

const text = { en: 'x', fr: 'x' }
const options = [
  { id: 'one', label: text, sets: {} },
  { id: 'two', label: text, sets: {} },
]
const pack = aPack({
  components: ['a', 'b'],
  profile: [
    { id: 'single', label: text, why: text, selfCheck: true, several: false, options },
    { id: 'several', label: text, why: text, selfCheck: true, several: true, options },
  ],
})

const header = ['respondent', 'component', 'facet', 'level', 'reason', 'wanted', 'importance', 'note']
const csv = (...lines: string[]) =>
  readAnswers(pack, { records: { header, records: lines.map((line) => line.split(',')) } })
const json = (value: unknown) => readAnswers(pack, { json: value })
const row = (rest: object) => ({ component: 'a', facet: 'practice', level: 1, ...rest })

function problemsOf(reading: ReturnType<typeof readAnswers>) {
  return reading.ok ? [] : reading.problems
}

describe('reading an answers file', () => {
  test('every kind of answer', () => {
    const reading = csv(
      'r1,a,practice,2,,3,1,seen it',
      'r1,a,knowledge,dk,,,,',
      'r1,b,practice,na,not here,,,',
      'r2,b,practice,,,,,',
    )
    expect(reading).toEqual({
      ok: true,
      answers: {
        rows: [
          {
            respondent: 'r1',
            component: 'a',
            facet: 'practice',
            given: { kind: 'level', level: 2 },
            wanted: 3,
            importance: 1,
            note: 'seen it',
          },
          { respondent: 'r1', component: 'a', facet: 'knowledge', given: { kind: 'dk' } },
          { respondent: 'r1', component: 'b', facet: 'practice', given: { kind: 'na', reason: 'not here' } },
          { respondent: 'r2', component: 'b', facet: 'practice', given: { kind: 'blank' } },
        ],
        profile: {},
        needs: [],
        agreed: {},
      },
    })
  })

  test('the respondent may be missing when there is one', () => {
    const reading = readAnswers(pack, {
      records: {
        header: ['\uFEFFcomponent', ' facet ', 'level'],
        records: [
          ['a', 'practice', '1'],
          ['', ' ', ''],
        ],
      },
    })
    expect(reading).toMatchObject({ ok: true, answers: { rows: [{ respondent: '1' }] } })
    expect(problemsOf(csv('r1,a,practice,1,,,,', ',a,knowledge,1,,,,'))).toEqual([
      { code: 'respondent-missing', row: 3, column: 'respondent', value: '' },
    ])
  })

  test.each([
    [
      'an unknown component',
      'r1,z,practice,1,,,,',
      { code: 'unknown-component', column: 'component', value: 'z', allowed: 'a, b' },
    ],
    [
      'an unknown facet',
      'r1,a,skill,1,,,,',
      { code: 'unknown-facet', column: 'facet', value: 'skill', allowed: 'practice, knowledge' },
    ],
    [
      'a level above the scale',
      'r1,a,practice,5,,,,',
      { code: 'level-not-allowed', column: 'level', value: '5', allowed: '0, 1, 2, 3, 4, na, dk' },
    ],
    ['a level between two', 'r1,a,practice,2.5,,,,', { code: 'level-not-allowed', column: 'level', value: '2.5' }],
    ['a level below 0', 'r1,a,practice,-1,,,,', { code: 'level-not-allowed', column: 'level', value: '-1' }],
    ['"does not apply" without a reason', 'r1,a,practice,na,,,,', { code: 'na-without-reason', column: 'reason' }],
    ['a reason for a level', 'r1,a,practice,1,because,,,', { code: 'reason-without-na', column: 'reason' }],
    [
      'a wanted level on a knowledge row',
      'r1,a,knowledge,1,,3,,',
      { code: 'wanted-not-on-first-facet', column: 'wanted' },
    ],
    [
      'an importance on a knowledge row',
      'r1,a,knowledge,1,,,2,',
      { code: 'importance-not-on-first-facet', column: 'importance' },
    ],
    [
      'a wanted level above the scale',
      'r1,a,practice,1,,7,,',
      { code: 'wanted-not-allowed', column: 'wanted', value: '7' },
    ],
    [
      'an importance above 3',
      'r1,a,practice,1,,,4,',
      { code: 'importance-not-allowed', column: 'importance', allowed: '0, 1, 2, 3' },
    ],
    ['a row with a cell too many', 'r1,a,practice,1,,,,,', { code: 'wrong-cell-count', value: '9', allowed: '8' }],
  ])('%s is a problem with its row and column', (_, line, expected) => {
    const problems = problemsOf(csv('r1,b,practice,1,,,,', line))
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({ row: 3, ...expected })
  })

  test('the same respondent, component and facet twice is a problem that names the first row', () => {
    expect(problemsOf(csv('r1,a,practice,1,,,,', 'r2,a,practice,1,,,,', 'r1,a,practice,2,,,,'))).toEqual([
      { code: 'duplicate-row', row: 4, value: '2' },
    ])
  })

  test('unknown, repeated and missing columns are problems of the header', () => {
    const records = { header: ['component', 'facet', 'facet', 'score'], records: [['a', 'practice', 'practice', '1']] }
    expect(problemsOf(readAnswers(pack, { records })).map(({ code, column, row }) => [code, column, row])).toEqual([
      ['repeated-column', 'facet', 1],
      ['unknown-column', 'score', 1],
      ['missing-column', 'level', 1],
    ])
  })

  test('every problem of every row is named, in the order of the file', () => {
    const problems = problemsOf(csv('r1,z,practice,9,,8,,', 'r1,a,skill,1,,,,', 'r1,b,practice,na,,,,'))
    expect(problems.map(({ row, code }) => [row, code])).toEqual([
      [2, 'unknown-component'],
      [2, 'level-not-allowed'],
      [2, 'wanted-not-allowed'],
      [3, 'unknown-facet'],
      [4, 'na-without-reason'],
    ])
  })

  test('rows are counted as the reader of the file says', () => {
    const records = { header: ['component', 'facet', 'level'], records: [['a', 'practice', '9']], lines: [7] }
    expect(problemsOf(readAnswers(pack, { records }))[0]?.row).toBe(7)
  })

  test('a file without a row is a problem', () => {
    expect(problemsOf(csv())).toEqual([{ code: 'no-rows' }])
    expect(problemsOf(readAnswers(pack, { records: { header: [], records: [] } }))[0]?.code).toBe('no-rows')
    expect(problemsOf(json([]))).toEqual([{ code: 'no-rows' }])
    expect(problemsOf(json(null))[0]?.code).toBe('wrong-type')
    expect(problemsOf(json({}))[0]).toMatchObject({ code: 'wrong-type', column: 'answers' })
  })

  test('then-ratings belong to facets after the first', () => {
    const looksBack = (facet: string, level: string) =>
      readAnswers(pack, {
        records: { header: ['component', 'facet', 'level', 'then'], records: [['a', facet, '1', level]] },
      })
    const reading = looksBack('knowledge', '2')
    expect(reading.ok && reading.answers.rows[0]).toHaveProperty('then', 2)
    expect(problemsOf(looksBack('practice', '2'))[0]).toMatchObject({
      code: 'then-on-first-facet',
      row: 2,
      column: 'then',
    })
    expect(problemsOf(looksBack('knowledge', '9'))[0]?.code).toBe('then-not-allowed')
  })

  test('JSON may carry profile, needs, agreed levels and release', () => {
    const release = 'ab'.repeat(32)
    const value = {
      answers: [row({ respondent: 'r1', note: null })],
      profile: { single: 'one', several: ['one', 'two'] },
      needs: ['b'],
      agreed: { a: { knowledge: 2 } },
      release,
    }
    expect(json(value)).toMatchObject({
      ok: true,
      answers: {
        profile: { single: 'one', several: ['one', 'two'] },
        needs: ['b'],
        agreed: { a: { knowledge: 2 } },
        release,
      },
    })
  })

  test.each([
    [{ profile: { other: 'one' } }, 'unknown-question', 'profile.other'],
    [{ profile: { single: 'three' } }, 'unknown-option', 'profile.single'],
    [{ profile: { single: ['one', 'two'] } }, 'one-option-only', 'profile.single'],
    [{ profile: { single: 3 } }, 'wrong-type', 'profile.single'],
    [{ profile: 'one' }, 'wrong-type', 'profile'],
    [{ needs: ['z'] }, 'unknown-component', 'needs'],
    [{ needs: 'a' }, 'wrong-type', 'needs'],
    [{ agreed: { z: { practice: 1 } } }, 'unknown-component', 'agreed.z'],
    [{ agreed: { a: { skill: 1 } } }, 'unknown-facet', 'agreed.a.skill'],
    [{ agreed: { a: { practice: 1.5 } } }, 'agreed-not-allowed', 'agreed.a.practice'],
    [{ agreed: { a: 3 } }, 'wrong-type', 'agreed.a'],
    [{ release: 'v1' }, 'release-not-a-hash', 'release'],
    [{ schemaVersion: 2 }, 'unknown-version', 'schemaVersion'],
    [{ colour: 'green' }, 'unknown-column', 'colour'],
  ])('%j is a problem', (rest, code, column) => {
    expect(problemsOf(json({ answers: [row({})], ...rest }))).toMatchObject([{ code, column }])
  })

  test('a JSON row with an unknown field or a value that is no text is a problem', () => {
    expect(problemsOf(json([row({ score: 1 })]))[0]).toMatchObject({ code: 'unknown-column', row: 1, column: 'score' })
    expect(problemsOf(json([row({ note: { a: 1 } })]))[0]).toMatchObject({ code: 'wrong-type', row: 1, column: 'note' })
    expect(problemsOf(json([7]))[0]).toMatchObject({ code: 'wrong-type', row: 1, value: '7' })
  })
})

describe('writing an answers file', () => {
  test('what is written reads back the same, as JSON and as CSV', () => {
    fc.assert(
      fc.property(arbitraryAnswers(pack, 5), (answers) => {
        fc.pre(answers.rows.length > 0)
        const { json: value, csv: records } = writeAnswers(answers)
        expect(readAnswers(pack, { json: JSON.parse(JSON.stringify(value)) })).toEqual({ ok: true, answers })
        const plain = { rows: answers.rows, profile: {}, needs: [], agreed: {} }
        expect(readAnswers(pack, { records })).toEqual({ ok: true, answers: plain })
      }),
    )
  })
})
