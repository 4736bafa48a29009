import { releaseFinder } from './content/releases.ts'
import { sendDigests } from './desk/index.ts'
import { freezeDueSummaries } from './journey/interview/index.ts'
import { issueDueCertificates, sendLearningReminders } from './journey/learning/index.ts'
import type { Now } from './platform/clock.ts'
import type { Db } from './platform/database/connection.ts'
import { type ClockJobs, clockJobs } from './platform/jobs/clock-jobs.ts'
import { asJob, deleteOldRuns } from './platform/jobs/store.ts'
import type { QueueMail } from './platform/mail/mail.ts'
import { deleteOldMail, dropSpentLinks } from './platform/mail/store.ts'
import { runRetention } from './program/index.ts'
import { purgeExpired } from './self-check/index.ts'

/** What a job of the clock is given. */
export type JobDependencies = {
  db: Db
  now: Now
  queueMail: QueueMail
  /** The address people use, for links in mail. */
  origin: string
  /** The program's time zone: an IANA name. */
  timeZone: string
  /** Removes sessions, links and codes whose time is over. */
  purgeIdentity: () => Promise<unknown>
}

const day = 86_400_000
/** Mail and runs of jobs are kept this long after they are done, so that what happened can be looked up. */
const keptDays = 90

/** What the service does by the clock: each room's own, in one list. Like `app.ts`, this file knows every room. */
export function serviceJobs(): ClockJobs<JobDependencies> {
  return clockJobs<JobDependencies>()
    .everyHour('kept-self-checks', ({ db }) => purgeExpired(db))
    .everyHour('identity', ({ purgeIdentity }) => purgeIdentity())
    .everyHour('spent-links', ({ db, now }) => asJob(db, (tx) => dropSpentLinks(tx, new Date(now().getTime() - day))))
    .everyHour('interview-summaries', ({ db, now }) => freezeDueSummaries({ db, now, findContent: releaseFinder(db) }))
    .registerDaily('digest', (deps, today) => sendDigests(deps, today), { hour: 6 })
    .everyHour('pathway-certificates', (deps) => issueDueCertificates({ ...deps, findContent: releaseFinder(deps.db) }))
    .registerDaily(
      'learning-reminders',
      (deps, today) => sendLearningReminders({ ...deps, findContent: releaseFinder(deps.db) }, today),
      { hour: 7 },
    )
    .registerDaily('retention', ({ db, now }) => runRetention({ db, now }, { askedBy: '', reason: '' }), { hour: 3 })
    .registerDaily(
      'old-mail',
      ({ db, now }) =>
        asJob(db, async (tx) => {
          const before = new Date(now().getTime() - keptDays * day)
          await deleteOldMail(tx, before)
          await deleteOldRuns(tx, before)
        }),
      { hour: 3 },
    )
}
