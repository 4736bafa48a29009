import type { Language } from '../../platform/languages.ts'
import { dayIn, longDate, timeOfDay } from '../../ui/dates.ts'

/** A moment as people write it where they are: "15 January 2030, 10:05 a.m.", « 15 janvier 2030, 10 h 05 ». */
export function momentIn(moment: Date, timeZone: string, language: Language): string {
  return `${dayOf(moment, timeZone, language)}, ${timeOfDay(moment, language, timeZone)}`
}

/** The day of a moment as people write it where they are. */
export function dayOf(moment: Date, timeZone: string, language: Language): string {
  return longDate(dayIn(moment, timeZone), language)
}
