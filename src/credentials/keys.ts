import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { from, generate } from '@digitalbazaar/ed25519-multikey'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import { asService } from '../people/index.ts'
import type { Now } from '../platform/clock.ts'
import type { Db } from '../platform/database/connection.ts'
import { recordProgramEvent } from '../program/index.ts'
import { addresses } from './addresses.ts'
import { multikeyContext } from './document-loader.ts'
import { secondsOf } from './key-documents.ts'
import { findKeyInUse, insertKey, retireKey } from './key-store.ts'

export type SigningDependencies = {
  db: Db
  now: Now
  /** The address people use. */
  origin: string
  /** The installation's secret, which seals the keys. */
  secret: string
}

export type Signer = { keyId: string; suite: DataIntegrityProof }

/**
 * The key that signs at this address, ready to sign; made when there is none. A key that cannot be opened, because the installation
 * has another secret than the one that sealed it, is retired: what it signed stays valid, and a new one takes over.
 */
export async function getSigner(deps: SigningDependencies): Promise<Signer> {
  const { db, now, origin, secret } = deps
  const issuer = addresses.issuer(origin)
  const found = await asService(db, (tx) => findKeyInUse(tx, issuer))
  const opened = found && unseal(secret, found.id, found.sealed)
  if (found && opened !== undefined) return signerOf(issuer, found.id, opened, now())
  await replaceKey(deps, undefined)
  const made = await asService(db, (tx) => findKeyInUse(tx, issuer))
  const secretKey = made && unseal(secret, made.id, made.sealed)
  if (made === undefined || secretKey === undefined) throw new Error('No key to sign credentials could be made')
  return signerOf(issuer, made.id, secretKey, now())
}

/**
 * Retires the key in use, if there is one, and makes another.
 *
 * @param asked who asked for it, and instead of which key: asked twice, it happens once. Nothing when the service needs a key by itself.
 */
export async function replaceKey(
  deps: SigningDependencies,
  asked: { by: string; instead: string } | undefined,
): Promise<void> {
  const issuer = addresses.issuer(deps.origin)
  const pair = await generate({ controller: issuer })
  if (pair.secretKeyMultibase === undefined) throw new Error('A key was made without its secret half')
  const sealed = seal(deps.secret, pair.publicKeyMultibase, pair.secretKeyMultibase)
  await asService(deps.db, async (tx) => {
    const at = deps.now()
    const inUse = await findKeyInUse(tx, issuer)
    // Another request may have made one meanwhile.
    if (asked ? inUse && inUse.id !== asked.instead : inUse && opens(deps.secret, inUse)) return
    const retired = await retireKey(tx, issuer, at)
    if (!(await insertKey(tx, { id: pair.publicKeyMultibase, issuer, sealed, at }))) return
    await recordProgramEvent(tx, {
      act: retired === undefined ? 'credential.key-made' : 'credential.key-replaced',
      at,
      ...(asked === undefined ? {} : { personId: asked.by }),
      detail: { key: pair.publicKeyMultibase, ...(retired === undefined ? {} : { retired }) },
    })
  })
}

const opens = (secret: string, key: { id: string; sealed: string }) => unseal(secret, key.id, key.sealed) !== undefined

async function signerOf(issuer: string, keyId: string, secretKeyMultibase: string, at: Date): Promise<Signer> {
  const pair = await from({
    '@context': multikeyContext,
    type: 'Multikey',
    id: `${issuer}#${keyId}`,
    controller: issuer,
    publicKeyMultibase: keyId,
    secretKeyMultibase,
  })
  return { keyId, suite: new DataIntegrityProof({ cryptosuite, signer: pair.signer(), date: secondsOf(at) }) }
}

/** The suite that checks; it needs no key, since the proof names it. */
export function verifyingSuite(): DataIntegrityProof {
  return new DataIntegrityProof({ cryptosuite })
}

const sealingKey = (secret: string) =>
  Buffer.from(hkdfSync('sha256', secret, '', 'waymark: keys that sign credentials', 32))

/** Encrypts a key's secret half (AES-256-GCM), bound to its public half. */
function seal(secret: string, keyId: string, text: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', sealingKey(secret), nonce).setAAD(Buffer.from(keyId))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** @returns nothing when it was sealed with another secret */
function unseal(secret: string, keyId: string, sealed: string): string | undefined {
  const bytes = Buffer.from(sealed, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', sealingKey(secret), bytes.subarray(0, 12), { authTagLength: 16 })
  decipher.setAAD(Buffer.from(keyId)).setAuthTag(bytes.subarray(12, 28))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
  } catch {
    return undefined
  }
}
