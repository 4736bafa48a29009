import type { BeforeAfter, ComponentComparison } from '../../domain/compare.ts'
import type { FacetStatus, ReportCard } from '../../domain/report-card-types.ts'

/** Why a facet has no figure in a round. */
export type NoFigure = 'dont-know' | 'does-not-apply' | 'no-answer'

/** One facet of one component in two rounds: its score, or why there is none. */
export type ChangeRow = {
  component: string
  facet: string
  before: number | NoFigure
  after: number | NoFigure
  /** After less before, in levels; absent where the two cannot be compared. */
  difference?: number
  wordingChanged: boolean
}

/** Which way the components went. `both`: up in one facet and down in another. */
export type ChangeCounts = Record<'up' | 'down' | 'both' | 'same' | 'notCompared', number>

/** A difference below this shows as no change, in levels. */
const smallestShown = 0.05

/** Every facet of two rounds as rows: those that changed first, the largest change first, then the others in the card's order. */
export function changeRows(
  components: readonly ComponentComparison[],
  before: ReportCard,
  after: ReportCard,
): { changed: ChangeRow[]; others: ChangeRow[] } {
  const rows = components.flatMap(({ component, wordingChanged, facets }) =>
    facets.map((facet) => rowOf(component, facet, wordingChanged, before, after)),
  )
  const size = ({ difference = 0 }: ChangeRow) => Math.abs(difference)
  const isChange = (row: ChangeRow) => size(row) >= smallestShown
  return {
    changed: rows.filter(isChange).toSorted((a, b) => size(b) - size(a)),
    others: rows.filter((row) => !isChange(row)),
  }
}

/** How many components went which way. */
export function countChanges(components: readonly ComponentComparison[]): ChangeCounts {
  const counts: ChangeCounts = { up: 0, down: 0, both: 0, same: 0, notCompared: 0 }
  for (const { facets } of components) counts[wayOf(facets)] += 1
  return counts
}

function wayOf(facets: readonly BeforeAfter[]): keyof ChangeCounts {
  const differences = facets.flatMap(({ difference }) => (difference === undefined ? [] : [difference]))
  if (differences.length === 0) return 'notCompared'
  const up = differences.some((difference) => difference >= smallestShown)
  const down = differences.some((difference) => difference <= -smallestShown)
  if (up && down) return 'both'
  return up ? 'up' : down ? 'down' : 'same'
}

function rowOf(
  component: string,
  { facet, before, after, difference }: BeforeAfter,
  wordingChanged: boolean,
  earlier: ReportCard,
  later: ReportCard,
): ChangeRow {
  return {
    component,
    facet,
    before: before ?? reasonIn(earlier, component, facet),
    after: after ?? reasonIn(later, component, facet),
    ...(difference === undefined ? {} : { difference }),
    wordingChanged,
  }
}

function reasonIn(card: ReportCard, component: string, facet: string): NoFigure {
  const result = card.components.find((one) => one.component === component)
  const status: FacetStatus | undefined = result?.facets.find((one) => one.facet === facet)?.status
  if (status === 'unknown') return 'dont-know'
  return status === 'out-of-scope' ? 'does-not-apply' : 'no-answer'
}
