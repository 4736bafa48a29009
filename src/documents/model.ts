import type { JourneyDocumentKind } from '../domain/stages.ts'
import type { Language } from '../platform/languages.ts'
import type { Chart } from '../ui/charts/chart.ts'

/** A piece of text. `language` is set only when it is not the document's. */
export type Run = string | { text: string; bold?: boolean; italic?: boolean; language?: string }

export type Rich = string | readonly Run[]

/** A cell holds one text, or several that each start a line. */
export type Cell = Rich | { lines: readonly Rich[] }

export type TableBlock = {
  kind: 'table'
  /** Shown above the table. */
  caption: string
  head: string[]
  /** The first cell of a row is its header. A row of one cell heads the rows below it. */
  rows: Cell[][]
  /** Relative widths of the columns. */
  widths: number[]
  /** Columns of figures, set to the right. */
  figures?: number[]
}

export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | { kind: 'paragraph'; text: Rich; tone?: 'lead' | 'quiet' }
  | { kind: 'bullets'; items: Rich[]; tone?: 'quiet' }
  | { kind: 'numbered'; items: Rich[] }
  | TableBlock
  /** `width`: share of the text's width, 1 unless told. */
  | { kind: 'figure'; chart: Chart; caption: string; width?: number }
  /** A note to keep in mind, or something found in the answers. */
  | { kind: 'callout'; tone: 'note' | 'finding'; title?: string; lines: Rich[] }
  | { kind: 'keyFigures'; figures: { value: string; label: string }[] }
  /** Check boxes to mark on paper, in a line or one below the other; `open`: the last one of a line asks for words. */
  | { kind: 'choices'; prompt?: Rich; options: Rich[]; inline?: boolean; open?: boolean }
  /** Ruled lines to write on. */
  | { kind: 'writing'; label: string; lines: number }
  /** Lines for names, dates and signatures. */
  | { kind: 'signatures'; labels: string[] }
  | { kind: 'pageBreak' }
  /** Stays on one page where it can. */
  | { kind: 'together'; blocks: Block[] }

export type DocumentKind =
  | JourneyDocumentKind
  | 'action-plan'
  | 'questionnaire'
  | 'interview-guide'
  | 'learning-board'
  | 'certificate'
  | 'template'

/** A document before it has a form: what it says, in one language, in order. Every renderer draws the same blocks. */
export type DocumentModel = {
  kind: DocumentKind
  language: Language
  title: string
  /** The line above the title: the service's or framework's name. */
  overline: string
  /** Whose document it is, in their words. */
  community?: string
  /** Shown beside the date: "Draft". */
  status?: string
  /** Date of the data, `YYYY-MM-DD`. It is the creation date of the file, so that the same values give the same bytes. */
  date: string
  /** Short facts under the title: date, framework and version, wording. */
  facts: string[]
  blocks: Block[]
}

/** The plain text of a rich text. */
export function plain(text: Rich): string {
  return typeof text === 'string' ? text : text.map((run) => (typeof run === 'string' ? run : run.text)).join('')
}

export function cellLines(cell: Cell): readonly Rich[] {
  return typeof cell === 'object' && 'lines' in cell ? cell.lines : [cell]
}

/** Strong text inside a sentence. */
export function strong(text: string): Run {
  return { text, bold: true }
}

/** Title of the file: what it is, and whose. */
export function titleOf({ title, community, status }: DocumentModel): string {
  const parts = [title, community ?? '', status ?? ''].filter((part) => part !== '')
  return parts.join(' – ')
}
