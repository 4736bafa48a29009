import { createHash, randomBytes } from 'node:crypto'
import { type Db, type Tx, withSettings } from '../../platform/database/connection.ts'
import { NotFoundError } from '../../platform/errors.ts'

/** How long a kept self-check lives, counted from the day it was made. */
export const keptDays = 30

const tokenShape = /^[A-Za-z0-9_-]{43}$/

/** The secret part of a private link: 256 bits of chance. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What is stored in place of the secret. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/**
 * Runs a short transaction as whoever holds the link; row-level security shows that one self-check and nothing else.
 *
 * @throws NotFoundError when the token cannot be one
 */
export async function asLinkHolder<T>(db: Db, token: string, action: (tx: Tx) => Promise<T>): Promise<T> {
  if (!tokenShape.test(token)) throw new NotFoundError()
  return withSettings(db, { 'waymark.kept_token_hash': tokenHash(token).toString('hex') }, action)
}

/** The end of the time of a self-check kept from `now` on. */
export function expiryFrom(now: Date): Date {
  return new Date(now.getTime() + keptDays * 24 * 60 * 60 * 1000)
}
