import { randomUUID } from 'node:crypto'
import { type Selectable, sql } from 'kysely'
import type { Tx } from '../../platform/database/connection.ts'
import type { DB } from '../../platform/database/tables.ts'
import { NotFoundError } from '../../platform/errors.ts'
import { uuid } from '../../platform/ids.ts'
import { isLanguage, type Language } from '../../platform/languages.ts'
import { takeCode } from './round-store.ts'

export const respondentKinds = ['member', 'joint', 'paper', 'phone'] as const
/** How a respondent answers: alone, two together, or on paper or by phone through the advisor. */
export type RespondentKind = (typeof respondentKinds)[number]

/** Whether a part of an address can be an id at all. */
export function isId(text: string): boolean {
  return uuid.test(text)
}

/** One voice in a round: by code and role. */
export type Respondent = {
  id: string
  roundId: string
  communityId: string
  code: string
  role: string | undefined
  kind: RespondentKind
  /** Ids of the parts given to them; undefined: all that the round asks. */
  components: string[] | undefined
  /** Domains they say are part of their work. */
  ownDomains: string[]
  invitedAt: Date
  remindedAt: Date | undefined
  /** When they said that they had read who sees what. */
  toldAt: Date | undefined
  pairAgreedAt: Date | undefined
  submittedAt: Date | undefined
  returnedAt: Date | undefined
  question: string | undefined
  removedAt: Date | undefined
  withdrawnAt: Date | undefined
  /** Ids of the components that are done. */
  answered: string[]
}

/** A respondent's name, to whom it may be known. */
export type Named = { respondentId: string; personId: string | undefined; name: string; email: string | undefined }

/** The voices of a round that are still in it, in the order they were invited. */
export async function listRespondents(tx: Tx, roundId: string): Promise<Respondent[]> {
  const rows = await tx
    .selectFrom('diagnostic_respondent')
    .selectAll()
    .where('round_id', '=', roundId)
    .where('removed_at', 'is', null)
    .orderBy('invited_at')
    .orderBy('code')
    .limit(500)
    .execute()
  return rows.map(respondentOf)
}

/** Names of the respondents of a round, as far as the transaction's person may know them. */
export async function listNames(tx: Tx, roundId: string): Promise<Named[]> {
  const rows = await tx
    .selectFrom('diagnostic_person as own')
    .innerJoin('diagnostic_respondent as respondent', 'respondent.id', 'own.respondent_id')
    .leftJoin('people_person as person', 'person.id', 'own.person_id')
    .select(['own.respondent_id', 'own.person_id', 'own.email', 'own.name', 'person.name as personName'])
    .select('person.email as personEmail')
    .where('respondent.round_id', '=', roundId)
    .orderBy('person.name')
    .orderBy('own.id')
    .limit(1000)
    .execute()
  return rows.map((row) => ({
    respondentId: row.respondent_id,
    personId: row.person_id ?? undefined,
    name: row.personName ?? row.name ?? row.email ?? '',
    email: row.personEmail ?? row.email ?? undefined,
  }))
}

/** @throws NotFoundError when the round has no such respondent, or has them no more */
export async function getRespondent(tx: Tx, roundId: string, id: string): Promise<Respondent> {
  if (!isId(id)) throw new NotFoundError()
  const row = await tx
    .selectFrom('diagnostic_respondent')
    .selectAll()
    .where('round_id', '=', roundId)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw new NotFoundError()
  return respondentOf(row)
}

/**
 * The respondent that a person is in a round. What waits for their address becomes theirs now.
 *
 * @param given.lock also takes the row's lock: two acts of one person wait for each other
 */
export async function findOwn(
  tx: Tx,
  roundId: string,
  given: { personId: string; email: string; lock?: true },
): Promise<Respondent | undefined> {
  await tx
    .updateTable('diagnostic_person')
    .set({ person_id: given.personId, email: null })
    .where('email', '=', given.email)
    .where('person_id', 'is', null)
    .where('respondent_id', 'in', (eb) =>
      eb
        .selectFrom('diagnostic_respondent')
        .select('id')
        .where('round_id', '=', roundId)
        .where('removed_at', 'is', null),
    )
    .execute()
  const query = tx
    .selectFrom('diagnostic_respondent')
    .selectAll()
    .where('round_id', '=', roundId)
    .where('removed_at', 'is', null)
    .where('id', 'in', (eb) =>
      eb.selectFrom('diagnostic_person').select('respondent_id').where('person_id', '=', given.personId),
    )
    .orderBy('invited_at', 'desc')
    .limit(1)
  const row = await (given.lock ? query.forUpdate() : query).executeTakeFirst()
  return row && respondentOf(row)
}

