import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { networkOf, rateLimit } from './rate-limit.ts'

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

test.each([
  ['203.0.113.1', '203.0.113.1'],
  ['::ffff:203.0.113.1', '203.0.113.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:1:2::9', '2001:db8:1:2::/64'],
  ['2001:db8::9', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['unknown', 'unknown'],
])('%s counts as %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})

test('a machine that changes its IPv6 address within its network does not get new turns', async () => {
  const app = limitedApp({ time: 0 })
  for (let turn = 1; turn < 3; turn += 1) await app.request('/', from(`2001:db8:1:2::${turn}`))
  expect((await app.request('/', from('2001:db8:1:2::ffff'))).status).toBe(429)
  expect((await app.request('/', from('2001:db8:1:3::1'))).status).toBe(200)
})
