import type { Tx } from '../../platform/database/connection.ts'
import { dayIn } from '../../ui/dates.ts'
import { getCommunityOf, recordEvent } from '../record/index.ts'
import type { ActionStatus } from './action-status.ts'
import { mailAboutAction } from './actions-mails.ts'
import { getAction, type PlanAction, setActionState } from './actions-store.ts'
import type { MailDependencies } from './mails.ts'

/**
 * Puts an action into a state because of something outside its page: a template that shows it. Reminders stop or go on with it, and the record
 * says so.
 *
 * @param given.doneOn for an action that is done: today where the community is, unless told
 * @returns its version now
 */
export async function changeActionState(
  deps: MailDependencies,
  tx: Tx,
  action: PlanAction,
  given: { status: ActionStatus; fileId: string | undefined; doneOn?: string | undefined; by: string; at: Date },
): Promise<number> {
  const community = await getCommunityOf(tx, action.communityId)
  const doneOn = given.status === 'done' ? (given.doneOn ?? dayIn(given.at, community.time_zone)) : undefined
  await setActionState(tx, action.id, { ...given, doneOn })
  const changed = await getAction(tx, action.journeyId, action.id)
  const { owner } = action
  await mailAboutAction(deps, tx, changed, {
    communityName: community.name,
    by: { personId: given.by, name: '' },
    before: owner && 'personId' in owner ? owner.personId : undefined,
  })
  await recordEvent(tx, {
    communityId: action.communityId,
    journeyId: action.journeyId,
    personId: given.by,
    act: given.status === 'done' ? 'action-plan.action-done' : 'action-plan.action-changed',
    at: given.at,
    detail: { action: action.id },
  })
  return changed.version
}
