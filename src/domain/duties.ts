import type { Duty } from '../content/schema.ts'
import type { PlanBasis } from './action-plan-types.ts'
import type { EnginePack } from './engine-pack.ts'

/**
 * The legal duties the pack lists for a community (Method 4.6). Without a jurisdiction there are none: nothing is guessed.
 * A duty for certain kinds of community binds one only when it says it is of that kind.
 */
export function dutiesOf(
  pack: Pick<EnginePack, 'duties'>,
  basis: Pick<PlanBasis, 'jurisdiction' | 'communityTypes'>,
): Duty[] {
  const { jurisdiction, communityTypes } = basis
  if (jurisdiction === undefined) return []
  return pack.duties.filter(
    (duty) =>
      duty.jurisdictions.includes(jurisdiction) &&
      (duty.communityTypes === undefined || duty.communityTypes.some((type) => communityTypes.includes(type))),
  )
}
