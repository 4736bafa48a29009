import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { aPerson } from '../../../test/builders/communities.ts'
import { aVisitor, type Visitor } from '../../../test/builders/visitor.ts'
import { testApp } from '../../../test/test-app.ts'
import { createApp } from '../../app.ts'

const service = await testApp()
const { app, clock, mail, deps } = service
const start = clock.time
const { identityDb } = deps.identity

// The library reads the time by itself; here it reads the service's.
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'], now: start }))
beforeEach(() => passTo(start.getTime()))
afterAll(() => void vi.useRealTimers())

function passTo(time: number) {
  clock.time = new Date(time)
  vi.setSystemTime(clock.time)
}
const minutes = (n: number) => passTo(clock.time.getTime() + n * 60_000)

async function ask(visitor: Visitor, email: string, fields: Record<string, string> = {}) {
  const response = await visitor.post('/en/sign-in', { email, ...fields })
  const sent = mail.filter((one) => one.to.address === email).at(-1)
  const link = new URL(sent?.link?.href ?? 'http://localhost:3000/none')
  const code = /\d{4} \d{4}/.exec(sent?.paragraphs.join(' ') ?? '')?.[0] ?? ''
  return { response, sent, link: link.pathname + link.search, token: link.searchParams.get('token') ?? '', code }
}

const isIn = async (visitor: Visitor) => (await visitor.get('/en/account/security')).status === 200

test('a link signs in by a button, and the person goes where they were headed', async () => {
  const { email } = await aPerson(service)
  const visitor = aVisitor(app)
  const { response, link, token } = await ask(visitor, email, { to: '/en/account/sessions' })
  expect([response.status, response.headers.get('location')]).toEqual([303, '/en/sign-in/code'])
  const page = await (await visitor.get(link)).text()
  expect(page).toContain('<form method="post" action="/en/sign-in/link">')
  expect(page).toContain('value="/en/account/sessions"')
  const entered = await visitor.post('/en/sign-in/link', { token, to: '/en/account/sessions' })
  expect([entered.status, entered.headers.get('location')]).toEqual([303, '/en/account/sessions'])
  expect(await isIn(visitor)).toBe(true)
})

test('a program that checks mail may follow the link as often as it likes', async () => {
  const { email } = await aPerson(service)
  const visitor = aVisitor(app)
  const { link, token } = await ask(visitor, email)
  for (let turn = 0; turn < 3; turn += 1) {
    const looked = await aVisitor(app).get(link)
    expect([looked.status, looked.headers.getSetCookie()]).toEqual([200, []])
  }
  expect((await visitor.post('/en/sign-in/link', { token })).status).toBe(303)
})

test('a link works once, and a second try shows a page that sends a new one', async () => {
  const { email } = await aPerson(service)
  const visitor = aVisitor(app)
  const { token } = await ask(visitor, email)
  expect((await visitor.post('/en/sign-in/link', { token })).status).toBe(303)
  expect((await visitor.post('/en/sign-in/link', { token })).status, 'sent twice from the same browser').toBe(303)
  const again = await aVisitor(app).post('/fr/sign-in/link', { token })
  expect([again.status, again.headers.getSetCookie()]).toEqual([410, []])
  const page = await again.text()
  expect(page).toContain('Ce lien ou ce code ne fonctionne plus')
  expect(page).toContain('action="/fr/sign-in"')
})

test('a link and its code are over after fifteen minutes', async () => {
  const { email } = await aPerson(service)
  const visitor = aVisitor(app)
  const { token, code } = await ask(visitor, email)
  minutes(15.1)
  expect((await visitor.post('/en/sign-in/link', { token })).status).toBe(410)
  expect((await visitor.post('/en/sign-in/code', { code })).status).toBe(410)
})

test('the code signs in in the browser that asked, and in no other', async () => {
  const { email } = await aPerson(service)
  const visitor = aVisitor(app)
  const { code, token } = await ask(visitor, email, { to: '/en/account/sessions' })
  expect((await aVisitor(app).post('/en/sign-in/code', { code })).status).toBe(410)
  const entered = await visitor.post('/en/sign-in/code', { code })
  expect([entered.status, entered.headers.get('location')]).toEqual([303, '/en/account/sessions'])
  expect(await isIn(visitor)).toBe(true)
  expect((await aVisitor(app).post('/en/sign-in/link', { token })).status, 'the link is used with it').toBe(410)
})

test('after five wrong codes even the right one is too late', async () => {
  const { email } = await aPerson(service)
  const visitor = aVisitor(app)
  const { code } = await ask(visitor, email)
  const wrong = code === '0000 0000' ? '11111111' : '00000000'
  for (let left = 4; left > 0; left -= 1) {
    const page = await visitor.post('/en/sign-in/code', { code: wrong })
    expect(page.status).toBe(422)
    expect(await page.text()).toContain(`${left} more ${left === 1 ? 'try' : 'tries'}`)
  }
  expect((await visitor.post('/en/sign-in/code', { code: wrong })).status).toBe(410)
  expect((await visitor.post('/en/sign-in/code', { code })).status).toBe(410)
})

test('the answer is the same for an address that is known and one that is not', async () => {
  const { email } = await aPerson(service)
  const [known, unknown] = [await ask(aVisitor(app), email), await ask(aVisitor(app), 'nobody@example.org')]
  const seen = async ({ response }: { response: Response }) => [
    response.status,
    response.headers.get('location'),
    response.headers.getSetCookie().map((one) => one.replace(/=[^;]+/, '=…')),
    await response.text(),
  ]
  expect(await seen(known)).toEqual(await seen(unknown))
  expect(known.sent?.subject).toBe(unknown.sent?.subject)
})

