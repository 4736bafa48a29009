import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answersOf, type SaidAbout } from '../../test/builders/answers.ts'
import { aDuty, aPack } from '../../test/builders/pack.ts'
import { planBasis } from './plan-basis.ts'
import {
  importanceFromRanking,
  priorityWeights,
  rankOrderCentroid,
  rankPriorities,
  stabilityVariants,
  weigh,
} from './priorities.ts'
import { reportCard } from './report-card.ts'

describe('priority weights', () => {
  test('the worked weights of both pathways', () => {
    const terms = [
      { importance: 1 / 3, leverage: 0.8, duty: 0, need: 0 },
      { importance: 2 / 3, leverage: 0.3, duty: 1, need: 0 },
      { importance: 1, leverage: 0, duty: 0, need: 1 },
      { importance: 1, leverage: 0.2, duty: 0, need: 1 },
    ]
    const rounded = (weights: (typeof priorityWeights)[keyof typeof priorityWeights]) =>
      terms.map((t) => Number(weigh(weights, t).toFixed(4)))
    expect(rounded(priorityWeights.pathwayA)).toEqual([0.4667, 0.4833, 0.3, 0.4])
    expect(rounded(priorityWeights.pathwayB)).toEqual([0.24, 0.515, 0.85, 0.86])
  })

  test('each weighting sums to 1, and so does each of its eight variants', () => {
    for (const weights of Object.values(priorityWeights)) {
      for (const each of [weights, ...stabilityVariants(weights)]) {
        expect(Object.values(each).reduce((sum, b) => sum + b, 0)).toBeCloseTo(1, 12)
        expect(Math.min(...Object.values(each))).toBeGreaterThanOrEqual(0)
      }
      expect(stabilityVariants(weights)).toHaveLength(8)
    }
  })

  test('a variant moves one weight by a tenth and divides all four by their sum', () => {
    expect(stabilityVariants(priorityWeights.reportCard)[0]?.importance).toBeCloseTo(0.6 / 1.1, 12)
    expect(stabilityVariants(priorityWeights.reportCard)[7]?.need).toBeCloseTo(0.05 / 0.9, 12)
  })
})

describe('the order given at validation', () => {
  test('rank-order-centroid weights of five', () => {
    expect(rankOrderCentroid(5).map((weight) => Number(weight.toFixed(4)))).toEqual([
      0.4567, 0.2567, 0.1567, 0.09, 0.04,
    ])
  })

  test('the first rank has full importance, the others less, and the rest none', () => {
    const importance = importanceFromRanking(['c', 'a'], ['a', 'b', 'c'])
    const [first = 1, second = 0] = rankOrderCentroid(5)
    expect(importance).toEqual({ a: 3 * (second / first), b: 0, c: 3 })
  })

  test('six ranks, a repeated or an unknown component are refused', () => {
    expect(() => importanceFromRanking(['a', 'b', 'c', 'd', 'e', 'f'], ['a'])).toThrow(RangeError)
    expect(() => importanceFromRanking(['a', 'a'], ['a'])).toThrow(RangeError)
    expect(() => importanceFromRanking(['z'], ['a'])).toThrow('z')
    expect(() => importanceFromRanking(['constructor'], ['a'])).toThrow('constructor')
  })
})

