import { expect, test } from 'vitest'
import { aCommunity, aJourney, aPerson } from '../../test/builders/communities.ts'
import { signedInAs } from '../../test/sign-in.ts'
import { testApp } from '../../test/test-app.ts'
import { asPerson, asService } from '../people/index.ts'

const service = await testApp()
const { app, db, mail } = service
const lead = await aPerson(service, { name: 'Lee Marchand', language: 'fr' })
const contributor = await aPerson(service, { name: 'Sam' })
const advisor = await aPerson(service, { name: 'Ann', staff: ['advisor'] })
const other = await aPerson(service, { name: 'Otto', staff: ['advisor'] })
const expert = await aPerson(service, { name: 'Eve', staff: ['expert'] })
const communityId = await aCommunity(service, {
  name: 'Anse-aux-Érables',
  members: [
    ['lead', lead],
    ['contributor', contributor],
  ],
  assigned: [
    ['advisor', advisor],
    ['expert', expert],
  ],
})
const journeyId = await aJourney(service, { communityId, by: lead, stage: 'report-card' })

const get = (path: string, person: { personId: string }) => app.request(path, { headers: signedInAs(person.personId) })
const post = (path: string, person: { personId: string }, fields: Record<string, string>) =>
  app.request(path, { method: 'POST', headers: signedInAs(person.personId), body: new URLSearchParams(fields) })

test('a caseload shows an advisor their communities, what comes next and one click to it; to another advisor nothing', async () => {
  const page = await (await get('/en/desk', advisor)).text()
  expect(page).toContain('Anse-aux-Érables')
  expect(page).toContain('Needs you today')
  expect(page).toContain(`href="/en/journeys/${journeyId}/report-card"`)
  const empty = await (await get('/fr/desk', other)).text()
  expect(empty).not.toContain('Anse-aux-Érables')
  expect(empty).toContain('Aucune communauté ne vous est encore confiée')
})

test('a message is written once however often the form is sent, reaches the others by mail in their language, and shows as new', async () => {
  const before = mail.length
  const fields = { key: 'form-1', body: 'The card is ready for you to read.' }
  const path = `/en/journeys/${journeyId}/messages`
  expect((await post(path, advisor, fields)).status).toBe(303)
  expect((await post(path, advisor, fields)).status).toBe(303)
  const sent = mail.slice(before)
  expect(sent.map(({ to, language }) => [to.address, language])).toEqual([[lead.email, 'fr']])
  expect(sent[0]?.subject).toBe('Nouveau message au sujet de Anse-aux-Érables')
  expect(JSON.stringify(sent)).not.toContain('The card is ready')
  await post(path, lead, { key: 'form-2', body: 'Merci, nous la lisons demain.' })
  expect(await (await get('/en/desk', advisor)).text()).toContain('1 new message')
  const page = await (await get(path, advisor)).text()
  expect(page).toContain('Merci, nous la lisons demain.')
  expect(await (await get('/en/desk', advisor)).text()).not.toContain('new message')
})

test('an empty message says so and keeps nothing; an expert reads no messages', async () => {
  const path = `/fr/journeys/${journeyId}/messages`
  const response = await post(path, lead, { key: 'form-3', body: '  ' })
  expect(response.status).toBe(422)
  expect(await response.text()).toContain('href="#body"')
  expect((await get(path, expert)).status).toBe(403)
})

test('notes are the advisors’ own, and two of them never overwrite each other unseen', async () => {
  const path = `/en/desk/notes/${communityId}`
  expect((await post(path, advisor, { body: 'Call before noon.', version: '0' })).status).toBe(303)
  const conflict = await post(path, advisor, { body: 'Call after noon.', version: '0' })
  expect(conflict.status).toBe(409)
  const text = await conflict.text()
  expect(text).toContain('Call before noon.')
  expect(text).toContain('Call after noon.')
  expect((await get(path, other)).status).toBe(404)
  const seen = await asPerson(db, lead, (tx) => tx.selectFrom('desk_note').selectAll().execute())
  expect(seen).toEqual([])
})

test('search finds what one may see, whatever the accents, and nothing else; what staff find is on the community’s log', async () => {
  const found = await (await get('/en/search?q=erables', lead)).text()
  expect(found).toContain('Anse-aux-Érables')
  expect(await (await get('/en/search?q=erables', other)).text()).toContain('Nothing was found')
  expect(await (await get('/en/search?q=ready+for+you', advisor)).text()).toContain('The card is ready')
  expect(await (await get('/en/search?q=ready+for+you', expert)).text()).not.toContain('The card is ready')
  const reads = await asService(db, (tx) =>
    tx.selectFrom('people_read').select(['person_id']).where('act', '=', 'search.own').execute(),
  )
  expect(reads).toEqual([{ person_id: advisor.personId }])
  expect(await (await get('/fr/search?q=x', lead)).text()).toContain('au moins deux lettres')
})

test('search shows members no step of a draft they were not shown yet, and an expert no file; a null byte is no fault', async () => {
  await asService(db, async (tx) => {
    await tx
      .insertInto('action_plan_action')
      .values({
        id: crypto.randomUUID(),
        community_id: communityId,
        journey_id: journeyId,
        title: 'Name a steward for quillwork',
        language: 'en',
        origin: 'plan',
        plan_step: 'data-inventory:2',
        created_at: service.clock.time,
        updated_at: service.clock.time,
      })
      .execute()
    await tx
      .insertInto('journey_file')
      .values({
        id: crypto.randomUUID(),
        community_id: communityId,
        purpose: 'community',
        name: 'quillwork-policy.txt',
        media_type: 'text/plain',
        size: 1,
        sha256: Buffer.alloc(32),
        content: Buffer.from('x'),
        uploaded_at: service.clock.time,
      })
      .execute()
  })
  const found = async (person: { personId: string }) => (await get('/en/search?q=quillwork', person)).text()
  expect(await found(advisor)).toContain('Name a steward')
  for (const member of [lead, contributor]) {
    expect(await found(member)).not.toContain('Name a steward')
    expect(await found(member)).toContain('quillwork-policy')
  }
  expect(await found(expert)).not.toContain('quillwork-policy')
  expect((await get('/en/search?q=a%00b', lead)).status).toBe(400)
})

test('an expert’s desk is what they were asked; their answer goes out once', async () => {
  const start = await get('/en/desk', expert)
  expect(start.headers.get('location')).toBe('/en/desk/questions')
  const id = crypto.randomUUID()
  await asService(db, (tx) =>
    tx
      .insertInto('action_plan_expert_question')
      .values({
        id,
        community_id: communityId,
        journey_id: journeyId,
        part: 'A',
        question: 'Is a shared data officer realistic?',
        language: 'en',
        expert_id: expert.personId,
        asked_by: advisor.personId,
        asked_at: service.clock.time,
        shared_at: service.clock.time,
      })
      .execute(),
  )
  expect(await (await get('/fr/desk/questions', expert)).text()).toContain('Is a shared data officer realistic?')
  const path = `/en/desk/questions/${id}`
  expect((await post(path, expert, { [`answer-${id}`]: '' })).status).toBe(422)
  expect((await post(path, expert, { [`answer-${id}`]: 'Yes, with two neighbours.' })).status).toBe(303)
  const again = await post(path, expert, { [`answer-${id}`]: 'No.' })
  expect(again.status).toBe(409)
  expect(await again.text()).toContain('Yes, with two neighbours.')
  expect(mail.at(-1)?.to.address).toBe(advisor.email)
})
