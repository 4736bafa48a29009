import { isIPv6 } from 'node:net'
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
    const address = networkOf(visitorAddress(c, limit.trustProxy))
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

/**
 * What one subscriber usually has to themselves: an IPv4 address, or the first 64 bits of an IPv6 address (RFC 6177; in the other
 * 64 a single machine may choose a new one for every request).
 */
export function networkOf(address: string): string {
  const [plain = ''] = address.split('%')
  if (!isIPv6(plain)) return address
  const dotted = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(plain)
  const groups = dotted ? `${dotted[1]}0:0` : plain
  const [start = '', end] = groups.split('::')
  const first = start === '' ? [] : start.split(':')
  const last = end === undefined || end === '' ? [] : end.split(':')
  const all = [...first, ...Array<string>(end === undefined ? 0 : 8 - first.length - last.length).fill('0'), ...last]
  const numbers = all.map((group) => Number.parseInt(group, 16))
  // An IPv4 address in IPv6 form (::ffff:203.0.113.1) is that IPv4 address.
  if (dotted && numbers.slice(0, 5).every((group) => group === 0) && numbers[5] === 0xffff) {
    return dotted.slice(2).join('.')
  }
  return `${numbers
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':')}::/64`
}
