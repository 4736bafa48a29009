import { may, takesChange } from '../../domain/access.ts'
import { isLate, isOpen, lastWeek } from '../../domain/learning/board.ts'
import { withDependents } from '../../domain/learning/replan.ts'
import { paths } from '../../paths.ts'
import { formatHours } from '../../ui/charts/numbers.ts'
import { dayIn, longDate } from '../../ui/dates.ts'
import { SelectField, TextField } from '../../ui/fields.tsx'
import { ErrorSummary, type FieldError } from '../../ui/parts.tsx'
import { JourneyFrame } from '../record/index.ts'
import type { BoardProps } from './board-page.tsx'
import type { OwnHours } from './hours-store.ts'
import { MarkedActions } from './item-actions.tsx'
import { PeopleForms } from './item-people.tsx'
import { ReasonForms } from './item-reasons.tsx'
import type { Entry } from './load.ts'
import { learningMessages } from './messages.ts'
import { closesOf, datesOf, kindOf, plainTitle } from './words.tsx'

export type ItemProps = Omit<BoardProps, 'script'> & {
  entry: Entry
  /** Hours the reader recorded for it. */
  own: OwnHours[]
  /** Made for the form of hours, so that sent twice it counts once. */
  formKey: string
  errors: FieldError[]
  /** Field -> what was typed, after an error. */
  typed?: Record<string, string>
}

