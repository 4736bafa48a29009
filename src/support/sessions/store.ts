import { type Selectable, sql } from 'kysely'
import type { Tx } from '../../platform/database/connection.ts'
import type { DB } from '../../platform/database/tables.ts'
import { NotFoundError } from '../../platform/errors.ts'
import { isLanguage, type Language } from '../../platform/languages.ts'

/** A talk of an advisor or expert with a community. */
export type Session = {
  id: string
  communityId: string
  journeyId: string | undefined
  hostId: string | undefined
  /** Of the catalogue, whose outline is the agenda. */
  item: string | undefined
  topic: string
  language: Language
  startsAt: Date
  minutes: number
  place: string
  state: 'booked' | 'cancelled' | 'held'
  /** Of its calendar file: one more with every change. */
  sequence: number
  reason: string
  notes: string
  notesLanguage: Language | undefined
  notesVersion: number
  /** Once it was held. */
  hours: number | undefined
}

export type SessionLine = Session & { communityName: string; hostName: string | undefined }

const most = 100

/** Books a talk. The database refuses it where its host has another at that time. */
export async function insertSession(
  tx: Tx,
  given: Pick<
    Session,
    'id' | 'communityId' | 'journeyId' | 'hostId' | 'item' | 'topic' | 'language' | 'startsAt' | 'minutes' | 'place'
  > & { people: readonly string[]; by: string; at: Date },
): Promise<void> {
  await tx
    .insertInto('support_session')
    .values({
      id: given.id,
      community_id: given.communityId,
      journey_id: given.journeyId ?? null,
      host_id: given.hostId ?? null,
      item: given.item ?? null,
      topic: given.topic,
      language: given.language,
      starts_at: given.startsAt,
      minutes: given.minutes,
      place: given.place,
      booked_by: given.by,
      booked_at: given.at,
    })
    .execute()
  await replacePeople(tx, given, given.people)
}

/** Members who take part. */
export async function replacePeople(
  tx: Tx,
  session: { id: string; communityId: string },
  people: readonly string[],
): Promise<void> {
  await tx.deleteFrom('support_session_person').where('session_id', '=', session.id).execute()
  if (people.length === 0) return
  await tx
    .insertInto('support_session_person')
    .values(people.map((person) => ({ session_id: session.id, community_id: session.communityId, person_id: person })))
    .execute()
}

/** Ids of the members who take part. */
export async function listPeople(tx: Tx, sessionId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('support_session_person')
    .select('person_id')
    .where('session_id', '=', sessionId)
    .orderBy('person_id')
    .limit(200)
    .execute()
  return rows.map((row) => row.person_id)
}

/** @throws NotFoundError when there is none that the transaction's person may see */
export async function getSession(tx: Tx, id: string): Promise<Session> {
  const row = await tx.selectFrom('support_session').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new NotFoundError()
  return sessionOf(row)
}

/** Whether a form made its session already. */
export async function findSession(tx: Tx, id: string): Promise<Session | undefined> {
  const row = await tx.selectFrom('support_session').selectAll().where('id', '=', id).executeTakeFirst()
  return row && sessionOf(row)
}

/** Like `getSession`, and takes the row's lock. */
export async function lockSession(tx: Tx, id: string): Promise<Session> {
  const row = await tx.selectFrom('support_session').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (row === undefined) throw new NotFoundError()
  return sessionOf(row)
}

/** Changes a booked talk; its calendar file becomes the next in sequence. */
export async function changeSession(
  tx: Tx,
  id: string,
  change: {
    startsAt?: Date
    place?: string
    state?: 'cancelled' | 'held'
    reason?: string
    hours?: number
    heldAt?: Date
  },
): Promise<void> {
  await tx
    .updateTable('support_session')
    .set((eb) => ({
      sequence: eb('sequence', '+', 1),
      ...(change.startsAt ? { starts_at: change.startsAt } : {}),
      ...(change.place === undefined ? {} : { place: change.place }),
      ...(change.state ? { state: change.state } : {}),
      ...(change.reason === undefined ? {} : { reason: change.reason }),
      ...(change.hours === undefined ? {} : { hours: change.hours }),
      ...(change.heldAt ? { held_at: change.heldAt } : {}),
    }))
    .where('id', '=', id)
    .execute()
}

