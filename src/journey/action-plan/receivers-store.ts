import type { Tx } from '../../platform/database/connection.ts'

/** Someone mail goes to. */
export type Receiver = { personId: string; name: string; email: string; language: string; timeZone: string }

/** The people with these ids whom the transaction's person may see. */
export async function findReceivers(tx: Tx, ids: readonly string[]): Promise<Receiver[]> {
  if (ids.length === 0) return []
  return tx
    .selectFrom('people_person')
    .select(['id as personId', 'name', 'email', 'language', 'time_zone as timeZone'])
    .where('id', 'in', [...ids])
    .execute()
}
