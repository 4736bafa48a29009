import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { aPerson } from '../../../test/builders/communities.ts'
import { signedInAs } from '../../../test/sign-in.ts'
import { testApp } from '../../../test/test-app.ts'
import { asService } from '../access/person-store.ts'
import { findTokenSession } from './store.ts'

const service = await testApp()
const { app, db, clock } = service
const form = { 'content-type': 'application/x-www-form-urlencoded' }

function make(personId: string, fields: Record<string, string>, options: { strong?: boolean } = {}) {
  return app.request('/en/account/tokens', {
    method: 'POST',
    headers: { ...signedInAs(personId, options), ...form },
    body: new URLSearchParams({ id: randomUUID(), name: 'Dashboard', scopes: 'communities', days: '30', ...fields }),
  })
}

const tokenIn = (page: string) => /<code class="unbroken">(wm_[A-Za-z0-9_-]{43})<\/code>/.exec(page)?.[1]
const session = (token: string) => asService(db, (tx) => findTokenSession(tx, token, clock.time))

test('a token is shown once, kept as a hash, and told to its person by mail', async () => {
  const ada = await aPerson(service, { name: 'Ada' })
  const answer = await make(ada.personId, {})
  expect(answer.headers.get('cache-control')).toBe('no-store')
  const token = tokenIn(await answer.text()) ?? ''
  expect(await session(token)).toMatchObject({ personId: ada.personId, scopes: ['communities'] })
  const rows = await asService(db, (tx) => tx.selectFrom('people_token').selectAll().execute())
  expect(JSON.stringify(rows)).not.toContain(token)
  const page = await (await app.request('/en/account/tokens', { headers: signedInAs(ada.personId) })).text()
  expect(page).not.toContain(token)
  expect(page).toContain(`Dashboard (…${token.slice(-4)})`)
  expect(page).toContain('February 14, 2030')
  expect(service.mail.at(-1)).toMatchObject({ kind: 'security', to: { personId: ada.personId } })
})

test('a second press of the button makes no second token', async () => {
  const ada = await aPerson(service)
  const id = randomUUID()
  expect(tokenIn(await (await make(ada.personId, { id })).text())).toBeDefined()
  const second = await (await make(ada.personId, { id })).text()
  expect(tokenIn(second)).toBeUndefined()
  expect(second).toContain('This token was made already.')
})

test('what is missing is named, and what was typed stays', async () => {
  const ada = await aPerson(service)
  const answer = await make(ada.personId, { name: '', scopes: 'record', days: '9999' })
  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(page).toContain('href="#name"')
  expect(page, 'a scope that is not theirs is no choice').toContain('href="#scopes"')
  expect(page).toContain('href="#days"')
  expect(await (await make(ada.personId, { name: '<b>&', scopes: '' })).text()).toContain('value="&lt;b&gt;&amp;"')
})

test('staff make tokens in a session with a second factor only', async () => {
  const manager = await aPerson(service, { staff: ['manager'] })
  const answer = await make(manager.personId, { scopes: 'program' }, { strong: false })
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toContain('/en/sign-in/second-factor')
  const token = tokenIn(await (await make(manager.personId, { scopes: 'program' })).text()) ?? ''
  expect(await session(token)).toMatchObject({ scopes: ['program'], strong: true })
})

test('a token ends when it is revoked, and by itself', async () => {
  const ada = await aPerson(service)
  const sam = await aPerson(service)
  const token = tokenIn(await (await make(ada.personId, {})).text()) ?? ''
  const { sessionId } = (await session(token)) ?? { sessionId: '' }
  const path = `/en/account/tokens/${sessionId}/revoke`
  const revoke = (personId: string) =>
    app.request(path, { method: 'POST', headers: { ...signedInAs(personId), ...form }, body: '' })
  expect((await revoke(sam.personId)).status, 'somebody else’s token is not found').toBe(404)
  expect(await (await app.request(path, { headers: signedInAs(ada.personId) })).text()).toContain('cannot be undone')
  expect((await revoke(ada.personId)).status).toBe(303)
  expect((await revoke(ada.personId)).status, 'twice does no harm').toBe(303)
  expect(await session(token)).toBeUndefined()
  const other = tokenIn(await (await make(ada.personId, {})).text()) ?? ''
  const start = clock.time
  clock.time = new Date(start.getTime() + 31 * 86_400_000)
  expect(await session(other)).toBeUndefined()
  clock.time = start
  expect(await session('nonsense')).toBeUndefined()
})
