import { Table } from '../../../ui/parts.tsx'
import { projectedTable } from '../../../ui/words/pathway-tables.ts'
import { pathwayWords } from '../../../ui/words/pathways.ts'
import type { PlanProps } from './plan-props.ts'

/** The report card at the end of each pathway, domain by domain: a projection, never a result. */
export function ProjectedCard(props: PlanProps) {
  const words = pathwayWords[props.language]
  const table = projectedTable(props)
  if (table.rows.length === 0) return null
  return (
    <>
      <h3>{words.projected}</h3>
      <p>{words.projectedLead}</p>
      <Table {...table} hideCaption />
    </>
  )
}
