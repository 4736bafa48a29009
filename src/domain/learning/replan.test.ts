import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isOpen, itemStates, type LearningItem, lastWeek, type Placement } from './board.ts'
import { leastValuable, replan, replanOptions, withDependents } from './replan.ts'

const item = (id: string, given: Partial<LearningItem> = {}): LearningItem => ({
  id,
  hours: 2,
  firstWeek: 1,
  parts: [2],
  position: 0,
  state: 'planned',
  shares: [],
  needs: [],
  marginal: 0,
  ...given,
})

/** Boards whose items build only on items before them, in any state. */
const anyBoard = fc
  .array(
    fc.record({
      quarters: fc.integer({ min: 1, max: 24 }),
      firstWeek: fc.integer({ min: 1, max: 8 }),
      state: fc.constantFrom(...itemStates),
      marginal: fc.nat(20),
      needs: fc.array(fc.nat(10), { maxLength: 2 }),
    }),
    { maxLength: 8 },
  )
  .map((rows) =>
    rows.map(({ quarters, needs, ...rest }, index) =>
      item(`i${index}`, {
        ...rest,
        hours: quarters / 4,
        position: index,
        needs: index === 0 ? [] : [...new Set(needs.map((other) => `i${other % index}`))],
      }),
    ),
  )
const anyWeek = fc.integer({ min: 1, max: 10 })
const anyHours = fc.integer({ min: 1, max: 20 }).map((quarters) => quarters / 4)

const sum = (parts: readonly number[]) => parts.reduce((total, part) => total + part, 0)

/** Weeks with their hours, as placements fill them. */
function load(placements: readonly Placement[]): Map<number, number> {
  const weeks = new Map<number, number>()
  for (const { firstWeek, parts } of placements)
    parts.forEach((hours, index) => {
      const week = firstWeek + index
      weeks.set(week, (weeks.get(week) ?? 0) + hours)
    })
  return weeks
}

test('nothing is lost, nothing is done twice, and every item keeps its hours', () => {
  fc.assert(
    fc.property(anyBoard, anyWeek, anyHours, (items, fromWeek, weeklyHours) => {
      const { placements } = replan({ items, fromWeek, weeklyHours })
      const open = items.filter(isOpen)
      expect(placements.map(({ id }) => id).toSorted()).toEqual(open.map(({ id }) => id).toSorted())
      for (const one of open) expect(sum(placements.find(({ id }) => id === one.id)?.parts ?? [])).toBe(one.hours)
    }),
  )
})

test('no week before the current one is used, and no week holds more than its hours', () => {
  fc.assert(
    fc.property(anyBoard, anyWeek, anyHours, (items, fromWeek, weeklyHours) => {
      for (const [week, hours] of load(replan({ items, fromWeek, weeklyHours }).placements)) {
        expect(week).toBeGreaterThanOrEqual(fromWeek)
        expect(hours).toBeLessThanOrEqual(weeklyHours)
      }
    }),
  )
})

test('every item stands after the open items it builds on', () => {
  fc.assert(
    fc.property(anyBoard, anyWeek, anyHours, (items, fromWeek, weeklyHours) => {
      const { placements } = replan({ items, fromWeek, weeklyHours })
      const placeOf = (id: string) => placements.find((one) => one.id === id)
      for (const one of items.filter(isOpen))
        for (const needed of one.needs) {
          const [before, after] = [placeOf(needed), placeOf(one.id)]
          if (before === undefined || after === undefined) continue
          expect(lastWeek(before)).toBeLessThanOrEqual(after.firstWeek)
          expect(before.position).toBeLessThan(after.position)
        }
    }),
  )
})

test('items that nothing orders otherwise keep the order of the board', () => {
  fc.assert(
    fc.property(anyBoard, anyHours, (items, weeklyHours) => {
      const free = items.map((one) => ({ ...one, needs: [], firstWeek: 1 }))
      const { placements } = replan({ items: free, fromWeek: 1, weeklyHours })
      expect(placements.map(({ id }) => id)).toEqual(free.filter(isOpen).map(({ id }) => id))
    }),
  )
})

