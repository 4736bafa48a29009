import { timeLine } from '../../domain/stages.ts'
import type { Tx } from '../../platform/database/connection.ts'
import { learningTotals } from '../learning/index.ts'
import { getJourney, listDecisions, listDocuments, listPauses, listStageEntries, listTeam } from '../record/index.ts'
import { journeyFacts } from './facts.ts'
import type { OverviewValues } from './overview-page.tsx'

/** Decisions on the overview; the record has them all. */
const mostDecisions = 30

/** Everything the overview shows. */
export async function loadOverview(tx: Tx, journeyId: string, now: Date): Promise<OverviewValues> {
  const journey = await getJourney(tx, journeyId)
  const pauses = await listPauses(tx, journeyId)
  const entries = await listStageEntries(tx, journeyId)
  const documents = await listDocuments(tx, journeyId)
  const newest = new Set<string>()
  return {
    journey,
    facts: await journeyFacts(tx, journey, now),
    learning: await learningTotals(tx, journeyId),
    pauses,
    entered: new Map(entries.map(({ stage, at }) => [stage, at])),
    line: timeLine({ ...journey, pauses }, now),
    documents: documents.filter(({ kind }) => !newest.has(kind) && newest.add(kind)),
    decisions: await listDecisions(tx, journeyId, mostDecisions),
    team: await listTeam(tx, journey.communityId),
  }
}
