import { resolve } from 'node:path'
import { z } from 'zod'
import { StartError } from './start-error.ts'

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
})

/** A login for serving alone would be passed over in silence: the embedded database needs none. */
const schema = settings.refine((given) => !given.WAYMARK_SERVER_DATABASE_URL || given.DATABASE_URL, {
  path: ['WAYMARK_SERVER_DATABASE_URL'],
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
  WAYMARK_TIME_ZONE: {
    en: 'a time zone such as America/Vancouver',
    fr: 'un fuseau horaire, par exemple America/Vancouver',
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
