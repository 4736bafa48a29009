import { expect, test } from 'vitest'
import { aPerson } from '../../../test/builders/communities.ts'
import { aDevice, type Device, type DeviceGiven } from '../../../test/builders/passkey.ts'
import { aVisitor, type Visitor } from '../../../test/builders/visitor.ts'
import { testApp } from '../../../test/test-app.ts'

const service = await testApp()
const { app, deps } = service
const { identity } = deps
const security = '/en/account/security'

async function signedIn(personId: string): Promise<Visitor> {
  const visitor = aVisitor(app)
  const { cookies } = await identity.signInAs(personId, new Headers())
  const [name = '', value = ''] = (cookies[0] ?? '').split(';')[0]?.split('=') ?? []
  visitor.cookies.set(name, value)
  return visitor
}

async function add(visitor: Visitor, device: Device, given: DeviceGiven = {}) {
  const options = await (await visitor.postJson(`${security}/passkeys/options`, {})).json()
  return visitor.postJson(`${security}/passkeys`, { name: 'Laptop', response: device.register(options, given) })
}

async function use(visitor: Visitor, device: Device, given: DeviceGiven & { to?: string } = {}) {
  const options = await (await visitor.postJson('/en/sign-in/passkey/options', {})).json()
  return visitor.postJson('/en/sign-in/passkey', { response: device.use(options, given), to: given.to })
}

async function withPasskey(staff: 'advisor'[] = []) {
  const person = await aPerson(service, { staff })
  const device = aDevice()
  const visitor = await signedIn(person.personId)
  expect((await add(visitor, device)).status).toBe(200)
  return { ...person, device, visitor }
}

test('a passkey is added, shows by its name, and signs in with both factors at once', async () => {
  const { personId, device, visitor } = await withPasskey()
  expect(await (await visitor.get(security)).text()).toContain('Laptop')
  const other = aVisitor(app)
  const answer = await use(other, device, { to: '/en/account/sessions' })
  expect(await answer.json()).toEqual({ to: '/en/account/sessions' })
  const cookie = [...other.cookies].map((pair) => pair.join('=')).join('; ')
  expect(await identity.findSession(new Headers({ cookie }))).toMatchObject({ personId, strong: true })
})

test('without scripts the page says what to do instead', async () => {
  const page = await (await aVisitor(app).get('/en/sign-in')).text()
  expect(page).toContain('Passkeys need JavaScript')
  expect(page).toMatch(/<button type="button" class="second" hidden/)
})

test('staff use their passkey as the second factor', async () => {
  const { personId, device } = await withPasskey(['advisor'])
  const visitor = await signedIn(personId)
  const asked = await (await visitor.get('/en/sign-in/second-factor?to=/en/desk')).text()
  expect(asked).toContain('Use your passkey')
  expect(await (await use(visitor, device, { to: '/en/desk' })).json()).toEqual({ to: '/en/desk' })
})

test.each([
  ['a false page', { origin: 'http://localhost.evil.example' }],
  ['a device that nobody unlocked', { verified: false }],
])('%s does not sign in', async (_what, given) => {
  const { device } = await withPasskey()
  const visitor = aVisitor(app)
  expect((await use(visitor, device, given)).status).toBe(422)
  expect((await visitor.get(security)).status).toBe(303)
})

test('an answer is taken once', async () => {
  const { device } = await withPasskey()
  const visitor = aVisitor(app)
  const options = await (await visitor.postJson('/en/sign-in/passkey/options', {})).json()
  const response = device.use(options)
  const challenge = new Map(visitor.cookies)
  expect((await visitor.postJson('/en/sign-in/passkey', { response })).status).toBe(200)
  const again = aVisitor(app)
  for (const [name, value] of challenge) again.cookies.set(name, value)
  expect((await again.postJson('/en/sign-in/passkey', { response })).status).toBe(422)
})

test('a passkey that nobody knows, and nonsense, are refused', async () => {
  expect((await use(aVisitor(app), aDevice())).status).toBe(422)
  expect((await aVisitor(app).postJson('/en/sign-in/passkey', { response: 'x' })).status).toBe(422)
  expect((await aVisitor(app).post('/en/sign-in/passkey')).status).toBe(400)
})

test('a passkey gets another name, and is removed', async () => {
  const { device, visitor } = await withPasskey()
  const page = await (await visitor.get(security)).text()
  const path = /\/en\/account\/security\/passkeys\/[0-9a-f-]{36}/.exec(page)?.[0] ?? ''
  expect((await visitor.post(path, { name: ' ' })).status).toBe(422)
  expect((await visitor.post(path, { name: 'Old laptop' })).status).toBe(303)
  expect(await (await visitor.get(path)).text()).toContain('Old laptop')
  const { personId } = await aPerson(service)
  expect((await (await signedIn(personId)).get(path)).status, 'someone else’s').toBe(404)
  expect((await visitor.post(`${path}/remove`)).status).toBe(303)
  expect((await use(aVisitor(app), device)).status).toBe(422)
})

test('staff keep their last passkey', async () => {
  const { visitor } = await withPasskey(['advisor'])
  const page = await (await visitor.get(security)).text()
  const path = /\/en\/account\/security\/passkeys\/[0-9a-f-]{36}/.exec(page)?.[0] ?? ''
  expect((await visitor.post(`${path}/remove`)).status).toBe(409)
})
