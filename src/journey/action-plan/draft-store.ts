import type { Selectable } from 'kysely'
import type { PlanSolution } from '../../domain/action-plan.ts'
import type { ActionPlan, PlanBasis } from '../../domain/action-plan-types.ts'
import type { EditEntry } from '../../domain/plan-edits-types.ts'
import type { Tx } from '../../platform/database/connection.ts'
import type { DB } from '../../platform/database/tables.ts'

/** A draft plan as it is kept: the engine's work, and people's changes beside it. */
export type KeptDraft = {
  journeyId: string
  communityId: string
  /** From the profile, before people changed hours and weeks. */
  basis: PlanBasis
  requestHash: string
  solution: PlanSolution
  edits: EditEntry[]
  version: number
  workedOutAt: Date
  /** The newest published document, and the version of the draft that it shows. */
  published: { document: number; edition: number; at: Date } | undefined
}

/** The draft plan of a journey, if one was worked out. */
export async function findKeptDraft(tx: Tx, journeyId: string): Promise<KeptDraft | undefined> {
  const row = await tx
    .selectFrom('action_plan_draft')
    .selectAll()
    .where('journey_id', '=', journeyId)
    .executeTakeFirst()
  return row && draftOf(row)
}

/** Takes the row's lock, so that two changes cannot both be made to the same version. */
export async function lockDraft(tx: Tx, journeyId: string): Promise<KeptDraft | undefined> {
  const row = await tx
    .selectFrom('action_plan_draft')
    .selectAll()
    .where('journey_id', '=', journeyId)
    .forUpdate()
    .executeTakeFirst()
  return row && draftOf(row)
}

type WorkedOut = {
  journeyId: string
  communityId: string
  basis: PlanBasis
  requestHash: string
  solution: PlanSolution
  engine: ActionPlan
  at: Date
  by: string
}

/** Keeps the first draft of a journey. @returns false when there is one already: two clicks make one draft */
export async function insertDraft(tx: Tx, made: WorkedOut): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('action_plan_draft')
    .values({ journey_id: made.journeyId, community_id: made.communityId, ...workedOut(made) })
    .onConflict((conflict) => conflict.column('journey_id').doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Keeps what the engine worked out now; what people changed stays as it is. The caller holds the row's lock. */
export async function updateWorkedOut(tx: Tx, made: Omit<WorkedOut, 'communityId'>): Promise<void> {
  await tx
    .updateTable('action_plan_draft')
    .set((eb) => ({ ...workedOut(made), version: eb('version', '+', 1) }))
    .where('journey_id', '=', made.journeyId)
    .execute()
}

function workedOut(made: Omit<WorkedOut, 'communityId' | 'journeyId'>) {
  return {
    basis: JSON.stringify(made.basis),
    request_hash: made.requestHash,
    solution: JSON.stringify(made.solution),
    engine: JSON.stringify(made.engine),
    worked_out_at: made.at,
    worked_out_by: made.by,
  }
}

/** Adds entries to the list of changes. The caller holds the row's lock. */
export async function addEdits(tx: Tx, draft: KeptDraft, entries: readonly EditEntry[]): Promise<void> {
  await tx
    .updateTable('action_plan_draft')
    .set((eb) => ({ edits: JSON.stringify([...draft.edits, ...entries]), version: eb('version', '+', 1) }))
    .where('journey_id', '=', draft.journeyId)
    .execute()
}

/** Notes which version of the draft the newest document shows. */
export async function setPublished(
  tx: Tx,
  draft: Pick<KeptDraft, 'journeyId' | 'version'>,
  given: { document: number; at: Date },
): Promise<void> {
  await tx
    .updateTable('action_plan_draft')
    .set({ published_version: given.document, published_edition: draft.version, published_at: given.at })
    .where('journey_id', '=', draft.journeyId)
    .execute()
}

function draftOf(row: Selectable<DB['action_plan_draft']>): KeptDraft {
  const { published_version: document, published_edition: edition, published_at: at } = row
  return {
    journeyId: row.journey_id,
    communityId: row.community_id,
    basis: row.basis as unknown as PlanBasis,
    requestHash: row.request_hash,
    solution: row.solution as unknown as PlanSolution,
    edits: row.edits as unknown as EditEntry[],
    version: row.version,
    workedOutAt: row.worked_out_at,
    published: document === null || edition === null || at === null ? undefined : { document, edition, at },
  }
}
