import { expect, test } from 'vitest'
import { aCommunity, aJourney, aPerson } from '../../../test/builders/communities.ts'
import { signedInAs } from '../../../test/sign-in.ts'
import { testApp } from '../../../test/test-app.ts'
import { asPerson, asService } from '../../people/index.ts'
import { findCarried } from './index.ts'

const service = await testApp()
const { app, db, mail, clock, release } = service
const manager = await aPerson(service, { name: 'Mo Chan', staff: ['manager'] })
const advisor = await aPerson(service, { name: 'Kim Lee', staff: ['advisor'] })
const lead = await aPerson(service, { name: 'Ada Roy', email: 'ada@pine.example.ca' })

const get = (path: string, person?: { personId: string }) =>
  app.request(path, person ? { headers: signedInAs(person.personId) } : {})

function post(path: string, fields: Record<string, string>, person?: { personId: string }) {
  return app.request(path, {
    method: 'POST',
    headers: {
      ...(person ? signedInAs(person.personId) : { 'sec-fetch-site': 'same-origin' }),
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams(fields),
  })
}

const filled = {
  community: 'Pine Harbour',
  name: 'Ada Roy',
  role: 'Clerk',
  email: 'Ada@Pine.example.ca',
  language: 'fr',
  size: '6-20',
  type: 'municipality',
  hopes: 'Better records',
  consent: 'yes',
}

/** An empty form, as a person sees it some time before they send it. */
async function form(language = 'en') {
  const page = await (await get(`/${language}/request`)).text()
  const value = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(page)?.[1] ?? ''
  const hidden = { key: value('key'), started: value('started') }
  clock.time = new Date(clock.time.getTime() + 3_600_000)
  return hidden
}

const only = async () =>
  asService(db, (tx) => tx.selectFrom('request').selectAll().orderBy('received_at', 'desc').executeTakeFirstOrThrow())

async function aRequest(given: Partial<typeof filled> = {}) {
  const hidden = await form()
  const sent = await post('/en/request', { ...filled, ...given, ...hidden })
  expect(sent.status).toBe(303)
  return { ...(await only()), link: sent.headers.get('location') ?? '' }
}

test('a request is kept, confirmed by mail in the language asked for, and told to the managers; twice is once', async () => {
  mail.length = 0
  const fields = { ...filled, ...(await form()) }
  const [first, second] = [await post('/en/request', fields), await post('/en/request', fields)]
  expect(first.headers.get('location')).toBe(`/en/request/sent/${fields.key}`)
  expect(second.headers.get('location')).toBe(first.headers.get('location'))
  expect(mail.map(({ to, language, kind }) => [to.address, language, kind])).toEqual([
    ['ada@pine.example.ca', 'fr', 'request'],
    [manager.email, 'en', 'request'],
  ])
  expect(await only()).toMatchObject({
    state: 'received',
    profile: { staffFte: '6-20', communityType: ['municipality'] },
  })
  const page = await get(`/fr/request/sent/${fields.key}`)
  expect(page.headers.get('cache-control')).toBe('no-store')
  expect(await page.text()).toContain('Votre demande est arrivée')
})

test('what is missing is named and linked, and nothing typed is lost', async () => {
  const sent = await post('/en/request', { ...filled, ...(await form()), email: 'nowhere', consent: '', hopes: '' })
  expect(sent.status).toBe(422)
  const page = await sent.text()
  for (const field of ['email', 'consent', 'hopes']) expect(page).toContain(`href="#${field}"`)
  expect(page).toContain('value="Pine Harbour"')
})

test('machines are told kindly: the trap, and a form sent faster than people write', async () => {
  expect(await (await post('/en/request', { ...filled, ...(await form()), trap: 'x' })).text()).toContain(
    'href="#trap"',
  )
  const hidden = await form()
  const quick = await post('/fr/request', { ...filled, ...hidden, started: String(clock.time.getTime()) })
  expect(quick.status).toBe(422)
  expect(await quick.text()).toContain('Rien n’est perdu')
})

test('a link that nobody was given leads nowhere', async () => {
  for (const token of ['x', 'A'.repeat(43)]) expect((await get(`/en/request/sent/${token}`)).status).toBe(404)
})

test('a manager asks back; the answer comes without an account, under either link, and counts once', async () => {
  const request = await aRequest({ community: 'Cedar Bay' })
  const path = `/en/program/requests/${request.id}`
  expect(await (await get(path, manager)).text()).toContain('Cedar Bay')
  mail.length = 0
  const question = { version: '1', question: 'How many staff?' }
  expect((await post(`${path}/ask`, { version: '1', question: ' ' }, manager)).status).toBe(422)
  expect((await post(`${path}/ask`, question, manager)).status).toBe(303)
  expect((await post(`${path}/ask`, question, manager)).status).toBe(303)
  expect(mail).toHaveLength(1)
  const link = new URL(mail[0]?.link?.href ?? '').pathname
  expect(link).not.toBe(request.link)
  expect(await (await get(link)).text()).toContain('How many staff?')
  expect((await post(link, { answer: '' })).status).toBe(422)
  expect((await post(link, { answer: 'Twelve' })).status).toBe(303)
  expect((await post(link, { answer: 'Twelve' })).status).toBe(303)
  const page = await (await get(path, manager)).text()
  expect(page.match(/Twelve/g)).toHaveLength(1)
  expect(page).toContain('answered, waits for you')
  expect(await (await get(request.link)).text()).toContain('Your answer has arrived')
})

test('declining is kind, in both languages, and final', async () => {
  const request = await aRequest({ community: 'Birch Point' })
  const path = `/en/program/requests/${request.id}`
  mail.length = 0
  const texts = { version: '1', 'text-en': 'Thank you, not now.', 'text-fr': 'Merci, pas maintenant.' }
  expect((await post(`${path}/decline`, { ...texts, 'text-fr': '' }, manager)).status).toBe(422)
  expect((await post(`${path}/decline`, texts, manager)).status).toBe(303)
  expect(mail[0]).toMatchObject({ language: 'fr' })
  expect(mail[0]?.paragraphs.join(' ')).toContain('Merci, pas maintenant.')
  expect(await (await get(request.link)).text()).toContain('Thank you, not now.')
  const late = await post(`${path}/accept`, { version: '1', advisor: advisor.personId }, manager)
  expect(late.status).toBe(409)
  expect(await late.text()).toContain('Someone answered this request')
})

test('accepting makes the community and its journey, assigns the advisor and invites the lead, once', async () => {
  const request = await aRequest()
  const path = `/en/program/requests/${request.id}`
  mail.length = 0
  expect((await post(`${path}/accept`, { version: '1', advisor: '' }, manager)).status).toBe(422)
  const fields = { version: '1', advisor: advisor.personId }
  const both = await Promise.all([post(`${path}/accept`, fields, manager), post(`${path}/accept`, fields, manager)])
  expect(both.map(({ status }) => status)).toEqual([303, 303])
  const { journey_id: journeyId } = await only()
  const journey = await asPerson(db, advisor, (tx) =>
    tx
      .selectFrom('journey')
      .selectAll()
      .where('id', '=', journeyId ?? '')
      .executeTakeFirstOrThrow(),
  )
  expect(journey).toMatchObject({ alone: false, stage: 'request', language: 'fr', release })
  expect(mail.map(({ kind, to }) => [kind, to.address]).toSorted()).toEqual(
    [
      ['invitation', 'ada@pine.example.ca'],
      ['request', 'ada@pine.example.ca'],
      ['stage-change', advisor.email],
    ].toSorted(),
  )
  expect((await get(`/en/journeys/${journeyId}`, advisor)).status).toBe(200)
  expect(await (await get('/en/program/requests?show=decided', manager)).text()).toContain('Pine Harbour')
})

test('only managers answer requests', async () => {
  for (const person of [lead, advisor]) expect((await get('/en/program/requests', person)).status).toBe(403)
  expect((await get('/en/program/requests')).status).toBe(303)
})

test('a journey that runs alone asks for an advisor, and goes on with one', async () => {
  const communityId = await aCommunity(service, { members: [['lead', lead]], name: 'Lone Rock' })
  const id = await aJourney(service, { communityId, by: lead, stage: 'diagnostic', alone: true })
  const path = `/en/journeys/${id}/hand-over`
  expect((await post(path, { hopes: 'Help with data' }, lead)).status).toBe(422)
  const asked = { hopes: 'Help with data', consent: 'yes' }
  expect((await post(path, asked, lead)).status).toBe(303)
  expect((await post(path, asked, lead)).status).toBe(303)
  expect(await (await get(path, lead)).text()).toContain('waits for an answer')
  const request = await asService(db, (tx) =>
    tx.selectFrom('request').selectAll().where('journey_id', '=', id).execute(),
  )
  expect(request).toHaveLength(1)
  const fields = { version: '1', advisor: advisor.personId }
  expect((await post(`/en/program/requests/${request[0]?.id}/accept`, fields, manager)).status).toBe(303)
  const page = await (await get(`/en/journeys/${id}`, advisor)).text()
  expect(page).toContain('Advisor joined: Kim Lee')
  expect(page).not.toContain('This journey runs alone')
})

const record = {
  schema: 1,
  id: 'mine',
  startedAt: '2030-01-01T00:00:00.000Z',
  updatedAt: '2030-01-01T00:00:00.000Z',
  release,
  profile: {},
  needs: [],
  answers: { 'data-literacy': { given: { practice: 2, knowledge: 1 }, note: 'mine alone' } },
}

function withFile(fields: Record<string, string>, content: unknown) {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  data.set('carried-file', new File([JSON.stringify(content)], 'record.json'))
  return data
}

test('a self-check that comes with a request waits for whoever sent it, and for nobody else', async () => {
  const headers = { 'sec-fetch-site': 'same-origin' }
  const fields = { ...filled, community: 'Sand Spit', ...(await form()) }
  const without = await app.request('/en/request', { method: 'POST', headers, body: withFile(fields, record) })
  expect(without.status).toBe(422)
  const body = withFile({ ...fields, 'carried-consent': 'yes' }, record)
  expect((await app.request('/en/request', { method: 'POST', headers, body })).status).toBe(303)
  const { id } = await only()
  const accepted = { version: '1', advisor: advisor.personId }
  expect((await post(`/en/program/requests/${id}/accept`, accepted, manager)).status).toBe(303)
  const { journey_id: journeyId, community_id: communityId } = await only()
  await asService(db, (tx) =>
    tx
      .insertInto('people_member')
      .values({ community_id: communityId ?? '', person_id: lead.personId, role: 'lead', joined_at: clock.time })
      .execute(),
  )
  const seen = (person: { personId: string }, of = lead) =>
    asPerson(db, person, (tx) => findCarried(tx, journeyId ?? '', of.personId))
  expect((await seen(lead))?.record.answers['data-literacy']?.note).toBe('mine alone')
  expect(await seen(manager)).toBe(undefined)
  expect(await seen(advisor)).toBe(undefined)
})

test('a member brings a self-check into a journey by file or private link, and takes it back', async () => {
  const other = await aPerson(service)
  const communityId = await aCommunity(service, {
    members: [
      ['lead', lead],
      ['contributor', other],
    ],
  })
  const id = await aJourney(service, { communityId, by: lead, stage: 'diagnostic' })
  const path = `/en/journeys/${id}/self-check`
  const headers = signedInAs(other.personId)
  expect((await post(path, { 'carried-consent': 'yes' }, other)).status).toBe(422)
  const wrong = withFile({ 'carried-consent': 'yes' }, { nothing: true })
  expect((await app.request(path, { method: 'POST', headers, body: wrong })).status).toBe(422)
  const body = withFile({ 'carried-consent': 'yes' }, record)
  expect((await app.request(path, { method: 'POST', headers, body })).status).toBe(303)
  expect((await asPerson(db, other, (tx) => findCarried(tx, id, other.personId)))?.record.answers).toMatchObject({
    'data-literacy': { note: 'mine alone' },
  })
  expect(await asPerson(db, lead, (tx) => findCarried(tx, id, other.personId))).toBe(undefined)
  expect((await post(`${path}/remove`, {}, other)).status).toBe(303)
  expect((await post(`${path}/remove`, {}, other)).status).toBe(303)
  expect(await asPerson(db, other, (tx) => findCarried(tx, id, other.personId))).toBe(undefined)
  const kept = await post('/en/self-check/without-scripts', {})
  const link = `https://waymark.example.org${kept.headers.get('location')}`
  expect((await post(path, { 'carried-link': link, 'carried-consent': 'yes' }, other)).status).toBe(303)
  const gone = { 'carried-link': `${link.slice(0, -43)}${'A'.repeat(43)}`, 'carried-consent': 'yes' }
  expect((await post(path, gone, other)).status).toBe(422)
})

test('an advisor says what they bring; a manager may correct it; the second of two is shown the first', async () => {
  const page = await (await get('/en/directory/me', advisor)).text()
  expect(page).toContain('name="version" value="0"')
  const fields = { version: '0', languages: 'fr', disciplines: 'data', most: '5' }
  expect((await post('/en/directory/me', { ...fields, most: '99' }, advisor)).status).toBe(422)
  expect((await post('/en/directory/me', fields, advisor)).status).toBe(303)
  const managed = `/en/program/advisors/${advisor.personId}`
  expect((await post(managed, fields, manager)).status).toBe(409)
  expect((await post(managed, { ...fields, version: '1', most: '6' }, manager)).status).toBe(303)
  expect(await (await get('/en/program/advisors', manager)).text()).toContain('of 6 journeys')
})
