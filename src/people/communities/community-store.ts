import { randomUUID } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { Profile } from '../../domain/answers.ts'
import type { Tx } from '../../platform/database/connection.ts'
import type { DB } from '../../platform/database/tables.ts'
import { ConflictError, NotFoundError } from '../../platform/errors.ts'
import { isLanguage, type Language } from '../../platform/languages.ts'
import { type ApprovalBody, approvalBodies, type DataTerms, dataTerms } from './terms.ts'

/** The body that is served, and what it says of itself. */
export type Community = {
  id: string
  name: string
  /** Its name for itself. */
  ownName: string | undefined
  profile: Profile
  language: Language
  /** IANA name. */
  timeZone: string
  approvalBody: ApprovalBody | undefined
  dataTerms: DataTerms | undefined
  landAcknowledgement: string | undefined
  invented: boolean
  version: number
  createdAt: Date
}

/** What a community may change of itself; null takes a text away. Data terms change by `recordTerms`, which keeps the history. */
export type CommunityChanges = {
  name?: string
  ownName?: string | null
  profile?: Profile
  language?: Language
  timeZone?: string
  approvalBody?: ApprovalBody | null
  landAcknowledgement?: string | null
}

/** @throws NotFoundError when the transaction's person may not see it */
export async function getCommunity(tx: Tx, id: string): Promise<Community> {
  return communityOf(await tx.selectFrom('people_community').selectAll().where('id', '=', id).executeTakeFirst())
}

/** Like `getCommunity`, and takes the row's lock: what is decided about its people is decided one after the other. */
export async function lockCommunity(tx: Tx, id: string): Promise<Community> {
  return communityOf(
    await tx.selectFrom('people_community').selectAll().where('id', '=', id).forUpdate().executeTakeFirst(),
  )
}

/**
 * Founds a community. Nobody is its member yet, so only the service and managers can.
 *
 * @returns its id
 * @throws ConflictError when the id that was given is taken
 */
export async function insertCommunity(
  tx: Tx,
  given: CommunityChanges & {
    /** Left out, a new one. */
    id?: string
    name: string
    language: Language
    dataTerms?: DataTerms
    invented?: boolean
    at: Date
  },
): Promise<string> {
  const id = given.id ?? randomUUID()
  await tx
    .insertInto('people_community')
    .values({
      id,
      name: given.name,
      own_name: given.ownName ?? null,
      profile: JSON.stringify(given.profile ?? {}),
      language: given.language,
      ...(given.timeZone === undefined ? {} : { time_zone: given.timeZone }),
      approval_body: given.approvalBody ?? null,
      data_terms: given.dataTerms ?? null,
      land_acknowledgement: given.landAcknowledgement ?? null,
      invented: given.invented ?? false,
      created_at: given.at,
    })
    .execute()
    .catch((error) => {
      // PostgreSQL's code for "there is one already".
      if (error instanceof Error && 'code' in error && error.code === '23505') throw new ConflictError()
      throw error
    })
  return id
}

/**
 * Saves what a community says of itself.
 *
 * @param version that the change was made from
 * @returns false when someone else changed it since; nothing is saved then
 */
export async function updateCommunity(
  tx: Tx,
  id: string,
  version: number,
  changes: CommunityChanges,
  at: Date,
): Promise<boolean> {
  const result = await tx
    .updateTable('people_community')
    .set((eb) => ({
      ...(changes.name === undefined ? {} : { name: changes.name }),
      ...(changes.ownName === undefined ? {} : { own_name: changes.ownName }),
      ...(changes.profile === undefined ? {} : { profile: JSON.stringify(changes.profile) }),
      ...(changes.language === undefined ? {} : { language: changes.language }),
      ...(changes.timeZone === undefined ? {} : { time_zone: changes.timeZone }),
      ...(changes.approvalBody === undefined ? {} : { approval_body: changes.approvalBody }),
      ...(changes.landAcknowledgement === undefined ? {} : { land_acknowledgement: changes.landAcknowledgement }),
      updated_at: at,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** A file that says how the community governs its data. */
export type ProtocolFile = { id: string; name: string; uploadedAt: Date }

/** The protocol that the community attached last. */
export async function findProtocol(tx: Tx, communityId: string): Promise<ProtocolFile | undefined> {
  const row = await tx
    .selectFrom('journey_file')
    .select(['id', 'name', 'uploaded_at'])
    .where('community_id', '=', communityId)
    .where('purpose', '=', 'protocol')
    .orderBy('uploaded_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { id: row.id, name: row.name, uploadedAt: row.uploaded_at }
}

function communityOf(row: Selectable<DB['people_community']> | undefined): Community {
  if (row === undefined) throw new NotFoundError()
  return {
    id: row.id,
    name: row.name,
    ownName: row.own_name ?? undefined,
    profile: (row.profile ?? {}) as Profile,
    language: isLanguage(row.language) ? row.language : 'en',
    timeZone: row.time_zone,
    approvalBody: approvalBodies.find((body) => body === row.approval_body),
    dataTerms: dataTerms.find((terms) => terms === row.data_terms),
    landAcknowledgement: row.land_acknowledgement ?? undefined,
    invented: row.invented,
    version: row.version,
    createdAt: row.created_at,
  }
}
