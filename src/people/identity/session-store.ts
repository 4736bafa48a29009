import type { Db } from '../../platform/database/connection.ts'

/** A session as its person sees it. */
export type SessionLine = {
  id: string
  /** What the browser says of itself. */
  userAgent: string
  startedAt: Date
  lastUsedAt: Date
  strong: boolean
}

/** A person's sessions that still hold, the latest used first. */
export async function listSessions(
  db: Db,
  given: { personId: string; usedAfter: Date; now: Date; limit: number },
): Promise<SessionLine[]> {
  const rows = await db
    .selectFrom('people_session')
    .select(['id', 'user_agent', 'created_at', 'updated_at', 'strong_at'])
    .where('user_id', '=', given.personId)
    .where('expires_at', '>', given.now)
    .where('updated_at', '>', given.usedAfter)
    .orderBy('updated_at', 'desc')
    .limit(given.limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    userAgent: row.user_agent ?? '',
    startedAt: row.created_at,
    lastUsedAt: row.updated_at,
    strong: row.strong_at !== null,
  }))
}

export async function touchSession(db: Db, sessionId: string, at: Date): Promise<void> {
  await db.updateTable('people_session').set({ updated_at: at }).where('id', '=', sessionId).execute()
}

/** Notes that a second factor was shown; from then on the session lasts until `expiresAt` at most. */
export async function strengthenSession(db: Db, sessionId: string, at: Date, expiresAt: Date): Promise<void> {
  await db
    .updateTable('people_session')
    .set({ strong_at: at, expires_at: expiresAt })
    .where('id', '=', sessionId)
    .execute()
}

/** Ends one session of a person. @returns whether there was one */
export async function deleteSession(db: Db, personId: string, sessionId: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('people_session')
    .where('id', '=', sessionId)
    .where('user_id', '=', personId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Ends every session of a person, but for the one they are in. */
export async function deleteSessions(db: Db, personId: string, except?: string): Promise<void> {
  let query = db.deleteFrom('people_session').where('user_id', '=', personId)
  if (except !== undefined) query = query.where('id', '!=', except)
  await query.execute()
}

/** Removes what is over: sessions, links, codes. */
export async function deleteExpired(db: Db, given: { now: Date; usedBefore: Date }): Promise<void> {
  await db
    .deleteFrom('people_session')
    .where((eb) => eb.or([eb('expires_at', '<=', given.now), eb('updated_at', '<=', given.usedBefore)]))
    .execute()
  await db.deleteFrom('people_verification').where('expires_at', '<=', given.now).execute()
  await db.deleteFrom('people_sign_in_code').where('expires_at', '<=', given.now).execute()
}
