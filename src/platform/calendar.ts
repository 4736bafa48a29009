import ical, { ICalAttendeeRole, ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from 'ical-generator'

/** One appointment as calendars exchange it (RFC 5545 and 5546). */
export type Appointment = {
  /** The same for every change of it. */
  uid: string
  /** One more with every change, so that calendars know the newer one. */
  sequence: number
  /** When this change was made. */
  stamp: Date
  start: Date
  minutes: number
  /** Only the day is known. */
  wholeDay?: boolean
  title: string
  description: string
  place?: string
  url?: string
  organizer: { name: string; address: string }
  attendees: readonly { name: string; address: string }[]
}

/** The name that a calendar file has in a mail. */
export const calendarFileName = 'invitation.ics'

/** The media type of a calendar file, with the method that tells a mail program what to do. */
export function calendarType(method: 'request' | 'cancel'): string {
  return `text/calendar; charset=utf-8; method=${method.toUpperCase()}`
}

/** An invitation, a change of it, or its cancellation, as a calendar file. Times are in UTC: every calendar shows its own. */
export function calendarFile(method: 'request' | 'cancel', appointment: Appointment): string {
  const calendar = ical({
    method: method === 'request' ? ICalCalendarMethod.REQUEST : ICalCalendarMethod.CANCEL,
    prodId: { company: 'Waymark', product: 'Waymark', language: 'EN' },
  })
  const { start, minutes, wholeDay = false } = appointment
  calendar.createEvent({
    id: appointment.uid,
    sequence: appointment.sequence,
    stamp: appointment.stamp,
    start,
    allDay: wholeDay,
    ...(wholeDay ? {} : { end: new Date(start.getTime() + minutes * 60_000) }),
    summary: appointment.title,
    description: appointment.description,
    ...(appointment.place ? { location: appointment.place } : {}),
    ...(appointment.url ? { url: appointment.url } : {}),
    status: method === 'cancel' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { name: appointment.organizer.name, email: appointment.organizer.address },
    attendees: appointment.attendees.map(({ name, address }) => ({
      name,
      email: address,
      role: ICalAttendeeRole.REQ,
      status: ICalAttendeeStatus.NEEDSACTION,
      rsvp: true,
    })),
  })
  return calendar.toString()
}

/** Something that lasts from one day to another, both `YYYY-MM-DD`. */
export type CalendarDays = {
  uid: string
  first: string
  last: string
  title: string
  description: string
  url: string
}

/**
 * A calendar of whole days that a calendar program follows.
 *
 * @param given.stamp stands for when each entry was made; a fixed one makes the same entries the same bytes
 */
export function calendarOf(given: { name: string; stamp: Date; days: readonly CalendarDays[] }): string {
  const calendar = ical({
    name: given.name,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Waymark', product: 'Waymark', language: 'EN' },
  })
  const dayAfter = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
  for (const one of given.days) {
    calendar.createEvent({
      id: one.uid,
      stamp: given.stamp,
      // A day without a time: whoever follows it sees that day wherever they are.
      start: dateOf(one.first),
      end: dateOf(dayAfter(one.last)),
      allDay: true,
      summary: one.title,
      description: one.description,
      url: one.url,
    })
  }
  return calendar.toString()
}

/** Noon, so that no time zone of a machine makes another day of it. */
function dateOf(day: string): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date, 12)
}
