import { describe, expect, test } from 'vitest'
import { answersOf, type SaidAbout } from '../../test/builders/answers.ts'
import { aPack } from '../../test/builders/pack.ts'
import { medianWanted } from './gaps.ts'
import { planBasis } from './plan-basis.ts'
import { reportCard } from './report-card.ts'

const pack = aPack({ components: ['a'] })
const basis = planBasis(pack, {}, { answeredComponents: [] })
const result = (said: SaidAbout, rest = {}) => {
  const card = reportCard({ pack, release: 'r', answers: answersOf({ a: said }, rest), basis })
  const [component] = card.components
  if (!component) throw new Error('the pack has a component')
  return { ...component, findings: card.findings, findOut: card.findOut }
}

describe('wanted levels', () => {
  test('the wanted level is the median, and a half is rounded down', () => {
    expect(medianWanted([0, 0, 1, 1, 0])).toBe(2)
    expect(medianWanted([0, 1, 0, 0, 1])).toBe(2)
    expect(medianWanted([0, 0, 1, 2, 0])).toBe(3)
    expect(medianWanted([0, 0, 0, 0, 1])).toBe(4)
    expect(medianWanted([0, 0, 0, 0, 0])).toBeUndefined()
  })

  test('knowledge is wanted up to the level below the top: coaching others is not needed to act', () => {
    const { facets } = result({ practice: [1], knowledge: [1], wanted: [4] })
    expect(facets.map((facet) => facet.wanted)).toEqual([4, 3])
  })

  test('wanted and importance count beside a don\'t know, and are ignored beside "does not apply"', () => {
    const mixed = result({ practice: ['dk', 1, 'na'], knowledge: [1, 1], wanted: [2, 2, 4], importance: [3, 1, 0] })
    expect(mixed.facets[0]?.wanted).toBe(2)
    expect(mixed).toMatchObject({ importance: 2, importanceGiven: 2 })
  })
})

describe('gaps', () => {
  test('the gap of a component is the mean of its facets', () => {
    const gap = result({ practice: [1], knowledge: [2], wanted: [3] })
    expect(gap.facets.map((facet) => facet.gap)).toEqual([2, 1])
    expect(gap).toMatchObject({ gap: 1.5, gapStatus: 'gap' })
  })

  test('a wanted level at or below today is a goal already met', () => {
    const met = result({ practice: [3], knowledge: [3], wanted: [2] })
    expect(met).toMatchObject({ gap: 0, gapStatus: 'goal-met' })
    expect(met.findings).toContainEqual({ kind: 'goal-met', components: ['a'] })
  })

  test('without a wanted level there is no gap', () => {
    const none = result({ practice: [1], knowledge: [1] })
    expect(none.gap).toBeUndefined()
    expect(none.gapStatus).toBe('goal-not-set')
  })

  test('without a score of every facet the component is to be found out, and a known facet keeps its gap', () => {
    const half = result({ practice: ['dk'], knowledge: [1], wanted: [3] })
    expect(half).toMatchObject({ gapStatus: 'find-out', findOut: ['a'] })
    expect(half.gap).toBeUndefined()
    expect(half.facets[1]?.gap).toBe(2)
  })

  test('an agreed level closes what nobody knew', () => {
    const agreed = { a: { practice: 1 } }
    const settled = result({ practice: ['dk'], knowledge: [1], wanted: [3] }, { agreed })
    expect(settled).toMatchObject({ gap: 2, gapStatus: 'gap', findOut: [] })
  })

  test('more than half of the scale in a year asks whether it is realistic', () => {
    const far = result({ practice: [0], knowledge: [1], wanted: [3] })
    expect(far.unrealistic).toBe(true)
    expect(far.findings).toContainEqual({ kind: 'unrealistic', component: 'a', facet: 'practice' })
    expect(far.findings).not.toContainEqual({ kind: 'unrealistic', component: 'a', facet: 'knowledge' })
    expect(result({ practice: [1], knowledge: [1], wanted: [3] }).unrealistic).toBe(false)
  })

  test('a component out of scope has neither wanted level nor gap', () => {
    const out = result({ practice: ['na', 'na', 1], knowledge: [null, null, 1], wanted: [null, null, 4] })
    expect(out).toMatchObject({ gapStatus: 'out-of-scope', weight: 0 })
    expect(out.facets.every((facet) => facet.wanted === undefined && facet.gap === undefined)).toBe(true)
  })
})
