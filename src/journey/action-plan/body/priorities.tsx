import { componentName, facetInSentence, levelName } from '../../../content/names.ts'
import { say, wordingOf } from '../../../content/text.ts'
import type { PlanPriority } from '../../../domain/action-plan-types.ts'
import { paths } from '../../../paths.ts'
import { formatHours, formatNumber } from '../../../ui/charts/numbers.ts'
import { uiMessages } from '../../../ui/messages.ts'
import { Say } from '../../../ui/parts.tsx'
import { gapInWords } from '../../../ui/words/gaps.ts'
import { listOf } from '../../../ui/words/list-of.ts'
import { priorityWords } from '../../../ui/words/priorities.ts'
import { resultWords } from '../../../ui/words/results.ts'
import { actionPlanMessages } from './messages.ts'
import type { PlanProps } from './plan-props.ts'

/** The priorities in order: why, what to do with effort and a low-cost way, how to know, and duties. */
export function Priorities(props: PlanProps) {
  const { plan, language } = props
  const t = actionPlanMessages[language]
  return (
    <section>
      <h2>{priorityWords[language].title}</h2>
      <p>{t.prioritiesLead}</p>
      <ol class="rows numbered">
        {plan.priorities.map((priority) => (
          <Priority {...props} priority={priority} />
        ))}
      </ol>
      <p class="quiet">{priorityWords[language].dutyCheck[plan.dutyCheck]}</p>
    </section>
  )
}

function Priority({ priority, card, pack, language, slots }: PlanProps & { priority: PlanPriority }) {
  const t = actionPlanMessages[language]
  const words = priorityWords[language]
  const component = pack.components.find((candidate) => candidate.id === priority.component)
  const facet = pack.facets[0]
  if (component === undefined || facet === undefined) return null
  const result = card.components.find((candidate) => candidate.component === component.id)
  const gap = gapInWords(result, pack, language)
  const onlyIn =
    priority.actions.length > 0
      ? []
      : priority.furtherSigns.map((further) => facetInSentence(pack, further.facet, language))
  const signs = [{ facet: facet.id, levels: priority.signs }, ...priority.furtherSigns]
  return (
    <li>
      <h3>
        {priority.rank}.{' '}
        <a href={paths.component(language, component.domain, component.id)}>
          {componentName(pack, component.id, language)}
        </a>
        {priority.firm && <span class="tag">{resultWords[language].firm}</span>}
      </h3>
      <p class="meta">
        {gap && `${gap}. `}
        {priority.weight !== undefined && `${t.weightLine(formatNumber(priority.weight, language, 2))}.`}
      </p>
      {slots?.priority?.(priority.component)}
      {priority.actions.length > 0 && <h4>{words.actions}</h4>}
      {onlyIn.length > 0 && <p>{words.onlyFacets(listOf(onlyIn, language))}</p>}
      <ul>
        {priority.actions.map((action) => {
          const step = component.steps.find((candidate) => candidate.to === action.to)
          if (step === undefined) return null
          return (
            <li>
              <Say text={step.action} language={language} />{' '}
              <span class="quiet">({t.about(formatHours(action.hours, language))})</span>
              <p class="quiet">
                {words.lowCost}
                {uiMessages[language].colon}
                <Say text={step.lowCost} language={language} />
              </p>
            </li>
          )
        })}
      </ul>
      {signs.some(({ levels }) => levels.length > 0) && <h4>{words.signs}</h4>}
      <ul>
        {signs.flatMap(({ facet: facetId, levels }) => {
          const descriptors = wordingOf(component, card.variant, facetId)
          const scale = pack.facets.find((candidate) => candidate.id === facetId)
          return levels.map((level) => {
            const descriptor = descriptors.find((candidate) => candidate.level === level)
            return (
              <li>
                <strong>{levelName(scale, level, language)}</strong>
                {uiMessages[language].colon}
                {descriptor && <Say text={descriptor.text} language={language} />}
              </li>
            )
          })
        })}
      </ul>
      {priority.duties.map(({ id }) => {
        const duty = pack.duties.find((candidate) => candidate.id === id)
        return (
          duty && (
            <p class="note">
              <strong>{words.duty}.</strong> {say(duty.text, language).text}{' '}
              <a href={duty.source.url}>
                {t.source}
                {uiMessages[language].colon}
                {say(duty.source.title, language).text}
              </a>
            </p>
          )
        )
      })}
    </li>
  )
}
