import { itemTitle } from '../../content/names.ts'
import type { Pathway } from '../../domain/action-plan-types.ts'
import { paths } from '../../paths.ts'
import { formatGain, formatHours } from '../../ui/charts/numbers.ts'
import { Choices, Table } from '../../ui/parts.tsx'
import { pathwayWords } from '../../ui/words/pathways.ts'
import { Effect } from './effect.tsx'
import type { PathwayChoice } from './entries.ts'
import { validationMessages } from './messages.ts'
import { BlockForm, BlockPage, type BlockProps, errorOf, ReasonField, VersionLine, WhoField } from './parts.tsx'

type ChoiceProps = BlockProps & { value: PathwayChoice | undefined; version: number }

const ids = ['A', 'B'] as const

/** The two pathways side by side, the choice of one, or one put together from it. */
export function ChoicePage(props: ChoiceProps) {
  const { frame, place, v, value, writes, errors, timeZone } = props
  const { language } = frame
  const t = validationMessages[language]
  const names = pathwayWords[language].names
  return (
    <BlockPage {...props} title={t.choiceTitle} lead={t.choiceLead} guideBlock="pathways">
      <div class="side-by-side">
        {ids.map((id) => (
          <Proposed {...props} pathway={v.plan.pathways[id]} />
        ))}
      </div>
      <BlockForm
        writes={props.writes}
        version={props.version}
        action={paths.journey(language, place.journey.id, 'validation', 'choice')}
      >
        <Choices
          name="pathway"
          legend={t.choose}
          large
          error={errorOf(errors, 'pathway')}
          choices={ids.map((id) => ({ value: id, label: t.pathway(id, names[id]), checked: value?.base === id }))}
        />
        <Choices
          name="how"
          legend={t.yourPathway}
          choices={[
            { value: 'as-is', label: t.asItIs, checked: value?.edited !== true },
            { value: 'edited', label: t.edited, checked: value?.edited === true },
          ]}
        />
        <ItemChoices {...props} />
        <WhoField v={v} value={value?.by ?? ''} errors={errors} language={language} />
        <ReasonField value={value?.reason ?? ''} errors={errors} language={language} />
        <VersionLine entry={v.decided.choice} timeZone={timeZone} language={language} />
        {writes && (
          <p class="actions">
            <button type="submit">{t.save}</button>
          </p>
        )}
      </BlockForm>
      {v.chosen && v.chosen.items.length > 0 && (
        <section>
          <h2>{t.yourPathway}</h2>
          <p>{figures(v.chosen, props)}</p>
          <Table
            caption={t.weekCaption}
            head={[t.item, t.hours, t.weeks]}
            rows={v.chosen.items.map(({ item, hours, firstWeek, lastWeek }) => [
              itemTitle(v.pack, item, language),
              formatHours(hours, language),
              firstWeek === lastWeek ? `${firstWeek}` : `${firstWeek}–${lastWeek}`,
            ])}
          />
        </section>
      )}
      <Effect v={v} language={language} />
    </BlockPage>
  )
}

function figures(pathway: Pathway, { frame: { language } }: Pick<ChoiceProps, 'frame'>): string {
  const t = validationMessages[language]
  const weeks = Math.max(0, ...pathway.items.map(({ lastWeek }) => lastWeek))
  const said = t.figures(pathway.items.length, formatHours(pathway.hours, language), weeks)
  return pathway.gapClosed === undefined ? said : `${said}, ${t.closes(formatGain(pathway.gapClosed, language))}`
}

function Proposed(props: ChoiceProps & { pathway: Pathway }) {
  const { frame, v, pathway } = props
  const { language } = frame
  const t = validationMessages[language]
  const words = pathwayWords[language]
  return (
    <article class="pathway" aria-labelledby={`pathway-${pathway.id}`}>
      <h2 id={`pathway-${pathway.id}`}>{t.pathway(pathway.id, words.names[pathway.id])}</h2>
      <p>{words.goals[pathway.id]}</p>
      <p>
        <strong>{figures(pathway, props)}</strong>
      </p>
      <ol>
        {pathway.items.map(({ item, hours }) => (
          <li>{t.itemLine(itemTitle(v.pack, item, language), formatHours(hours, language))}</li>
        ))}
      </ol>
    </article>
  )
}

/** Items of both pathways first, the rest of the catalogue folded away. */
function ItemChoices({ frame, v, value, errors }: ChoiceProps) {
  const { language } = frame
  const t = validationMessages[language]
  const chosen = new Set(value?.edited ? value.items : [])
  const proposed = [...new Set(ids.flatMap((id) => v.plan.pathways[id].items.map(({ item }) => item)))]
  const first = [...proposed, ...[...chosen].filter((item) => !proposed.includes(item))]
  const others = v.pack.items.map(({ id }) => id).filter((id) => !first.includes(id))
  const choice = (id: string) => ({
    value: id,
    label: t.itemLine(
      itemTitle(v.pack, id, language),
      formatHours(v.pack.items.find((item) => item.id === id)?.hours ?? 0, language),
    ),
    checked: chosen.has(id),
    id: `item-${id}`,
  })
  return (
    <Choices
      name="items"
      legend={t.editItems}
      hint={t.editHint}
      several
      error={errorOf(errors, 'items')}
      choices={first.map(choice)}
      after={
        <details>
          <summary>{t.moreItems}</summary>
          <div class="choices">
            {others.map(choice).map((one) => (
              <div class="choice">
                <input type="checkbox" id={one.id} name="items" value={one.value} checked={one.checked} />
                <label for={one.id}>{one.label}</label>
              </div>
            ))}
          </div>
        </details>
      }
    />
  )
}
