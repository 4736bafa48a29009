import type { Tx } from '../../platform/database/connection.ts'
import { hashOfToken, type TokenScope } from './token.ts'

export type Token = {
  id: string
  name: string
  /** Its last four characters. */
  hint: string
  scopes: TokenScope[]
  createdAt: Date
  expiresAt: Date
  lastUsedAt: Date | undefined
  revokedAt: Date | undefined
}

/** A person's tokens, newest first, those that ended too. */
export async function listTokens(tx: Tx, personId: string): Promise<Token[]> {
  const rows = await tx
    .selectFrom('people_token')
    .select(['id', 'name', 'hint', 'scopes', 'created_at', 'expires_at', 'last_used_at', 'revoked_at'])
    .where('person_id', '=', personId)
    .orderBy('created_at', 'desc')
    .limit(100)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    hint: row.hint,
    scopes: row.scopes as TokenScope[],
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at ?? undefined,
    revokedAt: row.revoked_at ?? undefined,
  }))
}

/**
 * Keeps the hash of a token.
 *
 * @returns false when this form was sent before: a second press makes no second token
 */
export async function insertToken(
  tx: Tx,
  given: {
    id: string
    personId: string
    token: string
    name: string
    scopes: readonly TokenScope[]
    strong: boolean
    now: Date
    expiresAt: Date
  },
): Promise<boolean> {
  const hash = hashOfToken(given.token)
  if (hash === undefined) throw new Error('That is not a token')
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('people_token')
    .values({
      id: given.id,
      person_id: given.personId,
      name: given.name,
      token_hash: hash,
      hint: given.token.slice(-4),
      scopes: [...given.scopes],
      strong: given.strong,
      created_at: given.now,
      expires_at: given.expiresAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Ends a token of a person. Once is enough. @returns its name, when there is such a token */
export async function revokeToken(tx: Tx, personId: string, id: string, now: Date): Promise<string | undefined> {
  const row = await tx
    .updateTable('people_token')
    .set((eb) => ({ revoked_at: eb.fn.coalesce('revoked_at', eb.val(now)) }))
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .returning('name')
    .executeTakeFirst()
  return row?.name
}

/** How exactly the last use is known: writing it down at each request would cost more than it tells. */
const noticedEvery = 60_000

/** Whose token this is, if it still holds, and takes note that it was used. Runs as the service, before anyone is known. */
export async function findTokenSession(
  tx: Tx,
  token: string,
  now: Date,
): Promise<
  { personId: string; sessionId: string; strong: boolean; scopes: TokenScope[]; expiresAt: Date } | undefined
> {
  const hash = hashOfToken(token)
  if (hash === undefined) return undefined
  const row = await tx
    .selectFrom('people_token')
    .select(['id', 'person_id', 'strong', 'scopes', 'expires_at', 'last_used_at'])
    .where('token_hash', '=', hash)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  if (row === undefined) return undefined
  if (row.last_used_at === null || now.getTime() - row.last_used_at.getTime() >= noticedEvery) {
    await tx.updateTable('people_token').set({ last_used_at: now }).where('id', '=', row.id).execute()
  }
  return {
    personId: row.person_id,
    sessionId: row.id,
    strong: row.strong,
    scopes: row.scopes as TokenScope[],
    expiresAt: row.expires_at,
  }
}
