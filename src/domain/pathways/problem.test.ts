import { describe, expect, test } from 'vitest'
import { answersOf, type SaidAbout } from '../../../test/builders/answers.ts'
import { aPack, type ItemParts, type PackParts } from '../../../test/builders/pack.ts'
import type { PlanBasis } from '../action-plan-types.ts'
import { planBasis } from '../plan-basis.ts'
import { reportCard } from '../report-card.ts'
import { pathwayProblem, toParts } from './problem.ts'

const practice = (component: string, lift: number, ceiling = 4) => ({ component, facet: 'practice', lift, ceiling })
const knowledge = (component: string, lift: number, ceiling = 4) => ({ component, facet: 'knowledge', lift, ceiling })

/** The problem of a community at practice 1 and knowledge 1 everywhere that wants 3, unless `said` or `agreed` says otherwise. */
function problemFor(
  parts: PackParts,
  options: {
    said?: Record<string, SaidAbout>
    agreed?: Record<string, Record<string, number>>
    basis?: Partial<PlanBasis>
    weights?: Record<string, number>
  } = {},
) {
  const pack = aPack(parts)
  const ids = pack.components.map(({ id }) => id)
  const usual = Object.fromEntries(ids.map((id) => [id, { practice: [1], knowledge: [1], wanted: [3] }]))
  const answers = answersOf({ ...usual, ...options.said } as Record<string, SaidAbout>, {
    agreed: options.agreed ?? {},
  })
  const basis = { ...planBasis(pack, {}, { answeredComponents: ids }), maxItems: 99, ...options.basis }
  const card = reportCard({ pack, release: 'r', answers, basis })
  const weights = new Map(ids.map((id) => [id, options.weights?.[id] ?? 0.5]))
  return pathwayProblem({ pack, card, basis, weights })
}

const idsOf = (problem: ReturnType<typeof problemFor>) => problem.items.map((item) => item.id)
const needsOf = (problem: ReturnType<typeof problemFor>, id: string) =>
  problem.items.find((item) => item.id === id)?.prerequisites

describe('rounding to whole numbers', () => {
  test('is half up and not misled by binary fractions', () => {
    expect([0.125, 0.335, 1.005, 3 - 1.665, 2 / 3].map((levels) => toParts(levels, 100))).toEqual([
      13, 34, 101, 134, 67,
    ])
    expect(toParts((0.2 * 0.5 + 0.5 * 0.375) / 2, 10_000)).toBe(1438)
    expect(toParts(0.3 / 2, 10_000)).toBe(1500)
  })
})

describe('the worked check of Method 4.7', () => {
  test('becomes its table of whole numbers', () => {
    const ids = ['data-inventory', 'privacy-protection', 'open-data', 'resident-engagement']
    const scores = [
      [0.8, 1.0, 2],
      [1.5, 1.2, 3],
      [0.4, 0.6, 2],
      [2.0, 1.8, 3],
    ]
    const agreed = Object.fromEntries(
      ids.map((id, at) => [id, { practice: scores[at]?.[0] ?? 0, knowledge: scores[at]?.[1] ?? 0 }]),
    )
    const said = Object.fromEntries(
      ids.map((id, at) => [id, { practice: [1], knowledge: [1], wanted: [scores[at]?.[2] ?? 0] } as SaidAbout]),
    )
    const problem = problemFor(
      { components: ids, items: [{ id: 'c6', hours: 4, lifts: [practice('open-data', 1.2)] }] },
      {
        said,
        agreed,
        weights: {
          'data-inventory': 0.2 / 3 + 0.5 * 0.8,
          'privacy-protection': (0.2 * 2) / 3 + 0.5 * 0.3 + 0.2,
          'open-data': 0.2 + 0.1,
          'resident-engagement': 0.2 + 0.5 * 0.2 + 0.1,
        },
      },
    )
    expect(problem.cells.map((cell) => cell.weight)).toEqual([2333, 2333, 2417, 2417, 1500, 1500, 2000, 2000])
    expect(problem.cells.map((cell) => cell.gap)).toEqual([120, 100, 150, 180, 160, 140, 100, 120])
    expect(problem.items).toEqual([{ id: 'c6', hours: 16, lifts: [{ cell: 4, lift: 120 }], prerequisites: [] }])
    expect(problem.hours).toBe(80)
  })
})

