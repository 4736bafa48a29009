import fc from 'fast-check'
import { expect, test } from 'vitest'
import { itemStates, type ShareState } from './board.ts'
import { itemProgress, learningProgress } from './progress.ts'

const one = (hours: number, state: (typeof itemStates)[number], shares: ShareState[] = []) => ({ hours, state, shares })

test('progress is planned hours of what is done, over planned hours of what is not set aside', () => {
  const items = [one(2, 'done'), one(3, 'planned'), one(5, 'set-aside'), one(3, 'prior')]
  expect(learningProgress(items)).toEqual({ done: 5, planned: 8, share: 5 / 8 })
})

test('an item that several people have counts by the share of them who are done', () => {
  expect(itemProgress(one(4, 'doing', ['done', 'planned', 'doing', 'done']))).toBe(0.5)
  expect(learningProgress([one(4, 'doing', ['done', 'planned'])]).share).toBe(0.5)
})

test('where no hours are planned there is no share', () => {
  expect(learningProgress([]).share).toBeUndefined()
  expect(learningProgress([one(5, 'set-aside')]).share).toBeUndefined()
})

test('progress lies between nothing and all, and never falls when someone finishes', () => {
  const share = fc.constantFrom<ShareState[]>('planned', 'doing', 'done')
  const items = fc.array(
    fc.record({
      hours: fc.integer({ min: 1, max: 40 }).map((quarters) => quarters / 4),
      state: fc.constantFrom(...itemStates),
      shares: fc.array(share, { maxLength: 4 }),
    }),
    { minLength: 1, maxLength: 8 },
  )
  fc.assert(
    fc.property(items, (board) => {
      const before = learningProgress(board).share ?? 0
      expect(before).toBeGreaterThanOrEqual(0)
      expect(before).toBeLessThanOrEqual(1)
      const finished = board.map((item) => ({ ...item, shares: item.shares.map(() => 'done' as const) }))
      expect(learningProgress(finished).share ?? 0).toBeGreaterThanOrEqual(before)
    }),
  )
})
