import { expect, test } from 'vitest'
import { aDocumentSet } from '../../test/builders/document-set.ts'
import { communityPlan } from './community-plan.ts'
import { communityView } from './community-view.ts'

test('a plan to be passed on says no more of two people’s answers than the card beside it', async () => {
  const { pack, card, plan } = await aDocumentSet({ people: 2 })
  const shown = communityPlan(pack, plan, communityView(card))
  const asked = card.components.filter(({ scope, asked }) => asked && scope === 'in')
  expect(asked.length).toBeGreaterThan(20)
  for (const id of ['A', 'B'] as const) {
    const { cells, items, gapClosed, weeks } = shown.pathways[id]
    expect(cells).toEqual([])
    expect(gapClosed).toBeUndefined()
    expect(weeks).toEqual(plan.pathways[id].weeks)
    expect(items.map(({ item }) => item)).toEqual(plan.pathways[id].items.map(({ item }) => item))
    expect(items.flatMap(({ reasons }) => reasons).filter(({ kind }) => kind === 'closes')).toEqual([])
    expect(items.flatMap(({ reasons }) => reasons).some(({ kind }) => kind === 'works-on')).toBe(true)
  }
  expect(shown.priorities.map(({ component }) => component)).toEqual(plan.priorities.map(({ component }) => component))
  for (const priority of shown.priorities) {
    const steps = pack.components.find(({ id }) => id === priority.component)?.steps ?? []
    expect(priority.actions.map(({ to }) => to)).toEqual(steps.map(({ to }) => to))
    for (const name of ['level', 'wanted', 'gap', 'weight', 'value']) expect(priority).not.toHaveProperty(name)
  }
  expect(shown.weights).toEqual({})
  expect(shown.firstThirtyDays.filter(({ kind }) => kind === 'take-action' || kind === 'talk-about')).toEqual([])
})

test('what adds up a withheld gap with its weight is withheld as well, in items, pathways and traces', async () => {
  const { pack, card, plan } = await aDocumentSet({ people: 2 })
  const shown = communityPlan(pack, plan, communityView(card))
  for (const id of ['A', 'B'] as const) {
    for (const name of ['value', 'upperBound']) expect(shown.pathways[id]).not.toHaveProperty(name)
    for (const item of shown.pathways[id].items) expect(item).not.toHaveProperty('marginal')
    expect(shown.pathways[id].trace).toEqual({ rule: '4.7 value', from: { withheld: true }, value: null })
  }
  expect(shown.trace.apart.from).toEqual({ withheld: true })
  // Only what the table of both weightings says in words: the better one, and how much of it the other brings.
  const { AunderA, BunderA, AunderB, BunderB } = shown.twoByTwo
  expect([Math.max(AunderA, BunderA), Math.max(AunderB, BunderB)]).toEqual([1_000_000, 1_000_000])
  expect(Math.min(AunderA, BunderA) % 10_000).toBe(0)
})

test('figures of three or four people are as round in the plan as on the card', async () => {
  const { pack, card, plan } = await aDocumentSet({ people: 3 })
  const seen = communityView(card)
  const shown = communityPlan(pack, plan, seen)
  const isRound = (figure: number, places: number) => Number(figure.toFixed(places)) === figure
  expect(plan.pathways.A.cells.some(({ now }) => !isRound(now, 1))).toBe(true)
  for (const id of ['A', 'B'] as const) {
    const { cells, items, gapClosed = 0, value = 0 } = shown.pathways[id]
    const told = plan.pathways[id].cells.filter(({ component }) => seen.withheld?.includes(component) !== true)
    expect(cells.map(({ component }) => component)).toEqual(told.map(({ component }) => component))
    const levels = cells.flatMap(({ now, closed, after }) => [now, closed, after])
    const amounts = items.flatMap(({ reasons }) => reasons.flatMap((one) => (one.kind === 'closes' ? one.amount : [])))
    expect([...levels, ...amounts, gapClosed].filter((figure) => !isRound(figure, 1))).toEqual([])
    expect(value % 10_000).toBe(0)
  }
  const weights = Object.values(shown.weights).flatMap(({ A, B, terms }) => [A, B, terms.importance])
  const ofPriorities = shown.priorities.flatMap(({ weight = 0, value = 0 }) => [weight, value])
  expect([...weights, ...ofPriorities].filter((figure) => !isRound(figure, 2))).toEqual([])
  for (const { component, gap } of shown.priorities) {
    expect(gap).toBe(seen.priorities.find((one) => one.component === component)?.gap)
  }
})

test('where the card shows every figure the plan stays as it is', async () => {
  const alone = await aDocumentSet({ people: 1 })
  expect(communityPlan(alone.pack, alone.plan, alone.communityCard)).toBe(alone.plan)
  const many = await aDocumentSet({ people: 9, form: 'short' })
  const asked = communityView(many.card)
  const few = asked.components.some(({ asked, facets }) => asked && facets.some(({ n }) => n > 1 && n < 5))
  expect(few).toBe(false)
  expect(communityPlan(many.pack, many.plan, asked)).toBe(many.plan)
})
