import { sql } from 'kysely'
import type { MemberRole } from '../../domain/access.ts'
import type { Tx } from '../../platform/database/connection.ts'
import { isLanguage, type Language } from '../../platform/languages.ts'

/** A person in a community, with every role they have there now. */
export type Member = {
  personId: string
  name: string
  email: string
  /** In which mail reaches them. */
  language: Language
  roles: MemberRole[]
  /** What they do, in their own words. */
  title: string | undefined
  joinedAt: Date
}

/** Makes someone a member; the same role again only says that they are back. */
export async function addMember(
  tx: Tx,
  given: { communityId: string; personId: string; role: MemberRole; title?: string | undefined; at: Date },
): Promise<void> {
  await tx
    .insertInto('people_member')
    .values({
      community_id: given.communityId,
      person_id: given.personId,
      role: given.role,
      title: given.title ?? null,
      joined_at: given.at,
    })
    .onConflict((conflict) =>
      conflict.columns(['community_id', 'person_id', 'role']).doUpdateSet((eb) => ({
        title: sql`coalesce(${eb.ref('excluded.title')}, people_member.title)`,
        joined_at: sql`CASE WHEN people_member.left_at IS NULL THEN people_member.joined_at ELSE ${eb.ref('excluded.joined_at')} END`,
        left_at: null,
      })),
    )
    .execute()
}

/** The people of a community today, by name. */
export async function listMembers(tx: Tx, communityId: string): Promise<Member[]> {
  const rows = await tx
    .selectFrom('people_member as member')
    .innerJoin('people_person as person', 'person.id', 'member.person_id')
    .select([
      'member.person_id as personId',
      'person.name',
      'person.email',
      'person.language',
      sql<
        MemberRole[]
      >`array_agg(member.role ORDER BY array_position(ARRAY['lead', 'steward', 'contributor'], member.role))`.as(
        'roles',
      ),
      sql<string | null>`max(member.title)`.as('title'),
      sql<Date>`min(member.joined_at)`.as('joinedAt'),
    ])
    .where('member.community_id', '=', communityId)
    .where('member.left_at', 'is', null)
    .groupBy(['member.person_id', 'person.name', 'person.email', 'person.language'])
    .orderBy('person.name')
    .orderBy('member.person_id')
    .limit(500)
    .execute()
  return rows.map((row) => ({
    ...row,
    language: isLanguage(row.language) ? row.language : 'en',
    title: row.title ?? undefined,
  }))
}

/** Ends roles of someone in a community; their own answers stay theirs. */
export async function endRoles(
  tx: Tx,
  given: { communityId: string; personId: string; roles: readonly MemberRole[]; at: Date },
): Promise<void> {
  if (given.roles.length === 0) return
  await tx
    .updateTable('people_member')
    .set({ left_at: given.at })
    .where('community_id', '=', given.communityId)
    .where('person_id', '=', given.personId)
    .where('role', 'in', [...given.roles])
    .where('left_at', 'is', null)
    .execute()
}

/** Advisors and experts who are assigned to a community today. */
export type AssignedStaff = { personId: string; name: string; role: 'advisor' | 'expert'; assignedAt: Date }

export async function listAssigned(tx: Tx, communityId: string): Promise<AssignedStaff[]> {
  const rows = await tx
    .selectFrom('people_assignment as assignment')
    .innerJoin('people_person as person', 'person.id', 'assignment.person_id')
    .select([
      'assignment.person_id as personId',
      'person.name',
      'assignment.role',
      'assignment.assigned_at as assignedAt',
    ])
    .where('assignment.community_id', '=', communityId)
    .where('assignment.ended_at', 'is', null)
    .orderBy('assignment.role')
    .orderBy('person.name')
    .limit(100)
    .execute()
  return rows.map((row) => ({ ...row, role: row.role === 'expert' ? 'expert' : 'advisor' }))
}

/** Names of people by id; whose name the transaction's person may not read is missing. */
export async function namesOf(tx: Tx, ids: readonly (string | undefined | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => typeof id === 'string'))]
  if (wanted.length === 0) return new Map()
  const rows = await tx.selectFrom('people_person').select(['id', 'name']).where('id', 'in', wanted).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** The name of one person, if the transaction's person may read it. */
export async function nameOf(tx: Tx, id: string | undefined | null): Promise<string | undefined> {
  return id ? (await namesOf(tx, [id])).get(id) : undefined
}
