import type { SelfCheckRecord } from './record.ts'

const prefix = 'importance-'

/**
 * What the plan's settings change in a self-check: hours and weeks of the pathway, and how important a component is. Values that
 * make no sense, and an empty importance, change nothing.
 *
 * @param fields names and values as the form sends them
 */
export function changedByPlanSettings(
  record: SelfCheckRecord,
  fields: Iterable<readonly [string, string]>,
): SelfCheckRecord {
  let changed = record
  for (const [name, value] of fields) {
    const number = value.trim() === '' ? Number.NaN : Number(value)
    if (name === 'hours' && number >= 0.25 && number <= 400) changed = { ...changed, hours: Math.floor(number * 4) / 4 }
    if (name === 'weeks' && Number.isInteger(number) && number >= 1 && number <= 52)
      changed = { ...changed, weeks: number }
    if (name.startsWith(prefix) && [0, 1, 2, 3].includes(number)) {
      const component = name.slice(prefix.length)
      const answer = changed.answers[component]
      if (answer !== undefined) {
        changed = { ...changed, answers: { ...changed.answers, [component]: { ...answer, importance: number } } }
      }
    }
  }
  return changed
}
