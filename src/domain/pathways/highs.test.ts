import { describe, expect, test } from 'vitest'
import { loadHighs, solveWithHighs, valueWithHighs } from '../../../test/oracles/linear-model.ts'
import { randomPair } from '../../../test/oracles/random-problems.ts'
import { solvePathway } from './solve.ts'

const highs = await loadHighs()

describe('beside the HiGHS solver', () => {
  test('value and hours are equal on 50 unfiltered cases of 30 to 60 items wherever the search came to its end', () => {
    let proven = 0
    for (let seed = 1; seed <= 50; seed++) {
      const items = 30 + ((seed * 7) % 31)
      const { a } = randomPair(4_000 + seed, { items, components: 12, share: [0.08, 0.35], maxItems: [5, 25] })
      const solution = solvePathway(a, { nodeLimit: 200_000 })
      const expected = solution.proven ? solveWithHighs(highs, a) : undefined
      if (expected === undefined) continue
      proven++
      expect({ value: solution.value, hours: solution.hours }, `seed ${seed}`).toEqual(expected)
    }
    expect(proven).toBeGreaterThanOrEqual(45)
  })

  test('on 20 cases of 61 to 120 items the optimum lies between the best found and the bound that is stated', () => {
    let stopped = 0
    for (let seed = 1; seed <= 20; seed++) {
      const items = 61 + ((seed * 17) % 60)
      const { a } = randomPair(5_000 + seed, { items, components: 14, share: [0.1, 0.4], maxItems: [8, 40] })
      const solution = solvePathway(a, { nodeLimit: 20_000 })
      const optimum = valueWithHighs(highs, a)
      expect(solution.value, `seed ${seed}`).toBeLessThanOrEqual(optimum)
      expect(solution.upperBound, `seed ${seed}`).toBeGreaterThanOrEqual(optimum)
      if (solution.proven) expect(solution.value, `seed ${seed}`).toBe(optimum)
      else stopped++
    }
    expect(stopped).toBeGreaterThan(0)
  })
})
