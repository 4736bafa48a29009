import { expect, test } from 'vitest'
import { aCommunity, aPerson } from '../../../test/builders/communities.ts'
import { signedInAs } from '../../../test/sign-in.ts'
import { testApp } from '../../../test/test-app.ts'
import { asPerson, listMembers } from '../index.ts'
import { listInvitations } from './invitation-store.ts'

const service = await testApp()
const { app, db, mail, clock } = service
const day = 86_400_000

const post = (path: string, personId: string, fields: Record<string, string> = {}) =>
  app.request(path, {
    method: 'POST',
    headers: { ...signedInAs(personId), 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields),
  })
const get = (path: string, personId?: string) =>
  app.request(path, personId ? { headers: signedInAs(personId) } : undefined)

const lead = await aPerson(service, { name: 'Lee' })
const communityId = await aCommunity(service, { name: 'Pine Harbour', members: [['lead', lead]] })
const invitations = `/en/communities/${communityId}/invitations`

/** Invites an address, and gives the path that its mail links to. */
async function invite(email: string, role = 'contributor', language = 'en'): Promise<string> {
  const answer = await post(invitations, lead.personId, { email, role, language })
  expect(answer.status).toBe(303)
  return linkIn()
}
const linkIn = () => new URL(mail.at(-1)?.link?.href ?? 'http://none').pathname
const idOf = async (email: string) =>
  (await asPerson(db, lead, (tx) => listInvitations(tx, communityId))).find((one) => one.email === email)?.id ?? ''
const rolesOf = async (personId: string) =>
  (await asPerson(db, lead, (tx) => listMembers(tx, communityId))).find((one) => one.personId === personId)?.roles

test('an invited person sees what it is about before signing in, and joins by accepting', async () => {
  const person = await aPerson(service, { name: 'Nour', email: 'nour@example.org' })
  const link = await invite(' Nour@Example.org ', 'contributor', 'fr')
  expect(mail.at(-1)).toMatchObject({ to: { address: 'nour@example.org' }, language: 'fr', secret: true })
  const out = await get(link)
  expect(out.status).toBe(200)
  expect(out.headers.get('cache-control')).toBe('no-store')
  const page = await out.text()
  expect(page).toContain('Lee vous invite à vous joindre à Pine Harbour')
  expect(page).toContain(`/fr/sign-in?to=${encodeURIComponent(link)}`)
  // Opening it, as a mail scanner does, changes nothing.
  await get(link, person.personId)
  expect(await rolesOf(person.personId)).toBeUndefined()
  const accepted = await post(`${link}/accept`, person.personId)
  expect(accepted.headers.get('location')).toBe(`/fr/communities/${communityId}`)
  expect(await rolesOf(person.personId)).toEqual(['contributor'])
})

test('accepting twice, also at once, makes one member; someone else finds it used', async () => {
  const person = await aPerson(service, { email: 'twice@example.org' })
  const other = await aPerson(service)
  const link = await invite('twice@example.org')
  const both = await Promise.all([post(`${link}/accept`, person.personId), post(`${link}/accept`, person.personId)])
  expect(both.map(({ status }) => status)).toEqual([303, 303])
  expect(await rolesOf(person.personId)).toEqual(['contributor'])
  expect((await get(link, person.personId)).headers.get('location')).toBe(`/en/communities/${communityId}`)
  const late = await post(`${link}/accept`, other.personId, { confirm: 'yes' })
  expect(late.status).toBe(410)
  expect(await late.text()).toContain('This invitation was used')
})

test('another address accepts only after saying that it is the same person', async () => {
  const person = await aPerson(service, { email: 'home@example.org' })
  const link = await invite('work@example.org')
  expect(await (await get(link, person.personId)).text()).toContain('Accept as home@example.org')
  expect((await post(`${link}/accept`, person.personId)).status).toBe(422)
  expect(await rolesOf(person.personId)).toBeUndefined()
  expect((await post(`${link}/accept`, person.personId, { confirm: 'yes' })).status).toBe(303)
  expect(await rolesOf(person.personId)).toEqual(['contributor'])
})

