import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { FinalPlanData } from '../../documents/final-plan-document.ts'
import type { JourneyFacts } from '../../domain/stages.ts'
import type { ExportRow } from '../../people/index.ts'
import type { Tx } from '../../platform/database/connection.ts'
import { findLatestDocument } from '../record/index.ts'
import type { FinalPlanBlock, PlanEntry } from './entries.ts'

/** The newest version of each block of a journey's final plan. */
export async function listPlanEntries(tx: Tx, journeyId: string): Promise<PlanEntry[]> {
  const rows = await tx
    .selectFrom('final_plan_entry as entry')
    .leftJoin('people_person as person', 'person.id', 'entry.person_id')
    .distinctOn('entry.block')
    .select(['entry.block', 'entry.version', 'entry.value', 'entry.at', 'person.name'])
    .where('entry.journey_id', '=', journeyId)
    .orderBy('entry.block')
    .orderBy('entry.version', 'desc')
    .limit(10)
    .execute()
  return rows.map((row) => ({
    block: row.block as FinalPlanBlock,
    version: row.version,
    value: row.value,
    personName: row.name ?? undefined,
    at: row.at,
  }))
}

/**
 * Adds the next version of a block; the caller holds the journey's lock. The same value again changes nothing.
 *
 * @returns false when someone else saved another version since
 */
export async function savePlanEntry(
  tx: Tx,
  journey: { id: string; communityId: string },
  given: { block: FinalPlanBlock; version: number; value: unknown; by: string; at: Date },
): Promise<{ ok: boolean; changed: boolean }> {
  const last = await tx
    .selectFrom('final_plan_entry')
    .select(['version', sql<boolean>`value = ${JSON.stringify(given.value)}::jsonb`.as('same')])
    .where('journey_id', '=', journey.id)
    .where('block', '=', given.block)
    .orderBy('version', 'desc')
    .executeTakeFirst()
  if (last?.same) return { ok: true, changed: false }
  if ((last?.version ?? 0) !== given.version) return { ok: false, changed: false }
  await tx
    .insertInto('final_plan_entry')
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

/** A plan that was put before the approval body. */
export type SignOffRow = {
  id: string
  plan: FinalPlanData
  body: string
  expectedOn: string | undefined
  paused: boolean
  askedAt: Date
  askedBy: string | undefined
  decision: 'signed' | 'returned' | 'taken-back' | undefined
  decidedOn: string | undefined
  reference: string | undefined
  comments: string | undefined
  decidedAt: Date | undefined
  recordedBy: string | undefined
  fileId: string | undefined
  documentVersion: number | undefined
}

/** Every time the plan was put before the body, the newest first. */
export async function listSignOffs(tx: Tx, journeyId: string): Promise<SignOffRow[]> {
  const rows = await tx
    .selectFrom('final_plan_sign_off as row')
    .leftJoin('people_person as asker', 'asker.id', 'row.asked_by')
    .leftJoin('people_person as recorder', 'recorder.id', 'row.recorded_by')
    .selectAll('row')
    .select([
      'asker.name as askerName',
      'recorder.name as recorderName',
      sql<string | null>`to_char(row.expected_on, 'YYYY-MM-DD')`.as('expectedDay'),
      sql<string | null>`to_char(row.decided_on, 'YYYY-MM-DD')`.as('decidedDay'),
    ])
    .where('row.journey_id', '=', journeyId)
    .orderBy('row.asked_at', 'desc')
    .orderBy('row.id')
    .limit(50)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    plan: row.plan as unknown as FinalPlanData,
    body: row.body,
    expectedOn: row.expectedDay ?? undefined,
    paused: row.paused,
    askedAt: row.asked_at,
    askedBy: row.askerName ?? undefined,
    decision: (row.decision ?? undefined) as SignOffRow['decision'],
    decidedOn: row.decidedDay ?? undefined,
    reference: row.reference ?? undefined,
    comments: row.comments ?? undefined,
    decidedAt: row.decided_at ?? undefined,
    recordedBy: row.recorderName ?? undefined,
    fileId: row.file_id ?? undefined,
    documentVersion: row.document_version ?? undefined,
  }))
}

