import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answersOf, type Said } from '../../test/builders/answers.ts'
import { aPack } from '../../test/builders/pack.ts'
import { arbitraryAnswers } from '../../test/builders/random-answers.ts'
import { communityView } from './community-view.ts'
import { planBasis } from './plan-basis.ts'
import { reportCard } from './report-card.ts'
import type { FacetResult } from './report-card-types.ts'
import { roundHalfUp } from './rounding.ts'

const pack = aPack({ components: [{ id: 'a', enables: ['b'] }, 'b', 'c'] })
const basis = planBasis(pack, {}, { answeredComponents: [] })

function views(practice: Said[], knowledge: Said[] = practice, wanted: number[] = []) {
  const answers = answersOf({ a: { practice, knowledge, wanted, importance: [1, 3, 3] }, b: { practice, knowledge } })
  const full = reportCard({ pack, release: 'r', answers, basis })
  return { full, community: communityView(full) }
}

/** Every number anywhere in a value. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : []
}

describe('the report card as the community sees it', () => {
  test('with five people counts and exact figures stay', () => {
    const { full, community } = views([2, 2, 3, 3, 3])
    expect(community.components[0]?.facets[0]).toEqual(full.components[0]?.facets[0])
    expect(community.domains).toEqual(full.domains)
    expect(community.view).toBe('community')
  })

  test('with three or four only the mean to one decimal and the band stay, in traces too', () => {
    const { community } = views([0, 1, 3, 3])
    const facet = community.components[0]?.facets[0]
    expect(facet).toMatchObject({ n: 4, counts: [], score: 1.8, planScore: 1.8, band: 'different' })
    expect(facet?.agreement).toBeUndefined()
    expect(facet?.trace.score).toEqual({
      rule: '4.2 mean',
      from: { n: 4, nNA: 0, nDK: 0, withheld: true },
      value: 1.8,
    })
    expect(facet?.trace.agreement).toEqual({
      rule: '4.4 agreement',
      from: { n: 4, withheld: true },
      value: 'different',
    })
    expect(community.findings).toContainEqual({
      kind: 'different-views',
      component: 'a',
      facet: 'practice',
      split: false,
    })
  })

  test.each([1, 2, 3, 4])('with %i people no figure has more decimals than may be shown', (people) => {
    const { full, community } = views(
      [1, 2, 2, 4].slice(0, people),
      [0, 1, 1, 3].slice(0, people),
      [3, 4, 4].slice(0, people),
    )
    const weights = new Set(['weight', 'priority', 'terms', 'value'])
    const checked = JSON.parse(
      JSON.stringify(community, (key, value) => (weights.has(key) || key === 'trace' ? undefined : value)),
    )
    for (const x of numbersIn(checked)) expect(roundHalfUp(x, 1)).toBe(x)
    for (const x of numbersIn(community)) expect(roundHalfUp(x, 2)).toBe(x)
    expect(community.priorities.map((entry) => entry.component)).toEqual(
      full.priorities.map((entry) => entry.component),
    )
  })

  test('who wants which level is withheld with few people, the wanted level is not', () => {
    const { full, community } = views([1, 1, 1], [1, 1, 1], [2, 3, 4])
    const facet = community.components[0]?.facets[0]
    expect(full.components[0]?.facets[0]?.trace.wanted?.from).toEqual({ wantedCounts: [0, 0, 1, 1, 1] })
    expect(facet).toMatchObject({ wanted: 3, gap: 2 })
    expect(facet?.trace.wanted?.from).toEqual({ people: 3, withheld: true })
  })

  test('no count, deviation or variance of few people is left anywhere', () => {
    const exact = (facet: FacetResult) =>
      ['ad', 'variance', 'counts', 'sum'].some((name) => name in facet.trace.score.from)
    fc.assert(
      fc.property(arbitraryAnswers(pack, 4), (answers) => {
        const community = communityView(reportCard({ pack, release: 'r', answers, basis }))
        for (const facet of community.components.flatMap((component) => component.facets)) {
          expect(facet.agreement).toBeUndefined()
          expect(facet.counts).toEqual([])
          expect(exact(facet)).toBe(false)
        }
        expect(JSON.stringify(community)).not.toMatch(/importanceSum|variance|rwg/)
      }),
    )
  })

  test('the full card is left as it was, and a second view changes nothing', () => {
    const { full, community } = views([0, 1, 3, 3])
    expect(full.components[0]?.facets[0]?.score).toBe(1.75)
    expect(full.view).toBe('full')
    expect(communityView(community)).toBe(community)
  })
})
