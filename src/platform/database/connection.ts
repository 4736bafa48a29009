import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
import type { DB as Tables } from './tables.ts'

/** The database as the server's role sees it. */
export type Db = Kysely<Tables>

/** The database inside a transaction; what only makes sense there takes this. */
export type Tx = Transaction<Tables>

export type Settings = Record<`waymark.${string}`, string>

/** Every table, function and type of Waymark lives in this schema, so that a shared database keeps its other contents. */
export const schemaName = 'waymark'

/** Options for the connections of sign-in: row-level security shows the tables of identity to no other. */
export const identityOptions = '-c waymark.purpose=identity'

/** The role that serves requests: it owns nothing, and row-level security binds it. */
export const serverRole = 'waymark_server'

/**
 * Runs a short transaction that carries settings for row-level security, and commits unless `action` throws.
 *
 * @param settings names and values, valid inside this transaction only
 */
export async function withSettings<T>(db: Db, settings: Settings, action: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (tx) => {
    const calls = Object.entries(settings).map(([name, value]) => sql`set_config(${name}, ${value}, true)`)
    if (calls.length > 0) await sql`SELECT ${sql.join(calls)}`.execute(tx)
    return action(tx)
  })
}

/** Asks the database for a sign of life; throws when it gives none. */
export async function ping(db: Db): Promise<void> {
  await sql`SELECT 1`.execute(db)
}

/** Opens a pool of connections. What breaks while no query waits for it shows at the next query. */
export function connect(config: pg.PoolConfig): Db {
  const pool = new pg.Pool({ max: 10, connectionTimeoutMillis: 10_000, ...config })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
}
