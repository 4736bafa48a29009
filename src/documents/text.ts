import { documentMessages } from './messages.ts'
import { type Block, type Cell, cellLines, type DocumentModel, plain, type TableBlock } from './model.ts'

const width = 76

/**
 * Writes a document as plain text for slow connections and screen readers: lines of at most 76 characters, tables as one
 * paragraph a row, a picture as its alternative text. Stays far under 200 kB for any pack of this kind.
 */
export function renderText(document: DocumentModel): string {
  const { title, overline, community, status, facts, language } = document
  const head = [
    title.toLocaleUpperCase(language),
    ...(community === undefined ? [] : [community]),
    overline,
    [...(status === undefined ? [] : [status]), ...facts].join(' · '),
  ]
  const body = document.blocks.flatMap((block) => drawBlock(block, document))
  const text = [head.map((line) => wrap(line)).join('\n'), ...body].join('\n\n')
  return `${text.replaceAll('\u00a0', ' ').replaceAll(/[ \t]+$/gm, '')}\n`
}

function drawBlock(block: Block, document: DocumentModel): string[] {
  const t = documentMessages[document.language]
  switch (block.kind) {
    case 'heading': {
      const lines = wrap(block.level === 1 ? block.text.toLocaleUpperCase(document.language) : block.text)
      const longest = Math.max(...lines.split('\n').map((line) => line.length))
      const mark = block.level === 1 ? '=' : '-'
      return [`${block.level === 1 ? '\n' : ''}${lines}\n${mark.repeat(longest)}`]
    }
    case 'paragraph':
      return [wrap(plain(block.text))]
    case 'bullets':
      return [block.items.map((item) => wrap(plain(item), '- ')).join('\n')]
    case 'numbered':
      return [block.items.map((item, index) => wrap(plain(item), `${index + 1}. `)).join('\n')]
    case 'table':
      return [wrap(`${t.colon(t.table)}${block.caption}`), ...drawTable(block, document)]
    case 'figure':
      return [wrap(`${t.colon(t.figure)}${block.caption}`), wrap(block.chart.alt, '  ')]
    case 'callout': {
      const lines = [...(block.title === undefined ? [] : [block.title]), ...block.lines.map(plain)]
      return [lines.map((line) => wrap(line, '| ', '| ')).join('\n')]
    }
    case 'keyFigures':
      return [block.figures.map(({ value, label }) => wrap(`${value} ${label}`, '* ')).join('\n')]
    case 'choices': {
      const options = block.options.map((option) => wrap(plain(option), '[ ] '))
      return [[...(block.prompt === undefined ? [] : [wrap(plain(block.prompt))]), ...options].join('\n')]
    }
    case 'writing':
      return [`${block.label} ${'_'.repeat(Math.max(8, width - block.label.length - 1))}`]
    case 'signatures':
      return [block.labels.map((label) => `${label} ${'_'.repeat(Math.max(8, width - label.length - 1))}`).join('\n\n')]
    case 'pageBreak':
      return []
    case 'together':
      return block.blocks.flatMap((inner) => drawBlock(inner, document))
  }
}

/** A row reads "header", then a line for each column with the name of the column. */
function drawTable({ head, rows }: TableBlock, { language }: DocumentModel): string[] {
  const t = documentMessages[language]
  const text = (cell: Cell) =>
    cellLines(cell)
      .map(plain)
      .filter((line) => line !== '')
      .join(' ')
  return rows.map((row) => {
    const [first = '', ...others] = row.map(text)
    if (others.length === 0 && head.length > 1) return wrap(`* ${first} *`)
    const cells = others.map((cell, index) => wrap(`${t.colon(head[index + 1] ?? '')}${cell}`, '  ', '    '))
    return [wrap(first), ...cells].join('\n')
  })
}

/** Breaks a text at spaces; the first line starts with `start`, the others line up with it. */
function wrap(text: string, start = '', next = ' '.repeat(start.length)): string {
  const lines: string[] = []
  let line = start
  let empty = true
  for (const word of text.split(/ +/)) {
    if (!empty && line.length + 1 + word.length > width) {
      lines.push(line)
      line = next
      empty = true
    }
    line += empty ? word : ` ${word}`
    empty = false
  }
  return [...lines, line].join('\n')
}
