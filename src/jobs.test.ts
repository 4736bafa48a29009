import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { testApp } from '../test/test-app.ts'
import { serviceJobs } from './jobs.ts'
import { runDueJobs } from './platform/jobs/clock-jobs.ts'
import { asJob } from './platform/jobs/store.ts'
import { insertMail, type KeptMail, setMailStatus } from './platform/mail/store.ts'

const service = await testApp()
const { db, clock, deps, log } = service
let purged = 0

const run = () =>
  runDueJobs({
    db,
    now: deps.now,
    timeZone: 'America/Toronto',
    jobs: serviceJobs().list,
    deps: {
      db,
      now: deps.now,
      queueMail: deps.queueMail,
      origin: 'https://waymark.example.org',
      timeZone: 'America/Toronto',
      retentionTasks: [],
      purgeIdentity: async () => {
        purged += 1
      },
    },
    write: deps.write,
  })

async function aMessage(kind: 'sign-in' | 'reminder', status: KeptMail['status']): Promise<string> {
  return asJob(db, async (tx) => {
    const mail = {
      key: randomUUID(),
      kind,
      to: { address: 'ada@example.org' },
      language: 'en' as const,
      subject: 'A message',
      paragraphs: ['A text.'],
      secret: kind === 'sign-in',
    }
    const kept = await insertMail(tx, mail, clock.time)
    if (kept === undefined) throw new Error('The key was known')
    await setMailStatus(tx, { id: kept.id, secret: mail.secret }, status, { now: clock.time })
    return kept.id
  })
}

const find = (id: string) =>
  asJob(db, (tx) =>
    tx.selectFrom('mail_message').select(['status', 'paragraphs']).where('id', '=', id).executeTakeFirst(),
  )

test('every job of the clock runs, and once in its hour or day', async () => {
  const before = log.length
  await run()
  await run()
  expect(log.slice(before)).toEqual([])
  expect(purged).toBe(1)
  const runs = await asJob(db, (tx) => tx.selectFrom('job_run').selectAll().execute())
  expect(runs.map(({ name }) => name).toSorted()).toEqual(
    serviceJobs()
      .list.map(({ name }) => name)
      .toSorted(),
  )
  expect(runs.every(({ finished_at, attempts }) => finished_at !== null && attempts === 1)).toBe(true)
})

test('links that signed someone in are erased after a day, and mail that is done goes after 90 days', async () => {
  const link = await aMessage('sign-in', 'held')
  const sent = await aMessage('reminder', 'sent')
  const waiting = await aMessage('reminder', 'queued')
  const start = clock.time
  clock.time = new Date(start.getTime() + 2 * 86_400_000)
  await run()
  expect(await find(link)).toEqual({ status: 'cancelled', paragraphs: [] })
  expect(await find(sent)).toBeDefined()
  clock.time = new Date(start.getTime() + 92 * 86_400_000)
  await run()
  expect(await find(link)).toBeUndefined()
  expect(await find(sent)).toBeUndefined()
  expect(await find(waiting), 'what has not left is kept').toBeDefined()
  clock.time = start
})
