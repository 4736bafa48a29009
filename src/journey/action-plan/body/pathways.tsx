import { itemTitle } from '../../../content/names.ts'
import type { LeftOut, Pathway } from '../../../domain/action-plan-types.ts'
import { paths } from '../../../paths.ts'
import { gapClosedChart, pathwayWeeksChart } from '../../../ui/charts/index.ts'
import { formatGain, formatHours } from '../../../ui/charts/numbers.ts'
import { Figure, Table } from '../../../ui/parts.tsx'
import { twoByTwoTable } from '../../../ui/words/pathway-tables.ts'
import { pathwayWords, reasonInWords, untouchedInWords } from '../../../ui/words/pathways.ts'
import { actionPlanMessages } from './messages.ts'
import type { Choice, PlanProps } from './plan-props.ts'
import { ProjectedCard } from './projected.tsx'

const ids: Choice[] = ['A', 'B']

/** The two pathways, side by side on a wide screen and one after the other on a phone, then compared in figures. */
export function Pathways(props: PlanProps & { choose?: (id: Choice) => unknown }) {
  const { plan, language } = props
  const words = pathwayWords[language]
  return (
    <section>
      <h2>{words.title}</h2>
      <p>
        {words.lead(formatHours(plan.basis.hours, language), plan.basis.weeks)} {words.atMost(plan.basis.maxItems)}
      </p>
      <div class="side-by-side">
        {ids.map((id) => (
          <PathwayColumn {...props} id={id} />
        ))}
      </div>
      <ProjectedCard {...props} />
      <h3>{actionPlanMessages[language].compareTitle}</h3>
      <TwoByTwoTable {...props} />
      <p>{overlapText(props)}</p>
    </section>
  )
}

function PathwayColumn(props: PlanProps & { id: Choice; choose?: (id: Choice) => unknown }) {
  const { plan, pack, language, id, chosen, choose, slots = {} } = props
  const t = actionPlanMessages[language]
  const words = pathwayWords[language]
  const pathway = plan.pathways[id]
  const untouched = untouchedInWords(plan, id, { pack, language })
  const chart = (name: string, narrow = false) => ({ language, id: `${name}-${id}`, narrow })
  return (
    <article class={chosen === id ? 'pathway chosen' : 'pathway'} aria-labelledby={`pathway-${id}`}>
      <h3 id={`pathway-${id}`}>
        {words.heading(id, words.names[id])}
        {chosen === id && <span class="tag">{t.chosen}</span>}
      </h3>
      {slots.goal ? slots.goal(id) : <p>{words.goals[id]}</p>}
      <p class="key-figures">
        <strong>{t.figures(pathway.items.length, formatHours(pathway.hours, language), weeksUsed(pathway))}</strong>
        {pathway.gapClosed !== undefined && (
          <>
            <br />
            {t.gapClosed(formatGain(pathway.gapClosed, language))}
          </>
        )}
      </p>
      {untouched && <p class="quiet">{untouched}</p>}
      {choose && <div class="no-print">{choose(id)}</div>}
      {pathway.items.length === 0 ? <p>{t.noItems}</p> : <Items {...props} pathway={pathway} />}
      {slots.pathway?.(id)}
      {pathway.items.length > 0 && (
        <>
          <h4>{t.weekPicture}</h4>
          <Figure chart={pathwayWeeksChart(pathway, pack, chart('weeks', true))} language={language} />
          {pathway.cells.length > 0 && (
            <>
              <h4>{t.gapPicture}</h4>
              <Figure chart={gapClosedChart(plan, id, pack, chart('gaps', true))} language={language} />
            </>
          )}
        </>
      )}
      <details>
        <summary aria-label={`${words.leftOut}, ${words.heading(id, words.names[id])}`}>{words.leftOut}</summary>
        {pathway.leftOut.length === 0 && <p>{t.nothingLeftOut}</p>}
        {leftOutByReason(pathway).map(([why, left]) => (
          <>
            <p>
              <strong>{words.leftOutReason(words.leftOutWhy[why])}</strong>
            </p>
            <ul>
              {left.map(({ item }) => (
                <li>
                  <a href={paths.item(language, item)}>{itemTitle(pack, item, language)}</a>
                </li>
              ))}
            </ul>
          </>
        ))}
      </details>
      <p class="quiet">{choiceInWords(props)}</p>
    </article>
  )
}

/** How good a choice the pathway is; one that people changed is theirs to judge. */
function choiceInWords({ plan, language, id, slots }: PlanProps & { id: Choice }): string {
  const words = pathwayWords[language]
  const { proven, considered } = plan.pathways[id]
  if (slots?.edited?.[id]) return words.changedByPeople
  return proven ? words.bestOf(considered) : words.goodOf(considered)
}

/** The items that are left out, reason by reason, in the order the reasons first come. */
function leftOutByReason(pathway: Pathway): [LeftOut['why'], LeftOut[]][] {
  const reasons = [...new Set(pathway.leftOut.map(({ why }) => why))]
  return reasons.map((why) => [why, pathway.leftOut.filter((left) => left.why === why)])
}

function Items({ pathway, pack, language, slots }: PlanProps & { pathway: Pathway }) {
  const t = actionPlanMessages[language]
  return (
    <ol class="items">
      {pathway.items.map((planned) => (
        <li>
          <a href={paths.item(language, planned.item)}>{itemTitle(pack, planned.item, language)}</a>
          <p class="meta">
            {t.weekOf(planned.firstWeek, planned.lastWeek)} · {t.hoursShort(formatHours(planned.hours, language))}
          </p>
          <p class="quiet">{planned.reasons.map((reason) => reasonInWords(reason, { pack, language })).join(' ')}</p>
          {slots?.item?.(pathway.id, planned.item)}
        </li>
      ))}
    </ol>
  )
}

const weeksUsed = (pathway: Pathway) => Math.max(0, ...pathway.items.map((item) => item.lastWeek))

function TwoByTwoTable({ plan, language }: PlanProps) {
  const words = pathwayWords[language]
  const label = (id: Choice) => words.heading(id, words.names[id])
  return (
    <>
      <Table {...twoByTwoTable({ plan, language }, [label('A'), label('B')])} />
      <p class="quiet">{words.compareNote}</p>
    </>
  )
}

function overlapText({ plan, language }: PlanProps): string {
  const words = pathwayWords[language]
  if (plan.shareMost) return words.shareMost
  return plan.overlapHours === 0 ? words.noOverlap : words.overlap(formatHours(plan.overlapHours, language))
}
