import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { Profile } from '../../domain/answers.ts'
import { type RequestState, requestStates } from '../../domain/requests.ts'
import type { Tx } from '../../platform/database/connection.ts'
import type { DB } from '../../platform/database/tables.ts'
import { NotFoundError } from '../../platform/errors.ts'
import { isLanguage, type Language } from '../../platform/languages.ts'

/** A community that asks for the service, or a journey that asks for an advisor. */
export type ServiceRequest = {
  id: string
  state: RequestState
  communityId: string | undefined
  journeyId: string | undefined
  /** From a journey that ran alone. */
  handedOver: boolean
  communityName: string
  contactName: string
  contactRole: string
  email: string
  language: Language
  hopes: string
  profile: Profile
  consentedAt: Date
  version: number
  receivedAt: Date
  decidedAt: Date | undefined
  advisorId: string | undefined
}

/** What the secret of a link looks like. */
export const tokenShape = /^[A-Za-z0-9_-]{43}$/

/** The secret of a link with which whoever asked follows the request; only its hash is stored. */
export function newRequestToken(): string {
  return randomBytes(32).toString('base64url')
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

export type NewRequest = Omit<
  ServiceRequest,
  'id' | 'state' | 'version' | 'decidedAt' | 'advisorId' | 'communityId' | 'journeyId' | 'handedOver'
> & { token: string; journey?: { id: string; communityId: string } }

/**
 * Stores a request.
 *
 * @returns its id; nothing when the same form was sent before
 */
export async function insertRequest(tx: Tx, given: NewRequest): Promise<string | undefined> {
  const id = randomUUID()
  const added = await tx
    .insertInto('request')
    .values({
      id,
      community_id: given.journey?.communityId ?? null,
      journey_id: given.journey?.id ?? null,
      handed_over: given.journey !== undefined,
      community_name: given.communityName,
      contact_name: given.contactName,
      contact_role: given.contactRole,
      email: given.email.toLowerCase(),
      language: given.language,
      hopes: given.hopes,
      profile: JSON.stringify(given.profile),
      consented_at: given.consentedAt,
      token_hash: hashOf(given.token),
      received_at: given.receivedAt,
    })
    .onConflict((conflict) => conflict.column('token_hash').doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n ? id : undefined
}

/** @throws NotFoundError when there is none that the transaction's person may see */
export async function getRequest(tx: Tx, id: string): Promise<ServiceRequest> {
  return requestOf(await tx.selectFrom('request').selectAll().where('id', '=', id).executeTakeFirst())
}

/** Like `getRequest`, and takes the row's lock: a decision is made once. */
export async function lockRequest(tx: Tx, id: string): Promise<ServiceRequest> {
  return requestOf(await tx.selectFrom('request').selectAll().where('id', '=', id).forUpdate().executeTakeFirst())
}

/**
 * The request of a link.
 *
 * @throws NotFoundError when there is none
 */
export async function getRequestByToken(tx: Tx, token: string): Promise<ServiceRequest> {
  if (!tokenShape.test(token)) throw new NotFoundError()
  const hash = hashOf(token)
  const row = await tx
    .selectFrom('request')
    .selectAll()
    .where((eb) => eb.or([eb('token_hash', '=', hash), eb('reply_token_hash', '=', hash)]))
    .executeTakeFirst()
  return requestOf(row)
}

/** Which requests are listed. */
export type RequestFilter = 'open' | 'decided'

/** Requests, those that wait longest first; decided ones the newest first. */
export async function listRequests(
  tx: Tx,
  given: { filter: RequestFilter; limit: number; offset: number },
): Promise<ServiceRequest[]> {
  const open: RequestState[] = ['received', 'asked-back', 'answered']
  const rows = await tx
    .selectFrom('request')
    .selectAll()
    .where('state', 'in', given.filter === 'open' ? open : ['accepted', 'declined'])
    .orderBy('received_at', given.filter === 'open' ? 'asc' : 'desc')
    .orderBy('id')
    .limit(given.limit)
    .offset(given.offset)
    .execute()
  return rows.map(requestOf)
}

/** The request of a journey for an advisor that nobody has answered yet. */
export async function findOpenHandOver(tx: Tx, journeyId: string): Promise<ServiceRequest | undefined> {
  const row = await tx
    .selectFrom('request')
    .selectAll()
    .where('journey_id', '=', journeyId)
    .where('handed_over', '=', true)
    .where('state', 'in', ['received', 'asked-back', 'answered'])
    .executeTakeFirst()
  return row && requestOf(row)
}

/** Saves a state that was decided under the row's lock. `token` is of the link in a question that is mailed. */
export async function setRequestState(
  tx: Tx,
  id: string,
  given: {
    state: RequestState
    decided?: { at: Date; by: string }
    advisorId?: string
    journey?: { id: string; communityId: string }
    token?: string
  },
): Promise<void> {
  await tx
    .updateTable('request')
    .set((eb) => ({
      state: given.state,
      version: eb('version', '+', 1),
      ...(given.decided ? { decided_at: given.decided.at, decided_by: given.decided.by } : {}),
      ...(given.advisorId ? { advisor_id: given.advisorId } : {}),
      ...(given.journey ? { journey_id: given.journey.id, community_id: given.journey.communityId } : {}),
      ...(given.token ? { reply_token_hash: hashOf(given.token) } : {}),
    }))
    .where('id', '=', id)
    .execute()
}

/** A line of the talk about a request. */
export type RequestMessage = {
  fromProgram: boolean
  language: Language
  body: string
  at: Date
  by: string | undefined
}

export async function insertMessage(
  tx: Tx,
  given: { requestId: string; fromProgram: boolean; personId?: string; language: Language; body: string; at: Date },
): Promise<void> {
  await tx
    .insertInto('request_message')
    .values({
      id: randomUUID(),
      request_id: given.requestId,
      from_program: given.fromProgram,
      person_id: given.personId ?? null,
      language: given.language,
      body: given.body,
      at: given.at,
    })
    .execute()
}

/** What was asked back and answered about a request, in order. */
export async function listMessages(tx: Tx, requestId: string): Promise<RequestMessage[]> {
  const rows = await tx
    .selectFrom('request_message')
    .leftJoin('people_person as person', 'person.id', 'request_message.person_id')
    .select(['from_program', 'request_message.language', 'body', 'at', 'person.name'])
    .where('request_id', '=', requestId)
    .orderBy('at')
    .orderBy('request_message.id')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    fromProgram: row.from_program,
    language: isLanguage(row.language) ? row.language : 'en',
    body: row.body,
    at: row.at,
    by: row.name ?? undefined,
  }))
}

