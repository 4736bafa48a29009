import type { Hono } from 'hono'
import type { AppEnvironment } from '../../src/platform/web/environment.ts'

/** A browser of its own: it keeps cookies, and says that its forms come from the service's own pages. */
export type Visitor = {
  cookies: Map<string, string>
  get(path: string): Promise<Response>
  post(path: string, fields?: Record<string, string>): Promise<Response>
  postJson(path: string, body: object): Promise<Response>
}

export function aVisitor(app: Hono<AppEnvironment>, origin = 'http://localhost:3000'): Visitor {
  const cookies = new Map<string, string>()
  async function send(path: string, init: RequestInit, headers: Record<string, string> = {}): Promise<Response> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const own = { 'sec-fetch-site': 'same-origin', origin, ...(cookie === '' ? {} : { cookie }) }
    const response = await app.request(path, {
      ...init,
      headers: { ...own, 'user-agent': 'Firefox on Linux', ...headers },
    })
    for (const set of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = set.split(';')
      const [name = '', ...value] = pair.split('=')
      const over = attributes.some((one) => /^\s*max-age=0$/i.test(one))
      if (over) cookies.delete(name)
      else cookies.set(name, value.join('='))
    }
    return response
  }
  return {
    cookies,
    get: (path) => send(path, {}),
    post: (path, fields = {}) => send(path, { method: 'POST', body: new URLSearchParams(fields) }),
    postJson: (path, body) =>
      send(path, { method: 'POST', body: JSON.stringify(body) }, { 'content-type': 'application/json' }),
  }
}
