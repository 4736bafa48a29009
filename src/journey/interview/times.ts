import { wallTime } from '../../domain/slots.ts'
import { type Language, locales } from '../../platform/languages.ts'
import { asWritten } from '../../ui/dates.ts'

/** A moment as people in a time zone write it: "Monday, March 4, 2030 at 9:00 a.m. Eastern Time". */
export function momentIn(moment: Date, language: Language, timeZone: string): string {
  const format = new Intl.DateTimeFormat(locales[language], {
    weekday: 'long',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'longGeneric',
  })
  return asWritten(format.format(moment), language)
}

/** The day of a moment in a time zone, with its weekday. */
export function weekdayIn(moment: Date, language: Language, timeZone: string): string {
  const format = new Intl.DateTimeFormat(locales[language], {
    weekday: 'long',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    timeZone,
  })
  return asWritten(format.format(moment), language)
}

/** The name of a time zone as people say it: "Eastern Time", « heure de l’Est ». */
export function zoneName(timeZone: string, language: Language, at: Date): string {
  const parts = new Intl.DateTimeFormat(locales[language], { timeZone, timeZoneName: 'longGeneric' }).formatToParts(at)
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
}

/** Whether the clocks of two time zones show the same at a moment. */
export function sameClock(moment: Date, a: string, b: string): boolean {
  const [one, other] = [wallTime(moment, a), wallTime(moment, b)]
  return one.day === other.day && one.minute === other.minute
}
