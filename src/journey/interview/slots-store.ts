import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Busy, SingleSlot, WeeklyHours } from '../../domain/slots.ts'
import type { Tx } from '../../platform/database/connection.ts'

/** The free hours of an advisor's week, by day and time. */
export async function listWeeklyHours(tx: Tx, personId: string): Promise<(WeeklyHours & { id: string })[]> {
  const rows = await tx
    .selectFrom('interview_pattern')
    .select(['id', 'weekday', 'from_minute', 'until_minute'])
    .where('person_id', '=', personId)
    .orderBy('weekday')
    .orderBy('from_minute')
    .limit(100)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    weekday: row.weekday,
    fromMinute: row.from_minute,
    untilMinute: row.until_minute,
  }))
}

/** Hours that begin where others already do take their place. */
export async function saveWeeklyHours(tx: Tx, personId: string, hours: WeeklyHours): Promise<void> {
  await tx
    .insertInto('interview_pattern')
    .values({
      id: randomUUID(),
      person_id: personId,
      weekday: hours.weekday,
      from_minute: hours.fromMinute,
      until_minute: hours.untilMinute,
    })
    .onConflict((on) =>
      on.columns(['person_id', 'weekday', 'from_minute']).doUpdateSet({ until_minute: hours.untilMinute }),
    )
    .execute()
}

export async function deleteWeeklyHours(tx: Tx, personId: string, id: string): Promise<void> {
  await tx.deleteFrom('interview_pattern').where('id', '=', id).where('person_id', '=', personId).execute()
}

/** Single times from a moment on, earliest first. */
export async function listSingleSlots(tx: Tx, personId: string, from: Date): Promise<SingleSlot[]> {
  const rows = await tx
    .selectFrom('interview_slot')
    .select(['starts_at', 'free'])
    .where('person_id', '=', personId)
    .where('starts_at', '>=', from)
    .orderBy('starts_at')
    .limit(500)
    .execute()
  return rows.map((row) => ({ startsAt: row.starts_at, free: row.free }))
}

/** Says that a single time is free, or is not. */
export async function saveSingleSlot(tx: Tx, personId: string, slot: SingleSlot): Promise<void> {
  await tx
    .insertInto('interview_slot')
    .values({ id: randomUUID(), person_id: personId, starts_at: slot.startsAt, free: slot.free })
    .onConflict((on) => on.columns(['person_id', 'starts_at']).doUpdateSet({ free: slot.free }))
    .execute()
}

/** Forgets what was said about a single time: the weekly hours hold again. */
export async function deleteSingleSlot(tx: Tx, personId: string, startsAt: Date): Promise<void> {
  await tx.deleteFrom('interview_slot').where('person_id', '=', personId).where('starts_at', '=', startsAt).execute()
}

/** Two people who book with the same advisor wait for each other here, so that both see what the first one took. */
export async function lockCalendar(tx: Tx, advisorId: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtext('interview'), hashtext(${advisorId}))`.execute(tx)
}

/** When an advisor is taken: times only; the booking's id where its community may be seen. */
export async function listBusy(
  tx: Tx,
  advisorId: string,
  from: Date,
  until: Date,
): Promise<(Busy & { booking: string | undefined })[]> {
  const { rows } = await sql<{ starts_at: Date; minutes: number; booking: string | null }>`
    SELECT starts_at, minutes, booking FROM interview_busy(${advisorId}::uuid, ${from}, ${until}) ORDER BY starts_at
  `.execute(tx)
  return rows.map((row) => ({
    startsAt: row.starts_at,
    minutes: row.minutes,
    booking: row.booking ?? undefined,
  }))
}

/** The advisor's own booked interviews from a moment on, with whom. */
export async function listBookingsOf(tx: Tx, advisorId: string, from: Date) {
  const rows = await tx
    .selectFrom('interview_booking as booking')
    .innerJoin('people_community as community', 'community.id', 'booking.community_id')
    .select(['booking.journey_id', 'booking.starts_at', 'community.name'])
    .where('booking.advisor_id', '=', advisorId)
    .where('booking.state', '=', 'booked')
    .where('booking.starts_at', '>=', from)
    .orderBy('booking.starts_at')
    .limit(100)
    .execute()
  return rows.map((row) => ({ journeyId: row.journey_id, startsAt: row.starts_at, communityName: row.name }))
}
