import type { CommunityRole } from '../../domain/access.ts'
import type { Tx } from '../../platform/database/connection.ts'

/** A time that a member of staff read what the community said. */
export type Read = {
  id: string
  personId: string | undefined
  role: CommunityRole
  act: string
  path: string
  at: Date
}

/** A time that program staff opened the community, and the reason they gave. The name is as it was then. */
export type Opening = { id: string; name: string; reason: string; openedAt: Date; expiresAt: Date }

export const readsOnAPage = 50

/**
 * The log of reads, newest first.
 *
 * @param given.page from 1 on
 * @param given.personId only theirs
 */
export async function listReads(
  tx: Tx,
  communityId: string,
  given: { page: number; personId?: string | undefined },
): Promise<{ reads: Read[]; more: boolean }> {
  const { page, personId } = given
  const rows = await tx
    .selectFrom('people_read')
    .select(['id', 'person_id', 'role', 'act', 'path', 'at'])
    .where('community_id', '=', communityId)
    .$if(personId !== undefined, (query) => query.where('person_id', '=', personId ?? ''))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(readsOnAPage + 1)
    .offset((page - 1) * readsOnAPage)
    .execute()
  return {
    reads: rows.slice(0, readsOnAPage).map((row) => ({
      id: row.id,
      personId: row.person_id ?? undefined,
      role: row.role as CommunityRole,
      act: row.act,
      path: row.path,
      at: row.at,
    })),
    more: rows.length > readsOnAPage,
  }
}

/** Staff who were ever assigned to the community or opened it: whoever can stand in its log of reads. */
export async function listReaders(tx: Tx, communityId: string): Promise<{ personId: string; name: string }[]> {
  return tx
    .selectFrom('people_person as person')
    .select(['person.id as personId', 'person.name'])
    .where((eb) =>
      eb.or([
        eb(
          'person.id',
          'in',
          eb.selectFrom('people_assignment').select('person_id').where('community_id', '=', communityId),
        ),
        eb(
          'person.id',
          'in',
          eb.selectFrom('people_opening').select('person_id').where('community_id', '=', communityId),
        ),
      ]),
    )
    .orderBy('person.name')
    .limit(200)
    .execute()
}

/** Openings by program staff, newest first. */
export async function listOpenings(tx: Tx, communityId: string): Promise<Opening[]> {
  const rows = await tx
    .selectFrom('people_opening')
    .select(['id', 'person_name', 'reason', 'opened_at', 'expires_at'])
    .where('community_id', '=', communityId)
    .orderBy('opened_at', 'desc')
    .limit(50)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.person_name,
    reason: row.reason,
    openedAt: row.opened_at,
    expiresAt: row.expires_at,
  }))
}
