import { say } from '../../content/text.ts'
import type { FirstStep } from '../../domain/action-plan-types.ts'
import { paths } from '../../paths.ts'
import { formatNumber } from '../../ui/charts/numbers.ts'
import { Say, Table } from '../../ui/parts.tsx'
import { componentName } from '../report-card/index.ts'
import { actionPlanMessages } from './messages.ts'
import { Pathways } from './pathways.tsx'
import { type Choice, itemTitle, type PlanProps } from './plan-props.ts'
import { Priorities } from './priorities.tsx'

type PlanBodyProps = PlanProps & {
  /** Draws the button that chooses a pathway; left out where nobody can choose. */
  choose?: (id: Choice) => unknown
}

/** The plan, top to bottom. It draws the same on the server and on a visitor's device. */
export function ActionPlanBody(props: PlanBodyProps) {
  const { plan, pack, language, chosen } = props
  const t = actionPlanMessages[language]
  if (plan.noGap) {
    return (
      <>
        <FindOut {...props} />
        <h2>{t.noGapTitle}</h2>
        <p>{t.noGap}</p>
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
        {t.firstDays} {chosen && <span class="quiet">({t.firstDaysFor(chosen)})</span>}
      </h2>
      <ol>
        {plan.firstThirtyDays.map((step) => (
          <li>{stepInWords(step, props)}</li>
        ))}
      </ol>
      <h2>{t.risks}</h2>
      <ul>
        {plan.risks.map((risk) => (
          <li>{t.risk[risk]}</li>
        ))}
        <li>
          <Say text={pack.caution} language={language} />
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
          head={[t.component, t.weightIn('A'), t.weightIn('B')]}
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

function FindOut({ plan, pack, language }: PlanProps) {
  if (plan.findOut.length === 0) return null
  return (
    <div class="note">
      <p>
        <strong>{actionPlanMessages[language].findOut}</strong>
      </p>
      <ul>
        {plan.findOut.map((id) => {
          const component = pack.components.find((candidate) => candidate.id === id)
          return (
            component && (
              <li>
                <a href={paths.component(language, component.domain, id)}>{say(component.name, language).text}</a>
              </li>
            )
          )
        })}
      </ul>
    </div>
  )
}

/** One step of the first 30 days as a sentence. */
function stepInWords(step: FirstStep, { pack, language }: Pick<PlanProps, 'pack' | 'language'>): string {
  const words = actionPlanMessages[language].steps
  switch (step.kind) {
    case 'find-out':
    case 'talk-about':
    case 'set-goal':
      return words[step.kind](componentName(pack, step.component, language))
    case 'start-item':
      return words['start-item'](itemTitle(pack, step.item, language), step.week)
    case 'take-action': {
      const component = pack.components.find((candidate) => candidate.id === step.component)
      const action = component?.steps.find((candidate) => candidate.to === step.to)?.action
      return words['take-action'](
        componentName(pack, step.component, language),
        action === undefined ? '' : say(action, language).text,
      )
    }
    case 'name-a-lead':
    case 'review-date':
      return words[step.kind]
  }
}
