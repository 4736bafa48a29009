import { sql } from 'kysely'
import type { Db, Tx } from '../platform/database/connection.ts'

export type StatusList = {
  number: number
  version: number
  /** As it was signed last, if it is still of this version. */
  signed: Record<string, unknown> | undefined
}

export async function findList(db: Db | Tx, number: number): Promise<StatusList | undefined> {
  const row = await db
    .selectFrom('credentials_list')
    .select(['number', 'version', 'signed', 'signed_version'])
    .where('number', '=', number)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const signed =
    row.signed_version === row.version ? ((row.signed as Record<string, unknown> | null) ?? undefined) : undefined
  return { number: row.number, version: row.version, signed }
}

/** Places of a list whose credential is revoked. */
export async function listRevoked(db: Db | Tx, list: number): Promise<number[]> {
  const rows = await db
    .selectFrom('credentials_status')
    .select('position')
    .where('list_number', '=', list)
    .where('revoked_at', 'is not', null)
    .execute()
  return rows.map(({ position }) => position)
}

/** Keeps a signed list, unless something was revoked since it was read. */
export async function saveSignedList(
  tx: Tx,
  given: { number: number; version: number; signed: Record<string, unknown> },
): Promise<void> {
  await tx
    .updateTable('credentials_list')
    .set({ signed: JSON.stringify(given.signed), signed_version: given.version })
    .where('number', '=', given.number)
    .where('version', '=', given.version)
    .execute()
}

/** Every list is signed anew when it is next asked for. */
export async function forgetSignedLists(tx: Tx): Promise<void> {
  await tx.updateTable('credentials_list').set({ signed: null, signed_version: null }).execute()
}

/** Whether a proof was made here for a place of a list. */
export async function isProofOnFile(
  db: Db | Tx,
  given: { list: number; position: number; proof: string },
): Promise<boolean> {
  const row = await db
    .selectFrom('credentials_status')
    .select('position')
    .where('list_number', '=', given.list)
    .where('position', '=', given.position)
    .where(sql<boolean>`${given.proof}::text = ANY (proofs)`)
    .executeTakeFirst()
  return row !== undefined
}
