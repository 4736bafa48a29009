import { componentName } from '../../../content/names.ts'
import { paths } from '../../../paths.ts'
import { formatNumber } from '../../../ui/charts/numbers.ts'
import { uiMessages } from '../../../ui/messages.ts'
import { Say, Table } from '../../../ui/parts.tsx'
import { findingWords, findOutGroups } from '../../../ui/words/findings.ts'
import { firstStepWords, stepInWords } from '../../../ui/words/first-steps.ts'
import { priorityWords } from '../../../ui/words/priorities.ts'
import { resultWords } from '../../../ui/words/results.ts'
import { risksInWords, riskWords } from '../../../ui/words/risks.ts'
import { actionPlanMessages } from './messages.ts'
import { Pathways } from './pathways.tsx'
import type { Choice, PlanProps } from './plan-props.ts'
import { Priorities } from './priorities.tsx'

type PlanBodyProps = PlanProps & {
  /** Draws the button that chooses a pathway; left out where nobody can choose. */
  choose?: (id: Choice) => unknown
}

/** The plan, top to bottom. It draws the same on the server and on a visitor's device. */
export function ActionPlanBody(props: PlanBodyProps) {
  const { plan, card, pack, language, chosen } = props
  const t = actionPlanMessages[language]
  const { risks, caution } = risksInWords(plan, card, pack, language)
  if (plan.noGap) {
    return (
      <>
        <FindOut {...props} />
        <h2>{priorityWords[language].noGapTitle}</h2>
        <p>{priorityWords[language].noGap}</p>
      </>
    )
  }
  return (
    <>
      {chosen && <p class="note">{t.chosenNote(chosen)}</p>}
      <FindOut {...props} />
      <Pathways {...props} />
      <Priorities {...props} />
      <h2>
        {firstStepWords[language].title} {chosen && <span class="quiet">({t.firstDaysFor(chosen)})</span>}
      </h2>
      <ol>
        {plan.firstThirtyDays.map((step) => {
          const { lead, action } = stepInWords(step, props)
          return (
            <li>
              {lead}
              {action && (
                <>
                  {uiMessages[language].colon}
                  <Say text={action} language={language} />
                </>
              )}
            </li>
          )
        })}
      </ol>
      <h2>{riskWords[language].title}</h2>
      <ul>
        {risks.map((risk) => (
          <li>{risk}</li>
        ))}
        <li>
          <Say text={caution} language={language} />
        </li>
      </ul>
      <h2>{t.traceTitle}</h2>
      {t.traceBody.map((paragraph) => (
        <p>{paragraph}</p>
      ))}
      <details>
        <summary>{t.traceCaption}</summary>
        <Table
          caption={t.traceCaption}
          hideCaption
          head={[resultWords[language].component, t.weightIn('A'), t.weightIn('B')]}
          rows={Object.entries(plan.weights).map(([id, weight]) => [
            componentName(pack, id, language),
            formatNumber(weight.A, language, 4),
            formatNumber(weight.B, language, 4),
          ])}
        />
      </details>
    </>
  )
}

function FindOut({ plan, card, pack, language }: PlanProps) {
  if (plan.findOut.length === 0) return null
  const domains = new Map(pack.components.map(({ id, domain }) => [id, domain]))
  return (
    <div class="note">
      <p>
        <strong>{findingWords[language].findOut}</strong>
      </p>
      {findOutGroups(card, pack, language).map(({ text, components }) => (
        <>
          <p>{text}</p>
          <ul>
            {components.map(({ id, name }) => (
              <li>
                <a href={paths.component(language, domains.get(id) ?? '', id)}>{name}</a>
              </li>
            ))}
          </ul>
        </>
      ))}
    </div>
  )
}
