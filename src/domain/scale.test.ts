import { describe, expect, test } from 'vitest'
import { aPack } from '../../test/builders/pack.ts'
import { levelOfScore, scaleOf, scaleOfOptions } from './scale.ts'

describe('the scale of a pack', () => {
  test('five levels give the constants of the method', () => {
    expect(scaleOfOptions(5)).toEqual({
      options: 5,
      top: 4,
      alike: 0.5,
      adCutoff: 5 / 6,
      wideRange: 3,
      splitLow: 1,
      splitHigh: 3,
      nullVariance: 2,
      knowledgeCap: 3,
      dutyThreshold: 2,
      strengthThreshold: 2,
      realisticStep: 2,
      lowerBoundStep: 0.5,
      minimumChange: 0.25,
      provisionalSd: 0.8,
      provisionalSdWithin: 0.65,
    })
  })

  test('four levels shrink every constant by its rule', () => {
    expect(scaleOfOptions(4)).toMatchObject({
      top: 3,
      alike: 0.375,
      adCutoff: 4 / 6,
      wideRange: 2,
      splitLow: 0,
      splitHigh: 3,
      nullVariance: 1.25,
      knowledgeCap: 2,
      dutyThreshold: 1.5,
      minimumChange: 0.1875,
    })
  })

  test('neighbouring levels never count as a wide range, however short the scale', () => {
    for (const options of [2, 3, 4]) expect(scaleOfOptions(options).wideRange).toBeGreaterThan(1)
  })

  test('a scale needs two levels', () => {
    expect(() => scaleOfOptions(1)).toThrow(RangeError)
    expect(() => scaleOfOptions(2.5)).toThrow(RangeError)
  })

  test('all facets have the same number of levels', () => {
    const pack = aPack({ components: ['a'] })
    expect(scaleOf(pack).top).toBe(4)
    const uneven = { facets: pack.facets.map((facet, index) => ({ ...facet, levels: facet.levels.slice(index) })) }
    expect(() => scaleOf(uneven)).toThrow(RangeError)
  })

  test('a half goes up to the next level, and nothing goes above the top', () => {
    const scale = scaleOfOptions(5)
    expect([0, 0.49, 0.5, 1.4999, 2.5, 3.5, 4].map((score) => levelOfScore(score, scale))).toEqual([
      0, 0, 1, 1, 3, 4, 4,
    ])
  })
})
