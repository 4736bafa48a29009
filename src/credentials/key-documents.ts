import { controllerContexts, type FindDocument, multikeyContext } from './document-loader.ts'

/** Keys of a did:key that this service can use: Ed25519. */
const didKey = /^(did:key:(z6Mk[1-9A-HJ-NP-Za-km-z]{40,50}))(#\2)?$/

/** One key as others read it. */
export function keyDocument(controller: string, key: string, revoked?: Date) {
  return {
    id: `${controller}#${key}`,
    type: 'Multikey',
    controller,
    publicKeyMultibase: key,
    ...(revoked === undefined ? {} : { revoked: secondsOf(revoked) }),
  }
}

/**
 * The document that says which keys speak for an address (W3C Controlled Identifiers).
 *
 * @param keys every key there ever was; one that was revoked is named, but speaks no longer
 */
export function controllerDocument(
  controller: string,
  keys: readonly { id: string; revokedFrom?: Date | undefined }[],
) {
  return {
    '@context': controllerContexts,
    id: controller,
    verificationMethod: keys.map((key) => keyDocument(controller, key.id, key.revokedFrom)),
    assertionMethod: keys.filter((key) => key.revokedFrom === undefined).map((key) => `${controller}#${key.id}`),
  }
}

/** What an address of a did:key says: the key is in the address itself. */
export const findDidKey: FindDocument = async (url) => {
  const [, did, key, fragment] = didKey.exec(url) ?? []
  if (did === undefined || key === undefined) return undefined
  return fragment ? { '@context': multikeyContext, ...keyDocument(did, key) } : controllerDocument(did, [{ id: key }])
}

/** A moment to the second, as credentials write it: `2030-01-15T15:00:00Z`. */
export function secondsOf(moment: Date): string {
  return `${moment.toISOString().slice(0, 19)}Z`
}
