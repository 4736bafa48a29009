import type { Finding, ReportCard } from './report-card-types.ts'

/** One thing to decide on at the validation interview. `id` stays the same as long as the answers do. */
export type AgendaItem = { id: string } & (
  | { kind: 'different-views'; component: string; facet: string; split: boolean }
  | { kind: 'do-not-know' | 'unrealistic'; component: string; facet: string }
  | { kind: 'check-scope'; component: string }
  /** The advisor's own rating is a level or more away from the answers. */
  | { kind: 'advisor-differs'; component: string; facet: string; advisor: number }
  | { kind: 'one-voice' | 'goal-not-set' | 'goal-met'; components: string[] }
  | { kind: 'priority'; component: string; rank: number }
)

export type AgendaKind = AgendaItem['kind']

/** The order in which an interview takes them up: what people see differently first, what they agreed on last (Method 5.3). */
export const agendaOrder: readonly AgendaKind[] = [
  'different-views',
  'do-not-know',
  'advisor-differs',
  'check-scope',
  'unrealistic',
  'one-voice',
  'goal-not-set',
  'goal-met',
  'priority',
]

/** From this distance on, an advisor's rating goes on the agenda (Method 4.2). */
const advisorApart = 1

/**
 * What is talked over at validation: every finding, every facet on which the advisor is a level or more away, every priority.
 * It tells nothing that the community may not see (Method 4.4): findings come from its own view, and a rating beside a score that
 * is withheld is left out, since "a level away" would tell the score.
 *
 * @param given.whole the card with every figure, without agreed levels: an agreed level does not take a finding away
 * @param given.shown `communityView(whole)`
 * @param given.ratings the advisor's own: component -> facet -> level
 * @param given.priorities component ids in the draft plan's order
 */
export function validationAgenda(given: {
  whole: ReportCard
  shown: ReportCard
  ratings: Readonly<Record<string, Readonly<Record<string, number>>>>
  priorities: readonly string[]
}): AgendaItem[] {
  const items = [
    ...given.shown.findings.map(itemOf),
    ...advisorItems(given),
    ...given.priorities.map(
      (component, index): AgendaItem => ({ id: `priority:${component}`, kind: 'priority', component, rank: index + 1 }),
    ),
  ]
  return agendaOrder.flatMap((kind) => items.filter((item) => item.kind === kind))
}

function itemOf(finding: Finding): AgendaItem {
  if ('components' in finding) return { id: finding.kind, ...finding }
  const about = 'facet' in finding ? `${finding.component}:${finding.facet}` : finding.component
  return { id: `${finding.kind}:${about}`, ...finding }
}

function advisorItems({ whole, shown, ratings }: Parameters<typeof validationAgenda>[0]): AgendaItem[] {
  return whole.components.flatMap(({ component, facets }) =>
    facets.flatMap(({ facet, score }): AgendaItem[] => {
      const advisor = ratings[component]?.[facet]
      const isShown = shown.components
        .find((one) => one.component === component)
        ?.facets.some((one) => one.facet === facet && one.status === 'scored')
      if (advisor === undefined || score === undefined || !isShown || Math.abs(advisor - score) < advisorApart)
        return []
      return [{ id: `advisor-differs:${component}:${facet}`, kind: 'advisor-differs', component, facet, advisor }]
    }),
  )
}

/** The components an item is about. */
export function componentsOf(item: AgendaItem): string[] {
  return 'components' in item ? item.components : [item.component]
}

/** What was decided about an item. */
export const decisions = ['confirmed', 'amended', 'disputed'] as const
export type Decision = (typeof decisions)[number]

/** Items nobody has decided on yet. */
export function undecided(agenda: readonly AgendaItem[], decided: ReadonlySet<string>): AgendaItem[] {
  return agenda.filter(({ id }) => !decided.has(id))
}
