import { randomUUID } from 'node:crypto'
import { type Selectable, sql } from 'kysely'
import type { Tx } from '../../platform/database/connection.ts'
import type { DB } from '../../platform/database/tables.ts'
import { NotFoundError } from '../../platform/errors.ts'

export const roundNames = ['baseline', 'endline', 'follow-up'] as const
/** Which administration of the diagnostic a round is. */
export type RoundName = (typeof roundNames)[number]

/** One administration of the diagnostic. */
export type Round = {
  id: string
  communityId: string
  journeyId: string
  name: RoundName
  /** Hash of the release that is answered. */
  release: string
  form: 'short' | 'full'
  variant: string
  facets: string[]
  /** Ids of what everyone is asked unless they were given parts of their own. */
  components: string[]
  needsReason: boolean
  least: number
  openedAt: Date
  closesAt: Date
  overrideReason: string | undefined
  lockedAt: Date | undefined
  /** How often it was locked. */
  locks: number
  unlockReason: string | undefined
  version: number
}

/** The round of that name, the newest where there are several. */
export async function findRound(tx: Tx, journeyId: string, name: RoundName): Promise<Round | undefined> {
  const row = await tx
    .selectFrom('diagnostic_round')
    .selectAll()
    .where('journey_id', '=', journeyId)
    .where('name', '=', name)
    .orderBy('opened_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && roundOf(row)
}

/** @throws NotFoundError when the transaction's person may not see it */
export async function getRound(tx: Tx, id: string): Promise<Round> {
  const row = await tx.selectFrom('diagnostic_round').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new NotFoundError()
  return roundOf(row)
}

/** Takes the row's lock, so that no answer slips in while the round is being locked. */
export async function lockRow(tx: Tx, id: string): Promise<Round> {
  const row = await tx.selectFrom('diagnostic_round').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (row === undefined) throw new NotFoundError()
  return roundOf(row)
}

/**
 * Opens a round.
 *
 * @returns nothing when someone else opened it in the meantime
 */
export async function insertRound(
  tx: Tx,
  given: Pick<
    Round,
    | 'communityId'
    | 'journeyId'
    | 'name'
    | 'release'
    | 'form'
    | 'variant'
    | 'facets'
    | 'components'
    | 'needsReason'
    | 'least'
    | 'openedAt'
    | 'closesAt'
  > & { by: string },
): Promise<string | undefined> {
  const id = randomUUID()
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('diagnostic_round')
    .values({
      id,
      community_id: given.communityId,
      journey_id: given.journeyId,
      name: given.name,
      release: given.release,
      form: given.form,
      variant: given.variant,
      facets: given.facets,
      components: given.components,
      needs_reason: given.needsReason,
      least_respondents: given.least,
      opened_at: given.openedAt,
      opened_by: given.by,
      closes_at: given.closesAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n ? id : undefined
}

/** Moves the close. The caller holds the row's lock. */
export async function setClosing(tx: Tx, id: string, closesAt: Date): Promise<void> {
  await tx
    .updateTable('diagnostic_round')
    .set((eb) => ({ closes_at: closesAt, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** Writes down why fewer respondents than the size asks for are enough. */
export async function setOverride(tx: Tx, id: string, given: { reason: string; by: string; at: Date }): Promise<void> {
  await tx
    .updateTable('diagnostic_round')
    .set((eb) => ({
      override_reason: given.reason,
      override_by: given.by,
      override_at: given.at,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}

/** Freezes answers, wording and release. The caller holds the row's lock. */
export async function setLocked(
  tx: Tx,
  id: string,
  given: { wording: Record<string, number>; by: string; at: Date },
): Promise<void> {
  await tx
    .updateTable('diagnostic_round')
    .set((eb) => ({
      locked_at: given.at,
      locked_by: given.by,
      wording: JSON.stringify(given.wording),
      locks: eb('locks', '+', 1),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}

/** Opens a locked round again; from now on each change of an answer is kept beside what it was. */
export async function setUnlocked(tx: Tx, id: string, given: { reason: string; closesAt: Date }): Promise<void> {
  await tx
    .updateTable('diagnostic_round')
    .set((eb) => ({
      locked_at: null,
      locked_by: null,
      unlock_reason: given.reason,
      closes_at: given.closesAt,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}

/** The next respondent code of a round: R1, R2, … */
export async function takeCode(tx: Tx, roundId: string): Promise<string> {
  const row = await tx
    .updateTable('diagnostic_round')
    .set((eb) => ({ codes: eb('codes', '+', 1) }))
    .where('id', '=', roundId)
    .returning('codes')
    .executeTakeFirst()
  if (row === undefined) throw new NotFoundError()
  return `R${row.codes}`
}

/** Whether an error is the database's refusal to take an answer in a locked round. */
export function isLockedError(error: unknown): boolean {
  return typeof error === 'object' && error !== null && (error as { code?: unknown }).code === 'WM001'
}

/** How many voices a round has, counted where whoever asks may not read them one by one. */
export async function countVoices(
  tx: Tx,
  roundId: string,
): Promise<{ invited: number; submitted: number; agreed: number }> {
  const row = await tx
    .selectFrom('diagnostic_respondent')
    .select([
      sql<number>`count(*)::int`.as('invited'),
      sql<number>`count(submitted_at)::int`.as('submitted'),
      sql<number>`(count(pair_agreed_at) FILTER (WHERE submitted_at IS NOT NULL))::int`.as('agreed'),
    ])
    .where('round_id', '=', roundId)
    .where('removed_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow()
  return row
}

export function roundOf(row: Selectable<DB['diagnostic_round']>): Round {
  return {
    id: row.id,
    communityId: row.community_id,
    journeyId: row.journey_id,
    name: roundNames.find((name) => name === row.name) ?? 'baseline',
    release: row.release,
    form: row.form === 'full' ? 'full' : 'short',
    variant: row.variant,
    facets: row.facets,
    components: row.components,
    needsReason: row.needs_reason,
    least: row.least_respondents,
    openedAt: row.opened_at,
    closesAt: row.closes_at,
    overrideReason: row.override_reason ?? undefined,
    lockedAt: row.locked_at ?? undefined,
    locks: row.locks,
    unlockReason: row.unlock_reason ?? undefined,
    version: row.version,
  }
}
