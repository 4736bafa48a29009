import { levelName } from '../../../content/names.ts'
import type { Facet, Pack } from '../../../content/schema.ts'
import type { FacetResult, ReportCard } from '../../../domain/report-card-types.ts'
import type { Language } from '../../../platform/languages.ts'
import { formatLevel } from '../../../ui/charts/numbers.ts'
import { resultWords } from '../../../ui/words/results.ts'

/** What every part of the report card is drawn from. */
export type CardProps = { card: ReportCard; pack: Pack; language: Language }

/** Where a facet stands, in words first: "In part (1.8)", or why there is no figure. */
export function standing(result: FacetResult, facet: Facet | undefined, language: Language): string {
  const { statuses } = resultWords[language]
  if (result.planScore === undefined || result.level === undefined) {
    return statuses[result.status === 'scored' ? 'unanswered' : result.status]
  }
  return `${levelName(facet, result.level, language)} (${formatLevel(result.planScore, language)})`
}
