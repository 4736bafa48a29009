import type { Db, Tx } from '../../platform/database/connection.ts'

/** How many mails were asked for an address since a moment. */
export async function countRequests(db: Db, addressHash: string, since: Date): Promise<number> {
  const { n } = await db
    .selectFrom('people_sign_in_code')
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .where('address_hash', '=', addressHash)
    .where('created_at', '>', since)
    .executeTakeFirstOrThrow()
  return Number(n)
}

export async function insertCode(
  tx: Tx,
  given: { flow: string; addressHash: string; sealed: string; to: string | undefined; at: Date; expiresAt: Date },
): Promise<void> {
  await tx
    .insertInto('people_sign_in_code')
    .values({
      flow: given.flow,
      address_hash: given.addressHash,
      sealed: given.sealed,
      return_to: given.to ?? null,
      created_at: given.at,
      expires_at: given.expiresAt,
    })
    .execute()
}

/** Counts one try. @returns nothing when there are none left, or the time is over */
export async function countAttempt(
  db: Db,
  given: { flow: string; most: number; now: Date },
): Promise<{ sealed: string; attempts: number; to: string | undefined } | undefined> {
  const row = await db
    .updateTable('people_sign_in_code')
    .set((eb) => ({ attempts: eb('attempts', '+', 1) }))
    .where('flow', '=', given.flow)
    .where('attempts', '<', given.most)
    .where('expires_at', '>', given.now)
    .returning(['sealed', 'attempts', 'return_to'])
    .executeTakeFirst()
  return row && { sealed: row.sealed, attempts: row.attempts, to: row.return_to ?? undefined }
}

/** The code is used; the row stays until its time is over, since it counts as a mail that was sent. */
export async function useUpCode(db: Db, flow: string): Promise<void> {
  await db.updateTable('people_sign_in_code').set({ sealed: '', attempts: 1000 }).where('flow', '=', flow).execute()
}

/** The language in which someone made their account is the one of their mail. */
export async function setLanguage(db: Db, personId: string, language: string): Promise<void> {
  await db.updateTable('people_person').set({ language }).where('id', '=', personId).execute()
}

export async function setName(db: Db, personId: string, name: string): Promise<void> {
  await db.updateTable('people_person').set({ name }).where('id', '=', personId).execute()
}
