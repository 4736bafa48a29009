import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { MemberRole } from '../../domain/access.ts'
import type { Tx } from '../../platform/database/connection.ts'
import { isLanguage, type Language } from '../../platform/languages.ts'

export type Booking = {
  id: string
  advisorId: string | undefined
  startsAt: Date
  minutes: number
  /** Only the day is known. */
  wholeDay: boolean
  place: string
  state: 'booked' | 'held'
  sequence: number
}

/** Someone a booking concerns, as mail reaches them. */
export type Partner = {
  personId: string
  name: string
  address: string
  language: Language
  timeZone: string
  roles: (MemberRole | 'advisor')[]
  title: string | undefined
}

/** The interview that is booked or was held. */
export async function findBooking(tx: Tx, journeyId: string): Promise<Booking | undefined> {
  const row = await tx
    .selectFrom('interview_booking')
    .selectAll()
    .where('journey_id', '=', journeyId)
    .where('state', '!=', 'cancelled')
    .orderBy('booked_at', 'desc')
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      advisorId: row.advisor_id ?? undefined,
      startsAt: row.starts_at,
      minutes: row.minutes,
      wholeDay: row.whole_day,
      place: row.place,
      state: row.state as Booking['state'],
      sequence: row.sequence,
    }
  )
}

export async function insertBooking(
  tx: Tx,
  given: {
    journeyId: string
    communityId: string
    advisorId: string | undefined
    startsAt: Date
    minutes: number
    wholeDay?: boolean
    place: string
    state: 'booked' | 'held'
    by: string
    at: Date
  },
): Promise<string> {
  const id = randomUUID()
  await tx
    .insertInto('interview_booking')
    .values({
      id,
      journey_id: given.journeyId,
      community_id: given.communityId,
      advisor_id: given.advisorId ?? null,
      starts_at: given.startsAt,
      minutes: given.minutes,
      whole_day: given.wholeDay ?? false,
      place: given.place,
      state: given.state,
      booked_by: given.by,
      booked_at: given.at,
    })
    .execute()
  return id
}

/** Changes a booking; its calendar file becomes the next in sequence. */
export async function changeBooking(
  tx: Tx,
  id: string,
  change: {
    startsAt?: Date
    place?: string
    advisorId?: string | undefined
    state?: 'cancelled' | 'held'
    reason?: string
  },
): Promise<void> {
  await tx
    .updateTable('interview_booking')
    .set({
      sequence: sql`sequence + 1`,
      ...(change.startsAt ? { starts_at: change.startsAt } : {}),
      ...(change.place === undefined ? {} : { place: change.place }),
      ...('advisorId' in change ? { advisor_id: change.advisorId ?? null } : {}),
      ...(change.state ? { state: change.state } : {}),
      ...(change.reason === undefined ? {} : { reason: change.reason }),
    })
    .where('id', '=', id)
    .execute()
}

/** The members of a community and its advisors, by name. */
export async function listPartners(tx: Tx, communityId: string): Promise<Partner[]> {
  const { rows } = await sql<{
    id: string
    name: string
    email: string
    language: string
    time_zone: string
    roles: Partner['roles']
    title: string | null
  }>`
    SELECT p.id, p.name, p.email, p.language, p.time_zone, array_agg(who.role ORDER BY who.role) AS roles, max(who.title) AS title
    FROM (
      SELECT person_id, role, title FROM people_member WHERE community_id = ${communityId} AND left_at IS NULL
      UNION ALL
      SELECT person_id, role, NULL FROM people_assignment
      WHERE community_id = ${communityId} AND ended_at IS NULL AND role = 'advisor'
    ) who JOIN people_person p ON p.id = who.person_id
    GROUP BY p.id ORDER BY p.name LIMIT 200
  `.execute(tx)
  return rows.map((row) => ({
    personId: row.id,
    name: row.name,
    address: row.email,
    language: isLanguage(row.language) ? row.language : 'en',
    timeZone: row.time_zone,
    roles: row.roles,
    title: row.title ?? undefined,
  }))
}

/** Who takes part: a member of the community, or someone by role alone. */
export type Participant = {
  personId: string | undefined
  name: string | undefined
  /** In words, or the member's role. */
  role: string
  title: string | undefined
}

export async function listParticipants(tx: Tx, journeyId: string): Promise<Participant[]> {
  const rows = await tx
    .selectFrom('interview_participant as part')
    .leftJoin('people_person as person', 'person.id', 'part.person_id')
    .select((eb) => [
      'part.person_id',
      'part.role',
      'person.name',
      eb
        .selectFrom('people_member')
        .select((inner) => inner.fn.max('title').as('title'))
        .whereRef('people_member.person_id', '=', 'part.person_id')
        .whereRef('people_member.community_id', '=', 'part.community_id')
        .as('title'),
    ])
    .where('part.journey_id', '=', journeyId)
    .orderBy('part.position')
    .limit(100)
    .execute()
  return rows.map((row) => ({
    personId: row.person_id ?? undefined,
    name: row.name ?? undefined,
    role: row.role,
    title: row.title ?? undefined,
  }))
}

export async function replaceParticipants(
  tx: Tx,
  journey: { id: string; communityId: string },
  participants: readonly { personId?: string; role: string }[],
): Promise<void> {
  await tx.deleteFrom('interview_participant').where('journey_id', '=', journey.id).execute()
  if (participants.length === 0) return
  await tx
    .insertInto('interview_participant')
    .values(
      participants.map(({ personId, role }, position) => ({
        id: randomUUID(),
        journey_id: journey.id,
        community_id: journey.communityId,
        person_id: personId ?? null,
        role,
        position,
      })),
    )
    .execute()
}
