import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connection.ts'

export type FoundKind = 'community' | 'journey' | 'document' | 'action' | 'message' | 'file' | 'person'

export type Found = {
  kind: FoundKind
  /** What it is, as it was written. */
  title: string
  /** The words around the hit, where there are more. */
  excerpt: string
  community: string
  communityId: string
  journeyId: string | undefined
  id: string
}

/** Of each kind at most so many: what is beyond needs a narrower search. */
const mostOfAKind = 20

/**
 * What the transaction's person may see and that holds the words; case and accents do not count. Row-level security decides what
 * there is to find.
 *
 * @param words at least two characters
 */
export async function search(tx: Tx, words: string): Promise<Found[]> {
  const pattern = `%${words.replace(/[\\%_]/g, '\\$&')}%`
  const like = (column: ReturnType<typeof sql.ref>) => sql<boolean>`folded(${column}) LIKE folded(${pattern})`

  const communities = await tx
    .selectFrom('people_community')
    .select(['id', 'name'])
    .where(like(sql.ref('name')))
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('journey')
        .select('community_id')
        .union(eb.selectFrom('people_member').select('community_id').where('left_at', 'is', null)),
    )
    .orderBy('name')
    .limit(mostOfAKind)
    .execute()
  const people = await tx
    .selectFrom('people_member as member')
    .innerJoin('people_person as person', 'person.id', 'member.person_id')
    .innerJoin('people_community as community', 'community.id', 'member.community_id')
    .select(['person.id', 'person.name', 'community.id as communityId', 'community.name as community'])
    .distinct()
    .where('member.left_at', 'is', null)
    .where(sql<boolean>`member.community_id IN (SELECT visible_communities())`)
    .where(like(sql.ref('person.name')))
    .orderBy('person.name')
    .limit(mostOfAKind)
    .execute()
  // Steps of a draft that the community has not been shown yet are for those who prepare it, as on the page of the actions.
  const prepares = sql<boolean>`action.community_id IN (SELECT advised_communities())
    OR action.community_id NOT IN (SELECT own_communities())
    OR action.community_id IN (SELECT led_communities()) AND (SELECT alone FROM journey WHERE journey.id = action.journey_id)`
  const published = sql<boolean>`EXISTS (SELECT FROM action_plan_draft draft
    WHERE draft.journey_id = action.journey_id AND draft.published_version IS NOT NULL)`
  const actions = await tx
    .selectFrom('action_plan_action as action')
    .innerJoin('people_community as community', 'community.id', 'action.community_id')
    .select([
      'action.id',
      'action.title',
      'action.description',
      'action.journey_id',
      'community.id as communityId',
      'community.name as community',
    ])
    .where((eb) => eb.or([like(sql.ref('action.title')), like(sql.ref('action.description'))]))
    .where((eb) => eb.or([eb('action.origin', '=', 'added'), published, prepares]))
    .orderBy('action.title')
    .limit(mostOfAKind)
    .execute()
  // Files and messages are between a community and its advisor: an expert is not among their readers.
  const files = await tx
    .selectFrom('journey_file as file')
    .innerJoin('people_community as community', 'community.id', 'file.community_id')
    .select(['file.id', 'file.name', 'file.journey_id', 'community.id as communityId', 'community.name as community'])
    .where(like(sql.ref('file.name')))
    .where('file.purpose', 'in', ['protocol', 'community', 'action'])
    .where(sql<boolean>`file.community_id IN (SELECT own_communities() UNION SELECT advised_communities())`)
    .orderBy('file.name')
    .limit(mostOfAKind)
    .execute()
  const messages = await tx
    .selectFrom('desk_message as message')
    .innerJoin('people_community as community', 'community.id', 'message.community_id')
    .select([
      'message.id',
      'message.body',
      'message.journey_id',
      'community.id as communityId',
      'community.name as community',
    ])
    .where(sql<boolean>`message.community_id IN (SELECT own_communities() UNION SELECT advised_communities())`)
    .where(like(sql.ref('message.body')))
    .orderBy('message.at', 'desc')
    .limit(mostOfAKind)
    .execute()

  return [
    ...communities.map((row) => ({
      kind: 'community' as const,
      title: row.name,
      excerpt: '',
      community: row.name,
      communityId: row.id,
      journeyId: undefined,
      id: row.id,
    })),
    ...people.map((row) => ({
      kind: 'person' as const,
      title: row.name,
      excerpt: '',
      community: row.community,
      communityId: row.communityId,
      journeyId: undefined,
      id: row.id,
    })),
    ...actions.map((row) => ({
      kind: 'action' as const,
      title: row.title,
      excerpt: around(row.description, words),
      community: row.community,
      communityId: row.communityId,
      journeyId: row.journey_id,
      id: row.id,
    })),
    ...files.map((row) => ({
      kind: 'file' as const,
      title: row.name,
      excerpt: '',
      community: row.community,
      communityId: row.communityId,
      journeyId: row.journey_id ?? undefined,
      id: row.id,
    })),
    ...messages.map((row) => ({
      kind: 'message' as const,
      title: '',
      excerpt: around(row.body, words),
      community: row.community,
      communityId: row.communityId,
      journeyId: row.journey_id,
      id: row.id,
    })),
  ]
}

/** Up to 160 characters around the first hit. */
function around(text: string, words: string): string {
  const fold = (part: string) => part.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const index = Math.max(0, fold(text).indexOf(fold(words)))
  const from = Math.max(0, index - 60)
  const cut = text.slice(from, from + 160).trim()
  return `${from > 0 ? '… ' : ''}${cut}${from + 160 < text.length ? ' …' : ''}`
}

/** Communities the transaction's person is a member of. */
export async function listOwnCommunities(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`SELECT own_communities() AS id`.execute(tx)
  return rows.map(({ id }) => id)
}
