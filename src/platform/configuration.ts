import { resolve } from 'node:path'
import { z } from 'zod'
import { StartError } from './start-error.ts'
import { readClamdAddress } from './uploads/clamd.ts'

const settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).optional(),
  WAYMARK_DATA: z.string().min(1).default('data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
  WAYMARK_SERVER_DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
  WAYMARK_ORIGIN: z
    .string()
    .regex(/^https?:\/\/[^/]+$/)
    .optional(),
  WAYMARK_TRUST_PROXY: z.enum(['yes', 'no']).default('no'),
  WAYMARK_LOG_REQUESTS: z.enum(['yes', 'no']).default('no'),
  WAYMARK_TIME_ZONE: z.string().refine(isTimeZone).default('America/Toronto'),
  WAYMARK_DEMO: z.enum(['yes', 'no']).default('no'),
  WAYMARK_CLAMD: z
    .string()
    .refine((address) => readClamdAddress(address) !== undefined)
    .optional(),
  WAYMARK_SECRET: z.string().min(32).optional(),
  WAYMARK_OIDC_ISSUER: z
    .string()
    .regex(/^https?:\/\//)
    .optional(),
  WAYMARK_OIDC_CLIENT_ID: z.string().optional(),
  WAYMARK_OIDC_CLIENT_SECRET: z.string().optional(),
  WAYMARK_OIDC_NAME: z.string().optional(),
  // Looked at when mail is set up: a mistake here holds mail back, not the service.
  WAYMARK_SMTP_URL: z.string().optional(),
  WAYMARK_MAIL_FROM: z.string().optional(),
  WAYMARK_MAIL_REPLY_TO: z.string().optional(),
})

/** A login for serving alone would be passed over in silence: the embedded database needs none. */
const schema = settings
  .refine((given) => !given.WAYMARK_SERVER_DATABASE_URL || given.DATABASE_URL, {
    path: ['WAYMARK_SERVER_DATABASE_URL'],
  })
  .refine((given) => !given.WAYMARK_OIDC_ISSUER === !given.WAYMARK_OIDC_CLIENT_ID, { path: ['WAYMARK_OIDC_CLIENT_ID'] })
  .refine((given) => !given.WAYMARK_OIDC_ISSUER === !given.WAYMARK_OIDC_CLIENT_SECRET, {
    path: ['WAYMARK_OIDC_CLIENT_SECRET'],
  })

export type Configuration = {
  /** Where the service listens; port 0 takes a free one. */
  port: number
  /** The one address to listen on; left out, every address of the machine. */
  host?: string
  /** Absolute path of the folder that holds the embedded database. */
  dataFolder: string
  /** Another PostgreSQL (15 or later) in place of the embedded one. */
  databaseUrl?: string
  /** How the service itself logs in to that PostgreSQL, where it is not as the owner of the tables. */
  serverDatabaseUrl?: string
  /** The address people use, when a proxy stands in front: `https://waymark.example.org`. */
  origin?: string
  /** Whether `X-Forwarded-For` may be believed. */
  trustProxy: boolean
  /** Whether each request leaves a line on standard output; faults always do. */
  logRequests: boolean
  /** In which the service names a day where it cannot know the visitor's: an IANA name. */
  timeZone: string
  /** The demonstration: an invented program, sign-in as anyone, and no mail that leaves. */
  demo: boolean
  /** A clamd that looks at every upload. */
  clamd?: { host: string; port: number }
  /** What signs cookies; left out, one is made and kept in the database. */
  secret?: string
  /** The host's own directory of people, for signing in with OpenID Connect. */
  directory?: { issuer: string; clientId: string; clientSecret: string; name: string }
  /** The mail server and the sender, as given; left out, mail is held in the outbox. */
  mail: { smtpUrl?: string; from?: string; replyTo?: string }
}

