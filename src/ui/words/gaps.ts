import { facetInSentence, facetName, levelName } from '../../content/names.ts'
import type { Pack } from '../../content/schema.ts'
import type { ComponentResult, FacetResult } from '../../domain/report-card-types.ts'
import type { Language } from '../../platform/languages.ts'
import { formatLevel } from '../charts/numbers.ts'

const en = {
  step: (facet: string, from: string, to: string) => `${facet}: from ${from} to ${to}`,
  reached: (facet: string) => `${facet}: wanted level reached`,
  level: (name: string) => `“${name}”`,
  levelWithFigure: (name: string, figure: string) => `“${name}” (${figure})`,
  gap: (gap: string) => `gap ${gap}`,
  gapOnAverage: (gap: string) => `gap ${gap} on average`,
}

const fr: typeof en = {
  step: (facet, from, to) => `${facet}\u00a0: de ${from} à ${to}`,
  reached: (facet) => `${facet}\u00a0: niveau visé atteint`,
  level: (name) => `«\u00a0${name}\u00a0»`,
  levelWithFigure: (name, figure) => `«\u00a0${name}\u00a0» (${figure})`,
  gap: (gap) => `écart de ${gap}`,
  gapOnAverage: (gap) => `écart moyen de ${gap}`,
}

export const gapWords: Record<Language, typeof en> = { en, fr }

type Names = Pick<Pack, 'facets'>

/**
 * A component's gap, facet by facet: "Practice: from “Not yet” to “In part”; knowledge: …; gap 1.5 on average".
 * A level that is a mean shows its figure too, since its name alone may be that of the wanted level.
 * @returns undefined where the card shows no gap
 */
export function gapInWords(result: ComponentResult | undefined, pack: Names, language: Language): string | undefined {
  if (result?.gap === undefined) return undefined
  const words = gapWords[language]
  const steps = result.facets.flatMap((facet) => stepOf(facet, pack, language) ?? [])
  if (steps.length === 0) return undefined
  const gap = formatLevel(result.gap, language)
  return [...steps, result.facets.length > 1 ? words.gapOnAverage(gap) : words.gap(gap)].join('; ')
}

function stepOf({ facet: id, level, planScore, wanted, gap }: FacetResult, pack: Names, language: Language) {
  const words = gapWords[language]
  const facet = pack.facets.find((one) => one.id === id)
  if (facet === undefined || level === undefined || planScore === undefined || wanted === undefined) return undefined
  const name = id === pack.facets[0]?.id ? facetName(pack, id, language) : facetInSentence(pack, id, language)
  if (gap === 0) return words.reached(name)
  const today = levelName(facet, level, language)
  const figure = formatLevel(planScore, language)
  const from = Number.isInteger(planScore) ? words.level(today) : words.levelWithFigure(today, figure)
  return words.step(name, from, words.level(levelName(facet, wanted, language)))
}
