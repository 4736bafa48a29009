import { sql } from 'kysely'
import type { CommunityRole, StaffRole, Standing } from '../../domain/access.ts'
import type { JourneyState, Stage } from '../../domain/stages.ts'
import type { Tx } from '../../platform/database/connection.ts'
import { isLanguage } from '../../platform/languages.ts'
import type { Actor, Place } from './actor.ts'

/** The person of a session, with the roles they have in the program. */
export async function findActor(
  tx: Tx,
  session: { personId: string; sessionId: string; strong: boolean },
): Promise<Actor | undefined> {
  const row = await tx
    .selectFrom('people_person as person')
    .select((eb) => [
      'person.name',
      'person.email',
      'person.language',
      'person.time_zone',
      eb
        .selectFrom('people_role')
        .select(sql<StaffRole[]>`coalesce(array_agg(role ORDER BY role), '{}')`.as('roles'))
        .whereRef('people_role.person_id', '=', 'person.id')
        .as('roles'),
    ])
    .where('person.id', '=', session.personId)
    .executeTakeFirst()
  if (row === undefined) return undefined
  return {
    personId: session.personId,
    name: row.name,
    email: row.email,
    language: isLanguage(row.language) ? row.language : 'en',
    timeZone: row.time_zone,
    staff: row.roles ?? [],
    sessionId: session.sessionId,
    strong: session.strong,
  }
}

/** Where an address leads: found only when the transaction's person may know that it exists. */
export async function findPlace(
  tx: Tx,
  actor: Actor,
  address: { journey: string } | { community: string },
  now: Date,
): Promise<{ place: Place; standing: Standing } | undefined> {
  const journey =
    'journey' in address
      ? await tx
          .selectFrom('journey')
          .select(['id', 'community_id', 'stage', 'state', 'alone'])
          .where('id', '=', address.journey)
          .executeTakeFirst()
      : undefined
  const communityId = 'community' in address ? address.community : journey?.community_id
  if (communityId === undefined) return undefined
  const community = await tx
    .selectFrom('people_community')
    .select((eb) => [
      'name',
      'invented',
      eb
        .selectFrom('people_member')
        .select(sql<string[]>`coalesce(array_agg(role), '{}')`.as('r'))
        .where('community_id', '=', communityId)
        .where('person_id', '=', actor.personId)
        .where('left_at', 'is', null)
        .as('member'),
      eb
        .selectFrom('people_assignment')
        .select(sql<string[]>`coalesce(array_agg(role), '{}')`.as('r'))
        .where('community_id', '=', communityId)
        .where('person_id', '=', actor.personId)
        .where('ended_at', 'is', null)
        .as('assigned'),
      eb
        .exists(
          eb
            .selectFrom('people_opening')
            .select('id')
            .where('community_id', '=', communityId)
            .where('person_id', '=', actor.personId)
            .where('expires_at', '>', now),
        )
        .as('opened'),
    ])
    .where('id', '=', communityId)
    .executeTakeFirst()
  if (community === undefined) return undefined
  const member = community.member ?? []
  // An assignment rests on the role in the program, and a member is not their own community's advisor: the policies say the same.
  const assigned = (community.assigned ?? []).filter(
    (role) => actor.staff.some((held) => held === role) && (role !== 'advisor' || member.length === 0),
  )
  const opens = community.opened && (actor.staff.includes('manager') || actor.staff.includes('administrator'))
  const roles = [...member, ...assigned, ...(opens ? ['opener'] : [])]
  return {
    place: {
      communityId,
      communityName: community.name,
      invented: community.invented,
      ...(journey
        ? {
            journey: {
              id: journey.id,
              stage: journey.stage as Stage,
              state: journey.state as JourneyState,
              alone: journey.alone,
            },
          }
        : {}),
    },
    standing: {
      staff: actor.staff,
      community: roles as CommunityRole[],
      alone: journey?.alone ?? false,
    },
  }
}

/** One line in the community's log of reads. */
export async function insertRead(
  tx: Tx,
  read: { communityId: string; personId: string; role: string; act: string; path: string; at: Date },
): Promise<void> {
  await tx
    .insertInto('people_read')
    .values({
      community_id: read.communityId,
      person_id: read.personId,
      role: read.role,
      act: read.act,
      path: read.path,
      at: read.at,
    })
    .execute()
}
