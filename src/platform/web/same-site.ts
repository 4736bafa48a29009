import type { MiddlewareHandler } from 'hono'
import { csrf } from 'hono/csrf'

/**
 * Refuses a form posted from another site, by `Sec-Fetch-Site` or, in a browser that does not send it, by `Origin`.
 *
 * @param origin the address people use when a proxy stands in front; left out, the host of the request counts
 */
export function sameSiteOnly(origin: string | undefined): MiddlewareHandler {
  return csrf({
    origin: (given, c) => {
      if (origin !== undefined) return given === origin
      // A proxy may have taken TLS off, so only the host is compared.
      return URL.canParse(given) && new URL(given).host === (c.req.header('host') ?? new URL(c.req.url).host)
    },
  })
}
