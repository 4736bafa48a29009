import { expect, test } from 'vitest'
import { testApp } from '../../test/test-app.ts'
import { newRecord } from './record.ts'

const { app, release, clock, log } = await testApp()

const record = {
  ...newRecord({ id: 'device', now: new Date('2030-01-10T00:00:00Z'), release }),
  answers: { 'data-inventory': { given: { practice: 2, knowledge: 'dk' }, wanted: 3, note: 'from the device' } },
  hours: 12,
}

const send = (body: unknown) =>
  app.request('/fr/self-check/resume-link', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify(body),
  })

test('a device gets a private link to its answers, and they can be brought to another device', async () => {
  const answer = await send(record)
  expect(answer.status).toBe(201)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  const made = await answer.json()
  expect(made.expiresAt).toBe('2030-02-14T15:00:00.000Z')
  const there = await (await app.request(`${made.path}/record.json`)).json()
  expect(there).toMatchObject({ schema: 1, answers: record.answers, hours: 12, release })
  expect(await (await app.request(`${made.path}/data-inventory`)).text()).toContain('>from the device</textarea>')
  expect(
    (await app.request(made.forget, { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' } })).status,
  ).toBe(303)
  expect((await app.request(made.path)).status).toBe(404)
})

test.each([
  ['nothing', undefined],
  ['an unknown component', { ...record, answers: { gone: { given: {} } } }],
  ['a level beyond the scale', { ...record, answers: { 'data-inventory': { given: { practice: 5 } } } }],
  ['an unknown member', { ...record, extra: 'x' }],
  ['an unknown profile answer', { ...record, profile: { staffFte: 'millions' } }],
  ['a note without end', { ...record, answers: { 'data-inventory': { given: {}, note: 'x'.repeat(2001) } } }],
])('%s is not kept', async (_, body) => {
  expect((await send(body)).status).toBe(400)
})

test('a body that is far too large is refused', async () => {
  expect((await send({ ...record, extra: 'x'.repeat(1_100_000) })).status).toBe(413)
})

test('the secret of a link is never in the log', async () => {
  const { path } = await (await send(record)).json()
  await app.request(path)
  expect(log.length).toBeGreaterThan(0)
  expect(log.join('\n')).not.toContain(path.split('/').at(-1))
})

test('links are limited for an address, and the limit passes', async () => {
  for (let made = 0; made < 40; made += 1) await send(record)
  const limited = await send(record)
  expect(limited.status).toBe(429)
  expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(0)
  clock.time = new Date(clock.time.getTime() + 3_600_000)
  expect((await send(record)).status).toBe(201)
})
