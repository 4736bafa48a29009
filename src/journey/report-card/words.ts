import type { Facet, Pack } from '../../content/schema.ts'
import { say } from '../../content/text.ts'
import type { FacetResult, ReportCard } from '../../domain/report-card-types.ts'
import type { Language } from '../../platform/languages.ts'
import { formatLevel } from '../../ui/charts/numbers.ts'
import { reportCardMessages } from './messages.ts'

/** What every part of the report card is drawn from. */
export type CardProps = { card: ReportCard; pack: Pack; language: Language }

export function componentName(pack: Pack, id: string, language: Language): string {
  const component = pack.components.find((candidate) => candidate.id === id)
  return component === undefined ? id : say(component.name, language).text
}

export function domainName(pack: Pack, id: string, language: Language): string {
  const domain = pack.domains.find((candidate) => candidate.id === id)
  return domain === undefined ? id : say(domain.name, language).text
}

export function facetName(pack: Pack, id: string, language: Language): string {
  const facet = pack.facets.find((candidate) => candidate.id === id)
  return facet === undefined ? id : say(facet.name, language).text
}

/** The word for a level of a facet: "In part". */
export function levelName(facet: Facet | undefined, level: number, language: Language): string {
  const found = facet?.levels.find((candidate) => candidate.level === level)
  return found === undefined ? String(level) : say(found.name, language).text
}

/** Where a facet stands, in words first: "In part (1.8)", or why there is no figure. */
export function standing(result: FacetResult, facet: Facet | undefined, language: Language): string {
  if (result.status !== 'scored' || result.planScore === undefined || result.level === undefined) {
    return reportCardMessages[language].statuses[result.status === 'scored' ? 'unanswered' : result.status]
  }
  return `${levelName(facet, result.level, language)} (${formatLevel(result.planScore, language)})`
}
