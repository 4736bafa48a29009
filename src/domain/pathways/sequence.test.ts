import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { randomPair } from '../../../test/oracles/random-problems.ts'
import type { PathwayProblem, ProblemItem } from './problem-types.ts'
import { inSequence, intoWeeks } from './sequence.ts'
import { solvePathway } from './solve.ts'
import { chosenItems } from './two-pathways.ts'
import { worthOf } from './value.ts'

const shape = { items: 16, components: 5, share: [0.3, 0.8], maxItems: [4, 16] } satisfies Parameters<
  typeof randomPair
>[1]
const anyPathway = fc.integer({ min: 1, max: 1_000_000 }).map((seed) => {
  const problem = randomPair(seed, shape).a
  return { problem, items: chosenItems(problem, solvePathway(problem)) }
})

const item = (id: string, hours: number, cell: number, lift: number, prerequisites: string[] = []): ProblemItem => ({
  id,
  hours,
  lifts: [{ cell, lift }],
  prerequisites,
})

describe('the order of a pathway', () => {
  test('takes the highest gain per hour whose prerequisites are placed, ties by id', () => {
    const problem: Pick<PathwayProblem, 'cells'> = {
      cells: [0, 1, 2].map((at) => ({ component: `c${at}`, facet: 'practice', weight: 1, gap: 100 })),
    }
    const items = [item('d', 4, 0, 80, ['a']), item('c', 4, 1, 60), item('b', 2, 2, 30), item('a', 8, 0, 20)]
    const placed = inSequence(problem, items)
    expect(placed.map((one) => one.item.id)).toEqual(['b', 'c', 'a', 'd'])
    expect(placed.map((one) => one.marginal)).toEqual([30, 60, 20, 80])
  })

  test('counts only what is still open: gains add up to the value of the pathway', () => {
    fc.assert(
      fc.property(anyPathway, ({ problem, items }) => {
        const placed = inSequence(problem, items)
        expect(placed.reduce((sum, one) => sum + one.marginal, 0)).toBe(worthOf(problem, items))
        const places = placed.map((one) => one.item.id)
        for (const { item: one } of placed) {
          for (const id of one.prerequisites) expect(places.indexOf(id)).toBeLessThan(places.indexOf(one.id))
        }
      }),
      { numRuns: 200 },
    )
  })

  test('a pathway without one of its prerequisites is refused', () => {
    expect(() => inSequence({ cells: [] }, [item('a', 1, 0, 1, ['b'])])).toThrow('lacks a prerequisite')
  })
})

describe('the weeks of a pathway', () => {
  test('share 20 hours in 12 weeks as 100 minutes a week, long items going on in the next week', () => {
    const weeks = intoWeeks([item('a', 8, 0, 1), item('b', 12, 0, 1)], 80, 12)
    expect(weeks.map((week) => week.parts.map((part) => `${part.item} ${Math.round(part.hours * 60)}`))).toEqual([
      ['a 100'],
      ['a 20', 'b 80'],
      ['b 100'],
    ])
  })

  test('never hold more than the weekly hours, hold every hour once, and end a prerequisite before what needs it begins', () => {
    fc.assert(
      fc.property(anyPathway, fc.integer({ min: 1, max: 30 }), ({ problem, items }, count) => {
        const ordered = inSequence(problem, items).map((one) => one.item)
        const weeks = intoWeeks(ordered, problem.hours, count)
        const parts = weeks.flatMap((week) => week.parts.map((part) => ({ ...part, week: week.week })))
        expect(weeks.length).toBeLessThanOrEqual(count)
        weeks.forEach((week, at) => {
          expect(week.week).toBe(at + 1)
          expect(week.hours).toBeLessThanOrEqual(problem.hours / 4 / count + 1e-9)
          expect(week.hours).toBeCloseTo(
            week.parts.reduce((sum, part) => sum + part.hours, 0),
            9,
          )
        })
        for (const one of ordered) {
          const own = parts.filter((part) => part.item === one.id)
          expect(own.reduce((sum, part) => sum + part.hours, 0)).toBeCloseTo(one.hours / 4, 9)
          for (const id of one.prerequisites) {
            expect(parts.findLastIndex((part) => part.item === id)).toBeLessThan(
              parts.findIndex((part) => part.item === one.id),
            )
          }
        }
        expect(parts.every((part) => part.hours > 0)).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
})
