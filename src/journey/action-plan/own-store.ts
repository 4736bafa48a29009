import { sql } from 'kysely'
import type { EditEntry } from '../../domain/plan-edits-types.ts'
import type { ExportRow, PersonalData } from '../../people/index.ts'
import type { Tx } from '../../platform/database/connection.ts'

const most = 5000
const time = (at: Date | null) => at?.toISOString() ?? null

/**
 * What a person wrote on draft plans, and actions that are theirs to do. All of it belongs to the community's plan and stays when the
 * account goes; the database then takes the name off it.
 */
export const ownPlan: PersonalData = {
  name: 'plan',
  export: async (tx, { personId }) => [
    ...(await changes(tx, personId)),
    ...(await comments(tx, personId)),
    ...(await questions(tx, personId)),
    ...(await actions(tx, personId)),
  ],
}

async function changes(tx: Tx, personId: string): Promise<ExportRow[]> {
  const drafts = await tx
    .selectFrom('action_plan_draft')
    .select(['journey_id', 'edits'])
    .where(sql<boolean>`edits @> ${JSON.stringify([{ by: personId }])}::jsonb`)
    .limit(most)
    .execute()
  return drafts.flatMap((draft) =>
    (draft.edits as unknown as EditEntry[])
      .filter(({ by }) => by === personId)
      .map((entry) => ({
        entry: 'change',
        journey: draft.journey_id,
        at: entry.at,
        ...('edit' in entry ? { change: JSON.stringify(entry.edit) } : { takesBack: entry.undoes }),
      })),
  )
}

async function comments(tx: Tx, personId: string): Promise<ExportRow[]> {
  const rows = await tx
    .selectFrom('action_plan_comment')
    .select(['journey_id', 'part', 'text', 'language', 'written_at', 'resolved_at'])
    .where('written_by', '=', personId)
    .orderBy('written_at')
    .limit(most)
    .execute()
  return rows.map((row) => ({
    entry: 'comment',
    journey: row.journey_id,
    part: row.part,
    text: row.text,
    language: row.language,
    at: time(row.written_at),
    resolvedAt: time(row.resolved_at),
  }))
}

/** A question in the export of who asked it, an answer in the export of who gave it. */
async function questions(tx: Tx, personId: string): Promise<ExportRow[]> {
  const rows = await tx
    .selectFrom('action_plan_expert_question')
    .select(['journey_id', 'part', 'question', 'answer', 'asked_by', 'expert_id', 'asked_at', 'answered_at'])
    .where((eb) => eb.or([eb('asked_by', '=', personId), eb('expert_id', '=', personId)]))
    .orderBy('asked_at')
    .limit(most)
    .execute()
  return rows.flatMap((row) => [
    ...(row.asked_by === personId
      ? [{ entry: 'question', journey: row.journey_id, part: row.part, text: row.question, at: time(row.asked_at) }]
      : []),
    ...(row.expert_id === personId && row.answer !== null
      ? [{ entry: 'answer', journey: row.journey_id, part: row.part, text: row.answer, at: time(row.answered_at) }]
      : []),
  ])
}

async function actions(tx: Tx, personId: string): Promise<ExportRow[]> {
  const rows = await tx
    .selectFrom('action_plan_action')
    .selectAll()
    .where((eb) => eb.or([eb('owner_id', '=', personId), eb('created_by', '=', personId)]))
    .orderBy('created_at')
    .limit(most)
    .execute()
  return rows.map((row) => ({
    entry: 'action',
    journey: row.journey_id,
    title: row.title,
    description: row.description,
    mine: row.owner_id === personId,
    due: row.due === null ? null : String(row.due),
    status: row.status,
    doneNote: row.owner_id === personId ? row.done_note : null,
    doneLink: row.owner_id === personId ? row.done_link : null,
    at: time(row.created_at),
  }))
}
