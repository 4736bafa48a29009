import type { JourneyFacts } from '../../domain/stages.ts'
import type { Tx } from '../../platform/database/connection.ts'
import { findBaseline } from '../diagnostic/index.ts'
import { baselineKey } from './card.ts'
import { readReview } from './review-store.ts'

/** What the report card says about whether the journey may move on: read and published for the baseline as it is locked now. */
export async function reportCardFacts(
  tx: Tx,
  journeyId: string,
): Promise<Pick<JourneyFacts, 'cardReviewed' | 'cardPublished'>> {
  const baseline = await findBaseline(tx, journeyId)
  if (baseline === undefined) return { cardReviewed: false, cardPublished: false }
  const key = baselineKey(baseline)
  const { reviewedBaseline, published } = await readReview(tx, journeyId)
  return { cardReviewed: reviewedBaseline === key, cardPublished: published?.baseline === key }
}
