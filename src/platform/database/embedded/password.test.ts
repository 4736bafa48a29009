import { chmod, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { prepareEmbedded } from '../open-database.ts'
import { readPassword } from './password.ts'
import { findRunningServer, freePort, startEmbeddedServer } from './server.ts'

const folder = await mkdtemp(join(tmpdir(), 'waymark-password-'))
await chmod(folder, 0o755)
const dataFolder = join(folder, 'data')
const options = { dataFolder, withPassword: true, settings: ['fsync=off'] }
afterAll(() => rm(folder, { recursive: true, force: true }))

async function connects(config: pg.ClientConfig): Promise<boolean> {
  const client = new pg.Client(config)
  try {
    await client.connect()
    return true
  } catch (error) {
    expect((error as Error).message).toMatch(/password/)
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

test('a database that listens on a port lets nobody in without the password of its data folder', async () => {
  const server = await startEmbeddedServer({ ...options, tcpPort: await freePort() })
  try {
    await prepareEmbedded(server)
    const { host, port } = server
    const password = await readPassword(dataFolder)
    expect(password).toMatch(/^[0-9a-f]{64}$/)
    expect((await stat(join(dataFolder, 'postgresql.password'))).mode & 0o777).toBe(0o600)
    for (const user of ['postgres', 'waymark_owner', 'waymark_server']) {
      const database = user === 'postgres' ? 'postgres' : 'waymark'
      expect(await connects({ host, port, user, database }), `${user} without`).toBe(false)
      expect(await connects({ host, port, user, database, password: 'guess' }), `${user} with a guess`).toBe(false)
      expect(await connects({ host, port, user, database, password: password ?? '' }), user).toBe(true)
    }
    expect(await findRunningServer(dataFolder)).toEqual({ host, port, password })
  } finally {
    await server.stop()
  }
})

test('the next start uses the same password', async () => {
  const before = await readPassword(dataFolder)
  const server = await startEmbeddedServer({ ...options, tcpPort: await freePort() })
  expect(server.password).toBe(before)
  await prepareEmbedded(server)
  await server.stop()
})

test('a password that was lost is said, not waited for', async () => {
  await rm(join(dataFolder, 'postgresql.password'))
  const server = await startEmbeddedServer({ ...options, tcpPort: await freePort() })
  await expect(prepareEmbedded(server)).rejects.toThrow(/password/)
  await server.stop()
})
