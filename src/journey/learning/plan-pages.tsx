import { say } from '../../content/text.ts'
import { isOpen, lastWeek } from '../../domain/learning/board.ts'
import type { ReplanOption } from '../../domain/learning/replan.ts'
import { addDays } from '../../domain/plan-dates.ts'
import { paths } from '../../paths.ts'
import { formatHours } from '../../ui/charts/numbers.ts'
import { longDate } from '../../ui/dates.ts'
import { SelectField, TextArea, TextField } from '../../ui/fields.tsx'
import { Choices, ErrorSummary, type FieldError, Table } from '../../ui/parts.tsx'
import { itemKindWords } from '../../ui/words/item-kinds.ts'
import { listOf } from '../../ui/words/list-of.ts'
import { JourneyFrame } from '../record/index.ts'
import type { BoardProps } from './board-page.tsx'
import { titleOf } from './load.ts'
import { learningMessages } from './messages.ts'
import type { PlanChanges } from './plan-acts.ts'
import { plainTitle } from './words.tsx'

export type PlanPageProps = Pick<BoardProps, 'frame' | 'place' | 'standing' | 'learning'> & {
  errors: FieldError[]
  typed: Record<string, string>
}

const errorOf = (errors: readonly FieldError[], name: string) => errors.find(({ field }) => field === name)?.message

/** An item of the catalogue, or something of the community's own, put on the board. */
export function AddPage(props: PlanPageProps & { newId: string }) {
  const { frame, place, standing, learning, errors, typed } = props
  const { language } = frame
  const t = learningMessages[language]
  const free = learning.pack.items.filter(({ id }) => !learning.entries.some(({ item }) => item === id))
  return (
    <JourneyFrame frame={frame} place={place} standing={standing} part="learning" title={t.addTitle}>
      <BackLink {...props} />
      <ErrorSummary errors={errors} language={language} />
      <p class="lead">{t.addLead}</p>
      <form method="post" action={paths.journey(language, place.journey.id, 'learning', 'add')}>
        <input type="hidden" name="version" value={learning.board.version} />
        <input type="hidden" name="id" value={props.newId} />
        <Choices
          name="kind"
          legend={t.whatKind}
          error={errorOf(errors, 'kind')}
          choices={[
            { value: 'catalogue', label: t.fromCatalogue, checked: typed.kind !== 'own' },
            { value: 'own', label: t.ofOurOwn, checked: typed.kind === 'own' },
          ]}
        />
        <SelectField
          name="item"
          label={t.catalogueItem}
          hint={t.catalogueHint}
          empty={t.chooseItem}
          value={typed.item}
          error={errorOf(errors, 'item')}
          options={free.map((item) => ({
            value: item.id,
            label: t.itemOption(
              say(item.title, language).text,
              itemKindWords[language][item.kind],
              formatHours(item.hours, language),
            ),
          }))}
        />
        <p>
          <a href={paths.librarySearch(language)}>{t.searchCatalogue}</a>
        </p>
        <TextField
          name="title"
          label={t.ownTitle}
          value={typed.title}
          maxlength={200}
          error={errorOf(errors, 'title')}
        />
        <TextField
          name="hours"
          label={t.ownHours}
          inputmode="decimal"
          value={typed.hours}
          error={errorOf(errors, 'hours')}
        />
        <TextField
          name="week"
          label={t.addWeek}
          inputmode="numeric"
          value={typed.week ?? String(Math.max(1, learning.week))}
          error={errorOf(errors, 'week')}
        />
        <p class="actions">
          <button type="submit">{t.addButton}</button>
        </p>
      </form>
    </JourneyFrame>
  )
}

function BackLink({ frame, place }: Pick<PlanPageProps, 'frame' | 'place'>) {
  return (
    <p class="no-print">
      <a href={paths.journey(frame.language, place.journey.id, 'learning')}>
        {learningMessages[frame.language].backToBoard}
      </a>
    </p>
  )
}

type Way = ReplanOption & { seen: string }

/** What an option is called. */
function wayInWords(option: Way, language: 'en' | 'fr'): string {
  const t = learningMessages[language].againOptions
  const hours = formatHours(option.weeklyHours, language)
  if (option.kind === 'set-aside') return t['set-aside'](option.setAside.length)
  if (option.kind === 'more-hours') return t['more-hours'](hours)
  return option.weeksLonger === 0 ? t.same(hours) : t.longer(hours, option.weeksLonger)
}

