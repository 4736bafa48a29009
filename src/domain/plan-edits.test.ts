import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answersOf } from '../../test/builders/answers.ts'
import { aPack, type ItemParts } from '../../test/builders/pack.ts'
import { type PlanInput, solvePlan } from './action-plan.ts'
import { planBasis } from './plan-basis.ts'
import { editedPlan, editedRequest, planFor, standingEdits } from './plan-edits.ts'
import type { EditEntry, PlanEdit } from './plan-edits-types.ts'
import { figuresOf, itemCandidates } from './plan-effect.ts'
import { reportCard } from './report-card.ts'

const ids = ['assets', 'budgets', 'consent', 'data']

/** For each component a course, an advanced course that needs it, and a template in two versions of the same content. */
const catalogue = ids.flatMap((component): ItemParts[] => [
  { id: `${component}-basic`, hours: 2, lifts: [{ component, facet: 'knowledge', lift: 1, ceiling: 2 }] },
  {
    id: `${component}-advanced`,
    hours: 4,
    lifts: [{ component, facet: 'knowledge', lift: 1, ceiling: 3 }],
    prerequisites: [`${component}-basic`],
  },
  {
    id: `${component}-template`,
    hours: 1.5,
    lifts: [{ component, facet: 'practice', lift: 0.5, ceiling: 3 }],
    variantGroup: component,
  },
  {
    id: `${component}-template-short`,
    hours: 1.75,
    lifts: [{ component, facet: 'practice', lift: 0.5, ceiling: 3 }],
    variantGroup: component,
  },
])

function aRound(level = 1, hours = 6): PlanInput {
  const pack = aPack({ components: ids, items: catalogue })
  const answers = answersOf(
    Object.fromEntries(
      ids.map((id, at) => [id, { practice: [level], knowledge: [level], wanted: [3], importance: [at] }]),
    ),
  )
  const basis = planBasis(pack, {}, { answeredComponents: ids, hours })
  return { pack, basis, card: reportCard({ pack, release: 'r', answers, basis }) }
}

const made = (edits: PlanEdit[]): EditEntry[] =>
  edits.map((edit, at) => ({ n: at + 1, by: 'ada', at: '2030-01-15T15:00:00Z', edit }))

const planOf = (input: PlanInput, edits: PlanEdit[] | EditEntry[]) => {
  const entries = edits.every((edit) => 'n' in edit) ? edits : made(edits as PlanEdit[])
  const given = { ...input, edits: entries as EditEntry[] }
  return editedPlan(given, solvePlan(editedRequest(given)))
}

const itemsIn = (plan: ReturnType<typeof planOf>, id: 'A' | 'B' = 'A') =>
  plan.plan.pathways[id].items.map((i) => i.item)

test('without changes the plan is the engine’s own', () => {
  const { plan, engine, changed } = planOf(aRound(), [])
  expect(plan).toEqual(engine)
  expect(changed).toEqual({ A: false, B: false })
})

test('an item that is added brings what it needs, and the gap closed follows', () => {
  const input = aRound()
  const before = planOf(input, [])
  const out = ids.find((id) => !itemsIn(before).includes(`${id}-basic`)) ?? ''
  const after = planOf(input, [{ kind: 'item-added', pathway: 'A', item: `${out}-advanced` }])
  expect(itemsIn(after)).toEqual(expect.arrayContaining([...itemsIn(before), `${out}-basic`, `${out}-advanced`]))
  expect(after.outcomes).toEqual([{ n: 1, state: 'applies', along: [`${out}-basic`] }])
  const figures = { before: figuresOf(before.plan).A, after: figuresOf(after.plan).A }
  expect(figures.after.hours).toBe(figures.before.hours + 6)
  expect(figures.after.gapClosed).toBeCloseTo(figures.before.gapClosed + 2, 6)
})

test('an item that is removed takes with it what needs it, and pathway B stays as it was', () => {
  const input = aRound(1, 20)
  const before = planOf(input, [])
  const advanced = itemsIn(before).find((item) => item.endsWith('-advanced')) ?? ''
  const basic = advanced.replace('-advanced', '-basic')
  const after = planOf(input, [{ kind: 'item-removed', pathway: 'A', item: basic }])
  expect(itemsIn(after)).not.toContain(basic)
  expect(itemsIn(after)).not.toContain(advanced)
  expect(after.removed.A).toEqual([advanced, basic].sort())
  expect(itemsIn(after, 'B')).toEqual(itemsIn(before, 'B'))
})

