import { parentPort } from 'node:worker_threads'
import type { DocumentRequest } from './in-worker.ts'
import { renderDocument } from './render.ts'

/** Answers each request with the file; the compiler stays warm between requests. What it throws ends the thread, and the pool starts another. */
parentPort?.on('message', async ({ document, format, template }: DocumentRequest) => {
  parentPort?.postMessage(await renderDocument(document, format, template))
})
