/** What can be wrong with an answers file. The words for each are in the messages of whoever shows it. */
export type AnswerProblemCode =
  /** JSON: the value is not the kind that belongs here (a list, an object, a text). */
  | 'wrong-type'
  | 'unknown-column'
  | 'missing-column'
  | 'repeated-column'
  /** A row has more or fewer cells than the header. */
  | 'wrong-cell-count'
  | 'no-rows'
  /** Some rows name a respondent and this one does not. */
  | 'respondent-missing'
  /** A text with more characters than are kept; `value` is how many it has. */
  | 'too-long'
  | 'unknown-component'
  | 'unknown-facet'
  /** Not a whole level of the scale, `na`, `dk` or empty. */
  | 'level-not-allowed'
  | 'na-without-reason'
  | 'reason-without-na'
  | 'wanted-not-allowed'
  | 'wanted-not-on-first-facet'
  | 'importance-not-allowed'
  | 'importance-not-on-first-facet'
  | 'then-not-allowed'
  | 'then-on-first-facet'
  /** The same respondent, component and facet as an earlier row; `value` is that row's number. */
  | 'duplicate-row'
  | 'unknown-question'
  | 'unknown-option'
  | 'one-option-only'
  | 'agreed-not-allowed'
  | 'release-not-a-hash'
  | 'unknown-version'

/** One thing wrong with an answers file, as data. */
export type AnswerProblem = {
  code: AnswerProblemCode
  /** CSV: the line given by the reader, otherwise record + 1 (the header is row 1). JSON: place in `answers`, from 1. */
  row?: number
  /** Column, or path in JSON such as `agreed.data-inventory.practice`. */
  column?: string
  /** What was found, cut to a length that can be shown. */
  value?: string
  /** What may stand there, separated by commas. */
  allowed?: string
}

const longestShown = 60

/** Builds a problem without empty members. */
export function problem(
  code: AnswerProblemCode,
  where: { row?: number | undefined; column?: string },
  found?: string,
  allowed?: string | readonly (string | number)[],
): AnswerProblem {
  const out: AnswerProblem = { code }
  if (where.row !== undefined) out.row = where.row
  if (where.column !== undefined) out.column = where.column
  if (found !== undefined) out.value = found.length > longestShown ? `${found.slice(0, longestShown)}…` : found
  if (allowed !== undefined) out.allowed = typeof allowed === 'string' ? allowed : allowed.join(', ')
  return out
}

/** A JSON value in a few characters, for a message. */
export function shown(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
}
