import { expect, test } from 'vitest'
import { aCommunity, aJourney, aPerson } from '../../../test/builders/communities.ts'
import { signedInAs } from '../../../test/sign-in.ts'
import { testApp } from '../../../test/test-app.ts'
import type { Stage } from '../../domain/stages.ts'
import { asService } from '../../people/index.ts'
import { getJourney, listPauses } from '../record/index.ts'

const service = await testApp()
const { app, db, mail, clock } = service

const lead = await aPerson(service, { name: 'Ada Roy' })
const frenchLead = await aPerson(service, { name: 'Luc Côté', language: 'fr' })
const advisor = await aPerson(service, { name: 'Kim Lee', staff: ['advisor'] })
const contributor = await aPerson(service, { name: 'Sam Day' })

async function journeyIn(stage: Stage, given: { alone?: boolean; community?: string } = {}) {
  const communityId = await aCommunity(service, {
    name: given.community ?? 'Pine Harbour',
    members: [
      ['lead', lead],
      ['lead', frenchLead],
      ['contributor', contributor],
    ],
    ...(given.alone ? {} : { assigned: [['advisor', advisor] as ['advisor', typeof advisor]] }),
  })
  const id = await aJourney(service, { communityId, by: lead, stage, alone: given.alone ?? false })
  return { id, communityId }
}

const state = (id: string) => asService(db, (tx) => getJourney(tx, id))

const get = (path: string, person = lead) => app.request(path, { headers: signedInAs(person.personId) })

function post(path: string, fields: Record<string, string>, person = lead) {
  return app.request(path, {
    method: 'POST',
    headers: { ...signedInAs(person.personId), 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields),
  })
}

const events = (id: string) =>
  asService(db, (tx) =>
    tx.selectFrom('journey_event').select('act').where('journey_id', '=', id).orderBy('id').execute(),
  ).then((rows) => rows.map(({ act }) => act))

async function accepted(id: string) {
  const version = async () =>
    (await (await get(`/en/journeys/${id}/request`)).text()).match(/name="version" value="(\d+)"/)?.[1]
  const saved = await post(`/en/journeys/${id}/request`, {
    version: (await version()) ?? '',
    language: 'fr',
    terms: 'standard',
    approval: 'council',
  })
  expect(saved.status).toBe(303)
  const done = await post(`/en/journeys/${id}/request/accept`, { version: (await version()) ?? '', accept: 'yes' })
  expect(done.status).toBe(303)
}

test('the overview says where the journey stands, what is next, who acts and by when', async () => {
  const { id } = await journeyIn('diagnostic')
  const page = await (await get(`/en/journeys/${id}`)).text()
  expect(page).toContain('Where we are')
  expect(page).toMatch(/class="now" aria-current="step"><span class="name">Diagnostic<\/span>/)
  expect(page).toContain('Community lead: Ada Roy, Luc Côté')
  expect(page).toContain('January 29, 2030')
  expect(page).toMatch(new RegExp(`href="/en/journeys/${id}/diagnostic">Enough people answered`))
  expect(page).toContain('Kim Lee')
  expect(page).toContain('Time line of the journey')
  expect(page).not.toContain('Move on to: Report card</button>')
  const french = await (await get(`/fr/journeys/${id}`)).text()
  expect(french).toContain('Où nous en sommes')
  expect(french).toContain('29 janvier 2030')
})

test.each([
  'request',
  'interview',
  'report-card',
  'draft-plan',
  'validation',
  'final-plan',
  'learning',
  'closed',
] as const)('the overview of the stage %s is drawn in both languages', async (stage) => {
  const { id } = await journeyIn(stage)
  for (const language of ['en', 'fr']) expect((await get(`/${language}/journeys/${id}`)).status).toBe(200)
  expect((await get(`/en/journeys/${id}`, contributor)).status).toBe(200)
})

