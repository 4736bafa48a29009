import { createWorkerPool, type WorkerPool } from '../platform/worker-pool.ts'
import type { DocumentModel } from './model.ts'
import type { DocumentFormat } from './render.ts'

/** `template`: the host's own Word template, where it has one. */
export type DocumentRequest = { document: DocumentModel; format: DocumentFormat; template?: Uint8Array | undefined }

/** One thread: a warm compiler draws a document in a moment, and each compiler holds the fonts in memory. */
const threads = 1

let shared: WorkerPool<DocumentRequest, Uint8Array> | undefined

/**
 * Draws a document on the process's one document thread, off the thread that serves people.
 *
 * @throws BusyError when too many documents wait, or when drawing takes too long
 * @throws Error when the document cannot be drawn
 */
export function renderInWorker(
  document: DocumentModel,
  format: DocumentFormat,
  template?: Uint8Array,
): Promise<Uint8Array> {
  shared ??= createWorkerPool({ worker: 'documents/documents-worker', threads })
  return shared.run({ document, format, template })
}

/** Ends the process's document thread, for a clean stop. */
export async function closeDocumentThread(): Promise<void> {
  await shared?.close()
  shared = undefined
}
