import type { Pack } from '../content/schema.ts'
import { formComponents } from '../content/text.ts'
import type { AnswerRow } from '../domain/answers.ts'
import { planBasis } from '../domain/plan-basis.ts'
import { reportCard } from '../domain/report-card.ts'
import type { Language } from '../platform/languages.ts'
import { type Chart, domainProfileChart } from '../ui/charts/index.ts'

/**
 * The picture on the home page: the profile of an invented community, drawn by the same engine and charts as a real one.
 * Its levels follow a fixed pattern, so that the picture never changes from one visit to the next.
 */
export function samplePicture(pack: Pack, language: Language): { wide: Chart; narrow: Chart } {
  const [first] = pack.facets
  const top = (first?.levels.length ?? 1) - 1
  const rows = formComponents(pack, 'full').flatMap((component, index) =>
    pack.facets.map(
      (facet, place): AnswerRow => ({
        respondent: '1',
        component: component.id,
        facet: facet.id,
        given: { kind: 'level', level: levelAt(index + place * 3, top) },
        ...(place === 0 ? { wanted: Math.min(top, levelAt(index, top) + 1 + (index % 2)) } : {}),
      }),
    ),
  )
  const basis = planBasis(pack, {}, { answeredComponents: pack.components.map((component) => component.id) })
  const card = reportCard({ pack, release: '', answers: { rows, profile: {}, needs: [], agreed: {} }, basis })
  return {
    wide: domainProfileChart(card, pack, { language, id: 'sample' }),
    narrow: domainProfileChart(card, pack, { language, id: 'sample-narrow', narrow: true }),
  }
}

/** Levels as an invented community might have them: mostly in the lower half, here and there higher. */
const pattern = [0.25, 0.5, 0.25, 0.75, 0.25, 0, 0.5, 0.5, 0.25, 0.75, 0.5]
const levelAt = (index: number, top: number) => Math.round((pattern[index % pattern.length] ?? 0) * top)
