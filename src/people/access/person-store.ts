import { type Db, type Tx, withSettings } from '../../platform/database/connection.ts'

/**
 * Why a transaction may read more than a person may: results are computed from answers that nobody may read one by one; a person
 * exports what is theirs. Say it only around the query that needs it.
 */
export type Purpose = 'compute' | 'export'

/**
 * Reads and writes as a person: row-level security shows what they may see, and nothing else. Keep it short.
 *
 * @param actor the person who asks; of them only the id counts
 * @param options.purpose see `Purpose`
 */
export async function asPerson<T>(
  db: Db,
  actor: { personId: string },
  action: (tx: Tx) => Promise<T>,
  options: { purpose?: Purpose } = {},
): Promise<T> {
  return withSettings(
    db,
    { 'waymark.person': actor.personId, ...(options.purpose ? { 'waymark.purpose': options.purpose } : {}) },
    action,
  )
}

/**
 * Reads and writes for the service itself, where no person acts: jobs, reminders, retention, invitations that are being accepted.
 * Row-level security then shows every community, so what it does must be decided by code that names its rows.
 */
export async function asService<T>(db: Db, action: (tx: Tx) => Promise<T>): Promise<T> {
  return withSettings(db, { 'waymark.purpose': 'service' }, action)
}
