import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { aCommunity, aJourney, aPerson } from '../../../test/builders/communities.ts'
import { signedInAs } from '../../../test/sign-in.ts'
import { testApp } from '../../../test/test-app.ts'
import { listActions } from '../../journey/action-plan/index.ts'
import { asPerson, asService } from '../../people/index.ts'
import { getSession, insertSession, readFeedbackTotals } from './store.ts'

const service = await testApp()
const { app, db, mail, clock, pack } = service
const coaching = pack.items.find(({ kind }) => kind === 'coaching')?.id ?? ''

type Person = Awaited<ReturnType<typeof aPerson>>

const get = (person: Person, path: string) => app.request(path, { headers: signedInAs(person.personId) })
const read = async (person: Person, path: string) => (await get(person, path)).text()
const post = (person: Person, path: string, fields: Record<string, string>) =>
  app.request(path, {
    method: 'POST',
    headers: { ...signedInAs(person.personId), 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields),
  })
const slotsIn = (html: string) => [...html.matchAll(/name="slot" value="([^"]+)"/g)].map((match) => match[1] ?? '')

const expert = await aPerson(service, { name: 'Xenia', staff: ['expert'] })
const advisor = await aPerson(service, { name: 'Ada', staff: ['advisor'] })
for (const host of [expert, advisor]) {
  const said = await post(host, '/en/directory/me', {
    version: '0',
    languages: 'en',
    disciplines: pack.domains[0]?.id ?? '',
    places: 'Yukon\nNord-du-Québec',
    'about-en': 'I ran a data office.',
    'about-fr': 'J’ai dirigé un bureau des données.',
    questions: 'yes',
    sessions: 'yes',
    mostQuestions: '3',
  })
  expect(said.status).toBe(303)
  const opened = { act: 'add-weekly', from: '09:00', until: '17:00' }
  for (const weekday of ['1', '2', '3', '4', '5']) await post(host, '/en/desk/slots', { ...opened, weekday })
}

async function place(given: { dataTerms?: string; zone?: string; assigned?: boolean } = {}) {
  const lead = await aPerson(service, { name: 'Lee' })
  const helper = await aPerson(service, { name: 'Hana' })
  const communityId = await aCommunity(service, {
    name: 'Cedar Flats',
    members: [
      ['lead', lead],
      ['contributor', helper],
    ],
    ...(given.assigned === false ? {} : { assigned: [['advisor', advisor]] }),
    ...(given.dataTerms ? { dataTerms: given.dataTerms } : {}),
  })
  if (given.zone !== undefined) {
    const zone = given.zone
    await asService(db, (tx) =>
      tx.updateTable('people_community').set({ time_zone: zone }).where('id', '=', communityId).execute(),
    )
  }
  const journeyId = await aJourney(service, { communityId, by: lead, stage: 'learning' })
  return { lead, helper, communityId, journeyId, at: `/en/communities/${communityId}/support/sessions` }
}

type Place = Awaited<ReturnType<typeof place>>

async function book(here: Place, by: Person, given: { host?: Person; slot?: string; id?: string } = {}) {
  const host = given.host ?? expert
  const [first] = slotsIn(await read(by, `${here.at}/book?host=${host.personId}`))
  const id = given.id ?? randomUUID()
  const fields = { id, host: host.personId, slot: given.slot ?? first ?? '', topic: 'Open data', people: by.personId }
  return { id, slot: fields.slot, answer: await post(by, `${here.at}/book`, { ...fields, place: 'By phone' }) }
}

test('a session is booked on both clocks, everyone gets a calendar file, and a second click books nothing more', async () => {
  const here = await place({ zone: 'America/Halifax' })
  const page = await read(here.helper, `${here.at}/book?host=${expert.personId}`)
  expect(page).toContain('Eastern Time (your time)')
  expect(page).toContain('Atlantic Time (the community’s time)')
  const start = mail.length
  const { id, slot, answer } = await book(here, here.helper)
  expect(answer.status).toBe(303)
  expect((await book(here, here.helper, { id, slot })).answer.status).toBe(303)
  const sent = mail.slice(start)
  expect(sent.map(({ to, kind }) => [to.name, kind]).sort()).toEqual([
    ['Hana', 'booking'],
    ['Xenia', 'booking'],
  ])
  const file = sent.find(({ to }) => to.name === 'Xenia')?.attachments?.[0]
  expect(file?.type).toContain('method=REQUEST')
  expect(file?.content).toContain(`UID:${id}@waymark`)
  expect(file?.content).not.toContain(here.helper.email)
  expect(await read(expert, '/en/desk/sessions')).toContain('Cedar Flats')
  expect(await read(here.lead, `${here.at}/${id}`)).toContain('By phone')
})

