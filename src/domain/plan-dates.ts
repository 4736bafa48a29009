const day = 86_400_000

/** A day (`YYYY-MM-DD`) so many days later. */
export function addDays(from: string, days: number): string {
  return new Date(Date.parse(`${from}T00:00:00Z`) + days * day).toISOString().slice(0, 10)
}

/** First and last day of a week of a pathway that starts on a day; week 1 begins on that day. */
export function daysOfWeek(start: string, week: number): { first: string; last: string } {
  return { first: addDays(start, (week - 1) * 7), last: addDays(start, week * 7 - 1) }
}

/** Whether a text is a day of the calendar: `2026-02-30` is not. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text
}
