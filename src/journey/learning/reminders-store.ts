import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connection.ts'
import { isLanguage, type Language } from '../../platform/languages.ts'

/** Something of a person's that ends soon, or should have ended. */
export type DueShare = {
  personId: string
  name: string
  email: string
  language: Language
  timeZone: string
  journeyId: string
  communityId: string
  communityName: string
  release: string
  item: string | undefined
  title: string | undefined
  /** Last day of its last week, `YYYY-MM-DD`. */
  dueOn: string
}

/** Shares of everyone at most, in one run. */
const most = 20_000

/** What people have not finished and is due by a day, of members of communities whose journey is learning: for the service. */
export async function listDueShares(tx: Tx, dueBy: string): Promise<DueShare[]> {
  const due = sql<string>`board.starts_on + 7 * (item.first_week - 1 + greatest(jsonb_array_length(item.parts), 1)) - 1`
  const rows = await tx
    .selectFrom('learning_share as share')
    .innerJoin('learning_item as item', 'item.id', 'share.item_id')
    .innerJoin('learning_board as board', 'board.journey_id', 'item.journey_id')
    .innerJoin('journey', 'journey.id', 'item.journey_id')
    .innerJoin('people_person as person', 'person.id', 'share.person_id')
    .innerJoin('people_community as community', 'community.id', 'item.community_id')
    .select([
      'share.person_id as personId',
      'person.name',
      'person.email',
      'person.language',
      'person.time_zone as timeZone',
      'item.journey_id as journeyId',
      'item.community_id as communityId',
      'community.name as communityName',
      'board.release',
      'item.item',
      'item.title',
      sql<string>`to_char(${due}, 'YYYY-MM-DD')`.as('dueOn'),
    ])
    .where('share.state', '!=', 'done')
    .where('item.state', 'in', ['planned', 'doing'])
    .where('journey.stage', '=', 'learning')
    .where('journey.state', '=', 'active')
    .where('board.closed_at', 'is', null)
    .where(sql<boolean>`${due} <= ${dueBy}::date`)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('people_member as member')
          .select('member.person_id')
          .whereRef('member.person_id', '=', 'share.person_id')
          .whereRef('member.community_id', '=', 'item.community_id')
          .where('member.left_at', 'is', null),
      ),
    )
    .orderBy('share.person_id')
    .orderBy(due)
    .orderBy('item.id')
    .limit(most)
    .execute()
  return rows.map((row) => ({
    ...row,
    language: isLanguage(row.language) ? row.language : 'en',
    item: row.item ?? undefined,
    title: row.title ?? undefined,
  }))
}
