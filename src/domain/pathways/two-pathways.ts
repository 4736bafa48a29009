import type { TwoByTwo } from '../action-plan-types.ts'
import type { ApartRule, PathwayProblem, PathwaySolution, ProblemItem } from './problem-types.ts'
import { solvePathway } from './solve.ts'
import { hoursOf, worthOf } from './value.ts'

/** Shares of the shorter pathway that both may have in common, in tenths, tried in this order (Method 4.7). */
export const triedTenths = [5, 6, 7, 8] as const

/** B is accepted when it is worth at least this share of the best B without the rule: 3 / 4. */
const acceptedQuarters = 3

/** One delta that was tried. */
export type TriedDelta = { tenths: number; value: number; ratio: number; proven: boolean }

export type TwoPathways = {
  a: PathwaySolution
  b: PathwaySolution
  /** B*: the best under weights B when it need not differ from A. */
  freeB: PathwaySolution
  /** The delta that was accepted, in tenths; absent when none was and `b` is `freeB`. */
  tenths?: number
  tried: TriedDelta[]
  /** Quarter hours that both pathways have in common. */
  sharedHours: number
  /** V_B(B) / V_B(B*); 1 when B* is worth nothing. */
  ratio: number
  twoByTwo: TwoByTwo
}

/** What goes to the worker: the two problems, their cells in the same order. */
export type PlanRequest = { a: PathwayProblem; b: PathwayProblem; nodeLimit?: number }

export type PlanSolution = TwoPathways

/** The heavy part of a plan, for a worker: finds both pathways. */
export function solvePlan(request: PlanRequest): PlanSolution {
  return solveTwoPathways(request.a, request.b, request.nodeLimit)
}

/**
 * Pathway A and a pathway B that differs from it enough to be a choice (Method 4.7). `b.proven` covers every search that
 * B rests on: A, B*, and each delta that was turned down.
 * @param b same cells in the same order as `a`, under weights B
 * @param nodeLimit for each single search
 * @throws RangeError when the cells of the two problems differ
 */
export function solveTwoPathways(a: PathwayProblem, b: PathwayProblem, nodeLimit?: number): TwoPathways {
  const sameCells = a.cells.every((cell, at) => {
    const other = b.cells[at]
    return cell.component === other?.component && cell.facet === other.facet && cell.gap === other.gap
  })
  if (!sameCells || a.cells.length !== b.cells.length) throw new RangeError('both pathways need the same cells')
  const limit = nodeLimit === undefined ? {} : { nodeLimit }
  const foundA = solvePathway(a, limit)
  const freeB = solvePathway(b, limit)
  const itemsA = chosenItems(a, foundA)
  const tried: TriedDelta[] = []
  let proven = foundA.proven && freeB.proven
  for (const tenths of triedTenths) {
    const apart: ApartRule = { items: foundA.items, hours: foundA.hours, tenths }
    // When B* keeps the rule by itself, it is the answer: nothing allowed can be better than the best of all.
    const found = keepsApart(b, freeB, apart) ? freeB : solvePathway(b, { ...limit, apart })
    proven &&= found.proven
    tried.push({ tenths, value: found.value, ratio: ratio(found.value, freeB.value), proven: found.proven })
    if (4 * found.value >= acceptedQuarters * freeB.value) return outcome(found, tenths)
  }
  return outcome(freeB)

  function outcome(chosenB: PathwaySolution, tenths?: number): TwoPathways {
    const itemsB = chosenItems(b, chosenB)
    return {
      a: foundA,
      // Its own search may be complete and B still unproven: then the bound that holds is that of the best B of all.
      b: { ...chosenB, proven, upperBound: proven ? chosenB.upperBound : freeB.upperBound },
      freeB,
      ...(tenths === undefined ? {} : { tenths }),
      tried,
      sharedHours: hoursOf(shared(itemsB, foundA.items)),
      ratio: ratio(chosenB.value, freeB.value),
      twoByTwo: {
        AunderA: foundA.value,
        AunderB: worthOf(b, itemsA),
        BunderA: worthOf(a, itemsB),
        BunderB: chosenB.value,
      },
    }
  }
}

function keepsApart(problem: PathwayProblem, solution: PathwaySolution, apart: ApartRule): boolean {
  const both = hoursOf(shared(chosenItems(problem, solution), apart.items))
  return 10 * both <= apart.tenths * Math.min(apart.hours, solution.hours)
}

function shared(items: readonly ProblemItem[], others: readonly string[]): ProblemItem[] {
  return items.filter((item) => others.includes(item.id))
}

/** The chosen items of a problem, by id. */
export function chosenItems(problem: PathwayProblem, solution: Pick<PathwaySolution, 'items'>): ProblemItem[] {
  const byId = new Map(problem.items.map((item) => [item.id, item]))
  return solution.items.flatMap((id) => byId.get(id) ?? [])
}

function ratio(value: number, free: number): number {
  return free === 0 ? 1 : value / free
}
