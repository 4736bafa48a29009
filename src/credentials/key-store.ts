import type { Db, Tx } from '../platform/database/connection.ts'

/** A key that signs or signed. */
export type CredentialKey = {
  /** The public key, as a multibase Multikey. */
  id: string
  issuer: string
  createdAt: Date
  retiredAt: Date | undefined
  /** Somebody else may have had the secret from here on. */
  revokedFrom: Date | undefined
}

/** Every key, the newest first. */
export async function listKeys(db: Db | Tx): Promise<CredentialKey[]> {
  const rows = await db.selectFrom('credentials_key').selectAll().orderBy('created_at', 'desc').orderBy('id').execute()
  return rows.map((row) => ({
    id: row.id,
    issuer: row.issuer,
    createdAt: row.created_at,
    retiredAt: row.retired_at ?? undefined,
    revokedFrom: row.revoked_from ?? undefined,
  }))
}

/** The key in use at an address and its sealed secret; the transaction's purpose is `service`. */
export async function findKeyInUse(tx: Tx, issuer: string): Promise<{ id: string; sealed: string } | undefined> {
  return tx
    .selectFrom('credentials_key as key')
    .innerJoin('credentials_secret as secret', 'secret.key_id', 'key.id')
    .select(['key.id', 'secret.sealed'])
    .where('key.issuer', '=', issuer)
    .where('key.retired_at', 'is', null)
    .executeTakeFirst()
}

/** @returns false when another key is in use at that address */
export async function insertKey(
  tx: Tx,
  given: { id: string; issuer: string; sealed: string; at: Date },
): Promise<boolean> {
  const added = await tx
    .insertInto('credentials_key')
    .values({ id: given.id, issuer: given.issuer, created_at: given.at })
    .onConflict((conflict) => conflict.column('issuer').where('retired_at', 'is', null).doNothing())
    .executeTakeFirst()
  if (added.numInsertedOrUpdatedRows !== 1n) return false
  await tx.insertInto('credentials_secret').values({ key_id: given.id, sealed: given.sealed }).execute()
  return true
}

/** Ends the use of the key of an address and forgets its secret; what it signed stays valid. @returns the key's id */
export async function retireKey(tx: Tx, issuer: string, at: Date): Promise<string | undefined> {
  const row = await tx
    .updateTable('credentials_key')
    .set({ retired_at: at })
    .where('issuer', '=', issuer)
    .where('retired_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (row) await tx.deleteFrom('credentials_secret').where('key_id', '=', row.id).execute()
  return row?.id
}

/** Marks a key as known to others from a moment on. @returns false when it was marked before, or is not there */
export async function markKeyRevoked(tx: Tx, given: { id: string; from: Date; at: Date }): Promise<boolean> {
  await tx.deleteFrom('credentials_secret').where('key_id', '=', given.id).execute()
  await tx
    .updateTable('credentials_key')
    .set({ retired_at: given.at })
    .where('id', '=', given.id)
    .where('retired_at', 'is', null)
    .execute()
  const changed = await tx
    .updateTable('credentials_key')
    .set({ revoked_from: given.from })
    .where('id', '=', given.id)
    .where('revoked_from', 'is', null)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}
