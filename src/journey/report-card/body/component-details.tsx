import { componentName, facetName, facetNumber, levelName } from '../../../content/names.ts'
import { wordingOf } from '../../../content/text.ts'
import { isGoalMet } from '../../../domain/findings.ts'
import type { ComponentResult } from '../../../domain/report-card-types.ts'
import type { Trace } from '../../../domain/trace.ts'
import { formatLevel } from '../../../ui/charts/numbers.ts'
import { uiMessages } from '../../../ui/messages.ts'
import { ReviewMark, Say } from '../../../ui/parts.tsx'
import { resultWords } from '../../../ui/words/results.ts'
import { reportCardMessages } from './messages.ts'
import { TraceTable } from './trace-table.tsx'
import { type CardProps, standing } from './words.ts'

type DetailsProps = CardProps & { result: ComponentResult; changeAt?: string | undefined }

/** One component: its levels in words, wanted level, gap, importance, and the numbers behind each figure. */
export function ComponentDetails({ card, pack, language, result, changeAt }: DetailsProps) {
  const t = reportCardMessages[language]
  const words = resultWords[language]
  const { colon } = uiMessages[language]
  const component = pack.components.find((candidate) => candidate.id === result.component)
  if (component === undefined) return null
  return (
    <article class="component">
      <h4>{componentName(pack, result.component, language)}</h4>
      <ReviewMark review={component.review} language={language} />
      <ul class="standings">
        {result.facets.map((facetResult) => {
          const facet = pack.facets.find((candidate) => candidate.id === facetResult.facet)
          const descriptor =
            facetResult.level === undefined
              ? undefined
              : wordingOf(component, card.variant, facetResult.facet)[facetResult.level]
          return (
            <li class={`facet-${facetNumber(pack, facetResult.facet)}`}>
              <span class="name">{facetName(pack, facetResult.facet, language)}</span>{' '}
              <strong>{standing(facetResult, facet, language)}</strong>
              {facetResult.showLowerBound &&
                facetResult.lowerBound !== undefined &&
                ` (${words.couldBeAsLowAs(formatLevel(facetResult.lowerBound, language))})`}
              {facetResult.wanted !== undefined && (
                <>
                  {' · '}
                  {words.wanted}
                  {colon}
                  {levelName(facet, Math.min(facetResult.wanted, (facet?.levels.length ?? 1) - 1), language)}
                </>
              )}
              {descriptor && (
                <p class="quiet">
                  <Say text={descriptor.text} language={language} />
                </p>
              )}
            </li>
          )
        })}
      </ul>
      <p class="meta">{[importanceWords(result, language), gapWords(result, language)].filter(Boolean).join(' · ')}</p>
      <details>
        <summary aria-label={`${t.openDetails}, ${componentName(pack, result.component, language)}`}>
          {t.openDetails}
        </summary>
        <TraceTable traces={tracesOf(result)} pack={pack} language={language} caption={t.calculation} />
        {changeAt && <a href={changeAt}>{t.change}</a>}
      </details>
    </article>
  )
}

function gapWords(result: ComponentResult, language: CardProps['language']): string | undefined {
  const words = resultWords[language]
  if (result.gap === undefined) return result.gapStatus === 'goal-not-set' ? words.goalNotSet : undefined
  if (result.gapStatus === 'goal-met') return isGoalMet(result) ? words.goalMet : undefined
  return `${words.gap}${uiMessages[language].colon}${formatLevel(result.gap, language)}`
}

function importanceWords(result: ComponentResult, language: CardProps['language']): string {
  const words = resultWords[language]
  const { importanceMissing, quoted } = reportCardMessages[language]
  const word = result.importance === undefined ? undefined : words.importanceWords[Math.round(result.importance)]
  return `${words.importance}${uiMessages[language].colon}${word === undefined ? importanceMissing : quoted(word)}`
}

/** Every trace of a component, facet by facet, then the component as a whole. */
function tracesOf(result: ComponentResult): { facet?: string; trace: Trace }[] {
  return [
    ...result.facets.flatMap(({ facet, trace }) => Object.values(trace).map((entry) => ({ facet, trace: entry }))),
    ...Object.values(result.trace).map((entry) => ({ trace: entry })),
  ]
}
