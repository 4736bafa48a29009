import { sql } from 'kysely'
import type { JourneyFacts } from '../../domain/stages.ts'
import type { ExportRow } from '../../people/index.ts'
import type { Tx } from '../../platform/database/connection.ts'
import { isLanguage, type Language } from '../../platform/languages.ts'
import { findKeptDraft } from '../action-plan/index.ts'
import { findLatestDocument } from '../record/index.ts'
import { AgendaSchema, type Entry } from './entries.ts'

/** Every version of every block of a journey's validation, oldest first. */
export async function listEntries(tx: Tx, journeyId: string): Promise<Entry[]> {
  const rows = await tx
    .selectFrom('validation_entry as entry')
    .leftJoin('people_person as person', 'person.id', 'entry.person_id')
    .select(['entry.id', 'entry.block', 'entry.version', 'entry.value', 'entry.person_id', 'entry.at', 'person.name'])
    .where('entry.journey_id', '=', journeyId)
    .orderBy('entry.id')
    .limit(5000)
    .execute()
  return rows.map((row) => ({
    id: Number(row.id),
    block: row.block,
    version: row.version,
    value: row.value,
    personId: row.person_id ?? undefined,
    personName: row.name ?? undefined,
    at: row.at,
  }))
}

export type Saved = { ok: true; changed: boolean } | { ok: false; reason: 'changed-since' }

/**
 * Adds the next version of a block; the caller holds the journey's lock. The same value again changes nothing, so that a form sent
 * twice is saved once.
 *
 * @param given.version the version that the change was made from, 0 for none
 */
export async function saveEntry(
  tx: Tx,
  journey: { id: string; communityId: string },
  given: { block: string; version: number; value: unknown; by: string; at: Date },
): Promise<Saved> {
  const last = await tx
    .selectFrom('validation_entry')
    .select(['version', sql<boolean>`value = ${JSON.stringify(given.value)}::jsonb`.as('same')])
    .where('journey_id', '=', journey.id)
    .where('block', '=', given.block)
    .orderBy('version', 'desc')
    .executeTakeFirst()
  if (last?.same) return { ok: true, changed: false }
  if ((last?.version ?? 0) !== given.version) return { ok: false, reason: 'changed-since' }
  await tx
    .insertInto('validation_entry')
    .values({
      community_id: journey.communityId,
      journey_id: journey.id,
      block: given.block,
      version: given.version + 1,
      value: JSON.stringify(given.value),
      person_id: given.by,
      at: given.at,
    })
    .execute()
  return { ok: true, changed: true }
}

/** Keeps what the agenda holds beside what is decided, so that what is missing can be told without the answers. */
export async function keepAgenda(
  tx: Tx,
  journey: { id: string; communityId: string },
  given: { ids: readonly string[]; by: string; at: Date },
): Promise<void> {
  const last = await tx
    .selectFrom('validation_entry')
    .select('version')
    .where('journey_id', '=', journey.id)
    .where('block', '=', 'agenda')
    .orderBy('version', 'desc')
    .executeTakeFirst()
  await saveEntry(tx, journey, { ...given, block: 'agenda', version: last?.version ?? 0, value: { ids: given.ids } })
}

type Facts = Pick<JourneyFacts, 'findingsDecided' | 'prioritiesRanked' | 'pathwayChosen' | 'validationRecorded'>

/** What the stage's guards ask of validation. */
export async function validationFacts(tx: Tx, journeyId: string): Promise<Facts> {
  const newest = await tx
    .selectFrom('validation_entry')
    .distinctOn('block')
    .select(['block', 'id', 'value'])
    .where('journey_id', '=', journeyId)
    .orderBy('block')
    .orderBy('version', 'desc')
    .limit(1000)
    .execute()
  const blocks = new Set(newest.map(({ block }) => block))
  const agenda = AgendaSchema.safeParse(newest.find(({ block }) => block === 'agenda')?.value)
  const lastEntry = Math.max(0, ...newest.filter(({ block }) => block !== 'agenda').map(({ id }) => Number(id)))
  const record = await findLatestDocument(tx, journeyId, 'validation-record')
  return {
    findingsDecided: agenda.success && agenda.data.ids.every((id) => blocks.has(`finding:${id}`)),
    prioritiesRanked: blocks.has('ranking'),
    pathwayChosen: blocks.has('choice'),
    validationRecorded:
      record !== undefined &&
      isUpToDate(record.data, { lastEntry, draftVersion: (await findKeptDraft(tx, journeyId))?.version }),
  }
}

/** Whether a published record holds the newest entry, and the draft it was decided on is still that draft. */
export function isUpToDate(data: unknown, now: { lastEntry: number; draftVersion: number | undefined }): boolean {
  const { lastEntry, draftVersion } = (data ?? {}) as { lastEntry?: unknown; draftVersion?: unknown }
  if (typeof lastEntry !== 'number' || lastEntry < now.lastEntry) return false
  return draftVersion === undefined || draftVersion === now.draftVersion
}

/** Someone who may be present, or be written to. */
export type Participant = {
  personId: string
  name: string
  address: string
  language: Language
  timeZone: string
  /** Roles in the community, then that of an advisor or expert. */
  roles: string[]
}

/** Members of a community and the staff assigned to it, by name; those who left stay by name where they took part. */
export async function listParticipants(tx: Tx, communityId: string): Promise<Participant[]> {
  const { rows } = await sql<{
    id: string
    name: string
    email: string
    language: string
    time_zone: string
    roles: string[]
  }>`
    SELECT p.id, p.name, p.email, p.language, p.time_zone, array_agg(who.role ORDER BY who.role) AS roles
    FROM (
      SELECT person_id, role FROM people_member WHERE community_id = ${communityId} AND left_at IS NULL
      UNION ALL
      SELECT person_id, role FROM people_assignment WHERE community_id = ${communityId} AND ended_at IS NULL
    ) who JOIN people_person p ON p.id = who.person_id
    GROUP BY p.id ORDER BY p.name LIMIT 200
  `.execute(tx)
  return rows.map((row) => ({
    personId: row.id,
    name: row.name,
    address: row.email,
    language: isLanguage(row.language) ? row.language : 'en',
    timeZone: row.time_zone,
    roles: row.roles,
  }))
}

/** What a person decided or wrote at validations, for their own export. */
export async function exportEntries(tx: Tx, personId: string): Promise<ExportRow[]> {
  const rows = await tx
    .selectFrom('validation_entry')
    .select(['journey_id', 'block', 'version', 'value', 'at'])
    .where('person_id', '=', personId)
    .where('block', '!=', 'agenda')
    .orderBy('id')
    .limit(5000)
    .execute()
  return rows.map((row) => ({
    journey: row.journey_id,
    block: row.block,
    version: row.version,
    value: JSON.stringify(row.value),
    at: row.at.toISOString(),
  }))
}
