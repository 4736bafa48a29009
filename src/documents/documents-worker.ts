import { parentPort } from 'node:worker_threads'
import type { DocumentAnswer, DocumentRequest } from './in-worker.ts'
import { renderDocument } from './render.ts'

/** Answers each request with the file or with what went wrong; the compiler stays warm between requests. */
parentPort?.on('message', async ({ document, format }: DocumentRequest) => {
  let answer: DocumentAnswer
  try {
    answer = { ok: true, bytes: await renderDocument(document, format) }
  } catch (fault) {
    answer = { ok: false, reason: fault instanceof Error ? fault.message : String(fault) }
  }
  parentPort?.postMessage(answer)
})
