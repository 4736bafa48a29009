import type { MiddlewareHandler } from 'hono'

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ')

const always: Record<string, string> = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

/** For a year, browsers come back by https only. Not for subdomains: they are not ours to decide about. */
const httpsOnly = { 'Strict-Transport-Security': 'max-age=31536000' }

/**
 * On every answer: nothing inline, nothing from elsewhere, nobody's frame. A header that a handler has set stays.
 *
 * @param origin the address people use, where the host has named it; with https it is kept to https
 */
export function securityHeaders(origin: string | undefined): MiddlewareHandler {
  const headers = Object.entries({ ...always, ...(origin?.startsWith('https:') ? httpsOnly : {}) })
  return async (c, next) => {
    await next()
    for (const [name, value] of headers) {
      if (!c.res.headers.has(name)) c.res.headers.set(name, value)
    }
  }
}

/**
 * For pages whose address is itself the key: never told to another site, never stored, never indexed. Not `no-referrer`: a
 * browser would then send `Origin: null` with the page's own forms, which over plain http is all that tells them from a stranger's.
 */
export const privateLinkHeaders: MiddlewareHandler = async (c, next) => {
  await next()
  c.res.headers.set('Referrer-Policy', 'same-origin')
  c.res.headers.set('Cache-Control', 'no-store')
  c.res.headers.set('X-Robots-Tag', 'noindex, nofollow')
}
