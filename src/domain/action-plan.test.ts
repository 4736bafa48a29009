import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answersOf, type SaidAbout } from '../../test/builders/answers.ts'
import { aDuty, aPack, type ItemParts, type PackParts } from '../../test/builders/pack.ts'
import { arbitraryAnswers } from '../../test/builders/random-answers.ts'
import { actionPlan, draftPlan, type PlanInput, planRequest, solvePlan } from './action-plan.ts'
import type { PlanBasis } from './action-plan-types.ts'
import type { AnswerSet } from './answers.ts'
import type { EnginePack } from './engine-pack.ts'
import { firstThirtyDays } from './first-thirty-days.ts'
import { planBasis } from './plan-basis.ts'
import { projectCard } from './project-card.ts'
import { reportCard } from './report-card.ts'

const facets = ['practice', 'knowledge'] as const

/** A basic course, an advanced one after it, a guideline and a template for each component, as Method 2.6 sets their lifts. */
function catalogueFor(components: string[]): ItemParts[] {
  return components.flatMap((component, at): ItemParts[] => [
    { id: `${component}-basic`, hours: 2, lifts: [{ component, facet: 'knowledge', lift: 1, ceiling: 2 }] },
    {
      id: `${component}-advanced`,
      hours: 4,
      lifts: [{ component, facet: 'knowledge', lift: 1, ceiling: 3 }],
      prerequisites: [`${component}-basic`],
    },
    {
      id: `${component}-guide`,
      hours: 1 + (at % 3) / 4,
      lifts: [
        { component, facet: 'knowledge', lift: 0.5, ceiling: 3 },
        { component, facet: 'practice', lift: 0.25, ceiling: 2 },
      ],
    },
    { id: `${component}-template`, hours: 1.5, lifts: [{ component, facet: 'practice', lift: 0.5, ceiling: 2 }] },
  ])
}

const ids = ['assets', 'budgets', 'consent', 'data', 'engagement']

function aRound(
  said: Record<string, SaidAbout>,
  options: { parts?: Partial<PackParts>; rest?: Partial<AnswerSet>; basis?: Partial<PlanBasis> } = {},
): PlanInput {
  const whole = aPack({ components: ids, items: catalogueFor(ids), ...options.parts })
  const top = (whole.facets[0]?.levels.length ?? 5) - 1
  const steps = (id: string) =>
    Array.from({ length: top }, (_, at) => ({
      to: at + 1,
      action: { en: id, fr: id },
      hours: 3,
      lowCost: { en: id, fr: id },
    }))
  const pack = { ...whole, components: whole.components.map((one) => ({ ...one, steps: steps(one.id) })) }
  const answers = answersOf(said, options.rest)
  const basis = {
    ...planBasis(pack, answers.profile, { answeredComponents: Object.keys(said) }),
    ...options.basis,
  }
  return { pack, basis, card: reportCard({ pack, release: 'r', answers, basis }) }
}

const about = (
  practice: (number | 'dk' | 'na')[],
  knowledge: (number | 'dk')[],
  wanted?: number[],
  importance?: number[],
) => ({ practice, knowledge, ...(wanted ? { wanted } : {}), ...(importance ? { importance } : {}) }) as SaidAbout

const usual: Record<string, SaidAbout> = {
  assets: about([1], [0], [3], [3]),
  budgets: about([0], [1], [2], [1]),
  consent: about([2], [2], [3], [2]),
  data: about([1], [1], [3], [0]),
}

