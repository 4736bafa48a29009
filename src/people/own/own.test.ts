import { expect, test } from 'vitest'
import { aCommunity, aJourney, aPerson } from '../../../test/builders/communities.ts'
import { signedInAs } from '../../../test/sign-in.ts'
import { testApp } from '../../../test/test-app.ts'
import { readCsv } from '../../platform/csv.ts'
import { withSettings } from '../../platform/database/connection.ts'
import { asPerson, asService, listCommunityEvents, nameOf } from '../index.ts'

const service = await testApp()
const { app, db, mail, clock } = service

const post = (path: string, personId: string, fields: Record<string, string> = {}, strong = true) =>
  app.request(path, {
    method: 'POST',
    headers: { ...signedInAs(personId, { strong }), 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields),
  })
const get = (path: string, personId: string) => app.request(path, { headers: signedInAs(personId) })
const accountOf = (personId: string) =>
  withSettings(db, { 'waymark.purpose': 'identity' }, (tx) =>
    tx.selectFrom('people_person').selectAll().where('id', '=', personId).executeTakeFirst(),
  )

test('a person sees and corrects what the service knows about them', async () => {
  const person = await aPerson(service, { name: 'Mari' })
  const fields = { name: ' Marie  Roy ', language: 'fr', timeZone: 'America/Halifax' }
  expect((await post('/en/account', person.personId, fields)).status).toBe(303)
  expect(await accountOf(person.personId)).toMatchObject({
    name: 'Marie Roy',
    language: 'fr',
    time_zone: 'America/Halifax',
  })
  const refused = await post('/fr/account', person.personId, { ...fields, name: ' ' })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('Écrivez un nom')
})

test('an address changes only when its link was opened and confirmed by the same person', async () => {
  const person = await aPerson(service, { email: 'old@example.org' })
  const other = await aPerson(service)
  const asked = await post('/en/account/email', person.personId, { email: 'New@example.org' })
  expect(asked.status).toBe(303)
  expect(mail.at(-1)).toMatchObject({ to: { address: 'new@example.org' }, secret: true })
  const link = new URL(mail.at(-1)?.link?.href ?? '').pathname
  expect((await get(link, person.personId)).status).toBe(200)
  expect((await accountOf(person.personId))?.email).toBe('old@example.org')
  expect((await post(link, other.personId)).status).toBe(410)
  expect((await post(link, person.personId)).status).toBe(303)
  expect(await accountOf(person.personId)).toMatchObject({ email: 'new@example.org', email_verified: true })
  expect(mail.at(-1)?.to.address).toBe('old@example.org')
  expect((await post(link, person.personId)).status).toBe(410)
})

test('whether an address has an account shows nowhere, and a link runs out', async () => {
  const person = await aPerson(service)
  const other = await aPerson(service, { email: 'taken@example.org' })
  const before = mail.length
  const taken = await post('/en/account/email', person.personId, { email: other.email })
  expect(taken.headers.get('location')).toBe(`/en/account?sent=${encodeURIComponent(other.email)}`)
  expect(mail.length).toBe(before)
  await post('/en/account/email', person.personId, { email: 'later@example.org' })
  const link = new URL(mail.at(-1)?.link?.href ?? '').pathname
  const start = clock.time
  clock.time = new Date(start.getTime() + 25 * 3_600_000)
  expect((await get(link, person.personId)).status).toBe(410)
  expect((await post(link, person.personId)).status).toBe(410)
  clock.time = start
})

test('someone who works for the program shows a second factor before their address moves', async () => {
  const staff = await aPerson(service, { staff: ['advisor'] })
  const answer = await post('/en/account/email', staff.personId, { email: 'thief@example.org' }, false)
  expect(answer.headers.get('location')).toContain('/sign-in/second-factor')
})

test('the export holds what is the person’s own and nothing of anyone else', async () => {
  const person = await aPerson(service, { name: 'Ona', email: 'ona@example.org' })
  const other = await aPerson(service, { name: 'Somebody Else' })
  await aCommunity(service, {
    name: 'Cove',
    members: [
      ['lead', other],
      ['contributor', person],
    ],
  })
  const answer = await get('/en/account/data/export.json', person.personId)
  expect(answer.headers.get('content-disposition')).toContain('attachment')
  const text = await answer.text()
  expect(text).not.toContain('Somebody Else')
  expect(text).not.toContain(other.personId)
  expect(JSON.parse(text)).toMatchObject({
    schemaVersion: 1,
    account: [{ name: 'Ona', email: 'ona@example.org' }],
    memberships: [{ name: 'Cove', role: 'contributor' }],
    files: [],
  })
  const csv = readCsv(await (await get('/fr/account/data/export.csv', person.personId)).text())
  expect(csv.ok && csv.cells.records).toContainEqual(['account', '1', 'email', 'ona@example.org'])
  expect(await (await get('/en/account/data', person.personId)).text()).toContain('Everything about you was downloaded')
})