const allowed: Record<string, { en: string; fr: string }> = {
  PORT: { en: 'a whole number from 0 to 65535', fr: 'un nombre entier de 0 à 65535' },
  HOST: { en: 'an address to listen on, such as 127.0.0.1', fr: 'une adresse d’écoute, par exemple 127.0.0.1' },
  WAYMARK_DATA: { en: 'a folder', fr: 'un dossier' },
  DATABASE_URL: {
    en: 'postgresql://user:password@host:port/database',
    fr: 'postgresql://utilisateur:motdepasse@hôte:port/base',
  },
  WAYMARK_SERVER_DATABASE_URL: {
    en: 'postgresql://user:password@host:port/database, together with DATABASE_URL',
    fr: 'postgresql://utilisateur:motdepasse@hôte:port/base, avec DATABASE_URL',
  },
  WAYMARK_ORIGIN: { en: 'https://waymark.example.org, without a path', fr: 'https://waymark.example.org, sans chemin' },
  WAYMARK_TRUST_PROXY: { en: 'yes or no', fr: 'yes ou no' },
  WAYMARK_LOG_REQUESTS: { en: 'yes or no', fr: 'yes ou no' },
  WAYMARK_SECRET: { en: 'at least 32 random characters', fr: 'au moins 32 caractères aléatoires' },
  WAYMARK_OIDC_ISSUER: {
    en: 'an address such as https://login.example.org',
    fr: 'une adresse, par exemple https://login.example.org',
  },
  WAYMARK_OIDC_CLIENT_ID: { en: 'given together with WAYMARK_OIDC_ISSUER', fr: 'le donner avec WAYMARK_OIDC_ISSUER' },
  WAYMARK_OIDC_CLIENT_SECRET: {
    en: 'given together with WAYMARK_OIDC_ISSUER',
    fr: 'le donner avec WAYMARK_OIDC_ISSUER',
  },
  WAYMARK_TIME_ZONE: {
    en: 'a time zone such as America/Vancouver',
    fr: 'un fuseau horaire, par exemple America/Vancouver',
  },
  WAYMARK_DEMO: { en: 'yes or no', fr: 'yes ou no' },
  WAYMARK_CLAMD: {
    en: 'the host and port of a clamd, such as 127.0.0.1:3310',
    fr: 'l’hôte et le port d’un clamd, par exemple 127.0.0.1:3310',
  },
}

/**
 * Reads the settings from the environment. An empty value counts as none.
 *
 * @param environment usually `process.env`
 * @param folder what relative paths are relative to
 * @throws StartError naming every unusable setting and what is allowed
 */
export function readConfiguration(environment: Record<string, string | undefined>, folder: string): Configuration {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const result = schema.safeParse(given)
  if (!result.success) {
    const names = [...new Set(result.error.issues.map((issue) => String(issue.path[0])))]
    const lines = (language: 'en' | 'fr', words: string) =>
      names.map((name) => `${name} ${words} ${allowed[name]?.[language]}.`).join('\n')
    throw new StartError({
      en: lines('en', 'cannot be used; it must be'),
      fr: lines('fr', 'est inutilisable; il faut'),
    })
  }
  const { PORT, HOST, WAYMARK_DATA, DATABASE_URL, WAYMARK_ORIGIN, WAYMARK_TRUST_PROXY, WAYMARK_LOG_REQUESTS } =
    result.data
  const serverDatabaseUrl = result.data.WAYMARK_SERVER_DATABASE_URL
  const clamd = result.data.WAYMARK_CLAMD === undefined ? undefined : readClamdAddress(result.data.WAYMARK_CLAMD)
  const { WAYMARK_SECRET, WAYMARK_OIDC_ISSUER, WAYMARK_OIDC_CLIENT_ID, WAYMARK_OIDC_CLIENT_SECRET } = result.data
  const { WAYMARK_SMTP_URL, WAYMARK_MAIL_FROM, WAYMARK_MAIL_REPLY_TO } = result.data
  return {
    port: PORT,
    ...(HOST === undefined ? {} : { host: HOST }),
    dataFolder: resolve(folder, WAYMARK_DATA),
    ...(DATABASE_URL === undefined ? {} : { databaseUrl: DATABASE_URL }),
    ...(serverDatabaseUrl === undefined ? {} : { serverDatabaseUrl }),
    ...(WAYMARK_ORIGIN === undefined ? {} : { origin: WAYMARK_ORIGIN }),
    trustProxy: WAYMARK_TRUST_PROXY === 'yes',
    logRequests: WAYMARK_LOG_REQUESTS === 'yes',
    timeZone: result.data.WAYMARK_TIME_ZONE,
    demo: result.data.WAYMARK_DEMO === 'yes',
    ...(clamd ? { clamd } : {}),
    ...(WAYMARK_SECRET === undefined ? {} : { secret: WAYMARK_SECRET }),
    ...(WAYMARK_OIDC_ISSUER && WAYMARK_OIDC_CLIENT_ID && WAYMARK_OIDC_CLIENT_SECRET
      ? {
          directory: {
            issuer: WAYMARK_OIDC_ISSUER,
            clientId: WAYMARK_OIDC_CLIENT_ID,
            clientSecret: WAYMARK_OIDC_CLIENT_SECRET,
            name: result.data.WAYMARK_OIDC_NAME ?? new URL(WAYMARK_OIDC_ISSUER).host,
          },
        }
      : {}),
    mail: {
      ...(WAYMARK_SMTP_URL === undefined ? {} : { smtpUrl: WAYMARK_SMTP_URL }),
      ...(WAYMARK_MAIL_FROM === undefined ? {} : { from: WAYMARK_MAIL_FROM }),
      ...(WAYMARK_MAIL_REPLY_TO === undefined ? {} : { replyTo: WAYMARK_MAIL_REPLY_TO }),
    },
  }
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
