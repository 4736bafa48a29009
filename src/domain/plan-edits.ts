import { actionPlan, type PlanInput, type PlanRequest, type PlanSolution, planRequest } from './action-plan.ts'
import type { ActionPlan, PlanBasis } from './action-plan-types.ts'
import { firstThirtyDays } from './first-thirty-days.ts'
import type { PathwaySolution } from './pathways/problem-types.ts'
import { chosenItems } from './pathways/two-pathways.ts'
import { hoursOf, worthOf } from './pathways/value.ts'
import { withTime } from './plan-basis.ts'
import { editedItems, type OpenProblems } from './plan-edits-items.ts'
import type { EditEntry, EditedPlan, EditOutcome, StandingEdit } from './plan-edits-types.ts'
import { movedItems } from './plan-edits-weeks.ts'
import type { ReportCard } from './report-card-types.ts'

export type EditedPlanInput = Omit<PlanInput, 'also'> & { edits: readonly EditEntry[] }

/** The changes that were not taken back, oldest first. */
export function standingEdits(entries: readonly EditEntry[]): StandingEdit[] {
  const undone = new Set(entries.flatMap((entry) => ('undoes' in entry ? [entry.undoes] : [])))
  return entries.filter((entry): entry is StandingEdit => 'edit' in entry && !undone.has(entry.n))
}

/** The hours and weeks that hold: the last ones a person set, otherwise those of the profile. */
export function editedBasis(input: EditedPlanInput): PlanBasis {
  const time = standingEdits(input.edits).findLast(({ edit }) => edit.kind === 'time')?.edit
  return time?.kind === 'time' ? withTime(input.pack, input.basis, time) : input.basis
}

/** What the solver is asked for an edited plan: the hours and weeks people set, and nothing else they changed. */
export function editedRequest(input: EditedPlanInput): PlanRequest {
  return planRequest({ ...input, basis: editedBasis(input) })
}

/** The plan with what people changed: from levels, importance and changes alone, so that it can be made again at any time. */
export async function planFor(
  input: EditedPlanInput,
  solve: (request: PlanRequest) => PlanSolution | Promise<PlanSolution>,
): Promise<EditedPlan> {
  return editedPlan(input, await solve(editedRequest(input)))
}

/**
 * Lays people's changes over the engine's plan (Method 4.7, edited pathways). The engine knows nothing of them: it is asked the same
 * whatever was changed, and a change that does not fit today is reported and kept for the day it does.
 * @param solution what the solver made of `editedRequest(input)`
 */
export function editedPlan(input: EditedPlanInput, solution: PlanSolution): EditedPlan {
  const basis = editedBasis(input)
  const given: PlanInput = { ...input, basis }
  const edits = standingEdits(input.edits)
  const { a: solved, b: otherSolved } = { a: solution.a, b: solution.b }
  const open = openProblems(given)
  const known = new Set(input.pack.items.map((item) => item.id))
  const inProblem = (items: readonly string[], id: 'A' | 'B') =>
    items.filter((item) => open[id].items.some((one) => one.id === item))
  const engineItems = { A: inProblem(solved.items, 'A'), B: inProblem(otherSolved.items, 'B') }
  const { items, added, removed, outcomes: ofItems } = editedItems(open, engineItems, edits, known)
  const changed = {
    A: added.A.length + removed.A.length > 0,
    B: added.B.length + removed.B.length > 0,
  }
  const engine = actionPlan(given, solution)
  const asEdited =
    changed.A || changed.B ? actionPlan({ ...given, also: items }, editedSolution(open, solution, items)) : engine
  const A = movedItems(withoutRemoved(asEdited.pathways.A, removed.A), open.A, basis.weeks, edits)
  const B = movedItems(withoutRemoved(asEdited.pathways.B, removed.B), open.B, basis.weeks, edits)
  const pathways = { A: marked(A.pathway, added.A), B: marked(B.pathway, added.B) }
  const plan: ActionPlan = { ...asEdited, pathways, shareMost: sharesMost(asEdited, changed) }
  const { chosen, card } = input
  const { words, outcomes: ofWords } = editedWords(plan, card, edits)
  return {
    plan: { ...plan, firstThirtyDays: firstThirtyDays({ card, plan, ...(chosen ? { chosen } : {}) }) },
    engine,
    basis,
    request: planRequest(given),
    solution,
    changed,
    added,
    removed,
    words,
    outcomes: [...ofItems, ...A.outcomes, ...B.outcomes, ...ofWords, ...ofTime(edits)].sort((x, y) => x.n - y.n),
  }
}

