import { type ContentMessages, contentMessages } from './messages.ts'

/** Something about a pack that an author should look at. */
export type Problem = {
  /** An error stops the pack from being used; a note asks a person to look. */
  severity: 'error' | 'note'
  /** Path inside the pack's folder; `wholeFolder` for the folder itself. */
  file: string
  line?: number
  /** The nearest id around the place: a component, an item, a question. */
  id?: string
  what: string
  /** What would be accepted there. */
  allowed?: string
}

/** Stands as `file` of a problem of the pack's folder itself. */
export const wholeFolder = '.'

/** `catalogue/x/item.yaml:12 [x] unknown key "colour" (allowed: …)`: one line a problem. */
export function problemLine(problem: Problem, t: ContentMessages = contentMessages.en): string {
  const place = problem.line === undefined ? problem.file : `${problem.file}:${problem.line}`
  const id = problem.id === undefined ? '' : ` [${problem.id}]`
  const allowed = problem.allowed === undefined ? '' : ` (${t.allowed(problem.allowed)})`
  const text = `${problem.what}${allowed}`
  return problem.file === wholeFolder ? text : `${place}${id} ${text}`
}

/** Errors first, then by file, line and text, so that two runs print the same list. */
export function inOrder(problems: readonly Problem[]): Problem[] {
  return problems.toSorted(
    (a, b) =>
      Number(a.severity === 'note') - Number(b.severity === 'note') ||
      byCodeUnit(a.file, b.file) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      byCodeUnit(a.what, b.what),
  )
}

/** Ids and file names compare by code unit, never by locale (Method 4.15). */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
