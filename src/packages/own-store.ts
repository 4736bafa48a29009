import type { PersonalData } from '../people/index.ts'

/** What a person did in packages, for their own page: theirs to see, take along and delete (Method 6.3). */
export const ownPackages: PersonalData = {
  name: 'packages',

  async export(tx, { personId }) {
    const rows = await tx
      .selectFrom('packages_attempt as attempt')
      .innerJoin('packages_version as version', 'version.id', 'attempt.version_id')
      .selectAll('attempt')
      .select(['version.title', 'version.number'])
      .where('attempt.person_id', '=', personId)
      .orderBy('attempt.started_at')
      .limit(5000)
      .execute()
    return rows.map((row) => ({
      package: row.title,
      version: row.number,
      unit: row.unit,
      completion: row.completion,
      success: row.success,
      score: row.score,
      bookmark: row.bookmark,
      seconds: row.seconds,
      data: JSON.stringify(row.data),
      startedAt: row.started_at.toISOString(),
      updatedAt: row.updated_at.toISOString(),
      doneAt: row.done_at?.toISOString() ?? null,
    }))
  },

  async erase(tx, { personId }) {
    const { numDeletedRows } = await tx
      .deleteFrom('packages_attempt')
      .where('person_id', '=', personId)
      .executeTakeFirstOrThrow()
    return Number(numDeletedRows)
  },
}
