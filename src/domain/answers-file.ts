import { type AnswerProblem, problem, shown } from './answer-problems.ts'
import { type AnswerColumn, answerColumns, type RawRow, readRows, requiredColumns } from './answer-rows.ts'
import type { AnswerRow, AnswerSet } from './answers.ts'
import type { EnginePack } from './engine-pack.ts'
import { isObject, readProfile } from './profile-answers.ts'
import { scaleOf } from './scale.ts'

export type { AnswerProblem, AnswerProblemCode } from './answer-problems.ts'

/** A CSV file split into cells: its header, then its records. `lines` may say in which line of the file each record begins. */
export type AnswerRecords = {
  header: readonly string[]
  records: readonly (readonly string[])[]
  lines?: readonly number[]
}

export type AnswersReading = { ok: true; answers: AnswerSet } | { ok: false; problems: AnswerProblem[] }

const fields = ['schemaVersion', 'answers', 'profile', 'needs', 'agreed', 'release', 'rubricVersions']
const releaseHash = /^[0-9a-f]{64}$/

/**
 * Reads an answers file: CSV records, or a JSON value (an object with `answers` and, if wanted, `profile`, `needs`, `agreed`, `release`
 * and `rubricVersions`; or the list of answers alone). All problems are collected; unknown columns, ids and values are problems, not ignored.
 */
export function readAnswers(pack: EnginePack, input: { records: AnswerRecords } | { json: unknown }): AnswersReading {
  const problems: AnswerProblem[] = []
  const answers: AnswerSet = { rows: [], profile: {}, needs: [], agreed: {} }
  if ('records' in input) {
    answers.rows = readRows(pack, rowsOfRecords(input.records, problems), problems)
  } else {
    const value = Array.isArray(input.json) ? { answers: input.json } : input.json
    if (!isObject(value)) return { ok: false, problems: [problem('wrong-type', {}, shown(input.json))] }
    readFields(pack, value, answers, problems)
    answers.rows = readRows(pack, rowsOfJson(value.answers, problems), problems)
  }
  if (answers.rows.length === 0 && problems.length === 0) problems.push(problem('no-rows', {}))
  return problems.length > 0 ? { ok: false, problems: inFileOrder(problems) } : { ok: true, answers }
}

/** Problems without a row first, then row by row; within a row as found. */
function inFileOrder(problems: readonly AnswerProblem[]): AnswerProblem[] {
  return problems.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0))
}

function rowsOfRecords({ header, records, lines }: AnswerRecords, problems: AnswerProblem[]): RawRow[] {
  const names = header.map((name) => name.replace(/^\uFEFF/, '').trim())
  if (names.every((name) => name === '')) {
    problems.push(problem('no-rows', {}))
    return []
  }
  names.forEach((name, index) => {
    if (!isColumn(name)) problems.push(problem('unknown-column', { row: 1, column: name }, name, answerColumns))
    else if (names.indexOf(name) < index) problems.push(problem('repeated-column', { row: 1, column: name }, name))
  })
  for (const name of requiredColumns) {
    if (!names.includes(name))
      problems.push(problem('missing-column', { row: 1, column: name }, undefined, requiredColumns))
  }
  // With a column missing or misspelt every row would be reported for the same reason.
  if (problems.length > 0) return []
  const rows: RawRow[] = []
  records.forEach((record, index) => {
    const row = lines?.[index] ?? index + 2
    if (record.every((cell) => cell.trim() === '')) return
    if (record.length !== names.length) {
      problems.push(problem('wrong-cell-count', { row }, String(record.length), [names.length]))
      return
    }
    const cells: RawRow['cells'] = {}
    names.forEach((name, place) => {
      if (isColumn(name)) cells[name] = (record[place] ?? '').trim()
    })
    rows.push({ row, cells })
  })
  return rows
}

function rowsOfJson(value: unknown, problems: AnswerProblem[]): RawRow[] {
  if (!Array.isArray(value)) {
    problems.push(problem('wrong-type', { column: 'answers' }, shown(value)))
    return []
  }
  return value.flatMap((item: unknown, index): RawRow[] => {
    const row = index + 1
    if (!isObject(item)) {
      problems.push(problem('wrong-type', { row }, shown(item)))
      return []
    }
    const cells: RawRow['cells'] = {}
    for (const [column, cell] of Object.entries(item)) {
      if (!isColumn(column)) problems.push(problem('unknown-column', { row, column }, column, answerColumns))
      else if (typeof cell === 'string' || typeof cell === 'number') cells[column] = String(cell).trim()
      else if (cell !== null) problems.push(problem('wrong-type', { row, column }, shown(cell)))
    }
    return [{ row, cells }]
  })
}

function isColumn(name: string): name is AnswerColumn {
  return (answerColumns as readonly string[]).includes(name)
}

