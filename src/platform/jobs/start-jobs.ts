import { createHash } from 'node:crypto'
import { type ConstructorOptions, fromKysely, PgBoss } from 'pg-boss'
import type { Now } from '../clock.ts'
import type { Db, Tx } from '../database/connection.ts'
import { jobsSchema, queueNames } from '../database/jobs-schema.ts'
import type { Database } from '../database/open-database.ts'
import { deliverMail, type MailSender } from '../mail/deliver.ts'
import type { QueueMail } from '../mail/mail.ts'
import { insertMail, listWaiting } from '../mail/store.ts'
import { type ClockJobs, runDueJobs } from './clock-jobs.ts'
import { asJob } from './store.ts'

/** A job for one message, sent with the change that made it: if that is undone, so is the job. */
export type WakeMail = (tx: Tx, message: { id: string; notBefore: Date }) => Promise<void>

export type Jobs = {
  queueMail: QueueMail
  /** Makes a job for a message that is already kept: sent again, or put back into the queue. */
  wakeMail: WakeMail
  /** Waits for what is under way, and takes nothing new. */
  stop(): Promise<void>
}

/** Messages that one process sends at the same time. */
const mailBatch = 5

/** Messages read at a time when a start makes sure that each has its job. */
const waitingBatch = 500

/**
 * Starts what the service does by itself: mail, and the jobs of the clock. Several processes may run on one database: a message is
 * sent by one, and a job of the clock is run by one. The tables of the queues are the owner's; here nothing is created.
 *
 * @param given.server how the service logs in to the database
 * @param given.sender left out when no usable mail server is set: mail is then held in the outbox
 * @param given.dependencies what the jobs of the clock are given
 */
export async function startJobs<Deps>(given: {
  server: Database['server']
  db: Db
  now: Now
  timeZone: string
  sender?: MailSender
  clock: ClockJobs<Deps>
  dependencies: (queueMail: QueueMail) => Deps
  write: (line: string) => void
  /** Seconds until a message is tried again, by how often it was tried. */
  retryIn?: (attempt: number) => number
  /** Seconds between two looks into a queue. */
  pollingIntervalSeconds?: number
}): Promise<Jobs> {
  const { db, now, write } = given
  const boss = new PgBoss({
    ...(given.server as ConstructorOptions),
    max: 3,
    schema: jobsSchema,
    migrate: false,
    createSchema: false,
    reindex: false,
    monitorVacuum: false,
    application_name: 'waymark jobs',
  })
  boss.on('error', (error) => write(`jobs ${error.message}`))

  const wakeMail: WakeMail = async (tx, message) => {
    const options = { id: jobIdOf(message), startAfter: message.notBefore, db: fromKysely(tx) }
    await boss.send(queueNames.mail, { message: message.id }, options)
  }
  const queueMail: QueueMail = async (tx, mail, at) => {
    const kept = await insertMail(tx, mail, at)
    if (kept) await wakeMail(tx, kept)
  }
  const delivery = {
    db,
    now,
    write,
    retry: wakeMail,
    ...(given.sender ? { sender: given.sender } : {}),
    ...(given.retryIn ? { retryIn: given.retryIn } : {}),
  }

  await boss.start()
  try {
    await wakeWaiting(db, wakeMail)
    const polling = { pollingIntervalSeconds: given.pollingIntervalSeconds ?? 2 }
    // People wait for the link that signs them in.
    const mailPolling = { pollingIntervalSeconds: Math.min(polling.pollingIntervalSeconds, 0.5), batchSize: mailBatch }
    await boss.work<{ message: string }>(queueNames.mail, mailPolling, async (jobs) => {
      await Promise.all(jobs.map((job) => deliverMail(delivery, job.data.message)))
    })
    const dependencies = given.dependencies(queueMail)
    await boss.work(queueNames.clock, polling, () =>
      runDueJobs({ db, now, write, timeZone: given.timeZone, jobs: given.clock.list, deps: dependencies }),
    )
    // Often enough that a job is late by minutes at most; what is due, and whether it has run, the runs themselves say.
    await boss.schedule(queueNames.clock, '*/5 * * * *', null, { tz: 'UTC' })
    await boss.send(queueNames.clock)
  } catch (error) {
    await boss.stop({ graceful: false })
    throw error
  }
  return { queueMail, wakeMail, stop: () => boss.stop({ graceful: true, timeout: 20_000 }) }
}

/** Every waiting message gets a job again: after a restore there are none, and a job may have been lost with its process. */
export async function wakeWaiting(db: Db, wakeMail: WakeMail): Promise<void> {
  let last: { id: string; notBefore: Date } | undefined
  for (;;) {
    const batch = await asJob(db, async (tx) => {
      const waiting = await listWaiting(tx, last, waitingBatch)
      for (const message of waiting) await wakeMail(tx, message)
      return waiting
    })
    last = batch.at(-1)
    if (batch.length < waitingBatch) return
  }
}

/** One job for one message and moment, however often it is asked for. */
function jobIdOf({ id, notBefore }: { id: string; notBefore: Date }): string {
  const hex = createHash('sha256').update(`${id} ${notBefore.getTime()}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
