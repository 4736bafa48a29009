import type { RoomDependencies } from '../../people/index.ts'
import type { Tx } from '../../platform/database/connection.ts'
import type { Journey } from '../record/index.ts'
import { ensureBoard } from './begin.ts'
import { publishLearningRecord } from './record.ts'

/** What a move of the journey means for its learning: entering the stage makes the board, leaving it publishes the record. */
export async function learningMoved(
  deps: Pick<RoomDependencies, 'findContent'>,
  tx: Tx,
  given: { journey: Journey; from: string; by: string; at: Date },
): Promise<void> {
  const { journey, by, at } = given
  if (journey.stage === 'learning') await ensureBoard(tx, journey, { at, by })
  if (given.from === 'learning') await publishLearningRecord(deps, tx, { journeyId: journey.id, by, at })
}
