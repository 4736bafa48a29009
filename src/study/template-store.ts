import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { TemplateValues } from '../domain/template-values.ts'
import type { Tx } from '../platform/database/connection.ts'
import { NotFoundError } from '../platform/errors.ts'
import { uuid } from '../platform/ids.ts'
import { isLanguage, type Language } from '../platform/languages.ts'

/** A template that someone fills in, before it is kept for a community; theirs alone. */
export type Draft = { item: string; values: TemplateValues; version: number; updatedAt: Date }

type Key = { personId: string; item: string }

/** The draft of one template, if there is one. */
export async function findDraft(tx: Tx, { personId, item }: Key): Promise<Draft | undefined> {
  const row = await tx
    .selectFrom('study_draft')
    .select(['item', 'field_values', 'version', 'updated_at'])
    .where('person_id', '=', personId)
    .where('item', '=', item)
    .executeTakeFirst()
  return (
    row && {
      item: row.item,
      values: row.field_values as TemplateValues,
      version: row.version,
      updatedAt: row.updated_at,
    }
  )
}

/**
 * Saves a draft over the version that the writer saw.
 *
 * @param given.version 0 when there was none
 * @returns the new version, or what was saved in between, on another device
 */
export async function saveDraft(
  tx: Tx,
  given: Key & { values: TemplateValues; version: number; at: Date },
): Promise<{ ok: true; version: number; first: boolean } | { ok: false; newest: Draft }> {
  const { personId, item, version, at } = given
  const field_values = JSON.stringify(given.values)
  if (version === 0) {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('study_draft')
      .values({ person_id: personId, item, field_values, version: 1, updated_at: at })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow()
    if (numInsertedOrUpdatedRows === 1n) return { ok: true, version: 1, first: true }
  } else {
    const { numUpdatedRows } = await tx
      .updateTable('study_draft')
      .set({ field_values, version: version + 1, updated_at: at })
      .where('person_id', '=', personId)
      .where('item', '=', item)
      .where('version', '=', version)
      .executeTakeFirstOrThrow()
    if (numUpdatedRows === 1n) return { ok: true, version: version + 1, first: false }
  }
  const newest = await findDraft(tx, { personId, item })
  return { ok: false, newest: newest ?? { item, values: {}, version: 0, updatedAt: at } }
}

/** Which of some templates someone saved as a draft. */
export async function listDraftsAmong(tx: Tx, personId: string, items: readonly string[]): Promise<Set<string>> {
  if (items.length === 0) return new Set()
  const rows = await tx
    .selectFrom('study_draft')
    .select('item')
    .where('person_id', '=', personId)
    .where('item', 'in', items)
    .execute()
  return new Set(rows.map((row) => row.item))
}

/** Which of some templates someone kept with the files of a community of theirs. */
export async function listKeptAmong(tx: Tx, personId: string, items: readonly string[]): Promise<Set<string>> {
  if (items.length === 0) return new Set()
  const rows = await tx
    .selectFrom('study_template as template')
    .innerJoin('study_template_version as version', 'version.template_id', 'template.id')
    .select('template.item')
    .distinct()
    .where('version.saved_by', '=', personId)
    .where('template.item', 'in', items)
    .execute()
  return new Set(rows.map((row) => row.item))
}

/** A template that a community filled in. */
export type FilledTemplate = {
  id: string
  communityId: string
  journeyId: string | undefined
  item: string
  /** The release whose fields it has. */
  release: string
  /** What the community calls it. */
  name: string
  language: Language
  version: number
  updatedAt: Date
}

/** One saved state of it. */
export type TemplateVersion = {
  version: number
  values: TemplateValues
  wordFile: string | undefined
  sheetFile: string | undefined
  savedBy: string | undefined
  savedAt: Date
}

const columns = [
  'id',
  'community_id',
  'journey_id',
  'item',
  'release',
  'name',
  'language',
  'version',
  'updated_at',
] as const

/** How many filled-in templates a page of the list holds. */
export const templatesOnAPage = 50

/**
 * The filled-in templates of a community, the last changed first.
 *
 * @param page from 1 on
 */
export async function listTemplates(
  tx: Tx,
  communityId: string,
  page = 1,
): Promise<{ templates: FilledTemplate[]; more: boolean }> {
  const rows = await tx
    .selectFrom('study_template')
    .select(columns)
    .where('community_id', '=', communityId)
    .orderBy('updated_at', 'desc')
    .orderBy('id')
    .limit(templatesOnAPage + 1)
    .offset((page - 1) * templatesOnAPage)
    .execute()
  return { templates: rows.slice(0, templatesOnAPage).map(templateOf), more: rows.length > templatesOnAPage }
}

