import { randomUUID } from 'node:crypto'
import { createAuthEndpoint } from '@better-auth/core/api'
import { passkey } from '@better-auth/passkey'
import { type BetterAuthOptions, betterAuth } from 'better-auth'
import { APIError } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { getAdapter } from 'better-auth/db/adapter'
import { genericOAuth, magicLink } from 'better-auth/plugins'
import { z } from 'zod'
import type { Now } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/connection.ts'
import { withHashedTokens } from './hashed-tokens.ts'

/** A host's own directory of people, by OpenID Connect. */
export type DirectorySettings = { issuer: string; clientId: string; clientSecret: string; name: string }

export type AuthSettings = {
  /** Connections that act for sign-in. */
  identityDb: Db
  now: Now
  secret: string
  /** The address people use. */
  origin: string
  /** Where the library's own words about faults go. */
  write: (line: string) => void
}

const day = 24 * 60 * 60

/** Seconds that a session lasts at most, however much it is used. */
export const longestSession = 30 * day
/** Seconds after which a session that nobody used is over. */
export const idleSession = 7 * day
/** Seconds that a session lasts at most once it has shown a second factor. Never under 20 hours: nobody is hurried. */
export const longestStrongSession = 7 * day
/** Seconds that an e-mailed link, and the code beside it, can be used. */
export const linkLife = 15 * 60

/** The one name of the provider, in the library's addresses and in the database. */
export const directoryId = 'directory'

/**
 * The identity library, set up for sessions, e-mailed links, passkeys and a directory, and for nothing else. Its own web addresses are
 * never mounted: pages of ours call its functions. There are no passwords.
 */
export async function makeAuth(settings: AuthSettings, directory?: DirectorySettings) {
  const options = optionsOf(settings, directory)
  const database = { db: settings.identityDb, type: 'postgres' as const, transaction: true }
  const adapter = withHashedTokens(await getAdapter({ ...options, database }))
  return betterAuth({ ...options, database: () => adapter })
}

function optionsOf({ now, secret, origin, write }: AuthSettings, directory: DirectorySettings | undefined) {
  return {
    appName: 'Waymark',
    baseURL: origin,
    secret,
    emailAndPassword: { enabled: false },
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    logger: { level: 'error', log: (_level, message) => write(`identity: ${message}`) },
    advanced: {
      cookiePrefix: 'waymark',
      useSecureCookies: origin.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { disableIpTracking: true },
      database: { generateId: () => randomUUID() },
    },
    verification: {
      modelName: 'people_verification',
      storeIdentifier: 'hashed',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    user: {
      modelName: 'people_person',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    session: {
      modelName: 'people_session',
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
      additionalFields: { strongAt: { type: 'date', required: false, input: false, fieldName: 'strong_at' } },
      expiresIn: longestSession,
      // Pages of ours decide what needs a second factor; the age of a session says nothing.
      freshAge: 0,
      disableSessionRefresh: true,
    },
    account: {
      modelName: 'people_account',
      fields: {
        accountId: 'account_id',
        providerId: 'provider_id',
        userId: 'user_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
      updateAccountOnSignIn: false,
      // An account is joined to a person only when both sides have shown that the address is theirs.
      accountLinking: { enabled: true, trustedProviders: [], requireLocalEmailVerified: true },
    },
    databaseHooks: {
      user: {
        create: { before: async (user) => ({ data: { ...user, name: user.name || nameIn(user.email) } }) },
      },
      session: {
        create: {
          before: async (session) => {
            const time = now()
            const expiresAt = new Date(time.getTime() + longestSession * 1000)
            return { data: { ...session, createdAt: time, updatedAt: time, expiresAt } }
          },
        },
      },
      account: {
        // Who someone is was all there was to learn: the directory's tokens are not kept.
        create: {
          before: async (account) => ({
            data: { ...account, accessToken: null, refreshToken: null, idToken: null } as typeof account,
          }),
        },
      },
    },
    plugins: [
      magicLink({
        expiresIn: linkLife,
        storeToken: 'hashed',
        sendMagicLink: ({ token, metadata }) => (metadata as { take: (token: string) => void }).take(token),
      }),
      passkey({
        rpID: new URL(origin).hostname,
        rpName: 'Waymark',
        origin,
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        advanced: { webAuthnChallengeCookie: 'waymark-passkey' },
        authentication: {
          // The device and whoever unlocks it: two factors at once.
          afterVerification: async ({ verification }) => {
            if (!verification.authenticationInfo.userVerified) throw new APIError('UNAUTHORIZED')
          },
        },
        schema: {
          passkey: {
            modelName: 'people_passkey',
            fields: {
              publicKey: 'public_key',
              userId: 'user_id',
              credentialID: 'credential_id',
              deviceType: 'device_type',
              backedUp: 'backed_up',
              createdAt: 'created_at',
            },
          },
        },
      }),
      ownEndpoints,
      ...(directory ? [directoryPlugin(directory, origin)] : []),
    ],
  } satisfies BetterAuthOptions
}

export type Auth = Awaited<ReturnType<typeof makeAuth>>

/** Where the directory sends people back to. One address for both languages, since the host enters it there. */
export const directoryCallback = '/en/sign-in/directory/callback'

function directoryPlugin({ issuer, clientId, clientSecret, name }: DirectorySettings, origin: string) {
  return genericOAuth({
    config: [
      {
        providerId: directoryId,
        name,
        discoveryUrl: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
        clientId,
        clientSecret,
        redirectURI: `${origin}${directoryCallback}`,
        scopes: ['openid', 'email', 'profile'],
        pkce: true,
        requireIdTokenVerification: true,
        // An address that the directory has not verified counts as none: it would open someone else's account.
        mapProfileToUser: (profile) => (profile.email_verified === true ? {} : { email: null }),
      },
    ],
  })
}

/** Sessions that our own pages begin: after a code generator, a recovery code or the host's first link. */
const ownEndpoints = {
  id: 'waymark',
  endpoints: {
    beginSession: createAuthEndpoint.serverOnly(
      { method: 'POST', body: z.object({ personId: z.string() }), requireHeaders: true },
      async (ctx) => {
        const user = await ctx.context.internalAdapter.findUserById(ctx.body.personId)
        if (!user) throw new APIError('NOT_FOUND')
        const session = await ctx.context.internalAdapter.createSession(user.id)
        await setSessionCookie(ctx, { session, user })
        return ctx.json({ sessionId: session.id })
      },
    ),
  },
}

/** A first guess at someone's name; they are asked at once. */
function nameIn(email: string): string {
  return email.split('@')[0] ?? email
}
