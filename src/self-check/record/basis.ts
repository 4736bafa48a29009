import type { Pack } from '../../content/schema.ts'
import type { PlanBasis } from '../../domain/action-plan-types.ts'
import { planBasis } from '../../domain/plan-basis.ts'
import type { SelfCheckRecord } from './record.ts'

/** The parts of a pack that decide which questions are asked. */
export type AskingPack = Pick<Pack, 'id' | 'components' | 'facets' | 'variants' | 'profile' | 'languages'>

/**
 * What holds for this self-check: the profile's suggestions, then the person's own choices. While nothing says which form,
 * it is the short one.
 */
export function basisOf(pack: AskingPack, record: SelfCheckRecord): PlanBasis {
  const { hours, weeks, form, variant } = record
  const core = pack.components.filter((component) => component.core).map((component) => component.id)
  const basis = planBasis(pack as Pack, record.profile, {
    answeredComponents: core,
    ...(hours === undefined ? {} : { hours }),
    ...(weeks === undefined ? {} : { weeks }),
  })
  const known = pack.variants.some((candidate) => candidate.id === variant)
  return { ...basis, ...(form ? { form } : {}), ...(variant !== undefined && known ? { variant } : {}) }
}
