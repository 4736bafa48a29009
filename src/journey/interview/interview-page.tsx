import type { Guide } from '../../content/schema.ts'
import { say } from '../../content/text.ts'
import { may } from '../../domain/access.ts'
import { paths } from '../../paths.ts'
import { dayIn, longDate } from '../../ui/dates.ts'
import { uiMessages } from '../../ui/messages.ts'
import { JourneyFrame } from '../record/index.ts'
import type { Booking, Participant } from './booking-store.ts'
import { interviewMessages } from './messages.ts'
import { Notice, type PageProps, TextField, When, type Zones } from './parts.tsx'
import type { Interview } from './store.ts'
import type { SummaryState } from './summary.ts'

export type InterviewPageProps = PageProps & {
  zones: Zones
  guide: Guide
  interview: Interview
  booking: Booking | undefined
  participants: Participant[]
  state: SummaryState
  /** The frozen summary, once there is one. */
  document: string | undefined
  /** The summary may still be changed and the journey is active. */
  open: boolean
  seesNotes: boolean
  notice?: string
  reopenError?: string
}

/** The stage page: when, with whom, the guide, and where the summary stands. */
export function InterviewPage(props: InterviewPageProps) {
  const { frame, place, standing, guide } = props
  const { language } = frame
  const t = interviewMessages[language]
  const at = (...rest: string[]) => paths.journey(language, place.journey.id, 'interview', ...rest)
  const minutes = guide.blocks.reduce((sum, block) => sum + block.minutes, 0)
  return (
    <JourneyFrame frame={frame} place={place} standing={standing} part="interview" title={t.title}>
      <Notice text={props.notice} />
      <p class="lead">{t.lead}</p>
      <p>{t.noRecording}</p>
      <Appointment {...props} />
      {(props.open || props.participants.length > 0) && (
        <>
          <h2>{t.peopleTitle}</h2>
          <Participants {...props} />
        </>
      )}
      {props.open && may('interview.book', standing) && (
        <p>
          <a href={at('people')}>{t.peopleEdit}</a>
        </p>
      )}
      {props.seesNotes && (
        <>
          <h2>{t.guideTitle}</h2>
          <p>
            {say(guide.title, language).text}
            {uiMessages[language].colon}
            {t.guideLead(minutes, guide.blocks.length)}
          </p>
          <p class="actions">
            <a class="button" href={at('guide')}>
              {t.guideOpen}
            </a>
            {props.open && may('interview.edit', standing) && <a href={at('needs')}>{t.needsOpen}</a>}
            <a href={at('guide.pdf')}>{t.guidePaper}</a>
          </p>
        </>
      )}
      <h2>{t.summaryTitle}</h2>
      <SummaryLine {...props} />
    </JourneyFrame>
  )
}

function Appointment(props: InterviewPageProps) {
  const { frame, place, standing, booking, interview, zones } = props
  const { language } = frame
  const t = interviewMessages[language]
  const at = (...rest: string[]) => paths.journey(language, place.journey.id, 'interview', ...rest)
  const books = props.open && may('interview.book', standing)
  const held = booking?.state === 'held' || interview.heldAt !== undefined
  return (
    <>
      <h2>{t.whenTitle}</h2>
      {booking === undefined ? (
        <p>{held && interview.heldAt ? longDate(dayIn(interview.heldAt, zones.community), language) : t.notBooked}</p>
      ) : (
        <p>
          {held && (
            <>
              {t.heldOn}
              {uiMessages[language].colon}
            </>
          )}
          <When moment={booking.startsAt} wholeDay={booking.wholeDay} zones={zones} language={language} />
          {booking.place && (
            <>
              <br />
              {booking.place}
            </>
          )}
        </p>
      )}
      {books && booking === undefined && !held && (
        <p class="actions">
          <a class="button" href={at('book')}>
            {place.journey.alone ? t.recordDate : t.book}
          </a>
        </p>
      )}
      {booking !== undefined && !held && (
        <p class="actions">
          {books && <a href={at('book')}>{t.changeTime}</a>}
          {books && <a href={at('cancel')}>{t.cancel}</a>}
          {!booking.wholeDay && <a href={at('invitation.ics')}>{t.downloadInvitation}</a>}
        </p>
      )}
      {booking !== undefined && !held && props.open && may('interview.edit', standing) && (
        <form method="post" action={at('held')}>
          <input type="hidden" name="booking" value={booking.id} />
          <p class="hint" id="held-hint">
            {t.markHeldHint}
          </p>
          <button type="submit" class="second" aria-describedby="held-hint">
            {t.markHeld}
          </button>
        </form>
      )}
    </>
  )
}

function Participants({ frame, participants }: InterviewPageProps) {
  const t = interviewMessages[frame.language]
  if (participants.length === 0) return <p>{t.peopleNone}</p>
  return (
    <ul>
      {participants.map((participant) =>
        participant.personId === undefined ? (
          <li>{participant.role}</li>
        ) : (
          <li>
            {participant.name} – {participant.title ?? t.roles[participant.role] ?? participant.role}
          </li>
        ),
      )}
    </ul>
  )
}

function SummaryLine(props: InterviewPageProps) {
  const { frame, place, standing, state, zones } = props
  const { language } = frame
  const t = interviewMessages[language]
  const at = (...rest: string[]) => paths.journey(language, place.journey.id, 'interview', ...rest)
  const dayOf = (moment: Date) => longDate(dayIn(moment, zones.reader), language)
  const text = {
    open: () => t.summaryNotYet,
    shared: () => t.summaryShared(state.kind === 'shared' ? dayOf(state.until) : ''),
    over: () => t.summaryOver(state.kind === 'over' ? dayOf(state.until) : ''),
    frozen: () => t.summaryFrozen(state.kind === 'frozen' ? dayOf(state.at) : ''),
  }[state.kind]()
  const mayRead = state.kind !== 'open' || may('interview.edit', standing)
  const active = place.journey.state === 'active' && place.journey.stage === 'interview'
  return (
    <>
      <p>{text}</p>
      <p class="actions">
        {mayRead && state.kind !== 'frozen' && (
          <a class="button" href={at('summary')}>
            {t.summaryOpen}
          </a>
        )}
        {props.document && state.kind === 'frozen' && (
          <a class="button" href={paths.journeyDocument(language, place.journey.id, props.document)}>
            {t.seeDocument}
          </a>
        )}
        {state.kind === 'frozen' && <a href={at('summary')}>{t.corrections}</a>}
      </p>
      {state.kind === 'frozen' && active && may('interview.edit', standing) && (
        <details open={props.reopenError !== undefined}>
          <summary>{t.reopen}</summary>
          <form method="post" action={at('reopen')}>
            <p>{t.reopenHint}</p>
            <TextField name="reason" label={t.reopenReason} value="" error={props.reopenError} max={300} />
            <button type="submit" class="second">
              {t.reopen}
            </button>
          </form>
        </details>
      )}
    </>
  )
}
