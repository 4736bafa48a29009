import { addresses } from './addresses.ts'
import { multikeyContext, offlineLoader } from './document-loader.ts'
import { controllerDocument, findDidKey, keyDocument } from './key-documents.ts'
import { type CredentialKey, listKeys } from './key-store.ts'
import type { SigningDependencies } from './keys.ts'
import { signedList } from './status-list.ts'

/**
 * What a check of a credential may look up: this installation's keys, under its address of today and those it had before; its status
 * lists; and keys that are their own address (did:key). Revoked keys are found too: the check itself decides about those.
 */
export async function knownDocuments(deps: SigningDependencies) {
  const keys = await listKeys(deps.db)
  const here = addresses.issuer(deps.origin)
  const issuers = new Set([here, ...keys.map(({ issuer }) => issuer)])
  const find = async (url: string): Promise<unknown> => {
    if (issuers.has(url)) return controllerDocument(url, withoutRevocation(keysOf(keys, url)))
    const [controller = '', fragment] = url.split('#')
    if (issuers.has(controller) && keysOf(keys, controller).some(({ id }) => id === fragment)) {
      return { '@context': multikeyContext, ...keyDocument(controller, fragment ?? '') }
    }
    const list = [...issuers].map((issuer) => listNumber(url, issuer)).find((number) => number !== undefined)
    return list === undefined ? findDidKey(url) : signedList(deps, list)
  }
  return { issuers, keys, loader: offlineLoader(find) }
}

const keysOf = (keys: readonly CredentialKey[], issuer: string) => keys.filter((key) => key.issuer === issuer)

const withoutRevocation = (keys: readonly CredentialKey[]) => keys.map(({ id }) => ({ id }))

function listNumber(url: string, issuer: string): number | undefined {
  const [, number] = /^\/status\/([1-9]\d{0,5})$/.exec(url.slice(issuer.length - '/issuer'.length)) ?? []
  return url.startsWith(issuer.slice(0, -'/issuer'.length)) && number !== undefined ? Number(number) : undefined
}
