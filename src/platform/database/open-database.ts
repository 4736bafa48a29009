import pg from 'pg'
import type { Configuration } from '../configuration.ts'
import { StartError } from '../start-error.ts'
import { connect, type Db, identityOptions, schemaName, serverRole } from './connection.ts'
import { superuser } from './embedded/cluster.ts'
import { findRunningServer, runningLock, type ServerAddress, startEmbeddedServer } from './embedded/server.ts'
import { explainDisk } from './embedded/trouble.ts'
import { prepareJobs } from './jobs-schema.ts'
import { migrate, readMigrations } from './migrations.ts'
import { checkSeparateLogin, checkServerRole, prepareRoles } from './roles.ts'

export type Database = {
  /** For requests: as the role that owns nothing. */
  db: Db
  /** How the service itself logs in, for a library that holds connections of its own. */
  server: pg.PoolConfig
  /** The same for sign-in alone: only these connections see who has which session, link or passkey. */
  identityDb: Db
  /** The migrations that ran at this start. */
  migrated: string[]
  /** Settles if the embedded server stops although nobody closed it. */
  lost: Promise<void>
  /** Closes the connections and stops the embedded server. */
  close(): Promise<void>
}

export type Access = {
  /** A connection as the owner of the tables. */
  owner: pg.Client
  server: pg.PoolConfig
  /** Whether a running Waymark has started this server; it then goes on when `close` returns. */
  shared: boolean
  /** Settles when the server that this program started has ended. */
  ended?: Promise<void>
  close(): Promise<void>
}

type DatabaseSettings = Pick<Configuration, 'dataFolder' | 'databaseUrl' | 'serverDatabaseUrl'>

/** PostgreSQL's code for a disk without room. */
const diskFull = '53100'

const databaseName = 'waymark'
const ownerRole = 'waymark_owner'
const searchPath = `-c search_path=${schemaName}`

/**
 * Opens the database for serving: starts the embedded server if no other is named, brings the tables up to date, and
 * connects as a role that row-level security binds.
 *
 * @throws StartError when it cannot be used, in words for the host
 */
export async function openDatabase(settings: DatabaseSettings): Promise<Database> {
  const access = await openAccess(settings, 'refuse')
  try {
    const migrated = await migrate(access.owner, await readMigrations())
    await prepareJobs(access.owner)
    await checkServerLogin(access.server, settings)
    // Several programs may serve one external database at once; a restore wants none of them.
    await access.owner.query('SELECT pg_advisory_lock_shared(hashtext($1))', [runningLock])
    const db = connect(access.server)
    const identityDb = connect({
      ...access.server,
      options: `${access.server.options} ${identityOptions}`,
      max: 5,
    })
    let closing = false
    const lost = new Promise<void>((resolve) => void access.ended?.then(() => closing || resolve()))
    return {
      db,
      identityDb,
      server: access.server,
      migrated,
      lost,
      close: async () => {
        closing = true
        await Promise.all([db.destroy(), identityDb.destroy()])
        await access.close()
      },
    }
  } catch (error) {
    await access.close()
    const full = (error as { code?: string }).code === diskFull && settings.databaseUrl === undefined
    throw (full ? explainDisk('ENOSPC', settings.dataFolder) : undefined) ?? error
  }
}

/**
 * Connects as the owner, for migrating, backing up and restoring.
 *
 * @param running whether to use the server of a Waymark that is running on the same data, or to refuse
 */
export async function openAccess(settings: DatabaseSettings, running: 'join' | 'refuse'): Promise<Access> {
  if (settings.databaseUrl !== undefined) return openExternal(settings.databaseUrl, settings.serverDatabaseUrl)
  const existing = running === 'join' ? await findRunningServer(settings.dataFolder) : undefined
  if (existing !== undefined) {
    const owner = await connectOwner({ ...existing, user: ownerRole, database: databaseName })
    return { ...embeddedAccess(owner, existing), shared: true, close: () => owner.end() }
  }
  const server = await startEmbeddedServer({ dataFolder: settings.dataFolder })
  try {
    await prepareEmbedded(server)
    const owner = await connectOwner({ ...addressOf(server), user: ownerRole, database: databaseName })
    const close = async () => {
      await owner.end().catch(() => undefined)
      await server.stop()
    }
    return { ...embeddedAccess(owner, server), shared: false, ended: server.ended, close }
  } catch (error) {
    await server.stop()
    throw error
  }
}