/** The managers, who answer requests. */
export async function listManagers(
  tx: Tx,
): Promise<{ personId: string; name: string; email: string; language: Language }[]> {
  const rows = await tx
    .selectFrom('people_role')
    .innerJoin('people_person as person', 'person.id', 'people_role.person_id')
    .select(['person.id', 'person.name', 'person.email', 'person.language'])
    .where('people_role.role', '=', 'manager')
    .orderBy('person.name')
    .limit(100)
    .execute()
  return rows.map((row) => ({
    personId: row.id,
    name: row.name,
    email: row.email,
    language: isLanguage(row.language) ? row.language : 'en',
  }))
}

function requestOf(row: Selectable<DB['request']> | undefined): ServiceRequest {
  if (row === undefined) throw new NotFoundError()
  return {
    id: row.id,
    state: requestStates.find((state) => state === row.state) ?? 'received',
    communityId: row.community_id ?? undefined,
    journeyId: row.journey_id ?? undefined,
    handedOver: row.handed_over,
    communityName: row.community_name,
    contactName: row.contact_name,
    contactRole: row.contact_role,
    email: row.email,
    language: isLanguage(row.language) ? row.language : 'en',
    hopes: row.hopes,
    profile: (row.profile ?? {}) as Profile,
    consentedAt: row.consented_at,
    version: row.version,
    receivedAt: row.received_at,
    decidedAt: row.decided_at ?? undefined,
    advisorId: row.advisor_id ?? undefined,
  }
}