/** The earliest last week over every order that the prerequisites allow, weeks filled item by item. */
function earliestEnd(items: readonly LearningItem[], fromWeek: number, weeklyHours: number): number {
  const open = items.filter(isOpen)
  const room = weeklyHours * 4
  let best = Number.POSITIVE_INFINITY
  const go = (placed: string[], quarters: number) => {
    if (placed.length === open.length) {
      best = Math.min(best, fromWeek + Math.ceil(quarters / room) - 1)
      return
    }
    for (const one of open) {
      if (placed.includes(one.id)) continue
      if (one.needs.some((id) => open.some((other) => other.id === id) && !placed.includes(id))) continue
      go([...placed, one.id], quarters + one.hours * 4)
    }
  }
  go([], 0)
  return best
}

test('no order of the items ends earlier: compared with every order of small boards', () => {
  fc.assert(
    fc.property(
      anyBoard.map((items) => items.slice(0, 5)),
      anyWeek,
      anyHours,
      (items, fromWeek, weeklyHours) => {
        expect(replan({ items, fromWeek, weeklyHours }).lastWeek).toBe(earliestEnd(items, fromWeek, weeklyHours))
      },
    ),
  )
})

test('a week holds a quarter of an hour at least', () => {
  expect(() => replan({ items: [item('a')], fromWeek: 1, weeklyHours: 0.1 })).toThrow(RangeError)
})

test('what fits by the agreed end is offered as it is, and nothing else', () => {
  const options = replanOptions({ items: [item('a'), item('b')], fromWeek: 3, weeklyHours: 2, endWeek: 4 })
  expect(options).toMatchObject([{ kind: 'longer', weeksLonger: 0, setAside: [], plan: { lastWeek: 4 } }])
})

test('what does not fit can take longer, take more hours a week, or leave out what brings least', () => {
  const items = [
    item('a', { marginal: 9 }),
    item('b', { marginal: 1 }),
    item('c', { marginal: 5, position: 1 }),
    item('d', { marginal: 7, position: 2 }),
  ]
  const options = replanOptions({ items, fromWeek: 3, weeklyHours: 2, endWeek: 5 })
  expect(options).toMatchObject([
    { kind: 'longer', weeksLonger: 1, plan: { lastWeek: 6 } },
    { kind: 'more-hours', weeklyHours: 2.75, plan: { lastWeek: 5 } },
    { kind: 'set-aside', weeklyHours: 2, setAside: ['b'], plan: { lastWeek: 5 } },
  ])
})

test('past the agreed end, only taking longer is left', () => {
  const options = replanOptions({ items: [item('a')], fromWeek: 9, weeklyHours: 2, endWeek: 8 })
  expect(options.map(({ kind, weeksLonger }) => [kind, weeksLonger])).toEqual([['longer', 1]])
})

test('every way that keeps the end keeps it, and what it sets aside takes along all that builds on it', () => {
  fc.assert(
    fc.property(anyBoard, anyWeek, anyHours, anyWeek, (items, fromWeek, weeklyHours, endWeek) => {
      for (const option of replanOptions({ items, fromWeek, weeklyHours, endWeek })) {
        if (option.kind !== 'longer') expect(option.plan.lastWeek).toBeLessThanOrEqual(endWeek)
        const open = items.filter(isOpen)
        for (const one of open)
          if (one.needs.some((id) => option.setAside.includes(id))) expect(option.setAside).toContain(one.id)
        expect([...option.setAside, ...option.plan.placements.map(({ id }) => id)].toSorted()).toEqual(
          open.map(({ id }) => id).toSorted(),
        )
      }
    }),
  )
})

test('each step sets aside the group that loses least: compared with every group of small boards', () => {
  fc.assert(
    fc.property(anyBoard, fc.nat(60), (items, room) => {
      let open = items.filter(isOpen)
      const expected: string[] = []
      const hours = () => open.reduce((total, one) => total + one.hours * 4, 0)
      while (hours() > room) {
        const groups = open.map(({ id }) => {
          const members = open.filter((one) => withDependents(open, id).has(one.id))
          return {
            id,
            members,
            loses: sum(members.map(({ marginal }) => marginal)),
            frees: sum(members.map((one) => one.hours)),
          }
        })
        const least = Math.min(...groups.map(({ loses }) => loses))
        const alike = groups.filter(({ loses }) => loses === least)
        const most = Math.max(...alike.map(({ frees }) => frees))
        const chosen = alike.filter(({ frees }) => frees === most).toSorted((a, b) => (a.id < b.id ? -1 : 1))[0]
        expected.push(...(chosen?.members.map(({ id }) => id) ?? []))
        open = open.filter((one) => !chosen?.members.includes(one))
      }
      expect(leastValuable(items, room)).toEqual(expected.toSorted())
    }),
  )
})
