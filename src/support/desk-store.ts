import { sql } from 'kysely'
import type { Helper } from '../domain/support-routing.ts'
import type { QuestionState } from '../domain/support-thread.ts'
import { type DirectoryEntry, listDirectory } from '../people/index.ts'
import type { Tx } from '../platform/database/connection.ts'
import { isLanguage, type Language } from '../platform/languages.ts'

/** Someone in the directory, with what is with them now. */
export type KnownHelper = DirectoryEntry & Helper

/**
 * Everyone who could answer or hold a session, with the number of open questions they have. The transaction is the service's: it counts
 * what nobody may read.
 *
 * @param communityId whose own team comes first
 */
export async function listHelpers(tx: Tx, communityId: string): Promise<KnownHelper[]> {
  const entries = await listDirectory(tx)
  const load = await tx
    .selectFrom('support_question')
    .select(['answerer_id', sql<number>`count(*)::int`.as('open')])
    .where('state', 'in', ['open', 'follow-up'])
    .where('answerer_id', 'is not', null)
    .groupBy('answerer_id')
    .execute()
  const asked = await tx
    .selectFrom('support_route')
    .select(['to_id', (eb) => eb.fn.max('at').as('last')])
    .where('to_id', 'is not', null)
    .groupBy('to_id')
    .execute()
  const team = await tx
    .selectFrom('people_assignment')
    .select(['person_id', 'role'])
    .where('community_id', '=', communityId)
    .where('ended_at', 'is', null)
    .execute()
  return entries.map((entry) => ({
    ...entry,
    openQuestions: load.find((row) => row.answerer_id === entry.personId)?.open ?? 0,
    lastAskedAt: asked.find((row) => row.to_id === entry.personId)?.last ?? undefined,
    assigned: team.some((row) => row.person_id === entry.personId && entry.roles.some((role) => role === row.role)),
  }))
}

/** Where a question stands, and nothing of what it says: for the program's management. */
export type QueueLine = {
  id: string
  communityName: string
  discipline: string | undefined
  language: Language
  state: QuestionState
  askedAt: Date
  firstAnsweredAt: Date | undefined
  answerer: string | undefined
  /** Waits until its community agrees that someone from outside reads it. */
  waitsForAgreement: boolean
}

/** Every question that waits, the oldest first, those without anyone to answer before all others. Read as the service. */
export async function listQueue(tx: Tx): Promise<QueueLine[]> {
  const rows = await tx
    .selectFrom('support_question as question')
    .innerJoin('people_community as community', 'community.id', 'question.community_id')
    .leftJoin('people_person as answerer', 'answerer.id', 'question.answerer_id')
    .select(['question.id', 'question.discipline', 'question.language', 'question.state', 'question.asked_at'])
    .select(['question.first_answered_at', 'question.shared_at', 'question.answerer_id'])
    .select(['community.name', 'answerer.name as answererName'])
    .where('question.state', 'in', ['open', 'follow-up'])
    .orderBy(sql`question.answerer_id IS NOT NULL`)
    .orderBy('question.asked_at')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    communityName: row.name,
    discipline: row.discipline ?? undefined,
    language: isLanguage(row.language) ? row.language : 'en',
    state: row.state as QuestionState,
    askedAt: row.asked_at,
    firstAnsweredAt: row.first_answered_at ?? undefined,
    answerer: row.answererName ?? undefined,
    waitsForAgreement: row.answerer_id !== null && row.shared_at === null,
  }))
}

export type Times = {
  /** Questions by state. */
  counts: Record<QuestionState, number>
  /** Half of the first answers came sooner; hours as the clock counts them, of the last 90 days. */
  medianHours: number | undefined
  /** When the oldest question was asked that was never answered. */
  oldestOpen: Date | undefined
}

/** How long questions wait. Counts and times alone; read as the service. */
export async function readTimes(tx: Tx, now: Date): Promise<Times> {
  const since = new Date(now.getTime() - 90 * 86_400_000)
  const { rows } = await sql<Record<QuestionState, number> & { median: number | null; oldest: Date | null }>`
    SELECT count(*) FILTER (WHERE state = 'open')::int AS open,
      count(*) FILTER (WHERE state = 'answered')::int AS answered,
      count(*) FILTER (WHERE state = 'follow-up')::int AS "follow-up",
      count(*) FILTER (WHERE state = 'closed')::int AS closed,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM first_answered_at - asked_at))
        FILTER (WHERE first_answered_at IS NOT NULL AND asked_at >= ${since}) AS median,
      min(asked_at) FILTER (WHERE state IN ('open', 'follow-up') AND first_answered_at IS NULL) AS oldest
    FROM support_question`.execute(tx)
  const [row] = rows
  return {
    counts: {
      open: row?.open ?? 0,
      answered: row?.answered ?? 0,
      'follow-up': row?.['follow-up'] ?? 0,
      closed: row?.closed ?? 0,
    },
    medianHours: row?.median === null || row === undefined ? undefined : Number(row.median) / 3600,
    oldestOpen: row?.oldest ?? undefined,
  }
}

/** Someone who gets mail. */
export type Party = { personId: string; name: string; address: string; language: Language; timeZone: string }

/** People as mail reaches them; whoever is gone is left out. The transaction is the service's where it writes to another community's people. */
export async function listParties(tx: Tx, ids: readonly (string | undefined)[]): Promise<Party[]> {
  const wanted = [...new Set(ids.filter((id) => id !== undefined))]
  if (wanted.length === 0) return []
  const rows = await tx
    .selectFrom('people_person')
    .select(['id', 'name', 'email', 'language', 'time_zone'])
    .where('id', 'in', wanted)
    .execute()
  return rows.map((row) => ({
    personId: row.id,
    name: row.name,
    address: row.email,
    language: isLanguage(row.language) ? row.language : 'en',
    timeZone: row.time_zone,
  }))
}

/** Ids of a community's leads and stewards. */
export async function leadsOf(tx: Tx, communityId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('people_member')
    .select('person_id')
    .distinct()
    .where('community_id', '=', communityId)
    .where('role', 'in', ['lead', 'steward'])
    .where('left_at', 'is', null)
    .execute()
  return rows.map((row) => row.person_id)
}

/** Ids of the program's managers. */
export async function managers(tx: Tx): Promise<string[]> {
  const rows = await tx.selectFrom('people_role').select('person_id').where('role', '=', 'manager').execute()
  return rows.map((row) => row.person_id)
}

/** Whether someone advises a community, and is not its member: its own people are not its advisors too (Method 4.4). */
export async function isAdvisorOf(tx: Tx, personId: string, communityId: string): Promise<boolean> {
  const { rows } = await sql<{ yes: boolean }>`
    SELECT ${communityId}::uuid IN (SELECT advised_communities()) AND actor_id() = ${personId}::uuid AS yes`.execute(tx)
  return rows[0]?.yes ?? false
}
