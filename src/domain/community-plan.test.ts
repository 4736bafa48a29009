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

test('where nothing is withheld the plan stays as it is', async () => {
  const { pack, card, plan } = await aDocumentSet({ people: 2 })
  expect(communityPlan(pack, plan, communityView(card, { pairAgreed: true }))).toBe(plan)
  const alone = await aDocumentSet({ people: 1 })
  expect(communityPlan(pack, alone.plan, alone.communityCard)).toBe(alone.plan)
})
