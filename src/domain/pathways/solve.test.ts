import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chance, randomPair } from '../../../test/oracles/random-problems.ts'
import type { PathwayProblem, ProblemItem } from './problem-types.ts'
import { solvePathway } from './solve.ts'
import { chosenItems } from './two-pathways.ts'
import { hoursOf, worthOf } from './value.ts'

/** A problem in which every item has a gap of its own: a plain knapsack. */
function knapsack(hours: number[], values: number[], capacity: number): PathwayProblem {
  return {
    cells: values.map((weight, at) => ({ component: `component-${at}`, facet: 'practice', weight, gap: 1 })),
    items: hours.map((itsHours, at) => ({
      id: `item-${at + 1}`,
      hours: itsHours,
      lifts: [{ cell: at, lift: 1 }],
      prerequisites: [],
    })),
    hours: capacity,
    maxItems: hours.length,
  }
}

const shape = { items: 20, components: 6, share: [0.2, 0.6], maxItems: [3, 12] } satisfies Parameters<
  typeof randomPair
>[1]
const anyProblem = fc.integer({ min: 1, max: 1_000_000 }).map((seed) => randomPair(seed, shape).a)

describe('the best pathway', () => {
  test('solves the knapsack of Martello and Toth as a special case', () => {
    const weights = [23, 31, 29, 44, 53, 38, 63, 85, 89, 82]
    const values = [92, 57, 49, 68, 60, 43, 67, 84, 87, 72]
    const solution = solvePathway(knapsack(weights, values, 165))
    expect(solution).toMatchObject({ value: 309, hours: 165, proven: true, upperBound: 309 })
    expect(solution.items).toEqual(['item-1', 'item-2', 'item-3', 'item-4', 'item-6'])
  })

  test('of equal value takes the one of fewer hours, then of fewer items, then of smaller ids', () => {
    const cell = { component: 'a', facet: 'practice', weight: 1, gap: 4 }
    const item = (id: string, hours: number, lift: number): ProblemItem => ({
      id,
      hours,
      lifts: [{ cell: 0, lift }],
      prerequisites: [],
    })
    const best = (...items: ProblemItem[]) => solvePathway({ cells: [cell], items, hours: 20, maxItems: 9 }).items
    expect(best(item('a', 5, 4), item('b', 4, 4))).toEqual(['b'])
    expect(best(item('a', 2, 2), item('b', 2, 2), item('c', 4, 4))).toEqual(['c'])
    expect(best(item('b', 4, 4), item('a', 4, 4))).toEqual(['a'])
    expect(best(item('b', 2, 2), item('C', 2, 2), item('a', 2, 2))).toEqual(['C', 'a'])
  })

  test('more hours never lower the value', () => {
    fc.assert(
      fc.property(anyProblem, fc.integer({ min: 1, max: 40 }), (problem, more) => {
        const wider = { ...problem, hours: problem.hours + more }
        expect(solvePathway(wider).value).toBeGreaterThanOrEqual(solvePathway(problem).value)
      }),
      { numRuns: 150 },
    )
  })

  test('is within its limits, closed under prerequisites, and holds one item of a variant group at most', () => {
    fc.assert(
      fc.property(anyProblem, (problem) => {
        const solution = solvePathway(problem)
        const items = chosenItems(problem, solution)
        expect(solution.proven).toBe(true)
        expect(solution.value).toBe(worthOf(problem, items))
        expect(solution.hours).toBe(hoursOf(items))
        expect(solution.hours).toBeLessThanOrEqual(problem.hours)
        expect(items.length).toBeLessThanOrEqual(problem.maxItems)
        for (const item of items) for (const id of item.prerequisites) expect(solution.items).toContain(id)
        const groups = items.flatMap((item) => item.group ?? [])
        expect(new Set(groups).size).toBe(groups.length)
      }),
      { numRuns: 200 },
    )
  })

  test('the order of the items and of their lifts never matters', () => {
    fc.assert(
      fc.property(anyProblem, fc.integer({ min: 1 }), (problem, seed) => {
        const items = shuffled(problem.items, seed).map((item) => ({ ...item, lifts: shuffled(item.lifts, seed) }))
        const { nodes: _, ...solution } = solvePathway({ ...problem, items })
        const { nodes: __, ...expected } = solvePathway(problem)
        expect(solution).toEqual(expected)
      }),
      { numRuns: 150 },
    )
  })

  test('other ids never change value and hours', () => {
    fc.assert(
      fc.property(anyProblem, fc.integer({ min: 1 }), (problem, seed) => {
        const names = shuffled(
          problem.items.map((item) => item.id),
          seed,
        )
        const renamed = new Map(problem.items.map((item, at) => [item.id, names[at] ?? item.id]))
        const rename = (id: string) => renamed.get(id) ?? id
        const items = problem.items.map((item) => ({
          ...item,
          id: rename(item.id),
          prerequisites: item.prerequisites.map(rename),
        }))
        const { value, hours, items: chosen } = solvePathway({ ...problem, items })
        const expected = solvePathway(problem)
        expect([value, hours, chosen.length]).toEqual([expected.value, expected.hours, expected.items.length])
      }),
      { numRuns: 150 },
    )
  })

  test('a search that is stopped keeps the best so far and says how much may be missing', () => {
    let stopped = 0
    for (let seed = 1; seed <= 60; seed++) {
      const { a } = randomPair(seed, { items: 30, components: 8, share: [0.2, 0.5], maxItems: [6, 15] })
      const full = solvePathway(a)
      const cut = solvePathway(a, { nodeLimit: 25 })
      expect(cut.nodes).toBeLessThanOrEqual(25)
      expect(cut.value).toBeLessThanOrEqual(full.value)
      expect(cut.upperBound).toBeGreaterThanOrEqual(full.value)
      expect(cut.value).toBe(worthOf(a, chosenItems(a, cut)))
      if (!cut.proven) stopped++
    }
    expect(stopped).toBeGreaterThan(30)
  })

  test('items whose prerequisites are missing or go round in a circle are never taken', () => {
    const { cells, items } = knapsack([1, 1, 1, 1], [5, 5, 5, 1], 4)
    const needs = [['absent'], ['item-3'], ['item-2'], []]
    const problem = {
      cells,
      items: items.map((item, at) => ({ ...item, prerequisites: needs[at] ?? [] })),
      hours: 4,
      maxItems: 4,
    }
    expect(solvePathway(problem).items).toEqual(['item-4'])
  })

  test('many alike items do not make it slow: 45 that differ in nothing but their ids end far below the node limit', () => {
    const problem = knapsack(
      Array.from({ length: 45 }, () => 10),
      Array.from({ length: 45 }, () => 7),
      200,
    )
    const solution = solvePathway(problem)
    expect(solution.proven).toBe(true)
    expect(solution.nodes).toBeLessThan(10_000)
    expect(solution.value).toBe(140)
  })
})

function shuffled<T>(list: readonly T[], seed: number): T[] {
  const next = chance(seed)
  return list
    .map((one) => ({ one, place: next() }))
    .sort((a, b) => a.place - b.place)
    .map(({ one }) => one)
}
