import { expect, test } from 'vitest'
import { aCommunity, aJourney, aPerson } from '../../../test/builders/communities.ts'
import { signedInAs } from '../../../test/sign-in.ts'
import { testApp } from '../../../test/test-app.ts'
import { asPerson, asService } from '../../people/index.ts'
import { findBooking } from './booking-store.ts'

const service = await testApp()
const { app, db, mail, clock } = service
const advisor = await aPerson(service, { name: 'Ada', staff: ['advisor'] })
const post = (personId: string, path: string, fields: Record<string, string | string[]>) => {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one)
  return app.request(path, {
    method: 'POST',
    headers: { ...signedInAs(personId), 'content-type': 'application/x-www-form-urlencoded' },
    body: body.toString(),
  })
}
const read = async (personId: string, path: string) =>
  (await app.request(path, { headers: signedInAs(personId) })).text()

async function place(given: { zone?: string; language?: 'en' | 'fr'; alone?: boolean } = {}) {
  const lead = await aPerson(service, { name: 'Lee', language: given.language ?? 'en' })
  const helper = await aPerson(service, { name: 'Hana' })
  const communityId = await aCommunity(service, {
    name: 'Cedar Flats',
    members: [
      ['lead', lead],
      ['contributor', helper],
    ],
    ...(given.alone ? {} : { assigned: [['advisor', advisor]] }),
  })
  if (given.zone) {
    await asService(db, (tx) =>
      tx
        .updateTable('people_community')
        .set({ time_zone: given.zone ?? '' })
        .where('id', '=', communityId)
        .execute(),
    )
  }
  const journeyId = await aJourney(service, {
    communityId,
    by: lead,
    stage: 'interview',
    ...(given.alone ? { alone: true } : {}),
  })
  await asService(db, (tx) => tx.updateTable('journey').set({ clock_from: null }).where('id', '=', journeyId).execute())
  return { lead, helper, communityId, journeyId, at: `/en/journeys/${journeyId}/interview` }
}

const slotsIn = (html: string) => [...html.matchAll(/name="slot" value="([^"]+)"/g)].map((match) => match[1] ?? '')

test('an advisor opens weekly hours and takes a single time out of them', async () => {
  const added = await post(advisor.personId, '/en/desk/slots', {
    act: 'add-weekly',
    weekday: '4',
    from: '09:00',
    until: '17:00',
  })
  expect(added.status).toBe(303)
  const page = await read(advisor.personId, '/en/desk/slots')
  expect(page).toContain('Thursday, 09:00–17:00')
  expect(page).toContain('Thursday, January 17, 2030 at 9:00 a.m. Eastern Time')
  await post(advisor.personId, '/en/desk/slots', { act: 'take-out', value: '2030-01-17T14:00:00.000Z' })
  const { lead, at } = await place()
  const slots = slotsIn(await read(lead.personId, `${at}/book`))
  expect(slots).not.toContain('2030-01-17T14:00:00.000Z')
  expect(slots).toContain('2030-01-17T15:15:00.000Z')
  const short = await post(advisor.personId, '/en/desk/slots', {
    act: 'add-weekly',
    weekday: '5',
    from: '09:00',
    until: '10:00',
  })
  expect(short.status).toBe(422)
})

test('a booking shows both clocks and invites lead and advisor with a calendar file, each in their language', async () => {
  const { lead, at, journeyId } = await place({ zone: 'America/Halifax', language: 'fr' })
  const page = await read(lead.personId, `${at}/book`)
  expect(page).toContain('Thursday, January 24, 2030 at 9:00 a.m. Eastern Time (your time)')
  expect(page).toContain('Thursday, January 24, 2030 at 10:00 a.m. Atlantic Time (the community’s time)')
  const start = mail.length
  const booked = await post(lead.personId, `${at}/book`, {
    slot: '2030-01-24T14:00:00.000Z',
    sequence: '0',
    place: 'Town hall',
  })
  expect(booked.status).toBe(303)
  const sent = mail.slice(start)
  expect(sent.map(({ to, language }) => [to.name, language]).sort()).toEqual([
    ['Ada', 'en'],
    ['Lee', 'fr'],
  ])
  expect(sent.find(({ language }) => language === 'fr')?.subject).toBe(
    'Entrevue sur les besoins réservée\u00a0: Cedar Flats',
  )
  const file = sent[0]?.attachments?.[0]
  expect(file?.type).toContain('method=REQUEST')
  expect(file?.content).toContain('DTSTART:20300124T140000Z')
  const booking = await asPerson(db, lead, (tx) => findBooking(tx, journeyId))
  expect(file?.content).toContain(`UID:${booking?.id}@waymark`)
})

test('moving the interview sends an update, cancelling it takes it out of calendars, and a second click does nothing', async () => {
  const { lead, at, journeyId } = await place()
  await post(lead.personId, `${at}/book`, { slot: '2030-01-31T14:00:00.000Z', sequence: '0' })
  const first = await asPerson(db, lead, (tx) => findBooking(tx, journeyId))
  const start = mail.length
  await post(lead.personId, `${at}/book`, {
    booking: first?.id ?? '',
    slot: '2030-01-31T16:30:00.000Z',
    sequence: '0',
  })
  const update = mail[start]?.attachments?.[0]?.content ?? ''
  expect(update).toContain('METHOD:REQUEST')
  expect(update).toContain('SEQUENCE:1')
  expect(update).toContain(`UID:${first?.id}@waymark`)
  const stale = await post(lead.personId, `${at}/book`, {
    booking: first?.id ?? '',
    slot: '2030-01-31T14:00:00.000Z',
    sequence: '0',
  })
  expect(stale.status).toBe(409)
  const before = mail.length
  await post(lead.personId, `${at}/cancel`, { booking: first?.id ?? '', reason: 'Snow' })
  await post(lead.personId, `${at}/cancel`, { booking: first?.id ?? '', reason: 'Snow' })
  expect(mail.length - before).toBe(2)
  const cancelled = mail[before]
  expect(cancelled?.attachments?.[0]?.content).toContain('METHOD:CANCEL')
  expect(cancelled?.attachments?.[0]?.content).toContain('SEQUENCE:2')
  expect(cancelled?.paragraphs).toContain('Reason: Snow')
  expect(await read(lead.personId, at)).toContain('No time is booked yet.')
})

