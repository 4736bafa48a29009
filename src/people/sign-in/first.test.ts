import { expect, test } from 'vitest'
import { aPerson } from '../../../test/builders/communities.ts'
import { aVisitor } from '../../../test/builders/visitor.ts'
import { testApp } from '../../../test/test-app.ts'
import { asPerson, asService, newFirstLink } from '../index.ts'

const service = await testApp()
const { app, db, clock } = service
const administrators = () =>
  asService(db, (tx) => tx.selectFrom('people_role').select('person_id').where('role', '=', 'administrator').execute())
const first = '/en/sign-in/first'

test('each start prints a new link, and only the newest works', async () => {
  const [old, token] = [await newFirstLink(db, clock.time), await newFirstLink(db, clock.time)]
  expect((await app.request(`${first}?token=${old}`)).status).toBe(410)
  expect((await app.request(`${first}?token=${token}`)).status).toBe(200)
})

test('an address that has an account is not taken over', async () => {
  const { email } = await aPerson(service)
  const token = (await newFirstLink(db, clock.time)) ?? ''
  const answer = await aVisitor(app).post(first, { token, name: 'Ada', email })
  expect([answer.status, answer.headers.getSetCookie()]).toEqual([422, []])
  expect(await administrators()).toEqual([])
})

test('the link makes one administrator, who sets up a second factor next; then it is over for good', async () => {
  const token = (await newFirstLink(db, clock.time)) ?? ''
  const visitor = aVisitor(app)
  expect((await visitor.post(first, { token, name: '', email: 'no' })).status).toBe(422)
  const answers = await Promise.all([
    visitor.post(first, { token, name: 'Ada', email: 'ada@example.org' }),
    aVisitor(app).post(first, { token, name: 'Eve', email: 'eve@example.org' }),
  ])
  expect(answers.map((answer) => answer.status).sort()).toEqual([303, 410])
  expect(await administrators()).toHaveLength(1)
  const [administrator] = await administrators()
  const asAdministrator = { personId: administrator?.person_id ?? '' }
  const record = await asPerson(db, asAdministrator, (tx) => tx.selectFrom('program_event').select('act').execute())
  expect(record).toEqual([{ act: 'roles.changed' }])
  const made = answers.find((answer) => answer.status === 303)
  expect(made?.headers.get('location')).toBe('/en/sign-in/second-factor?to=%2Fen%2Fstart')
  expect((await app.request(`${first}?token=${token}`)).status).toBe(410)
  expect(await newFirstLink(db, clock.time)).toBeUndefined()
})