test('moving sends an update, cancelling takes it out of calendars and frees the time', async () => {
  const here = await place()
  const { id, slot } = await book(here, here.lead)
  const slots = slotsIn(await read(here.lead, `${here.at}/${id}/move`))
  expect(slots).not.toContain(slot)
  const to = slots.at(-1) ?? ''
  expect((await post(here.lead, `${here.at}/${id}/move`, { slot: to, sequence: '7' })).status).toBe(409)
  const start = mail.length
  expect((await post(here.lead, `${here.at}/${id}/move`, { slot: to, sequence: '0' })).status).toBe(303)
  expect(mail[start]?.attachments?.[0]?.content).toContain('SEQUENCE:1')
  await post(expert, `/en/desk/sessions/${id}/cancel`, { reason: 'I am ill' })
  await post(expert, `/en/desk/sessions/${id}/cancel`, { reason: 'I am ill' })
  const cancelled = mail.slice(start + 2)
  expect(cancelled).toHaveLength(2)
  expect(cancelled[0]?.attachments?.[0]?.content).toContain('METHOD:CANCEL')
  expect(cancelled[0]?.paragraphs.join(' ')).toContain('I am ill')
  expect(slotsIn(await read(here.lead, `${here.at}/book?host=${expert.personId}`))).toContain(slot)
})

test('of two who book the same time at once, one gets it and the other is shown what is free', async () => {
  const [here, there] = [await place(), await place()]
  const [slot = ''] = slotsIn(await read(here.lead, `${here.at}/book?host=${expert.personId}`))
  const both = await Promise.all([book(here, here.lead, { slot }), book(there, there.lead, { slot })])
  expect(both.map(({ answer }) => answer.status).sort()).toEqual([303, 409])
  const late = both.find(({ answer }) => answer.status === 409)?.answer
  expect(await late?.text()).toContain('Someone else booked this time just now')
})

test('the database itself refuses overlapping talks, with interviews too, however they are booked', async () => {
  const [here, there] = [await place(), await place()]
  const startsAt = new Date('2030-02-20T15:00:00Z')
  const insert = (where: Place, starts: Date) =>
    asPerson(db, where.lead, (tx) =>
      insertSession(tx, {
        id: randomUUID(),
        communityId: where.communityId,
        journeyId: where.journeyId,
        hostId: advisor.personId,
        item: undefined,
        topic: 'Overlap',
        language: 'en',
        startsAt: starts,
        minutes: 60,
        place: '',
        people: [],
        by: where.lead.personId,
        at: clock.time,
      }),
    )
  const outcomes = await Promise.allSettled([insert(here, startsAt), insert(there, new Date('2030-02-20T15:30:00Z'))])
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const interview = (starts: string) =>
    asPerson(db, here.lead, (tx) =>
      tx
        .insertInto('interview_booking')
        .values({
          id: randomUUID(),
          community_id: here.communityId,
          journey_id: here.journeyId,
          advisor_id: advisor.personId,
          starts_at: new Date(starts),
          minutes: 75,
          booked_at: clock.time,
        })
        .execute(),
    )
  await expect(interview('2030-02-20T15:15:00Z')).rejects.toThrow('another talk')
  await interview('2030-02-20T17:00:00Z')
  await expect(insert(there, new Date('2030-02-20T16:45:00Z'))).rejects.toThrow('another talk')
  const busy = slotsIn(await read(there.helper, `${there.at}/book?host=${advisor.personId}`))
  expect(busy).not.toContain('2030-02-20T15:00:00.000Z')
  expect(busy).not.toContain('2030-02-20T17:00:00.000Z')
})

test('notes of two people never overwrite each other, actions go into the plan, and hours count once it was held', async () => {
  const here = await place()
  const { id, slot } = await book(here, here.helper)
  expect((await post(expert, `/en/desk/sessions/${id}/notes`, { notes: 'First', version: '0' })).status).toBe(303)
  const second = await post(here.lead, `${here.at}/${id}/notes`, { notes: 'Second', version: '0' })
  expect(second.status).toBe(409)
  const both = await second.text()
  expect(both).toContain('First')
  expect(both).toContain('Second')

  const action = { id: randomUUID(), title: 'Write down the list', due: '2030-04-01', component: '' }
  expect((await post(expert, `/en/desk/sessions/${id}/actions`, { ...action, due: 'soon' })).status).toBe(422)
  for (const _click of [1, 2]) await post(expert, `/en/desk/sessions/${id}/actions`, action)
  const actions = await asPerson(db, here.lead, (tx) => listActions(tx, here.journeyId))
  expect(actions.map(({ title, due }) => [title, due])).toEqual([['Write down the list', '2030-04-01']])

  expect((await post(expert, `/en/desk/sessions/${id}/held`, { hours: '1' })).status).toBe(422)
  const before = clock.time
  clock.time = new Date(new Date(slot).getTime() + 3_600_000)
  expect((await post(expert, `/en/desk/sessions/${id}/held`, { hours: '99' })).status).toBe(422)
  expect((await post(expert, `/en/desk/sessions/${id}/held`, { hours: '1,5' })).status).toBe(303)
  clock.time = before
  const session = await asPerson(db, here.lead, (tx) => getSession(tx, id))
  expect([session.state, session.hours]).toEqual(['held', 1.5])
  expect((await get(here.lead, `${here.at}/${id}/cancel`)).status).toBe(303)
})