function embeddedAccess(owner: pg.Client, address: ServerAddress): Pick<Access, 'owner' | 'server'> {
  return { owner, server: { ...addressOf(address), user: serverRole, database: databaseName, options: searchPath } }
}

function addressOf({ host, port, password }: ServerAddress): ServerAddress {
  return { host, port, ...(password === undefined ? {} : { password }) }
}

/**
 * Makes the two roles and the database inside an embedded server, once.
 *
 * @param database the database's name; tests make a template under a name of its own
 */
export async function prepareEmbedded(address: ServerAddress, database = databaseName): Promise<void> {
  const admin = new pg.Client({ ...addressOf(address), user: superuser, database: 'postgres' })
  await admin.connect()
  try {
    const roles = (await admin.query('SELECT rolname AS name FROM pg_roles')).rows.map((row) => row.name)
    for (const role of [ownerRole, serverRole].filter((name) => !roles.includes(name))) {
      await admin.query(`CREATE ROLE ${role} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOINHERIT`)
      if (address.password !== undefined) {
        await admin.query(`ALTER ROLE ${role} PASSWORD ${admin.escapeLiteral(address.password)}`)
      }
    }
    await admin.query(`GRANT ${serverRole} TO ${ownerRole}`)
    const found = await admin.query('SELECT FROM pg_database WHERE datname = $1', [database])
    if (found.rowCount === 0) await admin.query(`CREATE DATABASE ${database} OWNER ${ownerRole}`)
  } finally {
    await admin.end()
  }
}

/**
 * @param serverUrl how connections for serving log in; left out, they log in as the owner and set its rights aside
 */
async function openExternal(url: string, serverUrl = url): Promise<Access> {
  const owner = await connectOwner({ connectionString: url }).catch((error) => {
    throw error instanceof StartError ? error : unusable(url, 'DATABASE_URL', error)
  })
  const server = { connectionString: serverUrl, options: `${searchPath} -c role=${serverRole}` }
  return { owner, server, shared: true, close: () => owner.end() }
}

/** Tries how the service will connect, and refuses when row-level security would not bind it. */
async function checkServerLogin(config: pg.PoolConfig, { serverDatabaseUrl }: DatabaseSettings): Promise<void> {
  const server = new pg.Client(config)
  await server.connect().catch((error) => {
    throw serverDatabaseUrl === undefined ? error : unusable(serverDatabaseUrl, 'WAYMARK_SERVER_DATABASE_URL', error)
  })
  try {
    await checkServerRole(server)
    if (serverDatabaseUrl !== undefined) await checkSeparateLogin(server)
  } finally {
    await server.end()
  }
}

function unusable(url: string, setting: string, error: Error): StartError {
  const { host, pathname } = new URL(url)
  return new StartError(
    {
      en: `The database at ${host}${pathname} (${setting}) cannot be used: ${error.message || (error as { code?: string }).code}. Check the address, the user and the password, and that it is running.`,
      fr: `La base de données à l’adresse ${host}${pathname} (${setting}) est inutilisable (la raison est ci-dessus). Vérifiez l’adresse, l’utilisateur et le mot de passe, et qu’elle fonctionne.`,
    },
    { cause: error },
  )
}

async function connectOwner(config: pg.ClientConfig): Promise<pg.Client> {
  const owner = new pg.Client({ connectionTimeoutMillis: 10_000, ...config, options: searchPath })
  owner.on('error', () => undefined)
  await owner.connect()
  try {
    await prepareRoles(owner)
    return owner
  } catch (error) {
    await owner.end()
    throw error
  }
}
