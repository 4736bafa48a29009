/** What this room uses of libraries that come without types. Shapes are those their documentation states. */

declare module '@digitalbazaar/vc' {
  import type { DataIntegrityProof } from '@digitalbazaar/data-integrity'

  type Json = Record<string, unknown>
  type DocumentLoader = (url: string) => Promise<{ contextUrl: null; documentUrl: string; document: unknown }>
  /** Adds a proof to a credential. Throws when the credential breaks the data model. */
  export function issue(options: {
    credential: Json
    suite: DataIntegrityProof
    documentLoader: DocumentLoader
    now?: Date
  }): Promise<Json>
  /** Checks form, dates, signature and, through `checkStatus`, status. Never throws: `error` says what was wrong. */
  export function verifyCredential(options: {
    credential: Json
    suite: DataIntegrityProof
    documentLoader: DocumentLoader
    checkStatus?: (options: object) => Promise<{ verified: boolean }>
    now?: Date
  }): Promise<{ verified: boolean; error?: unknown }>
}

declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: { cryptosuite: object; signer?: object; date?: string })
  }
}

declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: object
}

declare module '@digitalbazaar/ed25519-multikey' {
  type KeyPair = {
    id?: string
    publicKeyMultibase: string
    secretKeyMultibase?: string
    signer(): object
  }
  export function generate(options: { id?: string; controller?: string }): Promise<KeyPair>
  export function from(key: {
    '@context'?: string
    type: 'Multikey'
    id: string
    controller: string
    publicKeyMultibase: string
    secretKeyMultibase?: string
  }): Promise<KeyPair>
}

declare module '@digitalbazaar/vc-bitstring-status-list' {
  type Json = Record<string, unknown>
  type StatusList = { setStatus(index: number, status: boolean): void; getStatus(index: number): boolean }
  export function createList(options: { length: number }): Promise<StatusList>
  export function createCredential(options: {
    id: string
    list: StatusList
    statusPurpose: 'revocation'
  }): Promise<Json>
  export function checkStatus(options: {
    credential: Json
    documentLoader: (url: string) => Promise<{ contextUrl: null; documentUrl: string; document: unknown }>
    suite: object
    verifyMatchingIssuers?: boolean
    verifyBitstringStatusListCredential?: boolean
  }): Promise<{ verified: boolean; error?: unknown; results?: { status?: boolean }[] }>
}

declare module '@digitalbazaar/credentials-context' {
  export const contexts: Map<string, object>
}

declare module '@digitalbazaar/data-integrity-context' {
  export const contexts: Map<string, object>
}

declare module '@digitalbazaar/multikey-context' {
  export const contexts: Map<string, object>
}

declare module '@digitalbazaar/vc-bitstring-status-list-context' {
  export const contexts: Map<string, object>
}