test('who held sessions sees averages from five people on, in steps of five, and never a single answer', async () => {
  const here = await place()
  const { id } = await book(here, here.helper)
  await asService(db, (tx) => tx.updateTable('support_session').set({ state: 'held' }).where('id', '=', id).execute())
  expect((await post(here.lead, `${here.at}/${id}/feedback`, { useful: '4', clear: '4', nextStep: '4' })).status).toBe(
    403,
  )
  for (let n = 1; n <= 6; n += 1) {
    const person = await aPerson(service)
    await asService(db, async (tx) => {
      const row = { community_id: here.communityId, person_id: person.personId }
      await tx
        .insertInto('people_member')
        .values({ ...row, role: 'contributor', joined_at: clock.time })
        .execute()
      await tx
        .insertInto('support_session_person')
        .values({ ...row, session_id: id })
        .execute()
    })
    expect((await post(person, `${here.at}/${id}/feedback`, { useful: '4' })).status).toBe(422)
    const said = { useful: n === 6 ? '1' : '4', clear: '3', nextStep: '2' }
    expect((await post(person, `${here.at}/${id}/feedback`, said)).status).toBe(303)
    const totals = await asPerson(db, expert, (tx) => readFeedbackTotals(tx))
    expect(totals).toEqual(n < 5 ? undefined : { people: 5, useful: 4, clear: 3, nextStep: 2 })
  }
  for (const person of [expert, here.lead]) {
    expect(await asPerson(db, person, (tx) => tx.selectFrom('support_feedback').select('id').execute())).toEqual([])
  }
  expect(await read(expert, '/en/desk/sessions')).toContain('Averages of 5 people')
})

test('under other data terms a talk with someone from outside is booked by a lead or steward', async () => {
  const here = await place({ dataTerms: 'inuit' })
  const refused = await book(here, here.helper)
  expect(refused.answer.status).toBe(422)
  expect(await refused.answer.text()).toContain('booked by a lead or data steward')
  expect((await book(here, here.helper, { host: advisor })).answer.status).toBe(303)
  expect((await book(here, here.lead)).answer.status).toBe(303)
})

test('a session is nobody’s but the community’s, its advisor’s and its host’s', async () => {
  const [here, there] = [await place(), await place({ assigned: false })]
  const { id } = await book(here, here.helper)
  const stranger = await aPerson(service, { staff: ['expert'] })
  expect((await get(there.lead, `${here.at}/${id}`)).status).toBe(404)
  expect((await get(there.lead, `${there.at}/${id}`)).status).toBe(404)
  expect((await get(stranger, `/en/desk/sessions/${id}`)).status).toBe(404)
  expect((await get(advisor, `${here.at}/${id}`)).status).toBe(200)
  expect(await read(expert, `/en/desk/sessions/${id}`)).toContain('Hana')
  const seen = await asPerson(db, there.lead, (tx) => tx.selectFrom('support_session').select('id').execute())
  expect(seen.map((row) => row.id)).not.toContain(id)
})

test('a talk about coaching follows its outline', async () => {
  const here = await place()
  const body = pack.bodies[coaching]
  const page = await read(here.lead, `${here.at}/book?host=${expert.personId}&item=${coaching}`)
  const minutes = body?.kind === 'coaching' ? body.blocks.reduce((sum, block) => sum + block.minutes, 0) : 60
  expect(page).toContain(`It takes ${Math.min(240, minutes)} minutes`)
})

test('the directory is filtered by area, language and place; each changes their own entry, the second of two is shown the first', async () => {
  const person = await aPerson(service)
  const all = await read(person, '/en/directory')
  expect(all).toContain('Xenia')
  expect(await read(person, '/fr/directory?place=quebec')).toContain('Xenia')
  expect(await read(person, '/en/directory?language=fr')).toContain('Nobody fits what you chose')
  expect(await read(person, `/en/directory?discipline=${pack.domains[1]?.id}`)).not.toContain('Xenia')
  expect(await read(person, `/fr/directory/${expert.personId}`)).toContain('J’ai dirigé un bureau')
  expect((await get(person, '/en/directory/me')).status).toBe(403)
  const fields = { version: '1', languages: 'en', mostQuestions: '4' }
  expect((await post(expert, '/en/directory/me', { ...fields, mostQuestions: '0' })).status).toBe(422)
  const late = await post(expert, '/en/directory/me', { ...fields, version: '0', places: 'My places' })
  expect(late.status).toBe(409)
  expect(await late.text()).toContain('My places')
})
