import { randomUUID } from 'node:crypto'
import { type Selectable, sql } from 'kysely'
import type { Profile } from '../../domain/answers.ts'
import type { Db, Tx } from '../../platform/database/connection.ts'
import type { DB, Json } from '../../platform/database/tables.ts'
import type { ComponentAnswer, SelfCheckRecord } from '../record/record.ts'

/** What a person chose beside the answers. */
export type Choices = Pick<SelfCheckRecord, 'form' | 'variant' | 'hours' | 'weeks' | 'chosen' | 'carried'>

/** A self-check on the server, with the version of each part that can be edited. */
export type KeptSelfCheck = {
  id: string
  /** Version of profile, needs and choices together. */
  version: number
  record: SelfCheckRecord
  /** Component id -> version of its answer; none means never answered. */
  versions: Record<string, number>
  createdAt: Date
  expiresAt: Date
}

/** Stores a self-check under the link whose holder the transaction is. */
export async function insertKept(
  tx: Tx,
  given: { tokenHash: Buffer; language: string; record: SelfCheckRecord; createdAt: Date; expiresAt: Date },
): Promise<void> {
  const { record } = given
  const id = randomUUID()
  await tx
    .insertInto('self_check_kept')
    .values({
      id,
      token_hash: given.tokenHash,
      language: given.language,
      profile: asJson(record.profile),
      needs: asJson(record.needs),
      choices: asJson(choicesOf(record)),
      release: record.release,
      created_at: given.createdAt,
      expires_at: given.expiresAt,
    })
    .execute()
  await insertAnswers(tx, id, record.answers, given.createdAt)
}

/** The self-check of the link whose holder the transaction is, unless its time is over. */
export async function findKept(tx: Tx, now: Date): Promise<KeptSelfCheck | undefined> {
  const kept = await tx.selectFrom('self_check_kept').selectAll().where('expires_at', '>', now).executeTakeFirst()
  return kept && withAnswers(tx, kept)
}

/** Like `findKept`, and takes the row's lock: whoever else wants to change the self-check waits, and then sees this change. */
export async function lockKept(tx: Tx, now: Date): Promise<KeptSelfCheck | undefined> {
  const query = tx.selectFrom('self_check_kept').selectAll().where('expires_at', '>', now)
  const kept = await query.forUpdate().executeTakeFirst()
  return kept && withAnswers(tx, kept)
}

async function withAnswers(tx: Tx, kept: Selectable<DB['self_check_kept']>): Promise<KeptSelfCheck> {
  const answers = await tx
    .selectFrom('self_check_kept_answer')
    .select(['component_id', 'answer', 'version', 'updated_at'])
    .where('kept_id', '=', kept.id)
    .orderBy('component_id')
    .execute()
  const updated = Math.max(kept.created_at.getTime(), ...answers.map((row) => row.updated_at.getTime()))
  return {
    id: kept.id,
    version: kept.version,
    record: {
      schema: 1,
      id: kept.id,
      startedAt: kept.created_at.toISOString(),
      updatedAt: new Date(updated).toISOString(),
      release: kept.release,
      profile: kept.profile as Profile,
      needs: kept.needs as string[],
      answers: Object.fromEntries(answers.map((row) => [row.component_id, row.answer as ComponentAnswer])),
      ...(kept.choices as Choices),
    },
    versions: Object.fromEntries(answers.map((row) => [row.component_id, row.version])),
    createdAt: kept.created_at,
    expiresAt: kept.expires_at,
  }
}

/**
 * Saves one component's answer if nobody changed it since `version` (0: nothing was there).
 *
 * @returns false when it was changed in the meantime; nothing is saved then
 */
