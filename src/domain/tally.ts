import type { AnswerRow, AnswerSet } from './answers.ts'
import type { EnginePack } from './engine-pack.ts'
import type { Scale } from './scale.ts'

/** All answers to one facet of one component, counted. */
export type CellTally = {
  /** Numeric answers by level, index = level. */
  counts: number[]
  /** Sum and number of the numeric answers. */
  sum: number
  n: number
  nNA: number
  nDK: number
  /** Respondent's index -> level, for figures that follow a person over several components. */
  levels: (number | undefined)[]
}

export type ComponentTally = {
  /** Has a row, an empty level included (Method 4.15). */
  asked: boolean
  /** In the order of the pack's facets. */
  cells: CellTally[]
  /** Levels wanted in 12 months, index = level, how many people want it. */
  wantedCounts: number[]
  importanceSum: number
  importanceGiven: number
}

export type Tally = {
  respondents: number
  totals: { level: number; na: number; dk: number; blank: number }
  /** In the order of the pack's components. */
  components: ComponentTally[]
}

/**
 * Counts a round's answers once, so that everything after it takes time in components and not in rows.
 * A "does not apply" on the first facet hides that person's other answers about the component: they count as blank, and the
 * wanted level and importance on that row are ignored (Method 4.2, 4.15). The order of rows never matters.
 * @throws RangeError on an id that is not in the pack or a level outside the scale; files are checked before, by `readAnswers`
 */
export function tallyAnswers(pack: EnginePack, scale: Scale, answers: Pick<AnswerSet, 'rows'>): Tally {
  const componentIndex = new Map(pack.components.map((component, index) => [component.id, index]))
  const facetIndex = new Map(pack.facets.map((facet, index) => [facet.id, index]))
  const respondentIndex = new Map<string, number>()
  const hidden = new Set<number>()
  const placeOf = (row: AnswerRow) =>
    respondentNumber(row) * pack.components.length + indexOf(componentIndex, row.component)
  const respondentNumber = (row: AnswerRow) => {
    const known = respondentIndex.get(row.respondent)
    if (known !== undefined) return known
    respondentIndex.set(row.respondent, respondentIndex.size)
    return respondentIndex.size - 1
  }
  for (const row of answers.rows) {
    const place = placeOf(row)
    if (row.given.kind === 'na' && indexOf(facetIndex, row.facet) === 0) hidden.add(place)
  }

  const components = pack.components.map(() => emptyComponent(pack.facets.length, scale.options))
  const totals = { level: 0, na: 0, dk: 0, blank: 0 }
  for (const row of answers.rows) {
    const tally = components[indexOf(componentIndex, row.component)]
    const facet = indexOf(facetIndex, row.facet)
    const cell = tally?.cells[facet]
    if (!tally || !cell) continue
    tally.asked = true
    const isHidden = hidden.has(placeOf(row))
    const kind = isHidden && facet > 0 ? 'blank' : row.given.kind
    totals[kind] += 1
    if (kind === 'na') cell.nNA += 1
    if (kind === 'dk') cell.nDK += 1
    if (kind === 'level' && row.given.kind === 'level') addLevel(cell, row.given.level, respondentNumber(row))
    if (facet === 0 && !isHidden) addWish(tally, row)
  }
  return { respondents: respondentIndex.size, totals, components }
}

function emptyComponent(facets: number, options: number): ComponentTally {
  return {
    asked: false,
    cells: Array.from({ length: facets }, () => ({
      counts: new Array<number>(options).fill(0),
      sum: 0,
      n: 0,
      nNA: 0,
      nDK: 0,
      levels: [],
    })),
    wantedCounts: new Array<number>(options).fill(0),
    importanceSum: 0,
    importanceGiven: 0,
  }
}

function addLevel(cell: CellTally, level: number, respondent: number) {
  countLevel(cell.counts, level)
  cell.sum += level
  cell.n += 1
  cell.levels[respondent] = level
}

function addWish(tally: ComponentTally, row: AnswerRow) {
  if (row.wanted !== undefined) countLevel(tally.wantedCounts, row.wanted)
  if (row.importance !== undefined) {
    tally.importanceSum += row.importance
    tally.importanceGiven += 1
  }
}

function countLevel(counts: number[], level: number) {
  const count = counts[level]
  if (count === undefined) throw new RangeError(`no level ${level} on this scale`)
  counts[level] = count + 1
}

function indexOf(indexes: ReadonlyMap<string, number>, id: string): number {
  const index = indexes.get(id)
  if (index === undefined) throw new RangeError(`${id} is not in the pack`)
  return index
}
