import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { paths, safeReturn } from '../../paths.ts'
import type { Language } from '../../platform/languages.ts'
import { linkLife } from '../identity/auth.ts'
import type { Beginning, Identity } from '../identity/identity.ts'
import { deleteSession } from '../identity/session-store.ts'

const flowCookie = 'waymark.flow'

/** Where someone goes once they are in: back to where they were headed, or to their own start. */
export function destination(c: { var: { language: Language } }, to: string | undefined): string {
  return safeReturn(to, paths.start(c.var.language))
}

/** Sends the cookies of a session that was just begun, and ends the one before it: no cookie outlives a sign-in. */
export async function enter(c: Context, identity: Identity, begun: Beginning): Promise<void> {
  const before = await identity.findSession(c.req.raw.headers)
  if (before !== undefined && before.sessionId !== begun.sessionId) {
    await deleteSession(identity.identityDb, before.personId, before.sessionId)
  }
  for (const cookie of begun.cookies) c.header('Set-Cookie', cookie, { append: true })
}

const cookieName = (identity: Identity) =>
  identity.origin.startsWith('https:') ? `__Secure-${flowCookie}` : flowCookie

/** Remembers in this browser alone which code may be typed here. */
export function rememberFlow(c: Context, identity: Identity, flow: string): void {
  setCookie(c, cookieName(identity), flow, {
    httpOnly: true,
    sameSite: 'Lax',
    secure: identity.origin.startsWith('https:'),
    path: '/',
    maxAge: linkLife,
  })
}

export function flowOf(c: Context, identity: Identity): string | undefined {
  return getCookie(c, cookieName(identity))
}

export function forgetFlow(c: Context, identity: Identity): void {
  deleteCookie(c, cookieName(identity), { path: '/', secure: identity.origin.startsWith('https:') })
}
