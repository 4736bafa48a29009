import type { Pack } from '../../content/schema.ts'
import type { EnginePack } from '../../domain/engine-pack.ts'

/**
 * The few ids and numbers of a pack that decide which questions are asked and check an answers file, for a page to carry along.
 * Texts, items and duties are left out: this is not a pack to score with.
 */
export function slimPack(pack: Pack): EnginePack {
  return {
    id: pack.id,
    languages: pack.languages,
    facets: pack.facets.map((facet) => ({ id: facet.id, levels: facet.levels.map(({ level }) => ({ level })) })),
    variants: pack.variants.map(({ id, ownGovernment }) => ({ id, ownGovernment })),
    domains: [],
    components: pack.components.map(({ id, core, domain, rubricVersion }) => ({ id, core, domain, rubricVersion })),
    items: [],
    profile: pack.profile.map(({ id, several, options }) => ({
      id,
      several,
      options: options.map((option) => ({ id: option.id, sets: option.sets })),
    })),
    duties: [],
    calibration: pack.calibration,
  } as unknown as EnginePack
}