describe('the action plan', () => {
  test('is made of a request for the worker, its solution, and the rest; in line it is the same', () => {
    const input = aRound(usual)
    const request = planRequest(input)
    expect(structuredClone(request)).toEqual(request)
    expect(JSON.parse(JSON.stringify(request))).toEqual(request)
    expect(actionPlan(input, solvePlan(JSON.parse(JSON.stringify(request))))).toEqual(draftPlan(input))
  })

  test('keeps hours, weeks and number of items, and every figure of the two by two table follows from the traces', () => {
    const plan = draftPlan(aRound(usual, { basis: { hours: 9, weeks: 6, maxItems: 5 } }))
    for (const pathway of [plan.pathways.A, plan.pathways.B]) {
      expect(pathway.hours).toBeLessThanOrEqual(9)
      expect(pathway.items.length).toBeLessThanOrEqual(5)
      expect(pathway.items.reduce((sum, item) => sum + item.hours, 0)).toBe(pathway.hours)
      expect(pathway.weeks.length).toBeLessThanOrEqual(6)
      expect(pathway.items.reduce((sum, item) => sum + (item.marginal ?? 0), 0)).toBe(pathway.value)
      expect(pathway.considered).toBe(pathway.items.length + pathway.leftOut.length)
      const { weights, gaps, lifts } = pathway.trace.from as Record<string, number[]>
      const worth = (gaps ?? []).reduce(
        (sum, gap, cell) => sum + (weights?.[cell] ?? 0) * Math.min(gap, lifts?.[cell] ?? 0),
        0,
      )
      expect(worth).toBe(pathway.value)
      expect(pathway.cells.map((cell) => cell.facet)).toEqual(plan.pathways.A.cells.map((cell) => cell.facet))
    }
    const [gaps, liftsA, weightsB] = [
      plan.pathways.A.trace.from.gaps,
      plan.pathways.A.trace.from.lifts,
      plan.pathways.B.trace.from.weights,
    ] as [number[], number[], number[]]
    const AunderB = gaps.reduce((sum, gap, at) => sum + (weightsB[at] ?? 0) * Math.min(gap, liftsA[at] ?? 0), 0)
    expect(plan.twoByTwo).toMatchObject({ AunderA: plan.pathways.A.value, AunderB, BunderB: plan.pathways.B.value })
  })

  test('weights come from the terms: importance moved by the reader changes them, and the order of priorities', () => {
    const input = aRound(usual)
    const before = draftPlan(input)
    const after = draftPlan({ ...input, importanceOverride: { data: 3, assets: 0 } })
    expect(before.weights.assets).toMatchObject({ A: 0.2, B: 0.6, terms: { importance: 1 } })
    expect(after.weights.assets).toMatchObject({ A: 0, B: 0, terms: { importance: 0 } })
    expect(after.weights.budgets).toEqual(before.weights.budgets)
    expect(before.priorities[0]?.component).toBe('assets')
    expect(after.priorities[0]?.component).toBe('data')
  })

  test('no gap anywhere: both pathways are empty and the plan says so', () => {
    const plan = draftPlan(aRound({ assets: about([3], [3], [3]), budgets: about([1], [1]) }))
    expect(plan).toMatchObject({ noGap: true, priorities: [], shareMost: false, overlapHours: 0, ratio: 1 })
    expect(plan.pathways.A).toMatchObject({ items: [], weeks: [], cells: [], leftOut: [], considered: 0, gapClosed: 0 })
    expect(plan.pathways.B.items).toEqual([])
    expect(plan.risks).not.toContain('lifts-are-assumptions')
    expect(plan.firstThirtyDays).toEqual([
      { kind: 'name-a-lead' },
      { kind: 'set-goal', component: 'budgets' },
      { kind: 'review-date' },
    ])
  })

  test('what is not known comes under find out, and a facet that is known still counts in the pathways', () => {
    const plan = draftPlan(aRound({ ...usual, engagement: about([1], ['dk'], [3], [3]) }))
    expect(plan.findOut).toEqual(['engagement'])
    expect(plan.priorities.map((one) => one.component)).not.toContain('engagement')
    expect(plan.pathways.A.cells.filter((cell) => cell.component === 'engagement').map((cell) => cell.facet)).toEqual([
      'practice',
    ])
    expect(plan.firstThirtyDays).toContainEqual({ kind: 'find-out', component: 'engagement' })
  })

  test('when no delta leaves B enough, B is its best without the rule and the plan says they share most', () => {
    const items: ItemParts[] = [{ id: 'only', hours: 2, lifts: [{ component: 'assets', facet: 'practice', lift: 1 }] }]
    const plan = draftPlan(aRound({ assets: about([1], [1], [3]) }, { parts: { items } }))
    expect(plan).toMatchObject({ shareMost: true, overlapHours: 2, ratio: 1 })
    expect(plan).not.toHaveProperty('delta')
    expect(plan.pathways.B.items.map((item) => item.item)).toEqual(['only'])
    expect(plan.trace.apart.from).toMatchObject({ delta: [0.5, 0.6, 0.7, 0.8], value: [0, 0, 0, 0] })
  })
})

