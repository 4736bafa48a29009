import { sql } from 'kysely'
import type { Tx } from '../platform/database/connection.ts'
import { bookmarkOf, isDone, keptData, type RunTimeData, shareOf, type UnitRecord } from './run-time.ts'

/** What a person did in one unit. It is theirs alone: the database shows it to nobody else. */
export type Attempt = {
  versionId: string
  unit: string
  completion: string
  success: string
  /** As a share, from -1 to 1. */
  score: number | undefined
  bookmark: string
  seconds: number
  data: RunTimeData
  updatedAt: Date
  doneAt: Date | undefined
}

/** A person's attempts in every version of a package, the last touched first. */
export async function listAttempts(tx: Tx, personId: string, packageId: string): Promise<Attempt[]> {
  const rows = await tx
    .selectFrom('packages_attempt as attempt')
    .innerJoin('packages_version as version', 'version.id', 'attempt.version_id')
    .selectAll('attempt')
    .where('attempt.person_id', '=', personId)
    .where('version.package_id', '=', packageId)
    .orderBy('attempt.updated_at', 'desc')
    .execute()
  return rows.map(attemptOf)
}

export async function findAttempt(
  tx: Tx,
  at: { personId: string; versionId: string; unit: string },
): Promise<Attempt | undefined> {
  const row = await tx
    .selectFrom('packages_attempt')
    .selectAll()
    .where('person_id', '=', at.personId)
    .where('version_id', '=', at.versionId)
    .where('unit', '=', at.unit)
    .executeTakeFirst()
  return row && attemptOf(row)
}

function attemptOf(row: {
  version_id: string
  unit: string
  completion: string
  success: string
  score: number | null
  bookmark: string
  seconds: number
  data: unknown
  updated_at: Date
  done_at: Date | null
}): Attempt {
  return {
    versionId: row.version_id,
    unit: row.unit,
    completion: row.completion,
    success: row.success,
    score: row.score ?? undefined,
    bookmark: row.bookmark,
    seconds: row.seconds,
    data: row.data as RunTimeData,
    updatedAt: row.updated_at,
    doneAt: row.done_at ?? undefined,
  }
}

/**
 * An opening takes the unit over: from now on it saves, and an earlier one that is still open somewhere does not. What was done stays.
 */
export async function beginAttempt(
  tx: Tx,
  given: { personId: string; versionId: string; unit: string; session: string; at: Date },
): Promise<void> {
  await tx
    .insertInto('packages_attempt')
    .values({
      person_id: given.personId,
      version_id: given.versionId,
      unit: given.unit,
      session: given.session,
      completion: 'incomplete',
      success: 'unknown',
      started_at: given.at,
      updated_at: given.at,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['person_id', 'version_id', 'unit'])
        .doUpdateSet({ session: given.session, updated_at: given.at }),
    )
    .execute()
}

/** @returns false when another opening has taken over since, or none has begun */
export async function saveAttempt(
  tx: Tx,
  given: { personId: string; versionId: string; unit: string; session: string; record: UnitRecord; at: Date },
): Promise<boolean> {
  const { record, at } = given
  const data = keptData(record.data)
  const saved = await tx
    .updateTable('packages_attempt')
    .set({
      completion: record.completion,
      success: record.success,
      score: shareOf(record.score) ?? null,
      bookmark: bookmarkOf(data),
      // Time only grows: a unit that saves without saying how long it took has not taken less.
      seconds: sql<number>`greatest(seconds, ${record.seconds})`,
      data: JSON.stringify(data),
      updated_at: at,
      ...(isDone(record) ? { done_at: sql<Date>`coalesce(done_at, ${at})` } : {}),
    })
    .where('person_id', '=', given.personId)
    .where('version_id', '=', given.versionId)
    .where('unit', '=', given.unit)
    .where('session', '=', given.session)
    .executeTakeFirstOrThrow()
  return saved.numUpdatedRows === 1n
}

/** Units of a version that the person is done with. */
export async function listDoneUnits(tx: Tx, personId: string, versionId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('packages_attempt')
    .select('unit')
    .where('person_id', '=', personId)
    .where('version_id', '=', versionId)
    .where('done_at', 'is not', null)
    .execute()
  return rows.map((row) => row.unit)
}
