import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { roundHalfUp } from './rounding.ts'

describe('rounding for display', () => {
  test.each([
    [1.005, 2, 1.01],
    [2.675, 2, 2.68],
    [1.45, 1, 1.5],
    [0.05, 1, 0.1],
    [0.15, 1, 0.2],
    [0.25, 1, 0.3],
    [2.5, 0, 3],
    [1.6667, 1, 1.7],
    [1.7083, 1, 1.7],
    [3 - 1.65, 1, 1.4],
    [0.1 + 0.2 + 0.05, 1, 0.4],
    [1e-7, 1, 0],
    [123456789.25, 1, 123456789.3],
  ])('%f to %i decimals is %f', (x, decimals, expected) => {
    expect(roundHalfUp(x, decimals)).toBe(expected)
  })

  test('negative numbers mirror positive ones', () => {
    expect(roundHalfUp(-0.25, 1)).toBe(-0.3)
    expect(roundHalfUp(-1.005, 2)).toBe(-1.01)
    fc.assert(
      fc.property(fc.double({ min: 0.05, max: 1000, noNaN: true }), (x) => roundHalfUp(-x, 1) === -roundHalfUp(x, 1)),
    )
  })

  test('nothing becomes minus zero, and what is not finite stays', () => {
    expect(Object.is(roundHalfUp(-0.04, 1), 0)).toBe(true)
    expect(roundHalfUp(Number.POSITIVE_INFINITY, 1)).toBe(Number.POSITIVE_INFINITY)
  })

  test('every hundredth of the scale rounds as its digits say', () => {
    for (let hundredths = 0; hundredths <= 400; hundredths++) {
      expect(roundHalfUp(hundredths / 100, 1)).toBe(Math.floor((hundredths + 5) / 10) / 10)
    }
  })
})
