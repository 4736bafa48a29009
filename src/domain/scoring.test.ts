import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answersOf, type Said } from '../../test/builders/answers.ts'
import { aPack } from '../../test/builders/pack.ts'
import { planBasis } from './plan-basis.ts'
import { reportCard } from './report-card.ts'

const pack = aPack({ components: [{ id: 'data-inventory' }, { id: 'data-quality' }, { id: 'open-data' }] })
const basis = planBasis(pack, {}, { answeredComponents: [] })

function card(answers: ReturnType<typeof answersOf>) {
  return reportCard({ pack, release: 'r', answers, basis })
}

function inventory(practice: (Said | undefined)[], knowledge: (Said | undefined)[] = [], rest = {}) {
  const answers = answersOf({ 'data-inventory': { practice, knowledge } }, rest)
  const [component] = card(answers).components
  if (!component) throw new Error('the pack has a component')
  return component
}

describe('component scores', () => {
  test('the worked check of one domain with four respondents', () => {
    const result = card(
      answersOf({
        'data-inventory': { practice: [1, 2, 2, 'dk'], knowledge: [1, 1, 2, 2] },
        'data-quality': { practice: [0, 1, 3, 3], knowledge: [1, 2, 2, 1] },
        'open-data': { practice: ['na', 'na', 'na', 0] },
      }),
    )
    const [first, second, third] = result.components
    expect(first?.facets[0]).toMatchObject({ n: 3, nDK: 1, dkRate: 0.25, lowerBound: 1.25, showLowerBound: false })
    expect(first?.facets[0]?.score).toBeCloseTo(1.6667, 4)
    expect(first?.facets[1]?.score).toBe(1.5)
    expect(second?.facets.map((facet) => facet.score)).toEqual([1.75, 1.5])
    expect(third).toMatchObject({ scope: 'out', gapStatus: 'out-of-scope' })
    const [domain] = result.domains
    expect(domain?.facets[0]).toMatchObject({ published: true, scored: 2, inScope: 2, needed: 2 })
    expect(domain?.facets[0]?.score).toBeCloseTo(1.7083, 4)
    expect(domain?.facets[1]?.score).toBe(1.5)
    expect(domain?.composite).toBeCloseTo(1.6042, 4)
    expect(domain?.lowest).toBe('data-inventory')
  })

  test("a don't know never changes a score, and adding one only lowers the lower bound", () => {
    const level = fc.integer({ min: 0, max: 4 })
    fc.assert(
      fc.property(
        fc.array(level, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 8 }),
        (levels, unknown) => {
          const [before] = inventory(levels).facets
          const [after] = inventory([...levels, ...new Array<Said>(unknown).fill('dk')]).facets
          expect(after?.score).toBe(before?.score)
          expect(after?.lowerBound).toBeLessThanOrEqual(before?.lowerBound ?? 0)
        },
      ),
    )
  })

  test('no level gives a status, never a zero', () => {
    expect(inventory(['dk', null]).facets[0]).toMatchObject({ status: 'unknown', doNotKnow: true, dkRate: 1 })
    expect(inventory([null, null]).facets[0]?.status).toBe('unanswered')
    expect(inventory(['na']).facets[0]?.status).toBe('out-of-scope')
    for (const said of [['dk'], [null], ['na']] as Said[][]) expect(inventory(said).facets[0]?.score).toBeUndefined()
  })

  test('a component leaves scope only when more than half say it does not apply', () => {
    expect(inventory(['na', 1])).toMatchObject({ scope: 'in', checkScope: true })
    expect(inventory(['na', 'dk'])).toMatchObject({ scope: 'in', checkScope: true })
    expect(inventory(['na', 'na', 1])).toMatchObject({ scope: 'out', checkScope: false })
    expect(inventory(['na', 1, 2])).toMatchObject({ scope: 'in', checkScope: false })
    expect(inventory(['na', null, null])).toMatchObject({ scope: 'out' })
  })

  test('"does not apply" on practice hides what the same person said about knowledge', () => {
    const result = inventory(['na', 2, 2], [4, 1, 2])
    expect(result.facets[1]).toMatchObject({ n: 2, score: 1.5 })
  })

  test('"does not apply" on knowledge alone counts for that facet only', () => {
    const result = inventory([1, 2, 2], ['na', 'na', 3])
    expect(result.scope).toBe('in')
    expect(result.facets[0]?.status).toBe('scored')
    expect(result.facets[1]).toMatchObject({ status: 'out-of-scope', nNA: 2 })
    expect(result.composite).toBeUndefined()
  })

  test('"could be as low as" is said from half a level on', () => {
    expect(inventory([2, 2, 2, 'dk']).facets[0]).toMatchObject({ lowerBound: 1.5, showLowerBound: true })
    expect(inventory([1, 2, 2, 'dk']).facets[0]?.showLowerBound).toBe(false)
    expect(inventory([4]).facets[0]?.showLowerBound).toBe(false)
  })

  test("half don't knows or more means that we do not know where we stand", () => {
    expect(inventory([1, 'dk']).facets[0]?.doNotKnow).toBe(true)
    expect(inventory([1, 1, 'dk']).facets[0]?.doNotKnow).toBe(false)
  })

  test('a single answer is one voice', () => {
    expect(inventory([3], [2, 2]).facets.map((facet) => facet.oneVoice)).toEqual([true, false])
  })

  test('the composite needs every facet', () => {
    expect(inventory([1], [2]).composite).toBe(1.5)
    expect(inventory([1], ['dk']).composite).toBeUndefined()
  })

  test('an agreed level takes the place of the score in planning and leaves the score alone', () => {
    const result = inventory([1, 2], [1, 1], { agreed: { 'data-inventory': { practice: 3 } } })
    expect(result.facets[0]).toMatchObject({ score: 1.5, agreed: 3, planScore: 3, level: 3 })
    expect(result.composite).toBe(1.25)
  })

  test('every figure carries the numbers it came from', () => {
    const [facet] = inventory([1, 2, 2, 'dk']).facets
    expect(facet?.trace.score).toEqual({
      rule: '4.2 mean',
      from: { counts: [0, 1, 2, 0, 0], sum: 5, n: 3, nNA: 0, nDK: 1 },
      value: 5 / 3,
    })
    expect(facet?.trace.lowerBound?.value).toBe(1.25)
    expect(facet?.trace.level).toEqual({ rule: '4.1 level', from: { planScore: 5 / 3, top: 4 }, value: 2 })
  })

  test('an answer that is not of the pack is refused', () => {
    expect(() => inventory([5])).toThrow(RangeError)
    expect(() => card(answersOf({ 'no-such': { practice: [1] } }))).toThrow('no-such')
    expect(() => card(answersOf({ 'data-inventory': { skill: [1] } }))).toThrow('skill')
  })
})

describe('domain scores', () => {
  test('a mean is shown from two scored components and three fifths of those in scope', () => {
    const five = aPack({ components: ['a', 'b', 'c', 'd', 'e'] })
    const asked = (scored: number) =>
      answersOf(
        Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((id, i) => [id, { practice: [i < scored ? i % 5 : null] }])),
      )
    const domain = (scored: number) =>
      reportCard({ pack: five, release: 'r', answers: asked(scored), basis }).domains[0]?.facets[0]
    expect(domain(2)).toMatchObject({ published: false, scored: 2, inScope: 5, needed: 3 })
    expect(domain(2)?.score).toBeUndefined()
    expect(domain(2)?.trace.value).toBeNull()
    expect(domain(3)).toMatchObject({ published: true, score: 1 })
  })

  test('components that were not asked count for nothing', () => {
    const result = card(answersOf({ 'data-inventory': { practice: [1] }, 'data-quality': { practice: [2] } }))
    expect(result.domains[0]?.facets[0]).toMatchObject({ published: true, scored: 2, inScope: 2, score: 1.5 })
    expect(result.components[2]).toMatchObject({ asked: false, gapStatus: 'not-asked', weight: 0 })
  })
})
