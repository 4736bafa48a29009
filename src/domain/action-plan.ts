import type { ActionPlan, PlanBasis } from './action-plan-types.ts'
import type { EnginePack } from './engine-pack.ts'
import { firstThirtyDays } from './first-thirty-days.ts'
import { pathwayProblem, perHour } from './pathways/problem.ts'
import { type PlanRequest, type PlanSolution, solvePlan } from './pathways/two-pathways.ts'
import { planPriorities } from './plan-priorities.ts'
import { planRisks } from './plan-risks.ts'
import { plannedPathway } from './planned-pathway.ts'
import { priorityWeights, rankPriorities, topImportance, weigh } from './priorities.ts'
import type { ReportCard, WeightTerms } from './report-card-types.ts'

export { type PlanRequest, type PlanSolution, solvePlan } from './pathways/two-pathways.ts'

export type PlanInput = {
  pack: EnginePack
  /** With every figure: the view for whoever holds the answers. */
  card: ReportCard
  basis: PlanBasis
  /** Importance 0 to 3 by component, in place of what was answered; components left out keep theirs. */
  importanceOverride?: Record<string, number>
  /** The pathway people chose; it decides what the first 30 days hold. */
  chosen?: 'A' | 'B'
  /** Items that people put into a pathway, for a solution that holds them; a request for the solver has none. */
  also?: { A: readonly string[]; B: readonly string[] }
}

type Weights = { terms: WeightTerms; A: number; B: number }

/** What the solver needs, as plain data for a worker. Light enough for the main thread. */
export function planRequest(input: PlanInput): PlanRequest {
  const weights = pathwayWeights(input)
  const problem = (id: 'A' | 'B') =>
    pathwayProblem({
      pack: input.pack,
      card: input.card,
      basis: input.basis,
      weights: new Map([...weights].map(([component, weight]) => [component, weight[id]])),
      ...(input.also ? { also: input.also[id] } : {}),
    })
  return { a: problem('A'), b: problem('B') }
}

/**
 * The automatic action plan (Method 4.5 to 4.7): a draft that people decide on. The same input and solution always give the
 * same plan.
 * @param solution what `solvePlan` made of this input's `planRequest`
 */
export function actionPlan(input: PlanInput, solution: PlanSolution): ActionPlan {
  const { pack, card, basis, chosen } = input
  const { a, b } = planRequest(input)
  const weights = pathwayWeights(input)
  const { tenths } = solution
  const apart = tenths === undefined ? {} : { apart: { items: solution.a.items, hours: solution.a.hours, tenths } }
  const pathways = {
    A: plannedPathway('A', { problem: a, solution: solution.a, card, weeks: basis.weeks }),
    B: plannedPathway('B', { problem: b, solution: solution.b, card, weeks: basis.weeks, ...apart }),
  }
  const plan: Omit<ActionPlan, 'risks' | 'firstThirtyDays'> = {
    schemaVersion: 1,
    release: card.release,
    pack: card.pack,
    basis,
    priorities: planPriorities({
      pack,
      card,
      basis,
      ranked: rankedAgain(input, weights),
      pathways: [pathways.A, pathways.B],
    }),
    findOut: card.findOut,
    noGap: a.cells.length === 0,
    pathways,
    ...(tenths === undefined ? {} : { delta: tenths / 10 }),
    overlapHours: solution.sharedHours / perHour,
    ratio: solution.ratio,
    shareMost: tenths === undefined,
    twoByTwo: solution.twoByTwo,
    weights: Object.fromEntries(weights),
    dutyCheck: dutyCheck(pack, basis),
    trace: {
      weights: {
        rule: '4.6 pathway weights',
        from: { A: Object.values(priorityWeights.pathwayA), B: Object.values(priorityWeights.pathwayB) },
        value: null,
      },
      apart: {
        rule: '4.7 apart',
        from: {
          delta: solution.tried.map((one) => one.tenths / 10),
          value: solution.tried.map((one) => one.value),
          free: solution.freeB.value,
          freeItems: solution.freeB.items,
          hoursA: pathways.A.hours,
          hoursB: pathways.B.hours,
          sharedHours: solution.sharedHours / perHour,
        },
        value: solution.ratio,
      },
    },
  }
  const withRisks = { ...plan, risks: planRisks({ pack, card, plan }) }
  return { ...withRisks, firstThirtyDays: firstThirtyDays({ card, plan: withRisks, ...(chosen ? { chosen } : {}) }) }
}

/** Request, solution and plan in one go, for the command line and tests; it may take seconds, so never on a thread that serves people. */
export function draftPlan(input: PlanInput): ActionPlan {
  return actionPlan(input, solvePlan(planRequest(input)))
}

/** w of both pathways (Method 4.6) for every component asked and in scope. */
function pathwayWeights({ card, importanceOverride }: PlanInput): Map<string, Weights> {
  const inScope = card.components.filter((result) => result.asked && result.scope === 'in')
  return new Map(
    inScope.map(({ component, terms: given }) => {
      const importance = importanceOverride?.[component]
      const terms = importance === undefined ? given : { ...given, importance: importance / topImportance }
      return [
        component,
        { terms, A: weigh(priorityWeights.pathwayA, terms), B: weigh(priorityWeights.pathwayB, terms) },
      ]
    }),
  )
}

/** The report card's own list, unless importance was changed since. */
function rankedAgain({ card, basis, importanceOverride }: PlanInput, weights: ReadonlyMap<string, Weights>) {
  if (importanceOverride === undefined && card.top === basis.priorities) return card.priorities
  const candidates = card.components.flatMap(({ component, gap }) => {
    const terms = weights.get(component)?.terms
    return terms && gap ? [{ component, terms, gap }] : []
  })
  return rankPriorities(candidates, basis.priorities)
}

function dutyCheck(pack: EnginePack, basis: PlanBasis): ActionPlan['dutyCheck'] {
  const { jurisdiction } = basis
  if (jurisdiction === undefined) return 'unknown-jurisdiction'
  return pack.duties.some((duty) => duty.jurisdictions.includes(jurisdiction)) ? 'checked' : 'not-checked'
}
