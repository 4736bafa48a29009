import { expect } from '../place.ts'
import { followMailedLink, type Person, showSecondFactor, signIn, type Walk } from './people.ts'

/** The link of the first start makes the first administrator, who sets up a code generator. */
export async function becomeAdministrator({ service, language }: Walk, administrator: Person): Promise<void> {
  const link = service.firstLinks.find((one) => one.includes(`/${language}/`)) ?? ''
  await administrator.open(link)
  await administrator.send({ name: administrator.name, email: administrator.email })
  await showSecondFactor(administrator)
  await administrator.open('/program/people')
}

/** Someone signs in for the first time, the administrator gives the role, and from then on a second factor is asked. */
export async function joinStaff(walk: Walk, administrator: Person, person: Person, role: string): Promise<void> {
  await signIn(walk, person)
  await administrator.open(`/program/people?find=${encodeURIComponent(person.email)}`)
  await administrator.page.locator('main table a').first().click()
  await administrator.look()
  await administrator.send({ roles: [role] })
  await person.page.goto(`/${walk.language}/start`)
  if (!person.page.url().includes('/sign-in/second-factor')) {
    await person.page.goto(`/${walk.language}/sign-in/second-factor`)
  }
  await person.look()
  await showSecondFactor(person)
  await person.look()
}

const communityName = 'Pine Bluff'

/** Whoever fills the public form in faster than that is taken for a machine, in milliseconds. */
const fastest = 3000

/** Someone without an account opens the public form. @returns sends it, later */
export async function openRequest(walk: Walk, lead: Person): Promise<() => Promise<void>> {
  await lead.open('/request')
  const opened = Date.now()
  return async () => {
    await lead.page.waitForTimeout(Math.max(0, opened + fastest - Date.now()))
    await askForService(walk, lead)
  }
}

async function askForService({ language }: Walk, lead: Person): Promise<void> {
  await lead.send({
    community: communityName,
    name: lead.name,
    role: 'CAO',
    email: lead.email,
    language,
    hopes: 'Know what data we hold, and use it to decide.',
    consent: 'yes',
  })
  await expect(lead.page.locator('main')).toContainText(communityName)
}

/** A manager accepts the request and names the advisor. */
export async function acceptRequest(manager: Person, advisor: Person): Promise<void> {
  await manager.open('/program/requests')
  await manager.page.getByRole('link', { name: communityName }).click()
  await manager.look()
  await manager.page.getByRole('radio', { name: advisor.name }).check()
  await manager.send({}, { action: '/accept' })
}

/** Follows the invitation that came by mail, signs in on the way, and accepts. */
export async function acceptInvitation(walk: Walk, person: Person): Promise<void> {
  const letter = await walk.service.mail.letterTo(person.email, /\/invitations\//)
  await person.open(letter.links.find((one) => one.includes('/invitations/')) ?? '')
  await person.page.locator('main a.button').click()
  await person.look()
  await person.send({ email: person.email })
  await followMailedLink(walk, person)
  await expect(person.page).toHaveURL(/\/invitations\//)
  await person.send({}, { action: '/accept' })
}
