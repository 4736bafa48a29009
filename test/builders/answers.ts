import type { AnswerRow, AnswerSet, Given } from '../../src/domain/answers.ts'

/** A level, `na`, `dk`, or nothing for a blank. */
export type Said = number | 'na' | 'dk' | null

/** What each respondent said, one entry a person; `wanted` and `importance` belong to the first facet. */
export type SaidAbout = Record<string, (Said | undefined)[]> & {
  wanted?: (number | null)[]
  importance?: (number | null)[]
}

/**
 * Answers of a round from a table: component -> facet -> what person 1, 2, 3, … said. The first facet named is the first facet of
 * the pack; an undefined entry makes no row.
 */
export function answersOf(table: Record<string, SaidAbout>, rest: Partial<Omit<AnswerSet, 'rows'>> = {}): AnswerSet {
  const rows = Object.entries(table).flatMap(([component, { wanted = [], importance = [], ...facets }]) =>
    Object.entries(facets).flatMap(([facet, said], place) =>
      said.flatMap((one, person): AnswerRow[] => {
        if (one === undefined) return []
        const row: AnswerRow = { respondent: `r${person + 1}`, component, facet, given: givenOf(one) }
        const wish = wanted[person]
        const weight = importance[person]
        if (place === 0 && wish !== null && wish !== undefined) row.wanted = wish
        if (place === 0 && weight !== null && weight !== undefined) row.importance = weight
        return [row]
      }),
    ),
  )
  return { rows, profile: {}, needs: [], agreed: {}, ...rest }
}

function givenOf(said: Said): Given {
  if (said === null) return { kind: 'blank' }
  if (said === 'dk') return { kind: 'dk' }
  return said === 'na' ? { kind: 'na', reason: 'not here' } : { kind: 'level', level: said }
}
