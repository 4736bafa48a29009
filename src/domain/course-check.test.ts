import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Question } from '../content/schema.ts'
import {
  answerField,
  answersFromForm,
  formFor,
  type GivenAnswer,
  markAnswers,
  markQuestion,
  readNumber,
  shownOrder,
} from './course-check.ts'

const text = (words: string) => ({ en: words, fr: words })
const base = (id: string) => ({ id, objective: 0, prompt: text(id) })
const option = (id: string, right = false) => ({ id, right, text: text(id), feedback: text(id) })

const single: Question = { ...base('one'), kind: 'single', options: [option('a'), option('b', true), option('c')] }
const multiple: Question = {
  ...base('many'),
  kind: 'multiple',
  options: [option('a', true), option('b'), option('c', true), option('d')],
}
const order: Question = {
  ...base('order'),
  kind: 'order',
  steps: ['s', 't', 'u', 'v'].map((id) => ({ id, text: text(id), feedback: text(id) })),
}
const match: Question = {
  ...base('match'),
  kind: 'match',
  pairs: ['x', 'y', 'z'].map((id) => ({ id, left: text(id), right: text(id.toUpperCase()), feedback: text(id) })),
}
const number: Question = {
  ...base('number'),
  kind: 'number',
  answer: 1.5,
  tolerance: 0.1,
  feedback: { right: text('yes'), wrong: text('no') },
}
const questions = [single, multiple, order, match, number]

/** What the pack holds to be right. */
const rightAnswers = {
  one: 'b',
  many: ['c', 'a'],
  order: ['s', 't', 'u', 'v'],
  match: { x: 'x', y: 'y', z: 'z' },
  number: '1,5',
}

describe('marking', () => {
  test('everything right gives the full score, nothing given gives none', () => {
    expect(markAnswers(questions, rightAnswers)).toMatchObject({ right: 5, score: 1 })
    const blank = markAnswers(questions, {})
    expect(blank).toMatchObject({ right: 0, score: 0 })
    expect(blank.questions.map(({ answered }) => answered)).toEqual([false, false, false, false, false])
    expect(markAnswers([], {})).toEqual({ questions: [], right: 0, score: 0 })
  })

  test('every option has its mark, chosen or not', () => {
    expect(markQuestion(single, 'a').parts).toEqual([
      { id: 'a', chosen: true, right: false },
      { id: 'b', chosen: false, right: false },
      { id: 'c', chosen: false, right: true },
    ])
  })

  test('several options are right together, against every possible choice', () => {
    const ids = ['a', 'b', 'c', 'd']
    const subsets = Array.from({ length: 16 }, (_, bits) => ids.filter((_id, i) => bits & (1 << i)))
    const right = subsets.filter((chosen) => markQuestion(multiple, chosen).right)
    expect(right).toEqual([['a', 'c']])
  })

  test('steps are right in their order alone, against every other order', () => {
    const orders = permutations(['s', 't', 'u', 'v'])
    expect(orders).toHaveLength(24)
    expect(orders.filter((given) => markQuestion(order, given).right)).toEqual([['s', 't', 'u', 'v']])
    expect(markQuestion(order, ['t', 's', 'u', 'v']).parts.map((part) => part.right)).toEqual([
      false,
      false,
      true,
      true,
    ])
    expect(markQuestion(order, ['s', 't', 'u']).right).toBe(false)
  })

  test('pairs are right together, against every way to pair them', () => {
    const ways = permutations(['x', 'y', 'z']).map(([x, y, z]) => ({ x: x ?? '', y: y ?? '', z: z ?? '' }))
    expect(ways.filter((given) => markQuestion(match, given).right)).toEqual([{ x: 'x', y: 'y', z: 'z' }])
    expect(markQuestion(match, { x: 'x', y: 'z' }).parts).toEqual([
      { id: 'x', chosen: true, right: true },
      { id: 'y', chosen: true, right: false },
      { id: 'z', chosen: false, right: false },
    ])
  })

  test.each([
    ['1.5', true],
    ['1,5', true],
    [' 1,60 ', true],
    ['1.4', true],
    ['1.61', false],
    ['-1.5', false],
    ['one and a half', false],
  ])('%s is right within the tolerance: %s', (typed, right) => {
    expect(markQuestion(number, typed)).toMatchObject({ answered: true, right })
  })

  test('an answer of the wrong shape, or with ids that are not there, is not right and breaks nothing', () => {
    const shapes: GivenAnswer[] = ['', 'nothing', [], ['b', 'b'], {}, { x: 'b' }, ['__proto__'], { constructor: 'x' }]
    for (const question of questions) {
      for (const shape of shapes) expect(() => markQuestion(question, shape)).not.toThrow()
    }
    expect(markAnswers([{ ...single, id: 'constructor' }], {}).questions[0]?.answered).toBe(false)
  })

  test('the score is the share of questions right, whatever is given', () => {
    const given = fc.oneof(fc.string(), fc.array(fc.string()), fc.dictionary(fc.string(), fc.string()))
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...questions.map(({ id }) => id)), given), (answers) => {
        const marked = markAnswers(questions, answers)
        expect(marked.score).toBe(marked.questions.filter(({ right }) => right).length / questions.length)
        expect(marked.questions.every(({ right, answered }) => answered || !right)).toBe(true)
      }),
    )
  })
})