test('a journey moves on when its guards are met, starts its clock, and tells whoever acts next, once', async () => {
  const { id } = await journeyIn('request')
  const held = await post(`/en/journeys/${id}/move`, { version: '1', from: 'request' })
  expect(held.status).toBe(422)
  expect(await held.text()).toContain('The journey cannot move on yet')
  await accepted(id)
  mail.length = 0
  const { version } = await state(id)
  const form = { version: String(version), from: 'request' }
  const first = await post(`/en/journeys/${id}/move`, form)
  expect([first.status, first.headers.get('location')]).toEqual([303, `/en/journeys/${id}`])
  const moved = await state(id)
  expect(moved).toMatchObject({ stage: 'interview', clockFrom: clock.time, language: 'fr' })
  expect(mail.map(({ to, language, kind }) => [to.personId, language, kind])).toEqual([
    [frenchLead.personId, 'fr', 'stage-change'],
    [advisor.personId, 'en', 'stage-change'],
  ])
  expect(mail[1]?.link?.href).toContain(`/en/journeys/${id}/interview`)
  const again = await post(`/en/journeys/${id}/move`, form)
  expect(again.status).toBe(303)
  expect((await events(id)).filter((act) => act === 'journey.moved')).toHaveLength(1)
  expect(mail).toHaveLength(2)
})

test('two tabs: what was decided in the other one is shown, and nothing is done', async () => {
  const { id } = await journeyIn('diagnostic')
  const { version } = await state(id)
  const paused = await post(`/en/journeys/${id}/pause`, {
    version: String(version),
    reason: 'Council meets',
    expected: '',
  })
  expect(paused.status).toBe(303)
  const back = await post(`/en/journeys/${id}/back`, { version: String(version), to: 'interview', reason: 'New needs' })
  expect(back.status).toBe(409)
  const page = await back.text()
  expect(page).toContain('Someone changed this journey')
  expect(page).toContain('You asked for: go back')
  expect((await state(id)).stage).toBe('diagnostic')
})

test('going back needs an earlier stage and a reason, and leaves what was published', async () => {
  const { id } = await journeyIn('report-card')
  const { version } = await state(id)
  const form = { version: String(version), to: 'interview', reason: '' }
  const missing = await post(`/en/journeys/${id}/back`, form)
  expect(missing.status).toBe(422)
  expect(await missing.text()).toContain('href="#reason"')
  expect((await post(`/en/journeys/${id}/back`, { ...form, to: 'request', reason: 'x' })).status).toBe(409)
  expect((await post(`/en/journeys/${id}/back`, { ...form, reason: 'New needs' })).status).toBe(303)
  expect((await post(`/en/journeys/${id}/back`, { ...form, reason: 'New needs' })).status).toBe(303)
  expect((await state(id)).stage).toBe('interview')
  expect((await events(id)).filter((act) => act === 'journey.went-back')).toHaveLength(1)
  expect(await (await get(`/en/journeys/${id}/record`)).text()).toContain('Went back to: Needs interview – New needs')
})

test('a pause has a reason and an expected end, stops the weeks, and ends', async () => {
  const { id } = await journeyIn('diagnostic')
  const form = { version: String((await state(id)).version), reason: 'Council meets', expected: '2030-01-15' }
  expect((await post(`/en/journeys/${id}/pause`, form)).status).toBe(422)
  expect((await post(`/en/journeys/${id}/pause`, { ...form, expected: '2030-02-30' })).status).toBe(422)
  const good = { ...form, expected: '2030-02-01' }
  expect((await post(`/en/journeys/${id}/pause`, good)).status).toBe(303)
  expect((await post(`/en/journeys/${id}/pause`, good)).status).toBe(303)
  const pauses = await asService(db, (tx) => listPauses(tx, id))
  expect(pauses).toMatchObject([{ reason: 'Council meets', expectedOn: '2030-02-01', until: undefined }])
  expect(await (await get(`/en/journeys/${id}`)).text()).toContain('It is expected to go on by February 1, 2030')
  expect((await get(`/en/journeys/${id}/resume`)).status).toBe(200)
  const version = String((await state(id)).version)
  expect((await post(`/en/journeys/${id}/resume`, { version })).status).toBe(303)
  expect((await post(`/en/journeys/${id}/resume`, { version })).status).toBe(303)
  expect((await state(id)).state).toBe('active')
  expect(await events(id)).toEqual(['journey.paused', 'journey.resumed'])
})

