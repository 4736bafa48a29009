import { expect, test } from 'vitest'
import { aCommunity, aJourney, aPerson } from '../../../test/builders/communities.ts'
import { signedInAs } from '../../../test/sign-in.ts'
import { testApp } from '../../../test/test-app.ts'
import { asPerson, asService, getCommunity } from '../index.ts'

const service = await testApp()
const { app, db, mail, clock } = service

const post = (path: string, personId: string, fields: Record<string, string> | [string, string][] = {}) =>
  app.request(path, {
    method: 'POST',
    headers: { ...signedInAs(personId), 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields),
  })
const get = (path: string, personId: string) => app.request(path, { headers: signedInAs(personId) })

const lead = await aPerson(service, { name: 'Lee' })
const contributor = await aPerson(service, { name: 'Cam' })
const stranger = await aPerson(service, { name: 'Sam' })
const advisor = await aPerson(service, { name: 'Ada', staff: ['advisor'] })
const communityId = await aCommunity(service, {
  name: 'Pine Harbour',
  members: [
    ['lead', lead],
    ['contributor', contributor],
  ],
  assigned: [['advisor', advisor]],
})
const base = `/en/communities/${communityId}`

test('a community’s own page says what it is and lists its journeys', async () => {
  const journeyId = await aJourney(service, { communityId, by: lead, stage: 'interview' })
  const page = await (await get(base, contributor.personId)).text()
  expect(page).toContain('Pine Harbour')
  expect(page).toContain(`/en/journeys/${journeyId}`)
  expect(page).toContain('Standard terms')
  expect(await (await get(`/fr/communities/${communityId}`, lead.personId)).text()).toContain(
    'Entrevue sur les besoins',
  )
})

test('someone from elsewhere finds no community, whatever they try', async () => {
  for (const part of ['', '/profile', '/members', '/invitations', '/consent', '/reads', '/files', '/leave']) {
    expect((await get(base + part, stranger.personId)).status).toBe(404)
  }
  expect((await post(`${base}/profile`, stranger.personId, { name: 'Mine now' })).status).toBe(404)
  expect((await post(`${base}/invitations`, stranger.personId, { email: 'a@example.org' })).status).toBe(404)
})

test('a contributor does not change the profile, the people or the consent', async () => {
  for (const part of ['/profile', '/members', '/invitations', '/consent', '/reads']) {
    expect((await get(base + part, contributor.personId)).status).toBe(403)
  }
})

test('anyone who is signed in sets up a community once, and leads it', async () => {
  const founder = await aPerson(service, { name: 'Fran' })
  const page = await (await get('/en/communities/new', founder.personId)).text()
  const id = /name="id" value="([0-9a-f-]{36})"/.exec(page)?.[1] ?? ''
  const fields = { id, name: ' Maple  Flats ', title: 'Clerk', language: 'fr', timeZone: 'America/Halifax', may: 'yes' }
  const [first, second] = await Promise.all([
    post('/en/communities/new', founder.personId, fields),
    post('/en/communities/new', founder.personId, fields),
  ])
  expect([first?.status, second?.status]).toEqual([303, 303])
  expect(first?.headers.get('location')).toBe(`/en/communities/${id}`)
  const community = await asPerson(db, founder, (tx) => getCommunity(tx, id))
  expect(community).toMatchObject({ name: 'Maple Flats', language: 'fr', timeZone: 'America/Halifax' })
  expect((await get(`/en/communities/${id}/members`, founder.personId)).status).toBe(200)
  // An id that is someone else's founds nothing and gives nothing away.
  const taken = await post('/en/communities/new', stranger.personId, { ...fields, name: 'Mine' })
  expect(taken.status).toBe(303)
  expect((await get(`/en/communities/${id}`, stranger.personId)).status).toBe(404)
})

test('a community without a name, or set up without the right to, is not founded', async () => {
  const answer = await post('/fr/communities/new', stranger.personId, { name: '  ' })
  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(page).toContain('Écrivez le nom de la communauté')
  expect(page).toContain('href="#may"')
})

test('the profile is saved, and an answer can be taken back', async () => {
  const version = async () => String((await asPerson(db, lead, (tx) => getCommunity(tx, communityId))).version)
  const fields: [string, string][] = [
    ['version', await version()],
    ['name', 'Pine Harbour'],
    ['ownName', 'Havre-aux-Pins'],
    ['landAcknowledgement', 'We live beside the water.\r\nWe look after it.'],
    ['language', 'en'],
    ['timeZone', 'America/Toronto'],
    ['approvalBody', 'board'],
    ['staffFte', '21-100'],
    ['communityType', 'municipality'],
    ['communityType', 'region'],
  ]
  expect((await post(`${base}/profile`, lead.personId, fields)).status).toBe(303)
  const saved = await asPerson(db, lead, (tx) => getCommunity(tx, communityId))
  expect(saved).toMatchObject({
    ownName: 'Havre-aux-Pins',
    landAcknowledgement: 'We live beside the water.\nWe look after it.',
    approvalBody: 'board',
    profile: { staffFte: '21-100', communityType: ['municipality', 'region'] },
  })
  const without = fields.filter(([name]) => name !== 'staffFte' && name !== 'version')
  await post(`${base}/profile`, lead.personId, [['version', await version()], ...without])
  expect((await asPerson(db, lead, (tx) => getCommunity(tx, communityId))).profile).not.toHaveProperty('staffFte')
  const page = await (await get(base, contributor.personId)).text()
  expect(page).toContain('Havre-aux-Pins')
})

