import { contexts as credentialContexts } from '@digitalbazaar/credentials-context'
import { contexts as dataIntegrityContexts } from '@digitalbazaar/data-integrity-context'
import { contexts as multikeyContexts } from '@digitalbazaar/multikey-context'
import { contexts as statusListContexts } from '@digitalbazaar/vc-bitstring-status-list-context'
import openBadges from './contexts/open-badges-3.0.3.json' with { type: 'json' }

export const credentialsContext = 'https://www.w3.org/ns/credentials/v2'
export const openBadgesContext = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'
export const multikeyContext = 'https://w3id.org/security/multikey/v1'
/** Of a document that says which keys speak for an address. */
export const controllerContexts = ['https://www.w3.org/ns/did/v1', multikeyContext]

const bundled: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ...credentialContexts,
  ...dataIntegrityContexts,
  ...multikeyContexts,
  ...statusListContexts,
  [openBadgesContext, openBadges],
])

/** Finds a document by its address, or nothing. */
export type FindDocument = (url: string) => Promise<unknown>

/** As the credential libraries take it. */
export type DocumentLoader = (url: string) => Promise<{ contextUrl: null; documentUrl: string; document: unknown }>

/**
 * Loads the contexts that ship with the service, and what `find` knows. Nothing is ever fetched over the network: an address that
 * neither knows is refused, so that a credential cannot make the service call anyone.
 *
 * @param find documents beside the contexts: keys and status lists
 */
export function offlineLoader(find: FindDocument): DocumentLoader {
  return async (url) => {
    const document = bundled.get(url) ?? (await find(url))
    if (document === undefined) throw new Error(`Not known here, and nothing is fetched: ${url}`)
    return { contextUrl: null, documentUrl: url, document }
  }
}
