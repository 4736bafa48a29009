import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'
import { afterAll, expect, test } from 'vitest'
import { aPerson } from '../../../test/builders/communities.ts'
import { aVisitor, type Visitor } from '../../../test/builders/visitor.ts'
import { testSecret } from '../../../test/sign-in.ts'
import { testApp } from '../../../test/test-app.ts'
import { createApp } from '../../app.ts'
import { createIdentity } from '../index.ts'

const service = await testApp()
const { deps } = service
const origin = 'http://localhost:3000'

/** The people of the directory: what it says of each. */
const people: Record<string, { email: string; email_verified: boolean; name: string }> = {}

const server = createServer()
server.listen(0, '127.0.0.1')
await once(server, 'listening')
const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
const provider = new Provider(issuer, {
  clients: [
    {
      client_id: 'waymark',
      client_secret: 'only-for-tests',
      redirect_uris: [`${origin}/en/sign-in/directory/callback`],
      token_endpoint_auth_method: 'client_secret_post',
    },
  ],
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
  conformIdTokenClaims: false,
  findAccount: (_ctx, id) => ({ accountId: id, claims: () => ({ sub: id, ...people[id] }) }),
  pkce: { required: () => true },
  features: { devInteractions: { enabled: true } },
  cookies: { keys: ['only-for-tests'] },
})
server.on('request', provider.callback())
afterAll(() => void server.close())

const appWith = async (address: string) => {
  const identity = await createIdentity(
    { identityDb: deps.identity.identityDb, now: deps.now, secret: testSecret, origin, write: () => undefined },
    { issuer: address, clientId: 'waymark', clientSecret: 'only-for-tests', name: 'Town login' },
  )
  return createApp({ ...deps, identity, findSession: identity.findSession })
}
const app = await appWith(issuer)

/** Goes to the directory, signs in there as someone, and follows it back to the service's callback. */
async function comeBackFrom(visitor: Visitor, login: string): Promise<string> {
  const sent = await visitor.get('/fr/sign-in/directory?to=/fr/account/sessions')
  expect(sent.status).toBe(303)
  const cookies = new Map<string, string>()
  let address = sent.headers.get('location') ?? ''
  expect(address).toMatch(/state=.+/)
  for (const part of ['code_challenge=', 'code_challenge_method=S256', 'nonce=']) expect(address).toContain(part)
  let form: URLSearchParams | undefined
  for (let step = 0; step < 12 && !address.startsWith(origin); step += 1) {
    const response = await fetch(address, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') },
      ...(form ? { method: 'POST', body: form } : {}),
    })
    for (const set of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (set.split(';')[0] ?? '').split('=')
      cookies.set(name, value)
    }
    const location = response.headers.get('location')
    form = undefined
    if (location !== null) {
      address = new URL(location, address).href
      continue
    }
    const page = await response.text()
    const action = /action="([^"]+)"/.exec(page)?.[1] ?? ''
    const prompt = /name="prompt" value="([^"]+)"/.exec(page)?.[1] ?? ''
    form = new URLSearchParams({ prompt, ...(prompt === 'login' ? { login, password: 'any' } : {}) })
    address = new URL(action, address).href
  }
  return address.slice(origin.length)
}

const isIn = async (visitor: Visitor) => (await visitor.get('/fr/account/security')).status === 200

test('the page offers the directory by its name, and says so when it does not answer', async () => {
  expect(await (await aVisitor(app).get('/en/sign-in')).text()).toContain('Sign in with Town login')
  const closed = aVisitor(await appWith('http://127.0.0.1:9'))
  const answer = await closed.get('/en/sign-in/directory')
  expect(answer.status).toBe(503)
  expect(await answer.text()).toContain('Town login does not answer')
})

test('a verified address makes an account, and is the same person the next time', async () => {
  people.nadia = { email: 'nadia@example.org', email_verified: true, name: 'Nadia' }
  const visitor = aVisitor(app)
  const back = await visitor.get(await comeBackFrom(visitor, 'nadia'))
  expect([back.status, back.headers.get('location')]).toEqual([303, '/fr/sign-in/name?to=%2Ffr%2Faccount%2Fsessions'])
  expect(await isIn(visitor)).toBe(true)
  const again = aVisitor(app)
  const known = await again.get(await comeBackFrom(again, 'nadia'))
  expect(known.headers.get('location')).toBe('/fr/account/sessions')
  const { identityDb } = deps.identity
  const accounts = await identityDb.selectFrom('people_account').selectAll().execute()
  expect(accounts).toHaveLength(1)
  expect(accounts[0], 'no token of the directory is kept').toMatchObject({
    access_token: null,
    refresh_token: null,
    id_token: null,
  })
})

test('a verified address joins the account that has it', async () => {
  const { personId, email } = await aPerson(service)
  people.owner = { email, email_verified: true, name: 'Owner' }
  const visitor = aVisitor(app)
  const back = await visitor.get(await comeBackFrom(visitor, 'owner'))
  expect(back.headers.get('location')).toBe('/fr/account/sessions')
  const linked = await deps.identity.identityDb
    .selectFrom('people_account')
    .select('user_id')
    .where('account_id', '=', 'owner')
    .executeTakeFirst()
  expect(linked?.user_id).toBe(personId)
})

test('an address that the directory has not verified opens no account and makes none', async () => {
  const { email } = await aPerson(service)
  people.thief = { email, email_verified: false, name: 'Thief' }
  people.early = { email: 'not-yet@example.org', email_verified: false, name: 'Early' }
  for (const login of ['thief', 'early']) {
    const visitor = aVisitor(app)
    const back = await visitor.get(await comeBackFrom(visitor, login))
    expect(back.headers.get('location'), login).toBe('/fr/sign-in/directory/refused')
    expect(await isIn(visitor), login).toBe(false)
  }
  const made = deps.identity.identityDb
    .selectFrom('people_person')
    .select('id')
    .where('email', '=', 'not-yet@example.org')
  expect(await made.execute()).toEqual([])
  const page = await (await aVisitor(app).get('/fr/sign-in/directory/refused')).text()
  expect(page).toContain('Votre session n’est pas ouverte')
})

test('what comes back to another browser, with another state or a second time lets nobody in', async () => {
  const visitor = aVisitor(app)
  const callback = await comeBackFrom(visitor, 'nadia')
  const elsewhere = aVisitor(app)
  await elsewhere.get(callback)
  expect(await isIn(elsewhere), 'another browser').toBe(false)
  const changed = aVisitor(app)
  const other = await comeBackFrom(changed, 'nadia')
  await changed.get(other.replace(/state=[^&]+/, 'state=another'))
  expect(await isIn(changed), 'another state').toBe(false)
  const twice = aVisitor(app)
  const used = await comeBackFrom(twice, 'nadia')
  await twice.get(used)
  expect(await isIn(twice)).toBe(true)
  await twice.post('/fr/sign-out')
  await twice.get(used)
  expect(await isIn(twice), 'a second time').toBe(false)
})
