import { join } from 'node:path'
import type { Hono } from 'hono'
import { type AppDependencies, createApp } from '../src/app.ts'
import { publishRelease } from '../src/content/publish.ts'
import { readPack } from '../src/content/read.ts'
import type { Pack } from '../src/content/schema.ts'
import { renderInWorker } from '../src/documents/in-worker.ts'
import { solvePlanInWorker } from '../src/journey/action-plan/solver.ts'
import { createIdentity } from '../src/people/index.ts'
import type { Db } from '../src/platform/database/connection.ts'
import type { Mail } from '../src/platform/mail/mail.ts'
import { insertMail } from '../src/platform/mail/store.ts'
import { projectFolder } from '../src/platform/project-folder.ts'
import { unbuiltAssets } from '../src/platform/web/assets.ts'
import type { AppEnvironment } from '../src/platform/web/environment.ts'
import { testSecret, withSessionsOfTests } from './sign-in.ts'
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
  /** The mail that was queued, in order; the database keeps it too. */
  mail: Mail[]
}

/**
 * The whole service on a database of its own, for one test file: `const { app } = await testApp()`. Its addresses of scripts and
 * styles lead nowhere, since nothing is built.
 *
 * @param packName the folder in `content/` whose pack it serves
 */
export async function testApp(packName: 'open-smart-cities' | 'sample' = 'open-smart-cities'): Promise<TestApp> {
  const { db, identityDb } = await testDatabase()
  const outcome = await readPack(join(projectFolder, 'content', packName))
  if (!outcome.ok) throw new Error(`The pack ${packName} has problems: ${JSON.stringify(outcome.problems)}`)
  const { pack, hash } = outcome
  const clock = { time: new Date('2030-01-15T15:00:00Z') }
  const log: string[] = []
  const mail: Mail[] = []
  await publishRelease(db, pack, hash, clock.time)
  const now = () => clock.time
  const write = (line: string) => void log.push(line)
  const origin = 'http://localhost:3000'
  const identity = await createIdentity({ identityDb, now, secret: testSecret, origin, write })
  const deps: AppDependencies = {
    db,
    now,
    assets: unbuiltAssets,
    pack,
    release: hash,
    findSession: withSessionsOfTests(identity, now),
    identity,
    queueMail: async (tx, one, now) => {
      if (await insertMail(tx, one, now)) mail.push(one)
    },
    wakeMail: async () => undefined,
    solve: solvePlanInWorker,
    makeDocument: renderInWorker,
    trustProxy: false,
    write,
    logRequests: true,
    timeZone: 'America/Toronto',
  }
  return { app: createApp(deps), deps, db, pack, release: hash, clock, log, mail }
}
