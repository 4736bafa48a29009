import type { PersonalData } from '../../people/index.ts'
import type { Tx } from '../../platform/database/connection.ts'

const most = 5000

/**
 * What a person has on pathways, and the hours they recorded. When the account goes, the database takes them off the board, and the hours stay
 * in the totals without a name. Who withdraws takes their hours out of them.
 */
export const ownLearning: PersonalData = {
  name: 'learning',
  export: async (tx, { personId }) => [...(await shares(tx, personId)), ...(await hours(tx, personId))],
  withdraw: async (tx, { personId, communityId, journeyId }) => {
    const { numDeletedRows } = await tx
      .deleteFrom('learning_hours')
      .where('person_id', '=', personId)
      .where('community_id', '=', communityId)
      .$if(journeyId !== undefined, (query) => query.where('journey_id', '=', journeyId ?? ''))
      .executeTakeFirstOrThrow()
    return Number(numDeletedRows)
  },
}

async function shares(tx: Tx, personId: string) {
  const rows = await tx
    .selectFrom('learning_share as share')
    .innerJoin('learning_item as item', 'item.id', 'share.item_id')
    .select(['item.journey_id', 'item.item', 'item.title', 'share.state', 'share.assigned_at', 'share.done_at'])
    .where('share.person_id', '=', personId)
    .orderBy('share.assigned_at')
    .limit(most)
    .execute()
  return rows.map((row) => ({
    entry: 'item',
    journey: row.journey_id,
    item: row.item ?? row.title,
    state: row.state,
    hours: null,
    at: row.assigned_at.toISOString(),
    doneAt: row.done_at?.toISOString() ?? null,
  }))
}

async function hours(tx: Tx, personId: string) {
  const rows = await tx
    .selectFrom('learning_hours')
    .select(['journey_id', 'about', 'hours', 'source', 'recorded_at'])
    .where('person_id', '=', personId)
    .orderBy('recorded_at')
    .limit(most)
    .execute()
  return rows.map((row) => ({
    entry: 'hours',
    journey: row.journey_id,
    item: row.about,
    state: row.source,
    hours: Number(row.hours),
    at: row.recorded_at.toISOString(),
    doneAt: null,
  }))
}
