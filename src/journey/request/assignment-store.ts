import type { Tx } from '../../platform/database/connection.ts'
import { isLanguage, type Language } from '../../platform/languages.ts'

/** Someone with the role of advisor. */
export async function findAdvisorPerson(
  tx: Tx,
  personId: string,
): Promise<{ personId: string; name: string; email: string; language: Language } | undefined> {
  const row = await tx
    .selectFrom('people_role')
    .innerJoin('people_person as person', 'person.id', 'people_role.person_id')
    .select(['person.id', 'person.name', 'person.email', 'person.language'])
    .where('people_role.role', '=', 'advisor')
    .where('person.id', '=', personId)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { id, name, email, language } = row
  return { personId: id, name, email, language: isLanguage(language) ? language : 'en' }
}

/** Gives a community its advisor; the same one again is only back. */
export async function assignAdvisor(
  tx: Tx,
  given: { communityId: string; personId: string; at: Date; by: string },
): Promise<void> {
  await tx
    .insertInto('people_assignment')
    .values({
      community_id: given.communityId,
      person_id: given.personId,
      role: 'advisor',
      assigned_at: given.at,
      assigned_by: given.by,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['community_id', 'person_id', 'role'])
        .doUpdateSet({ assigned_at: given.at, assigned_by: given.by, ended_at: null }),
    )
    .execute()
}
