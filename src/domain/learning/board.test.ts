import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  hoursByWeek,
  inBoardOrder,
  isLate,
  type LearningItem,
  lastWeek,
  moveItem,
  pathwayDone,
  stateOf,
  weekOn,
} from './board.ts'

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

test('an item is done when each of its people is, and being done when one has begun', () => {
  expect(stateOf('planned', ['done', 'done'])).toBe('done')
  expect(stateOf('planned', ['done', 'planned'])).toBe('doing')
  expect(stateOf('done', ['done', 'planned'])).toBe('doing')
  expect(stateOf('doing', ['planned'])).toBe('planned')
})

test('without people the state is what someone said, and what was set aside or known before stays that', () => {
  expect(stateOf('done', [])).toBe('done')
  expect(stateOf('prior', ['planned'])).toBe('prior')
  expect(stateOf('set-aside', ['done'])).toBe('set-aside')
})

test('a pathway is done when nothing is open; one without items is not', () => {
  expect(pathwayDone([])).toBe(false)
  expect(pathwayDone([item('a', { state: 'done' }), item('b', { state: 'prior' })])).toBe(true)
  expect(pathwayDone([item('a', { state: 'done' }), item('b', { state: 'doing' })])).toBe(false)
})

test('inside a week, what others build on comes first', () => {
  const items = [item('a', { needs: ['b'] }), item('b', { position: 5 }), item('c', { firstWeek: 2 })]
  expect(inBoardOrder(items).map(({ id }) => id)).toEqual(['b', 'a', 'c'])
})

test('an item cannot begin before what it builds on is over, and the answer names the first week that can be', () => {
  const items = [item('a', { firstWeek: 2, parts: [1, 1] }), item('b', { firstWeek: 4, needs: ['a'] })]
  expect(moveItem(items, 'b', 2)).toEqual({ ok: false, reason: 'needs', item: 'a', week: 3 })
  expect(moveItem(items, 'b', 3)).toMatchObject({ ok: true, placement: { firstWeek: 3 } })
})

test('an item cannot end after what builds on it begins, and the answer names the last week that can be', () => {
  const items = [item('a', { parts: [1, 1] }), item('b', { firstWeek: 4, needs: ['a'] })]
  expect(moveItem(items, 'a', 4)).toEqual({ ok: false, reason: 'needed-by', item: 'b', week: 3 })
  expect(moveItem(items, 'a', 3)).toMatchObject({ ok: true })
})

test('what is done, known before or set aside keeps nothing back', () => {
  for (const state of ['done', 'prior', 'set-aside'] as const) {
    const items = [item('a', { firstWeek: 6, state }), item('b', { firstWeek: 7, needs: ['a'] })]
    expect(moveItem(items, 'b', 1)).toMatchObject({ ok: true })
    expect(moveItem(items, 'a', 1)).toEqual({ ok: false, reason: 'not-open' })
  }
})

test('there is no week before the first, none after two years, and none in between', () => {
  const items = [item('a', { parts: [1, 1] })]
  for (const week of [0, -3, 104, 1.5, Number.NaN])
    expect(moveItem(items, 'a', week)).toEqual({ ok: false, reason: 'no-such-week' })
  expect(moveItem(items, 'a', 103)).toMatchObject({ ok: true })
})

test('a move that is allowed keeps every item after what it builds on', () => {
  const board = fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 3 })), {
    minLength: 2,
    maxLength: 6,
  })
  fc.assert(
    fc.property(board, fc.nat(5), fc.integer({ min: 1, max: 12 }), (weeks, which, to) => {
      // Each item builds on the one before it.
      let from = 1
      const items = weeks.map(([gap, length], index) => {
        const firstWeek = from
        from += length - 1 + gap - 1
        return item(`i${index}`, {
          firstWeek,
          parts: Array.from({ length }, () => 1),
          needs: index === 0 ? [] : [`i${index - 1}`],
        })
      })
      const id = `i${which % items.length}`
      const moved = moveItem(items, id, to)
      const after = items.map((one) => (moved.ok && one.id === id ? { ...one, ...moved.placement } : one))
      for (const one of after)
        for (const other of after)
          if (one.needs.includes(other.id)) expect(lastWeek(other)).toBeLessThanOrEqual(one.firstWeek)
    }),
  )
})

test('the hours of a week are those of what is followed in it', () => {
  const items = [
    item('a', { parts: [1, 0.5] }),
    item('b', { firstWeek: 2, parts: [1.5] }),
    item('c', { firstWeek: 2, state: 'set-aside' }),
    item('d', { firstWeek: 4, state: 'prior' }),
  ]
  expect(hoursByWeek(items)).toEqual([1, 2])
})

test.each([
  ['2030-01-13', 0],
  ['2030-01-14', 1],
  ['2030-01-20', 1],
  ['2030-01-21', 2],
  ['2030-04-08', 13],
])('a pathway from January 14 is on %s in week %i', (today, week) => {
  expect(weekOn('2030-01-14', today)).toBe(week)
})

test('an open item is late from the week after its last one', () => {
  expect(isLate(item('a', { parts: [1, 1] }), 2)).toBe(false)
  expect(isLate(item('a', { parts: [1, 1] }), 3)).toBe(true)
  expect(isLate(item('a', { state: 'done' }), 9)).toBe(false)
})