test('after two weeks the page says kindly that it has run out; sent again, a new link works and the old does not', async () => {
  const person = await aPerson(service, { email: 'slow@example.org' })
  const link = await invite('slow@example.org')
  clock.time = new Date(clock.time.getTime() + 14 * day)
  const late = await get(link)
  expect(late.status).toBe(410)
  expect(await late.text()).toContain('Ask the person who invited you to send it again')
  expect((await post(`${link}/accept`, person.personId)).status).toBe(410)
  const again = await post(`${invitations}/${await idOf('slow@example.org')}/resend`, lead.personId)
  expect(again.headers.get('location')).toContain('note=again')
  const fresh = linkIn()
  expect(fresh).not.toBe(link)
  expect((await get(link)).status).toBe(404)
  expect((await post(`${fresh}/accept`, person.personId)).status).toBe(303)
})

test('sending again twice in a moment sends one mail', async () => {
  await invite('eager@example.org')
  const id = await idOf('eager@example.org')
  clock.time = new Date(clock.time.getTime() + 2 * 60_000)
  const before = mail.length
  await post(`${invitations}/${id}/resend`, lead.personId)
  const second = await post(`${invitations}/${id}/resend`, lead.personId)
  expect(second.headers.get('location')).toContain('note=nothing')
  expect(mail.length).toBe(before + 1)
})

test('an invitation that was taken back lets nobody in', async () => {
  const person = await aPerson(service, { email: 'revoked@example.org' })
  const link = await invite('revoked@example.org')
  await post(`${invitations}/${await idOf('revoked@example.org')}/revoke`, lead.personId)
  expect(await (await get(link, person.personId)).text()).toContain('This invitation was taken back')
  expect((await post(`${link}/accept`, person.personId)).status).toBe(410)
  expect(await rolesOf(person.personId)).toBeUndefined()
})

test('saying no is possible, and adds nothing', async () => {
  const person = await aPerson(service, { email: 'no@example.org' })
  const link = await invite('no@example.org')
  expect(await (await post(`${link}/decline`, person.personId)).text()).toContain('You said no')
  expect((await post(`${link}/accept`, person.personId)).status).toBe(410)
  expect(await rolesOf(person.personId)).toBeUndefined()
})

test('a person finds what waits for their address where they start', async () => {
  const person = await aPerson(service, { email: 'start@example.org' })
  const other = await aPerson(service)
  await invite('start@example.org', 'steward')
  const id = await idOf('start@example.org')
  expect(await (await get('/en/start', person.personId)).text()).toContain(`/en/invitations/${id}`)
  expect((await get(`/en/invitations/${id}`, other.personId)).status).toBe(404)
  expect((await get(`/en/invitations/${id}`)).status).toBe(404)
  expect((await post(`/en/invitations/${id}/accept`, other.personId, { confirm: 'yes' })).status).toBe(404)
  expect((await post(`/en/invitations/${id}/accept`, person.personId)).status).toBe(303)
  expect(await rolesOf(person.personId)).toEqual(['steward'])
})

test('what cannot be invited is said beside its field', async () => {
  const wrong = await post(invitations, lead.personId, { email: 'nobody', role: 'contributor' })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('href="#email"')
  await invite('again@example.org')
  const again = await post(invitations, lead.personId, { email: 'again@example.org', role: 'contributor' })
  expect(await again.text()).toContain('invited already')
  const member = await post(invitations, lead.personId, { email: lead.email, role: 'lead' })
  expect(await member.text()).toContain('has this role already')
})

test('a link that leads nowhere says so', async () => {
  const answer = await get('/fr/invitations/nothing-here')
  expect(answer.status).toBe(404)
  expect(await answer.text()).toContain('Ce lien ne mène à aucune invitation')
})
