import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { MiddlewareHandler } from 'hono'
import { parseAccept } from 'hono/utils/accept'

const compressible =
  /^(text\/|application\/(json|javascript|xml|manifest\+json|problem\+json|ld\+json)|image\/svg\+xml)/
const brotli = promisify(brotliCompress)
const gzipped = promisify(gzip)

/** Below this many bytes compression costs more than it saves. */
const threshold = 512

/**
 * The best encoding that the browser accepts, or nothing.
 *
 * @param header the value of `Accept-Encoding`
 */
export function chooseEncoding(header: string | undefined): 'br' | 'gzip' | undefined {
  const accepted = parseAccept(header ?? '').filter((entry) => entry.q > 0)
  if (accepted.some((entry) => entry.type === 'br')) return 'br'
  if (accepted.some((entry) => entry.type === 'gzip' || entry.type === '*')) return 'gzip'
  return undefined
}

/** Compresses pages and data. Brotli at 5 is as small as gzip at 9, in a fraction of the time. */
export const compression: MiddlewareHandler = async (c, next) => {
  await next()
  const { headers } = c.res
  if (c.req.method === 'HEAD' || c.res.body === null || headers.has('content-encoding')) return
  if (!compressible.test(headers.get('content-type') ?? '')) return
  headers.append('Vary', 'Accept-Encoding')
  const encoding = chooseEncoding(c.req.header('accept-encoding'))
  if (encoding === undefined) return
  const body = Buffer.from(await c.res.arrayBuffer())
  const encoded =
    body.length < threshold
      ? undefined
      : encoding === 'br'
        ? await brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
        : await gzipped(body)
  const answer = new Response(new Uint8Array(encoded ?? body), { status: c.res.status, headers })
  if (encoded !== undefined) answer.headers.set('Content-Encoding', encoding)
  answer.headers.delete('Content-Length')
  c.res = undefined
  c.res = answer
}