test('withdrawing says what happens to the data and asks for the name; the journey can be reopened', async () => {
  const { id } = await journeyIn('validation', { community: 'Lac-aux-Pins' })
  const page = await (await get(`/en/journeys/${id}/withdraw`)).text()
  expect(page).toContain('What happens to the data')
  const version = String((await state(id)).version)
  const wrong = await post(`/en/journeys/${id}/withdraw`, { version, confirm: 'Lac', reason: 'kept text' })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('kept text')
  for (let times = 0; times < 2; times++) {
    const done = await post(`/en/journeys/${id}/withdraw`, { version, confirm: ' lac-aux-pins ', reason: '' })
    expect(done.status).toBe(303)
  }
  expect((await state(id)).state).toBe('withdrawn')
  expect((await post(`/en/journeys/${id}/move`, { version: '99', from: 'validation' })).status).toBe(409)
  const reopen = { version: String((await state(id)).version) }
  expect((await post(`/en/journeys/${id}/reopen`, reopen, advisor)).status).toBe(403)
  expect((await post(`/en/journeys/${id}/reopen`, reopen)).status).toBe(303)
  expect(await state(id)).toMatchObject({ state: 'active', stage: 'validation', endedAt: undefined })
  expect((await events(id)).filter((act) => act.startsWith('journey.w') || act.startsWith('journey.r'))).toEqual([
    'journey.withdrawn',
    'journey.reopened',
  ])
})

test('the page of an act that is not possible now leads to the overview', async () => {
  const { id } = await journeyIn('request')
  for (const part of ['back', 'resume', 'reopen', 'hand-over']) {
    const answer = await get(`/en/journeys/${id}/${part}`)
    expect([part, answer.status, answer.headers.get('location')]).toEqual([part, 303, `/en/journeys/${id}`])
  }
})

test('a contributor and a stranger cannot move a journey', async () => {
  const { id } = await journeyIn('request')
  const stranger = await aPerson(service)
  const form = { version: '1', from: 'request' }
  expect((await post(`/en/journeys/${id}/move`, form, contributor)).status).toBe(403)
  expect((await post(`/en/journeys/${id}/move`, form, stranger)).status).toBe(404)
})

test('a community starts one journey alone, under the newest release, however often the button is pressed', async () => {
  const communityId = await aCommunity(service, { members: [['lead', lead]], name: 'Cedar Bay' })
  const path = `/en/communities/${communityId}/journeys/new`
  expect((await get(path)).status).toBe(200)
  const [first, second] = await Promise.all([post(path, { weeks: '4' }), post(path, { weeks: '4' })])
  expect(first.headers.get('location')).toBe(second.headers.get('location'))
  const id = first.headers.get('location')?.split('/').at(-1) ?? ''
  expect(await state(id)).toMatchObject({ alone: true, weeks: 4, stage: 'request', release: service.release })
  expect(await (await get(path)).text()).toContain('Go to the journey that is running')
  const overview = await (await get(`/en/journeys/${id}`)).text()
  expect(overview).not.toContain('An advisor is named')
  await accepted(id)
  const { version } = await state(id)
  expect((await post(`/en/journeys/${id}/move`, { version: String(version), from: 'request' })).status).toBe(303)
  expect((await state(id)).stage).toBe('interview')
})

test('two clicks at once make one move', async () => {
  const { id } = await journeyIn('request')
  await accepted(id)
  const form = { version: String((await state(id)).version), from: 'request' }
  const both = await Promise.all([post(`/en/journeys/${id}/move`, form), post(`/en/journeys/${id}/move`, form)])
  expect(both.map(({ status }) => status)).toEqual([303, 303])
  expect((await events(id)).filter((act) => act === 'journey.moved')).toHaveLength(1)
})
