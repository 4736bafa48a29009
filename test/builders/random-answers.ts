import fc from 'fast-check'
import type { AnswerRow, AnswerSet, Given } from '../../src/domain/answers.ts'
import type { EnginePack } from '../../src/domain/engine-pack.ts'

/** Any valid answers to a pack by up to `people` respondents: levels, don't knows, "does not apply", blanks and missing rows. */
export function arbitraryAnswers(pack: EnginePack, people: number): fc.Arbitrary<AnswerSet> {
  const top = (pack.facets[0]?.levels.length ?? 1) - 1
  const level = fc.integer({ min: 0, max: top })
  const given: fc.Arbitrary<Given> = fc.oneof(
    { weight: 7, arbitrary: level.map((one): Given => ({ kind: 'level', level: one })) },
    { weight: 1, arbitrary: fc.constant<Given>({ kind: 'dk' }) },
    { weight: 1, arbitrary: fc.constant<Given>({ kind: 'na', reason: 'not here' }) },
    { weight: 1, arbitrary: fc.constant<Given>({ kind: 'blank' }) },
  )
  const wish = fc.record({ wanted: level, importance: fc.integer({ min: 0, max: 3 }) }, { requiredKeys: [] })
  const cell = fc.option(fc.record({ given, wish }), { freq: 8, nil: undefined })
  const places = pack.components.flatMap((component) =>
    pack.facets.map((facet, place) => ({ component, facet, place })),
  )
  const person = fc.tuple(...places.map(() => cell))
  const rounds = fc.array(person, { minLength: 1, maxLength: people }).map((persons) =>
    persons.flatMap((cells, index) =>
      cells.flatMap((one, at): AnswerRow[] => {
        const spot = places[at]
        if (!one || !spot) return []
        const row = { respondent: `r${index}`, component: spot.component.id, facet: spot.facet.id, given: one.given }
        return [spot.place === 0 ? { ...row, ...one.wish } : row]
      }),
    ),
  )
  const ids = pack.components.map((component) => component.id)
  const firstFacet = pack.facets[0]?.id ?? ''
  const agreed = fc.dictionary(fc.constantFrom(...ids), fc.record({ [firstFacet]: level }), {
    noNullPrototype: true,
    maxKeys: 2,
  })
  return fc.record({ rows: rounds, profile: fc.constant({}), needs: fc.subarray(ids), agreed })
}
