import { CsvError, parse } from 'csv-parse/sync'
import type { AnswerRecords } from '../../domain/answers-file.ts'

/** Why a text is not a table. Rows count from 1, the header included, as a spreadsheet shows them. */
export type TableProblem =
  /** Separated by something else than commas. */
  { code: 'separator'; separator: ';' | 'tab' } | { code: 'broken-quotes'; row: number }

/**
 * Splits a CSV text into cells. What the cells mean is not looked at. Empty cells after the last column are dropped: spreadsheets add
 * one for every column that was ever used.
 */
export function readTable(text: string): { ok: true; records: AnswerRecords } | { ok: false; problem: TableProblem } {
  const firstLine = text.split(/\r\n|\r|\n/, 1)[0] ?? ''
  if (!firstLine.includes(',')) {
    if (firstLine.includes(';')) return { ok: false, problem: { code: 'separator', separator: ';' } }
    if (firstLine.includes('\t')) return { ok: false, problem: { code: 'separator', separator: 'tab' } }
  }
  let all: string[][]
  try {
    all = parse(text, { relax_column_count: true, skip_empty_lines: false })
  } catch (fault) {
    if (!(fault instanceof CsvError)) throw fault
    return { ok: false, problem: { code: 'broken-quotes', row: rowOf(fault) } }
  }
  const header = withoutEmptyEnd(all[0] ?? [], 0)
  const records = all.slice(1).map((cells) => withoutEmptyEnd(cells, header.length))
  return { ok: true, records: { header, records, lines: records.map((_, index) => index + 2) } }
}

/** Cuts empty cells at the end, but leaves `least` cells if there are so many. */
function withoutEmptyEnd(cells: readonly string[], least: number): string[] {
  const used = cells.findLastIndex((cell) => cell.trim() !== '') + 1
  return cells.slice(0, Math.max(used, least))
}

function rowOf(fault: CsvError): number {
  return 'records' in fault && typeof fault.records === 'number' ? fault.records + 1 : 1
}