/**
 * Adds a voice to a round, under the next code.
 *
 * @param given.people whose it is; none for a paper or phone respondent known by code alone
 */
export async function insertRespondent(
  tx: Tx,
  given: {
    communityId: string
    roundId: string
    kind: RespondentKind
    role?: string | undefined
    components?: string[] | undefined
    people: { personId?: string; email?: string; name?: string; language?: Language }[]
    by: string
    at: Date
  },
): Promise<{ id: string; code: string }> {
  const id = randomUUID()
  const code = await takeCode(tx, given.roundId)
  await tx
    .insertInto('diagnostic_respondent')
    .values({
      id,
      community_id: given.communityId,
      round_id: given.roundId,
      code,
      role: given.role || null,
      kind: given.kind,
      components: given.components ?? null,
      invited_at: given.at,
    })
    .execute()
  if (given.people.length > 0) {
    await tx
      .insertInto('diagnostic_person')
      .values(
        given.people.map((person) => ({
          id: randomUUID(),
          community_id: given.communityId,
          respondent_id: id,
          person_id: person.personId ?? null,
          email: person.email ?? null,
          name: person.name ?? null,
          language: person.language ?? null,
          added_by: given.by,
        })),
      )
      .execute()
  }
  return { id, code }
}

/** Where mail reaches a respondent. */
export type Addressee = { address: string; name: string | undefined; personId: string | undefined; language: Language }

/**
 * Where mail reaches a respondent, as far as the transaction's person may know it.
 *
 * @param otherwise the language for an address of which none is known
 */
export async function listAddressees(tx: Tx, respondentId: string, otherwise: Language): Promise<Addressee[]> {
  const rows = await tx
    .selectFrom('diagnostic_person as own')
    .leftJoin('people_person as person', 'person.id', 'own.person_id')
    .select(['own.email', 'own.language', 'person.id', 'person.name'])
    .select(['person.email as personEmail', 'person.language as personLanguage'])
    .where('own.respondent_id', '=', respondentId)
    .execute()
  return rows.flatMap((row) => {
    const address = row.personEmail ?? row.email
    const language = row.personLanguage ?? row.language ?? otherwise
    if (address === null) return []
    return [
      {
        address,
        name: row.name ?? undefined,
        personId: row.id ?? undefined,
        language: isLanguage(language) ? language : otherwise,
      },
    ]
  })
}

export type RespondentChange = Partial<{
  components: string[] | null
  role: string | null
  own_domains: string[]
  reminded_at: Date
  told_at: Date
  pair_agreed_at: Date | null
  submitted_at: Date | null
  returned_at: Date | null
  question: string | null
  removed_at: Date
  withdrawn_at: Date
  answered: string[]
}>

/** Writes down what happened with a respondent. */
export async function changeRespondent(tx: Tx, id: string, change: RespondentChange): Promise<void> {
  await tx
    .updateTable('diagnostic_respondent')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** Adds or takes away one component of those that are done; several may be saved at the same moment. */
export async function markAnswered(tx: Tx, id: string, component: string, done: boolean): Promise<void> {
  await tx
    .updateTable('diagnostic_respondent')
    .set({
      answered: done
        ? sql`CASE WHEN ${component} = ANY(answered) THEN answered ELSE array_append(answered, ${component}) END`
        : sql`array_remove(answered, ${component})`,
    })
    .where('id', '=', id)
    .execute()
}

function respondentOf(row: Selectable<DB['diagnostic_respondent']>): Respondent {
  return {
    id: row.id,
    roundId: row.round_id,
    communityId: row.community_id,
    code: row.code,
    role: row.role ?? undefined,
    kind: respondentKinds.find((kind) => kind === row.kind) ?? 'member',
    components: row.components ?? undefined,
    ownDomains: row.own_domains,
    invitedAt: row.invited_at,
    remindedAt: row.reminded_at ?? undefined,
    toldAt: row.told_at ?? undefined,
    pairAgreedAt: row.pair_agreed_at ?? undefined,
    submittedAt: row.submitted_at ?? undefined,
    returnedAt: row.returned_at ?? undefined,
    question: row.question ?? undefined,
    removedAt: row.removed_at ?? undefined,
    withdrawnAt: row.withdrawn_at ?? undefined,
    answered: row.answered,
  }
}
