/** The package has no types of its own; this is as much of it as the tests use. */
declare module 'oidc-provider' {
  import type { RequestListener } from 'node:http'

  export default class Provider {
    constructor(
      issuer: string,
      configuration: { findAccount: (context: unknown, id: string) => object; [setting: string]: unknown },
    )
    callback(): RequestListener
  }
}
