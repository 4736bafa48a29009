import type { Tx } from '../../platform/database/connection.ts'
import { ConflictError } from '../../platform/errors.ts'
import { type KeptSelfCheck, saveAnswer, saveSettings } from '../kept/store.ts'
import type { SelfCheckRecord } from '../record/record.ts'
import { type PlanField, withPlanFields } from './plan-settings-form.ts'

/**
 * Saves what the plan page changed in a kept self-check.
 *
 * @returns the self-check as it is now
 * @throws ConflictError when it was changed while this ran, which the lock of `changeKept` rules out
 */
export async function savePlanForm(
  tx: Tx,
  kept: KeptSelfCheck,
  changes: readonly PlanField[],
  now: Date,
): Promise<SelfCheckRecord> {
  const record = withPlanFields(kept.record, changes)
  if (record === kept.record) return record
  const saved = [await saveSettings(tx, kept.id, { record, version: kept.version })]
  for (const [component, answer] of Object.entries(record.answers)) {
    if (answer === kept.record.answers[component]) continue
    saved.push(await saveAnswer(tx, kept.id, component, { answer, version: kept.versions[component] ?? 0, now }))
  }
  if (saved.includes(false)) throw new ConflictError()
  return record
}
