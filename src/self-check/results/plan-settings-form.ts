import type { PlanBasis } from '../../domain/action-plan-types.ts'
import { readPlanNumber } from '../record/plan-numbers.ts'
import type { SelfCheckRecord } from '../record/record.ts'

const prefix = 'importance-'

/** A field of the plan page: hours, weeks, the chosen pathway, or how important a component is (`importance-<component>`). */
export type PlanField = { name: string; value: string }

/** What the plan page's forms ask for, held against what is saved now. */
export type PlanChange = {
  /** What was changed and can be saved. */
  changes: PlanField[]
  /** Changed here, and meanwhile to something else in another window. */
  conflicts: (PlanField & { saved: string })[]
  /** Values that cannot be used. */
  errors: PlanField[]
}

/**
 * Reads a form of the plan page. Of each field it sends what it showed when it was drawn (`was-<name>`) as well: what the person did
 * not touch is left alone, and what another window changed in the meantime is never overwritten unseen.
 *
 * @param basis what holds for the self-check now
 */
export function readPlanForm(
  fields: ReadonlyMap<string, string>,
  record: SelfCheckRecord,
  basis: Pick<PlanBasis, 'hours' | 'weeks'>,
): PlanChange {
  const out: PlanChange = { changes: [], conflicts: [], errors: [] }
  for (const [name, value] of fields) {
    const saved = savedValue(name, record, basis)
    if (saved === undefined) continue
    const was = fields.get(`was-${name}`) ?? saved
    if (value === was) continue
    if (!isUsable(name, value)) out.errors.push({ name, value })
    else if (saved !== was && saved !== value) out.conflicts.push({ name, value, saved })
    else if (saved !== value) out.changes.push({ name, value })
  }
  return out
}

/** The self-check with the given fields changed; values are usable. Hours are cut to quarter hours. */
export function withPlanFields(record: SelfCheckRecord, changes: readonly PlanField[]): SelfCheckRecord {
  let changed = record
  for (const { name, value } of changes) {
    if (name === 'hours') changed = { ...changed, hours: Math.floor((readPlanNumber(name, value) ?? 0) * 4) / 4 }
    if (name === 'weeks') changed = { ...changed, weeks: readPlanNumber(name, value) ?? 1 }
    if (name === 'chosen') {
      const { chosen: _, ...rest } = changed
      changed = value === 'A' || value === 'B' ? { ...rest, chosen: value } : rest
    }
    const component = componentOf(name)
    const answer = component === undefined ? undefined : changed.answers[component]
    if (component !== undefined && answer !== undefined) {
      changed = { ...changed, answers: { ...changed.answers, [component]: { ...answer, importance: Number(value) } } }
    }
  }
  return changed
}

/** What is saved for a field; undefined when there is no such field in this self-check. */
function savedValue(
  name: string,
  record: SelfCheckRecord,
  basis: Pick<PlanBasis, 'hours' | 'weeks'>,
): string | undefined {
  if (name === 'hours' || name === 'weeks') return String(basis[name])
  if (name === 'chosen') return record.chosen ?? ''
  const component = componentOf(name)
  const answer = component === undefined ? undefined : record.answers[component]
  return answer && String(answer.importance ?? '')
}

function isUsable(name: string, value: string): boolean {
  if (name === 'hours' || name === 'weeks') return readPlanNumber(name, value) !== undefined
  if (name === 'chosen') return ['', 'A', 'B'].includes(value)
  return ['0', '1', '2', '3'].includes(value)
}

/** The component that an importance field is about. */
export function componentOf(name: string): string | undefined {
  return name.startsWith(prefix) ? name.slice(prefix.length) : undefined
}
