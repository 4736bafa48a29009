import type { MiddlewareHandler } from 'hono'

/**
 * Sends `/en/method/` to `/en/method` where nothing is found. To a path only, never to a host: what a request says about its own
 * host may be wrong behind a proxy, and `//elsewhere.example/` must not lead there.
 */
export const withoutTrailingSlash: MiddlewareHandler = async (c, next) => {
  await next()
  if (c.res.status !== 404 || (c.req.method !== 'GET' && c.req.method !== 'HEAD')) return
  // Still encoded, and with every backslash already turned into a slash.
  const { pathname, search } = new URL(c.req.url)
  if (pathname === '/' || !pathname.endsWith('/')) return
  c.res = c.redirect(`/${pathname.replace(/^\/+|\/+$/g, '')}${search}`, 301)
}
