import { generateSync } from 'otplib'
import { expect, test } from 'vitest'
import { aPerson } from '../../../test/builders/communities.ts'
import { aVisitor, type Visitor } from '../../../test/builders/visitor.ts'
import { testApp } from '../../../test/test-app.ts'

const service = await testApp()
const { app, clock, deps, mail } = service
const { identity } = deps

/** Someone signed in by a link alone. */
async function signedIn(personId: string): Promise<Visitor> {
  const visitor = aVisitor(app)
  const { cookies } = await identity.signInAs(personId, new Headers())
  const [name = '', value = ''] = (cookies[0] ?? '').split(';')[0]?.split('=') ?? []
  visitor.cookies.set(name, value)
  return visitor
}

const later = (seconds: number) => {
  clock.time = new Date(clock.time.getTime() + seconds * 1000)
}
const codeOf = (secret: string) => generateSync({ secret, epoch: Math.floor(clock.time.getTime() / 1000) })
const hidden = (page: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? ''
const keyIn = (page: string) => (/<code class="key">([^<]+)</.exec(page)?.[1] ?? '').replaceAll(' ', '')
const factor = '/en/sign-in/second-factor'

async function setUp(visitor: Visitor): Promise<{ secret: string; recovery: string[] }> {
  const page = await (await visitor.get(factor)).text()
  const secret = keyIn(page)
  const done = await visitor.post(factor, { kind: 'set-up', sealed: hidden(page, 'sealed'), code: codeOf(secret) })
  expect(done.status).toBe(200)
  const recovery = [...(await done.text()).matchAll(/<code>([a-z2-7-]+)<\/code>/g)].map((match) => match[1] ?? '')
  return { secret, recovery }
}

async function anAdvisor() {
  const person = await aPerson(service, { staff: ['advisor'] })
  const visitor = await signedIn(person.personId)
  return { ...person, visitor, ...(await setUp(visitor)) }
}

test('staff do nothing as staff before they have set up a second factor', async () => {
  const { personId } = await aPerson(service, { staff: ['administrator'] })
  const visitor = await signedIn(personId)
  const sent = await visitor.get('/en/program/people')
  expect([sent.status, sent.headers.get('location')]).toEqual([303, `${factor}?to=%2Fen%2Fprogram%2Fpeople`])
  const page = await (await visitor.get(sent.headers.get('location') ?? '')).text()
  expect(page).toContain('<svg')
  expect(page).toContain('role="img"')
  const secret = keyIn(page)
  expect(secret).toMatch(/^[A-Z2-7]{32,}$/)
  const fields = { kind: 'set-up', sealed: hidden(page, 'sealed'), to: hidden(page, 'to') }
  const wrong = await visitor.post(factor, { ...fields, code: '000000' })
  expect(wrong.status).toBe(422)
  expect(keyIn(await wrong.text()), 'the same key again').toBe(secret)
  const done = await visitor.post(factor, { ...fields, code: codeOf(secret) })
  const codes = await done.text()
  expect(codes.match(/<code>/g)).toHaveLength(10)
  expect(codes).toContain('href="/en/program/people"')
  expect((await visitor.get('/en/program/people')).status).toBe(200)
})

test('the second factor gives a new cookie, and the one before is worth nothing', async () => {
  const { personId, visitor: first, secret } = await anAdvisor()
  expect(first.cookies.size).toBeGreaterThan(0)
  const visitor = await signedIn(personId)
  const before = aVisitor(app)
  for (const [name, value] of visitor.cookies) before.cookies.set(name, value)
  later(30)
  const entered = await visitor.post(factor, { kind: 'code', code: codeOf(secret), to: '/en/account/sessions' })
  expect([entered.status, entered.headers.get('location')]).toEqual([303, '/en/account/sessions'])
  expect((await before.get('/en/account/sessions')).status).toBe(303)
})

test('a code is taken once', async () => {
  const { personId, secret } = await anAdvisor()
  later(30)
  const code = codeOf(secret)
  expect((await (await signedIn(personId)).post(factor, { kind: 'code', code })).status).toBe(303)
  expect((await (await signedIn(personId)).post(factor, { kind: 'code', code })).status).toBe(422)
  later(30)
  expect((await (await signedIn(personId)).post(factor, { kind: 'code', code: codeOf(secret) })).status).toBe(303)
})

test('of the same code sent twice at once, one is taken', async () => {
  const { personId, secret } = await anAdvisor()
  later(30)
  const visitors = await Promise.all([signedIn(personId), signedIn(personId)])
  const code = codeOf(secret)
  const answers = await Promise.all(visitors.map((visitor) => visitor.post(factor, { kind: 'code', code })))
  expect(answers.map((answer) => answer.status).sort()).toEqual([303, 422])
})

test('after five wrong codes there is a pause, even for the right one', async () => {
  const { personId, secret } = await anAdvisor()
  const visitor = await signedIn(personId)
  for (let turn = 0; turn < 4; turn += 1) {
    expect((await visitor.post(factor, { kind: 'code', code: 'none' })).status).toBe(422)
  }
  expect((await visitor.post(factor, { kind: 'code', code: 'none' })).status).toBe(429)
  later(60)
  const paused = await visitor.post(factor, { kind: 'code', code: codeOf(secret) })
  expect(paused.status).toBe(429)
  expect(await paused.text()).toContain('Wait 15 minutes')
  later(15 * 60)
  expect((await visitor.post(factor, { kind: 'code', code: codeOf(secret) })).status).toBe(303)
})

test('a recovery code lets in once, however it is typed', async () => {
  const { personId, recovery } = await anAdvisor()
  expect(recovery).toHaveLength(10)
  const [code = ''] = recovery
  const typed = code.toUpperCase().replaceAll('-', ' ')
  expect((await (await signedIn(personId)).post(factor, { kind: 'recovery', recovery: typed })).status).toBe(303)
  expect((await (await signedIn(personId)).post(factor, { kind: 'recovery', recovery: code })).status).toBe(422)
  const row = await identity.identityDb
    .selectFrom('people_two_factor')
    .selectAll()
    .where('user_id', '=', personId)
    .executeTakeFirstOrThrow()
  expect(row.recovery_codes).toHaveLength(9)
  expect(JSON.stringify(row)).not.toContain(recovery[1]?.replaceAll('-', ''))
})

test('the database does not hold the key of a code generator', async () => {
  const { personId, secret } = await anAdvisor()
  const row = await identity.identityDb
    .selectFrom('people_two_factor')
    .select('secret')
    .where('user_id', '=', personId)
    .executeTakeFirstOrThrow()
  expect(row.secret).not.toContain(secret)
})

test('a link by e-mail alone brings in no other code generator and takes none away', async () => {
  const { personId } = await anAdvisor()
  const other = await aPerson(service)
  const theirs = await signedIn(other.personId)
  const foreign = await (await theirs.get('/en/account/security/generator')).text()
  const visitor = await signedIn(personId)
  const fields = { sealed: hidden(foreign, 'sealed'), code: codeOf(keyIn(foreign)) }
  for (const [path, extra] of [
    [factor, { kind: 'set-up' }],
    ['/en/account/security/generator', {}],
    ['/en/account/security/generator/remove', {}],
    ['/en/account/security/recovery-codes', {}],
    ['/en/account/security/passkeys/options', {}],
  ] as const) {
    const refused = await visitor.post(path, { ...fields, ...extra })
    expect(refused.headers.get('location'), path).toMatch(/^\/en\/sign-in\/second-factor/)
  }
})

test('the set-up of one person does not work for another', async () => {
  const [one, two] = [await aPerson(service), await aPerson(service)]
  const page = await (await (await signedIn(one.personId)).get('/en/account/security/generator')).text()
  const fields = { sealed: hidden(page, 'sealed'), code: codeOf(keyIn(page)) }
  expect((await (await signedIn(two.personId)).post('/en/account/security/generator', fields)).status).toBe(422)
})

test('another administrator resets a lost second factor; it is on record, and the person is told', async () => {
  const lost = await anAdvisor()
  const administrator = await aPerson(service, { name: 'Alex', staff: ['administrator'] })
  const visitor = await signedIn(administrator.personId)
  const reset = `/en/program/people/${lost.personId}/reset-second-factor`
  expect((await visitor.post(reset)).headers.get('location'), 'without a second factor').toContain('second-factor')
  await setUp(visitor)
  expect((await visitor.post(reset)).status).toBe(303)
  expect((await lost.visitor.get('/en/account/security')).status, 'their sessions are over').toBe(303)
  const again = await (await signedIn(lost.personId)).get(factor)
  expect(await again.text()).toContain('Set up a second factor')
  expect(mail.at(-1)).toMatchObject({ kind: 'security', to: { address: lost.email } })
  expect(mail.at(-1)?.paragraphs.join(' ')).toContain('Alex')
  expect(await (await visitor.get('/en/program/record')).text()).toContain('A second factor was reset')
})

test('nobody resets their own second factor', async () => {
  const { personId } = await aPerson(service, { staff: ['administrator'] })
  const visitor = await signedIn(personId)
  await setUp(visitor)
  expect((await visitor.post(`/en/program/people/${personId}/reset-second-factor`)).status).toBe(403)
})

test('staff keep at least one second factor', async () => {
  const { visitor } = await anAdvisor()
  const kept = await visitor.post('/en/account/security/generator/remove')
  expect(kept.status).toBe(409)
  expect(await kept.text()).toContain('you need a second factor')
})

test('a session that is revoked is out at once', async () => {
  const { personId } = await aPerson(service)
  const [here, there] = [await signedIn(personId), await signedIn(personId)]
  const page = await (await here.get('/en/account/sessions')).text()
  expect(page.match(/\/account\/sessions\/[0-9a-f-]{36}\/end/g)).toHaveLength(2)
  expect((await here.post('/en/account/sessions/end-others')).status).toBe(303)
  expect((await there.get('/en/account/sessions')).status).toBe(303)
  expect((await here.get('/en/account/sessions')).status).toBe(200)
})

test('nobody ends the session of someone else', async () => {
  const [one, two] = [await aPerson(service), await aPerson(service)]
  const [mine, theirs] = [await signedIn(one.personId), await signedIn(two.personId)]
  const page = await (await theirs.get('/en/account/sessions')).text()
  const end = /\/en\/account\/sessions\/[0-9a-f-]{36}\/end/.exec(page)?.[0] ?? ''
  await mine.post(end)
  expect((await theirs.get('/en/account/sessions')).status).toBe(200)
})
