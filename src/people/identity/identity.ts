import type { FindSession } from '../access/guard.tsx'
import {
  type Auth,
  type AuthSettings,
  type DirectorySettings,
  directoryId,
  idleSession,
  longestStrongSession,
  makeAuth,
} from './auth.ts'
import { deleteExpired, deleteSession, strengthenSession, touchSession } from './session-store.ts'

/** A browser that is now signed in: the cookies to send it. */
export type Beginning = { sessionId: string; cookies: string[] }

/** Who is who: sessions, and the ways to begin one. Made once for the whole service. */
export type Identity = AuthSettings & {
  auth: Auth
  /** What the host's directory is called, where it has one. */
  directoryName: string | undefined
  /** The same library with the host's directory; nothing while the directory does not answer. */
  withDirectory(): Promise<Auth | undefined>
  findSession: FindSession
  /** Begins a session for a person, without asking anything. `strong`: a second factor was just shown. */
  signInAs(personId: string, request: Headers, options?: { strong?: boolean }): Promise<Beginning>
  /** Cookies that make a browser forget its session. */
  cookiesThatEnd(): Promise<string[]>
  /** Removes what is over; called now and then. */
  purge(): Promise<void>
}

/** Seconds between two notes that a session is in use. */
const noteEvery = 5 * 60

export async function createIdentity(settings: AuthSettings, directory?: DirectorySettings): Promise<Identity> {
  const auth = await makeAuth(settings)
  const { identityDb, now } = settings
  const { authCookies } = await auth.$context
  const ago = (seconds: number) => new Date(now().getTime() - seconds * 1000)

  const findSession: FindSession = async (headers) => {
    // Most visitors have no session; they cost no query.
    if (!headers.get('cookie')?.includes(`${authCookies.sessionToken.name}=`)) return undefined
    const found = await auth.api.getSession({ headers: namingBrowser(headers), query: { disableRefresh: true } })
    if (found === null) return undefined
    const { id: sessionId, userId: personId, expiresAt, updatedAt, strongAt } = found.session
    if (expiresAt <= now() || updatedAt <= ago(idleSession)) {
      await deleteSession(identityDb, personId, sessionId)
      return undefined
    }
    if (updatedAt <= ago(noteEvery)) await touchSession(identityDb, sessionId, now())
    return { personId, sessionId, strong: strongAt !== undefined && strongAt !== null }
  }

  let directoryAuth: Auth | undefined
  return {
    ...settings,
    auth,
    findSession,
    directoryName: directory?.name,
    withDirectory: async () => {
      if (directory === undefined || directoryAuth !== undefined) return directoryAuth
      // The library asks the directory about itself once; a directory that is down is asked again at the next sign-in.
      const tried = await makeAuth(settings, directory)
      const { socialProviders } = await tried.$context
      if (Array.isArray(socialProviders) && socialProviders.some(({ id }) => id === directoryId)) directoryAuth = tried
      return directoryAuth
    },
    signInAs: async (personId, request, options = {}) => {
      const { headers, response } = await auth.api.beginSession({
        body: { personId },
        headers: namingBrowser(request),
        returnHeaders: true,
      })
      if (options.strong) await strengthen(settings, response.sessionId)
      return { sessionId: response.sessionId, cookies: headers.getSetCookie() }
    },
    cookiesThatEnd: async () => {
      const { headers } = await auth.api.signOut({ headers: new Headers(), returnHeaders: true })
      return headers.getSetCookie()
    },
    purge: () => deleteExpired(identityDb, { now: now(), usedBefore: ago(idleSession) }),
  }
}

/** A second factor was shown in this session. */
export async function strengthen({ identityDb, now }: Pick<AuthSettings, 'identityDb' | 'now'>, sessionId: string) {
  const expiresAt = new Date(now().getTime() + longestStrongSession * 1000)
  await strengthenSession(identityDb, sessionId, now(), expiresAt)
}

/** What the library is told of a request: its cookies, its browser's name and its origin; not its address. */
export function namingBrowser(headers: Headers): Headers {
  const told = new Headers()
  for (const name of ['cookie', 'user-agent', 'origin']) {
    const value = headers.get(name)
    if (value !== null) told.set(name, value)
  }
  return told
}
