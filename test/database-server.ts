import { existsSync, readFileSync } from 'node:fs'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { type EmbeddedServer, freePort, startEmbeddedServer } from '../src/platform/database/embedded/server.ts'
import { openDatabase, prepareEmbedded } from '../src/platform/database/open-database.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The one database server of the run, and a file that appears when it is ready (or says why it is not). */
    databaseServer: { port: number; readyFile: string }
  }
}

/** The database that every test's own one is a copy of. */
export const templateName = 'waymark_template'

/**
 * Starts the run's database server in the background: tests that need none do not wait for it. Its disk writes are not
 * synced, which only tests may do.
 */
export default async function startForTests(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-test-'))
  // PostgreSQL's own user, when root runs the tests, keeps its files in here.
  await chmod(folder, 0o755)
  const readyFile = join(folder, 'ready')
  const port = await freePort()
  project.provide('databaseServer', { port, readyFile })
  const started = prepare(folder, port).then(
    async (server) => {
      await writeFile(readyFile, 'ready')
      return server
    },
    async (error) => {
      await writeFile(readyFile, String(error?.stack ?? error))
      return undefined
    },
  )
  return async () => {
    await (await started)?.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function prepare(folder: string, port: number): Promise<EmbeddedServer> {
  const settings = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off', 'max_connections=200']
  const server = await startEmbeddedServer({ dataFolder: join(folder, 'data'), tcpPort: port, settings })
  await prepareEmbedded(server, templateName)
  const databaseUrl = databaseUrlOf(port, templateName)
  await (await openDatabase({ dataFolder: folder, databaseUrl })).close()
  return server
}

/** The address of a database on the run's server, as the owner of its tables. */
export function databaseUrlOf(port: number, database: string): string {
  return `postgresql://waymark_owner@127.0.0.1:${port}/${database}`
}

/** Waits until the run's server can be used. */
export async function waitUntilReady(readyFile: string): Promise<void> {
  while (!existsSync(readyFile) || readFileSync(readyFile, 'utf8') === '') {
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  const state = readFileSync(readyFile, 'utf8')
  if (state !== 'ready') throw new Error(`The tests' database server did not start: ${state}`)
}
