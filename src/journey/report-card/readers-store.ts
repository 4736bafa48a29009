import type { Tx } from '../../platform/database/connection.ts'
import { isLanguage, type Language } from '../../platform/languages.ts'

/** The members who are told of a published report card: the community's leads. */
export async function listReaders(
  tx: Tx,
  communityId: string,
): Promise<{ personId: string; name: string; address: string; language: Language }[]> {
  const rows = await tx
    .selectFrom('people_member as member')
    .innerJoin('people_person as person', 'person.id', 'member.person_id')
    .select(['person.id', 'person.name', 'person.email', 'person.language'])
    .where('member.community_id', '=', communityId)
    .where('member.role', '=', 'lead')
    .where('member.left_at', 'is', null)
    .orderBy('person.name')
    .limit(50)
    .execute()
  return rows.map((row) => ({
    personId: row.id,
    name: row.name,
    address: row.email,
    language: isLanguage(row.language) ? row.language : 'en',
  }))
}
