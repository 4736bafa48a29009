import type { DocumentModel } from './model.ts'
import { renderPdf } from './pdf.ts'
import { renderText } from './text.ts'
import { renderWord } from './word.ts'

export type DocumentFormat = 'pdf' | 'docx' | 'txt'

/** Draws a document in one format, on this thread: for the command line. A server uses `renderInWorker`. */
export async function renderDocument(document: DocumentModel, format: DocumentFormat): Promise<Uint8Array> {
  if (format === 'pdf') return renderPdf(document)
  if (format === 'docx') return renderWord(document)
  return new TextEncoder().encode(renderText(document))
}
