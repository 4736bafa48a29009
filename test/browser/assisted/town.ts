import type { Browser } from '@playwright/test'
import type { Language } from '../../../src/platform/languages.ts'
import { openRound } from './diagnostic.ts'
import { type At, agree, agreeOnSummary, bookInterview, findJourney, holdInterview, moveOn } from './interview.ts'
import { type Person, somebody, type Walk } from './people.ts'
import { acceptInvitation, acceptRequest, becomeAdministrator, joinStaff, openRequest } from './program.ts'
import { startService } from './service.ts'

/** A community whose diagnostic is open, with everyone signed in. */
export type Town = { walk: Walk; at: At; lead: Person; contributor: Person; advisor: Person }

/** Walks to the diagnostic without looking around: another test does. */
export async function buildTown(place: { browser: Browser; language: Language; scripts: boolean }): Promise<Town> {
  const walk: Walk = { ...place, service: await startService() }
  const person = (name: string) => somebody(walk, name, false)
  const [administrator, manager, advisor] = [
    await person('Alma Roy'),
    await person('Max Hill'),
    await person('Ann Petrov'),
  ]
  const [lead, contributor] = [await person('Joan Reid'), await person('Omar Haddad')]
  await becomeAdministrator(walk, administrator)
  const ask = await openRequest(walk, lead)
  await joinStaff(walk, administrator, manager, 'manager')
  await joinStaff(walk, administrator, advisor, 'advisor')
  await ask()
  await acceptRequest(manager, advisor)
  await acceptInvitation(walk, lead)
  const at = await findJourney(lead)
  await agree(walk, lead, at)
  await moveOn(lead, at)
  await bookInterview(walk, advisor, lead, at)
  await holdInterview(walk, advisor, at)
  await agreeOnSummary(advisor, lead, at)
  await moveOn(lead, at)
  await openRound(walk, lead, contributor, at)
  await administrator.page.context().close()
  await manager.page.context().close()
  return { walk, at, lead, contributor, advisor }
}
