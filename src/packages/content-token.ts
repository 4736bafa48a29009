import { createHmac, timingSafeEqual } from 'node:crypto'

/** Milliseconds for which an address of a package's content opens. */
export const contentLasts = 4 * 3_600_000

/** What an address of content stands for: one person's opening of one unit. */
export type ContentTicket = {
  versionId: string
  personId: string
  /** Place of the unit among its version's units, from 0. */
  unit: number
  /** Names the opening; no two have the same. */
  session: string
  /** Milliseconds since 1970. */
  expires: number
}

const signatureOf = (secret: string, body: string) =>
  createHmac('sha256', secret).update('waymark package content\n').update(body).digest('base64url')

/** Signs a ticket, so that content is served to whoever holds the address, without a cookie, until it expires. */
export function contentToken(secret: string, ticket: ContentTicket): string {
  const { versionId, personId, unit, session, expires } = ticket
  const body = Buffer.from([versionId, personId, unit, session, expires].join(' ')).toString('base64url')
  return `${body}.${signatureOf(secret, body)}`
}

/** Reads a ticket; nothing when it is not ours, was changed, or is over. */
export function readContentToken(secret: string, token: string, now: Date): ContentTicket | undefined {
  const [body = '', signature = ''] = token.split('.')
  const [given, right] = [Buffer.from(signature), Buffer.from(signatureOf(secret, body))]
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined
  const [versionId = '', personId = '', unit = '', session = '', expires = ''] = Buffer.from(body, 'base64url')
    .toString()
    .split(' ')
  const ticket = { versionId, personId, unit: Number(unit), session, expires: Number(expires) }
  return ticket.expires > now.getTime() ? ticket : undefined
}

/** A made-up id of a person for one package: two packages cannot compare notes, and neither learns the account's. */
export function learnerId(secret: string, personId: string, packageId: string): string {
  return createHmac('sha256', secret)
    .update(`waymark package learner\n${personId} ${packageId}`)
    .digest('hex')
    .slice(0, 24)
}
