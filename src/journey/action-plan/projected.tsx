import { projectCard } from '../../domain/project-card.ts'
import { formatLevel } from '../../ui/charts/numbers.ts'
import { Table } from '../../ui/parts.tsx'
import { domainName, facetName } from '../report-card/index.ts'
import { actionPlanMessages } from './messages.ts'
import type { PlanProps } from './plan-props.ts'

/** The report card at the end of each pathway, domain by domain: a projection, never a result. */
export function ProjectedCard({ plan, card, pack, language }: PlanProps) {
  const t = actionPlanMessages[language]
  const afterA = projectCard(pack, card, plan.pathways.A)
  const afterB = projectCard(pack, card, plan.pathways.B)
  const rows = afterA.domains.flatMap(({ domain, facets }) =>
    facets.map((facet) => {
      const inB = afterB.domains
        .find((candidate) => candidate.domain === domain)
        ?.facets.find((candidate) => candidate.facet === facet.facet)
      return [
        `${domainName(pack, domain, language)}, ${facetName(pack, facet.facet, language).toLowerCase()}`,
        formatLevel(facet.now, language),
        formatLevel(facet.after, language),
        formatLevel(inB?.after ?? facet.now, language),
      ]
    }),
  )
  if (rows.length === 0) return null
  return (
    <>
      <h3>{t.projectedTitle}</h3>
      <p>{t.projectedLead}</p>
      <Table
        caption={t.projectedTitle}
        hideCaption
        head={[t.domain, t.now, t.afterPathway('A'), t.afterPathway('B')]}
        rows={rows}
      />
    </>
  )
}
