import type { Db, Tx } from '../database/connection.ts'
import { withSettings } from '../database/connection.ts'

/** Runs a transaction of the service itself, where no person acts. */
export function asJob<T>(db: Db, action: (tx: Tx) => Promise<T>): Promise<T> {
  return withSettings(db, { 'waymark.purpose': 'service' }, action)
}

/** A run that ended in a fault is tried again this often. */
const mostAttempts = 5

/** A run that has not ended after this time was cut off with its process, and is taken over. */
const cutOffAfter = 3_600_000

/**
 * Takes a run for this process. Of all processes on the database one gets it; a run that failed or was cut off may be had again.
 *
 * @param run the job's name, and the day or hour it is due for
 */
export async function claimRun(tx: Tx, run: { name: string; due: string }, now: Date): Promise<boolean> {
  const row = await tx
    .insertInto('job_run')
    .values({ name: run.name, due: run.due, started_at: now })
    .onConflict((conflict) =>
      conflict
        .columns(['name', 'due'])
        .doUpdateSet((eb) => ({ started_at: now, problem: null, attempts: eb('job_run.attempts', '+', 1) }))
        .where('job_run.finished_at', 'is', null)
        .where('job_run.attempts', '<', mostAttempts)
        .where((eb) =>
          eb.or([
            eb('job_run.problem', 'is not', null),
            eb('job_run.started_at', '<', new Date(now.getTime() - cutOffAfter)),
          ]),
        ),
    )
    .returning('name')
    .executeTakeFirst()
  return row !== undefined
}

/** Writes down how a run ended; with a problem it may be tried again. */
export async function endRun(
  tx: Tx,
  run: { name: string; due: string },
  now: Date,
  problem: string | undefined,
): Promise<void> {
  await tx
    .updateTable('job_run')
    .set(problem === undefined ? { finished_at: now } : { problem })
    .where('name', '=', run.name)
    .where('due', '=', run.due)
    .execute()
}

/** Forgets runs that began before a moment. */
export async function deleteOldRuns(tx: Tx, before: Date): Promise<void> {
  await tx.deleteFrom('job_run').where('started_at', '<', before).execute()
}