test('when two people change the profile, the second sees both versions and nothing is lost', async () => {
  const { version } = await asPerson(db, lead, (tx) => getCommunity(tx, communityId))
  const fields = { version: String(version), language: 'en', timeZone: 'America/Toronto' }
  await post(`${base}/profile`, lead.personId, { ...fields, name: 'Pine Harbour Town' })
  const answer = await post(`${base}/profile`, lead.personId, { ...fields, name: 'Pine Harbour' })
  expect(answer.status).toBe(409)
  const page = await answer.text()
  expect(page).toContain('Pine Harbour Town')
  const next = /name="version" value="(\d+)"/.exec(page)?.[1] ?? ''
  expect(
    (await post(`${base}/profile`, lead.personId, { ...fields, version: next, name: 'Pine Harbour' })).status,
  ).toBe(303)
})

test('the last lead leaves only after handing over, and the new lead is told', async () => {
  const alone = await aPerson(service, { name: 'Alex' })
  const next = await aPerson(service, { name: 'Noor', language: 'fr' })
  const id = await aCommunity(service, { name: 'Bay', members: [['lead', alone]] })
  const leave = `/en/communities/${id}/leave`
  expect(await (await get(leave, alone.personId)).text()).toContain('You are the only person here')
  expect((await post(leave, alone.personId)).status).toBe(422)
  await asService(db, (tx) =>
    tx
      .insertInto('people_member')
      .values({ community_id: id, person_id: next.personId, role: 'contributor', joined_at: clock.time })
      .execute(),
  )
  expect((await post(leave, alone.personId, { successor: stranger.personId })).status).toBe(422)
  const before = mail.length
  expect((await post(leave, alone.personId, { successor: next.personId })).headers.get('location')).toBe('/en/start')
  expect(mail[before]).toMatchObject({ language: 'fr', subject: 'Vous êtes maintenant responsable de Bay' })
  expect((await get(`/en/communities/${id}`, alone.personId)).status).toBe(404)
  expect((await get(`/en/communities/${id}/invitations`, next.personId)).status).toBe(200)
})

test('a lead changes roles and takes people out; a steward makes no lead', async () => {
  const chief = await aPerson(service, { name: 'Chris' })
  const steward = await aPerson(service, { name: 'Stef' })
  const member = await aPerson(service, { name: 'Max' })
  const id = await aCommunity(service, {
    members: [
      ['lead', chief],
      ['steward', steward],
      ['contributor', member],
    ],
  })
  const of = (person: { personId: string }) => `/en/communities/${id}/members/${person.personId}`
  expect((await post(of(member), steward.personId, { roles: 'lead' })).status).toBe(422)
  expect((await post(of(chief), steward.personId, { roles: 'contributor' })).status).toBe(422)
  expect((await post(of(chief), chief.personId, { roles: 'contributor' })).status).toBe(422)
  const both = await post(of(member), chief.personId, [
    ['roles', 'contributor'],
    ['roles', 'lead'],
  ])
  expect(both.status).toBe(303)
  expect((await post(of(chief), chief.personId, { roles: 'contributor' })).status).toBe(303)
  expect((await post(`${of(steward)}/remove`, member.personId)).status).toBe(422)
  expect((await post(`${of(steward)}/remove`, member.personId, { confirm: 'yes' })).status).toBe(303)
  expect((await post(`${of(steward)}/remove`, member.personId, { confirm: 'yes' })).status).toBe(303)
  expect((await get(`/en/communities/${id}`, steward.personId)).status).toBe(404)
})

test('an advisor reads the list of people and the community sees that it was read', async () => {
  expect((await get(`${base}/members`, advisor.personId)).status).toBe(200)
  expect((await get(`${base}/invitations`, advisor.personId)).status).toBe(403)
  const page = await (await get(`${base}/reads`, lead.personId)).text()
  expect(page).toContain('Ada')
  expect(page).toContain('the list of people')
})

test('the log of reads comes a page at a time and for one reader', async () => {
  const other = await aPerson(service, { name: 'Bo', staff: ['advisor'] })
  const id = await aCommunity(service, {
    members: [['lead', lead]],
    assigned: [
      ['advisor', advisor],
      ['advisor', other],
    ],
  })
  await asService(db, (tx) =>
    tx
      .insertInto('people_read')
      .values(
        Array.from({ length: 120 }, (_, n) => ({
          community_id: id,
          person_id: n === 0 ? other.personId : advisor.personId,
          role: 'advisor',
          act: n === 0 ? 'document.read' : n === 119 ? 'final-plan.see' : 'report-card.see',
          path: `/en/read-${n}.`,
          at: new Date(clock.time.getTime() + n * 1000),
        })),
      )
      .execute(),
  )
  const reads = `/en/communities/${id}/reads`
  const first = await (await get(reads, lead.personId)).text()
  expect(first.match(/<td>the report card<\/td>/g)).toHaveLength(49)
  expect(first).toContain('<td>the final plan</td>')
  expect(first).not.toContain('/en/read-119.')
  const last = await (await get(`${reads}?page=3`, lead.personId)).text()
  expect(last).toContain('<td>a document</td>')
  expect(last.match(/<td>the report card<\/td>/g)).toHaveLength(19)
  expect(last).not.toContain('?page=4')
  const one = await (await get(`${reads}?person=${other.personId}`, lead.personId)).text()
  expect(one).toContain('<td>a document</td>')
  expect(one).not.toContain('<td>the report card</td>')
})
