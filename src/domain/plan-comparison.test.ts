import { expect, test } from 'vitest'
import { answersOf, type SaidAbout } from '../../test/builders/answers.ts'
import { aPack } from '../../test/builders/pack.ts'
import { draftPlan } from './action-plan.ts'
import type { AnswerSet } from './answers.ts'
import { planBasis } from './plan-basis.ts'
import { comparePlans } from './plan-comparison.ts'
import { importanceFromRanking, rankOrderCentroid } from './priorities.ts'
import { reportCard } from './report-card.ts'

const components = ['x', 'y', 'z']
const pack = aPack({
  components,
  facets: ['practice'],
  items: components.map((component) => ({
    id: `course-${component}`,
    hours: 2,
    lifts: [{ component, facet: 'practice', lift: 1 }],
  })),
})
const said: SaidAbout = { practice: [1, 1, 1], wanted: [2, 2, 2] } as SaidAbout
const answers = answersOf(Object.fromEntries(components.map((id) => [id, said])))
const basis = {
  ...planBasis(pack, {}, { answeredComponents: components, hours: 2, weeks: 2 }),
  priorities: 3,
  maxItems: 1,
}

const planOf = (given: AnswerSet, importanceOverride?: Record<string, number>) =>
  draftPlan({
    pack,
    basis,
    card: reportCard({ pack, release: 'r', answers: given, basis }),
    ...(importanceOverride ? { importanceOverride } : {}),
  })

test('a plan compared with itself is the same', () => {
  expect(comparePlans(planOf(answers), planOf(answers)).same).toBe(true)
})

test('a ranking moves the priorities and swaps the item of the pathway', () => {
  const comparison = comparePlans(planOf(answers), planOf(answers, importanceFromRanking(['z'], components)))
  expect(comparison.same).toBe(false)
  expect(comparison.priorities[0]).toEqual({ component: 'z', before: 3, now: 1 })
  expect(comparison.pathways.B).toMatchObject({ added: ['course-z'], removed: ['course-y'], kept: [] })
})

test('an agreed level takes a component that has no gap left off the list', () => {
  const comparison = comparePlans(planOf(answers), planOf({ ...answers, agreed: { x: { practice: 2 } } }))
  expect(comparison.priorities.find(({ component }) => component === 'x')).toEqual({ component: 'x', before: 1 })
})

test('a changed level or wanted level is shown from what to what', () => {
  const comparison = comparePlans(planOf(answers), planOf({ ...answers, agreedWanted: { y: 3 } }))
  expect(comparison.levels).toEqual([{ component: 'y', before: { level: 1, wanted: 2 }, now: { level: 1, wanted: 3 } }])
})

test('five ranks weigh 0.4567, 0.2567, 0.1567, 0.0900 and 0.0400, and rank r becomes 3 x ROC_r / ROC_1', () => {
  expect(rankOrderCentroid(5).map((weight) => weight.toFixed(4))).toEqual([
    '0.4567',
    '0.2567',
    '0.1567',
    '0.0900',
    '0.0400',
  ])
  const ids = ['a', 'b', 'c', 'd', 'e', 'f']
  const importance = importanceFromRanking(['a', 'b', 'c', 'd', 'e'], ids)
  expect(ids.map((id) => importance[id]?.toFixed(3))).toEqual(['3.000', '1.686', '1.029', '0.591', '0.263', '0.000'])
})
