import type { Tx } from '../../platform/database/connection.ts'
import { type Consent, type DataTerms, type DataUse, dataUses, type TermsDecision } from './terms.ts'

/** Who decided, in the community's own terms. */
type Decision = {
  communityId: string
  /** `YYYY-MM-DD` */
  decidedOn: string
  /** The governing body, where it was one. */
  decidedByBody?: string | undefined
  /** Its resolution, motion or minutes. */
  reference?: string | undefined
  personId: string
  at: Date
}

/** Adds a yes or a no; the newest about a use counts. */
export async function recordConsent(tx: Tx, given: Decision & { use: DataUse; granted: boolean }): Promise<void> {
  await tx
    .insertInto('people_consent')
    .values({
      community_id: given.communityId,
      use: given.use,
      granted: given.granted,
      decided_on: given.decidedOn,
      decided_by_body: given.decidedByBody ?? null,
      reference: given.reference ?? null,
      recorded_by: given.personId,
      recorded_at: given.at,
    })
    .execute()
}

/** Every decision about uses, newest first. */
export async function listConsents(tx: Tx, communityId: string): Promise<Consent[]> {
  const rows = await tx
    .selectFrom('people_consent')
    .selectAll()
    .where('community_id', '=', communityId)
    .orderBy('id', 'desc')
    .limit(500)
    .execute()
  return rows.flatMap((row) => {
    const use = dataUses.find((one) => one === row.use)
    return use ? [{ use, granted: row.granted, ...decisionOf(row) }] : []
  })
}

/** Sets the data terms of a community and keeps the choice in its history. */
export async function recordTerms(tx: Tx, given: Decision & { terms: DataTerms }): Promise<void> {
  await tx
    .insertInto('people_terms')
    .values({
      community_id: given.communityId,
      terms: given.terms,
      decided_on: given.decidedOn,
      decided_by_body: given.decidedByBody ?? null,
      reference: given.reference ?? null,
      recorded_by: given.personId,
      recorded_at: given.at,
    })
    .execute()
  await tx
    .updateTable('people_community')
    .set((eb) => ({ data_terms: given.terms, version: eb('version', '+', 1), updated_at: given.at }))
    .where('id', '=', given.communityId)
    .execute()
}

/** Every choice of data terms, newest first. */
export async function listTerms(tx: Tx, communityId: string): Promise<TermsDecision[]> {
  const rows = await tx
    .selectFrom('people_terms')
    .selectAll()
    .where('community_id', '=', communityId)
    .orderBy('id', 'desc')
    .limit(100)
    .execute()
  return rows.map((row) => ({ terms: row.terms as DataTerms, ...decisionOf(row) }))
}

function decisionOf(row: {
  decided_on: string | Date
  decided_by_body: string | null
  reference: string | null
  recorded_by: string | null
  recorded_at: Date
}) {
  return {
    decidedOn: dayOf(row.decided_on),
    decidedByBody: row.decided_by_body ?? undefined,
    reference: row.reference ?? undefined,
    recordedBy: row.recorded_by ?? undefined,
    recordedAt: row.recorded_at,
  }
}

/** A date column comes as text, or as midnight of the machine's own day, as the driver is set. */
function dayOf(value: string | Date): string {
  if (typeof value === 'string') return value.slice(0, 10)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${value.getFullYear()}-${two(value.getMonth() + 1)}-${two(value.getDate())}`
}
