import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context, MiddlewareHandler } from 'hono'
import type { Now } from '../clock.ts'

export type RateLimit = {
  /** How many requests an address may make… */
  requests: number
  /** …within this many seconds. */
  seconds: number
  now: Now
  /** Whether the last entry of `X-Forwarded-For` is the visitor (a proxy stands in front). */
  trustProxy: boolean
}

/** Addresses remembered at once; beyond it the oldest is forgotten, so that many addresses cannot fill the memory. */
const remembered = 10_000

/**
 * Limits how often one address may use what follows; the count lives in memory only. Answers 429 with `Retry-After`
 * through `onLimit`, which draws the page. Requests without a connection of their own (tests) share one count.
 */
export function rateLimit(limit: RateLimit, onLimit: (c: Context) => Response | Promise<Response>): MiddlewareHandler {
  const windows = new Map<string, { count: number; endsAt: number }>()
  return async (c, next) => {
    const address = visitorAddress(c, limit.trustProxy)
    const time = limit.now().getTime()
    let window = windows.get(address)
    if (window === undefined || window.endsAt <= time) {
      window = { count: 0, endsAt: time + limit.seconds * 1000 }
      windows.delete(address)
      windows.set(address, window)
      const oldest = windows.keys().next()
      if (windows.size > remembered && !oldest.done) windows.delete(oldest.value)
    }
    window.count += 1
    if (window.count <= limit.requests) return next()
    c.header('Retry-After', String(Math.ceil((window.endsAt - time) / 1000)))
    return onLimit(c)
  }
}

function visitorAddress(c: Context, trustProxy: boolean): string {
  const forwarded = trustProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  if (forwarded) return forwarded
  try {
    return getConnInfo(c).remote.address ?? 'unknown'
  } catch {
    return 'unknown'
  }
}
