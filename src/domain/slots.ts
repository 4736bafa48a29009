/** A day of a calendar with a time on a clock somewhere. */
export type WallTime = {
  /** `YYYY-MM-DD` */
  day: string
  /** Minutes since midnight. */
  minute: number
}

/** Free hours of every week, on the clock of the advisor's time zone. */
export type WeeklyHours = {
  /** 1 is Monday, 7 is Sunday. */
  weekday: number
  fromMinute: number
  untilMinute: number
}

/** A single time: free beside the weekly hours, or taken out of them. */
export type SingleSlot = { startsAt: Date; free: boolean }

export type Busy = { startsAt: Date; minutes: number }

export type FreeSlotsInput = {
  weekly: readonly WeeklyHours[]
  singles: readonly SingleSlot[]
  busy: readonly Busy[]
  /** Of the advisor: an IANA name. */
  timeZone: string
  /** How long an interview takes. */
  minutes: number
  from: Date
  until: Date
}

const minute = 60_000
const day = 24 * 60 * minute

/** What the clocks of a time zone show at a moment. */
export function wallTime(moment: Date, timeZone: string): WallTime {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(moment)
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  return {
    day: `${part('year')}-${part('month')}-${part('day')}`,
    minute: Number(part('hour')) * 60 + Number(part('minute')),
  }
}

/**
 * The moment at which the clocks of a time zone show a time; the earlier one where they show it twice.
 *
 * @returns nothing where the clocks skip it, or where it is no date
 */
export function momentOf(wall: WallTime, timeZone: string): Date | undefined {
  const utc = Date.parse(`${wall.day}T00:00:00Z`) + wall.minute * minute
  if (Number.isNaN(utc)) return undefined
  // A day before and a day after, the offset is the one before and the one after any clock change near the time.
  const guesses = [-day, day].map((shift) => utc - offsetAt(new Date(utc + shift), timeZone))
  return guesses
    .sort((a, b) => a - b)
    .map((guess) => new Date(guess))
    .find((guess) => {
      const shown = wallTime(guess, timeZone)
      return shown.day === wall.day && shown.minute === wall.minute
    })
}

/** How far the clocks of a time zone are ahead of UTC, in milliseconds. */
function offsetAt(moment: Date, timeZone: string): number {
  const shown = wallTime(moment, timeZone)
  const whole = Math.floor(moment.getTime() / minute) * minute
  return Date.parse(`${shown.day}T00:00:00Z`) + shown.minute * minute - whole
}

/** The day of the week of a day: 1 is Monday, 7 is Sunday. */
export function weekdayOf(calendarDay: string): number {
  return new Date(`${calendarDay}T00:00:00Z`).getUTCDay() || 7
}

/**
 * The times at which an interview can begin: the weekly hours cut into interviews, each at the same time of day in summer and
 * winter; single times added or taken out; nothing that overlaps what is booked.
 */
export function freeSlots(input: FreeSlotsInput): Date[] {
  const { minutes, from, until } = input
  const starts = new Set<number>(weeklyStarts(input))
  for (const { startsAt, free } of input.singles) {
    if (free) starts.add(startsAt.getTime())
    else starts.delete(startsAt.getTime())
  }
  const length = minutes * minute
  const slots: Date[] = []
  for (const start of [...starts].sort((a, b) => a - b)) {
    const last = slots.at(-1)
    if (start < from.getTime() || start >= until.getTime()) continue
    if (last && start < last.getTime() + length && start !== last.getTime()) continue
    if (input.busy.some((busy) => overlaps(start, length, busy))) continue
    slots.push(new Date(start))
  }
  return slots
}

function overlaps(start: number, length: number, busy: Busy): boolean {
  const begins = busy.startsAt.getTime()
  return start < begins + busy.minutes * minute && begins < start + length
}

function weeklyStarts({ weekly, timeZone, minutes, from, until }: FreeSlotsInput): number[] {
  const starts: number[] = []
  const last = wallTime(until, timeZone).day
  for (let on = wallTime(from, timeZone).day; on <= last; on = dayAfter(on)) {
    for (const hours of weekly.filter(({ weekday }) => weekday === weekdayOf(on))) {
      for (let at = hours.fromMinute; at + minutes <= hours.untilMinute; at += minutes) {
        const moment = momentOf({ day: on, minute: at }, timeZone)
        if (moment) starts.push(moment.getTime())
      }
    }
  }
  return starts
}

function dayAfter(calendarDay: string): string {
  return new Date(Date.parse(`${calendarDay}T00:00:00Z`) + day).toISOString().slice(0, 10)
}

/** A clock time as a form gives it, `9:30` or `09:30`, in minutes since midnight. */
export function minuteOf(time: string): number | undefined {
  const match = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(time.trim())
  return match ? Number(match[1]) * 60 + Number(match[2]) : undefined
}

/** Minutes since midnight as a form field holds them: `09:30`. */
export function clockOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
