import type { RoomDependencies } from '../../people/index.ts'
import type { Tx } from '../../platform/database/connection.ts'
import { changeActionState, getAction, listActions, type PlanAction } from '../action-plan/index.ts'
import { getJourney } from '../record/index.ts'
import { findMarked, markUndone, saveMarked } from './actions-store.ts'
import { ensureBoard } from './begin.ts'
import { listBoardRows, lockBoard } from './board-store.ts'
import { settleBoard } from './complete.ts'
import { insertShares, setShare } from './shares-store.ts'

type Dependencies = Pick<RoomDependencies, 'queueMail' | 'origin' | 'findContent' | 'now'>

/**
 * The action that a template belongs to (docs/method.md, "Templates and actions"): of the open actions on a component that the template works
 * on, the one due first, one without a day last, then in the order of the list.
 *
 * @param components those the template works on
 * @param actions in the order of the list
 */
export function matchingAction(
  components: readonly string[],
  actions: readonly Pick<PlanAction, 'id' | 'component' | 'status' | 'due'>[],
): string | undefined {
  const open = actions.filter(
    ({ component, status }) =>
      component !== undefined && components.includes(component) && (status === 'planned' || status === 'doing'),
  )
  return open.toSorted((a, b) => (a.due ?? '9999').localeCompare(b.due ?? '9999'))[0]?.id
}

/**
 * A template was filled in and kept with the community's files: it is done on the board for whoever kept it, who gets it if nobody had it.
 * The action of the plan that it belongs to gets the file as what shows it; it is done when the template is done for everyone who has it,
 * and being done until then. People can undo that.
 *
 * @returns the action that was marked
 */
export async function templateKept(
  deps: Dependencies,
  tx: Tx,
  given: { journeyId: string; communityId: string; item: string; fileId: string; personId: string; at: Date },
): Promise<string | undefined> {
  const { journeyId, personId, at } = given
  const journey = await getJourney(tx, journeyId)
  if ((await ensureBoard(tx, journey, { at, by: personId })) === undefined) return undefined
  const board = await lockBoard(tx, journeyId)
  if (board === undefined) return undefined
  let row = (await listBoardRows(tx, journeyId)).find(({ item }) => item === given.item)
  if (row && row.state !== 'set-aside' && row.state !== 'prior') {
    const own = await insertShares(
      tx,
      { id: row.id, communityId: board.communityId },
      { personIds: [personId], by: personId, at, state: 'done' },
    )
    if (own === 0) await setShare(tx, row.id, personId, { state: 'done', at })
    await settleBoard(deps, tx, board, { by: personId, at })
    row = (await listBoardRows(tx, journeyId)).find(({ item }) => item === given.item)
  }
  const content = await deps.findContent(board.release)
  const components = content?.pack.items.find(({ id }) => id === given.item)?.lifts.map(({ component }) => component)
  const actions = await listActions(tx, journeyId)
  const marked = await findMarked(tx, journeyId)
  // A template kept again finds the action that it marked before.
  const again = marked.find(({ itemId, undoneAt }) => itemId !== undefined && itemId === row?.id && !undoneAt)
  const actionId = again?.actionId ?? matchingAction(components ?? [], actions)
  const action = actions.find(({ id }) => id === actionId)
  if (action === undefined || action.status === 'dropped') return undefined
  const everyone = row === undefined || row.state === 'done'
  const version = await changeActionState(deps, tx, action, {
    status: everyone || action.status === 'done' ? 'done' : 'doing',
    fileId: given.fileId,
    by: personId,
    at,
  })
  await saveMarked(tx, {
    action,
    journeyId,
    communityId: board.communityId,
    itemId: row?.id,
    fileId: given.fileId,
    version,
    by: personId,
    at,
    keepWas: again !== undefined,
  })
  return action.id
}

/**
 * Puts an action back to how it stood before a template marked it; what people changed on it since stays as they have it.
 *
 * @returns false when it was changed since, or was not marked
 */
export async function undoMark(
  deps: Dependencies,
  tx: Tx,
  given: { journeyId: string; actionId: string; by: string; at: Date },
): Promise<boolean> {
  const marked = (await findMarked(tx, given.journeyId)).find(({ actionId }) => actionId === given.actionId)
  if (marked === undefined || marked.undoneAt) return false
  const action = await getAction(tx, given.journeyId, given.actionId)
  if (action.version !== marked.version) return false
  await changeActionState(deps, tx, action, { ...marked.was, by: given.by, at: given.at })
  await markUndone(tx, given.actionId, given.at)
  return true
}
