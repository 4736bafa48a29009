import { PatchType, patchDocument } from 'docx'
import type { DocumentModel } from './model.ts'
import { typeset } from './typeset.ts'
import { wordParts } from './word.ts'
import { withFixedParts } from './word-package.ts'
import { readZip, writeZip, type ZipEntry } from './zip.ts'

/** The word between double braces that a template holds, alone in a paragraph, where the document goes. */
export const templateWord = 'waymark'

export type TemplateProblem = 'not-word' | 'no-placeholder' | 'several-placeholders' | 'placeholder-not-alone'

/** A file that cannot serve as a template, and why. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError'
  readonly problem: TemplateProblem
  constructor(problem: TemplateProblem) {
    super(`the Word template cannot be used: ${problem}`)
    this.problem = problem
  }
}

/** Checks a file that is to be the host's template: a Word file with one paragraph that says {{waymark}} and nothing else. */
export function checkWordTemplate(template: Uint8Array): { ok: true } | { ok: false; problem: TemplateProblem } {
  let body: string | undefined
  try {
    const entries = readZip(Buffer.from(template))
    body = entries.find((entry) => entry.name === 'word/document.xml')?.bytes.toString('utf8')
  } catch {
    body = undefined
  }
  if (body === undefined) return { ok: false, problem: 'not-word' }
  const placeholder = `{{${templateWord}}}`
  const holding = paragraphsOf(body).filter((text) => text.includes(placeholder))
  if (holding.length === 0) return { ok: false, problem: 'no-placeholder' }
  if (holding.length > 1) return { ok: false, problem: 'several-placeholders' }
  return holding[0]?.trim() === placeholder ? { ok: true } : { ok: false, problem: 'placeholder-not-alone' }
}

/** The text of each paragraph; Word may break a word into several runs. */
function paragraphsOf(xml: string): string[] {
  return xml
    .split('</w:p>')
    .map((part) => [...part.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/g)].map((match) => match[1]).join(''))
}

/**
 * Draws a document into the host's own Word file: its letterhead, margins, fonts and heading styles stay, and the document stands
 * where the placeholder stood.
 *
 * @throws TemplateError when the file cannot serve
 */
export async function renderWithTemplate(document: DocumentModel, template: Uint8Array): Promise<Uint8Array> {
  const checked = checkWordTemplate(template)
  if (!checked.ok) throw new TemplateError(checked.problem)
  const model = typeset(document)
  const { children, numbering } = wordParts(model)
  const patched = await patchDocument({
    outputType: 'nodebuffer',
    data: template,
    numbering,
    patches: { [templateWord]: { type: PatchType.DOCUMENT, children } },
  })
  return withFixedParts(inTemplateStyles(patched, model.date), model.date)
}

/** Our names of styles, and the names that Word gives them in every language of its own. */
const styleNames: Record<string, string> = {
  Title: 'title',
  Heading1: 'heading 1',
  Heading2: 'heading 2',
  Heading3: 'heading 3',
  Caption: 'caption',
  ListParagraph: 'list paragraph',
}

/** A French Word calls the style "heading 1" `Titre1`: headings take the template's own styles by name. */
function inTemplateStyles(file: Buffer, date: string): Buffer {
  const entries = readZip(file)
  const styles = entries.find((entry) => entry.name === 'word/styles.xml')?.bytes.toString('utf8') ?? ''
  const ids = new Map<string, string>()
  for (const [, id = '', name = ''] of styles.matchAll(
    /<w:style\b[^>]*w:styleId="([^"]+)"[^>]*>\s*<w:name w:val="([^"]+)"/g,
  )) {
    ids.set(name.toLowerCase(), id)
  }
  const restyled = (entry: ZipEntry): ZipEntry =>
    entry.name !== 'word/document.xml'
      ? entry
      : {
          ...entry,
          bytes: Buffer.from(
            entry.bytes
              .toString('utf8')
              .replaceAll(/<w:pStyle w:val="([^"]+)"/g, (whole, id: string) =>
                ids.has(styleNames[id] ?? '') ? `<w:pStyle w:val="${ids.get(styleNames[id] ?? '')}"` : whole,
              ),
          ),
        }
  return writeZip(entries.map(restyled), date)
}
