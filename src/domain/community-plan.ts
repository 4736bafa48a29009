import type { ActionPlan, ItemReason, Pathway, PlanPriority } from './action-plan-types.ts'
import type { EnginePack } from './engine-pack.ts'
import type { ReportCard } from './report-card-types.ts'

/**
 * The plan as it may be passed on beside `communityView(card)` (Method 4.4): what the card withholds of two people's answers is
 * not told by the plan either. Order of priorities, pathways, items and weeks stay. A priority whose level is withheld shows
 * every step of its component, since the steps from today on would say where today is.
 * @param card the view for the community
 * @returns the very same plan when the card withholds nothing
 */
export function communityPlan(pack: Pick<EnginePack, 'components'>, plan: ActionPlan, card: ReportCard): ActionPlan {
  const withheld = new Set(card.withheld)
  if (withheld.size === 0) return plan
  const shown = (component: string) => !withheld.has(component)
  return {
    ...plan,
    priorities: plan.priorities.map((priority) =>
      shown(priority.component) ? priority : withoutLevels(pack, priority),
    ),
    pathways: { A: pathwayView(plan.pathways.A, shown), B: pathwayView(plan.pathways.B, shown) },
    weights: Object.fromEntries(Object.entries(plan.weights).filter(([component]) => shown(component))),
    firstThirtyDays: plan.firstThirtyDays.filter(
      (step) => (step.kind !== 'talk-about' && step.kind !== 'take-action') || shown(step.component),
    ),
  }
}

function withoutLevels(pack: Pick<EnginePack, 'components'>, priority: PlanPriority): PlanPriority {
  const { component, firm, timesInTop, rank, duties, inPathways } = priority
  const steps = pack.components.find(({ id }) => id === component)?.steps ?? []
  return {
    component,
    firm,
    timesInTop,
    rank,
    actions: steps.map(({ to, hours }) => ({ component, from: to - 1, to, hours })),
    signs: [],
    furtherSigns: [],
    duties,
    inPathways,
  }
}

function pathwayView(pathway: Pathway, shown: (component: string) => boolean): Pathway {
  const { gapClosed, trace, ...rest } = pathway
  // A sum that a withheld amount went into would tell it, being next to the amounts that are shown.
  const sumTells = pathway.cells.some((cell) => cell.closed > 0 && !shown(cell.component))
  const reasonView = (reason: ItemReason): ItemReason =>
    reason.kind === 'closes' && !shown(reason.component)
      ? { kind: 'works-on', component: reason.component, facet: reason.facet }
      : reason
  return {
    ...rest,
    ...(gapClosed === undefined || sumTells ? {} : { gapClosed }),
    items: pathway.items.map((item) => ({ ...item, reasons: item.reasons.map(reasonView) })),
    cells: pathway.cells.filter((cell) => shown(cell.component)),
    trace: { rule: trace.rule, from: { withheld: true }, value: trace.value },
  }
}
