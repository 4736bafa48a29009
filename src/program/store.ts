import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Db, Tx } from '../platform/database/connection.ts'
import { type ProgramSettings, settingsOf } from './settings.ts'

export type StoredSettings = {
  settings: ProgramSettings
  version: number
  updatedAt: Date | undefined
}

/** The program's settings; the defaults, version 0, before anyone has saved any. */
export async function readSettings(db: Db | Tx): Promise<StoredSettings> {
  const row = await db.selectFrom('program_setting').select(['settings', 'version', 'updated_at']).executeTakeFirst()
  if (row === undefined) return { settings: settingsOf({}), version: 0, updatedAt: undefined }
  return { settings: settingsOf(row.settings), version: row.version, updatedAt: row.updated_at }
}

/** @returns false when someone saved other settings since `version` */
export async function saveSettings(
  tx: Tx,
  given: { settings: ProgramSettings; version: number; at: Date; by: string },
): Promise<boolean> {
  const values = { settings: JSON.stringify(given.settings), updated_at: given.at, updated_by: given.by }
  if (given.version === 0) {
    const added = await tx
      .insertInto('program_setting')
      .values(values)
      .onConflict((conflict) => conflict.column('single').doNothing())
      .executeTakeFirst()
    return added.numInsertedOrUpdatedRows === 1n
  }
  const changed = await tx
    .updateTable('program_setting')
    .set((eb) => ({ ...values, version: eb('version', '+', 1) }))
    .where('version', '=', given.version)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

export type ProgramFileKind = 'logo' | 'word-template'
export type ProgramFile = { name: string; mediaType: string; content: Buffer; uploadedAt: Date }

/** A file of the program, such as the host's own Word template. */
export async function findProgramFile(db: Db | Tx, kind: ProgramFileKind): Promise<ProgramFile | undefined> {
  const row = await db.selectFrom('program_file').selectAll().where('kind', '=', kind).executeTakeFirst()
  return row && { name: row.name, mediaType: row.media_type, content: row.content, uploadedAt: row.uploaded_at }
}

/** Which files there are, without their content. */
export async function listProgramFiles(db: Db | Tx): Promise<{ kind: ProgramFileKind; name: string }[]> {
  const rows = await db.selectFrom('program_file').select(['kind', 'name']).orderBy('kind').execute()
  return rows.map((row) => ({ kind: row.kind as ProgramFileKind, name: row.name }))
}

export async function saveProgramFile(
  tx: Tx,
  kind: ProgramFileKind,
  given: { name: string; mediaType: string; content: Buffer; at: Date; by: string },
): Promise<void> {
  const values = {
    name: given.name,
    media_type: given.mediaType,
    content: given.content,
    uploaded_at: given.at,
    uploaded_by: given.by,
  }
  await tx
    .insertInto('program_file')
    .values({ kind, ...values })
    .onConflict((conflict) => conflict.column('kind').doUpdateSet(values))
    .execute()
}

export async function deleteProgramFile(tx: Tx, kind: ProgramFileKind): Promise<void> {
  await tx.deleteFrom('program_file').where('kind', '=', kind).execute()
}

/** Adds to the program's own record. */
export async function recordProgramEvent(
  tx: Tx,
  given: { act: string; at: Date; personId?: string; detail?: Record<string, unknown> },
): Promise<void> {
  await tx
    .insertInto('program_event')
    .values({
      act: given.act,
      at: given.at,
      person_id: given.personId ?? null,
      detail: JSON.stringify(given.detail ?? {}),
    })
    .execute()
}

export type ProgramEvent = {
  id: string
  at: Date
  person: string | undefined
  act: string
  detail: Record<string, unknown>
}

/** The program's record, newest first. @param before an event's id: the page after it */
export async function listProgramEvents(tx: Tx, before: string | undefined, limit: number): Promise<ProgramEvent[]> {
  let query = tx
    .selectFrom('program_event as event')
    .leftJoin('people_person as person', 'person.id', 'event.person_id')
    .select(['event.id', 'event.at', 'event.act', 'event.detail', 'person.name'])
    .orderBy('event.id', 'desc')
    .limit(limit)
  if (before !== undefined) query = query.where('event.id', '<', before)
  const rows = await query.execute()
  return rows.map((row) => ({
    id: String(row.id),
    at: row.at,
    person: row.name ?? undefined,
    act: row.act,
    detail: row.detail as Record<string, unknown>,
  }))
}

export type Deletion = {
  id: string
  subject: 'community' | 'retention'
  name: string
  counts: Record<string, number>
  reason: string
  deletedAt: Date
  askedBy: string
}

/** Writes the certificate of a deletion; inside the transaction that deletes. */
export async function insertDeletion(tx: Tx, given: Omit<Deletion, 'id'>): Promise<string> {
  const id = randomUUID()
  await tx
    .insertInto('program_deletion')
    .values({
      id,
      subject: given.subject,
      name: given.name,
      counts: JSON.stringify(given.counts),
      reason: given.reason,
      deleted_at: given.deletedAt,
      asked_by: given.askedBy,
    })
    .execute()
  return id
}

export async function listDeletions(tx: Tx): Promise<Deletion[]> {
  const rows = await tx.selectFrom('program_deletion').selectAll().orderBy('deleted_at', 'desc').limit(100).execute()
  return rows.map(deletionOf)
}

export async function findDeletion(tx: Tx, id: string): Promise<Deletion | undefined> {
  const row = await tx.selectFrom('program_deletion').selectAll().where('id', '=', id).executeTakeFirst()
  return row && deletionOf(row)
}

function deletionOf(row: {
  id: string
  subject: string
  name: string
  counts: unknown
  reason: string
  deleted_at: Date
  asked_by: string
}): Deletion {
  return {
    id: row.id,
    subject: row.subject as Deletion['subject'],
    name: row.name,
    counts: row.counts as Record<string, number>,
    reason: row.reason,
    deletedAt: row.deleted_at,
    askedBy: row.asked_by,
  }
}

/** Rows of each table that belongs to a community and would go with it. */
export async function countCommunityRows(tx: Tx, communityId: string): Promise<Record<string, number>> {
  const tables = await sql<{ name: string }>`
    SELECT c.relname AS name FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    WHERE a.attname = 'community_id' AND c.relkind = 'r' AND c.relnamespace = 'waymark'::regnamespace
      AND has_table_privilege(c.oid, 'SELECT')
    ORDER BY c.relname`.execute(tx)
  const counts: Record<string, number> = {}
  for (const { name } of tables.rows) {
    const { rows } = await sql<{ n: string }>`
      SELECT count(*) AS n FROM ${sql.table(name)} WHERE community_id = ${communityId}`.execute(tx)
    const n = Number(rows[0]?.n ?? 0)
    if (n > 0) counts[name] = n
  }
  return counts
}

/** Deletes a community with everything that belongs to it. */
export async function deleteCommunity(tx: Tx, communityId: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('people_community')
    .where('id', '=', communityId)
    .where('legal_hold_since', 'is', null)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Removes what has been kept for so many months, by the database's own clock; says how many rows of each table went. */
export async function retain(tx: Tx, months: { answers: number; logs: number }): Promise<Record<string, number>> {
  const { rows } = await sql<{ what: string; removed: string }>`
    SELECT what, removed FROM program_retain(${months.answers}::integer, ${months.logs}::integer)`.execute(tx)
  return Object.fromEntries(rows.map(({ what, removed }) => [what, Number(removed)]))
}

/** Sets or lifts a legal hold: nothing of the community is removed while it holds. */
export async function setLegalHold(
  tx: Tx,
  communityId: string,
  hold: { since: Date; reason: string } | undefined,
): Promise<boolean> {
  const changed = await tx
    .updateTable('people_community')
    .set({ legal_hold_since: hold?.since ?? null, legal_hold_reason: hold?.reason ?? null })
    .where('id', '=', communityId)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

export type CommunityHold = { id: string; name: string; since: Date | undefined; reason: string | undefined }

/** Every community and whether it is under a legal hold, those first. */
export async function listHolds(tx: Tx): Promise<CommunityHold[]> {
  const rows = await tx
    .selectFrom('people_community')
    .select(['id', 'name', 'legal_hold_since', 'legal_hold_reason'])
    .orderBy((eb) => eb('legal_hold_since', 'is', null))
    .orderBy('name')
    .limit(1000)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    since: row.legal_hold_since ?? undefined,
    reason: row.legal_hold_reason ?? undefined,
  }))
}

/** Every published release, newest first, without its content. */
export async function listReleases(
  tx: Db | Tx,
): Promise<{ hash: string; packId: string; version: string; publishedAt: Date }[]> {
  const rows = await tx
    .selectFrom('content_release')
    .select(['hash', 'pack_id', 'version', 'published_at'])
    .orderBy('published_at', 'desc')
    .limit(100)
    .execute()
  return rows.map((row) => ({
    hash: row.hash,
    packId: row.pack_id,
    version: row.version,
    publishedAt: row.published_at,
  }))
}