export async function saveAnswer(
  tx: Tx,
  keptId: string,
  component: string,
  given: { answer: ComponentAnswer; version: number; now: Date },
): Promise<boolean> {
  if (given.version === 0) {
    const added = await tx
      .insertInto('self_check_kept_answer')
      .values({ kept_id: keptId, component_id: component, answer: asJson(given.answer), updated_at: given.now })
      .onConflict((conflict) => conflict.columns(['kept_id', 'component_id']).doNothing())
      .executeTakeFirst()
    return added.numInsertedOrUpdatedRows === 1n
  }
  const changed = await tx
    .updateTable('self_check_kept_answer')
    .set((eb) => ({ answer: asJson(given.answer), version: eb('version', '+', 1), updated_at: given.now }))
    .where('kept_id', '=', keptId)
    .where('component_id', '=', component)
    .where('version', '=', given.version)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

/**
 * Saves profile, needs and choices if nobody changed them since `version`.
 *
 * @returns false when they were changed in the meantime; nothing is saved then
 */
export async function saveSettings(
  tx: Tx,
  keptId: string,
  given: { record: Pick<SelfCheckRecord, 'profile' | 'needs'> & Choices; version: number },
): Promise<boolean> {
  const changed = await tx
    .updateTable('self_check_kept')
    .set((eb) => ({
      profile: asJson(given.record.profile),
      needs: asJson(given.record.needs),
      choices: asJson(choicesOf(given.record)),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', keptId)
    .where('version', '=', given.version)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

/**
 * The self-check goes on under another release. Answers that do not say which version of their descriptors they were given to are
 * marked as of unknown version (see `underToday`).
 */
export async function moveToRelease(tx: Tx, keptId: string, release: string): Promise<void> {
  await tx.updateTable('self_check_kept').set({ release }).where('id', '=', keptId).execute()
  await tx
    .updateTable('self_check_kept_answer')
    .set({ answer: sql`answer || '{"rubricVersion": null}'` })
    .where('kept_id', '=', keptId)
    .where(sql<boolean>`answer -> 'rubricVersion' IS NULL`)
    .execute()
}

/**
 * Puts another set of answers in the place of those that are there, with the release they belong to; versions rise, so that open
 * pages notice.
 *
 * @returns false when settings were changed in the meantime; nothing is replaced then
 */
export async function replaceAnswers(
  tx: Tx,
  kept: KeptSelfCheck,
  record: SelfCheckRecord,
  now: Date,
): Promise<boolean> {
  if (!(await saveSettings(tx, kept.id, { record, version: kept.version }))) return false
  await tx.updateTable('self_check_kept').set({ release: record.release }).where('id', '=', kept.id).execute()
  const highest = Math.max(0, ...Object.values(kept.versions))
  await tx.deleteFrom('self_check_kept_answer').where('kept_id', '=', kept.id).execute()
  await insertAnswers(tx, kept.id, record.answers, now, highest + 1)
  return true
}

/** Deletes the self-check of the link whose holder the transaction is, with all its answers. */
export async function deleteKept(tx: Tx): Promise<void> {
  await tx.deleteFrom('self_check_kept').execute()
}

/**
 * Removes every kept self-check whose time is over by the database's own clock: no caller can name another time.
 *
 * @returns how many were removed
 */
export async function purgeExpired(db: Db): Promise<number> {
  const result = await sql<{ removed: number }>`SELECT self_check_purge_expired() AS removed`.execute(db)
  return result.rows[0]?.removed ?? 0
}

async function insertAnswers(
  tx: Tx,
  keptId: string,
  answers: SelfCheckRecord['answers'],
  now: Date,
  version = 1,
): Promise<void> {
  const rows = Object.entries(answers).map(([component, answer]) => ({
    kept_id: keptId,
    component_id: component,
    answer: asJson(answer),
    updated_at: now,
    version,
  }))
  if (rows.length > 0) await tx.insertInto('self_check_kept_answer').values(rows).execute()
}

function choicesOf({ form, variant, hours, weeks, chosen, carried }: Choices): Choices {
  return {
    ...(form === undefined ? {} : { form }),
    ...(variant === undefined ? {} : { variant }),
    ...(hours === undefined ? {} : { hours }),
    ...(weeks === undefined ? {} : { weeks }),
    ...(chosen === undefined ? {} : { chosen }),
    ...(carried === undefined ? {} : { carried }),
  }
}

/** The driver would send a list as a PostgreSQL array; JSON goes in as text. */
function asJson(value: unknown): Json {
  return JSON.stringify(value)
}
