import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { aCommunity, aJourney, aPerson } from '../../../test/builders/communities.ts'
import { signedInAs } from '../../../test/sign-in.ts'
import { testApp } from '../../../test/test-app.ts'
import { asPerson, asService } from '../../people/index.ts'
import { readCsv } from '../../platform/csv.ts'
import { listActions, myActions, overdueActions } from './index.ts'

const service = await testApp()
const { app, db, mail, clock } = service
const lead = await aPerson(service, { name: 'Lee' })
const kim = await aPerson(service, { name: 'Kim', language: 'fr' })
const stranger = await aPerson(service)
const communityId = await aCommunity(service, {
  members: [
    ['lead', lead],
    ['contributor', kim],
  ],
})

const send = (personId: string, path: string, fields: Record<string, string> = {}) =>
  app.request(path, {
    method: 'POST',
    headers: { ...signedInAs(personId), 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  })
const read = async (personId: string, path: string) =>
  (await app.request(path, { headers: signedInAs(personId) })).text()

async function aList() {
  const journeyId = await aJourney(service, { communityId, by: lead, stage: 'learning', alone: true })
  return { journeyId, at: `/en/journeys/${journeyId}/actions` }
}

const fields = { title: 'List all data sets', description: '', component: 'data-inventory', status: 'planned' }
const latest = async (journeyId: string) => {
  const [action] = await asPerson(db, lead, (tx) => listActions(tx, journeyId))
  if (action === undefined) throw new Error('there is no action')
  return action
}
const reminders = async (action: { id: string }) =>
  asPerson(db, kim, (tx) =>
    tx
      .selectFrom('mail_message')
      .select(['status', 'subject', 'not_before'])
      .where('cancel_tag', '=', `action:${action.id}`)
      .where('person_id', '=', kim.personId)
      .orderBy('not_before')
      .execute(),
  )

test('an action is added once, its owner is told and reminded before and after the due date', async () => {
  const { journeyId, at } = await aList()
  const before = mail.length
  const form = { ...fields, id: randomUUID(), owner: kim.personId, due: '2030-02-20', effort: '3,5', cost: '1 250,50' }
  expect((await send(lead.personId, `${at}/new`, form)).status).toBe(303)
  expect((await send(lead.personId, `${at}/new`, form)).status).toBe(303)
  expect(await asPerson(db, lead, (tx) => listActions(tx, journeyId))).toHaveLength(1)
  const action = await latest(journeyId)
  expect(action).toMatchObject({ effortHours: 3.5, costCents: 125_050, owner: { name: 'Kim' }, origin: 'added' })
  expect(mail.slice(before).map(({ kind }) => kind)).toEqual(['message', 'reminder', 'reminder'])
  expect(mail[before]?.subject).toContain('Une action pour vous')
  // Nine in the morning in Toronto, a week before and a day after.
  expect((await reminders(action)).map((one) => one.not_before.toISOString())).toEqual([
    '2030-02-13T14:00:00.000Z',
    '2030-02-21T14:00:00.000Z',
  ])
})

test('done with a note, a link and a file: reminders stop, and the file comes back as a download', async () => {
  const { journeyId, at } = await aList()
  await send(lead.personId, `${at}/new`, { ...fields, owner: kim.personId, due: '2030-03-01' })
  const action = await latest(journeyId)
  const form = new FormData()
  form.set('version', String(action.version))
  form.set('note', 'The list is on the shared drive.')
  form.set('link', 'https://example.org/list')
  form.set('file', new File(['name,owner\n'], 'list.csv', { type: 'text/csv' }))
  const sent = await app.request(`${at}/${action.id}/evidence`, {
    method: 'POST',
    headers: signedInAs(kim.personId),
    body: form,
  })
  expect(sent.status).toBe(303)
  expect(await latest(journeyId)).toMatchObject({
    status: 'done',
    doneOn: '2030-01-15',
    doneLink: 'https://example.org/list',
  })
  expect((await reminders(action)).map(({ status }) => status)).toEqual(['cancelled', 'cancelled'])
  const file = await app.request(`${at}/${action.id}/evidence`, { headers: signedInAs(lead.personId) })
  expect(file.headers.get('content-disposition')).toContain('attachment; filename="list.csv"')
  expect(await read(lead.personId, `${at}?show=done`)).toContain('List all data sets')
})

test('what shows that it is done is checked, and what was typed stays', async () => {
  const { journeyId, at } = await aList()
  await send(lead.personId, `${at}/new`, fields)
  const action = await latest(journeyId)
  const page = await send(lead.personId, `${at}/${action.id}/evidence`, {
    version: '1',
    note: 'My note',
    link: 'javascript:alert(1)',
  })
  expect(page.status).toBe(422)
  const html = await page.text()
  for (const text of ['href="#link"', 'My note']) expect(html).toContain(text)
  expect((await latest(journeyId)).status).toBe('planned')
})

test('two people who change one action see both versions, and nothing is lost', async () => {
  const { journeyId, at } = await aList()
  await send(lead.personId, `${at}/new`, fields)
  const { id } = await latest(journeyId)
  expect((await send(lead.personId, `${at}/${id}`, { ...fields, title: 'First', version: '1' })).status).toBe(303)
  // Sent twice, it is saved once and nobody is asked anything.
  expect((await send(lead.personId, `${at}/${id}`, { ...fields, title: 'First', version: '1' })).status).toBe(303)
  const second = await send(kim.personId, `${at}/${id}`, { ...fields, title: 'Second', version: '1' })
  expect(second.status).toBe(409)
  const page = await second.text()
  for (const text of ['First', 'Second', 'Save mine', 'name="version" value="2"']) expect(page).toContain(text)
  expect((await send(kim.personId, `${at}/${id}`, { ...fields, title: 'Second', version: '2' })).status).toBe(303)
  expect((await latest(journeyId)).title).toBe('Second')
})

test('the list shows what is mine and what is overdue, on every page that asks', async () => {
  const { journeyId, at } = await aList()
  await send(lead.personId, `${at}/new`, { ...fields, title: 'Late one', owner: kim.personId, due: '2030-01-10' })
  await send(lead.personId, `${at}/new`, { ...fields, title: 'Other one', ownerName: 'The clerk' })
  const mine = await read(kim.personId, `${at}?show=mine`)
  expect(mine).toContain('Late one')
  expect(mine).not.toContain('Other one')
  expect(await read(lead.personId, `${at}?show=overdue`)).toContain('overdue')
  expect(await read(lead.personId, at)).toContain('The clerk')
  const all = await asPerson(db, kim, (tx) => myActions(tx, kim.personId, clock.time))
  expect(all.find(({ title }) => title === 'Late one')).toMatchObject({ overdue: true, communityName: 'Pine Harbour' })
  const late = await asPerson(db, lead, (tx) => overdueActions(tx, clock.time))
  expect(late.find((one) => one.journeyId === journeyId)).toMatchObject({ count: 1, since: '2030-01-10' })
  expect(await asPerson(db, stranger, (tx) => overdueActions(tx, clock.time))).toEqual([])
})

test('the list is a table to download, and closed to strangers', async () => {
  const { at } = await aList()
  await send(lead.personId, `${at}/new`, { ...fields, title: '=1+1', cost: '20' })
  const file = readCsv(await read(lead.personId, `${at}.csv`))
  expect(file.ok && file.cells.records[0]?.[0]).toBe('=1+1')
  expect(file.ok && file.cells.records[0]).toContain('20.00')
  expect((await app.request(at, { headers: signedInAs(stranger.personId) })).status).toBe(404)
})

test('a form that cannot be used names each field and keeps what was typed', async () => {
  const { at } = await aList()
  const page = await send(lead.personId, `${at}/new`, { ...fields, title: '', due: 'soon', effort: '-1', cost: 'much' })
  expect(page.status).toBe(422)
  const html = await page.text()
  for (const field of ['title', 'due', 'effort', 'cost']) expect(html).toContain(`href="#${field}"`)
  expect(html).toContain('value="much"')
})

test('a journey that was withdrawn takes no more actions, and offers none', async () => {
  const { journeyId, at } = await aList()
  await asService(db, (tx) =>
    tx.updateTable('journey').set({ state: 'withdrawn' }).where('id', '=', journeyId).execute(),
  )
  expect((await send(lead.personId, `${at}/new`, { ...fields, id: randomUUID() })).status).toBe(409)
  expect(await asPerson(db, lead, (tx) => listActions(tx, journeyId))).toEqual([])
  expect(await read(lead.personId, at)).not.toContain(`${at}/new`)
})
