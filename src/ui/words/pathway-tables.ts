import { domainName, facetInSentence } from '../../content/names.ts'
import type { Pack } from '../../content/schema.ts'
import type { ActionPlan } from '../../domain/action-plan-types.ts'
import { type ProjectedCard, projectCard } from '../../domain/project-card.ts'
import type { ReportCard } from '../../domain/report-card-types.ts'
import type { Language } from '../../platform/languages.ts'
import type { ChartTable } from '../charts/chart.ts'
import { formatLevel, formatNumber } from '../charts/numbers.ts'
import { pathwayWords } from './pathways.ts'
import { resultWords } from './results.ts'

type Given = { plan: ActionPlan; card: ReportCard; pack: Pack; language: Language }

/** Both pathways under both weightings: in each row the better one has 100. */
export function twoByTwoTable(
  { plan, language }: Pick<Given, 'plan' | 'language'>,
  labels: [string, string],
): ChartTable {
  const words = pathwayWords[language]
  const { AunderA, AunderB, BunderA, BunderB } = plan.twoByTwo
  const row = (label: string, a: number, b: number) => {
    const most = Math.max(a, b)
    return [label, ...[a, b].map((value) => formatNumber(most === 0 ? 0 : (100 * value) / most, language, 0))]
  }
  return {
    caption: words.compareCaption,
    head: [words.judgedBy, ...labels],
    rows: [row(words.under.A, AunderA, BunderA), row(words.under.B, AunderB, BunderB)],
  }
}

/** Both pathways' projections; worked out where the full card is at hand, shown only where the card shows today's figure. */
export type Projections = { A: ProjectedCard; B: ProjectedCard }

/** Where both pathways are expected to lead. */
export function projections(pack: Pack, card: ReportCard, { pathways }: Pick<ActionPlan, 'pathways'>): Projections {
  return { A: projectCard(pack, card, pathways.A), B: projectCard(pack, card, pathways.B) }
}

/** The published domains today and at the end of each pathway (Method 4.7). */
export function projectedTable({ plan, card, pack, language }: Given, given?: Projections): ChartTable {
  const words = pathwayWords[language]
  const { A, B } = given ?? projections(pack, card, plan)
  const after = ({ domains }: ProjectedCard, domain: string, facet: string) =>
    domains.find((one) => one.domain === domain)?.facets.find((one) => one.facet === facet)?.after
  const rows = card.domains.flatMap(({ domain, facets }) =>
    facets.flatMap(({ facet, score }) => {
      if (score === undefined) return []
      const name = domainName(pack, domain, language)
      const label = pack.facets.length > 1 ? `${name}, ${facetInSentence(pack, facet, language)}` : name
      return [
        [
          label,
          ...[score, after(A, domain, facet), after(B, domain, facet)].map((x) => formatLevel(x ?? score, language)),
        ],
      ]
    }),
  )
  return {
    caption: words.projectedCaption,
    head: [resultWords[language].domain, resultWords[language].today, words.afterPathway('A'), words.afterPathway('B')],
    rows,
  }
}
