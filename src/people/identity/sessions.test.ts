import { expect, test } from 'vitest'
import { aPerson } from '../../../test/builders/communities.ts'
import { signedInAs } from '../../../test/sign-in.ts'
import { testApp } from '../../../test/test-app.ts'
import { createIdentity } from './identity.ts'
import { keptSecret } from './secret-store.ts'

const service = await testApp()
const { clock, deps } = service
const { identity } = deps
const day = 24 * 60 * 60 * 1000

/** The cookie that a browser sends back. */
const cookieOf = (cookies: string[]) => ({ cookie: cookies.map((one) => one.split(';')[0]).join('; ') })

async function aSession(options: { strong?: boolean } = {}) {
  const { personId } = await aPerson(service)
  const begun = await identity.signInAs(personId, new Headers({ 'user-agent': 'Test' }), options)
  return { personId, ...begun, headers: new Headers(cookieOf(begun.cookies)) }
}

test('a session is found by its cookie, and says whether a second factor was shown', async () => {
  const plain = await aSession()
  expect(await identity.findSession(plain.headers)).toEqual({
    personId: plain.personId,
    sessionId: plain.sessionId,
    strong: false,
  })
  const strong = await aSession({ strong: true })
  expect((await identity.findSession(strong.headers))?.strong).toBe(true)
})

test('the cookie is for this site alone and out of reach of scripts', async () => {
  const [cookie = ''] = (await aSession()).cookies
  expect(cookie).toMatch(/^waymark\.session_token=/)
  for (const part of ['HttpOnly', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(part)
})

test('with https the cookie never travels without it', async () => {
  const { identityDb, now, secret, write } = identity
  const secure = await createIdentity({ identityDb, now, secret, write, origin: 'https://waymark.example.org' })
  const { personId } = await aPerson(service)
  const { cookies } = await secure.signInAs(personId, new Headers())
  expect(cookies[0]).toMatch(/^__Secure-waymark\.session_token=/)
  expect(cookies[0]).toContain('Secure')
})

test('a secret that nobody gave is made once', async () => {
  const made = await keptSecret(identity.identityDb)
  expect(made).toHaveLength(43)
  expect(await keptSecret(identity.identityDb)).toBe(made)
  expect(await service.db.selectFrom('people_secret').selectAll().execute()).toEqual([])
})

test('what is over is removed', async () => {
  const start = clock.time
  const { personId, headers } = await aSession()
  clock.time = new Date(start.getTime() + 8 * day)
  await identity.purge()
  const left = identity.identityDb.selectFrom('people_session').select('id').where('user_id', '=', personId)
  expect(await left.execute()).toEqual([])
  clock.time = start
  expect(await identity.findSession(headers)).toBeUndefined()
})

test('the database holds nothing that opens a session', async () => {
  const { headers, sessionId } = await aSession()
  const row = await identity.identityDb
    .selectFrom('people_session')
    .selectAll()
    .where('id', '=', sessionId)
    .executeTakeFirstOrThrow()
  const cookie = decodeURIComponent(headers.get('cookie') ?? '')
  for (const value of Object.values(row).filter((one) => one !== '')) expect(cookie).not.toContain(String(value))
  expect(row.token).toMatch(/^[0-9a-f]{64}$/)
  const forged = await identity.findSession(new Headers({ cookie: cookie.replace(/=[^.]+\./, `=${row.token}.`) }))
  expect(forged).toBeUndefined()
})

test('a changed cookie is no session', async () => {
  const { headers } = await aSession()
  const cookie = (headers.get('cookie') ?? '').replace(/=./, '=_')
  expect(await identity.findSession(new Headers({ cookie }))).toBeUndefined()
})

test('a session that nobody used for a week is over, one in use goes on, and none lasts longer than a month', async () => {
  const start = clock.time
  const [idle, used] = [await aSession(), await aSession()]
  for (let days = 6; days < 30; days += 6) {
    clock.time = new Date(start.getTime() + days * day)
    expect(await identity.findSession(used.headers), `day ${days}`).toBeDefined()
  }
  expect(await identity.findSession(idle.headers)).toBeUndefined()
  clock.time = new Date(start.getTime() + 30 * day)
  expect(await identity.findSession(used.headers)).toBeUndefined()
  clock.time = start
})

test('a session lasts at least twenty hours without being used', async () => {
  const start = clock.time
  const { headers } = await aSession({ strong: true })
  clock.time = new Date(start.getTime() + 20 * 60 * 60 * 1000)
  expect(await identity.findSession(headers)).toBeDefined()
  clock.time = start
})

test('only the connections of sign-in see sessions', async () => {
  await aSession()
  expect(await service.db.selectFrom('people_session').selectAll().execute()).toEqual([])
})

test('a signed-in browser of a test has a real session', async () => {
  const { personId } = await aPerson(service)
  const headers = new Headers(signedInAs(personId, { strong: false }))
  expect(await deps.findSession(headers)).toMatchObject({ personId, strong: false })
})
