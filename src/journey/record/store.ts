import { randomUUID } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { DocumentModel } from '../../documents/model.ts'
import type { JourneyDocumentKind, JourneyState, Stage } from '../../domain/stages.ts'
import type { Tx } from '../../platform/database/connection.ts'
import type { DB } from '../../platform/database/tables.ts'
import { NotFoundError } from '../../platform/errors.ts'
import { uuid } from '../../platform/ids.ts'
import { isLanguage, type Language } from '../../platform/languages.ts'

/** One run of the service for one community. */
export type Journey = {
  id: string
  communityId: string
  stage: Stage
  state: JourneyState
  alone: boolean
  weeks: 4 | 6
  /** Hash of the release its rounds are answered with. */
  release: string
  language: Language
  version: number
  startedAt: Date
  stageSince: Date
  /** When the weeks began to count. */
  clockFrom: Date | undefined
  lastContactAt: Date | undefined
  endedAt: Date | undefined
}

/** @throws NotFoundError when the transaction's person may not see it */
export async function getJourney(tx: Tx, id: string): Promise<Journey> {
  return journeyOf(await tx.selectFrom('journey').selectAll().where('id', '=', id).executeTakeFirst())
}

/** Like `getJourney`, and takes the row's lock: two moves cannot both pass the same check. */
export async function lockJourney(tx: Tx, id: string): Promise<Journey> {
  return journeyOf(await tx.selectFrom('journey').selectAll().where('id', '=', id).forUpdate().executeTakeFirst())
}

/** The journeys of a community, newest first. */
export async function listJourneys(tx: Tx, communityId: string): Promise<Journey[]> {
  const rows = await tx
    .selectFrom('journey')
    .selectAll()
    .where('community_id', '=', communityId)
    .orderBy('started_at', 'desc')
    .limit(50)
    .execute()
  return rows.map(journeyOf)
}

function journeyOf(row: Selectable<DB['journey']> | undefined): Journey {
  if (row === undefined) throw new NotFoundError()
  return {
    id: row.id,
    communityId: row.community_id,
    stage: row.stage as Stage,
    state: row.state as JourneyState,
    alone: row.alone,
    weeks: row.weeks === 4 ? 4 : 6,
    release: row.release,
    language: isLanguage(row.language) ? row.language : 'en',
    version: row.version,
    startedAt: row.started_at,
    stageSince: row.stage_since,
    clockFrom: row.clock_from ?? undefined,
    lastContactAt: row.last_contact_at ?? undefined,
    endedAt: row.ended_at ?? undefined,
  }
}

/** Starts a journey in the stage `request`. */
export async function insertJourney(
  tx: Tx,
  given: {
    communityId: string
    release: string
    language: Language
    alone: boolean
    weeks?: 4 | 6
    at: Date
    by?: string
  },
): Promise<string> {
  const id = randomUUID()
  await tx
    .insertInto('journey')
    .values({
      id,
      community_id: given.communityId,
      stage: 'request',
      alone: given.alone,
      weeks: given.weeks ?? 6,
      release: given.release,
      language: given.language,
      started_at: given.at,
      stage_since: given.at,
    })
    .execute()
  await insertStage(tx, { journeyId: id, communityId: given.communityId, stage: 'request', at: given.at, by: given.by })
  return id
}

/** Puts the journey into a stage; the caller holds its lock and has checked the move. */
export async function setStage(
  tx: Tx,
  journey: Pick<Journey, 'id' | 'communityId'>,
  given: { stage: Stage; at: Date; by: string; back?: boolean; reason?: string },
): Promise<void> {
  await tx
    .updateTable('journey')
    .set((eb) => ({
      stage: given.stage,
      stage_since: given.at,
      version: eb('version', '+', 1),
      ended_at: given.stage === 'closed' ? given.at : null,
    }))
    .where('id', '=', journey.id)
    .execute()
  await insertStage(tx, { ...given, journeyId: journey.id, communityId: journey.communityId })
}

async function insertStage(
  tx: Tx,
  given: {
    journeyId: string
    communityId: string
    stage: Stage
    at: Date
    by?: string | undefined
    back?: boolean
    reason?: string
  },
): Promise<void> {
  await tx
    .insertInto('journey_stage')
    .values({
      journey_id: given.journeyId,
      community_id: given.communityId,
      stage: given.stage,
      entered_at: given.at,
      entered_by: given.by ?? null,
      back: given.back ?? false,
      reason: given.reason ?? null,
    })
    .execute()
}

/** One line of the record. `detail` holds ids, names of roles, numbers: never what someone answered or wrote in confidence. */
export type JourneyEvent = {
  id: string
  at: Date
  personId: string | undefined
  personName: string | undefined
  /** In the words of the domain: `interview.booked`, `validation.finding-amended`. */
  act: string
  detail: Record<string, unknown>
}

