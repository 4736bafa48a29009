import { sql } from 'kysely'
import type { CommunityRole } from '../domain/access.ts'
import type { Db, Tx } from '../platform/database/connection.ts'

type Page = { limit: number; offset: number }

export type CommunityLine = {
  id: string
  name: string
  language: string
  invented: boolean
  roles: Exclude<CommunityRole, 'opener'>[]
}

/** The communities a person belongs to or is assigned to, by name. */
export async function listOwnCommunities(tx: Tx, personId: string, page: Page): Promise<CommunityLine[]> {
  const roles = sql<CommunityLine['roles']>`ARRAY(
    SELECT role FROM people_member WHERE community_id = community.id AND person_id = ${personId} AND left_at IS NULL
    UNION SELECT role FROM people_assignment
      WHERE community_id = community.id AND person_id = ${personId} AND ended_at IS NULL
    ORDER BY 1)`
  const rows = await tx
    .selectFrom('people_community as community')
    .select(['community.id', 'community.name', 'community.language', 'community.invented', roles.as('roles')])
    .where('community.id', 'in', (eb) =>
      eb
        .selectFrom('people_member')
        .select('community_id')
        .where('person_id', '=', personId)
        .where('left_at', 'is', null)
        .union(
          eb
            .selectFrom('people_assignment')
            .select('community_id')
            .where('person_id', '=', personId)
            .where('ended_at', 'is', null),
        ),
    )
    .orderBy('community.name')
    .orderBy('community.id')
    .limit(page.limit)
    .offset(page.offset)
    .execute()
  return rows
}

/** Journeys by stage, and by state; as many as row-level security shows. */
export async function countJourneys(tx: Tx): Promise<{ stage: string; state: string; n: number }[]> {
  const rows = await tx
    .selectFrom('journey')
    .select((eb) => ['stage', 'state', eb.fn.countAll<string>().as('n')])
    .groupBy(['stage', 'state'])
    .execute()
  return rows.map((row) => ({ stage: row.stage, state: row.state, n: Number(row.n) }))
}

/** Published releases without their content, newest first. */
export async function listReleaseLines(db: Db, page: Page) {
  const rows = await db
    .selectFrom('content_release')
    .select(['hash', 'pack_id', 'version', 'published_at'])
    .orderBy('published_at', 'desc')
    .orderBy('hash')
    .limit(page.limit)
    .offset(page.offset)
    .execute()
  return rows.map((row) => ({
    hash: row.hash,
    pack: row.pack_id,
    version: row.version,
    publishedAt: row.published_at.toISOString(),
  }))
}
