import { paths } from '../../paths.ts'
import { castPerson } from '../cast.ts'
import { markInvented } from '../store.ts'
import type { World } from '../world.ts'
import { castCommunity, leadOf, linkIn, type StoryJourney, storyJourney } from './journey.ts'

/** A community asks for the service, with the public form. @returns address of the page that shows how it stands */
export async function requestService(world: World, communityId: string): Promise<string> {
  const community = castCommunity(communityId)
  const contact = castPerson(leadOf(community))
  const { staffFte = '', communityType = [] } = community.profile
  return world.visitor(community.language).send(paths.request(community.language), {
    community: community.name,
    name: contact.name,
    role: community.language === 'fr' ? 'Direction générale' : 'Chief administrative officer',
    email: contact.email,
    language: community.language,
    size: String(staffFte),
    type: [communityType].flat().map(String),
    hopes: community.hopes,
    consent: 'yes',
  })
}

/** Where managers decide on a community's request. */
async function requestPage(world: World, name: string): Promise<string> {
  const { html } = await world.as('manager').open(paths.program('en', 'requests'))
  const row = html.split('<tr').find((part) => part.includes(name)) ?? ''
  const found = /href="([^"]*\/program\/requests\/[0-9a-f-]{36})"/.exec(row)?.[1]
  if (found === undefined) throw new Error(`No open request of ${name}`)
  return found
}

export async function askBack(world: World, communityId: string, question: string): Promise<void> {
  const page = await requestPage(world, castCommunity(communityId).name)
  await world.as('manager').send(page, { question }, '/ask')
}

export async function declineRequest(world: World, communityId: string): Promise<void> {
  const page = await requestPage(world, castCommunity(communityId).name)
  await world.as('manager').send(page, {}, '/decline')
}

/** A manager accepts and names the advisor; the contact follows the invitation and leads from then on. */
export async function acceptRequest(world: World, id: string): Promise<StoryJourney> {
  const community = castCommunity(id)
  const advisor = world.personIds.get(community.advisor ?? '') ?? ''
  const page = await requestPage(world, community.name)
  await world.as('manager').send(page, { advisor }, '/accept')
  world.pass(180)
  const lead = leadOf(community)
  await acceptInvitation(world, lead)
  const start = await world.as(lead).open(paths.start(community.language))
  const communityId = linkIn(start.links, /\/communities\/[0-9a-f-]{36}/).slice(-36)
  const { links } = await world.as(lead).open(paths.community(community.language, communityId))
  const journeyId = /\/journeys\/([0-9a-f-]{36})/.exec(linkIn(links, /\/journeys\/[0-9a-f-]{36}/))?.[1] ?? ''
  await markInvented(world.db, communityId)
  return storyJourney(world, community, { communityId, id: journeyId })
}

/** Someone follows the link of the invitation that came by mail. */
export async function acceptInvitation(world: World, personId: string): Promise<string> {
  const { email } = castPerson(personId)
  return world.as(personId).send(world.linkFor(email, 'invitation'), {}, '/accept')
}

/** Intake: language, data terms and who approves; then the agreement. */
async function recordIntake(world: World, { lead, page, community }: StoryJourney): Promise<void> {
  await lead.send(page('request'), {
    language: community.language,
    terms: community.dataTerms,
    approval: community.approvalBody,
  })
  world.pass(10)
}

export async function acceptAgreement(world: World, journey: StoryJourney): Promise<void> {
  await recordIntake(world, journey)
  await journey.lead.send(journey.page('request'), { accept: 'yes' }, '/request/accept')
  world.pass(5)
}

/** Moves the journey on: everything that its stage asks for is there. */
export async function moveOn({ lead, page }: StoryJourney): Promise<void> {
  await lead.send(page(), {}, '/move')
}
