import type pg from 'pg'
import { PgBoss } from 'pg-boss'
import { serverRole } from './connection.ts'

/** Where the queues live: beside Waymark's own tables, since their content is made anew and never backed up. */
export const jobsSchema = 'waymark_jobs'

/** The library's own queue, in which it passes on what a schedule made due. */
const scheduleQueue = '__pgboss__send-it'

/** Every queue of the service. Deliveries decide about their retries themselves, since only they know what a mail server said. */
export const queueNames = { mail: 'mail', clock: 'clock' } as const

/**
 * Makes the queues' schema and brings it up to date, so that the role that serves needs no right to change it. Under the lock of
 * migrations: of two programs starting at once one waits.
 *
 * @param owner a connection of the role that owns the tables
 */
export async function prepareJobs(owner: pg.Client): Promise<void> {
  await owner.query(`SELECT pg_advisory_lock(hashtext('waymark migrate'))`)
  try {
    const installer = new PgBoss({
      db: { executeSql: (text, values) => owner.query(text, values as unknown[] | undefined) },
      schema: jobsSchema,
      supervise: false,
      schedule: false,
      reindex: false,
      registerInstance: false,
    })
    await installer.start()
    try {
      await installer.createQueue(scheduleQueue)
      await installer.createQueue(queueNames.mail, { retryLimit: 3, retryDelay: 60, expireInSeconds: 900 })
      await installer.createQueue(queueNames.clock, {
        retryLimit: 0,
        expireInSeconds: 3600,
        deleteAfterSeconds: 86_400,
      })
    } finally {
      await installer.stop({ graceful: false })
    }
    await owner.query(`GRANT USAGE ON SCHEMA ${jobsSchema} TO ${serverRole}`)
    await owner.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${jobsSchema} TO ${serverRole}`)
    await owner.query(`GRANT USAGE ON ALL SEQUENCES IN SCHEMA ${jobsSchema} TO ${serverRole}`)
  } finally {
    await owner.query(`SELECT pg_advisory_unlock(hashtext('waymark migrate'))`)
  }
}
