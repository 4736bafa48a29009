import { componentName, facetNumber } from '../../../content/names.ts'
import { wordingOf } from '../../../content/text.ts'
import { paths } from '../../../paths.ts'
import { componentProfileChart, domainProfileChart } from '../../../ui/charts/index.ts'
import { uiMessages } from '../../../ui/messages.ts'
import { Figure, Say } from '../../../ui/parts.tsx'
import { gapInWords } from '../../../ui/words/gaps.ts'
import { resultWords } from '../../../ui/words/results.ts'
import { ComponentDetails } from './component-details.tsx'
import { Findings } from './findings.tsx'
import { reportCardMessages } from './messages.ts'
import type { CardProps } from './words.ts'

type ReportCardProps = CardProps & {
  /** Where the answer to a component can be changed; left out where it cannot. */
  changeAt?: (component: string) => string | undefined
}

/** The report card of a round, top to bottom. It draws the same on the server and on a visitor's device. */
export function ReportCardBody({ card, pack, language, changeAt }: ReportCardProps) {
  const t = reportCardMessages[language]
  const props = { card, pack, language }
  return (
    <>
      <Summary {...props} />
      <Withheld {...props} />
      <h2>{t.profile}</h2>
      <p>{t.howToRead}</p>
      <Figure
        chart={domainProfileChart(card, pack, { language, id: 'domains' })}
        narrow={domainProfileChart(card, pack, { language, id: 'domains-narrow', narrow: true })}
        language={language}
        caption={t.lowestNote}
      />
      <LevelMeanings {...props} />
      <div class="side-by-side">
        <Strengths {...props} />
        <Gaps {...props} />
      </div>
      <NextSteps {...props} />
      <Findings {...props} />
      <h2>{t.allComponents}</h2>
      <Figure
        chart={componentProfileChart(card, pack, { language, id: 'components' })}
        narrow={componentProfileChart(card, pack, { language, id: 'components-narrow', narrow: true })}
        language={language}
      />
      {pack.domains.map((domain) => (
        <section>
          <h3>
            <Say text={domain.name} language={language} />
          </h3>
          <div class="side-by-side components">
            {card.components
              .filter((result) => result.domain === domain.id && result.asked)
              .map((result) => (
                <ComponentDetails
                  {...props}
                  result={result}
                  {...(changeAt === undefined ? {} : { changeAt: changeAt(result.component) })}
                />
              ))}
          </div>
        </section>
      ))}
      <h2>{t.howComputed}</h2>
      {t.howComputedBody.map((paragraph) => (
        <p>{paragraph}</p>
      ))}
      <p>
        <a href={paths.method(language)}>{t.methodLink}</a>
      </p>
      <h2>{t.notSaid}</h2>
      <ul>
        {t.notSaidBody.map((paragraph) => (
          <li>{paragraph}</li>
        ))}
        <li>
          <Say text={pack.caution} language={language} />
        </li>
      </ul>
      <p class="meta">
        {t.release}
        {uiMessages[language].colon}
        <Say text={pack.name} language={language} /> {pack.version}, <code>{card.release.slice(0, 12)}</code>
      </p>
    </>
  )
}

function Summary({ card, language }: CardProps) {
  const t = reportCardMessages[language]
  const asked = card.components.filter((result) => result.asked).length
  const { level, na, dk, blank } = card.totals
  const parts = [
    resultWords[language].forms[card.form],
    t.components(asked),
    resultWords[language].respondents(card.respondents),
    t.answered(level + na + dk, level + na + dk + blank),
    ...(dk > 0 ? [t.dontKnows(dk)] : []),
  ]
  return <p class="meta">{parts.join(' · ')}</p>
}

/** Says why figures are missing where two people have not both agreed to show them. */
function Withheld({ card, language }: CardProps) {
  if (card.withheld === undefined) return null
  const words = resultWords[language]
  return (
    <div class="note">
      <p>
        <strong>{words.withheldTitle}.</strong> {words.withheldText}
      </p>
    </div>
  )
}

