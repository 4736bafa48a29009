import type { JourneyState, Stage } from '../../domain/stages.ts'
import type { Tx } from '../../platform/database/connection.ts'

/** A journey as a list shows it. */
export type JourneyLine = {
  id: string
  communityId: string
  stage: Stage
  state: JourneyState
  alone: boolean
  startedAt: Date
}

/** The journeys of communities, newest first. */
export async function listJourneyLines(tx: Tx, communityIds: readonly string[]): Promise<JourneyLine[]> {
  if (communityIds.length === 0) return []
  const rows = await tx
    .selectFrom('journey')
    .select(['id', 'community_id', 'stage', 'state', 'alone', 'started_at'])
    .where('community_id', 'in', [...communityIds])
    .orderBy('started_at', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    communityId: row.community_id,
    stage: row.stage as Stage,
    state: row.state as JourneyState,
    alone: row.alone,
    startedAt: row.started_at,
  }))
}

/** How many communities someone founded or joined as lead since a moment. */
export async function countLedSince(tx: Tx, personId: string, since: Date): Promise<number> {
  const row = await tx
    .selectFrom('people_member')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('person_id', '=', personId)
    .where('role', '=', 'lead')
    .where('joined_at', '>', since)
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}
