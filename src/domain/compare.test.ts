import { describe, expect, test } from 'vitest'
import { answersOf, type SaidAbout } from '../../test/builders/answers.ts'
import { aPack } from '../../test/builders/pack.ts'
import { compareRounds } from './compare.ts'
import { planBasis } from './plan-basis.ts'
import { reportCard } from './report-card.ts'

const pack = aPack({ components: ['a', 'b', 'c'] })
const newWording = aPack({ components: [{ id: 'a', rubricVersion: 2 }, 'b', 'c'] })

function card(
  table: Record<string, SaidAbout>,
  { from = pack, variant = 'municipal', release = 'r', agreed = {} } = {},
) {
  const basis = { ...planBasis(from, {}, { answeredComponents: [] }), variant }
  return reportCard({ pack: from, release, answers: answersOf(table, { agreed }), basis })
}

function compared(...cards: Parameters<typeof compareRounds>) {
  const result = compareRounds(...cards)
  if (!result.ok) throw new Error(result.reason)
  return result
}

describe('two rounds side by side', () => {
  test('each facet before and after', () => {
    const before = card({ a: { practice: [1, 2], knowledge: ['dk'], wanted: [3, 3] }, b: { practice: [2] } })
    const after = card({ a: { practice: [2, 2], knowledge: [1] }, b: { practice: [3] } }, { release: 's' })
    const result = compared(before, after)
    expect(result.sameRelease).toBe(false)
    expect(result.components.map((component) => component.component)).toEqual(['a', 'b'])
    expect(result.components[0]?.facets).toEqual([
      { facet: 'practice', before: 1.5, after: 2, difference: 0.5, wanted: 3 },
      { facet: 'knowledge', after: 1, wanted: 3 },
    ])
    expect(result.domains[0]?.facets[0]).toEqual({
      facet: 'practice',
      components: 2,
      before: 1.75,
      after: 2.5,
      difference: 0.75,
    })
  })

  test('a domain compares only the components scored both times', () => {
    const before = card({ a: { practice: [1] }, b: { practice: [1] } })
    const after = card({ a: { practice: [2] }, b: { practice: [2] }, c: { practice: [4] } })
    expect(compared(before, after).domains[0]?.facets[0]).toMatchObject({ components: 2, before: 1, after: 2 })
    const one = card({ a: { practice: [1] }, c: { practice: ['dk'] } })
    expect(compared(one, after).domains[0]?.facets[0]).toEqual({ facet: 'practice', components: 1 })
  })

  test('agreed levels are left out, or gains would mix with negotiation', () => {
    const before = card({ a: { practice: [1] } }, { agreed: { a: { practice: 3 } } })
    const [facet] = compared(before, card({ a: { practice: [1] } })).components[0]?.facets ?? []
    expect(facet).toMatchObject({ before: 1, difference: 0 })
  })

  test('a component whose descriptors changed shows no difference', () => {
    const before = card({ a: { practice: [1] }, b: { practice: [1] } })
    const after = card({ a: { practice: [2] }, b: { practice: [2] } }, { from: newWording })
    const [a, b] = compared(before, after).components
    expect(a).toMatchObject({ wordingChanged: true, facets: [{ before: 1, after: 2 }, {}] })
    expect(a?.facets[0]?.difference).toBeUndefined()
    expect(b?.facets[0]?.difference).toBe(1)
  })

  test('two packs, or two wordings, are not compared', () => {
    const before = card({ a: { practice: [1] } })
    expect(compareRounds(before, { ...before, pack: 'other' })).toEqual({ ok: false, reason: 'different-pack' })
    const other = card({ a: { practice: [1] } }, { variant: 'indigenous-government' })
    expect(compareRounds(before, other)).toEqual({ ok: false, reason: 'different-wording' })
  })
})
