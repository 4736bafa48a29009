import { describe, expect, test } from 'vitest'
import { answersOf, type SaidAbout } from '../../test/builders/answers.ts'
import { aPack } from '../../test/builders/pack.ts'
import type { PathwayProblem, ProblemItem } from './pathways/problem-types.ts'
import { solvePathway } from './pathways/solve.ts'
import { solveTwoPathways } from './pathways/two-pathways.ts'
import { planBasis } from './plan-basis.ts'
import { plannedPathway } from './planned-pathway.ts'
import { reportCard } from './report-card.ts'

const components = ['x', 'y', 'z']

/** Everyone is at practice 1 and wants 2: a gap of one level in each component. */
const card = (() => {
  const pack = aPack({ components, facets: ['practice'] })
  const answers = answersOf(
    Object.fromEntries(components.map((id) => [id, { practice: [1], wanted: [2] } as SaidAbout])),
  )
  return reportCard({ pack, release: 'r', answers, basis: planBasis(pack, {}, { answeredComponents: components }) })
})()

const item = (id: string, hours: number, cell: number, lift: number, prerequisites: string[] = []): ProblemItem => ({
  id,
  hours,
  lifts: [{ cell, lift }],
  prerequisites,
})

const problem = (weights: number[], items: ProblemItem[], hours: number): PathwayProblem => ({
  cells: components.map((component, at) => ({ component, facet: 'practice', weight: weights[at] ?? 0, gap: 100 })),
  items,
  hours,
  maxItems: 9,
})

describe('a planned pathway', () => {
  test('says what each item closes in its place, what it is needed for, and when it is done', () => {
    const one = problem([100, 50, 10], [item('a', 8, 0, 60), item('b', 8, 0, 60, ['c']), item('c', 4, 1, 25)], 24)
    const pathway = plannedPathway('A', { problem: one, solution: solvePathway(one), card, weeks: 3 })
    expect(pathway.items).toEqual([
      {
        item: 'a',
        hours: 2,
        firstWeek: 1,
        lastWeek: 1,
        marginal: 6000,
        reasons: [{ kind: 'closes', component: 'x', facet: 'practice', amount: 0.6 }],
      },
      {
        item: 'c',
        hours: 1,
        firstWeek: 2,
        lastWeek: 2,
        marginal: 1250,
        reasons: [
          { kind: 'closes', component: 'y', facet: 'practice', amount: 0.25 },
          { kind: 'needed-for', item: 'b' },
        ],
      },
      {
        item: 'b',
        hours: 2,
        firstWeek: 2,
        lastWeek: 3,
        marginal: 4000,
        reasons: [{ kind: 'closes', component: 'x', facet: 'practice', amount: 0.4 }],
      },
    ])
    expect(pathway.cells).toEqual([
      { component: 'x', facet: 'practice', now: 1, wanted: 2, closed: 1, after: 2 },
      { component: 'y', facet: 'practice', now: 1, wanted: 2, closed: 0.25, after: 1.25 },
      { component: 'z', facet: 'practice', now: 1, wanted: 2, closed: 0, after: 1 },
    ])
    expect(pathway.gapClosed).toBe(1.25)
  })

  test('an item that is in B only to keep it apart from A says so', () => {
    const items = [item('p', 20, 0, 100), item('r', 12, 1, 100), item('s', 4, 2, 100), item('t', 12, 0, 10)]
    const two = solveTwoPathways(problem([100, 100, 0], items, 40), problem([100, 0, 20], items, 40))
    expect(two.a.items).toEqual(['p', 'r'])
    expect(two.freeB.items).toEqual(['p', 's'])
    // p alone is shared; t adds nothing, but makes B long enough to share it.
    expect(two).toMatchObject({ tenths: 7, ratio: 1, b: { items: ['p', 's', 't'] } })
    const pathway = plannedPathway('B', { problem: problem([100, 0, 20], items, 40), solution: two.b, card, weeks: 12 })
    expect(pathway.items.at(-1)).toMatchObject({ item: 't', marginal: 0, reasons: [{ kind: 'keeps-apart' }] })
  })
})
