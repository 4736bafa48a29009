import type { Pack } from '../content/schema.ts'
import type { AnswerRow, Given, Profile } from './answers.ts'
import { momentOf, wallTime } from './slots.ts'

const day = 86_400_000
const lastMinute = 23 * 60 + 59

/** How many days a round stays open when nobody says otherwise (Method 5.1). */
export const usualDaysOpen = 10

/**
 * The least number of respondents for the community's size (Method 3), as the pack gives it.
 *
 * @param program what the program asks of every community; it raises the number and never lowers it
 * @returns 1 where the profile does not say the size
 */
export function leastRespondents(pack: Pick<Pack, 'profile'>, profile: Profile, program = 0): number {
  const ofSize = pack.profile.flatMap((question) => {
    const picked = [profile[question.id] ?? []].flat()
    return question.options.flatMap(({ id, sets }) => (picked.includes(id) ? [sets.respondents?.[0] ?? 0] : []))
  })
  return Math.max(1, program, ...ofSize)
}

/** The end of a calendar day where the community is: a change of clocks moves nothing that people see. */
export function endOfDay(calendarDay: string, timeZone: string): Date | undefined {
  const moment = momentOf({ day: calendarDay, minute: lastMinute }, timeZone)
  return moment && new Date(moment.getTime() + 59_000)
}

/** The end of the day that many days after a moment, where the community is. */
export function closingAfter(opened: Date, days: number, timeZone: string): Date {
  const today = wallTime(opened, timeZone).day
  const last = new Date(Date.parse(`${today}T00:00:00Z`) + days * day).toISOString().slice(0, 10)
  return endOfDay(last, timeZone) ?? new Date(opened.getTime() + days * day)
}

/** When someone who was invited is reminded (Method 5.1: two reminders): half-way, and a day before the close. */
export function reminderTimes(invitedAt: Date, closesAt: Date): Date[] {
  const left = closesAt.getTime() - invitedAt.getTime()
  const times = [invitedAt.getTime() + left / 2, closesAt.getTime() - day]
  return [...new Set(times)]
    .filter((time) => time > invitedAt.getTime() && time < closesAt.getTime())
    .sort((a, b) => a - b)
    .map((time) => new Date(time))
}

/** Someone is reminded by hand at most once a day. */
export function mayRemind(remindedAt: Date | undefined, now: Date): boolean {
  return remindedAt === undefined || now.getTime() - remindedAt.getTime() >= day
}

export type RoundTimes = { closesAt: Date; lockedAt: Date | undefined }

/** Whether answers are taken: until the close, and never after the lock. */
export function takesAnswers(round: RoundTimes, now: Date): boolean {
  return round.lockedAt === undefined && now.getTime() <= round.closesAt.getTime()
}

export type Lock = { ok: true } | { ok: false; reason: 'locked' | 'nobody-answered' | 'too-few' }

/** The baseline locks with the least number of respondents, or with a reason why fewer are enough; never with none at all. */
export function mayLock(round: {
  lockedAt: Date | undefined
  least: number
  overridden: boolean
  submitted: number
}): Lock {
  if (round.lockedAt !== undefined) return { ok: false, reason: 'locked' }
  if (round.submitted === 0) return { ok: false, reason: 'nobody-answered' }
  return round.submitted >= round.least || round.overridden ? { ok: true } : { ok: false, reason: 'too-few' }
}

/** How many of the parts someone was given are done. */
export function doneOf(given: readonly string[], answered: readonly string[]): number {
  return given.filter((component) => answered.includes(component)).length
}

/** What one respondent said, as the store keeps it. */
export type StoredAnswer = {
  given: Record<string, number | 'dk' | 'na' | null>
  reasons?: Record<string, string>
  wanted?: number
  importance?: number
}

/** One respondent of a round, with what they were asked and what they said. */
export type Voice = {
  code: string
  role?: string | undefined
  /** What they were given; what they answered besides counts too. */
  asked: readonly string[]
  answers: ReadonlyMap<string, StoredAnswer>
}

/**
 * A respondent's rows as the engine reads them: what was asked and left blank is a blank row, a first facet that does not apply
 * hides the others (Method 4.2), and "does not apply" without its reason counts as blank.
 *
 * @param given.setAside stands for the reason where a government may give none
 */
export function rowsOfVoice(voice: Voice, given: { facets: readonly string[]; setAside?: string }): AnswerRow[] {
  const components = [...new Set([...voice.asked, ...voice.answers.keys()])]
  return components.flatMap((component) => {
    const answer = voice.answers.get(component)
    const hidden = answer?.given[given.facets[0] ?? ''] === 'na'
    return given.facets.map((facet, index): AnswerRow => {
      const first = index === 0
      const wishes = first && answer !== undefined && !hidden
      return {
        respondent: voice.code,
        ...(voice.role ? { role: voice.role } : {}),
        component,
        facet,
        given: hidden && !first ? { kind: 'blank' } : givenOf(answer, facet, given.setAside ?? ''),
        ...(wishes && answer.wanted !== undefined ? { wanted: answer.wanted } : {}),
        ...(wishes && answer.importance !== undefined ? { importance: answer.importance } : {}),
      }
    })
  })
}

function givenOf(answer: StoredAnswer | undefined, facet: string, setAside: string): Given {
  const mark = answer?.given[facet] ?? null
  if (mark === null) return { kind: 'blank' }
  if (mark === 'dk') return { kind: 'dk' }
  if (typeof mark === 'number') return { kind: 'level', level: mark }
  const reason = answer?.reasons?.[facet]?.trim() || setAside
  return reason === '' ? { kind: 'blank' } : { kind: 'na', reason }
}
