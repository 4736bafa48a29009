import { Worker } from 'node:worker_threads'
import { workerFile } from '../platform/worker-file.ts'
import type { DocumentModel } from './model.ts'
import type { DocumentFormat } from './render.ts'

export type DocumentRequest = { document: DocumentModel; format: DocumentFormat }
export type DocumentAnswer = { ok: true; bytes: Uint8Array } | { ok: false; reason: string }

/** Too many documents are waiting: worth asking again in a moment. */
export class DocumentsBusyError extends Error {
  override readonly name = 'DocumentsBusyError'
}

/** A document was not drawn in the time allowed. */
export class DocumentsTimeoutError extends Error {
  override readonly name = 'DocumentsTimeoutError'
}

export type DocumentThread = {
  /**
   * Draws one document after the other, off the thread that serves people.
   * @throws DocumentsBusyError when the queue is full
   * @throws DocumentsTimeoutError when drawing takes too long
   * @throws Error when the document cannot be drawn
   */
  render(document: DocumentModel, format: DocumentFormat): Promise<Uint8Array>
  /** Ends the thread; what is still waiting is rejected. */
  close(): Promise<void>
}

type Job = DocumentRequest & { resolve: (bytes: Uint8Array) => void; reject: (error: Error) => void }

/**
 * A thread with a warm compiler, started by the first document and started again if it ends. It does not keep the process alive.
 * @param options.queue most documents that may wait
 * @param options.timeout milliseconds for one document once it is its turn
 */
export function createDocumentThread(options: { queue?: number; timeout?: number } = {}): DocumentThread {
  const { queue: longest = 64, timeout = 60_000 } = options
  const waiting: Job[] = []
  let worker: Worker | undefined
  let current: Job | undefined
  let timer: NodeJS.Timeout | undefined
  let closed = false

  function render(document: DocumentModel, format: DocumentFormat): Promise<Uint8Array> {
    if (closed) return Promise.reject(new Error('the document thread has been ended'))
    if (waiting.length >= longest) return Promise.reject(new DocumentsBusyError('too many documents at once'))
    return new Promise((resolve, reject) => {
      waiting.push({ document, format, resolve, reject })
      work()
    })
  }

  function work(): void {
    if (current !== undefined || waiting.length === 0) return
    current = waiting.shift()
    if (current === undefined) return
    worker ??= start()
    worker.ref()
    timer = setTimeout(() => drop(new DocumentsTimeoutError('the document took too long')), timeout)
    worker.postMessage({ document: current.document, format: current.format } satisfies DocumentRequest)
  }

  function start(): Worker {
    const thread = new Worker(workerFile('documents/documents-worker'))
    const ended = (error: Error) => {
      if (worker === thread) drop(error)
    }
    thread.on('message', (answer: DocumentAnswer) => {
      const job = finish()
      if (answer.ok) job?.resolve(answer.bytes)
      else job?.reject(new Error(answer.reason))
      thread.unref()
      work()
    })
    thread.on('error', (error) => ended(error instanceof Error ? error : new Error(String(error))))
    thread.on('exit', () => ended(new Error('the document thread ended')))
    return thread
  }

  function finish(): Job | undefined {
    clearTimeout(timer)
    const job = current
    current = undefined
    return job
  }

  /** Gives up the thread and what it was doing; the next document starts another. */
  function drop(error: Error): void {
    const thread = worker
    worker = undefined
    finish()?.reject(error)
    void thread?.terminate()
    work()
  }

  async function close(): Promise<void> {
    closed = true
    const error = new Error('the document thread has been ended')
    for (const job of waiting.splice(0)) job.reject(error)
    const thread = worker
    drop(error)
    await thread?.terminate()
  }

  return { render, close }
}

let shared: DocumentThread | undefined

/** Draws a document on the process's one document thread. See `DocumentThread.render`. */
export function renderInWorker(document: DocumentModel, format: DocumentFormat): Promise<Uint8Array> {
  shared ??= createDocumentThread()
  return shared.render(document, format)
}

/** Ends the process's document thread, for a clean stop. */
export async function closeDocumentThread(): Promise<void> {
  await shared?.close()
  shared = undefined
}
