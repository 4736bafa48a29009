import type { ComponentAnswer, Mark } from './record.ts'

/** The words needed to say an answer; plain JSON, so that a page can carry them along for its script. */
export type AnswerWords = {
  /** In the pack's order; `levels` by level. */
  facets: { id: string; name: string; levels: string[] }[]
  dk: string
  na: string
  wanted: string
  importance: string
  importances: string[]
  note: string
  colon: string
}

/** An answer as label and value, in the order of the question page; what is blank is left out. */
export function describeAnswer(answer: ComponentAnswer, words: AnswerWords): [label: string, value: string][] {
  const lines: [string, string][] = []
  const [first] = words.facets
  const hidden = first !== undefined && answer.given[first.id] === 'na'
  for (const facet of words.facets) {
    const mark = answer.given[facet.id] ?? null
    if (mark === null || (hidden && facet !== first)) continue
    const reason = mark === 'na' ? answer.reasons?.[facet.id]?.trim() : ''
    lines.push([facet.name, sayMark(mark, facet.levels, words) + (reason ? ` (${reason})` : '')])
  }
  if (answer.wanted !== undefined && !hidden) {
    lines.push([words.wanted, first?.levels[answer.wanted] ?? String(answer.wanted)])
  }
  if (answer.importance !== undefined && !hidden) {
    lines.push([words.importance, words.importances[answer.importance] ?? String(answer.importance)])
  }
  const note = answer.note?.trim()
  if (note) lines.push([words.note, note])
  return lines
}

function sayMark(mark: Exclude<Mark, null>, levels: string[], words: AnswerWords): string {
  if (mark === 'dk') return words.dk
  if (mark === 'na') return words.na
  return levels[mark] ?? String(mark)
}

/** Puts numbers into a text: `{n} of {m}`. */
export function withNumbers(text: string, values: Record<string, number>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
