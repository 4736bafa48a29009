import { expect, test } from 'vitest'
import { bruteForceTwo } from '../../../test/oracles/brute-force.ts'
import { randomPair } from '../../../test/oracles/random-problems.ts'
import type { PathwayProblem, ProblemItem } from './problem-types.ts'
import { solvePathway } from './solve.ts'
import { solveTwoPathways } from './two-pathways.ts'

/** The worked check of Method 4.7. */
function worked(hours: number): { a: PathwayProblem; b: PathwayProblem } {
  const components = ['data-inventory', 'privacy-protection', 'open-data', 'resident-engagement']
  const gaps = [120, 100, 150, 180, 160, 140, 100, 120]
  const item = (id: string, of: number, cell: number, lift: number, ...prerequisites: string[]): ProblemItem => ({
    id,
    hours: of * 4,
    lifts: [{ cell, lift }],
    prerequisites,
  })
  const items = [
    item('c1', 2, 1, 100),
    item('c2', 3, 0, 100, 'c1'),
    item('c3', 2, 3, 100),
    item('c4', 3, 2, 100, 'c3'),
    item('c5', 2, 5, 100, 'c1'),
    item('c6', 4, 4, 120, 'c2', 'c5'),
    item('c7', 2, 7, 80),
    item('c8', 3, 6, 80, 'c7'),
  ]
  const problem = (weights: number[]): PathwayProblem => ({
    cells: gaps.map((gap, cell) => ({
      component: components[cell >> 1] ?? '',
      facet: cell % 2 === 0 ? 'practice' : 'knowledge',
      weight: weights[cell >> 1] ?? 0,
      gap,
    })),
    items,
    hours: hours * 4,
    maxItems: items.length,
  })
  return { a: problem([2333, 2417, 1500, 2000]), b: problem([1200, 2575, 4250, 4300]) }
}

test.each([
  [10, 'c1 c2 c3 c4', 10, 950000, 'c1 c5 c7 c8', 1233000, 5, 'c1 c5 c7 c8', 9, 1233000, [1]],
  [11, 'c1 c3 c4 c5 c7', 11, 1026700, 'c1 c3 c5 c7 c8', 1490500, 5, 'c1 c2 c5 c6', 11, 1175000, [0.788]],
  [
    14,
    'c1 c2 c3 c4 c5 c7',
    14,
    1260000,
    'c1 c3 c4 c5 c7 c8',
    1748000,
    7,
    'c1 c2 c5 c6 c7',
    13,
    1519000,
    [0.394, 0.541, 0.869],
  ],
  [
    20,
    'c1 c2 c3 c4 c5 c6 c7',
    18,
    1440000,
    'c1 c2 c3 c5 c6 c7 c8',
    2120500,
    8,
    'c1 c3 c4 c5 c7 c8',
    14,
    1748000,
    [0.824],
  ],
])(
  'the worked check holds at %i hours',
  (hours, a, hoursA, valueA, freeB, valueFreeB, tenths, b, hoursB, valueB, ratios) => {
    const { a: problemA, b: problemB } = worked(hours)
    const two = solveTwoPathways(problemA, problemB)
    expect(two.a).toMatchObject({
      items: a.split(' '),
      hours: hoursA * 4,
      value: valueA,
      upperBound: valueA,
      proven: true,
    })
    expect(two.freeB).toMatchObject({ items: freeB.split(' '), value: valueFreeB, proven: true })
    expect(two.b).toMatchObject({ items: b.split(' '), hours: hoursB * 4, value: valueB, proven: true })
    expect(two.tenths).toBe(tenths)
    expect(two.tried.map((one) => Number(one.ratio.toFixed(3))).slice(-ratios.length)).toEqual(ratios)
    expect(two.ratio).toBe(two.tried.at(-1)?.ratio)
  },
)

test('the two by two table of the worked check holds at 10 hours', () => {
  const { a, b } = worked(10)
  expect(solveTwoPathways(a, b).twoByTwo).toEqual({
    AunderA: 950000,
    AunderB: 755000,
    BunderA: 703300,
    BunderB: 1233000,
  })
})

test('both pathways equal brute force on 600 random cases of up to 14 items, the rule that keeps them apart included', () => {
  let withoutRule = 0
  let kept = 0
  for (let seed = 1; seed <= 600; seed++) {
    const size = 1 + (seed % 14)
    const { a, b } = randomPair(seed, { items: size, components: 3, share: [0.2, 1], maxItems: [1, size] })
    const two = solveTwoPathways(a, b)
    const expected = bruteForceTwo(a, b)
    const found = [two.a, two.b, two.freeB].map(({ items, value, hours }) => ({ items, value, hours }))
    expect(found, `seed ${seed}`).toEqual([expected.a, expected.b, expected.freeB])
    expect(two.tenths, `seed ${seed}`).toBe(expected.tenths)
    expect(two.b).toMatchObject({ proven: true })
    if (two.tenths === undefined) withoutRule++
    else if (two.b.items.join() !== two.freeB.items.join()) kept++
  }
  // The cases are worth something only if the rule bites in some and cannot be kept in others.
  expect(withoutRule).toBeGreaterThan(50)
  expect(kept).toBeGreaterThan(50)
})

test('when nothing can be gained both pathways are empty', () => {
  const { a, b } = worked(0.25)
  const two = solveTwoPathways(a, b)
  expect([two.a.items, two.b.items]).toEqual([[], []])
  expect(two).toMatchObject({ ratio: 1, tenths: 5, sharedHours: 0 })
})

test('problems with different cells are refused', () => {
  const { a, b } = worked(10)
  expect(() => solveTwoPathways(a, { ...b, cells: b.cells.slice(1) })).toThrow('the same cells')
})

test('a bound that is stated for B holds, also when the search of another pathway was stopped', () => {
  let unproven = 0
  for (let seed = 1; seed <= 60; seed++) {
    const { a, b } = randomPair(seed, { items: 14, components: 4, share: [0.3, 0.8], maxItems: [6, 14] })
    const stopped = solveTwoPathways(a, b, 12)
    const exact = solvePathway(b)
    expect(stopped.b.upperBound, `seed ${seed}`).toBeGreaterThanOrEqual(stopped.b.value)
    if (stopped.b.proven) expect(stopped.b.upperBound).toBe(stopped.b.value)
    else {
      unproven++
      expect(stopped.b.upperBound, `seed ${seed}`).toBeGreaterThanOrEqual(exact.value)
    }
  }
  expect(unproven).toBeGreaterThan(20)
})
