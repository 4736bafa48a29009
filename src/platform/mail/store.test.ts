import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { aPerson } from '../../../test/builders/communities.ts'
import { testApp } from '../../../test/test-app.ts'
import { asPerson, asService } from '../../people/index.ts'
import { withSettings } from '../database/connection.ts'
import type { Mail } from './mail.ts'
import { cancelMail } from './store.ts'

const service = await testApp()
const { db, clock, deps } = service

const aMail = (given: Partial<Mail> = {}): Mail => ({
  key: randomUUID(),
  kind: 'reminder',
  to: { address: 'ada@example.org' },
  language: 'en',
  subject: 'A reminder',
  paragraphs: ['Your answers are waiting.'],
  ...given,
})

const kept = (key: string) =>
  asService(db, (tx) => tx.selectFrom('mail_message').selectAll().where('key', '=', key).execute())

test('a person, the service and sign-in may each queue mail to anyone', async () => {
  const actor = await aPerson(service)
  const receiver = await aPerson(service)
  const to = { address: receiver.email, personId: receiver.personId }
  await asPerson(db, actor, (tx) => deps.queueMail(tx, aMail({ key: 'by-person', to }), clock.time))
  await asService(db, (tx) => deps.queueMail(tx, aMail({ key: 'by-service', to }), clock.time))
  await withSettings(db, { 'waymark.purpose': 'identity' }, (tx) =>
    deps.queueMail(tx, aMail({ key: 'by-identity', to }), clock.time),
  )
  for (const key of ['by-person', 'by-service', 'by-identity']) expect(await kept(key), key).toHaveLength(1)
  await expect(
    withSettings(db, {}, (tx) => deps.queueMail(tx, aMail({ key: 'by-nobody', to }), clock.time)),
  ).rejects.toThrow(/row-level security/)
})

test('the same key is queued once, and what is undone is not queued', async () => {
  const before = service.mail.length
  for (let n = 0; n < 2; n++) await asService(db, (tx) => deps.queueMail(tx, aMail({ key: 'once' }), clock.time))
  expect(await kept('once')).toHaveLength(1)
  expect(service.mail.slice(before).map((mail) => mail.key)).toEqual(['once'])
  await expect(
    asService(db, async (tx) => {
      await deps.queueMail(tx, aMail({ key: 'undone' }), clock.time)
      throw new Error('The act failed')
    }),
  ).rejects.toThrow('The act failed')
  expect(await kept('undone')).toEqual([])
})

test('a person reads the mail that is theirs, and no other', async () => {
  const ada = await aPerson(service)
  const sam = await aPerson(service)
  const key = randomUUID()
  await asService(db, (tx) =>
    deps.queueMail(tx, aMail({ key, to: { address: ada.email, personId: ada.personId } }), clock.time),
  )
  const read = (actor: { personId: string }) =>
    asPerson(db, actor, (tx) => tx.selectFrom('mail_message').select('key').execute())
  expect(await read(ada)).toEqual([{ key }])
  expect(await read(sam)).toEqual([])
  expect(await db.selectFrom('mail_message').select('key').execute(), 'with no person set').toEqual([])
})

test('mail with a tag is dropped before it leaves, whoever it was for', async () => {
  const actor = await aPerson(service)
  await asService(db, async (tx) => {
    await deps.queueMail(tx, aMail({ key: 'tagged-1', cancelTag: 'round:1' }), clock.time)
    await deps.queueMail(tx, aMail({ key: 'tagged-2', cancelTag: 'round:2' }), clock.time)
  })
  expect(await asPerson(db, actor, (tx) => cancelMail(tx, 'round:1'))).toBe(1)
  expect((await kept('tagged-1'))[0]?.status).toBe('cancelled')
  expect((await kept('tagged-2'))[0]?.status).toBe('queued')
})