test('of two communities that book the same time, one gets it and the other a kind word', async () => {
  const [one, other] = [await place(), await place()]
  const slot = '2030-02-07T14:00:00.000Z'
  const answers = await Promise.all(
    [one, other].map(({ lead, at }) => post(lead.personId, `${at}/book`, { slot, sequence: '0', place: 'By phone' })),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
  const refused = await answers.find(({ status }) => status === 409)?.text()
  expect(refused).toContain('Someone has just booked that time. Please choose another one')
  expect(slotsIn(refused ?? '')).not.toContain(slot)
  expect(refused).toContain('By phone')
})

test('what a community books tells another community nothing but that the time is gone', async () => {
  const [one, other] = [await place(), await place()]
  await post(one.lead.personId, `${one.at}/book`, { slot: '2030-02-14T14:00:00.000Z', sequence: '0' })
  const slots = slotsIn(await read(other.lead.personId, `${other.at}/book`))
  expect(slots).not.toContain('2030-02-14T14:00:00.000Z')
  const seen = await asPerson(db, other.lead, (tx) => findBooking(tx, one.journeyId))
  expect(seen).toBeUndefined()
})

test('the advisor may enter a time that was agreed on, except one the clocks skip', async () => {
  const { at, lead, journeyId } = await place()
  const skipped = await post(advisor.personId, `${at}/book`, { day: '2030-03-10', time: '02:30', sequence: '0' })
  expect(skipped.status).toBe(422)
  expect(await skipped.text()).toContain('The clocks skip that time on that day.')
  const entered = await post(advisor.personId, `${at}/book`, { day: '2030-03-11', time: '08:30', sequence: '0' })
  expect(entered.status).toBe(303)
  const booking = await asPerson(db, lead, (tx) => findBooking(tx, journeyId))
  expect(booking?.startsAt.toISOString()).toBe('2030-03-11T12:30:00.000Z')
})

test('who takes part is named; those added get the invitation, those taken out lose it', async () => {
  const { lead, helper, at } = await place()
  await post(lead.personId, `${at}/book`, { slot: '2030-02-21T14:00:00.000Z', sequence: '0' })
  const start = mail.length
  const named = await post(lead.personId, `${at}/people`, {
    version: '0',
    member: helper.personId,
    others: 'Director of public works\n\nLibrarian',
  })
  expect(named.status).toBe(303)
  expect(mail.slice(start).map(({ to }) => to.name)).toContain('Hana')
  const page = await read(lead.personId, at)
  expect(page).toContain('Hana – Contributor')
  expect(page).toContain('Director of public works')
  const stale = await post(lead.personId, `${at}/people`, { version: '0', others: '' })
  expect(stale.status).toBe(409)
  const before = mail.length
  await post(lead.personId, `${at}/people`, { version: '1', others: 'Librarian' })
  const toHana = mail.slice(before).filter(({ to }) => to.name === 'Hana')
  expect(toHana.map(({ attachments }) => attachments?.[0]?.content.includes('METHOD:CANCEL'))).toEqual([true])
})

test('a community alone records a date, and the weeks begin to count', async () => {
  const { lead, at, journeyId } = await place({ alone: true })
  const form = await read(lead.personId, `${at}/book`)
  expect(form).toContain('Record the date of your talk')
  const done = await post(lead.personId, `${at}/book`, { day: '2030-01-14', sequence: '0' })
  expect(done.status).toBe(303)
  const page = await read(lead.personId, at)
  expect(page).toContain('Monday, January 14, 2030')
  const journey = await asPerson(db, lead, (tx) =>
    tx.selectFrom('journey').select('clock_from').where('id', '=', journeyId).executeTakeFirst(),
  )
  expect(journey?.clock_from?.toISOString()).toBe('2030-01-14T17:00:00.000Z')
})

test('a held interview starts the clock on the day it took place', async () => {
  const { at, journeyId, lead } = await place()
  const time = clock.time
  await post(lead.personId, `${at}/book`, { slot: '2030-01-17T15:15:00.000Z', sequence: '0' })
  const booking = await asPerson(db, lead, (tx) => findBooking(tx, journeyId))
  clock.time = new Date('2030-01-18T15:00:00Z')
  expect((await post(advisor.personId, `${at}/held`, { booking: booking?.id ?? '' })).status).toBe(303)
  clock.time = time
  const journey = await asPerson(db, lead, (tx) =>
    tx.selectFrom('journey').select('clock_from').where('id', '=', journeyId).executeTakeFirst(),
  )
  expect(journey?.clock_from?.toISOString()).toBe('2030-01-17T15:15:00.000Z')
})

test('the invitation can be fetched as a calendar file', async () => {
  const { lead, at } = await place()
  await post(lead.personId, `${at}/book`, { slot: '2030-02-14T15:15:00.000Z', sequence: '0' })
  const answer = await app.request(`${at}/invitation.ics`, { headers: signedInAs(lead.personId) })
  expect(answer.headers.get('content-type')).toContain('text/calendar')
  expect(await answer.text()).toContain('DTSTART:20300214T151500Z')
})
