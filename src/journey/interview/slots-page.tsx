import type { Standing } from '../../domain/access.ts'
import { clockOf, type WeeklyHours } from '../../domain/slots.ts'
import { paths } from '../../paths.ts'
import type { Frame } from '../../people/index.ts'
import { DeskMenu } from '../../ui/desk-menu.tsx'
import { Layout } from '../../ui/layout.tsx'
import { uiMessages } from '../../ui/messages.ts'
import { ErrorSummary, type FieldError } from '../../ui/parts.tsx'
import { interviewMessages } from './messages.ts'
import { TextField } from './parts.tsx'
import { momentIn, zoneName } from './times.ts'

export type SlotsPageProps = {
  frame: Frame
  standing: Standing
  now: Date
  timeZone: string
  weekly: (WeeklyHours & { id: string })[]
  upcoming: Date[]
  takenOut: Date[]
  booked: { journeyId: string; startsAt: Date; communityName: string }[]
  typed: { weekday: string; from: string; until: string; day: string; time: string }
  errors: FieldError[]
}

/** When an advisor can be booked: hours of every week, single times, and what comes of both. */
export function SlotsPage(props: SlotsPageProps) {
  const { frame, timeZone, errors, typed } = props
  const { language } = frame
  const t = interviewMessages[language]
  const action = paths.desk(language, 'slots')
  const moment = (at: Date) => momentIn(at, language, timeZone)
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message
  /** A button that changes one line; its name says which. */
  const oneLine = (act: string, value: string, label: string, about: string) => (
    <form method="post" action={action} class="in-line">
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="value" value={value} />
      <button type="submit" class="plain">
        {label}
        <span class="visually-hidden">
          {uiMessages[language].colon}
          {about}
        </span>
      </button>
    </form>
  )
  const hours = ({ weekday, fromMinute, untilMinute }: WeeklyHours) =>
    `${t.weekdays[weekday - 1]}, ${clockOf(fromMinute)}–${clockOf(untilMinute)}`
  return (
    <Layout {...frame} section="desk" title={t.slotsTitle}>
      <DeskMenu language={language} standing={props.standing} page="slots" />
      <h1>{t.slotsTitle}</h1>
      <ErrorSummary errors={errors} language={language} />
      <p class="lead">{t.slotsLead(zoneName(timeZone, language, props.now))}</p>

      <h2>{t.bookedTitle}</h2>
      {props.booked.length === 0 && <p>{t.bookedNone}</p>}
      <ul class="rows slots">
        {props.booked.map((one) => (
          <li>
            {moment(one.startsAt)}
            <a href={paths.journey(language, one.journeyId, 'interview')}>{one.communityName}</a>
          </li>
        ))}
      </ul>

      <h2>{t.weeklyTitle}</h2>
      {props.weekly.length === 0 && <p>{t.weeklyNone}</p>}
      <ul class="rows slots">
        {props.weekly.map((one) => (
          <li>
            {hours(one)}
            {oneLine('remove-weekly', one.id, t.remove, hours(one))}
          </li>
        ))}
      </ul>
      <form method="post" action={action}>
        <h3>{t.weeklyAdd}</h3>
        <input type="hidden" name="act" value="add-weekly" />
        <div class="field">
          <label class="label" for="weekday">
            {t.weekday}
          </label>
          <select id="weekday" name="weekday">
            {t.weekdays.map((name, index) => (
              <option value={String(index + 1)} selected={typed.weekday === String(index + 1)}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <TextField
          name="from"
          type="time"
          label={t.fromTime}
          hint={t.timeHint}
          value={typed.from}
          error={errorOf('from')}
        />
        <TextField
          name="until"
          type="time"
          label={t.untilTime}
          hint={t.timeHint}
          value={typed.until}
          error={errorOf('until')}
        />
        <button type="submit" class="second">
          {t.weeklyAdd}
        </button>
      </form>

      <h2>{t.singleTitle}</h2>
      <form method="post" action={action}>
        <input type="hidden" name="act" value="add-single" />
        <TextField name="day" type="date" label={t.day} hint={t.dayHint} value={typed.day} error={errorOf('day')} />
        <TextField
          name="time"
          type="time"
          label={t.time}
          hint={t.timeHint}
          value={typed.time}
          error={errorOf('time')}
        />
        <button type="submit" class="second">
          {t.singleAdd}
        </button>
      </form>

      <h2>{t.upcomingTitle}</h2>
      {props.upcoming.length === 0 && <p>{t.upcomingNone}</p>}
      <ul class="rows slots">
        {props.upcoming.map((at) => (
          <li>
            {moment(at)}
            {oneLine('take-out', at.toISOString(), t.takeOut, moment(at))}
          </li>
        ))}
      </ul>
      {props.takenOut.length > 0 && (
        <>
          <h2>{t.takenOutTitle}</h2>
          <ul class="rows slots">
            {props.takenOut.map((at) => (
              <li>
                {moment(at)}
                {oneLine('give-back', at.toISOString(), t.giveBack, moment(at))}
              </li>
            ))}
          </ul>
        </>
      )}
    </Layout>
  )
}
