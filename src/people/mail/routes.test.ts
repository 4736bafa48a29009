import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { aPerson } from '../../../test/builders/communities.ts'
import { signedInAs } from '../../../test/sign-in.ts'
import { testApp } from '../../../test/test-app.ts'
import { insertMail } from '../../platform/mail/store.ts'
import { asPerson, asService } from '../access/person-store.ts'
import { ownMail } from './own-data.ts'

const service = await testApp()
const { app, db, clock } = service
const form = { 'content-type': 'application/x-www-form-urlencoded' }

async function mailTo(person: { personId: string; email: string }, kind: 'reminder' | 'security' = 'reminder') {
  const key = randomUUID()
  await asService(db, (tx) =>
    insertMail(
      tx,
      {
        key,
        kind,
        to: { address: person.email, personId: person.personId },
        language: 'en',
        subject: `Two questions are left ${key.slice(0, 4)}`,
        paragraphs: ['They take ten minutes.'],
      },
      clock.time,
    ),
  )
  return asService(db, (tx) =>
    tx.selectFrom('mail_message').selectAll().where('key', '=', key).executeTakeFirstOrThrow(),
  )
}

const refusals = (personId: string) =>
  asService(db, (tx) => tx.selectFrom('mail_refusal').select('kind').where('person_id', '=', personId).execute())

test('a person sees the mail that was sent to them, and nobody else’s', async () => {
  const ada = await aPerson(service)
  const sam = await aPerson(service)
  const mail = await mailTo(ada)
  const page = await (await app.request('/en/account/mail', { headers: signedInAs(ada.personId) })).text()
  expect(page).toContain(mail.subject)
  expect(page).toContain(ada.email)
  expect(await (await app.request('/fr/account/mail', { headers: signedInAs(sam.personId) })).text()).not.toContain(
    mail.subject,
  )
  expect((await app.request('/en/account/mail')).status, 'signed out').toBe(303)
})

test('a person chooses which optional mail they get', async () => {
  const ada = await aPerson(service)
  const headers = { ...signedInAs(ada.personId), ...form }
  const body = new URLSearchParams([
    ['wanted', 'reminder'],
    ['wanted', 'question'],
    ['wanted', 'sign-in'],
  ])
  const answer = await app.request('/en/account/mail', { method: 'POST', headers, body })
  expect(answer.headers.get('location')).toBe('/en/account/mail?saved')
  expect((await refusals(ada.personId)).map((row) => row.kind).toSorted()).toEqual([
    'digest',
    'message',
    'stage-change',
  ])
  const page = await (await app.request('/en/account/mail?saved', { headers })).text()
  expect(page).toContain('Your choice is saved.')
  expect(page.match(/type="checkbox"[^>]*checked/g)).toHaveLength(2)
})

test('the link under a message asks first, since scanners open links too', async () => {
  const ada = await aPerson(service)
  const { unsubscribe_token } = await mailTo(ada)
  const path = `/fr/unsubscribe/${unsubscribe_token}`
  const page = await app.request(path)
  expect(page.headers.get('cache-control')).toBe('no-store')
  expect(await page.text()).toContain('Ne plus recevoir ces messages?')
  expect(await refusals(ada.personId)).toEqual([])
})

test('a mail program unsubscribes with one post, from no page of ours (RFC 8058)', async () => {
  const ada = await aPerson(service)
  const { unsubscribe_token } = await mailTo(ada)
  const post = () =>
    app.request(`/en/unsubscribe/${unsubscribe_token}`, {
      method: 'POST',
      headers: form,
      body: 'List-Unsubscribe=One-Click',
    })
  expect((await post()).status).toBe(200)
  expect((await post()).status, 'a second time does no harm').toBe(200)
  expect(await refusals(ada.personId)).toEqual([{ kind: 'reminder' }])
})

test('no link stops what cannot be done without, and an unknown link says so', async () => {
  const ada = await aPerson(service)
  const { unsubscribe_token } = await mailTo(ada, 'security')
  for (const token of [unsubscribe_token, randomUUID(), 'nonsense']) {
    const answer = await app.request(`/en/unsubscribe/${token}`)
    expect(answer.status, token).toBe(404)
  }
  expect(await refusals(ada.personId)).toEqual([])
})

test('a person’s own export holds their messages, without what signed them in', async () => {
  const ada = await aPerson(service)
  const mail = await mailTo(ada)
  await asService(db, (tx) => tx.updateTable('mail_message').set({ secret: true }).where('id', '=', mail.id).execute())
  const other = await mailTo(ada)
  const rows = await asPerson(db, ada, (tx) => ownMail.export(tx, ada), { purpose: 'export' })
  expect(rows.find(({ subject }) => subject === mail.subject)).toMatchObject({ text: null })
  expect(rows.find(({ subject }) => subject === other.subject)).toMatchObject({ text: 'They take ten minutes.' })
})

test('every other post still has to come from a page of the service', async () => {
  const ada = await aPerson(service)
  const { cookie } = signedInAs(ada.personId)
  const answer = await app.request('/en/account/mail', { method: 'POST', headers: { ...form, cookie: cookie ?? '' } })
  expect(answer.status).toBe(403)
})
