import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { rateLimit } from './rate-limit.ts'

function limitedApp(clock: { time: number }) {
  const limit = { requests: 2, seconds: 60, now: () => new Date(clock.time), trustProxy: true }
  return new Hono().use(rateLimit(limit, (c) => c.text('slow down', 429))).get('/', (c) => c.text('ok'))
}

const from = (address: string) => ({ headers: { 'x-forwarded-for': `198.51.100.1, ${address}` } })

test('an address that asks too often is told when to come back', async () => {
  const app = limitedApp({ time: 0 })
  expect((await app.request('/', from('203.0.113.1'))).status).toBe(200)
  expect((await app.request('/', from('203.0.113.1'))).status).toBe(200)
  const refused = await app.request('/', from('203.0.113.1'))
  expect(refused.status).toBe(429)
  expect(refused.headers.get('retry-after')).toBe('60')
})

test('one address does not use up the turns of another', async () => {
  const app = limitedApp({ time: 0 })
  for (let turn = 0; turn < 3; turn += 1) await app.request('/', from('203.0.113.1'))
  expect((await app.request('/', from('203.0.113.2'))).status).toBe(200)
})

test('the turns come back when the time is over', async () => {
  const clock = { time: 0 }
  const app = limitedApp(clock)
  for (let turn = 0; turn < 3; turn += 1) await app.request('/', from('203.0.113.1'))
  clock.time = 60_000
  expect((await app.request('/', from('203.0.113.1'))).status).toBe(200)
})
