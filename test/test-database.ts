import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { connect, type Db, identityOptions } from '../src/platform/database/connection.ts'
import { databaseUrlOf, templateName, waitUntilReady } from './database-server.ts'

export type TestDatabase = {
  /** As the server's role, bound by row-level security. */
  db: Db
  /** For sign-in alone. */
  identityDb: Db
  /** The same database as the owner of its tables, for `DATABASE_URL`. */
  url: string
}

/**
 * A database of its own for one test file, migrated and empty; it goes when the file is done. Call it once, at the top:
 * `const { db } = await testDatabase()`.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const { port, readyFile } = inject('databaseServer')
  await waitUntilReady(readyFile)
  const name = `test_${randomBytes(6).toString('hex')}`
  await asAdmin(port, `CREATE DATABASE ${name} TEMPLATE ${templateName} OWNER waymark_owner`)
  const url = databaseUrlOf(port, name)
  const options = '-c search_path=waymark -c role=waymark_server'
  const db = connect({ connectionString: url, options, max: 4 })
  const identityDb = connect({ connectionString: url, options: `${options} ${identityOptions}`, max: 2 })
  afterAll(async () => {
    await Promise.all([db.destroy(), identityDb.destroy()])
    await asAdmin(port, `DROP DATABASE ${name} WITH (FORCE)`)
  })
  return { db, identityDb, url }
}

async function asAdmin(port: number, statement: string): Promise<void> {
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', database: 'postgres' })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
