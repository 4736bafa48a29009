import { type PlanInput, planRequest } from './action-plan.ts'
import type { Pathway } from './action-plan-types.ts'
import { compareIds } from './ids.ts'
import { perHour, toParts } from './pathways/problem.ts'
import type { ProblemItem } from './pathways/problem-types.ts'
import { chosenItems } from './pathways/two-pathways.ts'
import { hoursOf, worthOf } from './pathways/value.ts'
import { plannedPathway } from './planned-pathway.ts'

/** A pathway that people put together themselves, starting from A or B. */
export type EditedPathway = { base: 'A' | 'B'; items: readonly string[] }

/**
 * The items with everything they need first: what the catalogue names as a prerequisite comes with them.
 * Ids that the catalogue lacks are left out.
 */
export function withPrerequisites(
  items: readonly { id: string; prerequisites: string[] }[],
  ids: readonly string[],
): string[] {
  const byId = new Map(items.map((item) => [item.id, item]))
  const found = new Set<string>()
  const add = (id: string) => {
    const item = byId.get(id)
    if (item === undefined || found.has(id)) return
    found.add(id)
    for (const needed of item.prerequisites) add(needed)
  }
  for (const id of ids) add(id)
  return [...found].sort(compareIds)
}

/**
 * A pathway of chosen items as people follow it: order, weeks and gap closed by the same rules as pathways A and B (Method 4.7).
 * It keeps the weekly hours of the plan, so more hours take more weeks. It is what people chose, so it is never called the best.
 */
export function chosenPathway(input: PlanInput, { base, items }: EditedPathway): Pathway {
  const ids = withPrerequisites(input.pack.items, items)
  const narrowed = { ...input, pack: { ...input.pack, items: input.pack.items.filter(({ id }) => ids.includes(id)) } }
  const problem = planRequest(narrowed)[base === 'A' ? 'a' : 'b']
  const known = new Set(problem.items.map(({ id }) => id))
  // Items that close nothing from today on are still followed when people want them.
  const others = narrowed.pack.items
    .filter(({ id }) => !known.has(id))
    .map((item): ProblemItem => ({ id: item.id, hours: toParts(item.hours, perHour), lifts: [], prerequisites: [] }))
  const whole = { ...problem, items: [...problem.items, ...others] }
  const followed = whole.items.map(({ id }) => id).sort(compareIds)
  const found = { items: followed, value: 0, hours: 0, upperBound: 0, proven: false, nodes: 0 }
  const chosen = chosenItems(whole, found)
  const value = worthOf(whole, chosen)
  const solution = { ...found, value, upperBound: value, hours: hoursOf(chosen) }
  return plannedPathway(base, { problem: whole, solution, card: input.card, weeks: input.basis.weeks })
}
