import type { JourneyState, Stage } from '../domain/stages.ts'
import type { Tx } from '../platform/database/connection.ts'
import { NotFoundError } from '../platform/errors.ts'
import { isLanguage, type Language } from '../platform/languages.ts'

/** One journey as a manager sees it: status, never what was said. */
export type JourneyStatus = {
  id: string
  communityId: string
  community: string
  invented: boolean
  hold: boolean
  stage: Stage
  state: JourneyState
  alone: boolean
  weeks: 4 | 6
  clockFrom: Date | undefined
  stageSince: Date
  pauses: { from: Date; until: Date | undefined }[]
  advisors: { id: string; name: string }[]
}

/** Journeys that run or wait, the longest in their stage first. Bounded: a program that grows past it filters by advisor. */
export async function listStatus(tx: Tx, limit = 500): Promise<JourneyStatus[]> {
  const rows = await tx
    .selectFrom('journey')
    .innerJoin('people_community as community', 'community.id', 'journey.community_id')
    .select([
      'journey.id',
      'journey.community_id',
      'community.name',
      'community.invented',
      'community.legal_hold_since',
      'journey.stage',
      'journey.state',
      'journey.alone',
      'journey.weeks',
      'journey.clock_from',
      'journey.stage_since',
    ])
    .orderBy('journey.stage_since')
    .limit(limit)
    .execute()
  const pauses = await tx
    .selectFrom('journey_pause')
    .select(['journey_id', 'from_at', 'until_at'])
    .where('journey_id', 'in', idsOf(rows))
    .execute()
  const advisors = await tx
    .selectFrom('people_assignment as assignment')
    .innerJoin('people_person as person', 'person.id', 'assignment.person_id')
    .select(['assignment.community_id', 'person.id', 'person.name'])
    .where('assignment.ended_at', 'is', null)
    .where('assignment.role', '=', 'advisor')
    .orderBy('person.name')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    communityId: row.community_id,
    community: row.name,
    invented: row.invented,
    hold: row.legal_hold_since !== null,
    stage: row.stage as Stage,
    state: row.state as JourneyState,
    alone: row.alone,
    weeks: row.weeks === 4 ? 4 : 6,
    clockFrom: row.clock_from ?? undefined,
    stageSince: row.stage_since,
    pauses: pauses
      .filter((pause) => pause.journey_id === row.id)
      .map((pause) => ({ from: pause.from_at, until: pause.until_at ?? undefined })),
    advisors: advisors
      .filter((advisor) => advisor.community_id === row.community_id)
      .map(({ id, name }) => ({ id, name })),
  }))
}

/** A list for `IN (…)` that is never empty. */
function idsOf(rows: readonly { id: string }[]): string[] {
  return rows.length > 0 ? rows.map(({ id }) => id) : ['00000000-0000-0000-0000-000000000000']
}

/** Everyone with the role, by name. */
export async function listStaff(tx: Tx, role: string): Promise<{ id: string; name: string }[]> {
  return tx
    .selectFrom('people_role')
    .innerJoin('people_person as person', 'person.id', 'people_role.person_id')
    .select(['person.id', 'person.name'])
    .where('people_role.role', '=', role)
    .orderBy('person.name')
    .execute()
}

/** Gives a community to another advisor: the old assignment ends, the new one begins. */
export async function reassign(
  tx: Tx,
  given: { communityId: string; from?: string; to: string; at: Date; by: string },
): Promise<void> {
  await tx
    .updateTable('people_assignment')
    .set({ ended_at: given.at })
    .where('community_id', '=', given.communityId)
    .where('role', '=', 'advisor')
    .where('ended_at', 'is', null)
    .where('person_id', '!=', given.to)
    .execute()
  await tx
    .insertInto('people_assignment')
    .values({
      community_id: given.communityId,
      person_id: given.to,
      role: 'advisor',
      assigned_at: given.at,
      assigned_by: given.by,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['community_id', 'person_id', 'role'])
        .doUpdateSet({ ended_at: null, assigned_at: given.at, assigned_by: given.by }),
    )
    .execute()
}

/** Opens a community to the manager for a while, with the reason that its people will read. */
export async function insertOpening(
  tx: Tx,
  given: { id: string; communityId: string; personId: string; name: string; reason: string; at: Date; until: Date },
): Promise<void> {
  await tx
    .insertInto('people_opening')
    .values({
      id: given.id,
      community_id: given.communityId,
      person_id: given.personId,
      person_name: given.name,
      reason: given.reason,
      opened_at: given.at,
      expires_at: given.until,
    })
    .execute()
}

export async function findCommunityName(
  tx: Tx,
  communityId: string,
): Promise<{ name: string; invented: boolean; holdReason: string | undefined } | undefined> {
  const row = await tx
    .selectFrom('people_community')
    .select(['name', 'invented', 'legal_hold_reason'])
    .where('id', '=', communityId)
    .executeTakeFirst()
  return row && { name: row.name, invented: row.invented, holdReason: row.legal_hold_reason ?? undefined }
}

/** Where mail reaches a member of staff, and in which language. */
export async function getContact(tx: Tx, personId: string): Promise<{ email: string; language: Language }> {
  const row = await tx
    .selectFrom('people_person')
    .select(['email', 'language'])
    .where('id', '=', personId)
    .executeTakeFirst()
  if (row === undefined) throw new NotFoundError()
  return { email: row.email, language: isLanguage(row.language) ? row.language : 'en' }
}
