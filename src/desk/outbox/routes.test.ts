import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { aPerson } from '../../../test/builders/communities.ts'
import { signedInAs } from '../../../test/sign-in.ts'
import { testApp } from '../../../test/test-app.ts'
import { createApp } from '../../app.ts'
import { asService } from '../../people/index.ts'
import type { Mail, MailStatus } from '../../platform/mail/mail.ts'
import { insertMail } from '../../platform/mail/store.ts'

const service = await testApp()
const { db, clock } = service
const woken: string[] = []
const app = createApp({ ...service.deps, wakeMail: async (_tx, message) => void woken.push(message.id) })
const administrator = await aPerson(service, { name: 'Olive Tremblay', staff: ['administrator'] })
const receiver = await aPerson(service, { name: 'Ada' })
const headers = { ...signedInAs(administrator.personId), 'content-type': 'application/x-www-form-urlencoded' }

async function kept(status: MailStatus, given: Partial<Mail> = {}): Promise<string> {
  const key = randomUUID()
  const mail: Mail = {
    key,
    kind: 'sign-in',
    to: { address: receiver.email, personId: receiver.personId },
    language: 'en',
    subject: `Your link to sign in ${key.slice(0, 8)}`,
    paragraphs: ['Or type this code: 4711-0815'],
    link: { label: 'Sign in', href: 'https://waymark.example.org/en/sign-in/link?token=abc' },
    secret: true,
    ...given,
  }
  return asService(db, async (tx) => {
    const message = await insertMail(tx, mail, clock.time)
    if (message === undefined) throw new Error('The key was known')
    await tx
      .updateTable('mail_message')
      .set({ status, ...(status === 'sending' ? { problem: 'Connection closed unexpectedly' } : {}) })
      .where('id', '=', message.id)
      .execute()
    return message.id
  })
}

const statusOf = (id: string) =>
  asService(db, (tx) =>
    tx.selectFrom('mail_message').select('status').where('id', '=', id).executeTakeFirstOrThrow(),
  ).then((row) => row.status)

const get = async (path: string) => (await app.request(path, { headers })).text()
const post = (path: string) => app.request(path, { method: 'POST', headers })

test('only an administrator reaches the outbox', async () => {
  for (const staff of ['manager', 'advisor', 'author', 'funder', 'expert'] as const) {
    const person = await aPerson(service, { staff: [staff] })
    const answer = await app.request('/en/program/outbox', { headers: signedInAs(person.personId) })
    expect(answer.status, staff).toBe(403)
  }
  expect((await app.request('/en/program/outbox', { headers: signedInAs(administrator.personId) })).status).toBe(200)
})

test('a link that signs someone in is masked; showing it is logged, and the person sees who did', async () => {
  const id = await kept('held')
  const page = await get(`/en/program/outbox/${id}`)
  expect(page).toContain('The text is hidden: its link or code signs the person in.')
  expect(page).not.toContain('token=abc')
  expect(page).not.toContain('4711-0815')
  const shown = await (await post(`/en/program/outbox/${id}/show`)).text()
  expect(shown).toContain('token=abc')
  expect(shown).toContain('4711-0815')
  expect(shown).toContain('Olive Tremblay, January 15, 2030')
  expect(await get(`/en/program/outbox/${id}`), 'the next visit is masked again').not.toContain('token=abc')
  const own = await app.request('/en/account/mail', { headers: signedInAs(receiver.personId) })
  expect(await own.text()).toContain('Olive Tremblay looked into “Your link to sign in')
  const noted = await asService(db, (tx) => tx.selectFrom('mail_showing').selectAll().execute()).catch(() => [])
  expect(noted, 'not even the service may change the log').toEqual([])
})

test('a message can be sent again, dropped, and not both at once', async () => {
  const failed = await kept('failed')
  expect((await post(`/en/program/outbox/${failed}/resend`)).headers.get('location')).toBe(
    `/en/program/outbox/${failed}?done=resent`,
  )
  expect(await statusOf(failed)).toBe('queued')
  expect(woken).toContain(failed)
  expect((await post(`/en/program/outbox/${failed}/resend`)).status, 'a double press').toBe(409)
  expect((await post(`/en/program/outbox/${failed}/cancel`)).status).toBe(303)
  expect(await statusOf(failed)).toBe('cancelled')
  const sent = await kept('sent', { secret: false })
  for (const act of ['resend', 'cancel']) expect((await post(`/en/program/outbox/${sent}/${act}`)).status).toBe(409)
})

test('a message that may have left is a person’s to decide, with a word of warning', async () => {
  const id = await kept('sending', { secret: false })
  const page = await get(`/en/program/outbox/${id}`)
  expect(page).toContain('May have left')
  expect(page).toContain('it may arrive twice')
  expect((await post(`/en/program/outbox/${id}/cancel`)).status).toBe(303)
})

test('a message that is being sent at this moment is left alone', async () => {
  const id = await kept('sending', { secret: false })
  await asService(db, (tx) =>
    tx.updateTable('mail_message').set({ problem: null, sending_since: clock.time }).where('id', '=', id).execute(),
  )
  expect((await post(`/en/program/outbox/${id}/resend`)).status).toBe(409)
})

test('held messages go out together once there is a mail server, without links that ran out', async () => {
  const invitation = await kept('held', { kind: 'invitation' })
  const link = await kept('held')
  const start = clock.time
  clock.time = new Date(start.getTime() + 2 * 3_600_000)
  const answer = await post('/en/program/outbox/release')
  expect(answer.headers.get('location')).toMatch(/\?released=\d+$/)
  expect(await statusOf(invitation)).toBe('queued')
  expect(await statusOf(link)).toBe('cancelled')
  expect(woken).toContain(invitation)
  clock.time = start
})

test('the list filters by state, pages, and speaks French', async () => {
  const cancelled = await kept('cancelled', { subject: 'Dropped on the way' })
  const held = await kept('held', { subject: 'Held for now' })
  const page = await get('/fr/program/outbox?status=cancelled')
  expect(page).toContain(cancelled)
  expect(page).not.toContain(held)
  expect(page).toContain('Boîte d’envoi')
  expect(await get('/en/program/outbox?status=nonsense&page=-4')).toContain('Held for now')
  expect(await get('/en/program/outbox?page=1000')).toContain('There is no message here.')
  expect((await app.request(`/en/program/outbox/${randomUUID()}`, { headers })).status).toBe(404)
  expect((await app.request('/en/program/outbox/nonsense', { headers })).status).toBe(404)
})
