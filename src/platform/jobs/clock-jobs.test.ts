import { expect, test } from 'vitest'
import { testDatabase } from '../../../test/test-database.ts'
import { clockJobs, dueNow, runDueJobs } from './clock-jobs.ts'
import { asJob } from './store.ts'

const { db } = await testDatabase()
const daily = (hour: number) => ({ every: 'day', hour }) as const
const toronto = 'America/Toronto'

/** For which days a daily job becomes due, when it is asked every five minutes through a stretch of time. */
function daysIn(from: string, to: string, hour: number): string[] {
  const days = new Set<string>()
  for (let time = Date.parse(from); time <= Date.parse(to); time += 300_000) {
    const due = dueNow(daily(hour), new Date(time), toronto)
    if (due) days.add(due)
  }
  return [...days]
}

test('a daily job is due from its hour on, in the program’s time zone', () => {
  expect(dueNow(daily(6), new Date('2030-01-15T10:59:00Z'), toronto)).toBeUndefined()
  expect(dueNow(daily(6), new Date('2030-01-15T11:00:00Z'), toronto)).toBe('2030-01-15')
  expect(dueNow(daily(6), new Date('2030-01-15T23:30:00Z'), 'Asia/Tokyo')).toBe('2030-01-16')
  expect(dueNow(daily(0), new Date('2030-01-15T05:00:00Z'), toronto)).toBe('2030-01-15')
})

test('the night on which the clock skips an hour neither drops nor doubles a day', () => {
  // At 2:00 on 10 March 2030 it becomes 3:00 in Toronto.
  expect(daysIn('2030-03-10T05:00:00Z', '2030-03-11T04:00:00Z', 2)).toEqual(['2030-03-10'])
  expect(dueNow(daily(2), new Date('2030-03-10T06:59:00Z'), toronto)).toBeUndefined()
  expect(dueNow(daily(2), new Date('2030-03-10T07:00:00Z'), toronto)).toBe('2030-03-10')
})

test('the night on which the clock repeats an hour neither drops nor doubles a day', () => {
  // At 2:00 on 3 November 2030 it becomes 1:00 again in Toronto.
  expect(daysIn('2030-11-03T04:00:00Z', '2030-11-04T05:00:00Z', 1)).toEqual(['2030-11-03'])
  expect(dueNow({ every: 'hour', hour: 0 }, new Date('2030-11-03T05:30:00Z'), toronto)).toBe('2030-11-03T05')
  expect(dueNow({ every: 'hour', hour: 0 }, new Date('2030-11-03T06:30:00Z'), toronto)).toBe('2030-11-03T06')
})

function aRun(jobs: ReturnType<typeof clockJobs<string[]>>, time: string) {
  const done: string[] = []
  const log: string[] = []
  const write = (line: string) => void log.push(line)
  const run = (at = time) =>
    runDueJobs({ db, now: () => new Date(at), timeZone: toronto, jobs: jobs.list, deps: done, write })
  return { done, log, run }
}

test('a job runs once a day across processes, and again the next day', async () => {
  const jobs = clockJobs<string[]>().registerDaily('once-a-day', async (done, day) => void done.push(day))
  const { done, run } = aRun(jobs, '2030-01-15T15:00:00Z')
  await Promise.all([run(), run(), run(), run()])
  await run('2030-01-15T20:00:00Z')
  await run('2030-01-16T10:00:00Z')
  expect(done).toEqual(['2030-01-15'])
  await run('2030-01-16T12:00:00Z')
  expect(done).toEqual(['2030-01-15', '2030-01-16'])
})

test('a job that fails is written to the log and tried again, and the others run', async () => {
  let faults = 1
  const jobs = clockJobs<string[]>()
    .everyHour('breaks', async (done, hour) => {
      faults -= 1
      if (faults >= 0) throw new Error('No room left')
      done.push(`breaks ${hour}`)
    })
    .everyHour('works', async (done, hour) => void done.push(`works ${hour}`))
  const { done, log, run } = aRun(jobs, '2030-01-17T15:00:00Z')
  await run()
  expect(done).toEqual(['works 2030-01-17T15'])
  expect(log[0]).toMatch(/^job breaks 2030-01-17T15 Error: No room left/)
  await run()
  await run()
  expect(done).toEqual(['works 2030-01-17T15', 'breaks 2030-01-17T15'])
})

test('a run that was cut off with its process is taken over an hour later', async () => {
  await asJob(db, (tx) =>
    tx
      .insertInto('job_run')
      .values({ name: 'cut-off', due: '2030-01-18', started_at: new Date('2030-01-18T12:00:00Z') })
      .execute(),
  )
  const jobs = clockJobs<string[]>().registerDaily('cut-off', async (done, day) => void done.push(day))
  const { done, run } = aRun(jobs, '2030-01-18T12:50:00Z')
  await run()
  expect(done).toEqual([])
  await run('2030-01-18T13:10:00Z')
  expect(done).toEqual(['2030-01-18'])
})

test('two jobs of one name are refused', () => {
  const jobs = clockJobs<string[]>().everyHour('same', async () => undefined)
  expect(() => jobs.registerDaily('same', async () => undefined)).toThrow('two jobs named same')
})
