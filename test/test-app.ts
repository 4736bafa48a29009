import { join } from 'node:path'
import type { Hono } from 'hono'
import { type AppDependencies, createApp } from '../src/app.ts'
import { publishRelease } from '../src/content/publish.ts'
import { readPack } from '../src/content/read.ts'
import type { Pack } from '../src/content/schema.ts'
import { renderInWorker } from '../src/documents/in-worker.ts'
import { solvePlanInWorker } from '../src/journey/action-plan/solver.ts'
import type { Db } from '../src/platform/database/connection.ts'
import { projectFolder } from '../src/platform/project-folder.ts'
import { unbuiltAssets } from '../src/platform/web/assets.ts'
import type { AppEnvironment } from '../src/platform/web/environment.ts'
import { testDatabase } from './test-database.ts'

export type TestApp = {
  app: Hono<AppEnvironment>
  /** What it was made of, for a test that makes another with something changed. */
  deps: AppDependencies
  db: Db
  pack: Pack
  release: string
  /** The time of the service; a test may set it. */
  clock: { time: Date }
  /** What the service wrote to its log. */
  log: string[]
}

/**
 * The whole service on a database of its own, for one test file: `const { app } = await testApp()`. Its addresses of scripts and
 * styles lead nowhere, since nothing is built.
 *
 * @param packName the folder in `content/` whose pack it serves
 */
export async function testApp(packName: 'open-smart-cities' | 'sample' = 'open-smart-cities'): Promise<TestApp> {
  const { db } = await testDatabase()
  const outcome = await readPack(join(projectFolder, 'content', packName))
  if (!outcome.ok) throw new Error(`The pack ${packName} has problems: ${JSON.stringify(outcome.problems)}`)
  const { pack, hash } = outcome
  const clock = { time: new Date('2030-01-15T15:00:00Z') }
  const log: string[] = []
  await publishRelease(db, pack, hash, clock.time)
  const deps: AppDependencies = {
    db,
    now: () => clock.time,
    assets: unbuiltAssets,
    pack,
    release: hash,
    solve: solvePlanInWorker,
    makeDocument: renderInWorker,
    trustProxy: false,
    write: (line) => log.push(line),
    logRequests: true,
    timeZone: 'America/Toronto',
  }
  return { app: createApp(deps), deps, db, pack, release: hash, clock, log }
}
