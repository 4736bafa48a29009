import { brotliDecompressSync } from 'node:zlib'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { connect } from '../../src/platform/database/connection.ts'
import { BusyError, ConflictError, NotAllowedError, NotFoundError } from '../../src/platform/errors.ts'
import type { AppEnvironment } from '../../src/platform/web/environment.ts'
import { chooseLanguage } from '../../src/platform/web/environment.ts'
import { faults } from '../../src/platform/web/faults.ts'
import { testApp } from '../test-app.ts'

const { app, deps, log, release } = await testApp()

const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers })

test('the service says that it is well once the database answers', async () => {
  const answer = await get('/healthz')
  expect(answer.status).toBe(200)
  expect(await answer.json()).toEqual({ status: 'ok', release })
})

test('the front door leads to the language of the browser', async () => {
  const answer = await get('/', { 'Accept-Language': 'fr-CA,en;q=0.5' })
  expect(answer.status).toBe(302)
  expect(answer.headers.get('location')).toBe('/fr')
  expect(answer.headers.get('vary')).toContain('Accept-Language')
  expect((await get('/en/')).headers.get('location')).toBe('/en')
})

test.each(['/en', '/fr/about', '/en/framework', '/fr/catalogue', '/en/method', '/healthz', '/en/nowhere', '/nowhere'])(
  '%s carries the security headers',
  async (path) => {
    const { headers } = await get(path)
    const policy = headers.get('content-security-policy')
    expect(policy).toMatch(/default-src 'none'; script-src 'self'; style-src 'self'/)
    expect(policy).not.toMatch(/unsafe/)
    expect(policy).toMatch(/frame-ancestors 'none'; base-uri 'none'/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
  },
)

test.each([
  ['/en/method/?a=1', '/en/method?a=1'],
  ['//elsewhere.example/', '/elsewhere.example'],
  ['/%09/elsewhere.example/', '/%09/elsewhere.example'],
  ['/\\elsewhere.example/', '/elsewhere.example'],
])('a slash too many in %s leads to %s, whatever host the request names', async (path, to) => {
  const request = new Request(`http://elsewhere.example${path}`, { headers: { Host: 'elsewhere.example' } })
  const answer = await app.request(request)
  expect(answer.status).toBe(301)
  expect(answer.headers.get('location')).toBe(to)
})

test('without its database the service says in JSON that it cannot serve', async () => {
  const failing = createApp({ ...deps, db: connect({ host: '127.0.0.1', port: 1 }) })
  const answer = await failing.request('/healthz')
  expect(answer.status).toBe(503)
  expect(await answer.json()).toEqual({ status: 'unavailable', release })
})

test('browsers are kept to https where the host has named an https address', async () => {
  const secure = createApp({ ...deps, origin: 'https://waymark.example.org' })
  expect((await secure.request('/en')).headers.get('strict-transport-security')).toBe('max-age=31536000')
  expect((await get('/en')).headers.get('strict-transport-security')).toBeNull()
})

test('pages for everyone say what may be fetched ahead; private links, data and faults do not', async () => {
  expect((await get('/en/method')).headers.get('speculation-rules')).toBe('"/assets/speculation-rules.json"')
  expect((await get('/en/self-check')).headers.get('speculation-rules')).not.toBeNull()
  for (const path of ['/en/self-check/kept/forgotten', '/healthz', '/en/nowhere']) {
    expect((await get(path)).headers.get('speculation-rules'), path).toBeNull()
  }
})

test('a form of a private link can be posted over plain http, where a browser sends its Origin only', async () => {
  const origin = 'http://192.168.1.20:3000'
  const host = { Host: '192.168.1.20:3000', Origin: origin }
  const post = (path: string, headers: Record<string, string>, form: Record<string, string> = {}) =>
    app.request(`${origin}${path}`, { method: 'POST', body: new URLSearchParams(form), headers })
  const begun = await post('/en/self-check/without-scripts', host)
  expect(begun.status).toBe(303)
  const home = begun.headers.get('location') ?? ''
  const question = `${home}/local-needs-first`
  // With "no-referrer" the browser would send "Origin: null" from this page, and nothing could be saved.
  const { headers } = await app.request(`${origin}${question}`)
  expect(headers.get('referrer-policy')).toBe('same-origin')
  const saved = await post(question, host, { 'given.practice': '2', version: '0' })
  expect(saved.status).toBe(303)
  expect((await post(question, { ...host, Origin: 'null' })).status).toBe(403)
})

test.each(['/en', '/fr', '/en/about', '/en/framework', '/en/catalogue', '/en/method', '/fr/nowhere'])(
  '%s has nothing inline that the policy would refuse',
  async (path) => {
    const page = await (await get(path)).text()
    expect(page).not.toMatch(/<style|<[^>]+ style="|<[^>]+ on[a-z]+="|<script(?![^>]* src=)/)
  },
)

test('a page that is not there is one in the visitor’s language, with what to do next', async () => {
  const french = await get('/fr/nulle-part')
  expect(french.status).toBe(404)
  expect(await french.text()).toMatch(/<html lang="fr">[\s\S]*<h1[^>]*>Page introuvable/)
  const unknown = await get('/xx', { 'Accept-Language': 'fr' })
  expect(unknown.status).toBe(404)
  expect(await unknown.text()).toMatch(/Page introuvable/)
})

test('a form posted from another site is refused, one from here is not', async () => {
  const post = (headers: Record<string, string>) =>
    app.request('/en/about', { method: 'POST', body: new URLSearchParams({ a: '1' }), headers })
  expect((await post({ 'Sec-Fetch-Site': 'cross-site', Origin: 'https://elsewhere.example' })).status).toBe(403)
  for (const type of ['application/json', 'text/plain', 'application/octet-stream']) {
    expect((await post({ Origin: 'https://elsewhere.example', 'Content-Type': type })).status).toBe(403)
  }
  expect((await post({ Origin: 'https://elsewhere.example' })).status).toBe(403)
  expect((await post({})).status).toBe(403)
  expect((await post({ 'Sec-Fetch-Site': 'same-origin' })).status).toBe(404)
  expect((await post({ Host: 'localhost', Origin: 'http://localhost' })).status).toBe(404)
})

test('what is too large is refused before it is read', async () => {
  const body = new URLSearchParams({ note: 'x'.repeat(1_100_000) })
  const answer = await app.request('/fr/about', { method: 'POST', body, headers: { 'Sec-Fetch-Site': 'same-origin' } })
  expect(answer.status).toBe(413)
  expect(await answer.text()).toMatch(/trop volumineux/)
})

test('pages travel compressed where the browser can', async () => {
  const plain = await (await get('/fr/framework')).text()
  const packed = await get('/fr/framework', { 'Accept-Encoding': 'gzip, br' })
  expect(packed.headers.get('content-encoding')).toBe('br')
  expect(packed.headers.get('vary')).toContain('Accept-Encoding')
  const bytes = Buffer.from(await packed.arrayBuffer())
  expect(brotliDecompressSync(bytes).toString()).toBe(plain)
  expect((await get('/fr/framework', { 'Accept-Encoding': 'gzip' })).headers.get('content-encoding')).toBe('gzip')
  expect((await get('/fr/framework', { 'Accept-Encoding': 'br;q=0' })).headers.get('content-encoding')).toBeNull()
})

test('the log names the route, never the address or the query', async () => {
  await get('/en/catalogue/some-item?secret=abc')
  const line = log.at(-1)
  expect(line).toMatch(/GET \/:language\/catalogue\/:item 404/)
  expect(log.join('\n')).not.toMatch(/some-item|secret|abc/)
})

test.each([
  [new NotFoundError(), 404],
  [new NotAllowedError(), 403],
  [new ConflictError(), 409],
  [new BusyError('later'), 503],
  [Object.assign(new Error('could not extend file'), { code: '53100' }), 503],
  [new Error('a fault'), 500],
])('%s becomes a page with status %i, and only a real fault is logged', async (error, status) => {
  const written: string[] = []
  const { onError } = faults(
    ({ title, language }) => `${language} ${title}`,
    (line) => written.push(line),
  )
  const failing = new Hono<AppEnvironment>().use(chooseLanguage).get('/:language/x/:token', () => {
    throw error
  })
  const answer = await failing.onError(onError).request('/fr/x/private')
  expect(answer.status).toBe(status)
  expect(await answer.text()).toMatch(/^fr /)
  expect(written.length).toBe(status >= 500 ? 1 : 0)
  expect(written.join()).not.toMatch(/private/)
})