/** Adds to the append-only record. */
export async function recordEvent(
  tx: Tx,
  given: {
    communityId: string
    journeyId?: string
    personId?: string
    act: string
    at: Date
    detail?: Record<string, unknown>
  },
): Promise<void> {
  await tx
    .insertInto('journey_event')
    .values({
      community_id: given.communityId,
      journey_id: given.journeyId ?? null,
      person_id: given.personId ?? null,
      act: given.act,
      at: given.at,
      detail: JSON.stringify(given.detail ?? {}),
    })
    .execute()
}

/** A published document; its models are frozen. */
export type JourneyDocument = {
  id: string
  journeyId: string
  kind: JourneyDocumentKind
  version: number
  release: string
  publishedAt: Date
  publishedBy: string | undefined
  reason: string | undefined
}

/**
 * Freezes a document in every language. A second one of the same kind is its next version.
 *
 * @param given.models language -> blocks
 * @param given.data the values as its readers may see them (Method 4.4)
 * @returns id and version
 */
export async function publishDocument(
  tx: Tx,
  journey: Pick<Journey, 'id' | 'communityId' | 'release'>,
  given: {
    kind: JourneyDocumentKind
    models: Record<Language, DocumentModel>
    data: unknown
    at: Date
    by: string
    reason?: string
  },
): Promise<{ id: string; version: number }> {
  await tx.selectFrom('journey').select('id').where('id', '=', journey.id).forUpdate().execute()
  const last = await tx
    .selectFrom('journey_document')
    .select((eb) => eb.fn.max('version').as('version'))
    .where('journey_id', '=', journey.id)
    .where('kind', '=', given.kind)
    .executeTakeFirst()
  const id = randomUUID()
  const version = (last?.version ?? 0) + 1
  await tx
    .insertInto('journey_document')
    .values({
      id,
      community_id: journey.communityId,
      journey_id: journey.id,
      kind: given.kind,
      version,
      models: JSON.stringify(await withFunderLine(tx, given.models)),
      data: JSON.stringify(given.data),
      release: journey.release,
      published_at: given.at,
      published_by: given.by,
      reason: given.reason ?? null,
    })
    .execute()
  await recordEvent(tx, {
    communityId: journey.communityId,
    journeyId: journey.id,
    personId: given.by,
    act: 'document.published',
    at: given.at,
    detail: { kind: given.kind, version, document: id },
  })
  return { id, version }
}

/** Who pays is named on every published document, where the program has said so. */
async function withFunderLine(tx: Tx, models: Record<Language, DocumentModel>): Promise<Record<string, DocumentModel>> {
  const row = await tx.selectFrom('program_setting').select('settings').executeTakeFirst()
  const lines = (row?.settings as { funderLine?: Record<string, string> } | undefined)?.funderLine ?? {}
  return Object.fromEntries(
    Object.entries(models).map(([language, model]) => {
      const line = lines[language]?.trim()
      return [language, line ? { ...model, facts: [...model.facts, line] } : model]
    }),
  )
}

const documentColumns = [
  'id',
  'journey_id',
  'kind',
  'version',
  'release',
  'published_at',
  'published_by',
  'reason',
] as const

/** The published documents of a journey, newest first. */
export async function listDocuments(tx: Tx, journeyId: string): Promise<JourneyDocument[]> {
  const rows = await tx
    .selectFrom('journey_document')
    .select(documentColumns)
    .where('journey_id', '=', journeyId)
    .orderBy('published_at', 'desc')
    .limit(200)
    .execute()
  return rows.map(documentOf)
}

/** The newest published document of a kind, with the values it was made from. */
export async function findLatestDocument(
  tx: Tx,
  journeyId: string,
  kind: JourneyDocumentKind,
): Promise<(JourneyDocument & { data: unknown }) | undefined> {
  const row = await tx
    .selectFrom('journey_document')
    .select([...documentColumns, 'data'])
    .where('journey_id', '=', journeyId)
    .where('kind', '=', kind)
    .orderBy('version', 'desc')
    .executeTakeFirst()
  return row && { ...documentOf(row), data: row.data }
}

/** @throws NotFoundError when there is none that the transaction's person may see */
export async function getDocument(
  tx: Tx,
  journeyId: string,
  id: string,
): Promise<JourneyDocument & { models: Record<string, DocumentModel>; data: unknown }> {
  if (!uuid.test(id)) throw new NotFoundError()
  const row = await tx
    .selectFrom('journey_document')
    .selectAll()
    .where('journey_id', '=', journeyId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw new NotFoundError()
  return { ...documentOf(row), models: row.models as unknown as Record<string, DocumentModel>, data: row.data }
}

function documentOf(row: Pick<Selectable<DB['journey_document']>, (typeof documentColumns)[number]>): JourneyDocument {
  return {
    id: row.id,
    journeyId: row.journey_id,
    kind: row.kind as JourneyDocumentKind,
    version: row.version,
    release: row.release,
    publishedAt: row.published_at,
    publishedBy: row.published_by ?? undefined,
    reason: row.reason ?? undefined,
  }
}

/** Name, profile and terms of the community a journey serves. */
export async function getCommunityOf(tx: Tx, communityId: string) {
  const row = await tx.selectFrom('people_community').selectAll().where('id', '=', communityId).executeTakeFirst()
  if (row === undefined) throw new NotFoundError()
  return row
}
