import { paths } from '../../paths.ts'
import type { Language } from '../../platform/languages.ts'
import type { Browser } from '../browser.ts'
import { type CastCommunity, castPerson, communities } from '../cast.ts'
import type { World } from '../world.ts'

/** A journey of the story: which community, who acts in it, and where its pages are. */
export type StoryJourney = {
  community: CastCommunity
  communityId: string
  id: string
  language: Language
  lead: Browser
  /** Of a journey alone, the lead: advisors' acts are the lead's there. */
  advisor: Browser
  /** The address of a page of this journey, in the community's language or in that of a browser. */
  page(part?: Parameters<typeof paths.journey>[2], ...rest: string[]): string
}

export function castCommunity(id: string): CastCommunity {
  const found = communities.find((one) => one.id === id)
  if (found === undefined) throw new Error(`The demonstration has no community ${id}`)
  return found
}

export function storyJourney(
  world: World,
  community: CastCommunity,
  ids: { communityId: string; id: string },
): StoryJourney {
  const lead = world.as(leadOf(community))
  return {
    community,
    ...ids,
    language: community.language,
    lead,
    advisor: community.advisor === undefined ? lead : world.as(community.advisor),
    page: (part, ...rest) => paths.journey(community.language, ids.id, part, ...rest),
  }
}

export function leadOf(community: CastCommunity): string {
  const lead = community.people.find(([, role]) => role === 'lead')?.[0]
  if (lead === undefined) throw new Error(`${community.name} has no lead`)
  return castPerson(lead).id
}

/** The first link of a page whose address matches. */
export function linkIn(links: readonly string[], shape: RegExp): string {
  const found = links.find((link) => shape.test(link))
  if (found === undefined) throw new Error(`No link like ${shape} among ${links.join(' ')}`)
  return found
}
