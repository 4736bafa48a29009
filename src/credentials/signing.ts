import { createHash } from 'node:crypto'
import { issue } from '@digitalbazaar/vc'
import { asService } from '../people/index.ts'
import { NotFoundError } from '../platform/errors.ts'
import { readSettings } from '../program/index.ts'
import { dayIn } from '../ui/dates.ts'
import { offlineLoader } from './document-loader.ts'
import { getSigner, type SigningDependencies } from './keys.ts'
import { openBadge } from './open-badge.ts'
import { type IssuedCredential, lockCredential, saveSigned } from './store.ts'

/** Where the words of the credential need a day. */
type Dependencies = SigningDependencies & { timeZone: string }

/**
 * The credential with its proof: as it was signed before, or signed now, with the key in use now.
 *
 * @throws NotFoundError when it was deleted meanwhile
 */
export async function signedCredential(
  deps: Dependencies,
  credential: IssuedCredential,
): Promise<Record<string, unknown>> {
  if (credential.signed) return credential.signed
  const signer = await getSigner(deps)
  const { settings } = await readSettings(deps.db)
  const issuerName = settings.name[credential.language] || settings.name.en || settings.name.fr || 'Waymark'
  const day = dayIn(credential.issuedAt, deps.timeZone)
  const unsigned = openBadge(credential, { origin: deps.origin, issuerName, day })
  const made = await issue({
    credential: unsigned,
    suite: signer.suite,
    documentLoader: offlineLoader(async () => undefined),
    now: deps.now(),
  })
  return asService(deps.db, async (tx) => {
    const current = await lockCredential(tx, credential.id)
    if (current === undefined) throw new NotFoundError()
    // Two looked at it at once: the first one's proof is the one.
    if (current.signed) return current.signed
    const { id, list, position } = credential
    await saveSigned(tx, { id, list, position, signed: made, keyId: signer.keyId, proof: fingerprintOf(made) ?? '' })
    return made
  })
}

/** SHA-256 (hex) of a credential's proof value; nothing when there is no single proof. */
export function fingerprintOf(credential: Record<string, unknown>): string | undefined {
  const proof = credential.proof as { proofValue?: unknown } | undefined
  return typeof proof?.proofValue === 'string' ? createHash('sha256').update(proof.proofValue).digest('hex') : undefined
}