describe('numbers', () => {
  test.each([
    ['12', 12],
    ['12 000', 12_000],
    ['1\u00a0200,50', 1200.5],
    ['1\u202f200\u202f000', 1_200_000],
    ['−3', -3],
    ['+4', 4],
    ['40 %', 40],
    ['1,5 $', 1.5],
    ['$2.50', 2.5],
    [',5', 0.5],
    ['5.', 5],
    ['', undefined],
    ['1,200,000', undefined],
    ['12 00', undefined],
    ['1e3', undefined],
    ['NaN', undefined],
    ['Infinity', undefined],
    ['0x10', undefined],
    ['3 apples', undefined],
  ])('%j is read as %s', (typed, value) => {
    expect(readNumber(typed)).toBe(value)
  })

  test('a number written with a comma or a point is the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999, max: 99_999 }), fc.integer({ min: 0, max: 99 }), (whole, part) => {
        const digits = String(part).padStart(2, '0')
        expect(readNumber(`${whole},${digits}`)).toBe(readNumber(`${whole}.${digits}`))
      }),
    )
  })
})

describe('the order shown', () => {
  test('is all of it, the same for the same seed, and never the right one', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(order, match), (seed, question) => {
        const ids = question.kind === 'order' ? question.steps.map(({ id }) => id) : ['x', 'y', 'z']
        const shown = shownOrder(question, seed)
        expect(shown.toSorted()).toEqual(ids.toSorted())
        expect(shown).not.toEqual(ids)
        expect(shownOrder(question, seed)).toEqual(shown)
      }),
    )
  })

  test('differs between learners', () => {
    const seen = new Set(Array.from({ length: 50 }, (_, n) => shownOrder(order, `learner ${n}`).join()))
    expect(seen.size).toBeGreaterThan(10)
  })

  test('leaves options as their author wrote them', () => {
    expect(shownOrder(single, 'any')).toEqual(['a', 'b', 'c'])
    expect(shownOrder(number, 'any')).toEqual([])
  })
})

test('a learner meets each form once, crosswise', () => {
  expect([formFor('a-first', 'pre'), formFor('a-first', 'post')]).toEqual(['a', 'b'])
  expect([formFor('b-first', 'pre'), formFor('b-first', 'post')]).toEqual(['b', 'a'])
})

describe('a posted form', () => {
  const posted = (fields: Record<string, string[]>) => (name: string) => fields[name] ?? []

  test('is read back into what was given', () => {
    const fields = {
      [answerField('one')]: ['b'],
      [answerField('many')]: ['a', 'c'],
      ...Object.fromEntries(['s', 't', 'u', 'v'].map((id, place) => [answerField('order', id), [`${place + 1}`]])),
      ...Object.fromEntries(['x', 'y', 'z'].map((id) => [answerField('match', id), [id]])),
      [answerField('number')]: [' 1,5 '],
    }
    const answers = answersFromForm(questions, posted(fields))
    expect(answers).toEqual({ ...rightAnswers, many: ['a', 'c'] })
    expect(markAnswers(questions, answers).score).toBe(1)
  })

  test('leaves out what was left blank or does not belong', () => {
    expect(
      answersFromForm(
        questions,
        posted({
          'q.one': ['z'],
          'q.many': ['z'],
          'q.order.s': ['x'],
          'q.order.t': ['1e9'],
          'q.match.x': ['w'],
          'q.number': [' '],
        }),
      ),
    ).toEqual({})
  })

  test('two steps with the same place are not right', () => {
    const answers = answersFromForm(
      [order],
      posted({ 'q.order.s': ['1'], 'q.order.t': ['1'], 'q.order.u': ['3'], 'q.order.v': ['4'] }),
    )
    expect(answers.order).toEqual(['s', '', 'u', 'v'])
    expect(markAnswers([order], answers).right).toBe(0)
  })
})

function permutations<T>(values: readonly T[]): T[][] {
  if (values.length === 0) return [[]]
  return values.flatMap((value, i) => permutations(values.toSpliced(i, 1)).map((rest) => [value, ...rest]))
}