/** What it means to be at each level, in the pack's own words. */
function LevelMeanings({ pack, language }: CardProps) {
  return (
    <details>
      <summary>{reportCardMessages[language].levelMeanings}</summary>
      <div class="side-by-side">
        {pack.facets.map((facet) => (
          <section>
            <h3>
              <Say text={facet.name} language={language} />
            </h3>
            <ol class={`levels facet-${facetNumber(pack, facet.id)}`}>
              {facet.levels.map((level) => {
                const text = pack.reportTexts.levels.find(
                  (candidate) => candidate.facet === facet.id && candidate.level === level.level,
                )
                const change = pack.reportTexts.changes.find(
                  (candidate) => candidate.facet === facet.id && candidate.from === level.level,
                )
                return (
                  <li>
                    <span class="name">
                      <Say text={level.name} language={language} />
                    </span>
                    <span>
                      {text && <Say text={text.text} language={language} />}
                      {change && (
                        <span class="quiet">
                          {' '}
                          <Say text={change.text} language={language} />
                        </span>
                      )}
                    </span>
                  </li>
                )
              })}
            </ol>
          </section>
        ))}
      </div>
    </details>
  )
}

function Strengths({ card, pack, language }: CardProps) {
  const words = resultWords[language]
  return (
    <section>
      <h2>{words.strengths}</h2>
      {card.strengths.length === 0 && <p>{card.withheld === undefined ? words.noStrengths : words.withheldList}</p>}
      <ul class="rows">
        {card.strengths.map((id) => {
          const result = card.components.find((candidate) => candidate.component === id)
          const first = result?.facets[0]
          const component = pack.components.find((candidate) => candidate.id === id)
          const descriptor =
            component && first?.level !== undefined
              ? wordingOf(component, card.variant, first.facet)[first.level]
              : undefined
          return (
            <li>
              <h3>{componentName(pack, id, language)}</h3>
              {descriptor && (
                <p>
                  <Say text={descriptor.text} language={language} />
                </p>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Gaps({ card, pack, language }: CardProps) {
  const words = resultWords[language]
  const noGoals = card.components.every(
    (result) =>
      !result.asked || result.gapStatus === 'goal-not-set' || result.gapStatus === 'find-out' || result.scope === 'out',
  )
  const noneText = card.withheld === undefined ? (noGoals ? words.noGoals : words.noGaps) : words.withheldList
  return (
    <section>
      <h2>{words.largestGaps}</h2>
      {card.largestGaps.length === 0 && <p>{noneText}</p>}
      <ul class="rows">
        {card.largestGaps.map((id) => {
          const result = card.components.find((candidate) => candidate.component === id)
          return (
            <li>
              <h3>{componentName(pack, id, language)}</h3>
              <p>{gapInWords(result, pack, language)}</p>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function NextSteps({ card, pack, language }: CardProps) {
  const t = reportCardMessages[language]
  const priorities = card.priorities.slice(0, Math.min(3, card.top))
  const firstFacet = pack.facets[0]
  return (
    <section>
      <h2>{t.nextSteps}</h2>
      {priorities.length === 0 ? <p>{t.noPriorities}</p> : <p>{t.nextStepsLead}</p>}
      <ol class="rows">
        {priorities.map((priority) => {
          const component = pack.components.find((candidate) => candidate.id === priority.component)
          const first = card.components
            .find((candidate) => candidate.component === priority.component)
            ?.facets.find((result) => result.facet === firstFacet?.id)
          if (component === undefined) return null
          const level = first?.level
          const next = level === undefined ? undefined : Math.min(level + 1, (firstFacet?.levels.length ?? 1) - 1)
          const descriptor = wordingOf(component, card.variant, firstFacet?.id ?? '')[next ?? -1]
          return (
            <li>
              <h3>
                {componentName(pack, priority.component, language)}
                {priority.firm && <span class="tag">{resultWords[language].firm}</span>}
              </h3>
              {descriptor && (
                <p>
                  {t.nextLooksLike}
                  {uiMessages[language].colon}
                  <Say text={descriptor.text} language={language} />
                </p>
              )}
            </li>
          )
        })}
      </ol>
      {priorities.some((priority) => priority.firm) && <p class="quiet">{resultWords[language].firmNote}</p>}
    </section>
  )
}
