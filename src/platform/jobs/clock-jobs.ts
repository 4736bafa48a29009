import type { Now } from '../clock.ts'
import type { Db } from '../database/connection.ts'
import { asJob, claimRun, endRun } from './store.ts'

/** Something the service does by the clock. It must bear being run again: a run that was cut off is taken up once more. */
export type ClockJob<Deps> = {
  /** Chosen once: runs are kept by it. */
  name: string
  every: 'day' | 'hour'
  /** For a daily job: from which hour of the program's time zone on, 0 to 23. */
  hour: number
  /** `due` is the day (`YYYY-MM-DD`), or the hour in UTC (`YYYY-MM-DDTHH`). */
  run: (deps: Deps, due: string) => Promise<unknown>
}

/** The jobs of the clock, as each room registers its own. */
export type ClockJobs<Deps> = {
  /**
   * Registers what is to be done once a day, in the program's time zone. A day on which the service was down at that hour is made
   * up for on the same day.
   */
  registerDaily(
    name: string,
    run: (deps: Deps, day: string) => Promise<unknown>,
    options?: { hour?: number },
  ): ClockJobs<Deps>
  /** Registers what is to be done once an hour. */
  everyHour(name: string, run: (deps: Deps, hour: string) => Promise<unknown>): ClockJobs<Deps>
  list: readonly ClockJob<Deps>[]
}

/** Early, before people begin to work: a digest is then there when they do. */
const usualHour = 6

export function clockJobs<Deps>(): ClockJobs<Deps> {
  const list: ClockJob<Deps>[] = []
  const add = (job: ClockJob<Deps>) => {
    if (list.some((other) => other.name === job.name)) throw new Error(`There are two jobs named ${job.name}`)
    list.push(job)
    return jobs
  }
  const jobs: ClockJobs<Deps> = {
    registerDaily: (name, run, options) => add({ name, every: 'day', hour: options?.hour ?? usualHour, run }),
    everyHour: (name, run) => add({ name, every: 'hour', hour: 0, run }),
    list,
  }
  return jobs
}

/**
 * For which day or hour a job is due now. It goes by the day's name, so that an hour that a clock change skips or repeats neither
 * drops a day nor doubles it.
 *
 * @param timeZone an IANA name
 * @returns nothing before a daily job's hour
 */
export function dueNow(job: Pick<ClockJob<never>, 'every' | 'hour'>, now: Date, timeZone: string): string | undefined {
  if (job.every === 'hour') return now.toISOString().slice(0, 13)
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(now)
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  return Number(part('hour')) >= job.hour ? `${part('year')}-${part('month')}-${part('day')}` : undefined
}

/**
 * Runs every job that is due and that no process has run yet, one after the other. A fault of one is written to the log and keeps
 * none of the others from running.
 */
export async function runDueJobs<Deps>(given: {
  db: Db
  now: Now
  timeZone: string
  jobs: readonly ClockJob<Deps>[]
  deps: Deps
  write: (line: string) => void
}): Promise<void> {
  const { db, now } = given
  for (const job of given.jobs) {
    const due = dueNow(job, now(), given.timeZone)
    if (due === undefined) continue
    const run = { name: job.name, due }
    if (!(await asJob(db, (tx) => claimRun(tx, run, now())))) continue
    let problem: string | undefined
    try {
      await job.run(given.deps, due)
    } catch (error) {
      problem = error instanceof Error ? error.message : String(error)
      given.write(`job ${job.name} ${due} ${error instanceof Error ? error.stack : error}`)
    }
    await asJob(db, (tx) => endRun(tx, run, now(), problem))
  }
}
