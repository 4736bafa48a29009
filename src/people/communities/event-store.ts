import type { Tx } from '../../platform/database/connection.ts'

/** One line of what was done to a community's people, terms and consent, or to someone's own account. */
export type PeopleEvent = {
  id: string
  at: Date
  personId: string | undefined
  /** In the words of the domain: `member.invited`, `consent.withdrawn`. */
  act: string
  detail: Record<string, unknown>
}

type Given = { personId?: string; act: string; at: Date; detail?: Record<string, unknown> }

/** Adds to a community's append-only record. `detail` holds ids, roles and choices, never confidential text. */
export async function recordCommunityEvent(tx: Tx, given: Given & { communityId: string }): Promise<void> {
  await insert(tx, given, given.communityId)
}

/** Adds to what was done with someone's own account; they alone see it. */
export async function recordPersonEvent(tx: Tx, given: Given & { personId: string }): Promise<void> {
  await insert(tx, given, null)
}

async function insert(tx: Tx, given: Given, communityId: string | null): Promise<void> {
  await tx
    .insertInto('people_event')
    .values({
      community_id: communityId,
      person_id: given.personId ?? null,
      act: given.act,
      at: given.at,
      detail: JSON.stringify(given.detail ?? {}),
    })
    .execute()
}

/** The newest lines of a community's record. */
export async function listCommunityEvents(tx: Tx, communityId: string, limit = 50): Promise<PeopleEvent[]> {
  const rows = await tx
    .selectFrom('people_event')
    .select(['id', 'at', 'person_id', 'act', 'detail'])
    .where('community_id', '=', communityId)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(eventOf)
}

/** The newest lines about someone's own account. */
export async function listPersonEvents(
  tx: Tx,
  personId: string,
  limit = 50,
  area: 'security' | undefined = undefined,
): Promise<PeopleEvent[]> {
  const rows = await tx
    .selectFrom('people_event')
    .select(['id', 'at', 'person_id', 'act', 'detail'])
    .where('person_id', '=', personId)
    .where('community_id', 'is', null)
    .$if(area !== undefined, (query) => query.where('act', 'like', `${area}.%`))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(eventOf)
}

function eventOf(row: { id: string; at: Date; person_id: string | null; act: string; detail: unknown }): PeopleEvent {
  return {
    id: row.id,
    at: row.at,
    personId: row.person_id ?? undefined,
    act: row.act,
    detail: row.detail as Record<string, unknown>,
  }
}