test('withdrawing is confirmed, noted once, and told to the community without a name', async () => {
  const person = await aPerson(service)
  const lead = await aPerson(service)
  const communityId = await aCommunity(service, {
    members: [
      ['lead', lead],
      ['contributor', person],
    ],
  })
  const journeyId = await aJourney(service, { communityId, by: lead })
  const withdraw = '/en/account/data/withdraw'
  const from = `${communityId}/${journeyId}`
  expect((await post(withdraw, person.personId, { from })).status).toBe(422)
  expect((await post(withdraw, person.personId, { from: lead.personId, confirm: 'yes' })).status).toBe(422)
  expect((await post(withdraw, person.personId, { from, confirm: 'yes' })).status).toBe(303)
  expect((await post(withdraw, person.personId, { from, confirm: 'yes' })).status).toBe(303)
  const rows = await asPerson(db, person, (tx) => tx.selectFrom('people_withdrawal').selectAll().execute())
  expect(rows).toHaveLength(1)
  expect(await asPerson(db, lead, (tx) => tx.selectFrom('people_withdrawal').selectAll().execute())).toEqual([])
  const events = await asPerson(db, lead, (tx) => listCommunityEvents(tx, communityId))
  expect(events[0]).toMatchObject({ act: 'answers.withdrawn', personId: undefined })
})

test('an account goes after an export and a typed address; the community’s record stays without the name', async () => {
  const person = await aPerson(service, { name: 'Gone Soon', email: 'gone@example.org' })
  const lead = await aPerson(service)
  const communityId = await aCommunity(service, {
    members: [
      ['lead', lead],
      ['contributor', person],
    ],
  })
  const page = '/en/account/data/delete'
  expect((await post(page, person.personId, { email: 'gone@example.org' })).status).toBe(422)
  await get('/en/account/data/export.json', person.personId)
  expect((await post(page, person.personId, { email: 'other@example.org' })).status).toBe(422)
  const done = await post(page, person.personId, { email: 'Gone@example.org' })
  expect(done.status).toBe(200)
  expect(await done.text()).toContain('Your account is deleted')
  expect(await accountOf(person.personId)).toBeUndefined()
  expect((await get('/en/start', person.personId)).status).toBe(303)
  expect(await asPerson(db, lead, (tx) => nameOf(tx, person.personId))).toBeUndefined()
  const events = await asPerson(db, lead, (tx) => listCommunityEvents(tx, communityId))
  expect(events[0]).toMatchObject({ act: 'member.account-deleted', personId: undefined })
  const kept = await asService(db, (tx) => tx.selectFrom('people_erasure').selectAll().execute())
  expect(JSON.stringify(kept)).not.toContain('gone@example.org')
  expect(kept).toHaveLength(1)
})

test('an account stays while others need it handed over, staff roles hold it, or the law does', async () => {
  const lead = await aPerson(service, { email: 'lead@example.org' })
  const communityId = await aCommunity(service, {
    name: 'Needs A Lead',
    members: [
      ['lead', lead],
      ['contributor', await aPerson(service)],
    ],
  })
  await get('/en/account/data/export.json', lead.personId)
  const page = '/en/account/data/delete'
  const refused = await post(page, lead.personId, { email: 'lead@example.org' })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain(`/en/communities/${communityId}/leave`)

  const staff = await aPerson(service, { staff: ['expert'] })
  await get('/en/account/data/export.json', staff.personId)
  expect((await post(page, staff.personId, { email: staff.email })).status).toBe(422)

  const held = await aPerson(service)
  const heldCommunity = await aCommunity(service, { members: [['contributor', held]] })
  await asService(db, (tx) =>
    tx
      .updateTable('people_community')
      .set({ legal_hold_since: clock.time, legal_hold_reason: 'A case' })
      .where('id', '=', heldCommunity)
      .execute(),
  )
  await get('/en/account/data/export.json', held.personId)
  expect(await (await post(page, held.personId, { email: held.email })).text()).toContain('legal hold')
  for (const { personId } of [lead, staff, held]) expect(await accountOf(personId)).toBeDefined()
})

test('the first page of someone new offers three ways to begin', async () => {
  const person = await aPerson(service, { name: 'Newcomer' })
  const page = await (await get('/en/start', person.personId)).text()
  for (const path of ['/en/request', '/en/communities/new', '/en/self-check']) expect(page).toContain(`href="${path}"`)
})

test('the first page lists communities, journeys and the next step, and a desk for staff', async () => {
  const person = await aPerson(service)
  const communityId = await aCommunity(service, { name: 'Cape', members: [['lead', person]] })
  const journeyId = await aJourney(service, { communityId, by: person, stage: 'diagnostic' })
  const page = await (await get('/fr/start', person.personId)).text()
  expect(page).toContain(`/fr/journeys/${journeyId}`)
  expect(page).toContain('Ensuite\u00a0: répondre aux questions')
  const advisor = await aPerson(service, { staff: ['advisor'] })
  expect(await (await get('/en/start', advisor.personId)).text()).toContain('Your desk')
})
