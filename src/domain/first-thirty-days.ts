import type { ActionPlan, FirstStep } from './action-plan-types.ts'
import type { ReportCard } from './report-card-types.ts'

const mostSteps = 6

/** 30 days touch this many weeks. */
const weeksWithin = 4

/** In this order people take the steps. */
const stepOrder: FirstStep['kind'][] = [
  'name-a-lead',
  'find-out',
  'talk-about',
  'set-goal',
  'start-item',
  'take-action',
  'review-date',
]

/** Which steps are kept first when there are too many: a list of kinds, one step of the kind each time. */
const keptFirst: FirstStep['kind'][] = [
  'start-item',
  'find-out',
  'take-action',
  'talk-about',
  'start-item',
  'set-goal',
  'find-out',
]

type Context = { card: ReportCard; plan: Omit<ActionPlan, 'firstThirtyDays'>; chosen?: 'A' | 'B' }

/**
 * What to do in the first 30 days: at most six steps, from naming a lead to setting a date to look back.
 * @param chosen the pathway people chose; before that, items in both pathways come first, then the first item of each
 */
export function firstThirtyDays({ card, plan, chosen }: Context): FirstStep[] {
  const important = plan.priorities.map((priority) => priority.component)
  const byPriority = (components: string[]) => [
    ...important.filter((component) => components.includes(component)),
    ...components.filter((component) => !important.includes(component)),
  ]
  const different = card.findings.flatMap((finding) => (finding.kind === 'different-views' ? [finding.component] : []))
  const withoutGoal = card.findings.flatMap((finding) => (finding.kind === 'goal-not-set' ? finding.components : []))
  const action = plan.priorities.flatMap((priority) => priority.actions.slice(0, 1))[0]
  const waiting = new Map<FirstStep['kind'], FirstStep[]>([
    ['find-out', byPriority(plan.findOut).map((component) => ({ kind: 'find-out', component }))],
    ['talk-about', byPriority([...new Set(different)]).map((component) => ({ kind: 'talk-about', component }))],
    ['set-goal', withoutGoal.map((component) => ({ kind: 'set-goal', component }))],
    ['start-item', itemsToStart(plan, chosen)],
    ['take-action', action ? [{ kind: 'take-action', component: action.component, to: action.to }] : []],
  ])
  const steps: FirstStep[] = [{ kind: 'name-a-lead' }, { kind: 'review-date' }]
  for (const kind of keptFirst) {
    const step = steps.length < mostSteps ? waiting.get(kind)?.shift() : undefined
    if (step) steps.push(step)
    // Where the pathways start differently, neither start is shown without the other.
    const other = step?.kind === 'start-item' && step.pathway ? waiting.get(kind)?.shift() : undefined
    if (other) steps.push(other)
  }
  return steps.sort((a, b) => stepOrder.indexOf(a.kind) - stepOrder.indexOf(b.kind))
}

function itemsToStart({ pathways }: Context['plan'], chosen: 'A' | 'B' | undefined): FirstStep[] {
  const { A, B } = pathways
  const early = (pathway: typeof A) => pathway.items.filter((item) => item.firstWeek <= weeksWithin)
  const start = (item: string, week: number, pathway?: 'A' | 'B'): FirstStep => ({
    kind: 'start-item',
    item,
    week,
    ...(pathway ? { pathway } : {}),
  })
  if (chosen) return early(pathways[chosen]).map(({ item, firstWeek }) => start(item, firstWeek))
  const both = early(A).flatMap(({ item, firstWeek }) => {
    const other = early(B).find((candidate) => candidate.item === item)
    return other ? [start(item, Math.min(firstWeek, other.firstWeek))] : []
  })
  if (both.length > 0) return both
  return [A, B].flatMap((pathway) =>
    early(pathway)
      .slice(0, 1)
      .map(({ item, firstWeek }) => start(item, firstWeek, pathway.id)),
  )
}
