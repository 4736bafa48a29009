import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { projectFolder } from '../platform/project-folder.ts'
import { palette } from '../ui/charts/palette.ts'
import { canDraw, documentFonts } from './fonts.ts'
import { documentMessages } from './messages.ts'
import { type Block, cellLines, type DocumentModel, type Rich, titleOf } from './model.ts'
import { typeset } from './typeset.ts'

/** Old results of the compiler's memory are dropped after this many documents. */
const keptCompilations = 8

let warm: { compiler: NodeCompiler; template: string } | undefined

/**
 * Draws a document as a tagged PDF that follows PDF/UA-1. Its data reaches the template as input and never as markup, so no
 * text can change the layout or run anything. The same document always gives the same bytes.
 *
 * @returns the bytes of the file, with its fonts inside
 * @throws Error when the template does not compile or the result breaks the standard (an alternative text is missing)
 */
export function renderPdf(document: DocumentModel): Uint8Array {
  warm ??= start()
  const { compiler, template } = warm
  const inputs = { data: JSON.stringify(drawable(forTemplate(typeset(document)))) }
  const compiled = compiler.compile({ mainFileContent: template, inputs })
  if (compiled.result === null) {
    const diagnostics = compiled.takeDiagnostics()
    const reasons = diagnostics === null ? [] : compiler.fetchDiagnostics(diagnostics)
    throw new Error(`the document could not be set: ${JSON.stringify(reasons)}`)
  }
  const bytes = compiler.pdf(compiled.result, { pdfStandard: 'ua-1' })
  compiler.evictCache(keptCompilations)
  return new Uint8Array(bytes)
}

function start(): { compiler: NodeCompiler; template: string } {
  const workspace = join(projectFolder, 'src', 'documents')
  return {
    compiler: NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: documentFonts() }] }),
    template: readFileSync(join(workspace, 'template.typ'), 'utf8'),
  }
}

/** The document as the template reads it: texts as lists of runs, pictures as SVG beside their alternative text. */
function forTemplate(document: DocumentModel) {
  const t = documentMessages[document.language]
  const [year, month, day] = document.date.split('-').map(Number)
  return {
    ...document,
    community: document.community ?? '',
    status: document.status ?? '',
    fullTitle: titleOf(document),
    day: { year, month, day },
    words: { page: t.page, of: t.of },
    palette,
    blocks: document.blocks.map(blockForTemplate),
  }
}

function runs(text: Rich): { text: string; bold?: boolean; italic?: boolean; language?: string }[] {
  const list = typeof text === 'string' ? [text] : text
  return list.map((run) => (typeof run === 'string' ? { text: run } : run)).filter((run) => run.text !== '')
}

function blockForTemplate(block: Block): unknown {
  switch (block.kind) {
    case 'paragraph':
      return { ...block, text: runs(block.text), tone: block.tone ?? '' }
    case 'bullets':
    case 'numbered':
      return { ...block, items: block.items.map(runs) }
    case 'table':
      return {
        ...block,
        figures: block.figures ?? [],
        rows: block.rows.map((row) => row.map((cell) => cellLines(cell).map(runs))),
      }
    case 'figure':
      return {
        kind: 'figure',
        svg: block.chart.svg,
        alt: block.chart.alt,
        caption: block.caption,
        width: block.width ?? 1,
      }
    case 'callout':
      return { ...block, title: block.title ?? '', lines: block.lines.map(runs) }
    case 'choices':
      return {
        ...block,
        prompt: block.prompt === undefined ? [] : runs(block.prompt),
        options: block.options.map(runs),
        inline: block.inline ?? false,
        open: block.open ?? false,
      }
    case 'together':
      return { ...block, blocks: block.blocks.map(blockForTemplate) }
    default:
      return block
  }
}

/** PDF/UA forbids text without a drawing, so a character the family lacks becomes a question mark, and marks of direction and joining go. */
function drawable(value: unknown): unknown {
  if (typeof value === 'string') return drawableText(value)
  if (Array.isArray(value)) return value.map(drawable)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, drawable(inner)]))
}

function drawableText(text: string): string {
  const composed = text
    .normalize('NFC')
    .replaceAll(/\p{Cf}|\p{Cc}|\p{Variation_Selector}/gu, (mark) => (mark === '\n' ? ' ' : ''))
  let drawn = ''
  for (const character of composed) drawn += canDraw(character.codePointAt(0) ?? 0) ? character : '?'
  return drawn
}
