import { issue } from '@digitalbazaar/vc'
import { createCredential, createList } from '@digitalbazaar/vc-bitstring-status-list'
import { asService } from '../people/index.ts'
import { addresses } from './addresses.ts'
import { offlineLoader } from './document-loader.ts'
import { secondsOf } from './key-documents.ts'
import { getSigner, type SigningDependencies } from './keys.ts'
import { findList, listRevoked, saveSignedList } from './list-store.ts'

/** Bits of a list: the least that W3C Bitstring Status List allows, so that one bit says nothing about one person. */
export const listLength = 131_072

/** A status list, signed: as it was, or anew when something was revoked since. @returns nothing when there is no such list */
export async function signedList(
  deps: SigningDependencies,
  number: number,
): Promise<Record<string, unknown> | undefined> {
  const found = await findList(deps.db, number)
  if (found === undefined) return undefined
  const id = addresses.list(deps.origin, number)
  if (found.signed?.id === id) return found.signed
  const list = await createList({ length: listLength })
  for (const position of await listRevoked(deps.db, number)) list.setStatus(position, true)
  const credential = await createCredential({ id, list, statusPurpose: 'revocation' })
  const { suite } = await getSigner(deps)
  const signed = await issue({
    credential: { ...credential, issuer: addresses.issuer(deps.origin), validFrom: secondsOf(deps.now()) },
    suite,
    documentLoader: offlineLoader(async () => undefined),
    now: deps.now(),
  })
  await asService(deps.db, (tx) => saveSignedList(tx, { number, version: found.version, signed }))
  return signed
}
