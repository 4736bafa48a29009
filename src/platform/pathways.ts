import { createHash } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { PlanRequest, PlanSolution } from '../domain/pathways/two-pathways.ts'
import { workerFile } from './worker-file.ts'

/** Too many plans are being worked out at once: worth asking again in a moment. */
export class PathwaysBusyError extends Error {
  override readonly name = 'PathwaysBusyError'
}

/** The pathways were not found in the time allowed. */
export class PathwaysTimeoutError extends Error {
  override readonly name = 'PathwaysTimeoutError'
}

export type PathwayPool = {
  /**
   * Both pathways, worked out on a worker thread. Equal requests share one computation, and recent answers are kept.
   * @throws PathwaysBusyError when the queue is full
   * @throws PathwaysTimeoutError when the search takes too long
   */
  solve(request: PlanRequest): Promise<PlanSolution>
  /** Ends the threads; what is still waiting is rejected. */
  close(): Promise<void>
}

type Job = { request: PlanRequest; resolve: (solution: PlanSolution) => void; reject: (error: Error) => void }
type Thread = { worker: Worker; job?: Job; timer?: NodeJS.Timeout }

/**
 * A small pool of solver threads, each started when it is first needed. An idle pool does not keep the process alive.
 * @param options.threads most threads at once; by default one fewer than there are processors, at least 1, at most 4
 * @param options.queue most requests that may wait for a thread
 * @param options.timeout milliseconds for one request once it runs
 * @param options.kept how many answers are remembered
 */
export function createPathwayPool(
  options: { threads?: number; queue?: number; timeout?: number; kept?: number } = {},
): PathwayPool {
  const { threads: most = Math.min(4, Math.max(1, availableParallelism() - 1)) } = options
  const { queue: longest = 64, timeout = 60_000, kept = 256 } = options
  const threads = new Set<Thread>()
  const waiting: Job[] = []
  /** By hash of the request, least recently used first. */
  const answers = new Map<string, Promise<PlanSolution>>()
  let closed = false

  function solve(request: PlanRequest): Promise<PlanSolution> {
    const hash = createHash('sha256').update(JSON.stringify(request)).digest('base64')
    const known = answers.get(hash)
    if (known) {
      answers.delete(hash)
      answers.set(hash, known)
      return known
    }
    if (closed) return Promise.reject(new Error('the pathway threads have been ended'))
    if (waiting.length >= longest) return Promise.reject(new PathwaysBusyError('too many plans at once'))
    const answer = new Promise<PlanSolution>((resolve, reject) => waiting.push({ request, resolve, reject }))
    answers.set(hash, answer)
    // A failure is not an answer: the next request tries again.
    answer.catch(() => answers.delete(hash))
    const [oldest] = answers.keys()
    if (answers.size > kept && oldest !== undefined) answers.delete(oldest)
    work()
    return answer
  }

  /** Gives waiting requests to idle threads, and starts threads while there may be more. */
  function work(): void {
    while (waiting.length > 0) {
      const idle = [...threads].find((thread) => thread.job === undefined)
      const thread = idle ?? (threads.size < most ? start() : undefined)
      const job = thread && waiting.shift()
      if (!job) return
      thread.job = job
      thread.worker.ref()
      thread.timer = setTimeout(() => drop(thread, new PathwaysTimeoutError('the pathways took too long')), timeout)
      thread.worker.postMessage(job.request)
    }
  }

  function start(): Thread {
    const thread: Thread = { worker: new Worker(workerFile('platform/pathway-worker')) }
    threads.add(thread)
    thread.worker.on('message', (solution: PlanSolution) => {
      const { job } = thread
      rest(thread)
      job?.resolve(solution)
      work()
    })
    thread.worker.on('error', (error) => drop(thread, error instanceof Error ? error : new Error(String(error))))
    thread.worker.on('exit', () => drop(thread, new Error('a pathway thread ended')))
    return thread
  }

  function rest(thread: Thread): void {
    clearTimeout(thread.timer)
    delete thread.job
    thread.worker.unref()
  }

  /** Gives up a thread and what it was doing; the next request starts another. */
  function drop(thread: Thread, error: Error): void {
    if (!threads.delete(thread)) return
    const { job } = thread
    rest(thread)
    void thread.worker.terminate()
    job?.reject(error)
    work()
  }

  async function close(): Promise<void> {
    closed = true
    const error = new Error('the pathway threads have been ended')
    for (const job of waiting.splice(0)) job.reject(error)
    const workers = [...threads].map((thread) => thread.worker)
    for (const thread of [...threads]) drop(thread, error)
    await Promise.all(workers.map((worker) => worker.terminate()))
  }

  return { solve, close }
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
