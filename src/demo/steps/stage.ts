import type { Stage } from '../../domain/stages.ts'
import { recordEvent, setStage } from '../../journey/record/index.ts'
import { asService } from '../../people/index.ts'
import type { World } from '../world.ts'
import type { StoryJourney } from './journey.ts'

/** Stages whose own pages ask for more than the story tells: the service moves the journey there. */
export async function enterStage(world: World, { id, communityId, lead }: StoryJourney, stage: Stage): Promise<void> {
  const { personId = '' } = lead
  const at = world.now()
  await asService(world.db, async (tx) => {
    await setStage(tx, { id, communityId }, { stage, at, by: personId })
    await recordEvent(tx, { communityId, journeyId: id, personId, act: 'journey.moved', at, detail: { to: stage } })
  })
}
