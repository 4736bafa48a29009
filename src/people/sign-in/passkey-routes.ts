import { isAPIError } from 'better-auth/api'
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { AppEnvironment } from '../../platform/web/environment.ts'
import { namingBrowser, strengthen } from '../identity/identity.ts'
import { destination, enter } from './arrival.ts'
import type { SignInDependencies } from './dependencies.ts'

/** Signing in with a passkey, or showing one as a second factor. JSON, for the island alone; open to all, as every way in. */
export function passkeyRoutes({ identity }: SignInDependencies) {
  const { api } = identity.auth
  return new Hono<AppEnvironment>()
    .post('/sign-in/passkey/options', async (c) => {
      const { headers, response } = await api.generatePasskeyAuthenticationOptions({
        headers: namingBrowser(c.req.raw.headers),
        returnHeaders: true,
      })
      for (const cookie of headers.getSetCookie()) c.header('Set-Cookie', cookie, { append: true })
      return c.json(response)
    })
    .post('/sign-in/passkey', async (c) => {
      const sent = await jsonOf<{ response?: unknown; to?: unknown }>(c.req.raw)
      const outcome = await api
        .verifyPasskeyAuthentication({
          body: { response: Object(sent.response) },
          headers: namingBrowser(c.req.raw.headers),
          returnHeaders: true,
        })
        .catch(refusedOnly)
      if (outcome === undefined) return c.json({ ok: false }, 422)
      await strengthen(identity, outcome.response.session.id)
      const begun = { sessionId: outcome.response.session.id, cookies: outcome.headers.getSetCookie() }
      await enter(c, identity, begun)
      return c.json({ to: destination(c, typeof sent.to === 'string' ? sent.to : undefined) })
    })
}

/** What the library refuses is an answer; anything else is a fault. */
export function refusedOnly(error: unknown): undefined {
  if (isAPIError(error) && error.statusCode < 500) return undefined
  throw error
}

/** @throws HTTPException 400 when the body is not a JSON object */
export async function jsonOf<T extends object>(request: Request): Promise<T> {
  const body: unknown = await request.json().catch(() => undefined)
  if (typeof body !== 'object' || body === null) throw new HTTPException(400)
  return body as T
}