describe('priorities of the plan', () => {
  test('carry the steps from today to the wanted level, and the signs that it is reached', () => {
    const plan = draftPlan(aRound({ assets: about([1], [0], [3]), budgets: about([3], [1], [3]) }))
    expect(plan.priorities[0]).toMatchObject({
      component: 'assets',
      rank: 1,
      level: 1,
      wanted: 3,
      signs: [2, 3],
      furtherSigns: [{ facet: 'knowledge', levels: [1, 2, 3] }],
      actions: [
        { component: 'assets', from: 1, to: 2, hours: 3 },
        { component: 'assets', from: 2, to: 3, hours: 3 },
      ],
      inPathways: ['A', 'B'],
    })
    expect(plan.priorities[1]).toMatchObject({ component: 'budgets', signs: [], actions: [] })
    expect(plan.priorities[1]?.furtherSigns).toEqual([{ facet: 'knowledge', levels: [2, 3] }])
  })

  test('a mean that rounds up to the wanted level without being there keeps that level as its sign', () => {
    const plan = draftPlan(aRound({ assets: about([1, 2, 2], [2, 2, 2], [2, 2, 2]) }))
    expect(plan.priorities[0]).toMatchObject({ level: 2, wanted: 2, signs: [2] })
    expect(plan.priorities[0]?.actions.map((action) => action.to)).toEqual([2])
  })

  test('name the duties of their jurisdiction, and never guess', () => {
    const parts = { duties: [aDuty('assets', ['on']), aDuty('data', ['on'], ['municipality'])] }
    const plan = (profile: AnswerSet['profile']) => draftPlan(aRound(usual, { parts, rest: { profile } }))
    const dutiesOf = (profile: AnswerSet['profile']) =>
      plan(profile).priorities.flatMap((one) => one.duties.map((duty) => duty.id))
    expect(plan({}).dutyCheck).toBe('unknown-jurisdiction')
    expect(dutiesOf({})).toEqual([])
    expect(plan({ jurisdiction: 'yt' })).toMatchObject({ dutyCheck: 'not-checked' })
    expect(plan({ jurisdiction: 'yt' }).risks).toContain('duty-not-checked')
    expect(plan({ jurisdiction: 'on' }).dutyCheck).toBe('checked')
    expect(plan({ jurisdiction: 'on' }).risks).not.toContain('duty-not-checked')
    expect(dutiesOf({ jurisdiction: 'on' })).toEqual(['duty-assets'])
    expect(dutiesOf({ jurisdiction: 'on', communityType: ['municipality'] }).sort()).toEqual([
      'duty-assets',
      'duty-data',
    ])
  })
})

