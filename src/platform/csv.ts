import { parse } from 'csv-parse/browser/esm/sync'

/** A CSV file in cells: its header, its records, and the row of each as a spreadsheet numbers them (the header is row 1). */
export type CsvCells = { header: string[]; records: string[][]; lines: number[] }

/**
 * Splits CSV text (RFC 4180; a byte order mark, either line end, and `;` or tab in place of the comma are fine). Empty cells
 * after the last column are dropped: spreadsheets add one for every column that was ever used. Runs in Node and in a browser.
 *
 * @returns undefined when quotes are not closed or stand where they cannot
 */
export function readCsv(text: string): CsvCells | undefined {
  try {
    const rows: string[][] = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: false,
    })
    const header = withoutEmptyEnd(rows[0] ?? [], 0)
    const records = rows.slice(1).map((cells) => withoutEmptyEnd(cells, header.length))
    return { header, records, lines: records.map((_, index) => index + 2) }
  } catch {
    return undefined
  }
}

/** Cuts empty cells at the end, but leaves `least` cells if there are so many. */
function withoutEmptyEnd(cells: readonly string[], least: number): string[] {
  const used = cells.findLastIndex((cell) => cell.trim() !== '') + 1
  return cells.slice(0, Math.max(used, least))
}

/** Spreadsheets in French write semicolons. The header decides: it holds names only. */
function delimiterOf(text: string): string {
  const [header = ''] = text.split(/\r?\n/, 1)
  const count = (delimiter: string) => header.split(delimiter).length
  return [',', ';', '\t'].reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best))
}

/** Writes CSV with commas and CRLF, quoting where needed, with a byte order mark so that spreadsheets read UTF-8. */
export function writeCsv(header: readonly string[], records: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => cells.map(quoted).join(',')
  return `\uFEFF${[header, ...records].map(line).join('\r\n')}\r\n`
}

function quoted(cell: string): string {
  return /[",;\r\n\t]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
