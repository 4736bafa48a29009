import type { MiddlewareHandler } from 'hono'

/**
 * Tells browsers that know how to fetch the page behind a link on which the pointer rests (`ui/speculation-rules.json`). As a header,
 * so that the content security policy needs no exception. A page that is not to be stored says nothing: its links are a
 * person's own.
 *
 * @param address where the rules are served from
 */
export function speculationRules(address: string): MiddlewareHandler {
  return async (c, next) => {
    await next()
    const { headers } = c.res
    if (!headers.get('content-type')?.startsWith('text/html')) return
    if (headers.get('cache-control')?.includes('no-store')) return
    headers.set('Speculation-Rules', `"${address}"`)
  }
}
