import type { FinalPlanData } from '../../documents/final-plan-document.ts'
import type { Pathway } from '../../domain/action-plan-types.ts'
import { isBefore } from '../../domain/stages.ts'
import type { Tx } from '../../platform/database/connection.ts'
import { findLatestDocument, type Journey, recordEvent } from '../record/index.ts'
import { type Board, findBoard, insertBoard, insertItems, type NewItem } from './board-store.ts'

/** A signed final plan, as far as the board needs it. */
export type SignedPlan = { version: number; data: FinalPlanData }

/** The newest signed final plan of a journey. */
export async function findSignedPlan(tx: Tx, journeyId: string): Promise<SignedPlan | undefined> {
  const found = await findLatestDocument(tx, journeyId, 'final-plan')
  const data = found?.data as Partial<FinalPlanData> | null | undefined
  // What was published by other means than this service's pages may hold no pathway.
  return found && data?.choice?.pathway ? { version: found.version, data: data as FinalPlanData } : undefined
}

/** Quarter hours a week, as the plan spreads its hours: what does not divide evenly is rounded up. */
export function weeklyHoursOf({ hours, weeks }: { hours: number; weeks: number }): number {
  return Math.max(0.25, Math.ceil((hours / Math.max(weeks, 1)) * 4) / 4)
}

/** The items of a pathway as they begin on the board: where the plan puts them, week by week. */
export function itemsOf(pathway: Pathway): NewItem[] {
  return pathway.items.map((one, position) => {
    const parts = pathway.weeks.flatMap(({ week, parts }) =>
      week < one.firstWeek || week > one.lastWeek
        ? []
        : [parts.filter(({ item }) => item === one.item).reduce((sum, { hours }) => sum + hours, 0)],
    )
    return {
      item: one.item,
      hours: one.hours,
      firstWeek: one.firstWeek,
      parts: parts.length === 0 ? [one.hours] : parts,
      position,
      reasons: one.reasons,
      marginal: one.marginal ?? 0,
      origin: 'plan',
    }
  })
}

/** The last week that a pathway uses. */
export function weeksOf(pathway: Pathway): number {
  return Math.max(0, ...pathway.items.map(({ lastWeek }) => lastWeek))
}

/**
 * The board of a journey; the first time it is asked for from the stage of learning on, it is made of the signed final plan.
 *
 * @param by whose transaction it is
 * @returns nothing before the stage of learning, or without a signed plan
 */
export async function ensureBoard(
  tx: Tx,
  journey: Pick<Journey, 'id' | 'communityId' | 'stage'>,
  given: { at: Date; by: string },
): Promise<Board | undefined> {
  const found = await findBoard(tx, journey.id)
  if (found || isBefore(journey.stage, 'learning')) return found
  const plan = await findSignedPlan(tx, journey.id)
  const document = plan && (await findLatestDocument(tx, journey.id, 'final-plan'))
  if (plan === undefined || document === undefined) return undefined
  const { pathway } = plan.data.choice
  const { basis } = plan.data.plan
  const isNew = await insertBoard(tx, {
    journeyId: journey.id,
    communityId: journey.communityId,
    release: document.release,
    planVersion: plan.version,
    startsOn: plan.data.start,
    weeklyHours: weeklyHoursOf(basis),
    plannedWeeks: Math.max(basis.weeks, weeksOf(pathway)),
    at: given.at,
  })
  if (isNew) {
    await insertItems(tx, { journeyId: journey.id, communityId: journey.communityId }, itemsOf(pathway))
    await recordEvent(tx, {
      communityId: journey.communityId,
      journeyId: journey.id,
      personId: given.by,
      act: 'learning.begun',
      at: given.at,
      detail: { version: plan.version },
    })
  }
  return findBoard(tx, journey.id)
}
