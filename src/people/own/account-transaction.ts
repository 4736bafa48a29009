import { type Db, type Tx, withSettings } from '../../platform/database/connection.ts'

/**
 * Reads and writes someone's own account: row-level security then opens the tables of identity, so that what is done must name its
 * rows by the person's id.
 */
export async function asAccount<T>(db: Db, actor: { personId: string }, action: (tx: Tx) => Promise<T>): Promise<T> {
  return withSettings(db, { 'waymark.person': actor.personId, 'waymark.purpose': 'identity' }, action)
}
