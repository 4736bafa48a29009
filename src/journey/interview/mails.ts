import { paths } from '../../paths.ts'
import type { RoomDependencies } from '../../people/index.ts'
import { calendarFile, calendarFileName, calendarType } from '../../platform/calendar.ts'
import type { Tx } from '../../platform/database/connection.ts'
import type { Language } from '../../platform/languages.ts'
import type { Mail } from '../../platform/mail/mail.ts'
import { dayIn, longDate } from '../../ui/dates.ts'
import type { Booking, Partner } from './booking-store.ts'
import { interviewMailMessages } from './mail-messages.ts'
import { correctionDays } from './summary.ts'
import { momentIn, sameClock, weekdayIn } from './times.ts'

type MailDependencies = Pick<RoomDependencies, 'queueMail' | 'origin' | 'now'>

/** What every message of the interview is about. */
export type About = { journeyId: string; communityId: string; communityName: string; communityZone: string }

/** A link in a message, and the tag under which reminders to correct a summary wait. */
export const correctionTag = (journeyId: string) => `interview.correction:${journeyId}`

const href = (deps: MailDependencies, about: About, language: Language, ...rest: string[]) =>
  `${deps.origin}${paths.journey(language, about.journeyId, 'interview', ...rest)}`

/** The interview as a calendar file, with everyone who is invited. */
export function interviewCalendar(
  deps: MailDependencies,
  about: About,
  given: { booking: Booking; invited: readonly Partner[]; language: Language; method: 'request' | 'cancel' },
): string {
  const { booking, invited, language } = given
  const t = interviewMailMessages[language]
  const advisor = invited.find(({ personId }) => personId === booking.advisorId)
  const organizer = advisor ?? invited[0]
  return calendarFile(given.method, {
    uid: `${booking.id}@waymark`,
    sequence: booking.sequence,
    stamp: deps.now(),
    start: booking.startsAt,
    minutes: booking.minutes,
    wholeDay: booking.wholeDay,
    title: t.eventTitle(about.communityName),
    description: t.eventText,
    ...(booking.place ? { place: booking.place } : {}),
    url: href(deps, about, language),
    organizer: organizer ?? { name: about.communityName, address: 'nobody@invalid' },
    attendees: invited,
  })
}

/**
 * Tells everyone invited that an interview is booked, changed or cancelled, each in their language and on their clock, with the
 * file for their calendar.
 *
 * @param given.to those who get the message; the calendar file names everyone in `invited`
 */
export async function tellOfBooking(
  deps: MailDependencies,
  tx: Tx,
  about: About,
  given: {
    kind: 'booked' | 'changed' | 'cancelled'
    booking: Booking
    invited: readonly Partner[]
    to?: readonly Partner[]
    reason?: string
  },
): Promise<void> {
  const { kind, booking, invited } = given
  const method = kind === 'cancelled' ? 'cancel' : 'request'
  for (const person of given.to ?? invited) {
    const { language } = person
    const t = interviewMailMessages[language]
    const own = booking.wholeDay
      ? weekdayIn(booking.startsAt, language, about.communityZone)
      : momentIn(booking.startsAt, language, person.timeZone)
    const theirs = momentIn(booking.startsAt, language, about.communityZone)
    const twoClocks = !booking.wholeDay && !sameClock(booking.startsAt, person.timeZone, about.communityZone)
    const mail: Mail = {
      key: `interview.${kind}:${booking.id}:${booking.sequence}:${person.personId}`,
      kind: 'booking',
      to: { address: person.address, name: person.name, personId: person.personId },
      language,
      subject: t[`${kind}Subject`](about.communityName),
      paragraphs: [
        t[`${kind}Text`](about.communityName, own),
        ...(twoClocks ? [t.communityTime(theirs)] : []),
        ...(kind !== 'cancelled' && booking.place ? [t.place(booking.place)] : []),
        ...(given.reason ? [t.reason(given.reason)] : []),
        ...(kind === 'booked' ? [t.nothingToPrepare] : []),
        t.calendarFile,
      ],
      link: { label: t.seeInterview, href: href(deps, about, language) },
      attachments: [
        {
          name: calendarFileName,
          type: calendarType(method),
          content: interviewCalendar(deps, about, { booking, invited, language, method }),
        },
      ],
      communityId: about.communityId,
      journeyId: about.journeyId,
    }
    await deps.queueMail(tx, mail, deps.now())
  }
}

const day = 86_400_000

/** Asks the leads to read and correct the summary; one reminder waits until a day before the end and goes if they are done. */
export async function askToCorrect(
  deps: MailDependencies,
  tx: Tx,
  about: About,
  leads: readonly Partner[],
  sharedAt: Date,
): Promise<void> {
  const until = new Date(sharedAt.getTime() + correctionDays * day)
  for (const lead of leads) {
    const { language } = lead
    const t = interviewMailMessages[language]
    const last = longDate(dayIn(until, lead.timeZone), language)
    const common = {
      to: { address: lead.address, name: lead.name, personId: lead.personId },
      language,
      link: { label: t.readSummary, href: href(deps, about, language, 'summary') },
      communityId: about.communityId,
      journeyId: about.journeyId,
    }
    const key = `${about.journeyId}:${sharedAt.getTime()}:${lead.personId}`
    await deps.queueMail(
      tx,
      {
        ...common,
        key: `interview.shared:${key}`,
        kind: 'stage-change',
        subject: t.sharedSubject(about.communityName),
        paragraphs: t.sharedText(last),
      },
      sharedAt,
    )
    await deps.queueMail(
      tx,
      {
        ...common,
        key: `interview.reminder:${key}`,
        kind: 'reminder',
        subject: t.reminderSubject(about.communityName),
        paragraphs: t.reminderText(last),
        notBefore: new Date(until.getTime() - day),
        cancelTag: correctionTag(about.journeyId),
      },
      sharedAt,
    )
  }
}

/** Tells others what happened to the summary. `key` makes each act one message. */
export async function tellOfSummary(
  deps: MailDependencies,
  tx: Tx,
  about: About,
  given: { kind: 'corrected' | 'frozen'; to: readonly Partner[]; key: string },
): Promise<void> {
  for (const person of given.to) {
    const t = interviewMailMessages[person.language]
    await deps.queueMail(
      tx,
      {
        key: `interview.${given.kind}:${about.journeyId}:${given.key}:${person.personId}`,
        kind: 'stage-change',
        to: { address: person.address, name: person.name, personId: person.personId },
        language: person.language,
        subject: t[`${given.kind}Subject`](about.communityName),
        paragraphs: t[`${given.kind}Text`],
        link: { label: t.readSummary, href: href(deps, about, person.language, 'summary') },
        communityId: about.communityId,
        journeyId: about.journeyId,
      },
      deps.now(),
    )
  }
}