/** @throws NotFoundError when there is none that the transaction's person may see */
export async function getTemplate(
  tx: Tx,
  communityId: string,
  id: string,
): Promise<{ template: FilledTemplate; versions: TemplateVersion[] }> {
  if (!uuid.test(id)) throw new NotFoundError()
  const row = await tx
    .selectFrom('study_template')
    .select(columns)
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw new NotFoundError()
  const versions = await tx
    .selectFrom('study_template_version')
    .select(['version', 'field_values', 'word_file', 'sheet_file', 'saved_by', 'saved_at'])
    .where('template_id', '=', id)
    .orderBy('version', 'desc')
    .limit(100)
    .execute()
  return {
    template: templateOf(row),
    versions: versions.map((one) => ({
      version: one.version,
      values: one.field_values as TemplateValues,
      wordFile: one.word_file ?? undefined,
      sheetFile: one.sheet_file ?? undefined,
      savedBy: one.saved_by ?? undefined,
      savedAt: one.saved_at,
    })),
  }
}

type Saved = {
  values: TemplateValues
  wordFile: string | undefined
  sheetFile: string | undefined
  by: string
  at: Date
}

/** Keeps a filled-in template for a community: its first version. @returns its id */
export async function insertTemplate(
  tx: Tx,
  given: Saved & {
    communityId: string
    journeyId: string | undefined
    item: string
    release: string
    name: string
    language: Language
  },
): Promise<string> {
  const id = randomUUID()
  await tx
    .insertInto('study_template')
    .values({
      id,
      community_id: given.communityId,
      journey_id: given.journeyId ?? null,
      item: given.item,
      release: given.release,
      name: given.name,
      language: given.language,
      created_by: given.by,
      created_at: given.at,
      updated_at: given.at,
    })
    .execute()
  await insertVersion(tx, { ...given, templateId: id, version: 1 })
  return id
}

/**
 * Takes the next version number of a filled-in template, if it still is at the one the writer saw.
 *
 * @returns the new version; nothing when someone saved in between
 */
export async function takeVersion(
  tx: Tx,
  given: { communityId: string; id: string; name: string; version: number; at: Date },
): Promise<number | undefined> {
  const { numUpdatedRows } = await tx
    .updateTable('study_template')
    .set({ version: given.version + 1, name: given.name, updated_at: given.at })
    .where('community_id', '=', given.communityId)
    .where('id', '=', given.id)
    .where('version', '=', given.version)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n ? given.version + 1 : undefined
}

/** Keeps a version with its files. */
export async function insertVersion(
  tx: Tx,
  given: Saved & { templateId: string; communityId: string; version: number },
): Promise<void> {
  await tx
    .insertInto('study_template_version')
    .values({
      template_id: given.templateId,
      community_id: given.communityId,
      version: given.version,
      field_values: JSON.stringify(given.values),
      word_file: given.wordFile ?? null,
      sheet_file: given.sheetFile ?? null,
      saved_by: given.by,
      saved_at: given.at,
    })
    .execute()
}

/** Every filled-in template of a community as it is now, for the community's export. */
export async function listTemplatesNow(
  tx: Tx,
  asked: { communityId: string; journeyId: string | undefined },
): Promise<(FilledTemplate & { values: TemplateValues })[]> {
  const rows = await tx
    .selectFrom('study_template as template')
    .innerJoin('study_template_version as version', (join) =>
      join.onRef('version.template_id', '=', 'template.id').onRef('version.version', '=', 'template.version'),
    )
    .select(columns.map((column) => `template.${column}` as const))
    .select('version.field_values')
    .where('template.community_id', '=', asked.communityId)
    .where(sql<boolean>`template.journey_id IS NOT DISTINCT FROM ${asked.journeyId ?? null}::uuid`)
    .orderBy('template.created_at')
    .limit(2000)
    .execute()
  return rows.map((row) => ({ ...templateOf(row), values: row.field_values as TemplateValues }))
}

type Row = {
  id: string
  community_id: string
  journey_id: string | null
  item: string
  release: string
  name: string
  language: string
  version: number
  updated_at: Date
}

function templateOf(row: Row): FilledTemplate {
  return {
    id: row.id,
    communityId: row.community_id,
    journeyId: row.journey_id ?? undefined,
    item: row.item,
    release: row.release,
    name: row.name,
    language: isLanguage(row.language) ? row.language : 'en',
    version: row.version,
    updatedAt: row.updated_at,
  }
}
