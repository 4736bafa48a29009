import type { Tx } from '../../platform/database/connection.ts'
import type { ActionStatus, PlanAction } from '../action-plan/index.ts'

/** How an action stood before a template marked it. */
export type ActionBefore = { status: ActionStatus; fileId: string | undefined; doneOn: string | undefined }

/** An action that a template marked. */
export type MarkedAction = {
  actionId: string
  title: string
  language: string
  status: ActionStatus
  itemId: string | undefined
  fileId: string | undefined
  was: ActionBefore
  /** Of the action, right after it was marked. */
  version: number
  /** Nobody changed the action since. */
  canUndo: boolean
  undoneAt: Date | undefined
}

/** The actions of a journey that templates marked. */
export async function findMarked(tx: Tx, journeyId: string): Promise<MarkedAction[]> {
  const rows = await tx
    .selectFrom('learning_action as marked')
    .innerJoin('action_plan_action as action', 'action.id', 'marked.action_id')
    .selectAll('marked')
    .select(['action.title', 'action.language', 'action.status', 'action.version'])
    .where('marked.journey_id', '=', journeyId)
    .orderBy('marked.marked_at')
    .limit(200)
    .execute()
  return rows.map((row) => {
    const was = row.was as { status?: string; fileId?: string; doneOn?: string }
    return {
      actionId: row.action_id,
      title: row.title,
      language: row.language,
      status: row.status as ActionStatus,
      itemId: row.item_id ?? undefined,
      fileId: row.file_id ?? undefined,
      was: { status: (was.status ?? 'planned') as ActionStatus, fileId: was.fileId, doneOn: was.doneOn },
      version: row.marked_version,
      canUndo: row.undone_at === null && row.version === row.marked_version,
      undoneAt: row.undone_at ?? undefined,
    }
  })
}

/**
 * @param given.action as it stood before
 * @param given.version of the action now
 * @param given.keepWas it was marked before: how it stood before that stays known
 */
export async function saveMarked(
  tx: Tx,
  given: {
    action: PlanAction
    journeyId: string
    communityId: string
    itemId: string | undefined
    fileId: string
    version: number
    by: string
    at: Date
    keepWas: boolean
  },
): Promise<void> {
  const { action } = given
  const was = JSON.stringify({ status: action.status, fileId: action.doneFileId, doneOn: action.doneOn })
  const values = {
    item_id: given.itemId ?? null,
    file_id: given.fileId,
    marked_version: given.version,
    marked_by: given.by,
    marked_at: given.at,
    undone_at: null,
  }
  await tx
    .insertInto('learning_action')
    .values({ ...values, action_id: action.id, community_id: given.communityId, journey_id: given.journeyId, was })
    .onConflict((conflict) =>
      conflict.column('action_id').doUpdateSet({ ...values, ...(given.keepWas ? {} : { was }) }),
    )
    .execute()
}

/** The mark of an action was taken back. */
export async function markUndone(tx: Tx, actionId: string, at: Date): Promise<void> {
  await tx.updateTable('learning_action').set({ undone_at: at }).where('action_id', '=', actionId).execute()
}