describe('the priority list', () => {
  const terms = (importance: number, need = 0) => ({ importance, leverage: 0, duty: 0, need })

  test('goes by weight times gap, then gap, then id by code unit', () => {
    const list = rankPriorities(
      [
        { component: 'b', terms: terms(0.5), gap: 1 },
        { component: 'a', terms: terms(0.5), gap: 1 },
        { component: 'Z', terms: terms(0.25), gap: 2 },
        { component: 'y', terms: terms(1), gap: 2 },
        { component: 'x', terms: terms(1), gap: 0 },
      ],
      3,
    )
    expect(list.map((entry) => entry.component)).toEqual(['y', 'Z', 'a', 'b'])
  })

  test('an entry is firm when all eight variants keep it among the first', () => {
    const list = rankPriorities(
      [
        { component: 'sure', terms: terms(1, 1), gap: 3 },
        { component: 'important', terms: terms(1), gap: 1 },
        { component: 'needed', terms: terms(0.68, 1), gap: 1 },
      ],
      2,
    )
    expect(list.map((entry) => [entry.component, entry.firm])).toEqual([
      ['sure', true],
      ['important', false],
      ['needed', false],
    ])
    expect(list[0]?.timesInTop).toBe(8)
    expect(list.reduce((sum, entry) => sum + entry.timesInTop, 0)).toBe(16)
  })

  test('a list no longer than N is firm throughout', () => {
    const list = rankPriorities([{ component: 'a', terms: terms(0.1), gap: 0.5 }], 3)
    expect(list).toMatchObject([{ firm: true, timesInTop: 8 }])
  })

  test('renaming components changes names and nothing else', () => {
    const candidate = fc.record({ importance: fc.integer({ min: 0, max: 12 }), gap: fc.integer({ min: 1, max: 400 }) })
    fc.assert(
      fc.property(
        fc.uniqueArray(candidate, { minLength: 1, maxLength: 9, selector: (c) => c.importance * 1000 + c.gap }),
        (all) => {
          const named = (prefix: string) =>
            rankPriorities(
              all.map(({ importance, gap }, i) => ({
                component: `${prefix}${i}`,
                terms: terms(importance / 12),
                gap: gap / 100,
              })),
              3,
            )
          const values = (prefix: string) => named(prefix).map(({ value, gap }) => [value, gap])
          expect(values('x')).toEqual(values('a'))
        },
      ),
    )
  })
})

describe('terms of the weight', () => {
  const pack = aPack({
    components: [
      { id: 'root', enables: ['middle'] },
      { id: 'middle', enables: ['leaf'] },
      { id: 'leaf' },
      { id: 'far', enables: ['root'] },
    ],
    duties: [aDuty('leaf', ['on']), aDuty('middle', ['on'], ['municipality'])],
  })
  const said: SaidAbout = { practice: [1], knowledge: [1], wanted: [3] }
  const terms = (table: Record<string, SaidAbout>, profile = {}, rest = {}) => {
    const basis = planBasis(pack, profile, { answeredComponents: [] })
    const { components } = reportCard({ pack, release: 'r', answers: answersOf(table, rest), basis })
    return Object.fromEntries(components.map((component) => [component.component, component.terms]))
  }

  test('leverage counts the whole graph and is measured against the components asked and in scope', () => {
    const all = terms({ root: said, middle: said, leaf: said })
    expect([all.root?.leverage, all.middle?.leverage, all.leaf?.leverage]).toEqual([1, 0.5, 0])
    const withFar = terms({ root: said, far: said })
    expect([withFar.far?.leverage, withFar.root?.leverage]).toEqual([1, 2 / 3])
    const outOfScope = terms({ root: said, far: { practice: ['na'] } })
    expect(outOfScope.root?.leverage).toBe(1)
    expect(terms({ leaf: said }).leaf?.leverage).toBe(0)
  })

  test('importance is the mean given, and "would help" when no one answered', () => {
    const given = terms({ root: { ...said, importance: [3] }, leaf: said })
    expect(given.root?.importance).toBe(1)
    expect(given.leaf?.importance).toBe(1 / 3)
  })

  test('a duty counts in its jurisdiction while practice is below half of the scale or unknown', () => {
    const profile = { jurisdiction: 'on' }
    expect(terms({ leaf: said }, profile).leaf?.duty).toBe(1)
    expect(terms({ leaf: said }).leaf?.duty).toBe(0)
    expect(terms({ leaf: { ...said, practice: [2] } }, profile).leaf?.duty).toBe(0)
    expect(terms({ leaf: { ...said, practice: ['dk'] } }, profile).leaf?.duty).toBe(1)
    expect(terms({ leaf: { ...said, practice: ['na'] } }, profile).leaf?.duty).toBe(0)
    expect(terms({ leaf: said }, profile, { agreed: { leaf: { practice: 2 } } }).leaf?.duty).toBe(0)
  })

  test('a duty for some kinds of community binds only those', () => {
    expect(terms({ middle: said }, { jurisdiction: 'on' }).middle?.duty).toBe(0)
    expect(terms({ middle: said }, { jurisdiction: 'on', communityType: ['municipality'] }).middle?.duty).toBe(1)
  })

  test('a component tagged in the needs interview has the need term', () => {
    expect(terms({ leaf: said, root: said }, {}, { needs: ['leaf'] })).toMatchObject({
      leaf: { need: 1 },
      root: { need: 0 },
    })
  })
})
