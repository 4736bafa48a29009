import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { compression } from './compression.ts'
import { pageCache } from './page-cache.ts'

function countingApp() {
  const drawn: string[] = []
  const app = new Hono()
    .use(async (c, next) => {
      await next()
      c.header('X-Safe', 'yes')
    })
    .use(pageCache((path) => !path.startsWith('/mine')))
    .use(compression)
    .get('*', (c) => {
      drawn.push(c.req.path)
      if (c.req.path === '/private') c.header('Cache-Control', 'no-store')
      if (c.req.path === '/data') return c.json({ a: 1 })
      if (c.req.path === '/missing') return c.html('no', 404)
      return c.html(`<p>${'page '.repeat(400)}</p>`)
    })
  return { app, drawn }
}

test('a page that is the same for everyone is drawn once and sent the same each time, with every safety header', async () => {
  const { app, drawn } = countingApp()
  const answers = [await app.request('/en'), await app.request('/en')]
  expect(drawn).toEqual(['/en'])
  const [first, second] = await Promise.all(answers.map((answer) => answer.text()))
  expect(second).toBe(first)
  for (const answer of answers) {
    expect(answer.headers.get('x-safe')).toBe('yes')
    expect(answer.headers.get('cache-control')).toBe('no-cache')
    expect(answer.headers.get('content-type')).toContain('text/html')
  }
})

test('each encoding has a copy of its own', async () => {
  const { app } = countingApp()
  for (const encoding of ['br', 'gzip', 'br', 'gzip']) {
    const answer = await app.request('/en', { headers: { 'accept-encoding': encoding } })
    expect(answer.headers.get('content-encoding')).toBe(encoding)
    expect(answer.headers.get('vary')).toContain('Accept-Encoding')
  }
  expect((await app.request('/en')).headers.get('content-encoding')).toBeNull()
})

test('a browser that still has the page gets no body', async () => {
  const { app } = countingApp()
  const tag = (await app.request('/en')).headers.get('etag') ?? ''
  const again = await app.request('/en', { headers: { 'if-none-match': `"other", W/${tag}` } })
  expect(again.status).toBe(304)
  expect(await again.text()).toBe('')
  expect(again.headers.get('x-safe')).toBe('yes')
  expect((await app.request('/en', { headers: { 'if-none-match': '"other"' } })).status).toBe(200)
})

test.each(['/mine/one', '/private', '/data', '/missing', '/en?page=2'])('%s is drawn anew each time', async (path) => {
  const { app, drawn } = countingApp()
  await app.request(path)
  const answer = await app.request(path)
  expect(drawn).toHaveLength(2)
  expect(answer.headers.get('etag')).toBeNull()
})

test('the oldest page gives way when there are too many', async () => {
  const { app, drawn } = countingApp()
  for (let number = 0; number <= 1500; number += 1) await app.request(`/en/${number}`)
  await app.request('/en/1500')
  expect(drawn).toHaveLength(1501)
  await app.request('/en/0')
  expect(drawn).toHaveLength(1502)
})
