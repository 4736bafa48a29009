import type { FindContent } from '../../content/releases.ts'
import type { Pack } from '../../content/schema.ts'
import type { Now } from '../../platform/clock.ts'
import type { Db, Tx } from '../../platform/database/connection.ts'
import { NotFoundError } from '../../platform/errors.ts'
import type { SelfCheckRecord } from '../record/record.ts'
import { type Scored, scoredWith } from '../record/releases.ts'
import { asLinkHolder, expiryFrom, newToken, tokenHash } from './link.ts'
import { findKept, insertKept, type KeptSelfCheck, lockKept, purgeExpired } from './store.ts'

/** What the routes of kept self-checks stand on. */
export type KeptDependencies = {
  db: Db
  now: Now
  /** Today's content, and the way to that of earlier releases. */
  pack: Pack
  release: string
  findContent: FindContent
  /** In which days are named where the visitor's is not known: an IANA name. */
  timeZone: string
}

/**
 * Reads the self-check of a private link.
 *
 * @throws NotFoundError when there is none, or its time is over
 */
export async function readKept(
  { db, now }: Pick<KeptDependencies, 'db' | 'now'>,
  token: string,
): Promise<KeptSelfCheck> {
  const kept = await asLinkHolder(db, token, (tx) => findKept(tx, now()))
  if (kept === undefined) throw new NotFoundError()
  return kept
}

/**
 * Runs a change of the self-check of a private link, in one transaction as whoever holds it. Changes of one self-check wait for
 * each other.
 *
 * @throws NotFoundError when there is none, or its time is over
 */
export async function changeKept<T>(
  { db, now }: Pick<KeptDependencies, 'db' | 'now'>,
  token: string,
  action: (kept: KeptSelfCheck, tx: Tx) => Promise<T> | T,
): Promise<T> {
  return asLinkHolder(db, token, async (tx) => {
    const kept = await lockKept(tx, now())
    if (kept === undefined) throw new NotFoundError()
    return action(kept, tx)
  })
}

/** A self-check with the content that its results come from. */
export async function contentOf(
  { pack, release, findContent }: Pick<KeptDependencies, 'pack' | 'release' | 'findContent'>,
  record: SelfCheckRecord,
): Promise<Scored> {
  const found = record.release === release ? undefined : await findContent(record.release)
  return scoredWith(record, { pack, release }, found)
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
  await purgeExpired(db)
  const token = newToken()
  const expiresAt = expiryFrom(createdAt)
  await asLinkHolder(db, token, (tx) =>
    insertKept(tx, { tokenHash: tokenHash(token), language, record, createdAt, expiresAt }),
  )
  return { token, expiresAt }
}