test('a swap puts one item in the place of another', () => {
  const input = aRound()
  const [first] = itemsIn(planOf(input, [])).filter((item) => item.endsWith('-template'))
  const after = planOf(input, [{ kind: 'item-swapped', pathway: 'A', item: first ?? '', by: `${first}-short` }])
  expect(itemsIn(after)).toContain(`${first}-short`)
  expect(itemsIn(after)).not.toContain(first)
})

test('the same content never comes in twice', () => {
  const input = aRound()
  const [first] = itemsIn(planOf(input, [])).filter((item) => item.endsWith('-template'))
  const after = planOf(input, [{ kind: 'item-added', pathway: 'A', item: `${first}-short` }])
  expect(after.outcomes).toEqual([{ n: 1, state: 'does-not-fit', why: 'same-content' }])
})

test('what needs an item that a person took out cannot come in by the back door', () => {
  const { outcomes } = planOf(aRound(), [
    { kind: 'item-removed', pathway: 'A', item: 'data-basic' },
    { kind: 'item-added', pathway: 'A', item: 'data-advanced' },
  ])
  expect(outcomes.at(-1)).toEqual({ n: 2, state: 'does-not-fit', why: 'needs-removed' })
})

test('an item that the catalogue no longer has is said to be gone, and its change is kept', () => {
  const entries = made([{ kind: 'item-added', pathway: 'B', item: 'closed-course' }])
  const { outcomes } = planOf(aRound(), entries)
  expect(outcomes).toEqual([{ n: 1, state: 'does-not-fit', why: 'item-gone' }])
  expect(standingEdits(entries)).toHaveLength(1)
})

test('hours are worked out again, and the changes to items stay', () => {
  const input = aRound()
  const swap: PlanEdit = { kind: 'item-removed', pathway: 'A', item: 'data-basic' }
  const { plan, basis, engine } = planOf(input, [swap, { kind: 'time', hours: 20, weeks: 6 }])
  expect(basis).toMatchObject({ hours: 20, weeks: 6 })
  expect(engine.pathways.A.hours).toBeGreaterThan(6)
  expect(plan.pathways.A.items.map((i) => i.item)).not.toContain('data-basic')
})

test('an item moves to another week with its hours, never before what it needs', () => {
  const input = aRound(1, 20)
  const before = planOf(input, [])
  const advanced = before.plan.pathways.A.items.find((item) => item.item.endsWith('-advanced'))
  const basic = before.plan.pathways.A.items.find((one) => one.item === advanced?.item.replace('-advanced', '-basic'))
  if (!advanced || !basic) throw new Error('the round has no advanced course')
  const later = planOf(input, [{ kind: 'item-moved', pathway: 'A', item: advanced.item, week: 10 }])
  const moved = later.plan.pathways.A.items.find((one) => one.item === advanced.item)
  expect(moved).toMatchObject({ firstWeek: 10, lastWeek: 10 + advanced.lastWeek - advanced.firstWeek })
  const hours = later.plan.pathways.A.weeks.reduce((sum, week) => sum + week.hours, 0)
  expect(hours).toBeCloseTo(before.plan.pathways.A.hours, 6)
  const tooLate = planOf(input, [{ kind: 'item-moved', pathway: 'A', item: basic.item, week: 12 }])
  expect(tooLate.outcomes).toEqual([{ n: 1, state: 'does-not-fit', why: 'after-dependent' }])
})

test('words are kept by language, can be restored, and are not lost when their part is gone', () => {
  const input = aRound()
  const said = (part: string, text: string): PlanEdit => ({ kind: 'words', part, language: 'en', text })
  expect(planOf(input, [said('goal:A', 'Our own goal')]).words).toEqual({ 'goal:A': { en: 'Our own goal' } })
  const restored = planOf(input, [said('goal:A', 'x'), { kind: 'words-restored', part: 'goal:A', language: 'en' }])
  expect(restored.words).toEqual({})
  expect(planOf(input, [said('priority:no-such', 'x')]).outcomes).toEqual([
    { n: 1, state: 'does-not-fit', why: 'part-gone' },
  ])
})

