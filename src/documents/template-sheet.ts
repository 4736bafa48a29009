import writeExcelFile, { type Row, type Sheet } from 'write-excel-file/node'
import type { TemplateColumn, TemplateField } from '../content/schema.ts'
import { say } from '../content/text.ts'
import { readNumber } from '../domain/course-check.ts'
import { type TemplateRow, templateChoices, templateRows, templateText } from '../domain/template-values.ts'
import type { Language } from '../platform/languages.ts'
import { palette } from '../ui/charts/palette.ts'
import { templateMessages } from './messages-template.ts'
import { cellText, optionTexts, type TemplateDocumentValues } from './template-document.ts'
import { readZip, writeZip } from './zip.ts'

type RowsField = Extract<TemplateField, { kind: 'rows' }>
type SimpleField = Exclude<TemplateField, RowsField>
type SheetOfFile = Sheet<never>

const headCell = { fontWeight: 'bold', backgroundColor: palette.wash, wrap: true, alignVertical: 'top' } as const
const textCell = { wrap: true, alignVertical: 'top', type: String } as const
const isoDate = 'yyyy-mm-dd'

/**
 * A template as a spreadsheet: a sheet with every question and its answer, and a sheet of its own for each table, with a head
 * that stays in sight. Numbers are numbers and dates are dates; what people typed is never a formula.
 *
 * @returns an .xlsx file; the same values give the same bytes
 */
export async function templateSheet(given: TemplateDocumentValues): Promise<Uint8Array> {
  const tables = given.body.sections.flatMap((section) => section.fields.filter((field) => field.kind === 'rows'))
  const names = sheetNames([
    templateMessages[given.language].formSheet,
    ...tables.map((field) => label(field, given.language)),
  ])
  const nameOf = (field: RowsField) => names[tables.indexOf(field) + 1] ?? ''
  const sheets = [
    formSheet(given, names[0] ?? '', nameOf),
    ...tables.map((field) => tableSheet(field, given, nameOf(field))),
  ]
  const file = await writeExcelFile(sheets, { fontFamily: 'Arial', fontSize: 11 }).toBuffer()
  return new Uint8Array(writeZip(readZip(Buffer.from(file)), given.date))
}

function formSheet(given: TemplateDocumentValues, sheet: string, nameOf: (field: RowsField) => string): SheetOfFile {
  const { title, body, language, community } = given
  const t = templateMessages[language]
  const wide = { columnSpan: 3, wrap: true } as const
  const data: Row[] = [
    [{ value: say(title, language).text, fontWeight: 'bold', fontSize: 14, columnSpan: 3 }, null, null],
    ...(community ? [[{ value: community, ...wide, type: String }, null, null] as Row] : []),
    [{ value: say(body.intro, language).text, ...wide, height: 48, alignVertical: 'top' }, null, null],
    [t.question, t.answer, t.help].map((value) => ({ value, ...headCell })),
  ]
  for (const section of body.sections) {
    data.push([{ value: say(section.title, language).text, fontWeight: 'bold', columnSpan: 3 }, null, null])
    for (const field of section.fields) {
      const answer =
        field.kind === 'rows' ? { value: t.ownSheet(nameOf(field)), ...textCell } : answerCell(field, given)
      data.push([{ value: label(field, language), ...textCell }, answer, { value: help(field, language), ...textCell }])
    }
  }
  return { sheet, data, columns: [{ width: 42 }, { width: 60 }, { width: 42 }] }
}

function answerCell(field: SimpleField, { values, language }: TemplateDocumentValues): Row[number] {
  if (values === undefined) return { value: '', ...textCell }
  if ('options' in field) {
    const chosen = templateChoices(values, field.id)
    const texts = field.options.filter(({ id }) => chosen.includes(id)).map(({ text }) => say(text, language).text)
    return { value: texts.join('\n'), ...textCell }
  }
  return typedCell(field.kind, templateText(values, field.id))
}

function tableSheet(field: RowsField, { values, language }: TemplateDocumentValues, sheet: string): SheetOfFile {
  const t = templateMessages[language]
  const head: Row = field.columns.map((column) => {
    const options = optionTexts(column, language).join(t.or)
    const name = say(column.label, language).text
    return { value: options === '' ? name : t.withHint(name, options), ...headCell }
  })
  const rows = values === undefined ? [] : templateRows(values, field.id)
  const empty = Array.from({ length: Math.max(0, field.rows - rows.length) }, (): TemplateRow => ({}))
  const data = [...rows, ...empty].map((row): Row => field.columns.map((column) => tableCell(column, row, language)))
  return {
    sheet,
    data: [head, ...data],
    columns: field.columns.map(({ kind }) => ({ width: kind === 'line' ? 36 : 20 })),
    stickyRowsCount: 1,
    orientation: 'landscape',
  }
}

function tableCell(column: TemplateColumn, row: TemplateRow, language: Language): Row[number] {
  const typed = row[column.id] ?? ''
  return column.kind === 'choice'
    ? { value: cellText(column, row, language), ...textCell }
    : typedCell(column.kind, typed)
}

/** A number or a date as such; anything else, and what cannot be read as one, as text. */
function typedCell(kind: 'line' | 'text' | 'number' | 'date', typed: string): Row[number] {
  const number = kind === 'number' ? readNumber(typed) : undefined
  if (number !== undefined) return { value: number, type: Number, alignVertical: 'top' }
  if (kind === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(typed)) {
    return { value: new Date(`${typed}T00:00:00Z`), type: Date, format: isoDate, alignVertical: 'top' }
  }
  return { value: typed, ...textCell }
}

function help(field: TemplateField, language: Language): string {
  const t = templateMessages[language]
  const hint = field.hint ? [say(field.hint, language).text] : []
  const shape = field.kind === 'number' ? [t.number] : field.kind === 'date' ? [t.date] : []
  const options = 'options' in field ? [field.options.map(({ text }) => say(text, language).text).join(t.or)] : []
  return [...hint, ...shape, ...options].join('\n')
}

function label(field: TemplateField, language: Language): string {
  return say(field.label, language).text
}

/** Names that a sheet may have: at most 31 characters, none of `[ ] : * ? / \`, no two alike whatever their capitals. */
function sheetNames(titles: readonly string[]): string[] {
  const taken = new Set<string>()
  return titles.map((title) => {
    const plain = title
      .replace(/[[\]:*?/\\]/g, ' ')
      .replace(/\s+/g, ' ')
      .replace(/^'|'$/g, '')
      .trim()
    let name = plain.slice(0, 31).trim()
    for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${plain.slice(0, 27).trim()} (${count})`
    taken.add(name.toLowerCase())
    return name
  })
}
