import type { StaffRole } from '../../domain/access.ts'
import type { JourneyState, Stage } from '../../domain/stages.ts'
import type { Tx } from '../../platform/database/connection.ts'
import { isLanguage, type Language } from '../../platform/languages.ts'
import type { Journey } from './store.ts'

/** Time in which the weeks did not count; the one that runs has no end yet. */
export type Pause = { from: Date; until: Date | undefined; expectedOn: string | undefined; reason: string }

/** The pauses of a journey, the earliest first. */
export async function listPauses(tx: Tx, journeyId: string): Promise<Pause[]> {
  const rows = await tx
    .selectFrom('journey_pause')
    .select(['from_at', 'until_at', 'reason', (eb) => eb.cast<string | null>('expected_on', 'text').as('expected_on')])
    .where('journey_id', '=', journeyId)
    .orderBy('from_at')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    from: row.from_at,
    until: row.until_at ?? undefined,
    expectedOn: row.expected_on ?? undefined,
    reason: row.reason,
  }))
}

/** Stops the clock. The caller holds the journey's lock and has checked that it may be paused. */
export async function pauseJourney(
  tx: Tx,
  journey: Pick<Journey, 'id' | 'communityId'>,
  given: { reason: string; expectedOn?: string | undefined; at: Date },
): Promise<void> {
  await setState(tx, journey, { state: 'paused', at: given.at })
  await tx
    .insertInto('journey_pause')
    .values({
      journey_id: journey.id,
      community_id: journey.communityId,
      from_at: given.at,
      reason: given.reason,
      expected_on: given.expectedOn ?? null,
    })
    .execute()
}

/** Lets the clock run again. The caller holds the journey's lock. */
export async function resumeJourney(
  tx: Tx,
  journey: Pick<Journey, 'id' | 'communityId'>,
  given: { at: Date },
): Promise<void> {
  await endPause(tx, journey.id, given.at)
  await setState(tx, journey, { state: 'active', at: given.at })
}

/** Time that did not count, known when it is over: a withdrawn journey that was reopened. */
export async function insertEndedPause(
  tx: Tx,
  journey: Pick<Journey, 'id' | 'communityId'>,
  given: { from: Date; until: Date; reason: string },
): Promise<void> {
  await tx
    .insertInto('journey_pause')
    .values({
      journey_id: journey.id,
      community_id: journey.communityId,
      from_at: given.from,
      until_at: given.until,
      reason: given.reason,
    })
    .execute()
}

/** Ends the journey's running pause, if there is one. */
export async function endPause(tx: Tx, journeyId: string, at: Date): Promise<void> {
  await tx
    .updateTable('journey_pause')
    .set({ until_at: at })
    .where('journey_id', '=', journeyId)
    .where('until_at', 'is', null)
    .execute()
}

/** Puts the journey into a state; the caller holds its lock and has checked the change. */
export async function setState(
  tx: Tx,
  journey: Pick<Journey, 'id'>,
  given: { state: JourneyState; at: Date },
): Promise<void> {
  await tx
    .updateTable('journey')
    .set((eb) => ({
      state: given.state,
      version: eb('version', '+', 1),
      ended_at: given.state === 'withdrawn' || given.state === 'declined' ? given.at : null,
    }))
    .where('id', '=', journey.id)
    .execute()
}

/**
 * Weeks count from the needs interview (Method 5.1): from the day it was held, or until then from the moment the journey entered
 * its stage.
 */
export async function startClock(tx: Tx, journeyId: string, heldAt: Date): Promise<void> {
  await tx.updateTable('journey').set({ clock_from: heldAt }).where('id', '=', journeyId).execute()
}

/** The journey goes on with an advisor, or without one. */
export async function setAlone(tx: Tx, journeyId: string, alone: boolean): Promise<void> {
  await tx
    .updateTable('journey')
    .set((eb) => ({ alone, version: eb('version', '+', 1) }))
    .where('id', '=', journeyId)
    .execute()
}

/** In which language the journey's documents and mail are first written. */
export async function setJourneyLanguage(tx: Tx, journeyId: string, language: Language): Promise<void> {
  await tx.updateTable('journey').set({ language }).where('id', '=', journeyId).execute()
}

/** One entry into a stage. */
export type StageEntry = { stage: Stage; at: Date; by: string | undefined; back: boolean; reason: string | undefined }

/** Every stage a journey entered, in order. */
export async function listStageEntries(tx: Tx, journeyId: string): Promise<StageEntry[]> {
  const rows = await tx
    .selectFrom('journey_stage')
    .leftJoin('people_person as person', 'person.id', 'journey_stage.entered_by')
    .select(['stage', 'entered_at', 'person.name', 'back', 'reason'])
    .where('journey_id', '=', journeyId)
    .orderBy('journey_stage.id')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    stage: row.stage as Stage,
    at: row.entered_at,
    by: row.name ?? undefined,
    back: row.back,
    reason: row.reason ?? undefined,
  }))
}

/** Someone who takes part in a community's journey. */
export type TeamPerson = {
  personId: string
  name: string
  email: string
  language: Language
  role: 'lead' | 'contributor' | 'steward' | Extract<StaffRole, 'advisor' | 'expert'>
  title: string | undefined
}

/** Members, advisor and experts of a community today, the lead first; one line for each role. */
export async function listTeam(tx: Tx, communityId: string): Promise<TeamPerson[]> {
  const members = await tx
    .selectFrom('people_member as member')
    .innerJoin('people_person as person', 'person.id', 'member.person_id')
    .select(['person.id', 'person.name', 'person.email', 'person.language', 'member.role', 'member.title'])
    .where('member.community_id', '=', communityId)
    .where('member.left_at', 'is', null)
    .orderBy('person.name')
    .limit(500)
    .execute()
  const assigned = await tx
    .selectFrom('people_assignment as assignment')
    .innerJoin('people_person as person', 'person.id', 'assignment.person_id')
    .select(['person.id', 'person.name', 'person.email', 'person.language', 'assignment.role'])
    .where('assignment.community_id', '=', communityId)
    .where('assignment.ended_at', 'is', null)
    .orderBy('person.name')
    .limit(100)
    .execute()
  const order: TeamPerson['role'][] = ['lead', 'steward', 'advisor', 'expert', 'contributor']
  return [...members, ...assigned.map((row) => ({ ...row, title: null }))]
    .map((row) => ({
      personId: row.id,
      name: row.name,
      email: row.email,
      language: isLanguage(row.language) ? row.language : ('en' as const),
      role: row.role as TeamPerson['role'],
      title: row.title ?? undefined,
    }))
    .toSorted((a, b) => order.indexOf(a.role) - order.indexOf(b.role))
}

/** Names of people by id, as far as the transaction's person may read them. */
export async function listNames(tx: Tx, personIds: readonly string[]): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('people_person')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(personIds)])
    .execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}
