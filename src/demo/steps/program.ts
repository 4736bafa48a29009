import { paths } from '../../paths.ts'
import { cast } from '../cast.ts'
import { helpers } from '../texts-directory.ts'
import type { World } from '../world.ts'
import type { StoryJourney } from './journey.ts'

/** The administrator gives everyone their role. */
export async function giveRoles(world: World): Promise<void> {
  const administrator = world.as('administrator')
  for (const { id, staff } of cast) {
    if (staff.length === 0 || id === 'administrator') continue
    const page = paths.program(administrator.language, 'people', world.personIds.get(id) ?? '')
    await administrator.send(page, { roles: staff })
  }
}

/** Name, contact, privacy lead and funder of the invented program. */
export async function saveSettings(world: World): Promise<void> {
  await world.as('administrator').send(paths.program('fr', 'settings'), {
    'name.en': 'Demonstration Program for Open Communities',
    'name.fr': 'Programme de démonstration pour des communautés ouvertes',
    'funderLine.en': 'Funded by an invented fund. Everything here is an example.',
    'funderLine.fr': 'Financé par un fonds inventé. Tout est ici à titre d’exemple.',
    contactName: 'Miriam Adeyemi',
    contactEmail: 'manager@waymark.example',
    contactPhone: '613-555-0142',
    privacyLead: 'Antoine Lavoie',
    privacyEmail: 'administrator@waymark.example',
    'dataPlace.en': 'On this computer alone.',
    'dataPlace.fr': 'Sur cet ordinateur seulement.',
  })
}

/** Advisors and experts say what they bring, in the directory. */
export async function describeHelpers(world: World): Promise<void> {
  for (const [id, { most, ...entry }] of Object.entries(helpers)) {
    const browser = world.as(id)
    const typed = { ...entry, ...(most === undefined ? {} : { most }) }
    await browser.send(paths.directory(browser.language, 'me'), typed)
  }
}

/** A mishap, noted in the register of incidents. */
export async function recordIncident(world: World): Promise<void> {
  const day = world.now().toISOString().slice(0, 10)
  await world.as('manager').send(paths.program('en', 'incidents', 'new'), {
    happenedOn: day,
    noticedOn: day,
    what: 'An invitation went to a wrong address. It was revoked before anyone opened it.',
    whose: 'One contributor of an invented community.',
    seriousHarm: 'no',
    measures: 'Addresses are read back to the lead before they are saved.',
    told: 'The community lead was told the same day.',
    closedOn: day,
  })
}

/** A manager opens a community and says why: it shows in the community's log of reads. */
export async function openCommunity(world: World, { communityId }: StoryJourney): Promise<void> {
  await world.as('manager').send(paths.openCommunity('en', communityId), {
    reason: 'The lead asked by phone whether the plan can be read by the new council.',
  })
}

/** What is kept of a community must stay until a matter is settled. */
export async function holdCommunity(world: World, { communityId }: StoryJourney): Promise<void> {
  await world
    .as('manager')
    .send(
      paths.program('en', 'retention'),
      { community: communityId, reason: 'A request for access to records is open.' },
      '/retention/hold',
    )
}

export async function runRetention(world: World): Promise<void> {
  await world.as('manager').send(paths.program('en', 'retention'), {}, '/retention/run')
}
