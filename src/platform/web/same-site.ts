import type { MiddlewareHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'

const readingOnly = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses whatever could change something when it comes from another site, whatever its content type: by `Sec-Fetch-Site` or, in a
 * browser that does not send it, by `Origin`. (Hono's own guard looks at forms only.) A request with neither is refused too.
 *
 * @param origin the address people use when a proxy stands in front; left out, the host of the request counts
 * @param openTo paths to which others post by right, with a key in the address and no cookie
 * @throws HTTPException 403
 */
export function sameSiteOnly(origin: string | undefined, openTo?: RegExp): MiddlewareHandler {
  return async (c, next) => {
    if (readingOnly.has(c.req.method) || openTo?.test(c.req.path)) return next()
    const site = c.req.header('sec-fetch-site')
    const host = c.req.header('host') ?? new URL(c.req.url).host
    if (site === 'same-origin' || (site === undefined && isOwn(c.req.header('origin'), origin, host))) return next()
    throw new HTTPException(403)
  }
}

function isOwn(given: string | undefined, origin: string | undefined, host: string): boolean {
  if (given === undefined) return false
  if (origin !== undefined) return given === origin
  // A proxy may have taken TLS off, so only the host is compared.
  return URL.canParse(given) && new URL(given).host === host
}
