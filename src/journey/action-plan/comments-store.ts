import { randomUUID } from 'node:crypto'
import type { Tx } from '../../platform/database/connection.ts'

/** What someone said about a part of the draft plan. */
export type PlanComment = {
  id: string
  part: string
  text: string
  language: string
  writtenBy: string | undefined
  writtenAt: Date
  resolvedBy: string | undefined
  resolvedAt: Date | undefined
}

/** How many comments a plan shows at most. */
const mostComments = 300

/** The comments of a draft, in the order in which they were written. */
export async function listComments(tx: Tx, journeyId: string): Promise<PlanComment[]> {
  const rows = await tx
    .selectFrom('action_plan_comment')
    .selectAll()
    .where('journey_id', '=', journeyId)
    .orderBy('written_at')
    .orderBy('id')
    .limit(mostComments)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    part: row.part,
    text: row.text,
    language: row.language,
    writtenBy: row.written_by ?? undefined,
    writtenAt: row.written_at,
    resolvedBy: row.resolved_by ?? undefined,
    resolvedAt: row.resolved_at ?? undefined,
  }))
}

/** Keeps a comment. The same words of the same person on the same part within a minute are one: a form sent twice. */
export async function insertComment(
  tx: Tx,
  given: { communityId: string; journeyId: string; part: string; text: string; language: string; by: string; at: Date },
): Promise<void> {
  const again = await tx
    .selectFrom('action_plan_comment')
    .select('id')
    .where('journey_id', '=', given.journeyId)
    .where('part', '=', given.part)
    .where('text', '=', given.text)
    .where('written_by', '=', given.by)
    .where('written_at', '>', new Date(given.at.getTime() - 60_000))
    .executeTakeFirst()
  if (again) return
  await tx
    .insertInto('action_plan_comment')
    .values({
      id: randomUUID(),
      community_id: given.communityId,
      journey_id: given.journeyId,
      part: given.part,
      text: given.text,
      language: given.language,
      written_by: given.by,
      written_at: given.at,
    })
    .execute()
}

/** Marks a comment as dealt with; marking it again changes nothing. */
export async function resolveComment(
  tx: Tx,
  given: { journeyId: string; id: string; by: string; at: Date },
): Promise<void> {
  await tx
    .updateTable('action_plan_comment')
    .set({ resolved_by: given.by, resolved_at: given.at })
    .where('journey_id', '=', given.journeyId)
    .where('id', '=', given.id)
    .where('resolved_at', 'is', null)
    .execute()
}
