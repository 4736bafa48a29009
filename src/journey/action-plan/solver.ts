import { createHash } from 'node:crypto'
import { availableParallelism } from 'node:os'
import type { PlanRequest, PlanSolution } from '../../domain/pathways/two-pathways.ts'
import { createWorkerPool, type WorkerPoolOptions } from '../../platform/worker-pool.ts'

export type PathwayPool = {
  /**
   * Both pathways, worked out on a worker thread. Equal requests share one computation, and recent answers are kept.
   *
   * @throws BusyError when too many requests wait, or when the search takes too long
   */
  solve(request: PlanRequest): Promise<PlanSolution>
  /** Ends the threads; what is still waiting is rejected. */
  close(): Promise<void>
}

/**
 * A small pool of solver threads with a memory.
 *
 * @param options.threads most threads at once; by default one fewer than there are processors, at least 1, at most 4
 * @param options.kept how many answers are remembered
 */
export function createPathwayPool(
  options: Partial<Omit<WorkerPoolOptions, 'worker'>> & { kept?: number } = {},
): PathwayPool {
  const { kept = 256, threads = Math.min(4, Math.max(1, availableParallelism() - 1)), ...rest } = options
  const pool = createWorkerPool<PlanRequest, PlanSolution>({
    worker: 'journey/action-plan/solver-worker',
    threads,
    ...rest,
  })
  /** By hash of the request, least recently used first. */
  const answers = new Map<string, Promise<PlanSolution>>()

  function solve(request: PlanRequest): Promise<PlanSolution> {
    const hash = createHash('sha256').update(JSON.stringify(request)).digest('base64')
    const known = answers.get(hash)
    const answer = known ?? pool.run(request)
    answers.delete(hash)
    answers.set(hash, answer)
    // A failure is not an answer: the next request tries again.
    if (known === undefined) answer.catch(() => answers.delete(hash))
    const [oldest] = answers.keys()
    if (answers.size > kept && oldest !== undefined) answers.delete(oldest)
    return answer
  }

  return { solve, close: pool.close }
}

let shared: PathwayPool | undefined

/** Both pathways from the process's one pool, which starts with the first request. See `PathwayPool.solve`. */
export function solvePlanInWorker(request: PlanRequest): Promise<PlanSolution> {
  shared ??= createPathwayPool()
  return shared.solve(request)
}

/** Ends the process's pool, for a clean stop. */
export async function closePathwayWorkers(): Promise<void> {
  await shared?.close()
  shared = undefined
}
