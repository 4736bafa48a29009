import type { LeftOut } from '../action-plan-types.ts'
import type { ApartRule, PathwayProblem, ProblemItem } from './problem-types.ts'
import { hoursOf, liftsByCell } from './value.ts'

/**
 * Why each considered item is not in a pathway: the first reason that is true of it, in an order that names what stands in
 * its way before what it would bring.
 * @param chosen the items of the pathway
 * @param apart the rule that B was found under, if it was
 */
export function leftOutItems(problem: PathwayProblem, chosen: readonly ProblemItem[], apart?: ApartRule): LeftOut[] {
  const ids = new Set(chosen.map((item) => item.id))
  const groups = new Set(chosen.flatMap((item) => item.group ?? []))
  const covered = liftsByCell(problem, chosen)
  const hours = hoursOf(chosen)
  const others = new Set(apart?.items)
  const shared = hoursOf(chosen.filter((item) => others.has(item.id)))

  const why = (item: ProblemItem): LeftOut['why'] => {
    if (item.group !== undefined && groups.has(item.group)) return 'same-content'
    const brings = item.lifts.some(({ cell }) => (covered[cell] ?? 0) < (problem.cells[cell]?.gap ?? 0))
    if (!brings) return item.lifts.length > 0 ? 'gap-closed' : 'lower-value'
    if (!item.prerequisites.every((id) => ids.has(id))) return 'prerequisite'
    if (hours + item.hours > problem.hours) return 'no-room'
    if (chosen.length >= problem.maxItems) return 'item-limit'
    const rule = apart && 10 * (shared + item.hours) > apart.tenths * Math.min(apart.hours, hours + item.hours)
    return others.has(item.id) && rule ? 'overlap' : 'lower-value'
  }
  return problem.items.filter((item) => !ids.has(item.id)).map((item) => ({ item: item.id, why: why(item) }))
}
