import { afterEach, expect, test } from 'vitest'
import { randomPair } from '../../../test/oracles/random-problems.ts'
import { type PlanRequest, solvePlan } from '../../domain/pathways/two-pathways.ts'
import { BusyError } from '../../platform/errors.ts'
import { closePathwayWorkers, createPathwayPool, type PathwayPool, solvePlanInWorker } from './solver.ts'

let pool: PathwayPool | undefined

afterEach(async () => {
  await pool?.close()
  await closePathwayWorkers()
})

const request = (seed: number): PlanRequest =>
  randomPair(seed, { items: 12, components: 4, share: [0.3, 0.6], maxItems: [4, 8] })

/** Not solved within any patience: no limit on nodes and far too many items. */
const endless: PlanRequest = {
  ...randomPair(1, { items: 200, components: 20, share: [0.4, 0.5], maxItems: [60, 80] }),
  nodeLimit: Number.MAX_SAFE_INTEGER,
}

test('a worker thread gives the same answer as the solver in line', async () => {
  expect(await solvePlanInWorker(request(1))).toEqual(solvePlan(request(1)))
})

test('many requests share a few threads and each gets its own answer', async () => {
  pool = createPathwayPool({ threads: 2 })
  const seeds = Array.from({ length: 20 }, (_, at) => at + 1)
  const answers = await Promise.all(seeds.map((seed) => pool?.solve(request(seed))))
  expect(answers).toEqual(seeds.map((seed) => solvePlan(request(seed))))
})

test('an equal request is answered from what was worked out before', async () => {
  pool = createPathwayPool({ threads: 1 })
  const first = pool.solve(request(1))
  expect(pool.solve(request(1))).toBe(first)
  await first
  expect(pool.solve(request(1))).toBe(first)
})

test('when the queue is full the request is turned away at once', async () => {
  pool = createPathwayPool({ threads: 1, queue: 1 })
  const running = pool.solve(endless)
  const waiting = pool.solve(request(1))
  await expect(pool.solve(request(2))).rejects.toBeInstanceOf(BusyError)
  const ended = [expect(running).rejects.toThrow('ended'), expect(waiting).rejects.toThrow('ended')]
  await pool.close()
  await Promise.all(ended)
})

test('a search that takes too long is given up, and the next request finds a fresh thread', async () => {
  pool = createPathwayPool({ threads: 1, timeout: 3000 })
  await expect(pool.solve(endless)).rejects.toBeInstanceOf(BusyError)
  expect(await pool.solve(request(1))).toEqual(solvePlan(request(1)))
})

test('a request that makes the solver fail is rejected, and the pool goes on', async () => {
  pool = createPathwayPool({ threads: 1 })
  const { a, b } = request(1)
  await expect(pool.solve({ a, b: { ...b, cells: [] } })).rejects.toThrow('the same cells')
  expect(await pool.solve(request(2))).toEqual(solvePlan(request(2)))
})
