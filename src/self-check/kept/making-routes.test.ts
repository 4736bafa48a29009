import { expect, test } from 'vitest'
import { testApp } from '../../../test/test-app.ts'
import { newRecord } from '../record/record.ts'

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
  ['a level beyond the scale', { ...record, answers: { 'data-inventory': { given: { practice: 5 } } } }],
  ['an unknown member', { ...record, extra: 'x' }],
])('%s is not kept', async (_, body) => {
  expect((await send(body)).status).toBe(400)
})

test('what the questions do not know is passed over, and nothing of it is kept', async () => {
  const gone = { given: { practice: 1 }, note: 'of a component that is gone' }
  const sent = {
    ...record,
    answers: { ...record.answers, gone },
    needs: ['gone', 'data-quality'],
    profile: { staffFte: 'millions', favourite: 'x' },
    variant: 'gone',
  }
  const answer = await send(sent)
  expect(answer.status).toBe(201)
  const { path } = await answer.json()
  const there = await (await app.request(`${path}/record.json`)).json()
  expect(there).toMatchObject({ answers: record.answers, needs: ['data-quality'], profile: {} })
  expect(JSON.stringify(there)).not.toContain('gone')
})

test('a text that is too long is named, with its component and how long it may be', async () => {
  const answers = {
    'data-inventory': { given: { practice: 'na' }, reasons: { practice: 'y'.repeat(501) } },
    'data-quality': { given: {}, note: 'x'.repeat(2001) },
  }
  const answer = await send({ ...record, answers })
  expect(answer.status).toBe(422)
  expect((await answer.json()).problems).toEqual([
    'Inventaire des données, raison\u00a0: au plus 500 caractères.',
    'Qualité des données, note\u00a0: au plus 2000 caractères.',
  ])
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
