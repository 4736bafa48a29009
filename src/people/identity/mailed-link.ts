import { createHmac, randomBytes, randomInt } from 'node:crypto'
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import type { Tx } from '../../platform/database/connection.ts'
import { linkLife } from './auth.ts'
import { countAttempt, countRequests, insertCode, setLanguage, useUpCode } from './code-store.ts'
import { hashOf } from './hashed-tokens.ts'
import { type Beginning, type Identity, namingBrowser } from './identity.ts'

/** Mails that one address is sent within the life of a link; more are not sent, and the page says the same. */
const mailsPerAddress = 5

/** Codes that may be tried before a new mail is needed. */
export const attemptsPerCode = 5

export type Asked = {
  /** For the cookie of the browser that asked: with it alone the code counts. */
  flow: string
  /** Nothing when the address has had its share of mail. */
  sent?: { token: string; code: string }
}

/**
 * Makes a link and a code for an address, known or not: whoever can read mail there may sign in, and has an account from then on.
 *
 * @param given.queue queues the mail in the same transaction
 */
export async function askForLink(
  identity: Identity,
  given: {
    email: string
    to: string | undefined
    queue: (tx: Tx, sent: { token: string; code: string }) => Promise<void>
  },
): Promise<Asked> {
  const { identityDb, now } = identity
  const flow = randomBytes(32).toString('base64url')
  const addressHash = createHmac('sha256', identity.secret).update(given.email).digest('hex')
  const time = now()
  const since = new Date(time.getTime() - linkLife * 1000)
  if ((await countRequests(identityDb, addressHash, since)) >= mailsPerAddress) return { flow }
  const token = await newLink(identity, given.email)
  const code = String(randomInt(100_000_000)).padStart(8, '0')
  const sealed = await symmetricEncrypt({ key: keyOf(identity, flow, code), data: token })
  await identityDb.transaction().execute(async (tx) => {
    await insertCode(tx, {
      flow: hashOf(flow),
      addressHash,
      sealed,
      to: given.to,
      at: time,
      expiresAt: new Date(time.getTime() + linkLife * 1000),
    })
    await given.queue(tx, { token, code })
  })
  return { flow, sent: { token, code } }
}

async function newLink({ auth }: Identity, email: string): Promise<string> {
  let token: string | undefined
  const take = (made: string) => {
    token = made
  }
  await auth.api.signInMagicLink({ body: { email, metadata: { take } }, headers: new Headers() })
  if (token === undefined) throw new Error('No link was made')
  return token
}

/** The database alone does not have it: the cookie, the code and the service's secret make it together. */
function keyOf({ secret }: Identity, flow: string, code: string): string {
  return createHmac('sha256', secret).update(`code ${flow} ${code}`).digest('hex')
}

/** Someone has shown that an address is theirs. `isNew`: this made their account. */
export type Arrival = Beginning & { personId: string; isNew: boolean }

/** Signs in with the token of a link, once. @returns nothing when it was used, is over or never was */
export async function followLink(
  identity: Identity,
  given: { token: string; language: string; request: Headers },
): Promise<Arrival | undefined> {
  const response = await identity.auth.api.magicLinkVerify({
    query: { token: given.token, callbackURL: '/known', newUserCallbackURL: '/new', errorCallbackURL: '/refused' },
    headers: namingBrowser(given.request),
    asResponse: true,
  })
  const { pathname } = new URL(response.headers.get('location') ?? '/refused', identity.origin)
  const cookies = response.headers.getSetCookie()
  if (pathname === '/refused' || cookies.length === 0) return undefined
  const cookie = cookies.map((one) => one.split(';')[0]).join('; ')
  const session = await identity.findSession(new Headers({ cookie }))
  if (session === undefined) throw new Error('The session that was just begun is not found')
  const isNew = pathname === '/new'
  if (isNew) await setLanguage(identity.identityDb, session.personId, given.language)
  return { sessionId: session.sessionId, personId: session.personId, cookies, isNew }
}

export type CodeOutcome =
  | { ok: true; arrival: Arrival; to: string | undefined }
  | { ok: false; reason: 'wrong'; left: number }
  | { ok: false; reason: 'over' }

/** Signs in with a code in the browser that asked for it. The link beside it is then used up too, and the other way round. */
export async function typeCode(
  identity: Identity,
  given: { flow: string; code: string; language: string; request: Headers },
): Promise<CodeOutcome> {
  const { identityDb, now } = identity
  const flow = hashOf(given.flow)
  // Counted before it is looked at, so that many tries at once are no more tries.
  const found = await countAttempt(identityDb, { flow, most: attemptsPerCode, now: now() })
  if (found === undefined) return { ok: false, reason: 'over' }
  const key = keyOf(identity, given.flow, given.code.replace(/\D/g, ''))
  const token = await symmetricDecrypt({ key, data: found.sealed }).catch(() => undefined)
  if (token === undefined) {
    const left = attemptsPerCode - found.attempts
    return left > 0 ? { ok: false, reason: 'wrong', left } : { ok: false, reason: 'over' }
  }
  await useUpCode(identityDb, flow)
  const arrival = await followLink(identity, { token, language: given.language, request: given.request })
  return arrival ? { ok: true, arrival, to: found.to } : { ok: false, reason: 'over' }
}
