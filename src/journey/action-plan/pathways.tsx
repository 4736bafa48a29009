import type { ItemReason, Pathway } from '../../domain/action-plan-types.ts'
import { paths } from '../../paths.ts'
import { gapClosedChart, pathwayWeeksChart } from '../../ui/charts/index.ts'
import { formatHours, formatNumber } from '../../ui/charts/numbers.ts'
import { uiMessages } from '../../ui/messages.ts'
import { Figure, Table } from '../../ui/parts.tsx'
import { componentName, facetName } from '../report-card/index.ts'
import { actionPlanMessages } from './messages.ts'
import { type Choice, itemTitle, type PlanProps } from './plan-props.ts'
import { ProjectedCard } from './projected.tsx'

const ids: Choice[] = ['A', 'B']

/** The two pathways, side by side on a wide screen and one after the other on a phone, then compared in figures. */
export function Pathways(props: PlanProps & { choose?: (id: Choice) => unknown }) {
  const { plan, language } = props
  const t = actionPlanMessages[language]
  return (
    <section>
      <h2>{t.pathwaysTitle}</h2>
      <p>{t.pathwaysLead(formatHours(plan.basis.hours, language), plan.basis.weeks)}</p>
      <div class="side-by-side">
        {ids.map((id) => (
          <PathwayColumn {...props} id={id} />
        ))}
      </div>
      <ProjectedCard {...props} />
      <h3>{t.compareTitle}</h3>
      <TwoByTwoTable {...props} />
      <p>{plan.shareMost ? t.shareMost : t.overlap(formatHours(plan.overlapHours, language))}</p>
    </section>
  )
}

function PathwayColumn(props: PlanProps & { id: Choice; choose?: (id: Choice) => unknown }) {
  const { plan, pack, language, id, chosen, choose } = props
  const t = actionPlanMessages[language]
  const pathway = plan.pathways[id]
  const chart = (name: string, narrow = false) => ({ language, id: `${name}-${id}`, narrow })
  return (
    <article class={chosen === id ? 'pathway chosen' : 'pathway'} aria-labelledby={`pathway-${id}`}>
      <h3 id={`pathway-${id}`}>
        {t.pathway(id, t.names[id])}
        {chosen === id && <span class="tag">{t.chosen}</span>}
      </h3>
      <p>{t.goals[id]}</p>
      <p class="key-figures">
        <strong>{t.figures(pathway.items.length, formatHours(pathway.hours, language), weeksUsed(pathway))}</strong>
        <br />
        {t.gapClosed(formatNumber(pathway.gapClosed, language, 1))}
      </p>
      {choose && <p>{choose(id)}</p>}
      {pathway.items.length === 0 ? <p>{t.noItems}</p> : <Items {...props} pathway={pathway} />}
      {pathway.items.length > 0 && (
        <>
          <h4>{t.weekPicture}</h4>
          <Figure chart={pathwayWeeksChart(pathway, pack, chart('weeks', true))} language={language} />
          <h4>{t.gapPicture}</h4>
          <Figure chart={gapClosedChart(plan, id, pack, chart('gaps', true))} language={language} />
        </>
      )}
      <details>
        <summary aria-label={`${t.leftOut}, ${t.pathway(id, t.names[id])}`}>{t.leftOut}</summary>
        {pathway.leftOut.length === 0 && <p>{t.nothingLeftOut}</p>}
        <ul>
          {pathway.leftOut.map((left) => (
            <li>
              <a href={paths.item(language, left.item)}>{itemTitle(pack, left.item, language)}</a>
              {uiMessages[language].colon}
              {t.leftOutWhy[left.why]}
            </li>
          ))}
        </ul>
      </details>
      <p class="quiet">{pathway.proven ? t.bestOf(pathway.considered) : t.bestFound(pathway.considered)}</p>
    </article>
  )
}

function Items({ pathway, pack, language }: PlanProps & { pathway: Pathway }) {
  const t = actionPlanMessages[language]
  return (
    <ol class="items">
      {pathway.items.map((planned) => (
        <li>
          <a href={paths.item(language, planned.item)}>{itemTitle(pack, planned.item, language)}</a>
          <p class="meta">
            {t.weekOf(planned.firstWeek, planned.lastWeek)} · {t.hours(formatHours(planned.hours, language))}
          </p>
          <p class="quiet">{reasonsInWords(planned.reasons, { pack, language })}</p>
        </li>
      ))}
    </ol>
  )
}

/** Why an item is in a pathway, as one sentence. */
function reasonsInWords(reasons: ItemReason[], { pack, language }: Pick<PlanProps, 'pack' | 'language'>): string {
  const t = actionPlanMessages[language]
  const words = reasons.map((reason) => {
    if (reason.kind === 'keeps-apart') return t.keepsApart
    if (reason.kind === 'needed-for') return t.neededFor(itemTitle(pack, reason.item, language))
    const facet = facetName(pack, reason.facet, language).toLowerCase()
    return t.closes(componentName(pack, reason.component, language), facet, formatNumber(reason.amount, language, 2, 1))
  })
  const sentence = words.join('; ')
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

const weeksUsed = (pathway: Pathway) => Math.max(0, ...pathway.items.map((item) => item.lastWeek))

function TwoByTwoTable({ plan, language }: PlanProps) {
  const t = actionPlanMessages[language]
  const { AunderA, AunderB, BunderA, BunderB } = plan.twoByTwo
  const outOf100 = (value: number, other: number) =>
    formatNumber(Math.max(value, other) === 0 ? 0 : (100 * value) / Math.max(value, other), language, 0)
  return (
    <Table
      caption={t.compareCaption}
      head={[t.pathwayColumn, t.underA, t.underB]}
      rows={[
        [t.pathway('A', t.names.A), outOf100(AunderA, BunderA), outOf100(AunderB, BunderB)],
        [t.pathway('B', t.names.B), outOf100(BunderA, AunderA), outOf100(BunderB, AunderB)],
      ]}
    />
  )
}
