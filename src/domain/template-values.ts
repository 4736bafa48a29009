import type { TemplateBody, TemplateColumn, TemplateField } from '../content/schema.ts'
import { readNumber } from './course-check.ts'

/** One line of a table: column id -> what was written. A cell left empty is missing. */
export type TemplateRow = Readonly<Record<string, string>>

/**
 * What people filled in: field id -> value. A line, text, number (as typed) or date (`YYYY-MM-DD`) is one string, `choice` the
 * id of its option, `choices` the ids of several, `rows` its lines. A field left empty is missing.
 */
export type TemplateValues = Readonly<Record<string, string | readonly string[] | readonly TemplateRow[]>>

/** What is wrong with a field; the words for it are the room's. `row` counts from 0. */
export type TemplateProblem = {
  field: string
  row?: number
  column?: string
  problem: 'not-a-number' | 'not-a-date' | 'unknown-choice' | 'too-long' | 'too-many-rows'
}

/** Longest texts, in characters, and longest tables. Generous: they only keep a form from growing without end. */
export const templateLimits = { line: 500, text: 10_000, rows: 200 } as const

/** Name of the form field: `section.field`. */
export function templateFieldName(section: string, field: string): string {
  return `${section}.${field}`
}

/** Name of the form field of a table's cell: `field.0.column`, rows counting from 0. */
export function templateCellName(field: string, row: number, column: string): string {
  return `${field}.${row}.${column}`
}

/** The fields of a template in order, each with the section it stands in. */
export function templateFields(body: TemplateBody): { section: string; field: TemplateField }[] {
  return body.sections.flatMap((section) => section.fields.map((field) => ({ section: section.id, field })))
}

/**
 * Reads a posted form. Everything that was typed is kept, also what is wrong, so that the form can be shown again with it.
 *
 * @param valuesOf all values that were posted under a field's name; none: an empty list
 * @returns `values` without what was left empty (empty lines of tables go too), and one problem for each field that does not fit
 */
export function templateValuesFromForm(
  body: TemplateBody,
  valuesOf: (name: string) => readonly string[],
): { values: TemplateValues; problems: TemplateProblem[] } {
  const values: Record<string, TemplateValues[string]> = {}
  for (const { section, field } of templateFields(body)) {
    if (field.kind === 'rows') {
      const rows = rowsFromForm(field.id, field.columns, valuesOf)
      if (rows.length > 0) values[field.id] = rows
      continue
    }
    const posted = valuesOf(templateFieldName(section, field.id)).map(clean)
    if (field.kind === 'choices') {
      const chosen = [...new Set(posted.filter((value) => value !== ''))]
      if (chosen.length > 0) values[field.id] = chosen
    } else if (posted[0] !== undefined && posted[0] !== '') values[field.id] = posted[0]
  }
  return { values, problems: templateProblems(body, values) }
}

function rowsFromForm(
  field: string,
  columns: readonly TemplateColumn[],
  valuesOf: (name: string) => readonly string[],
): TemplateRow[] {
  const rows: TemplateRow[] = []
  // One row more than allowed is read, so that too many are noticed.
  for (let row = 0; row <= templateLimits.rows; row++) {
    const cells = columns.flatMap((column) => {
      const value = clean(valuesOf(templateCellName(field, row, column.id))[0] ?? '')
      return value === '' ? [] : [[column.id, value] as const]
    })
    if (cells.length > 0) rows.push(Object.fromEntries(cells))
  }
  return rows
}

/** Browsers send line ends as CR LF; a text keeps one form. Control signs, which no office file may hold, are taken out. */
function clean(value: string): string {
  return value
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .trim()
}

/** One problem for each value that does not fit its field. Nothing is required: a template may be filled in step by step. */
export function templateProblems(body: TemplateBody, values: TemplateValues): TemplateProblem[] {
  return templateFields(body).flatMap(({ field }) => {
    const value = values[field.id]
    if (value === undefined) return []
    if (field.kind === 'rows') return rowProblems(field.id, field.columns, templateRows(values, field.id))
    const options = 'options' in field ? field.options : undefined
    const given = typeof value === 'string' ? [value] : value.filter((one) => typeof one === 'string')
    return given.flatMap((text) => {
      const problem = problemOf(field.kind, text, options)
      return problem === undefined ? [] : [{ field: field.id, problem }]
    })
  })
}

function rowProblems(
  field: string,
  columns: readonly TemplateColumn[],
  rows: readonly TemplateRow[],
): TemplateProblem[] {
  const tooMany: TemplateProblem[] = rows.length > templateLimits.rows ? [{ field, problem: 'too-many-rows' }] : []
  const cells = rows.flatMap((cellsOfRow, row) =>
    columns.flatMap((column): TemplateProblem[] => {
      const text = cellsOfRow[column.id]
      const problem = text === undefined ? undefined : problemOf(column.kind, text, column.options)
      return problem === undefined ? [] : [{ field, row, column: column.id, problem }]
    }),
  )
  return [...tooMany, ...cells]
}

function problemOf(
  kind: Exclude<TemplateField['kind'], 'rows'> | TemplateColumn['kind'],
  text: string,
  options: readonly { id: string }[] | undefined,
): TemplateProblem['problem'] | undefined {
  switch (kind) {
    case 'number':
      return readNumber(text) === undefined ? 'not-a-number' : undefined
    case 'date':
      return isDate(text) ? undefined : 'not-a-date'
    case 'choice':
    case 'choices':
      return options?.some(({ id }) => id === text) ? undefined : 'unknown-choice'
    default:
      return text.length > templateLimits[kind] ? 'too-long' : undefined
  }
}

/** A day that the calendar has, as `YYYY-MM-DD`. */
function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

/** The lines of a table; an empty list where there are none. */
export function templateRows(values: TemplateValues, field: string): readonly TemplateRow[] {
  const value = values[field]
  return Array.isArray(value) ? (value as readonly unknown[]).filter(isRow) : []
}

function isRow(value: unknown): value is TemplateRow {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The one value of a field as text; empty where there is none. */
export function templateText(values: TemplateValues, field: string): string {
  const value = values[field]
  return typeof value === 'string' ? value : ''
}

/** The ids of the options chosen of a `choice` or `choices` field. */
export function templateChoices(values: TemplateValues, field: string): readonly string[] {
  const value = values[field]
  if (typeof value === 'string') return value === '' ? [] : [value]
  return Array.isArray(value) ? (value as readonly unknown[]).filter((one) => typeof one === 'string') : []
}

/** How many fields hold something, of how many. A table counts as one. */
export function templateProgress(body: TemplateBody, values: TemplateValues): { filled: number; fields: number } {
  const fields = templateFields(body)
  return { filled: fields.filter(({ field }) => values[field.id] !== undefined).length, fields: fields.length }
}
