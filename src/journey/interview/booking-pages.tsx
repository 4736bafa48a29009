import { may } from '../../domain/access.ts'
import { paths } from '../../paths.ts'
import { Choices, ErrorSummary, type FieldError } from '../../ui/parts.tsx'
import { JourneyFrame } from '../record/index.ts'
import type { Booking, Participant, Partner } from './booking-store.ts'
import { interviewMessages } from './messages.ts'
import { Notice, type PageProps, TextField, When, type Zones } from './parts.tsx'

export type BookPageProps = PageProps & {
  zones: Zones
  minutes: number
  slots: Date[]
  booking: Booking | undefined
  typed: { slot: string; day: string; time: string; place: string }
  errors: FieldError[]
  notice?: string
}

const errorOf = (errors: FieldError[], field: string) => errors.find((error) => error.field === field)?.message

/** The advisor's free times, on the reader's clock and the community's; an advisor may enter another time. */
export function BookPage(props: BookPageProps) {
  const { frame, place, standing, booking, typed, errors, zones } = props
  const { language } = frame
  const t = interviewMessages[language]
  const { alone } = place.journey
  const at = (...rest: string[]) => paths.journey(language, place.journey.id, 'interview', ...rest)
  const title = alone ? t.recordDateTitle : booking ? t.changeTitle : t.bookTitle
  const entersTime = standing.community.includes('advisor')
  return (
    <JourneyFrame frame={frame} place={place} standing={standing} part="interview" title={title}>
      <ErrorSummary errors={errors} language={language} />
      <Notice text={props.notice} />
      {alone ? <p class="lead">{t.recordDateLead}</p> : <p class="lead">{t.bookHint(props.minutes)}</p>}
      {!alone && props.slots.length === 0 && (
        <div class="note">
          <p>
            {t.noSlots} {entersTime ? t.noSlotsAdvisor : t.noSlotsLead}
          </p>
          <p>
            {entersTime ? (
              <a href={paths.desk(language, 'slots')}>{t.openSlots}</a>
            ) : (
              may('message.write', standing) && (
                <a href={paths.journey(language, place.journey.id, 'messages')}>{t.writeToAdvisor}</a>
              )
            )}
          </p>
        </div>
      )}
      {(alone || entersTime || props.slots.length > 0) && (
        <form method="post" action={at('book')}>
          {booking && <input type="hidden" name="booking" value={booking.id} />}
          <input type="hidden" name="sequence" value={String(booking?.sequence ?? 0)} />
          {!alone && props.slots.length > 0 && (
            <Choices
              name="slot"
              legend={t.slotsLegend}
              error={errorOf(errors, 'slot')}
              choices={props.slots.map((slot) => ({
                value: slot.toISOString(),
                label: <When moment={slot} zones={zones} language={language} />,
                checked: typed.slot === slot.toISOString(),
              }))}
            />
          )}
          {(alone || entersTime) && (
            <fieldset>
              <legend class={alone ? 'visually-hidden' : undefined}>{alone ? t.recordDate : t.otherTime}</legend>
              {!alone && <p class="hint">{t.otherTimeHint}</p>}
              <TextField
                name="day"
                type="date"
                label={t.day}
                hint={t.dayHint}
                value={typed.day}
                error={errorOf(errors, 'day')}
              />
              {!alone && (
                <TextField
                  name="time"
                  type="time"
                  label={t.time}
                  hint={t.timeHint}
                  value={typed.time}
                  error={errorOf(errors, 'time')}
                />
              )}
            </fieldset>
          )}
          <TextField
            name="place"
            label={t.place}
            hint={t.placeHint}
            value={typed.place}
            error={errorOf(errors, 'place')}
            max={299}
          />
          <p class="actions">
            <button type="submit">{alone ? t.recordDate : t.confirmBooking}</button>
            <a href={at()}>{t.back}</a>
          </p>
        </form>
      )}
      {!alone && !entersTime && props.slots.length === 0 && (
        <p>
          <a href={at()}>{t.back}</a>
        </p>
      )}
    </JourneyFrame>
  )
}

/** Asks once more before a booking is cancelled, since everyone invited is told. */
export function CancelPage(props: PageProps & { booking: Booking; zones: Zones }) {
  const { frame, place, standing, booking } = props
  const { language } = frame
  const t = interviewMessages[language]
  const at = (...rest: string[]) => paths.journey(language, place.journey.id, 'interview', ...rest)
  return (
    <JourneyFrame frame={frame} place={place} standing={standing} part="interview" title={t.cancelTitle}>
      <p class="lead">
        <When moment={booking.startsAt} wholeDay={booking.wholeDay} zones={props.zones} language={language} />
      </p>
      <p>{t.cancelLead}</p>
      <form method="post" action={at('cancel')}>
        <input type="hidden" name="booking" value={booking.id} />
        <TextField name="reason" label={t.cancelReason} hint={t.cancelReasonHint} value="" max={300} />
        <p class="actions">
          <button type="submit">{t.cancel}</button>
          <a href={at()}>{t.keepBooking}</a>
        </p>
      </form>
    </JourneyFrame>
  )
}

export type PeoplePageProps = PageProps & {
  members: Partner[]
  participants: Participant[]
  version: number
  /** What was typed, where it could not be saved. */
  typed?: { members: string[]; others: string }
  errors: FieldError[]
  notice?: string
}

/** Who takes part: members who get the invitation, and others by role. */
export function PeoplePage(props: PeoplePageProps) {
  const { frame, place, standing, participants, errors } = props
  const { language } = frame
  const t = interviewMessages[language]
  const at = (...rest: string[]) => paths.journey(language, place.journey.id, 'interview', ...rest)
  const chosen = props.typed?.members ?? participants.flatMap(({ personId }) => personId ?? [])
  const others =
    props.typed?.others ??
    participants
      .filter(({ personId }) => personId === undefined)
      .map(({ role }) => role)
      .join('\n')
  return (
    <JourneyFrame frame={frame} place={place} standing={standing} part="interview" title={t.peopleTitle}>
      <ErrorSummary errors={errors} language={language} />
      <Notice text={props.notice} />
      <form method="post" action={at('people')}>
        <input type="hidden" name="version" value={String(props.version)} />
        <Choices
          name="member"
          legend={t.peopleMembers}
          hint={t.peopleMembersHint}
          several
          choices={props.members.map((member) => ({
            value: member.personId,
            label: member.name,
            hint: member.title ?? member.roles.map((role) => t.roles[role] ?? role).join(', '),
            checked: chosen.includes(member.personId),
          }))}
        />
        <TextField
          name="others"
          label={t.peopleOthers}
          hint={t.peopleOthersHint}
          value={others}
          rows={5}
          error={errorOf(errors, 'others')}
        />
        <p class="actions">
          <button type="submit">{t.save}</button>
          <a href={at()}>{t.back}</a>
        </p>
      </form>
    </JourneyFrame>
  )
}