describe('the first 30 days', () => {
  test('hold six steps at most, from naming a lead to a date to look back, and start what is chosen', () => {
    const input = aRound({
      ...usual,
      consent: about([0, 3], [1, 1], [3, 3]),
      engagement: about(['dk', 'dk'], ['dk', 1], [3, 3]),
    })
    const plan = draftPlan({ ...input, chosen: 'B' })
    expect(plan.firstThirtyDays.map((step) => step.kind)).toEqual([
      'name-a-lead',
      'find-out',
      'talk-about',
      'start-item',
      'take-action',
      'review-date',
    ])
    expect(plan.firstThirtyDays[3]).toMatchObject({ item: plan.pathways.B.items[0]?.item, week: 1 })
    expect(draftPlan(input).pathways).toEqual(plan.pathways)
  })

  test('start both pathways when nothing is chosen and they start differently, whatever else there is to do', () => {
    const input = aRound({
      ...usual,
      consent: about([0, 3], [1, 1], [3, 3]),
      engagement: about(['dk', 'dk'], ['dk', 1], [3, 3]),
    })
    const plan = draftPlan(input)
    const [first, ...others] = plan.pathways.A.items
    if (first === undefined) throw new Error('an empty pathway')
    const apart = { A: { ...plan.pathways.A, items: [first] }, B: { ...plan.pathways.B, items: others } }
    const steps = firstThirtyDays({ card: input.card, plan: { ...plan, pathways: apart } })
    const starts = steps.filter((step) => step.kind === 'start-item')
    expect(starts.map(({ pathway }) => pathway)).toEqual(['A', 'B'])
    expect(steps).toHaveLength(6)
  })
})

describe('risks', () => {
  test('each holds only when the answers or the pack give cause', () => {
    const quiet = draftPlan(
      aRound(
        { assets: about([2, 2], [2, 2], [3, 3]) },
        { parts: { duties: [aDuty('data', ['on'])] }, rest: { profile: { jurisdiction: 'on' } } },
      ),
    )
    expect(quiet.risks).toEqual(['lifts-are-assumptions', 'wording-not-tested'])
    const short = draftPlan(aRound(usual, { basis: { hours: 4 } })).risks
    expect(short).toContain('little-time')
    expect(short).not.toContain('few-items')
    const few = draftPlan(aRound(usual, { basis: { hours: 400, maxItems: 1 } })).risks
    expect(few).toContain('few-items')
    expect(few).not.toContain('little-time')
    const loud = draftPlan(
      aRound({
        assets: about([0, 4], [1, 'dk'], [4, 4]),
        data: about([1, 1], ['dk', 'dk'], [2, 2]),
        budgets: about([0, 1], [0, 0], [4, 4]),
      }),
    )
    expect(loud.risks).toEqual(expect.arrayContaining(['many-dont-know', 'different-views', 'large-jump']))
    expect(draftPlan(aRound(usual)).risks).toEqual(expect.arrayContaining(['single-voice', 'one-person-depends']))
  })

  test('which level rests on one person is a fact of the pack', () => {
    const input = aRound(usual)
    const levels = (levels: EnginePack['facets'][number]['levels']) =>
      levels.map(({ restsOnOnePerson: _, ...level }) => level)
    const pack = { ...input.pack, facets: input.pack.facets.map((one) => ({ ...one, levels: levels(one.levels) })) }
    expect(draftPlan(input).risks).toContain('one-person-depends')
    expect(draftPlan({ ...input, pack }).risks).not.toContain('one-person-depends')
  })
})