test('a change that was taken back counts no more, and can be taken back only once', () => {
  const entries: EditEntry[] = [
    ...made([{ kind: 'item-added', pathway: 'A', item: 'data-advanced' }]),
    { n: 2, by: 'ada', at: '2030-01-15T15:01:00Z', undoes: 1 },
  ]
  expect(standingEdits(entries)).toEqual([])
  expect(planOf(aRound(), entries).plan).toEqual(planOf(aRound(), []).plan)
})

test('what could come in is listed by what it would close, with what it brings along', () => {
  const input = aRound()
  const current = itemsIn(planOf(input, []))
  const candidates = itemCandidates(input, { pathway: 'A', current, removed: [] })
  expect(candidates.map(({ item }) => item)).not.toEqual(expect.arrayContaining(current))
  for (const candidate of candidates.filter(({ fits }) => fits)) {
    const { plan } = planOf(input, [{ kind: 'item-added', pathway: 'A', item: candidate.item }])
    expect(candidate.hoursAfter).toBe(plan.pathways.A.hours)
    const gained = (plan.pathways.A.gapClosed ?? 0) - (planOf(input, []).plan.pathways.A.gapClosed ?? 0)
    expect(candidate.gapChange).toBeCloseTo(gained, 6)
  }
})

const pathway = fc.constantFrom('A' as const, 'B' as const)
const item = fc.constantFrom(...catalogue.map(({ id }) => id), 'no-such-item')
const anEdit: fc.Arbitrary<PlanEdit> = fc.oneof(
  fc.record({ kind: fc.constant('item-added' as const), pathway, item }),
  fc.record({ kind: fc.constant('item-removed' as const), pathway, item }),
  fc.record({ kind: fc.constant('item-swapped' as const), pathway, item, by: item }),
  fc.record({ kind: fc.constant('item-moved' as const), pathway, item, week: fc.integer({ min: 1, max: 14 }) }),
  fc.record({ kind: fc.constant('time' as const), hours: fc.integer({ min: 1, max: 30 }), weeks: fc.constant(8) }),
  fc.record({
    kind: fc.constant('words' as const),
    part: fc.constantFrom('message', 'goal:A', 'priority:data', 'finding:one-voice'),
    language: fc.constant('en'),
    text: fc.string({ minLength: 1 }),
  }),
)

test('working out again never loses a change: each is in the plan, asked for by the engine too, replaced, or said not to fit', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anEdit, { maxLength: 6 }),
      fc.integer({ min: 0, max: 2 }),
      fc.integer({ min: 3, max: 16 }),
      async (edits, level, hours) => {
        const entries = made(edits)
        // The levels or the hours are others now: the engine runs again on another problem.
        const { plan, outcomes, words, basis } = await planFor({ ...aRound(level, hours), edits: entries }, solvePlan)
        expect(outcomes.map(({ n }) => n)).toEqual(entries.map(({ n }) => n))
        for (const outcome of outcomes) {
          if (outcome.state !== 'applies' && outcome.state !== 'same-as-engine') continue
          const edit = edits[outcome.n - 1] as PlanEdit
          const later = edits.slice(outcome.n)
          const items = 'pathway' in edit ? plan.pathways[edit.pathway].items.map((one) => one.item) : []
          const untouched = !later.some((one) => 'pathway' in edit && 'pathway' in one && one.pathway === edit.pathway)
          if (edit.kind === 'item-added' && untouched) expect(items).toContain(edit.item)
          if (edit.kind === 'item-removed' && untouched) expect(items).not.toContain(edit.item)
          if (edit.kind === 'item-swapped' && untouched) expect(items).toContain(edit.by)
          if (edit.kind === 'words') expect(words[edit.part]?.[edit.language]).toBe(edit.text)
          if (edit.kind === 'time') expect(basis).toMatchObject({ hours: edit.hours, weeks: edit.weeks })
        }
        // Whatever was asked, a pathway holds what its items need, and no content twice.
        for (const id of ['A', 'B'] as const) {
          const items = plan.pathways[id].items.map((one) => one.item)
          for (const one of items.filter((name) => name.endsWith('-advanced') && level < 2))
            expect(items).toContain(one.replace('-advanced', '-basic'))
          for (const one of items.filter((name) => name.endsWith('-short')))
            expect(items).not.toContain(one.replace('-short', ''))
        }
      },
    ),
    { numRuns: 60 },
  )
})
