import { randomBytes } from 'node:crypto'
import { base32 } from '@better-auth/utils/base32'
import { createOTP } from '@better-auth/utils/otp'
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import { hashOf } from './hashed-tokens.ts'
import type { Identity } from './identity.ts'
import {
  type Factors,
  findFactors,
  lockFactors,
  noteFailure,
  noteSuccess,
  saveRecoveryCodes,
  saveSecret,
} from './second-factor-store.ts'

/** Seconds that a code of a code generator stands (RFC 6238). */
const step = 30
const recoveryCodeCount = 10
/** Wrong codes in a row before there is a pause. */
const mostFailures = 5
const pauseMinutes = 15
/** Minutes that a page for setting up a code generator can be used. */
const setUpMinutes = 60

export type FactorOutcome = { ok: true; left?: number } | { ok: false; reason: 'wrong' | 'paused' }

/** What someone needs to set up a code generator. `sealed` comes back with the first code: nothing is stored until it is right. */
export type SetUp = { secret: string; address: string; sealed: string }

export async function beginSetUp(identity: Identity, person: { personId: string; email: string }): Promise<SetUp> {
  return setUpOf(identity, person, randomBytes(18).toString('base64url'), identity.now())
}

/** The same set-up again, after a code that was not right. */
export async function sameSetUp(
  identity: Identity,
  person: { personId: string; email: string },
  sealed: string,
): Promise<SetUp | undefined> {
  const opened = await open(identity, person.personId, sealed)
  return opened === undefined ? undefined : { ...(await setUpOf(identity, person, opened, identity.now())), sealed }
}

async function setUpOf(
  identity: Identity,
  { personId, email }: { personId: string; email: string },
  secret: string,
  at: Date,
): Promise<SetUp> {
  const data = JSON.stringify({ personId, secret, at: at.getTime() })
  const name = `Waymark (${new URL(identity.origin).host})`
  return {
    secret: base32.encode(secret, { padding: false }),
    address: otp(secret).url(name, email),
    sealed: await symmetricEncrypt({ key: identity.secret, data }),
  }
}

async function open(identity: Identity, personId: string, sealed: string): Promise<string | undefined> {
  const data = await symmetricDecrypt({ key: identity.secret, data: sealed }).catch(() => undefined)
  if (data === undefined) return undefined
  const opened = JSON.parse(data) as { personId: string; secret: string; at: number }
  const age = identity.now().getTime() - opened.at
  return opened.personId === personId && age < setUpMinutes * 60_000 ? opened.secret : undefined
}

/** Keeps a code generator once it has shown a right code. */
export async function finishSetUp(
  identity: Identity,
  given: { personId: string; sealed: string; code: string },
): Promise<'done' | 'wrong' | 'over'> {
  const secret = await open(identity, given.personId, given.sealed)
  if (secret === undefined) return 'over'
  const used = await matchingStep(secret, given.code, identity.now())
  if (used === undefined) return 'wrong'
  const kept = await symmetricEncrypt({ key: identity.secret, data: secret })
  await saveSecret(identity.identityDb, given.personId, kept, used)
  return 'done'
}

/** Checks a code of the person's code generator. Each is taken once; wrong ones in a row bring a pause. */
export async function checkCode(identity: Identity, personId: string, code: string): Promise<FactorOutcome> {
  return attempt(identity, personId, async (factors) => {
    if (factors.secret === undefined) return undefined
    const secret = await symmetricDecrypt({ key: identity.secret, data: factors.secret }).catch(() => undefined)
    const used = secret === undefined ? undefined : await matchingStep(secret, code, identity.now())
    return used !== undefined && used > factors.lastUsedStep ? { lastUsedStep: used } : undefined
  })
}

/** Checks a recovery code, and uses it up. */
export async function checkRecoveryCode(identity: Identity, personId: string, code: string): Promise<FactorOutcome> {
  const hash = hashOf(plainCode(code))
  return attempt(identity, personId, async ({ recoveryCodes }) => {
    const left = recoveryCodes.filter((one) => one !== hash)
    return left.length < recoveryCodes.length ? { recoveryCodes: left } : undefined
  })
}

async function attempt(
  identity: Identity,
  personId: string,
  check: (factors: Factors) => Promise<Partial<Pick<Factors, 'lastUsedStep' | 'recoveryCodes'>> | undefined>,
): Promise<FactorOutcome> {
  return identity.identityDb.transaction().execute(async (tx): Promise<FactorOutcome> => {
    const time = identity.now()
    const factors = await lockFactors(tx, personId)
    if (factors === undefined) return { ok: false, reason: 'wrong' }
    if (factors.lockedUntil !== undefined && factors.lockedUntil > time) return { ok: false, reason: 'paused' }
    const used = await check(factors)
    if (used === undefined) {
      const failures = factors.failures + 1
      const paused = failures >= mostFailures
      const until = paused ? new Date(time.getTime() + pauseMinutes * 60_000) : undefined
      await noteFailure(tx, personId, paused ? 0 : failures, until)
      return { ok: false, reason: paused ? 'paused' : 'wrong' }
    }
    await noteSuccess(tx, personId, used)
    return used.recoveryCodes ? { ok: true, left: used.recoveryCodes.length } : { ok: true }
  })
}

/** Makes new recovery codes in place of all earlier ones. They are shown once: only hashes are kept. */
export async function newRecoveryCodes(identity: Identity, personId: string): Promise<string[]> {
  const codes = Array.from({ length: recoveryCodeCount }, () => {
    const letters = base32.encode(randomBytes(10), { padding: false }).toLowerCase()
    return letters.match(/.{4}/g)?.join('-') ?? letters
  })
  const hashes = codes.map((code) => hashOf(plainCode(code)))
  await saveRecoveryCodes(identity.identityDb, personId, hashes)
  return codes
}

/** Which second factors someone has. */
export async function factorsOf(identity: Identity, personId: string) {
  return findFactors(identity.identityDb, personId)
}

function plainCode(code: string): string {
  return code.toLowerCase().replace(/[^a-z2-7]/g, '')
}

function otp(secret: string) {
  return createOTP(secret, { digits: 6, period: step })
}

/** The half minute whose code this is: now, or one before or after, since clocks differ. */
async function matchingStep(secret: string, given: string, now: Date): Promise<number | undefined> {
  const code = given.replace(/\s/g, '')
  const current = Math.floor(now.getTime() / 1000 / step)
  let match: number | undefined
  for (const candidate of [current - 1, current, current + 1]) {
    if ((await otp(secret).hotp(candidate)) === code) match = candidate
  }
  return match
}