/** Saves the notes. @returns false when someone else changed them since `version` */
export async function saveNotes(
  tx: Tx,
  given: { id: string; notes: string; language: Language; version: number; by: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('support_session')
    .set((eb) => ({
      notes: given.notes,
      notes_language: given.language,
      notes_by: given.by,
      notes_version: eb('notes_version', '+', 1),
    }))
    .where('id', '=', given.id)
    .where('notes_version', '=', given.version)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

const lines = (tx: Tx) =>
  tx
    .selectFrom('support_session as session')
    .innerJoin('people_community as community', 'community.id', 'session.community_id')
    .leftJoin('people_person as host', 'host.id', 'session.host_id')
    .selectAll('session')
    .select(['community.name as communityName', 'host.name as hostName'])
    .orderBy(sql`session.state <> 'booked'`)
    .orderBy('session.starts_at', 'desc')
    .limit(most)

/** The talks of a community: what is booked first, then the newest. */
export async function listCommunitySessions(tx: Tx, communityId: string): Promise<SessionLine[]> {
  return (await lines(tx).where('session.community_id', '=', communityId).execute()).map(lineOf)
}

/** Talks in which someone takes part as a member. */
export async function listOwnSessions(tx: Tx, personId: string): Promise<SessionLine[]> {
  const rows = await lines(tx)
    .where('session.id', 'in', (eb) =>
      eb.selectFrom('support_session_person as part').select('part.session_id').where('part.person_id', '=', personId),
    )
    .execute()
  return rows.map(lineOf)
}

/** Talks that someone holds. The community's name is read apart: who is from outside reads nothing else of it. */
export async function listHostedSessions(tx: Tx, hostId: string): Promise<Session[]> {
  const rows = await tx
    .selectFrom('support_session')
    .selectAll()
    .where('host_id', '=', hostId)
    .orderBy(sql`state <> 'booked'`)
    .orderBy('starts_at', 'desc')
    .limit(most)
    .execute()
  return rows.map(sessionOf)
}

/** What someone says of a talk, from 1 (not at all) to 4 (fully). */
export type Feedback = { useful: number; clear: number; nextStep: number }

/** Keeps what someone says; said again, the new answers count. */
export async function saveFeedback(
  tx: Tx,
  given: { id: string; session: Session; personId: string; feedback: Feedback; at: Date },
): Promise<void> {
  const { useful, clear, nextStep: next_step } = given.feedback
  await tx
    .insertInto('support_feedback')
    .values({
      id: given.id,
      session_id: given.session.id,
      community_id: given.session.communityId,
      person_id: given.personId,
      useful,
      clear,
      next_step,
      at: given.at,
    })
    .onConflict((conflict) => conflict.columns(['session_id', 'person_id']).doUpdateSet({ useful, clear, next_step }))
    .execute()
}

/** What the transaction's person said of a talk; nobody else's is found. */
export async function findFeedback(tx: Tx, sessionId: string, personId: string): Promise<Feedback | undefined> {
  const row = await tx
    .selectFrom('support_feedback')
    .select(['useful', 'clear', 'next_step'])
    .where('session_id', '=', sessionId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row && { useful: row.useful, clear: row.clear, nextStep: row.next_step }
}

export type FeedbackTotals = Feedback & { people: number }

/** Averages of what was said of the transaction's person's talks; nothing before five people said it. */
export async function readFeedbackTotals(tx: Tx): Promise<FeedbackTotals | undefined> {
  const { rows } = await sql<{ people: string; useful: string; clear: string; next_step: string }>`
    SELECT people, useful, clear, next_step FROM support_feedback_totals()`.execute(tx)
  const [row] = rows
  if (row === undefined) return undefined
  const [useful, clear, nextStep] = [row.useful, row.clear, row.next_step].map(Number)
  return { people: Number(row.people), useful: useful ?? 0, clear: clear ?? 0, nextStep: nextStep ?? 0 }
}

type Row = Selectable<DB['support_session']>

const lineOf = (row: Row & { communityName: string; hostName: string | null }): SessionLine => ({
  ...sessionOf(row),
  communityName: row.communityName,
  hostName: row.hostName ?? undefined,
})

function sessionOf(row: Row): Session {
  return {
    id: row.id,
    communityId: row.community_id,
    journeyId: row.journey_id ?? undefined,
    hostId: row.host_id ?? undefined,
    item: row.item ?? undefined,
    topic: row.topic,
    language: isLanguage(row.language) ? row.language : 'en',
    startsAt: row.starts_at,
    minutes: row.minutes,
    place: row.place,
    state: row.state as Session['state'],
    sequence: row.sequence,
    reason: row.reason,
    notes: row.notes,
    notesLanguage: isLanguage(row.notes_language ?? undefined) ? (row.notes_language as Language) : undefined,
    notesVersion: row.notes_version,
    hours: row.hours === null ? undefined : Number(row.hours),
  }
}
