import type { DocumentModel } from './model.ts'
import { renderPdf } from './pdf.ts'
import { renderText } from './text.ts'
import { renderWord } from './word.ts'
import { renderWithTemplate } from './word-template.ts'

export type DocumentFormat = 'pdf' | 'docx' | 'txt'

/** Draws a document in one format, on this thread: for the command line. A server uses `renderInWorker`. */
export async function renderDocument(
  document: DocumentModel,
  format: DocumentFormat,
  template?: Uint8Array,
): Promise<Uint8Array> {
  if (format === 'pdf') return renderPdf(document)
  if (format === 'docx') return template ? renderWithTemplate(document, template) : renderWord(document)
  return new TextEncoder().encode(renderText(document))
}