test('whoever shows that an address is theirs has an account, in their language, and is asked for their name', async () => {
  const visitor = aVisitor(app)
  await visitor.post('/fr/sign-in', { email: ' Marie.Roy@Example.org ' })
  const sent = mail.at(-1)
  expect([sent?.to.address, sent?.language, sent?.secret]).toEqual(['marie.roy@example.org', 'fr', true])
  const token = new URL(sent?.link?.href ?? '').searchParams.get('token') ?? ''
  const entered = await visitor.post('/fr/sign-in/link', { token })
  expect(entered.headers.get('location')).toBe('/fr/sign-in/name?to=%2Ffr%2Fstart')
  expect((await visitor.post('/fr/sign-in/name', { name: '', to: '/fr/start' })).status).toBe(422)
  const named = await visitor.post('/fr/sign-in/name', { name: 'Marie Roy', to: '/fr/start' })
  expect(named.headers.get('location')).toBe('/fr/start')
  const person = await identityDb
    .selectFrom('people_person')
    .select(['name', 'email_verified', 'language'])
    .where('email', '=', 'marie.roy@example.org')
    .executeTakeFirst()
  expect(person).toEqual({ name: 'Marie Roy', email_verified: true, language: 'fr' })
})

test('what is not an address is said beside the field, and what was typed stays', async () => {
  const response = await aVisitor(app).post('/en/sign-in', { email: 'ada@' })
  const page = await response.text()
  expect(response.status).toBe(422)
  expect(page).toContain('<a href="#email">')
  expect(page).toContain('value="ada@"')
})

test('one address gets five mails in a quarter of an hour, and the page does not say so', async () => {
  const { email } = await aPerson(service)
  for (let turn = 0; turn < 7; turn += 1) expect((await ask(aVisitor(app), email)).response.status).toBe(303)
  expect(mail.filter((one) => one.to.address === email)).toHaveLength(5)
})

test('one network may not try without end', async () => {
  const limited = aVisitor(createApp(deps))
  let last = 0
  for (let turn = 0; turn < 61; turn += 1) last = (await limited.post('/en/sign-in/link', { token: 'none' })).status
  expect(last).toBe(429)
  expect((await limited.get('/en/sign-in')).status).toBe(200)
})

test('the database holds nothing that opens a link or a code', async () => {
  const visitor = aVisitor(app)
  const { token, code } = await ask(visitor, 'kept@example.org')
  const rows = [
    ...(await identityDb.selectFrom('people_verification').selectAll().execute()),
    ...(await identityDb.selectFrom('people_sign_in_code').selectAll().execute()),
  ]
  const kept = JSON.stringify(rows)
  for (const secret of [token, code.replace(' ', ''), ...visitor.cookies.values()]) expect(kept).not.toContain(secret)
})

test('no address leads elsewhere after signing in', async () => {
  const { email } = await aPerson(service)
  for (const to of ['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)']) {
    const visitor = aVisitor(app)
    const { token } = await ask(visitor, email)
    if (token === '') break
    const entered = await visitor.post('/en/sign-in/link', { token, to })
    expect(entered.headers.get('location'), to).toBe('/en/start')
  }
})

test('a sign-in gives a new cookie and ends the session before it', async () => {
  const { email } = await aPerson(service)
  const visitor = aVisitor(app)
  await visitor.post('/en/sign-in/link', { token: (await ask(visitor, email)).token })
  const before = new Map(visitor.cookies)
  await visitor.post('/en/sign-in/link', { token: (await ask(visitor, email)).token })
  expect(visitor.cookies.get('waymark.session_token')).not.toBe(before.get('waymark.session_token'))
  const old = aVisitor(app)
  for (const [name, value] of before) old.cookies.set(name, value)
  expect(await isIn(old)).toBe(false)
})

test('signing out ends the session and says so', async () => {
  const { email } = await aPerson(service)
  const visitor = aVisitor(app)
  await visitor.post('/en/sign-in/link', { token: (await ask(visitor, email)).token })
  const copy = aVisitor(app)
  for (const [name, value] of visitor.cookies) copy.cookies.set(name, value)
  const out = await visitor.post('/en/sign-out')
  expect([out.status, out.headers.get('location')]).toEqual([303, '/en/sign-out'])
  expect(await (await visitor.get('/en/sign-out')).text()).toContain('You are signed out')
  expect(await isIn(copy), 'a copy of the cookie').toBe(false)
})

test('nobody is signed in by another site', async () => {
  const { email } = await aPerson(service)
  const { token } = await ask(aVisitor(app), email)
  const response = await app.request('/en/sign-in/link', {
    method: 'POST',
    headers: { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
    body: new URLSearchParams({ token }),
  })
  expect(response.status).toBe(403)
})

test.each(['/api/auth/sign-up/email', '/api/auth/sign-in/email', '/api/auth/get-session', '/api/auth/ok'])(
  'the library’s own address %s is not there',
  async (path) => {
    expect((await aVisitor(app).post(path, { email: 'a@example.org', password: 'x' })).status).toBe(404)
    expect((await aVisitor(app).get(path)).status).toBe(404)
  },
)

test('pages on the way in are never kept or told to another site', async () => {
  const response = await aVisitor(app).get('/en/sign-in/link?token=abc')
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(response.headers.get('referrer-policy')).toBe('same-origin')
})
