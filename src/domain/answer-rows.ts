import { type AnswerProblem, type AnswerProblemCode, problem } from './answer-problems.ts'
import type { AnswerRow, Given } from './answers.ts'
import type { EnginePack } from './engine-pack.ts'
import { topImportance } from './priorities.ts'
import { scaleOf } from './scale.ts'

/** Every column of an answers file, in the order they are written. */
export const answerColumns = [
  'respondent',
  'role',
  'component',
  'facet',
  'level',
  'reason',
  'wanted',
  'importance',
  'note',
  'evidence',
  'then',
] as const
export type AnswerColumn = (typeof answerColumns)[number]

/** Most characters of each text of an answer, in a file and in a form alike. */
export const longestTexts = { respondent: 200, role: 200, reason: 500, note: 2000, evidence: 2000 } as const

/** The columns without which nothing can be read. */
export const requiredColumns = ['component', 'facet', 'level'] as const satisfies AnswerColumn[]

/** Cells of one row as text; a cell that is not there is empty. */
export type RawRow = { row: number; cells: Partial<Record<AnswerColumn, string>> }

/** Used when the file names no respondent. */
const onlyRespondent = '1'

type Rules = {
  components: ReadonlySet<string>
  /** Written once: in a long file of wrong ids each row would carry its own copy. */
  allowedComponents: string
  facets: readonly string[]
  top: number
  respondentsNamed: boolean
}

/** Reads rows of text into answers; every problem of every row is added to `problems`. */
export function readRows(pack: EnginePack, rows: readonly RawRow[], problems: AnswerProblem[]): AnswerRow[] {
  const componentIds = pack.components.map((component) => component.id)
  const rules: Rules = {
    components: new Set(componentIds),
    allowedComponents: componentIds.join(', '),
    facets: pack.facets.map((facet) => facet.id),
    top: scaleOf(pack).top,
    respondentsNamed: rows.some((row) => (row.cells.respondent ?? '') !== ''),
  }
  const seen = new Map<string, number>()
  return rows.map((raw) => {
    const answer = readRow(raw, rules, problems)
    const key = [answer.respondent, answer.component, answer.facet].join('\n')
    const earlier = seen.get(key)
    if (earlier === undefined) seen.set(key, raw.row)
    else if (answer.component !== '' && answer.facet !== '') {
      problems.push(problem('duplicate-row', { row: raw.row }, String(earlier)))
    }
    return answer
  })
}

function readRow({ row, cells }: RawRow, rules: Rules, problems: AnswerProblem[]): AnswerRow {
  const report = (code: AnswerProblemCode, column: AnswerColumn, allowed?: string | readonly (string | number)[]) =>
    problems.push(problem(code, { row, column }, cells[column] ?? '', allowed))
  const cell = (column: AnswerColumn) => cells[column] ?? ''
  for (const [column, most] of Object.entries(longestTexts) as [keyof typeof longestTexts, number][]) {
    const { length } = cell(column)
    if (length > most) problems.push(problem('too-long', { row, column }, String(length), `0–${most}`))
  }

  const component = cell('component')
  if (!rules.components.has(component)) report('unknown-component', 'component', rules.allowedComponents)
  const facet = cell('facet')
  const facetKnown = rules.facets.includes(facet)
  if (!facetKnown) report('unknown-facet', 'facet', rules.facets)
  const isFirst = facet === rules.facets[0]
  if (rules.respondentsNamed && cell('respondent') === '') report('respondent-missing', 'respondent')

  const whole = (column: 'wanted' | 'importance' | 'then', highest: number, code: AnswerProblemCode) => {
    if (cell(column) === '') return undefined
    const value = wholeNumber(cell(column), highest)
    if (value === undefined) report(code, column, numbersTo(highest))
    return value
  }
  const answer: AnswerRow = {
    respondent: cell('respondent') || onlyRespondent,
    component,
    facet,
    given: readGiven(cell('level'), cell('reason'), rules.top, report),
  }
  const wanted = whole('wanted', rules.top, 'wanted-not-allowed')
  const importance = whole('importance', topImportance, 'importance-not-allowed')
  const then = whole('then', rules.top, 'then-not-allowed')
  if (facetKnown && !isFirst && cell('wanted') !== '') report('wanted-not-on-first-facet', 'wanted')
  if (facetKnown && !isFirst && cell('importance') !== '') report('importance-not-on-first-facet', 'importance')
  if (isFirst && cell('then') !== '') report('then-on-first-facet', 'then')
  if (wanted !== undefined) answer.wanted = wanted
  if (importance !== undefined) answer.importance = importance
  // biome-ignore lint/suspicious/noThenProperty: the column is called so in the files; it holds a number and is never awaited
  if (then !== undefined) answer.then = then
  for (const column of ['role', 'note', 'evidence'] as const) {
    const text = cell(column)
    if (text !== '') answer[column] = text
  }
  return answer
}

function readGiven(
  level: string,
  reason: string,
  top: number,
  report: (code: AnswerProblemCode, column: AnswerColumn, allowed?: string | readonly (string | number)[]) => void,
): Given {
  if (level === 'na') {
    if (reason === '') report('na-without-reason', 'reason')
    return { kind: 'na', reason }
  }
  if (reason !== '') report('reason-without-na', 'reason')
  if (level === '') return { kind: 'blank' }
  if (level === 'dk') return { kind: 'dk' }
  const value = wholeNumber(level, top)
  if (value === undefined) {
    report('level-not-allowed', 'level', [...numbersTo(top), 'na', 'dk'])
    return { kind: 'blank' }
  }
  return { kind: 'level', level: value }
}

function wholeNumber(text: string, highest: number): number | undefined {
  if (!/^(0|[1-9]\d?)$/.test(text)) return undefined
  const value = Number(text)
  return value <= highest ? value : undefined
}

function numbersTo(highest: number): number[] {
  return Array.from({ length: highest + 1 }, (_, value) => value)
}