/** Puts a plan before the approval body. The caller holds the journey's lock and has seen that none is there already. */
export async function insertSignOff(
  tx: Tx,
  journey: { id: string; communityId: string },
  given: {
    plan: FinalPlanData
    body: string
    expectedOn: string | undefined
    paused: boolean
    by: string
    at: Date
  },
): Promise<void> {
  await tx
    .insertInto('final_plan_sign_off')
    .values({
      id: randomUUID(),
      community_id: journey.communityId,
      journey_id: journey.id,
      plan: JSON.stringify(given.plan),
      body: given.body,
      expected_on: given.expectedOn ?? null,
      paused: given.paused,
      asked_at: given.at,
      asked_by: given.by,
    })
    .execute()
}

/** Writes down what the body decided; the database refuses to change it afterwards. */
export async function decideSignOff(
  tx: Tx,
  id: string,
  given: {
    decision: 'signed' | 'returned' | 'taken-back'
    decidedOn?: string
    reference?: string
    comments?: string
    fileId?: string | undefined
    documentVersion?: number
    by: string
    at: Date
  },
): Promise<void> {
  await tx
    .updateTable('final_plan_sign_off')
    .set({
      decision: given.decision,
      decided_on: given.decidedOn ?? null,
      reference: given.reference ?? null,
      comments: given.comments ?? null,
      file_id: given.fileId ?? null,
      document_version: given.documentVersion ?? null,
      decided_at: given.at,
      recorded_by: given.by,
    })
    .where('id', '=', id)
    .where('decision', 'is', null)
    .execute()
}

/** Whether the community's approval body has signed a plan made from the validation record that holds today. */
export async function finalPlanFacts(tx: Tx, journeyId: string): Promise<Pick<JourneyFacts, 'signedOff'>> {
  const plan = await findLatestDocument(tx, journeyId, 'final-plan')
  const record = await findLatestDocument(tx, journeyId, 'validation-record')
  const from = (plan?.data as { recordVersion?: unknown } | undefined)?.recordVersion
  return { signedOff: plan !== undefined && from === record?.version }
}

/** Managers of the program and everyone who takes part: who is told that a plan was signed. */
export async function listManagers(
  tx: Tx,
): Promise<{ personId: string; name: string; address: string; language: string }[]> {
  return tx
    .selectFrom('people_role as role')
    .innerJoin('people_person as person', 'person.id', 'role.person_id')
    .select(['person.id as personId', 'person.name', 'person.email as address', 'person.language'])
    .where('role.role', '=', 'manager')
    .orderBy('person.name')
    .limit(100)
    .execute()
}

/** What a person wrote in final plans, and the decisions they recorded, for their own export. */
export async function exportOwn(tx: Tx, personId: string): Promise<ExportRow[]> {
  const written = await tx
    .selectFrom('final_plan_entry')
    .select(['journey_id', 'block', 'version', 'value', 'at'])
    .where('person_id', '=', personId)
    .orderBy('id')
    .limit(2000)
    .execute()
  const recorded = await tx
    .selectFrom('final_plan_sign_off')
    .select(['journey_id', 'decision', 'reference', 'comments', 'decided_at'])
    .where('recorded_by', '=', personId)
    .orderBy('decided_at')
    .limit(200)
    .execute()
  return [
    ...written.map((row) => ({
      journey: row.journey_id,
      what: row.block,
      version: row.version,
      value: JSON.stringify(row.value),
      at: row.at.toISOString(),
    })),
    ...recorded.map((row) => ({
      journey: row.journey_id,
      what: row.decision,
      version: null,
      value: JSON.stringify({ reference: row.reference, comments: row.comments }),
      at: row.decided_at?.toISOString() ?? null,
    })),
  ]
}
