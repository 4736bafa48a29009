import { type Language, locales } from '../platform/languages.ts'

/**
 * The day of a moment, as `YYYY-MM-DD`.
 *
 * @param timeZone an IANA name; left out, the time zone of the machine, which in a browser is the visitor's
 */
export function dayIn(moment: Date, timeZone?: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    ...(timeZone === undefined ? {} : { timeZone }),
  }).formatToParts(moment)
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}`
}

/** A day (`YYYY-MM-DD`) as people write it: "24 November 2026", « 1er décembre 2026 ». */
export function longDate(day: string, language: Language): string {
  const format = new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' })
  const text = format.format(new Date(`${day}T00:00:00Z`))
  return asWritten(text, language)
}

/** A formatted date or time as French writes it: « 1er décembre », « 9 h 05 » on one line. English is right as it comes. */
export function asWritten(text: string, language: Language): string {
  if (language !== 'fr') return text
  return text.replace(/(^|\D)1 (?=\p{L}{3,})/u, '$11er ').replace(/(?<!\d)0?(\d+)\sh\s(\d\d)/, '$1\u00a0h\u00a0$2')
}

/**
 * The time of day of a moment as people write it: "3:05 p.m.", « 15 h 05 ».
 *
 * @param timeZone an IANA name; left out, the time zone of the machine
 */
export function timeOfDay(moment: Date, language: Language, timeZone?: string): string {
  const format = { hour: 'numeric', minute: '2-digit', ...(timeZone === undefined ? {} : { timeZone }) } as const
  const text = new Intl.DateTimeFormat(locales[language], format).format(moment)
  return asWritten(text, language)
}

/** Whether a day (`YYYY-MM-DD`) is another, or the one before or after it: clocks around the world are at most that far apart. */
export function isAround(day: string, other: string): boolean {
  const apart = Math.abs(Date.parse(`${day}T00:00:00Z`) - Date.parse(`${other}T00:00:00Z`))
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && apart <= 24 * 60 * 60 * 1000
}