/** Both problems with every item of the catalogue that can be used. */
export function openProblems(input: PlanInput): OpenProblems {
  const all = input.pack.items.map((item) => item.id)
  const { a, b } = planRequest({ ...input, also: { A: all, B: all } })
  return { A: a, B: b }
}

/** The solution as it is with the items people want; what the search said of its own answer stays. */
function editedSolution(open: OpenProblems, solution: PlanSolution, items: Record<'A' | 'B', string[]>): PlanSolution {
  const solved = (id: 'A' | 'B', before: PathwaySolution): PathwaySolution => {
    const chosen = chosenItems(open[id], { items: items[id] })
    const value = worthOf(open[id], chosen)
    const upperBound = Math.max(before.upperBound, value)
    return { ...before, items: items[id], value, hours: hoursOf(chosen), upperBound }
  }
  const a = solved('A', solution.a)
  const b = solved('B', solution.b)
  const shared = items.B.filter((item) => items.A.includes(item))
  const free = solution.freeB.value
  return {
    ...solution,
    a,
    b,
    sharedHours: hoursOf(chosenItems(open.B, { items: shared })),
    ratio: free === 0 ? 1 : b.value / free,
    twoByTwo: {
      AunderA: a.value,
      AunderB: worthOf(open.B, chosenItems(open.B, a)),
      BunderA: worthOf(open.A, chosenItems(open.A, b)),
      BunderB: b.value,
    },
  }
}

/** What a person took out is not "left out" by the engine: it has its own line. */
function withoutRemoved(pathway: ActionPlan['pathways']['A'], removed: readonly string[]): ActionPlan['pathways']['A'] {
  return { ...pathway, leftOut: pathway.leftOut.filter(({ item }) => !removed.includes(item)) }
}

/** An item that people put in and that closes nothing more is there because they want it. */
function marked(pathway: ActionPlan['pathways']['A'], added: readonly string[]): ActionPlan['pathways']['A'] {
  const items = pathway.items.map((item) =>
    added.includes(item.item) ? { ...item, reasons: item.reasons.filter(({ kind }) => kind !== 'keeps-apart') } : item,
  )
  return { ...pathway, items }
}

/** Edited pathways are looked at as they are: more than eight tenths of the shorter one in common is "most". */
function sharesMost(plan: ActionPlan, changed: Record<'A' | 'B', boolean>): boolean {
  if (!changed.A && !changed.B) return plan.shareMost
  return 10 * plan.overlapHours > 8 * Math.min(plan.pathways.A.hours, plan.pathways.B.hours)
}

/** Whether the plan still has the part that words are about. */
export function hasPart(plan: Pick<ActionPlan, 'priorities'>, card: ReportCard, part: string): boolean {
  const [kind, about] = [part.slice(0, part.indexOf(':')), part.slice(part.indexOf(':') + 1)]
  if (part === 'message' || part === 'goal:A' || part === 'goal:B') return true
  if (kind === 'priority') return plan.priorities.some(({ component }) => component === about)
  return kind === 'finding' && card.findings.some((finding) => finding.kind === about)
}

function editedWords(plan: ActionPlan, card: ReportCard, edits: readonly StandingEdit[]) {
  const words: EditedPlan['words'] = {}
  const about = edits.flatMap(({ n, edit }) =>
    edit.kind === 'words' || edit.kind === 'words-restored' ? [{ n, edit }] : [],
  )
  const outcomes = about.map(({ n, edit }): EditOutcome => {
    const { part, language } = edit
    const later = about.some((one) => one.n > n && one.edit.part === part && one.edit.language === language)
    if (later) return { n, state: 'replaced' }
    if (edit.kind === 'words-restored') return { n, state: 'same-as-engine' }
    if (!hasPart(plan, card, part)) return { n, state: 'does-not-fit', why: 'part-gone' }
    words[part] = { ...words[part], [language]: edit.text }
    return { n, state: 'applies', along: [] }
  })
  return { words, outcomes }
}

function ofTime(edits: readonly StandingEdit[]): EditOutcome[] {
  const times = edits.filter(({ edit }) => edit.kind === 'time')
  return times.map(
    ({ n }): EditOutcome => (n === times.at(-1)?.n ? { n, state: 'applies', along: [] } : { n, state: 'replaced' }),
  )
}
