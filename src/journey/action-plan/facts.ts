import type { JourneyFacts } from '../../domain/stages.ts'
import type { Tx } from '../../platform/database/connection.ts'
import { findKeptDraft } from './draft-store.ts'
import { openQuestionsOf } from './questions-store.ts'

/** What the draft plan says for the guards of its stage. */
export async function draftPlanFacts(
  tx: Tx,
  journeyId: string,
): Promise<Pick<JourneyFacts, 'pathwaysComputed' | 'expertAnswered' | 'draftPublished'>> {
  const draft = await findKeptDraft(tx, journeyId)
  const open = await openQuestionsOf(tx, journeyId)
  return {
    pathwaysComputed: draft !== undefined,
    expertAnswered: open.length === 0,
    draftPublished: draft?.published !== undefined,
  }
}
