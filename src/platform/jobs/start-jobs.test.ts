import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, expect, test } from 'vitest'
import { testDatabase } from '../../../test/test-database.ts'
import { backup } from '../database/backup.ts'
import { prepareJobs } from '../database/jobs-schema.ts'
import { readMigrations } from '../database/migrations.ts'
import { restore } from '../database/restore.ts'
import type { MailSender } from '../mail/deliver.ts'
import type { Mail } from '../mail/mail.ts'
import { insertMail } from '../mail/store.ts'
import { clockJobs } from './clock-jobs.ts'
import { type Jobs, startJobs } from './start-jobs.ts'
import { asJob } from './store.ts'

const { db, url } = await testDatabase()
const server = { connectionString: url, options: '-c search_path=waymark -c role=waymark_server' }
const running: Jobs[] = []

afterEach(async () => {
  await Promise.all(running.splice(0).map((jobs) => jobs.stop()))
})

/** A sender that only notes what it is given. */
function notingSender(): { sent: string[]; sender: MailSender } {
  const sent: string[] = []
  return {
    sent,
    sender: {
      send: async (mail) => {
        sent.push(mail.key)
        return { result: 'sent' }
      },
    },
  }
}

async function start(sender: MailSender | undefined, clock = clockJobs<null>()): Promise<Jobs> {
  const jobs = await startJobs({
    server,
    db,
    now: () => new Date(),
    timeZone: 'America/Toronto',
    ...(sender ? { sender } : {}),
    clock,
    dependencies: () => null,
    write: (line) => console.error(line),
    retryIn: () => 0,
    pollingIntervalSeconds: 0.5,
  })
  running.push(jobs)
  return jobs
}

const aMail = (key: string, given: Partial<Mail> = {}): Mail => ({
  key,
  kind: 'invitation',
  to: { address: 'ada@example.org' },
  language: 'en',
  subject: 'An invitation',
  paragraphs: ['Come and answer.'],
  ...given,
})

const statusOf = (key: string) =>
  asJob(db, (tx) => tx.selectFrom('mail_message').select('status').where('key', '=', key).executeTakeFirst()).then(
    (row) => row?.status,
  )

async function asOwner<T>(action: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: url, options: '-c search_path=waymark' })
  await owner.connect()
  try {
    return await action(owner)
  } finally {
    await owner.end()
  }
}

test('two processes on one database send each message once, as soon as it is committed', async () => {
  const { sent, sender } = notingSender()
  const first = await start(sender)
  await start(sender)
  const keys = Array.from({ length: 30 }, () => randomUUID())
  for (const key of keys) await asJob(db, (tx) => first.queueMail(tx, aMail(key), new Date()))
  await expect.poll(() => sent.length, { timeout: 15_000 }).toBeGreaterThanOrEqual(30)
  await Promise.all(running.splice(0).map((jobs) => jobs.stop()))
  expect(sent.toSorted()).toEqual(keys.toSorted())
})

test('a message that is tried again leaves when the server takes it', async () => {
  let refusals = 2
  const { sent, sender } = notingSender()
  const moody: MailSender = {
    send: async (mail) => {
      refusals -= 1
      return refusals >= 0 ? { result: 'later', problem: '450 Later' } : sender.send(mail)
    },
  }
  const jobs = await start(moody)
  const key = randomUUID()
  await asJob(db, (tx) => jobs.queueMail(tx, aMail(key), new Date()))
  await expect.poll(() => statusOf(key), { timeout: 15_000 }).toBe('sent')
  expect(sent).toEqual([key])
})

test('what waits without a job, as after a restore, gets one at the next start; a later reminder waits on', async () => {
  const due = randomUUID()
  const later = randomUUID()
  await asJob(db, async (tx) => {
    await insertMail(tx, aMail(due), new Date())
    await insertMail(tx, aMail(later, { notBefore: new Date(Date.now() + 86_400_000) }), new Date())
  })
  const { sent, sender } = notingSender()
  await start(sender)
  await expect.poll(() => statusOf(due), { timeout: 15_000 }).toBe('sent')
  expect(await statusOf(later)).toBe('queued')
  expect(sent).toEqual([due])
})

test('without a mail server mail is held for the outbox', async () => {
  const jobs = await start(undefined)
  const key = randomUUID()
  await asJob(db, (tx) => jobs.queueMail(tx, aMail(key), new Date()))
  await expect.poll(() => statusOf(key), { timeout: 15_000 }).toBe('held')
})

test('jobs of the clock run at the start, in one process', async () => {
  const runs: string[] = []
  const clock = () => clockJobs<null>().everyHour('count', async (_deps, hour) => void runs.push(hour))
  await Promise.all([start(undefined, clock()), start(undefined, clock())])
  await expect.poll(() => runs.length, { timeout: 15_000 }).toBeGreaterThan(0)
  await Promise.all(running.splice(0).map((jobs) => jobs.stop()))
  expect(new Set(runs).size, 'no hour twice').toBe(runs.length)
})

test('the role that serves owns no table or function of the queues, and can make none', async () => {
  const { rows } = await asOwner((owner) =>
    owner.query(
      `SELECT c.relname AS name FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner
       WHERE c.relnamespace = 'waymark_jobs'::regnamespace AND r.rolname <> current_user
       UNION ALL SELECT p.proname FROM pg_proc p JOIN pg_roles r ON r.oid = p.proowner
       WHERE p.pronamespace = 'waymark_jobs'::regnamespace AND r.rolname <> current_user`,
    ),
  )
  expect(rows).toEqual([])
  const serving = new pg.Client(server)
  await serving.connect()
  try {
    await expect(serving.query('CREATE TABLE waymark_jobs.mine (id integer)')).rejects.toThrow(/permission denied/)
  } finally {
    await serving.end()
  }
})

test('preparing the queues a second time changes nothing', async () => {
  await asOwner(async (owner) => {
    await prepareJobs(owner)
    await Promise.all([prepareJobs(owner)])
  })
})

const folder = await mkdtemp(join(tmpdir(), 'waymark-jobs-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

test('after a restore, later mail is sent when its time comes; what was due may have left, and waits for a person', async () => {
  const file = join(folder, 'jobs.backup')
  const due = randomUUID()
  const later = randomUUID()
  await asJob(db, async (tx) => {
    await insertMail(tx, aMail(due), new Date())
    await insertMail(tx, aMail(later, { notBefore: new Date(Date.now() + 86_400_000) }), new Date())
  })
  const migrations = await readMigrations()
  await asOwner(async (owner) => {
    await backup(owner, file, () => new Date())
    await restore(owner, file, migrations, { replace: true })
    await prepareJobs(owner)
  })
  expect(await statusOf(due)).toBe('sending')
  expect(await statusOf(later)).toBe('queued')
  const { sent, sender } = notingSender()
  const jobs = await start(sender)
  const key = randomUUID()
  await asJob(db, (tx) => jobs.queueMail(tx, aMail(key), new Date()))
  await expect.poll(() => statusOf(key), { timeout: 15_000 }).toBe('sent')
  expect(sent).toEqual([key])
  const { rows } = await asOwner((owner) =>
    owner.query(
      `SELECT count(*)::int AS jobs FROM waymark_jobs.job WHERE name = 'mail' AND start_after > now() + interval '1 hour'`,
    ),
  )
  expect(rows[0].jobs, 'the later ones have their jobs again').toBeGreaterThan(0)
})
