import type { Pack } from '../content/schema.ts'
import type { Now } from '../platform/clock.ts'
import type { Db, Tx } from '../platform/database/connection.ts'
import { NotFoundError } from '../platform/errors.ts'
import { findKept, insertKept, type KeptSelfCheck, purgeExpired } from './kept-store.ts'
import { asLinkHolder, expiryFrom, newToken, tokenHash } from './private-link.ts'
import type { SelfCheckRecord } from './record.ts'

/** What the routes of kept self-checks stand on. */
export type KeptDependencies = { db: Db; now: Now; pack: Pack; release: string }

/**
 * Runs an action on the self-check of a private link, in one transaction as whoever holds it.
 *
 * @throws NotFoundError when there is none, or its time is over
 */
export async function withKept<T>(
  { db, now }: Pick<KeptDependencies, 'db' | 'now'>,
  token: string,
  action: (kept: KeptSelfCheck, tx: Tx) => Promise<T> | T,
): Promise<T> {
  return asLinkHolder(db, token, async (tx) => {
    const kept = await findKept(tx, now())
    if (kept === undefined) throw new NotFoundError()
    return action(kept, tx)
  })
}

/**
 * Keeps a self-check under a new private link, and takes the chance to remove those whose time is over.
 *
 * @returns the secret of the link; it is not stored and cannot be had again
 */
export async function keep(
  { db, now }: Pick<KeptDependencies, 'db' | 'now'>,
  language: string,
  record: SelfCheckRecord,
): Promise<{ token: string; expiresAt: Date }> {
  const createdAt = now()
  await purgeExpired(db, createdAt)
  const token = newToken()
  const expiresAt = expiryFrom(createdAt)
  await asLinkHolder(db, token, (tx) =>
    insertKept(tx, { tokenHash: tokenHash(token), language, record, createdAt, expiresAt }),
  )
  return { token, expiresAt }
}
