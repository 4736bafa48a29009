import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/database/connection.ts'

export type Factors = {
  /** Of the code generator, encrypted. */
  secret: string | undefined
  lastUsedStep: number
  /** Hashes of the codes that are still unused. */
  recoveryCodes: string[]
  failures: number
  lockedUntil: Date | undefined
}

export type PasskeyLine = { id: string; name: string; madeAt: Date }

/** Takes the row's lock, so that a code cannot be used twice at once. */
export async function lockFactors(tx: Tx, personId: string): Promise<Factors | undefined> {
  const row = await tx
    .selectFrom('people_two_factor')
    .selectAll()
    .where('user_id', '=', personId)
    .forUpdate()
    .executeTakeFirst()
  return (
    row && {
      secret: row.secret ?? undefined,
      lastUsedStep: Number(row.last_used_step),
      recoveryCodes: row.recovery_codes,
      failures: row.failed_count,
      lockedUntil: row.locked_until ?? undefined,
    }
  )
}

export async function noteFailure(tx: Tx, personId: string, failures: number, until: Date | undefined): Promise<void> {
  await tx
    .updateTable('people_two_factor')
    .set({ failed_count: failures, ...(until ? { locked_until: until } : {}) })
    .where('user_id', '=', personId)
    .execute()
}

export async function noteSuccess(
  tx: Tx,
  personId: string,
  used: { lastUsedStep?: number; recoveryCodes?: string[] },
): Promise<void> {
  await tx
    .updateTable('people_two_factor')
    .set({
      failed_count: 0,
      locked_until: null,
      ...(used.lastUsedStep === undefined ? {} : { last_used_step: used.lastUsedStep }),
      ...(used.recoveryCodes === undefined ? {} : { recovery_codes: used.recoveryCodes }),
    })
    .where('user_id', '=', personId)
    .execute()
}

/** Keeps a code generator in place of an earlier one. */
export async function saveSecret(db: Db, personId: string, secret: string, lastUsedStep: number): Promise<void> {
  const kept = { secret, last_used_step: lastUsedStep, failed_count: 0, locked_until: null }
  await db
    .insertInto('people_two_factor')
    .values({ user_id: personId, ...kept })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet(kept))
    .execute()
  await noteWhetherAny(db, personId)
}

export async function saveRecoveryCodes(db: Db, personId: string, hashes: string[]): Promise<void> {
  await db
    .insertInto('people_two_factor')
    .values({ user_id: personId, recovery_codes: hashes })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet({ recovery_codes: hashes }))
    .execute()
}

export async function removeSecret(db: Db, personId: string): Promise<void> {
  await db.updateTable('people_two_factor').set({ secret: null }).where('user_id', '=', personId).execute()
  await noteWhetherAny(db, personId)
}

/** Whether someone has a code generator, which passkeys, and how many unused recovery codes. */
export async function findFactors(
  db: Db,
  personId: string,
): Promise<{ generator: boolean; recoveryCodes: number; passkeys: PasskeyLine[] }> {
  const row = await db
    .selectFrom('people_two_factor')
    .select(['secret', 'recovery_codes'])
    .where('user_id', '=', personId)
    .executeTakeFirst()
  const passkeys = await db
    .selectFrom('people_passkey')
    .select(['id', 'name', 'created_at'])
    .where('user_id', '=', personId)
    .orderBy('created_at')
    .execute()
  return {
    generator: (row?.secret ?? null) !== null,
    recoveryCodes: row?.recovery_codes.length ?? 0,
    passkeys: passkeys.map((one) => ({ id: one.id, name: one.name ?? '', madeAt: one.created_at })),
  }
}

export async function renamePasskey(db: Db, personId: string, id: string, name: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('people_passkey')
    .set({ name })
    .where('id', '=', id)
    .where('user_id', '=', personId)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function removePasskey(db: Db, personId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('people_passkey')
    .where('id', '=', id)
    .where('user_id', '=', personId)
    .executeTakeFirst()
  await noteWhetherAny(db, personId)
  return numDeletedRows > 0n
}

/** Takes every second factor away. */
export async function removeFactors(tx: Db, personId: string): Promise<void> {
  await tx.deleteFrom('people_passkey').where('user_id', '=', personId).execute()
  await tx.deleteFrom('people_two_factor').where('user_id', '=', personId).execute()
  await noteWhetherAny(tx, personId)
}

/** The list of the program's people shows who has a second factor. */
export async function noteWhetherAny(db: Db, personId: string): Promise<void> {
  await db
    .updateTable('people_person')
    .set({
      two_factor_enabled: sql<boolean>`EXISTS (SELECT FROM people_passkey WHERE user_id = people_person.id)
        OR EXISTS (SELECT FROM people_two_factor WHERE user_id = people_person.id AND secret IS NOT NULL)`,
    })
    .where('id', '=', personId)
    .execute()
}

/** Whom to tell about a reset. */
export async function findPersonForReset(
  tx: Tx,
  personId: string,
): Promise<{ name: string; email: string; language: string } | undefined> {
  return tx
    .selectFrom('people_person')
    .select(['name', 'email', 'language'])
    .where('id', '=', personId)
    .executeTakeFirst()
}
