import { createHash } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { chooseEncoding } from './compression.ts'

type KeptPage = { body: ArrayBuffer; headers: [string, string][]; tag: string }

/** Pages remembered at once: every page for readers in both languages and encodings, with room to spare. */
const mostPages = 1500

/** Headers of a finished page that belong to it; the others are set anew for each answer. */
const ownHeaders = ['content-type', 'content-encoding', 'vary', 'content-language']

/**
 * Remembers finished pages that are the same for everyone until the process ends, compressed as they were sent, and answers 304 to
 * a browser that still has them. A page with a query, one that says `no-store`, and anything but a page is left alone.
 *
 * @param isForEveryone whether the page at a path holds nothing of anyone's
 * @param content names what the pages are drawn from; with another name, they are drawn anew
 */
export function pageCache(isForEveryone: (path: string) => boolean, content = () => ''): MiddlewareHandler {
  const pages = new Map<string, KeptPage>()
  return async (c, next) => {
    const { method, path, url } = c.req
    if ((method !== 'GET' && method !== 'HEAD') || url.includes('?') || !isForEveryone(path)) return next()
    const key = `${chooseEncoding(c.req.header('accept-encoding')) ?? 'plain'} ${content()} ${path}`
    let page = pages.get(key)
    if (page === undefined) {
      await next()
      const type = c.res.headers.get('content-type') ?? ''
      const personal = c.res.headers.get('cache-control')?.includes('no-store')
      if (method !== 'GET' || c.res.status !== 200 || !type.startsWith('text/html') || personal) return
      const body = await c.res.arrayBuffer()
      const tag = `"${createHash('sha256').update(new Uint8Array(body)).digest('base64url').slice(0, 22)}"`
      const headers = [...c.res.headers].filter(([name]) => ownHeaders.includes(name))
      page = { body, headers, tag }
      pages.set(key, page)
      const oldest = pages.keys().next()
      if (pages.size > mostPages && !oldest.done) pages.delete(oldest.value)
    }
    const fresh = new Headers(page.headers)
    fresh.set('ETag', page.tag)
    fresh.set('Cache-Control', 'no-cache')
    const known = c.req
      .header('if-none-match')
      ?.split(/\s*,\s*/)
      .some((tag) => tag.replace(/^W\//, '') === page.tag)
    // What was drawn for this answer gives way to the copy, so that both ways out are one.
    c.res = undefined
    c.res = known
      ? new Response(null, { status: 304, headers: withoutBody(fresh) })
      : new Response(method === 'HEAD' ? null : page.body, { status: 200, headers: fresh })
  }
}

function withoutBody(headers: Headers): Headers {
  headers.delete('Content-Type')
  headers.delete('Content-Encoding')
  return headers
}