describe('the filter', () => {
  const one = (rest: Partial<ItemParts>, id = 'one'): ItemParts => ({ id, lifts: [practice('a', 1)], ...rest })

  test('keeps items in a language the community works in, and those that work offline when it must', () => {
    const items = [one({ languages: ['fr'] }, 'french'), one({ languages: ['en'], offline: false }, 'online')]
    expect(idsOf(problemFor({ components: ['a'], items }, { basis: { languages: ['fr'] } }))).toEqual(['french'])
    expect(idsOf(problemFor({ components: ['a'], items }, { basis: { offlineOnly: true } }))).toEqual(['french'])
    expect(idsOf(problemFor({ components: ['a'], items }))).toEqual(['french', 'online'])
  })

  test('leaves items made only for Indigenous governments to the wording made for them', () => {
    const items = [
      one({ audience: ['indigenous-government'] }),
      one({ audience: ['indigenous-government', 'staff'] }, 'two'),
    ]
    const parts = { components: ['a'], items, variants: ['municipal', { id: 'nation', ownGovernment: true as const }] }
    expect(idsOf(problemFor(parts))).toEqual(['two'])
    expect(idsOf(problemFor(parts, { basis: { variant: 'nation' } }))).toEqual(['one', 'two'])
  })

  test('drops an item without effect unless a kept item needs it', () => {
    const items = [
      { id: 'needed', lifts: [practice('a', 1, 1)] },
      { id: 'idle', lifts: [practice('a', 1, 1)] },
      { id: 'useful', lifts: [practice('a', 1)], prerequisites: ['needed'] },
    ]
    const said = { a: { practice: [1], knowledge: [0], wanted: [3] } as SaidAbout }
    const problem = problemFor({ components: ['a'], items }, { said })
    expect(idsOf(problem)).toEqual(['needed', 'useful'])
    expect(problem.items[0]?.lifts).toEqual([])
  })

  test('an effective lift ends at the ceiling, and there is none where the level is not known', () => {
    const items = [{ id: 'one', lifts: [practice('a', 1, 1.25), practice('b', 1)] }]
    const problem = problemFor(
      { components: ['a', 'b'], items },
      { said: { b: { practice: ['dk'], knowledge: [1], wanted: [3] } as SaidAbout } },
    )
    expect(problem.items[0]?.lifts).toEqual([{ cell: 0, lift: 25 }])
    expect(problem.cells.map((cell) => `${cell.component}/${cell.facet}`)).toEqual([
      'a/practice',
      'a/knowledge',
      'b/knowledge',
    ])
  })

  test('waives a prerequisite when the team already knows what it brings, and not when that is unknown', () => {
    const items = [
      { id: 'basic', lifts: [knowledge('a', 1, 2), practice('b', 1, 1)] },
      { id: 'advanced', lifts: [knowledge('a', 1)], prerequisites: ['basic'] },
    ]
    const parts = { components: ['a', 'b'], items }
    const said = (a: number, b: number | 'dk') =>
      ({
        a: { practice: [1], knowledge: [a], wanted: [3] },
        b: { practice: [1], knowledge: [b], wanted: [3] },
      }) as Record<string, SaidAbout>
    expect(needsOf(problemFor(parts, { said: said(2, 1) }), 'advanced')).toEqual([])
    expect(needsOf(problemFor(parts, { said: said(1, 1) }), 'advanced')).toEqual(['basic'])
    expect(needsOf(problemFor(parts, { said: said(2, 0) }), 'advanced')).toEqual(['basic'])
    expect(needsOf(problemFor(parts, { said: said(2, 'dk') }), 'advanced')).toEqual(['basic'])
  })

  test('a prerequisite that cannot be used gives way to the kept item of its group with the smallest id', () => {
    const group = { variantGroup: 'basics', lifts: [knowledge('a', 1)] }
    const items: ItemParts[] = [
      { id: 'basics-video', offline: false, ...group },
      { id: 'basics-text', ...group },
      { id: 'basics-print', ...group },
      { id: 'advanced', lifts: [knowledge('a', 1)], prerequisites: ['basics-video'] },
    ]
    const offline = { basis: { offlineOnly: true } }
    const problem = problemFor({ components: ['a'], items }, offline)
    expect(needsOf(problem, 'advanced')).toEqual(['basics-print'])
    expect(needsOf(problemFor({ components: ['a'], items }), 'advanced')).toEqual(['basics-video'])
  })

  test('where there is no such item, what depends on it goes too, all the way up', () => {
    const items: ItemParts[] = [
      { id: 'first', offline: false, lifts: [knowledge('a', 1)] },
      { id: 'second', lifts: [knowledge('a', 1)], prerequisites: ['first'] },
      { id: 'third', lifts: [knowledge('a', 1)], prerequisites: ['second'] },
      { id: 'alone', lifts: [knowledge('a', 1)] },
    ]
    expect(idsOf(problemFor({ components: ['a'], items }, { basis: { offlineOnly: true } }))).toEqual(['alone'])
  })

  test('takes the 12 components of largest weight x gap, by id when equal, and fewer while more than 45 items remain', () => {
    const components = Array.from({ length: 14 }, (_, at) => `c-${String.fromCharCode(97 + at)}`)
    const itemsOf = (each: number) =>
      components.flatMap((component) =>
        Array.from({ length: each }, (_, at) => ({ id: `${component}-${at + 1}`, lifts: [practice(component, 1)] })),
      )
    const touched = (each: number, weights: Record<string, number> = {}) => [
      ...new Set(idsOf(problemFor({ components, items: itemsOf(each) }, { weights })).map((id) => id.slice(0, 3))),
    ]
    expect(touched(1)).toEqual(components.slice(0, 12))
    expect(touched(1, { 'c-n': 0.9 })).toEqual([...components.slice(0, 11), 'c-n'])
    // 12 x 4 = 48 items are too many, 11 x 4 = 44 are not.
    expect(touched(4)).toEqual(components.slice(0, 11))
    expect(touched(5)).toEqual(components.slice(0, 9))
  })

  test('nothing to close leaves nothing to choose from', () => {
    const said = { a: { practice: [3], knowledge: [3], wanted: [3] } as SaidAbout }
    const problem = problemFor({ components: ['a'], items: [one({})] }, { said })
    expect(problem).toMatchObject({ cells: [], items: [] })
  })

  test('a pack of one facet and four levels weighs that facet in full and waives by it', () => {
    const items = [
      { id: 'basic', lifts: [{ component: 'a', facet: 'capacity', lift: 1, ceiling: 1 }] },
      { id: 'next', lifts: [{ component: 'a', facet: 'capacity', lift: 1, ceiling: 3 }], prerequisites: ['basic'] },
    ]
    const problem = problemFor(
      { components: ['a'], facets: ['capacity'], levels: 4, items },
      { said: { a: { capacity: [1], wanted: [3] } as SaidAbout } },
    )
    expect(problem.cells).toEqual([{ component: 'a', facet: 'capacity', weight: 5000, gap: 200 }])
    expect(problem.items).toEqual([{ id: 'next', hours: 8, lifts: [{ cell: 0, lift: 100 }], prerequisites: [] }])
  })
})
