import type { JourneyFacts } from '../../domain/stages.ts'
import type { Tx } from '../../platform/database/connection.ts'
import { draftPlanFacts } from '../action-plan/index.ts'
import { diagnosticFacts } from '../diagnostic/index.ts'
import { finalPlanFacts } from '../final-plan/index.ts'
import { interviewFacts } from '../interview/index.ts'
import { learningFacts } from '../learning/index.ts'
import type { Journey } from '../record/index.ts'
import { reportCardFacts } from '../report-card/index.ts'
import { requestFacts } from '../request/index.ts'
import { validationFacts } from '../validation/index.ts'

/** What every room knows about a journey: the guards decide on nothing else. */
export async function journeyFacts(tx: Tx, journey: Pick<Journey, 'id' | 'alone'>, now: Date): Promise<JourneyFacts> {
  const { id } = journey
  return {
    alone: journey.alone,
    ...(await requestFacts(tx, id)),
    ...(await interviewFacts(tx, id, now)),
    ...(await diagnosticFacts(tx, id)),
    ...(await reportCardFacts(tx, id)),
    ...(await draftPlanFacts(tx, id)),
    ...(await validationFacts(tx, id)),
    ...(await finalPlanFacts(tx, id)),
    ...(await learningFacts(tx, id)),
  }
}
