import type { Context, MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { Now } from '../clock.ts'

export type Write = (line: string) => void

/**
 * One line a request: method, the pattern of the route, status and milliseconds. The pattern stands for the address, so
 * that no private link, query or identifier is ever written down.
 */
export function requestLog(now: Now, write: Write): MiddlewareHandler {
  return async (c, next) => {
    const start = now().getTime()
    await next()
    write(`${now().toISOString()} ${c.req.method} ${routeOf(c)} ${c.res.status} ${now().getTime() - start} ms`)
  }
}

/** The pattern of the route that answered: `/:lang/self-check/kept/:token`. */
export function routeOf(c: Context): string {
  return routePath(c, -1)
}
