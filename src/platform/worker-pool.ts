import { Worker } from 'node:worker_threads'
import { BusyError } from './errors.ts'
import { workerFile } from './worker-file.ts'

export type WorkerPool<Request, Answer> = {
  /**
   * Has a request answered on a worker thread.
   *
   * @throws BusyError when too many requests wait, or when the answer takes too long
   * @throws Error what the worker threw, or that the pool has been closed
   */
  run(request: Request): Promise<Answer>
  /** Ends the threads; what is still waiting is rejected. */
  close(): Promise<void>
}

export type WorkerPoolOptions = {
  /** The worker's source below `src/`, without its ending. It answers each message with one message. */
  worker: string
  /** Most threads at once; each is started when it is first needed. */
  threads: number
  /** Most requests that may wait for a thread. */
  queue?: number
  /** Milliseconds for one request once it runs. */
  timeout?: number
}

type Job<Request, Answer> = {
  request: Request
  resolve: (answer: Answer) => void
  reject: (error: Error) => void
}
type Thread<Request, Answer> = { worker: Worker; job?: Job<Request, Answer>; timer?: NodeJS.Timeout }

/** Worker threads that share a queue. An idle pool does not keep the process alive; a thread that fails is replaced. */
export function createWorkerPool<Request, Answer>(options: WorkerPoolOptions): WorkerPool<Request, Answer> {
  const { worker: name, threads: most, queue: longest = 64, timeout = 60_000 } = options
  const threads = new Set<Thread<Request, Answer>>()
  const waiting: Job<Request, Answer>[] = []
  let closed = false

  function run(request: Request): Promise<Answer> {
    if (closed) return Promise.reject(new Error(`the threads of ${name} have been ended`))
    if (waiting.length >= longest) return Promise.reject(new BusyError(`too many requests wait for ${name}`))
    return new Promise((resolve, reject) => {
      waiting.push({ request, resolve, reject })
      work()
    })
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
      thread.timer = setTimeout(() => drop(thread, new BusyError(`${name} took too long`)), timeout)
      thread.worker.postMessage(job.request)
    }
  }

  function start(): Thread<Request, Answer> {
    const thread: Thread<Request, Answer> = { worker: new Worker(workerFile(name)) }
    threads.add(thread)
    thread.worker.on('message', (answer: Answer) => {
      const { job } = thread
      rest(thread)
      job?.resolve(answer)
      work()
    })
    thread.worker.on('error', (error) => drop(thread, error instanceof Error ? error : new Error(String(error))))
    thread.worker.on('exit', () => drop(thread, new Error(`a thread of ${name} ended`)))
    return thread
  }

  function rest(thread: Thread<Request, Answer>): void {
    clearTimeout(thread.timer)
    delete thread.job
    thread.worker.unref()
  }

  /** Gives up a thread and what it was doing; the next request starts another. */
  function drop(thread: Thread<Request, Answer>, error: Error): void {
    if (!threads.delete(thread)) return
    const { job } = thread
    rest(thread)
    void thread.worker.terminate()
    job?.reject(error)
    work()
  }

  async function close(): Promise<void> {
    closed = true
    const error = new Error(`the threads of ${name} have been ended`)
    for (const job of waiting.splice(0)) job.reject(error)
    const workers = [...threads].map((thread) => thread.worker)
    for (const thread of [...threads]) drop(thread, error)
    await Promise.all(workers.map((worker) => worker.terminate()))
  }

  return { run, close }
}
