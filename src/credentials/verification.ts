import { verifyCredential } from '@digitalbazaar/vc'
import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list'
import { type Claims, claimsOf, readCredential, type Unreadable } from './credential-file.ts'
import type { DocumentLoader } from './document-loader.ts'
import type { CredentialKey } from './key-store.ts'
import { type SigningDependencies, verifyingSuite } from './keys.ts'
import { knownDocuments } from './known-documents.ts'
import { isProofOnFile } from './list-store.ts'
import { fingerprintOf } from './signing.ts'

/** What came of each check. */
export type Checks = {
  /** `unknown`: the key cannot be had without asking elsewhere. */
  signature: 'good' | 'bad' | 'unknown'
  /** `key-revoked`: signed with a key of this service that someone else may have had. `key`: a did:key, which names no one. */
  issuer: 'here' | 'key' | 'unknown' | 'key-revoked'
  dates: 'good' | 'not-yet' | 'over'
  /** `unknown`: the list is kept elsewhere. `none`: cannot be revoked. */
  status: 'good' | 'revoked' | 'unknown' | 'none'
}

export type Verification =
  | { readable: false; reason: Unreadable }
  | {
      readable: true
      claims: Claims
      checks: Checks
      /** `open`: nothing speaks against it, and not everything can be checked here. */
      verdict: 'valid' | 'not-valid' | 'open'
    }

/** Checks a credential that someone typed in or sent as a file. See `verify`. */
export async function verifyText(deps: SigningDependencies, text: string): Promise<Verification> {
  const read = readCredential(text)
  return 'reason' in read ? { readable: false, reason: read.reason } : verify(deps, read.credential)
}

/**
 * Checks a credential of this installation, or of anyone whose key is in the credential itself (did:key): signature, issuer, dates,
 * status. Nothing is fetched.
 *
 * @param credential as `readCredential` lets through
 */
export async function verify(deps: SigningDependencies, credential: Record<string, unknown>): Promise<Verification> {
  const { issuers, keys, loader } = await knownDocuments(deps)
  const claims = claimsOf(credential)
  const isOurs = issuers.has(claims.issuerId)
  const dates = datesOf(claims, deps.now())
  const signature = await checkSignature(credential, loader, isOurs || claims.issuerId.startsWith('did:key:'))
  const issuer =
    signature === 'unknown'
      ? 'unknown'
      : !isOurs
        ? 'key'
        : (await isTrusted(deps, credential, claims, keys))
          ? 'here'
          : 'key-revoked'
  const status = signature === 'good' ? await statusOf(credential, loader) : 'unknown'
  const checks: Checks = { signature, issuer, dates, status }
  return { readable: true, claims, checks, verdict: verdictOf(checks) }
}

/** One sentence of all checks: the worst counts. */
export function verdictOf(checks: Checks): 'valid' | 'not-valid' | 'open' {
  const { signature, issuer, dates, status } = checks
  if (signature === 'bad' || issuer === 'key-revoked' || dates !== 'good' || status === 'revoked') return 'not-valid'
  return signature === 'good' && issuer === 'here' && status !== 'unknown' ? 'valid' : 'open'
}

/**
 * Whether the proof fits the credential. The library checks dates in the same go, so it is asked about a moment at which they hold:
 * dates get a sentence of their own.
 *
 * @param isKnown whether the issuer's key can be had here
 */
export async function checkSignature(
  credential: Record<string, unknown>,
  documentLoader: DocumentLoader,
  isKnown: boolean,
): Promise<Checks['signature']> {
  if (!isKnown) return 'unknown'
  const from = new Date(String(credential.validFrom ?? ''))
  const { verified } = await verifyCredential({
    credential,
    suite: verifyingSuite(),
    documentLoader,
    checkStatus: async () => ({ verified: true }),
    ...(Number.isNaN(from.getTime()) ? {} : { now: from }),
  })
  return verified ? 'good' : 'bad'
}

function datesOf({ validFrom, validUntil }: Claims, now: Date): Checks['dates'] {
  // Clocks differ: five minutes either way, as the library has it.
  const skew = 300_000
  if (validFrom && validFrom.getTime() - skew > now.getTime()) return 'not-yet'
  if (validUntil && validUntil.getTime() + skew < now.getTime()) return 'over'
  return 'good'
}

async function statusOf(
  credential: Record<string, unknown>,
  documentLoader: DocumentLoader,
): Promise<Checks['status']> {
  if (credential.credentialStatus === undefined) return 'none'
  // The list is this service's own and comes straight from its database, whatever its address was when the credential was made.
  const given = {
    credential,
    documentLoader,
    suite: verifyingSuite(),
    verifyMatchingIssuers: false,
    verifyBitstringStatusListCredential: false,
  }
  const { verified, results } = await checkStatus(given)
  if (!verified || results === undefined) return 'unknown'
  return results.some(({ status }) => status === true) ? 'revoked' : 'good'
}

/**
 * Whether the key may be believed. Whoever had the secret of a revoked key could date a proof back, so of those only proofs count
 * that were noted here when they were made, and that are older than the revocation.
 */
async function isTrusted(
  deps: SigningDependencies,
  credential: Record<string, unknown>,
  claims: Claims,
  keys: readonly CredentialKey[],
): Promise<boolean> {
  const key = keys.find(({ id }) => claims.verificationMethod.endsWith(`#${id}`))
  if (key?.revokedFrom === undefined) return true
  const proof = fingerprintOf(credential)
  const { statusPlace } = claims
  if (proof === undefined || statusPlace === undefined) return false
  if (claims.proofCreated === undefined || claims.proofCreated >= key.revokedFrom) return false
  return isProofOnFile(deps.db, { ...statusPlace, proof })
}
