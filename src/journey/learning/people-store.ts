import type { Tx } from '../../platform/database/connection.ts'
import { isLanguage, type Language } from '../../platform/languages.ts'

/** In which language mail reaches people, as far as the transaction's person may read it. */
export async function findLanguages(tx: Tx, personIds: readonly string[]): Promise<Map<string, Language>> {
  if (personIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('people_person')
    .select(['id', 'language'])
    .where('id', 'in', [...personIds])
    .execute()
  return new Map(rows.map((row) => [row.id, isLanguage(row.language) ? row.language : 'en']))
}
