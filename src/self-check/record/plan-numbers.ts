import { planLimits } from '../../domain/plan-basis.ts'

/**
 * Hours or weeks as they were typed, or nothing when that is no number within the limits. A decimal comma is how French writes
 * quarter hours.
 */
export function readPlanNumber(field: keyof typeof planLimits, typed: string): number | undefined {
  const text = typed.trim().replace(',', '.')
  const value = text === '' ? Number.NaN : Number(text)
  const { least, most } = planLimits[field]
  const fits = value >= least && value <= most && (field === 'hours' || Number.isInteger(value))
  return fits ? value : undefined
}