function readFields(pack: EnginePack, value: Record<string, unknown>, answers: AnswerSet, problems: AnswerProblem[]) {
  const { schemaVersion, profile, needs, agreed, release, rubricVersions } = value
  for (const name of Object.keys(value)) {
    if (!fields.includes(name)) problems.push(problem('unknown-column', { column: name }, name, fields))
  }
  if (schemaVersion !== undefined && schemaVersion !== 1) {
    problems.push(problem('unknown-version', { column: 'schemaVersion' }, shown(schemaVersion), [1]))
  }
  if (isGiven(profile)) {
    const reading = readProfile(pack, profile, 'profile')
    if (reading.ok) answers.profile = reading.profile
    else problems.push(...reading.problems)
  }
  if (isGiven(needs)) answers.needs = readNeeds(pack, needs, problems)
  if (isGiven(agreed)) answers.agreed = readAgreed(pack, agreed, problems)
  if (isGiven(rubricVersions)) answers.rubricVersions = readVersions(pack, rubricVersions, problems)
  if (!isGiven(release)) return
  if (typeof release === 'string' && releaseHash.test(release)) answers.release = release
  else problems.push(problem('release-not-a-hash', { column: 'release' }, shown(release)))
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null
}

function readNeeds(pack: EnginePack, value: unknown, problems: AnswerProblem[]): string[] {
  const known = pack.components.map((component) => component.id)
  if (!Array.isArray(value)) {
    problems.push(problem('wrong-type', { column: 'needs' }, shown(value)))
    return []
  }
  for (const id of value) {
    if (!known.includes(id)) problems.push(problem('unknown-component', { column: 'needs' }, shown(id), known))
  }
  return [...new Set(value as string[])]
}

function readAgreed(pack: EnginePack, value: unknown, problems: AnswerProblem[]): AnswerSet['agreed'] {
  const components = pack.components.map((component) => component.id)
  const facets = pack.facets.map((facet) => facet.id)
  const { top } = scaleOf(pack)
  if (!isObject(value)) {
    problems.push(problem('wrong-type', { column: 'agreed' }, shown(value)))
    return {}
  }
  for (const [component, levels] of Object.entries(value)) {
    const column = `agreed.${component}`
    if (!components.includes(component)) problems.push(problem('unknown-component', { column }, component, components))
    if (!isObject(levels)) {
      problems.push(problem('wrong-type', { column }, shown(levels)))
      continue
    }
    for (const [facet, level] of Object.entries(levels)) {
      const place = { column: `${column}.${facet}` }
      if (!facets.includes(facet)) problems.push(problem('unknown-facet', place, facet, facets))
      const whole = typeof level === 'number' && Number.isInteger(level) && level >= 0 && level <= top
      if (!whole) problems.push(problem('agreed-not-allowed', place, shown(level), [`0–${top}`]))
    }
  }
  return value as AnswerSet['agreed']
}

function readVersions(pack: EnginePack, value: unknown, problems: AnswerProblem[]): Record<string, number | null> {
  const components = pack.components.map((component) => component.id)
  if (!isObject(value)) {
    problems.push(problem('wrong-type', { column: 'rubricVersions' }, shown(value)))
    return {}
  }
  for (const [component, version] of Object.entries(value)) {
    const column = `rubricVersions.${component}`
    if (!components.includes(component)) problems.push(problem('unknown-component', { column }, component, components))
    const known = typeof version === 'number' && Number.isInteger(version) && version >= 1
    if (!known && version !== null) problems.push(problem('wrong-type', { column }, shown(version)))
  }
  return value as Record<string, number | null>
}

/** One answer as it stands in a JSON answers file. */
export type WrittenAnswer = Partial<Record<AnswerColumn, string | number>>

/** An answers file as JSON. */
export type WrittenAnswers = Omit<AnswerSet, 'rows'> & { schemaVersion: 1; answers: WrittenAnswer[] }

/**
 * Writes answers as a JSON object and as CSV records; reading either back gives the same rows, and JSON gives everything back.
 * A CSV file holds the rows alone: profile, needs, agreed levels and release are in JSON only.
 */
export function writeAnswers(answers: AnswerSet): {
  json: WrittenAnswers
  csv: { header: string[]; records: string[][] }
} {
  const { rows, ...rest } = answers
  const written = rows.map(writeRow)
  return {
    json: { schemaVersion: 1, ...rest, answers: written },
    csv: {
      header: [...answerColumns],
      records: written.map((row) => answerColumns.map((column) => String(row[column] ?? ''))),
    },
  }
}

function writeRow({ given, ...row }: AnswerRow): WrittenAnswer {
  if (given.kind === 'level') return { ...row, level: given.level }
  if (given.kind === 'na') return { ...row, level: 'na', reason: given.reason }
  return given.kind === 'dk' ? { ...row, level: 'dk' } : { ...row, level: '' }
}
