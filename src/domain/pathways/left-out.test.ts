import { expect, test } from 'vitest'
import { randomPair } from '../../../test/oracles/random-problems.ts'
import type { LeftOut } from '../action-plan-types.ts'
import { leftOutItems } from './left-out.ts'
import type { PathwayProblem, ProblemItem } from './problem-types.ts'
import { chosenItems, solveTwoPathways } from './two-pathways.ts'
import { hoursOf, worthOf } from './value.ts'

function problemOf(items: ProblemItem[], limits: { hours?: number; maxItems?: number } = {}): PathwayProblem {
  const cells = [0, 1, 2].map((at) => ({ component: `c${at}`, facet: 'practice', weight: 100, gap: 100 }))
  return { cells, items, hours: 10, maxItems: 5, ...limits }
}

const item = (id: string, hours: number, cell: number | undefined, rest: Partial<ProblemItem> = {}): ProblemItem => ({
  id,
  hours,
  lifts: cell === undefined ? [] : [{ cell, lift: 100 }],
  prerequisites: [],
  ...rest,
})

/** Why `left` is out when the items in `chosen` are in. */
function why(chosen: ProblemItem[], left: ProblemItem, limits = {}, apart?: Parameters<typeof leftOutItems>[2]) {
  return leftOutItems(problemOf([...chosen, left], limits), chosen, apart)[0]?.why
}

test('each reason is given where it is true', () => {
  const a = item('a', 4, 0, { group: 'same' })
  expect(why([a], item('b', 1, 1, { group: 'same' }))).toBe('same-content')
  expect(why([a], item('b', 1, 0))).toBe('gap-closed')
  expect(why([a], item('b', 1, undefined))).toBe('lower-value')
  expect(why([a], item('b', 1, 1, { prerequisites: ['c'] }))).toBe('prerequisite')
  expect(why([a], item('b', 7, 1))).toBe('no-room')
  expect(why([a], item('b', 1, 1), { maxItems: 1 })).toBe('item-limit')
  expect(why([a], item('b', 4, 1), {}, { items: ['b'], hours: 4, tenths: 5 })).toBe('overlap')
})

test('in pathways of random problems every reason can be checked, and no better item is waved away', () => {
  const seen = new Set<LeftOut['why']>()
  for (let seed = 1; seed <= 400; seed++) {
    const { a, b } = randomPair(seed, { items: 18, components: 4, share: [0.2, 0.8], maxItems: [3, 12] })
    const two = solveTwoPathways(a, b)
    const { tenths } = two
    const apart = tenths === undefined ? undefined : { items: two.a.items, hours: two.a.hours, tenths }
    for (const [problem, solution, rule] of [[a, two.a, undefined] as const, [b, two.b, apart] as const]) {
      const chosen = chosenItems(problem, solution)
      const worth = worthOf(problem, chosen)
      const left = leftOutItems(problem, chosen, rule)
      expect(left).toHaveLength(problem.items.length - chosen.length)
      for (const { item: id, why: reason } of left) {
        const one = problem.items.find((candidate) => candidate.id === id) as ProblemItem
        const gain = worthOf(problem, [...chosen, one]) - worth
        const hours = hoursOf(chosen) + one.hours
        seen.add(reason)
        if (reason === 'gap-closed') expect(gain).toBe(0)
        if (reason === 'same-content') expect(chosen.map((other) => other.group)).toContain(one.group)
        if (reason === 'prerequisite')
          expect(one.prerequisites.some((need) => !solution.items.includes(need))).toBe(true)
        if (reason === 'no-room') expect(hours).toBeGreaterThan(problem.hours)
        if (reason === 'item-limit') expect(chosen).toHaveLength(problem.maxItems)
        if (reason === 'overlap') expect(two.a.items).toContain(id)
        // Nothing stands in its way, so it must have nothing to add: the pathway is the best there is.
        if (reason === 'lower-value') expect(gain).toBe(0)
      }
    }
  }
  expect(seen.size).toBe(7)
})
