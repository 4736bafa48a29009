import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { aCommunity, aPerson } from '../../../test/builders/communities.ts'
import { signedInAs } from '../../../test/sign-in.ts'
import { testApp } from '../../../test/test-app.ts'
import { asPerson, consentsNow, listConsents } from '../index.ts'

const service = await testApp()
const { app, db } = service

const post = (path: string, personId: string, fields: Record<string, string> = {}) =>
  app.request(path, {
    method: 'POST',
    headers: { ...signedInAs(personId), 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields),
  })
const get = (path: string, personId: string) => app.request(path, { headers: signedInAs(personId) })

const lead = await aPerson(service, { name: 'Lee' })
const steward = await aPerson(service, { name: 'Stef' })
const contributor = await aPerson(service)
const advisor = await aPerson(service, { staff: ['advisor'] })
const communityId = await aCommunity(service, {
  members: [
    ['lead', lead],
    ['steward', steward],
    ['contributor', contributor],
  ],
  assigned: [['advisor', advisor]],
})
const consent = `/en/communities/${communityId}/consent`
const today = { decidedOn: '2030-01-10' }
const nowOf = async (id: string) => consentsNow(await asPerson(db, lead, (tx) => listConsents(tx, id)))

test('every use is a no until someone says yes', async () => {
  expect(Object.values(await nowOf(communityId))).toEqual([false, false, false, false, false])
  expect((await (await get(consent, lead.personId)).text()).match(/<strong>No<\/strong>/g)).toHaveLength(5)
})

test('a yes is dated, and the steward takes it back in one action; the history keeps both', async () => {
  const fields = { ...today, reference: 'Motion 12' }
  expect((await post(`${consent}/research`, lead.personId, fields)).status).toBe(303)
  expect((await post(`${consent}/research`, lead.personId, fields)).status).toBe(303)
  expect((await nowOf(communityId)).research).toBe(true)
  const page = await (await get(consent, steward.personId)).text()
  expect(page).toContain('Motion 12')
  expect(page).toContain('January 10, 2030')
  await post(`${consent}/research/withdraw`, steward.personId)
  await post(`${consent}/research/withdraw`, steward.personId)
  expect(await nowOf(communityId)).toMatchObject({ research: false, 'peer-group': false })
  const history = await asPerson(db, lead, (tx) => listConsents(tx, communityId))
  expect(history.map(({ granted, recordedBy }) => [granted, recordedBy])).toEqual([
    [false, steward.personId],
    [true, lead.personId],
  ])
})

test('a decision cannot be changed or removed in the database', async () => {
  for (const statement of [sql`UPDATE people_consent SET granted = true`, sql`DELETE FROM people_consent`]) {
    await expect(asPerson(db, lead, (tx) => statement.execute(tx))).rejects.toThrow(/permission denied/)
  }
})

test('contributors and advisors decide nothing, in code and in the database', async () => {
  for (const person of [contributor, advisor]) {
    expect((await post(`${consent}/research`, person.personId, today)).status).toBe(403)
    const inserting = asPerson(db, person, (tx) =>
      tx
        .insertInto('people_consent')
        .values({
          community_id: communityId,
          use: 'research',
          granted: true,
          decided_on: '2030-01-10',
          recorded_at: service.clock.time,
        })
        .execute(),
    )
    await expect(inserting).rejects.toThrow(/row-level security/)
  }
})

test('in an Indigenous government the yes names the governing body and its decision', async () => {
  const id = await aCommunity(service, {
    name: 'Cedar Lake Nation (invented)',
    members: [['lead', lead]],
    profile: { communityType: ['first-nation'] },
    dataTerms: 'first-nations',
  })
  const address = `/en/communities/${id}/consent/peer-group`
  const refused = await post(address, lead.personId, today)
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('href="#reference"')
  const fields = { ...today, body: 'Chief and council', reference: 'BCR 2030-04' }
  expect((await post(address, lead.personId, fields)).status).toBe(303)
  const page = await (await get(`/en/communities/${id}/consent`, lead.personId)).text()
  expect(page).toContain('Chief and council')
  expect(page).toContain('OCAP® is a registered trademark of the First Nations Information Governance Centre')
  expect(page).not.toMatch(/OCAP.{0,3}[- ]compliant/)
})

test('a date to come and an unknown use are refused', async () => {
  expect((await post(`${consent}/research`, lead.personId, { decidedOn: '2030-02-01' })).status).toBe(422)
  expect((await post(`${consent}/research`, lead.personId, { decidedOn: 'yesterday' })).status).toBe(422)
  expect((await post(`${consent}/advertising`, lead.personId, today)).status).toBe(404)
})

test('data terms are chosen, dated and kept in the history', async () => {
  const fields = { ...today, terms: 'own-protocol', body: 'Council', reference: 'R-7' }
  expect((await post(`${consent}/terms`, steward.personId, fields)).status).toBe(303)
  expect((await post(`${consent}/terms`, steward.personId, fields)).status).toBe(303)
  const page = await (await get(`/fr/communities/${communityId}/consent`, lead.personId)).text()
  expect(page).toContain('Notre propre protocole')
  expect(page.match(/<td>R-7<\/td>/g)).toHaveLength(1)
  expect((await post(`${consent}/terms`, lead.personId, { ...today, terms: 'whatever' })).status).toBe(422)
})