/** One item of the pathway: when, who, how long, and everything that can be done with it. */
export function ItemPage(props: ItemProps) {
  const { frame, place, standing, learning, entry } = props
  const { language } = frame
  const t = learningMessages[language]
  const to = (...rest: string[]) => paths.journey(language, place.journey.id, 'learning', ...rest)
  const plans = may('learning.plan', standing) && takesChange('learning.plan', place.journey)
  const dates = {
    first: datesOf(learning, entry.firstWeek, language).first,
    last: datesOf(learning, lastWeek(entry), language).last,
  }
  return (
    <JourneyFrame
      frame={frame}
      place={place}
      standing={standing}
      part="learning"
      title={plainTitle(entry, learning, language)}
    >
      <p class="no-print">
        <a href={`${to()}#item-${entry.id}`}>{t.backToBoard}</a>
      </p>
      {props.notice && (
        <p class="note" role="status">
          {props.notice}
        </p>
      )}
      {props.problem && (
        <p class="note amber" role="alert">
          {props.problem}
        </p>
      )}
      <ErrorSummary errors={props.errors} language={language} />
      <p class="meta">
        {kindOf(entry, language)} · {t.spanWeeks(entry.firstWeek, lastWeek(entry))},{' '}
        {t.weekDates(dates.first, dates.last)}
      </p>
      <p>
        <strong>{t.states[entry.state]}</strong>
        {isLate(entry, learning.week) && <span class="tag">{t.isLate}</span>} ·{' '}
        {t.hoursOf(formatHours(entry.hours, language), formatHours(learning.hours.byItem.get(entry.id) ?? 0, language))}
      </p>
      {entry.reason !== '' && (
        <p lang={entry.reasonLanguage === language ? undefined : entry.reasonLanguage}>{t.reasonSaid(entry.reason)}</p>
      )}
      {entry.item !== undefined && (
        <p class="actions no-print">
          {may('learning.do', standing) && (
            <a class="button" href={paths.study(language, entry.item)}>
              {t.study}
            </a>
          )}
          <a href={paths.item(language, entry.item)}>{t.readItem}</a>
        </p>
      )}
      <h2>{t.about}</h2>
      <ul>
        {closesOf(entry, learning, language).map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
      {may('learning.do', standing) && <Mine {...props} />}
      <PeopleForms {...props} plans={plans} />
      {plans && isOpen(entry) && <MoveForm {...props} />}
      <MarkedActions {...props} />
      <ReasonForms {...props} plans={plans} dependents={dependentsOf(props)} />
    </JourneyFrame>
  )
}

/** Open items that cannot be followed without this one. */
function dependentsOf({ learning, entry, frame }: ItemProps): string[] {
  const open = learning.entries.filter((other) => isOpen(other))
  const group = withDependents(open, entry.id)
  return open
    .filter((other) => group.has(other.id) && other.id !== entry.id)
    .map((other) => plainTitle(other, learning, frame.language))
}

function MoveForm({ frame, place, learning, entry, errors, typed }: ItemProps) {
  const { language } = frame
  const t = learningMessages[language]
  const weeks = Array.from({ length: Math.min(104, learning.weeks + 12) }, (_, index) => index + 1)
  return (
    <section aria-labelledby="plan-title">
      <h2 id="plan-title">{t.planTitle}</h2>
      <form method="post" action={paths.journey(language, place.journey.id, 'learning', 'items', entry.id, 'move')}>
        <input type="hidden" name="version" value={learning.board.version} />
        <input type="hidden" name="from" value="item" />
        <SelectField
          name="week"
          label={t.moveTo}
          value={typed?.week ?? String(entry.firstWeek)}
          error={errors.find(({ field }) => field === 'week')?.message}
          options={weeks.map((week) => ({
            value: String(week),
            label: `${t.week(week)} (${datesOf(learning, week, language).first})`,
          }))}
        />
        <button type="submit" class="second">
          {t.moveButton}
        </button>
      </form>
    </section>
  )
}

/** The reader's own part: whether they have it, how far they are, what they spent. */
function Mine(props: ItemProps) {
  const { frame, place, entry, own, errors, typed, personId, timeZone } = props
  const { language } = frame
  const t = learningMessages[language]
  const to = (...rest: string[]) => paths.journey(language, place.journey.id, 'learning', 'items', entry.id, ...rest)
  const share = entry.people.find((one) => one.personId === personId)
  const active = takesChange('learning.do', place.journey) && entry.state !== 'set-aside' && entry.state !== 'prior'
  const buttons: [boolean, string, string, string][] = [
    [share === undefined && isOpen(entry), 'take', t.take, 'second'],
    [share?.state === 'planned', 'begin', t.begin, 'second'],
    [share !== undefined && share.state !== 'done', 'done', t.done, ''],
    [share?.state === 'done', 'not-done', t.notDone, 'second'],
    [share !== undefined && share.state !== 'done', 'give-back', t.giveBack, 'plain'],
  ]
  return (
    <section aria-labelledby="mine-title">
      <h2 id="mine-title">{t.mineTitle}</h2>
      <p>{share ? t.personState(t.you, t.shareStates[share.state]) : t.mineNot}</p>
      {active && (
        <form method="post" action={to('mine')}>
          <input type="hidden" name="from" value="item" />
          <p class="board-buttons">
            {buttons
              .filter(([show]) => show)
              .map(([, value, label, look]) => (
                <button type="submit" name="do" value={value} class={look || undefined}>
                  {label}
                </button>
              ))}
          </p>
        </form>
      )}
      {(share || own.length > 0) && <h3>{t.hoursTitle}</h3>}
      {active && share && (
        <form method="post" action={to('hours')}>
          <input type="hidden" name="key" value={props.formKey} />
          <TextField
            name="hours"
            label={t.hoursField}
            hint={t.hoursHint}
            inputmode="decimal"
            value={typed?.hours}
            error={errors.find(({ field }) => field === 'hours')?.message}
          />
          <button type="submit" class="second">
            {t.hoursButton}
          </button>
        </form>
      )}
      {own.length > 0 && (
        <ul class="board-people plain-list">
          {own.map((one) => {
            const hours = formatHours(one.hours, language)
            const day = longDate(dayIn(one.at, timeZone), language)
            return (
              <li>
                <span>
                  {t.hoursLine(hours, day)} <span class="quiet">({t.hoursSources[one.source]})</span>
                </span>
                {takesChange('learning.do', place.journey) && (
                  <form method="post" action={to('hours', one.id, 'take-back')}>
                    <button type="submit" class="plain" aria-label={t.hoursBackName(hours, day)}>
                      {t.hoursBack}
                    </button>
                  </form>
                )}
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}
