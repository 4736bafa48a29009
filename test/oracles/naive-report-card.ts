import type { AnswerRow, AnswerSet } from '../../src/domain/answers.ts'
import type { EnginePack } from '../../src/domain/engine-pack.ts'

type NaiveComponent = {
  asked: boolean
  scope: 'in' | 'out'
  statuses: string[]
  scores: (number | undefined)[]
  deviations: (number | undefined)[]
  gaps: (number | undefined)[]
  composite: number | undefined
  gap: number | undefined
  weight: number
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const all = (values: (number | undefined)[]) =>
  values.some((v) => v === undefined) ? undefined : mean(values as number[])

/**
 * A report card worked out the long way, straight from the words of the method: it filters the rows again for every figure and shares
 * no code with the engine. For tests on small cases.
 */
export function naiveReportCard(pack: EnginePack, answers: AnswerSet, jurisdiction: string) {
  const top = (pack.facets[0]?.levels.length ?? 1) - 1
  const facets = pack.facets.map((facet) => facet.id)
  const rowsOf = (component: string, facet: string) =>
    answers.rows.filter((row) => row.component === component && row.facet === facet && !isHidden(row))
  const isHidden = (row: AnswerRow) =>
    row.facet !== facets[0] &&
    answers.rows.some(
      (other) =>
        other.respondent === row.respondent &&
        other.component === row.component &&
        other.facet === facets[0] &&
        other.given.kind === 'na',
    )
  const count = (rows: AnswerRow[], kind: string) => rows.filter((row) => row.given.kind === kind).length
  const outOfScope = (rows: AnswerRow[]) => {
    const said = rows.length - count(rows, 'blank')
    return said > 0 && count(rows, 'na') / said > 0.5
  }
  const levels = (rows: AnswerRow[]) => rows.flatMap((row) => (row.given.kind === 'level' ? [row.given.level] : []))
  const reach = (id: string): Set<string> => {
    const next = pack.components.find((component) => component.id === id)?.enables ?? []
    return new Set(next.flatMap((one) => [one, ...reach(one)]))
  }
  const isAsked = (id: string) => answers.rows.some((row) => row.component === id)
  const counted = pack.components.filter(({ id }) => isAsked(id) && !outOfScope(rowsOf(id, facets[0] ?? '')))
  const largestReach = Math.max(0, ...counted.map(({ id }) => reach(id).size))

  const components = new Map<string, NaiveComponent>()
  for (const { id } of pack.components) {
    const first = rowsOf(id, facets[0] ?? '')
    const out = outOfScope(first)
    const isIn = isAsked(id) && !out
    const wishes = first.filter((row) => row.given.kind !== 'na')
    const wanted = wishes.flatMap((row) => (row.wanted === undefined ? [] : [row.wanted])).sort((a, b) => a - b)
    const middle = [wanted[Math.ceil(wanted.length / 2) - 1], wanted[Math.floor(wanted.length / 2)]]
    const target = wanted.length > 0 ? Math.floor(mean(middle as number[])) : undefined
    const importances = wishes.flatMap((row) => (row.importance === undefined ? [] : [row.importance]))

    const statuses: string[] = []
    const scores: (number | undefined)[] = []
    const deviations: (number | undefined)[] = []
    const gaps: (number | undefined)[] = []
    const planScores: (number | undefined)[] = []
    facets.forEach((facet, place) => {
      const rows = rowsOf(id, facet)
      const numbers = levels(rows)
      const facetOut = out || outOfScope(rows)
      const scored = !facetOut && numbers.length > 0
      statuses.push(facetOut ? 'out-of-scope' : scored ? 'scored' : count(rows, 'dk') > 0 ? 'unknown' : 'unanswered')
      scores.push(scored ? mean(numbers) : undefined)
      deviations.push(scored && numbers.length > 1 ? mean(numbers.map((x) => Math.abs(x - mean(numbers)))) : undefined)
      const planScore = facetOut ? undefined : (answers.agreed[id]?.[facet] ?? scores[place])
      planScores.push(planScore)
      const goal = target === undefined ? undefined : place === 0 ? target : Math.min(target, top - 1)
      gaps.push(isIn && goal !== undefined && planScore !== undefined ? Math.max(0, goal - planScore) : undefined)
    })
    const practice = planScores[0]
    const duty = pack.duties.some((one) => one.component === id && one.jurisdictions.includes(jurisdiction))
    const terms = [
      (importances.length > 0 ? mean(importances) : 1) / 3,
      largestReach > 0 ? reach(id).size / largestReach : 0,
      duty && (practice === undefined || practice < top / 2) ? 1 : 0,
      answers.needs.includes(id) ? 1 : 0,
    ] as const
    components.set(id, {
      asked: isAsked(id),
      scope: out ? 'out' : 'in',
      statuses,
      scores,
      deviations,
      gaps,
      composite: isIn ? all(scores) : undefined,
      gap: isIn ? all(gaps) : undefined,
      weight: isIn ? 0.5 * terms[0] + 0.2 * terms[1] + 0.15 * terms[2] + 0.15 * terms[3] : 0,
    })
  }

  const domains = new Map(
    pack.domains.map((domain) => {
      const own = domain.components.map((id) => components.get(id)).filter((one) => one?.asked && one.scope === 'in')
      const means = facets.map((_, place) => {
        const applies = own.filter((one) => one?.statuses[place] !== 'out-of-scope')
        const scored = applies.flatMap((one) => one?.scores[place] ?? [])
        return scored.length >= 2 && scored.length >= applies.length * 0.6 - 1e-9 ? mean(scored) : undefined
      })
      return [domain.id, means]
    }),
  )
  const near = (x: number) => Math.round(x * 1e9)
  const priorities = [...components]
    .flatMap(([id, { gap, weight }]) => (gap ? [{ id, gap, value: weight * gap }] : []))
    .sort((a, b) => near(b.value) - near(a.value) || near(b.gap) - near(a.gap) || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id)
  return { components, domains, priorities }
}
