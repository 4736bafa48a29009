import type { Booking } from './booking-store.ts'
import type { Entry } from './entries-store.ts'
import type { Interview } from './store.ts'

/** Up to three needs, in the community's words. */
export const needParts = ['need-1', 'need-2', 'need-3'] as const

/** The parts of the summary in their order, and how much each may hold so that it stays two pages. */
export const summaryParts = ['place', ...needParts, 'strengths', 'constraints', 'hopes'] as const

export type SummaryPart = (typeof summaryParts)[number]

export const longestPart: Record<SummaryPart, number> = {
  place: 500,
  'need-1': 400,
  'need-2': 400,
  'need-3': 400,
  strengths: 600,
  constraints: 600,
  hopes: 600,
}

export function isNeedPart(part: string): boolean {
  return (needParts as readonly string[]).includes(part)
}

/** How long the community has to correct the summary (Method 5.3). */
export const correctionDays = 3

const day = 86_400_000

export type SummaryState =
  | { kind: 'open' }
  | { kind: 'shared'; until: Date }
  /** The days for corrections are over and nobody has frozen it yet. */
  | { kind: 'over'; until: Date }
  | { kind: 'frozen'; at: Date }

/** Where the summary stands: written, with the community, past its days, frozen. */
export function summaryState(interview: Pick<Interview, 'sharedAt' | 'frozenAt'>, now: Date): SummaryState {
  if (interview.frozenAt) return { kind: 'frozen', at: interview.frozenAt }
  if (interview.sharedAt === undefined) return { kind: 'open' }
  const until = new Date(interview.sharedAt.getTime() + correctionDays * day)
  return now < until ? { kind: 'shared', until } : { kind: 'over', until }
}

/** What a summary still lacks before it can be shared: a need at all, or a component for a need. */
export function missingFor(entries: ReadonlyMap<string, Entry>): { part: SummaryPart; reason: 'no-need' | 'no-tag' }[] {
  const written = needParts.filter((part) => (entries.get(part)?.text ?? '') !== '')
  if (written.length === 0) return [{ part: 'need-1', reason: 'no-need' }]
  return written
    .filter((part) => entries.get(part)?.tags.length === 0)
    .map((part) => ({ part, reason: 'no-tag' as const }))
}

/** A number that changes whenever a part of the summary does: what was read is what is confirmed. */
export function summaryVersion(entries: ReadonlyMap<string, Entry>): number {
  return summaryParts.reduce((sum, part) => sum + (entries.get(part)?.version ?? 0), 0)
}

/** When the talk took place: as noted, or as booked. */
export function dayOfTalk(interview: Interview, booking: Booking | undefined): Date | undefined {
  return interview.heldAt ?? booking?.startsAt
}
