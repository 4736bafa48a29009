import { paths } from '../../paths.ts'
import { markInvented } from '../store.ts'
import type { World } from '../world.ts'
import { castCommunity, leadOf, type StoryJourney, storyJourney } from './journey.ts'

/** A community that starts by itself, without an advisor. */
export async function startAlone(world: World, id: string): Promise<StoryJourney> {
  const community = castCommunity(id)
  const { language, timeZone } = community
  const lead = world.as(leadOf(community))
  const typed = { name: community.name, language, timeZone, may: 'yes', title: 'Clerk' }
  const founded = await lead.send(paths.newCommunity(language), typed)
  const communityId = /\/communities\/([0-9a-f-]{36})/.exec(founded)?.[1] ?? ''
  await markInvented(world.db, communityId)
  const started = await lead.send(paths.newJourney(language, communityId), {})
  const journeyId = /\/journeys\/([0-9a-f-]{36})/.exec(started)?.[1] ?? ''
  return storyJourney(world, community, { communityId, id: journeyId })
}
