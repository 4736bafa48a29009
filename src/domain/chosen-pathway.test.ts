import { expect, test } from 'vitest'
import { answersOf, type SaidAbout } from '../../test/builders/answers.ts'
import { aPack } from '../../test/builders/pack.ts'
import { draftPlan } from './action-plan.ts'
import { chosenPathway, withPrerequisites } from './chosen-pathway.ts'
import { planBasis } from './plan-basis.ts'
import { reportCard } from './report-card.ts'

const pack = aPack({
  components: ['x', 'y'],
  facets: ['practice'],
  items: [
    { id: 'first', hours: 2, lifts: [{ component: 'x', facet: 'practice', lift: 0.5 }] },
    { id: 'second', hours: 4, lifts: [{ component: 'x', facet: 'practice', lift: 0.5 }], prerequisites: ['first'] },
    { id: 'third', hours: 4, lifts: [{ component: 'y', facet: 'practice', lift: 1 }] },
    { id: 'idle', hours: 1, lifts: [{ component: 'y', facet: 'practice', lift: 1, ceiling: 1 }] },
  ],
})
const said: SaidAbout = { practice: [1], wanted: [2] } as SaidAbout
const answers = answersOf({ x: said, y: said })
const basis = planBasis(pack, {}, { answeredComponents: ['x', 'y'], hours: 12, weeks: 6 })
const card = reportCard({ pack, release: 'r', answers, basis })
const input = { pack, card, basis }

test('an item brings what it needs', () => {
  expect(withPrerequisites(pack.items, ['second'])).toEqual(['first', 'second'])
  expect(withPrerequisites(pack.items, ['gone'])).toEqual([])
})

test('the items of a proposed pathway give that pathway again', () => {
  const { A } = draftPlan(input).pathways
  const again = chosenPathway(input, { base: 'A', items: A.items.map(({ item }) => item) })
  expect(again.items).toEqual(A.items)
  expect(again.weeks).toEqual(A.weeks)
  expect(again.gapClosed).toBe(A.gapClosed)
})

test('an item that closes nothing is followed all the same, and only what was chosen is', () => {
  const pathway = chosenPathway(input, { base: 'B', items: ['second', 'idle'] })
  expect(pathway.items.map(({ item }) => item).sort()).toEqual(['first', 'idle', 'second'])
  expect(pathway.hours).toBe(7)
  expect(pathway.gapClosed).toBe(1)
  expect(pathway.proven).toBe(false)
})

test('more hours than planned keep the weekly hours and take more weeks', () => {
  const short = planBasis(pack, {}, { answeredComponents: ['x', 'y'], hours: 2, weeks: 2 })
  const pathway = chosenPathway({ ...input, basis: short }, { base: 'A', items: ['third'] })
  expect(pathway.weeks.map(({ hours }) => hours)).toEqual([1, 1, 1, 1])
})
