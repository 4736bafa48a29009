import type { ActionPlan, CellOutcome, ItemReason, Pathway, PlanPriority, TwoByTwo } from './action-plan-types.ts'
import type { EnginePack } from './engine-pack.ts'
import type { ComponentResult, ReportCard } from './report-card-types.ts'
import { roundHalfUp } from './rounding.ts'

/** As in `communityView`: from so many people on figures are exact, and to so many decimals those of fewer. */
const exactFrom = 5
const decimals = 1
const weightDecimals = 2

/** V is counted in 10^-6; a plan that is passed on tells it to two decimals, or in hundredths of the better pathway. */
const whole = 1_000_000
const hundredth = 10_000

/** What the card beside the plan keeps back, by component: all of it, or what is finer than its rounded figures. */
type Kept = { withheld: (component: string) => boolean; few: (component: string) => boolean; secrets: boolean }

/**
 * The plan as it may be passed on beside `communityView(card)` (Method 4.4): what the card withholds of two people's answers is
 * not told by the plan either, and figures of fewer than five are as round as on the card. Order of priorities, pathways, items
 * and weeks stay. A priority whose level is withheld shows every step of its component, since the steps from today on would say
 * where today is.
 * @param card the view for the community
 * @returns the very same plan when the card shows every figure
 */
export function communityPlan(pack: Pick<EnginePack, 'components'>, plan: ActionPlan, card: ReportCard): ActionPlan {
  const hidden = new Set(card.withheld)
  const rounded = new Set(card.components.filter(isOfFew).map(({ component }) => component))
  if (hidden.size === 0 && rounded.size === 0) return plan
  const kept: Kept = {
    withheld: (component) => hidden.has(component),
    few: (component) => rounded.has(component),
    secrets: hidden.size > 0,
  }
  const { apart } = plan.trace
  const ratio = roundHalfUp(plan.ratio, weightDecimals)
  return {
    ...plan,
    priorities: plan.priorities.map((priority) => priorityView(pack, priority, kept)),
    pathways: { A: pathwayView(plan.pathways.A, kept), B: pathwayView(plan.pathways.B, kept) },
    ratio,
    twoByTwo: kept.secrets ? inShares(plan.twoByTwo) : inHundredths(plan.twoByTwo),
    weights: Object.fromEntries(
      Object.entries(plan.weights).flatMap(([component, weights]) => {
        if (kept.withheld(component)) return []
        if (!kept.few(component)) return [[component, weights]]
        const { A, B, terms } = weights
        const importance = roundHalfUp(terms.importance, weightDecimals)
        const round = { A: roundHalfUp(A, weightDecimals), B: roundHalfUp(B, weightDecimals) }
        return [[component, { ...round, terms: { ...terms, importance } }]]
      }),
    ),
    firstThirtyDays: plan.firstThirtyDays.filter(
      (step) => (step.kind !== 'talk-about' && step.kind !== 'take-action') || !kept.withheld(step.component),
    ),
    trace: { ...plan.trace, apart: { rule: apart.rule, from: { withheld: true }, value: ratio } },
  }
}

/** Two to four people; what one person said alone is shown as it is, and marked as one voice. */
function isOfFew({ asked, facets, importanceGiven = 0 }: ComponentResult): boolean {
  const few = (n: number) => n > 1 && n < exactFrom
  return asked && (facets.some(({ n }) => few(n)) || few(importanceGiven))
}

function priorityView(pack: Pick<EnginePack, 'components'>, priority: PlanPriority, kept: Kept): PlanPriority {
  if (kept.withheld(priority.component)) return withoutLevels(pack, priority)
  if (!kept.few(priority.component)) return priority
  const { weight, value, gap } = priority
  return {
    ...priority,
    ...(weight === undefined ? {} : { weight: roundHalfUp(weight, weightDecimals) }),
    ...(value === undefined ? {} : { value: roundHalfUp(value, weightDecimals) }),
    ...(gap === undefined ? {} : { gap: roundHalfUp(gap, decimals) }),
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

/** V, its bound and the gain of each item add up gaps with weights: beside the figures that are shown they would tell the others. */
function pathwayView(pathway: Pathway, kept: Kept): Pathway {
  const { gapClosed, value, upperBound, trace, ...rest } = pathway
  const sumTells = pathway.cells.some((cell) => cell.closed > 0 && kept.withheld(cell.component))
  const figures = {
    ...(value === undefined ? {} : { value: toHundredths(value) }),
    ...(upperBound === undefined ? {} : { upperBound: toHundredths(upperBound) }),
  }
  return {
    ...rest,
    ...(kept.secrets ? {} : figures),
    ...(gapClosed === undefined || sumTells ? {} : { gapClosed: roundHalfUp(gapClosed, decimals) }),
    items: pathway.items.map(({ marginal: _, ...item }) => ({
      ...item,
      reasons: item.reasons.map((reason) => reasonView(reason, kept)),
    })),
    cells: pathway.cells
      .filter((cell) => !kept.withheld(cell.component))
      .map((cell) => (kept.few(cell.component) ? roundedCell(cell) : cell)),
    trace: { rule: trace.rule, from: { withheld: true }, value: null },
  }
}

function reasonView(reason: ItemReason, kept: Kept): ItemReason {
  if (reason.kind !== 'closes') return reason
  const { component, facet, amount } = reason
  if (kept.withheld(component)) return { kind: 'works-on', component, facet }
  return kept.few(component) ? { ...reason, amount: roundHalfUp(amount, decimals) } : reason
}

function roundedCell(cell: CellOutcome): CellOutcome {
  const [now, closed, after] = [cell.now, cell.closed, cell.after].map((level) => roundHalfUp(level, decimals))
  return { ...cell, now: now ?? 0, closed: closed ?? 0, after: after ?? 0 }
}

const toHundredths = (value: number) => Math.round(value / hundredth) * hundredth

function inHundredths({ AunderA, AunderB, BunderA, BunderB }: TwoByTwo): TwoByTwo {
  return {
    AunderA: toHundredths(AunderA),
    AunderB: toHundredths(AunderB),
    BunderA: toHundredths(BunderA),
    BunderB: toHundredths(BunderB),
  }
}

/** Under each weighting the better pathway has 1 and the other its share of it, in whole per cent, as the table shows them. */
function inShares({ AunderA, AunderB, BunderA, BunderB }: TwoByTwo): TwoByTwo {
  const share = (value: number, other: number) => {
    const most = Math.max(value, other)
    return most === 0 ? 0 : toHundredths((whole * value) / most)
  }
  return {
    AunderA: share(AunderA, BunderA),
    BunderA: share(BunderA, AunderA),
    AunderB: share(AunderB, BunderB),
    BunderB: share(BunderB, AunderB),
  }
}
