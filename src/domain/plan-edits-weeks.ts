import type { Pathway, PlannedItem, PlannedWeek } from './action-plan-types.ts'
import type { PathwayProblem } from './pathways/problem-types.ts'
import type { EditOutcome, Misfit, StandingEdit } from './plan-edits-types.ts'

/**
 * Moves items of a pathway to the weeks people chose (Method 4.7, edited pathways): an item that is moved keeps its length, every
 * other one its place. It never begins before what it needs, nor after what needs it.
 * @param weeks length of the pathway
 */
export function movedItems(
  pathway: Pathway,
  problem: Pick<PathwayProblem, 'items'>,
  weeks: number,
  edits: readonly StandingEdit[],
): { pathway: Pathway; outcomes: EditOutcome[] } {
  const moves = edits.flatMap(({ n, edit }) =>
    edit.kind === 'item-moved' && edit.pathway === pathway.id ? [{ n, ...edit }] : [],
  )
  if (moves.length === 0) return { pathway, outcomes: [] }
  let items = pathway.items
  let moved = false
  const outcomes = moves.map(({ n, item, week }): EditOutcome => {
    if (moves.some((other) => other.item === item && other.n > n)) return { n, state: 'replaced' }
    const found = items.find((one) => one.item === item)
    const why = whyNot(item, week, { items, found, problem, weeks })
    if (why !== undefined || found === undefined) return { n, state: 'does-not-fit', why: why ?? 'not-in-pathway' }
    if (found.firstWeek === week) return { n, state: 'same-as-engine' }
    const length = found.lastWeek - found.firstWeek
    items = items.map((one) => (one === found ? { ...one, firstWeek: week, lastWeek: week + length } : one))
    moved = true
    return { n, state: 'applies', along: [] }
  })
  if (!moved) return { pathway, outcomes }
  const inOrder = [...items].sort((a, b) => a.firstWeek - b.firstWeek)
  return { pathway: { ...pathway, items: inOrder, weeks: weeksOf(inOrder, pathway) }, outcomes }
}

function whyNot(
  item: string,
  week: number,
  given: {
    items: readonly PlannedItem[]
    found: PlannedItem | undefined
    problem: Pick<PathwayProblem, 'items'>
    weeks: number
  },
): Misfit | undefined {
  const { items, found, problem, weeks } = given
  if (found === undefined) return 'not-in-pathway'
  if (week > weeks) return 'after-the-end'
  const needs = problem.items.find((one) => one.id === item)?.prerequisites ?? []
  const needing = problem.items.filter((one) => one.prerequisites.includes(item)).map((one) => one.id)
  if (items.some((one) => needs.includes(one.item) && one.firstWeek > week)) return 'before-prerequisite'
  if (items.some((one) => needing.includes(one.item) && one.firstWeek < week)) return 'after-dependent'
  return undefined
}

/** Hours by week: those of an item that was moved are spread as they were, shifted to its new weeks. */
function weeksOf(items: readonly PlannedItem[], before: Pathway): PlannedWeek[] {
  const parts = items.flatMap((item) => {
    const was = before.items.find((one) => one.item === item.item)
    const shift = item.firstWeek - (was?.firstWeek ?? item.firstWeek)
    return before.weeks.flatMap(({ week, parts }) =>
      parts.filter((part) => part.item === item.item).map((part) => ({ ...part, week: week + shift })),
    )
  })
  const last = Math.max(0, ...parts.map(({ week }) => week))
  return Array.from({ length: last }, (_, index) => {
    const inWeek = parts.filter(({ week }) => week === index + 1).map(({ item, hours }) => ({ item, hours }))
    return { week: index + 1, parts: inWeek, hours: inWeek.reduce((sum, { hours }) => sum + hours, 0) }
  })
}