/** The ways to go on from today, side by side; nothing changes until people choose one. */
export function PlanAgainPage(
  props: PlanPageProps & { fromWeek: number; weeklyHours: number; options: readonly Way[] },
) {
  const { frame, place, standing, learning, errors, options, fromWeek } = props
  const { language } = frame
  const t = learningMessages[language]
  const to = paths.journey(language, place.journey.id, 'learning', 'plan-again')
  const open = learning.entries.filter(isOpen)
  const title = (id: string) => {
    const entry = open.find((one) => one.id === id)
    return entry ? plainTitle(entry, learning, language) : id
  }
  return (
    <JourneyFrame frame={frame} place={place} standing={standing} part="learning" title={t.againTitle}>
      <BackLink {...props} />
      <ErrorSummary errors={errors} language={language} />
      {open.length === 0 ? (
        <p>{t.againNothing}</p>
      ) : (
        <>
          <p class="lead">{t.againLead(fromWeek)}</p>
          <form method="get" action={to}>
            <TextField
              name="weekly"
              label={t.againHours}
              inputmode="decimal"
              value={props.typed.weekly ?? formatHours(props.weeklyHours, language)}
              error={errorOf(errors, 'weekly')}
            />
            <p class="actions">
              <button type="submit" class="second">
                {t.againShow}
              </button>
            </p>
          </form>
          <form method="post" action={to}>
            <input type="hidden" name="version" value={learning.board.version} />
            <input type="hidden" name="weekly" value={props.weeklyHours} />
            <Choices
              name="way"
              legend={t.againChoice}
              large
              error={errorOf(errors, 'way')}
              choices={options.map((option) => ({
                value: option.seen,
                label: wayInWords(option, language),
                hint: [
                  t.againEnds(
                    option.plan.lastWeek,
                    longDate(addDays(learning.board.startsOn, option.plan.lastWeek * 7 - 1), language),
                  ),
                  ...(option.setAside.length > 0 ? [t.againAside(listOf(option.setAside.map(title), language))] : []),
                ].join(' '),
              }))}
            />
            <p class="actions">
              <button type="submit">{t.againButton}</button>
              <a href={paths.journey(language, place.journey.id, 'learning')}>{t.againKeep}</a>
            </p>
          </form>
          {options.map((option) => (
            <Table
              caption={t.againTable(wayInWords(option, language))}
              head={[t.againItem, t.againNow, t.againThen]}
              rows={open.map((entry) => {
                const then = option.plan.placements.find(({ id }) => id === entry.id)
                return [
                  plainTitle(entry, learning, language),
                  t.spanWeeks(entry.firstWeek, lastWeek(entry)),
                  then ? t.spanWeeks(then.firstWeek, lastWeek(then)) : t.states['set-aside'],
                ]
              })}
            />
          ))}
        </>
      )}
    </JourneyFrame>
  )
}

/** What a revised final plan would change on the board. */
export function PlanChangesPage(props: PlanPageProps & { version: number; changes: PlanChanges }) {
  const { frame, place, standing, learning, changes, version } = props
  const { language } = frame
  const t = learningMessages[language]
  const nothing = changes.added.length === 0 && changes.dropped.length === 0 && changes.start === undefined
  const name = (id: string) =>
    titleOf({ item: id, title: undefined, language: undefined }, learning.pack, language).text
  return (
    <JourneyFrame frame={frame} place={place} standing={standing} part="learning" title={t.changesTitle}>
      <BackLink {...props} />
      <p class="lead">{t.changesLead(version)}</p>
      <form method="post" action={paths.journey(language, place.journey.id, 'learning', 'plan-changes')}>
        <input type="hidden" name="version" value={learning.board.version} />
        <input type="hidden" name="plan" value={version} />
        {nothing && <p>{t.changesNone}</p>}
        {changes.added.length > 0 && (
          <Choices
            name="add"
            legend={t.changesAdd}
            several
            choices={changes.added.map((id) => ({ value: id, label: name(id), checked: true }))}
          />
        )}
        {changes.dropped.length > 0 && (
          <Choices
            name="drop"
            legend={t.changesDrop}
            several
            choices={changes.dropped.map((entry) => ({
              value: entry.id,
              label: plainTitle(entry, learning, language),
            }))}
          />
        )}
        {changes.start && (
          <Choices
            name="start"
            legend={t.changesStartLegend}
            several
            choices={[{ value: 'yes', label: t.changesStart(longDate(changes.start, language)), checked: false }]}
          />
        )}
        <p class="actions">
          {!nothing && <button type="submit">{t.changesButton}</button>}
          <button type="submit" class="second" name="nothing" value="yes">
            {t.changesKeep}
          </button>
        </p>
      </form>
    </JourneyFrame>
  )
}

/** The lead asks to close the pathway though something is open. */
export function ClosePage(props: PlanPageProps) {
  const { frame, place, standing, learning, errors, typed } = props
  const { language } = frame
  const t = learningMessages[language]
  const open = learning.entries.filter(isOpen)
  const isDone = open.length === 0 && learning.entries.length > 0
  return (
    <JourneyFrame frame={frame} place={place} standing={standing} part="learning" title={t.closeTitle}>
      <BackLink {...props} />
      <ErrorSummary errors={errors} language={language} />
      <p class="lead">{isDone ? t.closeDone : t.closeLead(open.length)}</p>
      {!isDone && (
        <form method="post" action={paths.journey(language, place.journey.id, 'learning', 'close')}>
          <TextArea
            name="reason"
            label={t.closeReason}
            hint={t.closeHint}
            rows={3}
            maxlength={600}
            value={typed.reason}
            error={errorOf(errors, 'reason')}
          />
          <p class="actions">
            <button type="submit">{t.closeButton}</button>
          </p>
        </form>
      )}
    </JourneyFrame>
  )
}