describe('the projected report card', () => {
  test('adds what a pathway closes to each score and to the means of the domains', () => {
    const input = aRound({ ...usual, engagement: about([2], [2]) })
    const plan = draftPlan(input)
    const projected = projectCard(input.pack, input.card, plan.pathways.A)
    for (const cell of plan.pathways.A.cells) {
      const facet = projected.components
        .find((one) => one.component === cell.component)
        ?.facets.find((one) => one.facet === cell.facet)
      expect(facet).toMatchObject({ now: cell.now, after: cell.after, wanted: cell.wanted })
      expect(cell.after).toBeLessThanOrEqual(cell.wanted)
    }
    const untouched = projected.components.find((one) => one.component === 'engagement')
    expect(untouched?.facets.map((facet) => facet.after - facet.now)).toEqual([0, 0])
    const [domain] = projected.domains
    for (const [at, facet] of facets.entries()) {
      expect(domain?.facets[at]?.now).toBeCloseTo(input.card.domains[0]?.facets[at]?.score ?? -1, 12)
      const closed = plan.pathways.A.cells
        .filter((cell) => cell.facet === facet)
        .reduce((sum, cell) => sum + cell.closed, 0)
      expect((domain?.facets[at]?.after ?? 0) - (domain?.facets[at]?.now ?? 0)).toBeCloseTo(closed / 5, 12)
    }
  })

  test('starts a domain from its published score, also where levels were agreed', () => {
    const input = aRound(
      { ...usual, engagement: about([4], [4]) },
      { rest: { agreed: { data: { practice: 2 }, engagement: { practice: 0 } } } },
    )
    const projected = projectCard(input.pack, input.card, draftPlan(input).pathways.B)
    const published = input.card.domains[0]?.facets.map(({ score }) => score)
    expect(projected.domains[0]?.facets.map(({ now }) => now)).toEqual(published)
    for (const facet of projected.domains[0]?.facets ?? []) {
      expect(facet.after).toBeGreaterThanOrEqual(facet.now)
      expect(facet.after).toBeLessThanOrEqual(4)
    }
  })
})

describe('whatever the answers', () => {
  const packs = {
    'two facets of five levels': aPack({ components: ids, items: catalogueFor(ids) }),
    'one facet of four levels': aPack({
      components: ids,
      facets: ['capacity'],
      levels: 4,
      items: catalogueFor(ids).map((item) => ({
        ...item,
        lifts: item.lifts.slice(0, 1).map((lift) => ({ ...lift, facet: 'capacity' })),
      })),
    }),
  }
  for (const [name, pack] of Object.entries(packs)) {
    test(`a plan is whole, and says why every item is in or out, ${name}`, () => {
      fc.assert(
        fc.property(arbitraryAnswers(pack, 4), fc.integer({ min: 0, max: 60 }), (answers, quarters) => {
          const basis = planBasis(pack, {}, { answeredComponents: [], hours: quarters / 4 })
          const card = reportCard({ pack, release: 'r', answers, basis })
          const plan = draftPlan({ pack, card, basis })
          expect(JSON.parse(JSON.stringify(plan))).toEqual(plan)
          const gaps = card.components.some((one) =>
            one.facets.some((facet) => Math.floor((facet.gap ?? 0) * 100 + 0.5) > 0),
          )
          expect(plan.noGap).toBe(!gaps)
          expect(plan.priorities).toHaveLength(Math.min(basis.priorities, card.priorities.length))
          expect(plan.firstThirtyDays.length).toBeLessThanOrEqual(6)
          for (const pathway of [plan.pathways.A, plan.pathways.B]) {
            expect(pathway.hours).toBeLessThanOrEqual(basis.hours)
            expect(pathway.proven).toBe(true)
            for (const planned of pathway.items) {
              expect(planned.reasons.length).toBeGreaterThan(0)
              for (const reason of planned.reasons) {
                if (reason.kind === 'keeps-apart') expect(pathway.id).toBe('B')
                if (reason.kind === 'needed-for') {
                  expect(pathway.items.map((one) => one.item)).toContain(reason.item)
                  expect(pack.items.find((one) => one.id === reason.item)?.prerequisites).toContain(planned.item)
                }
                if (reason.kind === 'closes') {
                  expect(reason.amount).toBeGreaterThan(0)
                  const lifts = pack.items.find((one) => one.id === planned.item)?.lifts ?? []
                  expect(lifts.some((lift) => lift.component === reason.component && lift.facet === reason.facet)).toBe(
                    true,
                  )
                }
              }
            }
            for (const cell of pathway.cells) expect(cell.after).toBeLessThanOrEqual(cell.wanted + 1e-9)
          }
        }),
        { numRuns: 200 },
      )
    })
  }
})
