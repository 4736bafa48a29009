import { CsvError, parse } from 'csv-parse/browser/esm/sync'

/** A CSV file in cells: its header, its records, and the row of each as a spreadsheet numbers them (the header is row 1). */
export type CsvCells = { header: string[]; records: string[][]; lines: number[] }

/** `row`: where the text stops being a table, numbered as above. */
export type CsvReading = { ok: true; cells: CsvCells } | { ok: false; row: number }

/**
 * Splits CSV text (RFC 4180; a byte order mark, either line end, and `;` or tab in place of the comma are fine). Empty cells
 * after the last column are dropped: spreadsheets add one for every column that was ever used. Of an apostrophe that shields a cell
 * (see `writeCsv`) nothing is left. Runs in Node and in a browser.
 *
 * @returns not ok when quotes are not closed or stand where they cannot
 */
export function readCsv(text: string): CsvReading {
  let rows: string[][]
  try {
    rows = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: false,
    })
  } catch (fault) {
    if (!(fault instanceof CsvError)) throw fault
    return { ok: false, row: rowOf(fault) }
  }
  const header = withoutEmptyEnd(rows[0] ?? [], 0)
  const records = rows.slice(1).map((cells) => withoutEmptyEnd(cells, header.length).map(unshielded))
  return { ok: true, cells: { header, records, lines: records.map((_, index) => index + 2) } }
}

/** Cuts empty cells at the end, but leaves `least` cells if there are so many. */
function withoutEmptyEnd(cells: readonly string[], least: number): string[] {
  const used = cells.findLastIndex((cell) => cell.trim() !== '') + 1
  return cells.slice(0, Math.max(used, least))
}

/** Spreadsheets in French write semicolons. The header decides: it holds names only. */
function delimiterOf(text: string): string {
  const [header = ''] = text.split(/\r\n|\r|\n/, 1)
  const count = (delimiter: string) => header.split(delimiter).length
  return [',', ';', '\t'].reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best))
}

function rowOf(fault: CsvError): number {
  return 'records' in fault && typeof fault.records === 'number' ? fault.records + 1 : 1
}

/**
 * Writes CSV with commas and CRLF, quoting where needed, with a byte order mark so that spreadsheets read UTF-8.
 *
 * A spreadsheet would run a cell that begins with `=`, `+`, `-`, `@`, a tab or a line end as a formula. Such a cell, unless it is
 * a number, gets an apostrophe in front; so does one that begins with apostrophes and then such a character, so that reading, which
 * takes one apostrophe from either, gives back what was written.
 */
export function writeCsv(header: readonly string[], records: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => cells.map(quoted).join(',')
  return `\uFEFF${[header, ...records.map((cells) => cells.map(shielded))].map(line).join('\r\n')}\r\n`
}

const formula = /^'*[=+\-@\t\r\n]/
const number = /^[+-]?\d+([.,]\d+)?$/

function shielded(cell: string): string {
  return formula.test(cell) && !number.test(cell) ? `'${cell}` : cell
}

function unshielded(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell
}

function quoted(cell: string): string {
  return /[",;\r\n\t]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
