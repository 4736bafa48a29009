import type { Pathway, PlanBasis, PlanPriority } from './action-plan-types.ts'
import { dutiesOf } from './duties.ts'
import type { EnginePack } from './engine-pack.ts'
import type { FacetResult, PriorityEntry, ReportCard } from './report-card-types.ts'

type Context = {
  pack: EnginePack
  card: ReportCard
  basis: PlanBasis
  /** All components with a gap in priority order. */
  ranked: readonly PriorityEntry[]
  pathways: readonly Pathway[]
}

/** The first N priorities, each with what can be done, how people will see that it worked, and the duties that bear on it. */
export function planPriorities({ pack, card, basis, ranked, pathways }: Context): PlanPriority[] {
  const duties = dutiesOf(pack, basis)
  return ranked.slice(0, basis.priorities).map((entry, index): PlanPriority => {
    const { component } = entry
    const facets = card.components.find((result) => result.component === component)?.facets ?? []
    const [first, ...others] = facets
    const signs = levelsToReach(first)
    const steps = pack.components.find(({ id }) => id === component)?.steps ?? []
    return {
      ...entry,
      rank: index + 1,
      ...(first?.level === undefined ? {} : { level: first.level }),
      wanted: first?.wanted ?? first?.level ?? 0,
      actions: signs.flatMap((to) => {
        const step = steps.find((candidate) => candidate.to === to)
        return step ? [{ component, from: to - 1, to, hours: step.hours }] : []
      }),
      signs,
      furtherSigns: others
        .map((result) => ({ facet: result.facet, levels: levelsToReach(result) }))
        .filter(({ levels }) => levels.length > 0),
      duties: duties.filter((duty) => duty.component === component).map(({ id }) => ({ id, component })),
      inPathways: pathways.filter((pathway) => worksOn(pathway, component)).map(({ id }) => id),
    }
  })
}

/**
 * From the level that describes today up to the wanted one. Where today's mean rounds up to the wanted level but is still
 * below it, the wanted level itself remains to be reached everywhere.
 */
function levelsToReach(result: FacetResult | undefined): number[] {
  const { level, wanted, gap = 0 } = result ?? {}
  if (level === undefined || wanted === undefined || gap <= 0) return []
  const last = Math.ceil(wanted)
  const from = Math.min(level, last - 1)
  return Array.from({ length: last - from }, (_, step) => from + step + 1)
}

function worksOn(pathway: Pathway, component: string): boolean {
  return pathway.items.some(({ reasons }) =>
    reasons.some((reason) => reason.kind === 'closes' && reason.component === component),
  )
}
