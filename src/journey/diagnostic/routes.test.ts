import { gzipSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { aCommunity, aJourney, aPerson } from '../../../test/builders/communities.ts'
import { signedInAs } from '../../../test/sign-in.ts'
import { testApp } from '../../../test/test-app.ts'
import { asPerson, asService } from '../../people/index.ts'
import { diagnosticFacts, findBaseline } from './index.ts'

const service = await testApp()
const { app, db, clock, mail } = service
const lead = await aPerson(service, { name: 'Lee Lead' })
const ada = await aPerson(service, { name: 'Ada Clerk', language: 'fr' })
const bo = await aPerson(service, { name: 'Bo Works' })
const advisor = await aPerson(service, { name: 'Ann Advisor', staff: ['advisor'] })
const communityId = await aCommunity(service, {
  profile: { staffFte: '6-20' },
  members: [
    ['lead', lead],
    ['contributor', ada],
    ['contributor', bo],
  ],
  assigned: [['advisor', advisor]],
})
const journeyId = await aJourney(service, { communityId, by: lead, stage: 'diagnostic' })
const base = `/en/journeys/${journeyId}/diagnostic`

type Someone = { personId: string }
const get = (who: Someone, path = '') => app.request(`${base}${path}`, { headers: signedInAs(who.personId) })
const post = (who: Someone, path: string, fields: [string, string][] = []) =>
  app.request(`${base}${path}`, {
    method: 'POST',
    headers: { ...signedInAs(who.personId), 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields),
  })
const respondents = () =>
  asService(db, (tx) => tx.selectFrom('diagnostic_respondent').selectAll().orderBy('code').execute())
const codeOf = async ({ personId }: Someone) => {
  const row = await asService(db, (tx) =>
    tx
      .selectFrom('diagnostic_person as own')
      .innerJoin('diagnostic_respondent as one', 'one.id', 'own.respondent_id')
      .select(['one.id', 'one.code'])
      .where('own.person_id', '=', personId)
      .executeTakeFirstOrThrow(),
  )
  return row
}
const answer = (version: string, ...more: [string, string][]): [string, string][] => [
  ['version', version],
  ['given.practice', '2'],
  ['given.knowledge', '1'],
  ['wanted', '3'],
  ['importance', '2'],
  ...more,
]
const component = service.pack.components.find(({ core }) => core)?.id ?? ''
const second = service.pack.components.filter(({ core }) => core)[1]?.id ?? ''

beforeAll(async () => {
  const opened = await post(lead, '/open', [
    ['form', 'short'],
    ['closes', '2030-01-25'],
  ])
  expect(opened.status).toBe(303)
})

test('opening proposes nothing twice: a second click opens no second round', async () => {
  expect((await post(lead, '/open', [['closes', '2030-01-25']])).status).toBe(303)
  const rounds = await asService(db, (tx) => tx.selectFrom('diagnostic_round').select('closes_at').execute())
  expect(rounds).toHaveLength(1)
  // The end of the day where the community is.
  expect(rounds[0]?.closes_at.toISOString()).toBe('2030-01-26T04:59:59.000Z')
})

test('the lead invites members and others, each gets mail in their language and two reminders', async () => {
  const before = mail.length
  const fields: [string, string][] = [
    ['members', ada.personId],
    ['members', bo.personId],
  ]
  expect((await post(lead, '/invite', fields)).status).toBe(303)
  expect((await post(lead, '/invite', fields)).status).toBe(303)
  const sent = mail.slice(before)
  expect(
    sent
      .filter(({ kind }) => kind === 'invitation')
      .map(({ language }) => language)
      .sort(),
  ).toEqual(['en', 'fr'])
  expect(sent.filter(({ kind }) => kind === 'reminder')).toHaveLength(4)
  expect(await respondents()).toHaveLength(3)

  const invited = await post(lead, '/invite-by-mail', [
    ['email', 'new@example.org'],
    ['role', 'Council'],
    ['language', 'fr'],
  ])
  expect(invited.status).toBe(303)
  expect(mail.some(({ kind, to }) => kind === 'invitation' && to.address === 'new@example.org')).toBe(true)
  const wrong = await post(lead, '/invite-by-mail', [['email', 'nonsense']])
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('value="nonsense"')
})

test('everyone is told who sees what before the first question', async () => {
  const page = await get(ada, '/answer')
  expect(await page.text()).toContain('With only a few people, others may still guess')
  expect((await post(ada, '/own/told')).status).toBe(303)
  expect(await (await get(ada, '/answer')).text()).toContain('0 of')
})

test('a question is saved, and the page stays within its budget', async () => {
  const page = await (await get(ada, `/answer/${component}`)).text()
  expect(gzipSync(page).length).toBeLessThan(14_000)
  const saved = await post(ada, `/answer/${component}`, answer('0', ['note', 'Seen in the yard'], ['go', 'list']))
  expect(saved.status).toBe(303)
  expect(await (await get(ada, `/answer/${component}`)).text()).toContain('Seen in the yard')
})

test('the same form sent twice is saved once; another change in between is shown, not overwritten', async () => {
  const again = await post(ada, `/answer/${component}`, answer('0', ['note', 'Seen in the yard']))
  expect(again.status).toBe(303)
  const other = await post(ada, `/answer/${component}`, answer('0', ['note', 'Written in another tab']))
  expect(other.status).toBe(409)
  const page = await other.text()
  expect(page).toContain('Seen in the yard')
  expect(page).toContain('Written in another tab')
  expect(page).toContain('name="version" value="1"')
  const decided = await post(ada, `/answer/${component}`, answer('1', ['note', 'Written in another tab']))
  expect(decided.status).toBe(303)
})

test('a reason that is missing keeps what was typed on the page', async () => {
  const wrong = await post(ada, `/answer/${second}`, [
    ['version', '0'],
    ['given.practice', 'na'],
    ['note', 'Kept while I correct this'],
  ])
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('Kept while I correct this')
})

test('handing in stops the reminders, twice the button does it once, and it can be taken back', async () => {
  expect((await post(ada, '/own/submit')).status).toBe(303)
  expect((await post(ada, '/own/submit')).status).toBe(303)
  const { id } = await codeOf(ada)
  const waiting = await asService(db, (tx) =>
    tx
      .selectFrom('mail_message')
      .select('status')
      .where('cancel_tag', '=', `diagnostic.reminder:${id}`)
      .where('status', '=', 'queued')
      .execute(),
  )
  expect(waiting).toEqual([])
  const events = await asService(db, (tx) =>
    tx.selectFrom('journey_event').select('act').where('act', '=', 'diagnostic.handed-in').execute(),
  )
  expect(events).toHaveLength(1)
  // What is typed after handing in is refused kindly, and still stands on the page.
  const late = await post(ada, `/answer/${component}`, answer('2', ['note', 'One more thing']))
  expect(late.status).toBe(409)
  expect(await late.text()).toContain('One more thing')
  expect((await post(ada, '/own/reopen')).status).toBe(303)
  expect((await post(ada, `/answer/${component}`, answer('2', ['note', 'One more thing']))).status).toBe(303)
  expect((await post(ada, '/own/submit')).status).toBe(303)
})

test('without any answer there is nothing to hand in', async () => {
  await post(bo, '/own/told')
  const empty = await post(bo, '/own/submit')
  expect(empty.status).toBe(422)
  expect(await empty.text()).toContain('Answer at least one component first.')
})

test('the lead follows how far people are and never what they answered', async () => {
  const page = await (await get(lead)).text()
  expect(page).toContain('Ada Clerk')
  expect(page).toContain('1 of 14')
  expect(page).not.toContain('One more thing')
  // Beside a name there is no code by which results could be told apart.
  expect(page).not.toMatch(/>R2</)
  expect((await get(lead, '/responses')).status).toBe(403)
  expect((await get(lead, '/enter')).status).toBe(403)
})

test('the advisor reads answers by code and role, never by name, and the community can see that', async () => {
  const domain = service.pack.components.find(({ id }) => id === component)?.domain
  const page = await (await get(advisor, `/responses?domain=${domain}`)).text()
  expect(page).toContain('One more thing')
  expect(page).not.toContain('Ada Clerk')
  expect(page).not.toContain(ada.email)
  const overview = await (await get(advisor)).text()
  expect(overview).not.toContain('Ada Clerk')
  const reads = await asService(db, (tx) =>
    tx.selectFrom('people_read').select('act').where('act', '=', 'diagnostic.read-answers').execute(),
  )
  expect(reads.length).toBeGreaterThan(0)
})

test('the advisor returns a part with a question, and its respondent reads it', async () => {
  const { id, code } = await codeOf(ada)
  expect((await post(advisor, `/responses/${id}/return`, [[`question-${code}`, 'short']])).status).toBe(422)
  const before = mail.length
  const returned = await post(advisor, `/responses/${id}/return`, [[`question-${code}`, 'Do you mean the whole yard?']])
  expect(returned.status).toBe(303)
  expect(mail.slice(before).some(({ kind, to }) => kind === 'question' && to.address === ada.email)).toBe(true)
  expect(await (await get(ada, '/answer')).text()).toContain('Do you mean the whole yard?')
  expect(await (await get(lead)).text()).not.toContain('Do you mean the whole yard?')
  expect((await post(ada, '/own/submit')).status).toBe(303)
})

test('the advisor enters answers from paper, and they are marked as such', async () => {
  const added = await post(advisor, '/enter', [
    ['kind', 'paper'],
    ['role', 'Library'],
  ])
  expect(added.status).toBe(303)
  const there = added.headers.get('location')?.split('/diagnostic')[1] ?? ''
  expect((await post(advisor, `${there}/answer/${component}`, answer('0'))).status).toBe(303)
  expect((await post(advisor, `${there}/submit`)).status).toBe(303)
  expect(await (await get(advisor, `/responses`)).text()).toContain('on paper')
  expect(await (await get(lead)).text()).toContain('on paper')
  expect((await post(bo, `${there}/answer/${component}`, answer('1'))).status).toBe(403)
})

test('parts are given to a person, and a reminder by hand goes out once a day', async () => {
  const { id } = await codeOf(bo)
  expect((await post(lead, `/respondents/${id}`, [])).status).toBe(422)
  expect((await post(lead, `/respondents/${id}`, [['components', component]])).status).toBe(303)
  expect(await (await get(bo, '/answer')).text()).toContain('0 of 1')
  expect((await get(bo, `/answer/${second}`)).status).toBe(404)
  const before = mail.length
  await post(lead, `/respondents/${id}/remind`)
  await post(lead, `/respondents/${id}/remind`)
  expect(mail.slice(before)).toHaveLength(1)
})

test('a link is kept only when it is secure, and shows as what it is', async () => {
  const form = new FormData()
  form.set('link', 'javascript:alert(1)')
  const headers = signedInAs(bo.personId)
  const path = `${base}/answer/${component}/evidence`
  expect((await app.request(path, { method: 'POST', headers, body: form })).status).toBe(422)
  form.set('link', 'https://example.org/policy')
  form.set('file', new File(['A plain text about the yard.'], 'yard.txt', { type: 'text/plain' }))
  expect((await app.request(path, { method: 'POST', headers, body: form })).status).toBe(303)
  expect((await app.request(path, { method: 'POST', headers, body: form })).status).toBe(303)
  const page = await (await get(bo, `/answer/${component}/evidence`)).text()
  expect(page).toContain('rel="noopener noreferrer nofollow external"')
  expect(page.match(/yard\.txt/g)?.length).toBe(2)
  const file = /diagnostic(\/files\/[0-9a-f-]+)/.exec(page)?.[1] ?? ''
  const download = await get(bo, file)
  expect(download.headers.get('content-disposition')).toContain('attachment')
  expect((await get(ada, file)).status).toBe(404)
  expect((await get(lead, file)).status).toBe(404)
})

test('after the close nothing is saved and nothing typed is lost, until the lead opens it longer', async () => {
  const then = clock.time
  clock.time = new Date('2030-01-26T05:00:00Z')
  const late = await post(bo, `/answer/${component}`, answer('0', ['note', 'A minute too late']))
  expect(late.status).toBe(409)
  expect(await late.text()).toContain('A minute too late')
  expect((await post(lead, '/closes', [['closes', '2030-01-01']])).status).toBe(422)
  expect((await post(lead, '/closes', [['closes', '2030-02-05']])).status).toBe(303)
  expect((await post(bo, `/answer/${component}`, answer('0', ['note', 'A minute too late']))).status).toBe(303)
  clock.time = then
})

test('someone whose membership ended in the middle of a form saves nothing more', async () => {
  await asService(db, (tx) =>
    tx.updateTable('people_member').set({ left_at: clock.time }).where('person_id', '=', bo.personId).execute(),
  )
  expect((await post(bo, `/answer/${component}`, answer('1', ['note', 'Too late']))).status).toBe(404)
})

test('too few people lock with a reason only; the lock freezes, and opening it again keeps what was said', async () => {
  expect((await post(lead, '/lock')).status).toBe(409)
  expect((await post(lead, '/override', [['reason', 'Nobody else works there this month']])).status).toBe(403)
  expect((await post(advisor, '/override', [['reason', 'short']])).status).toBe(422)
  expect((await post(advisor, '/override', [['reason', 'Nobody else works there this month']])).status).toBe(303)
  expect(await asPerson(db, lead, (tx) => diagnosticFacts(tx, journeyId))).toEqual({
    enoughRespondents: true,
    baselineLocked: false,
  })
  expect((await post(lead, '/lock')).status).toBe(303)
  expect((await post(lead, '/lock')).status).toBe(303)
  const baseline = await asPerson(db, lead, (tx) => findBaseline(tx, journeyId))
  expect(baseline).toMatchObject({ respondents: 2, pairAgreed: false, form: 'short' })

  const frozen = await post(ada, `/answer/${component}`, answer('3', ['note', 'After the lock']))
  expect(frozen.status).toBe(409)
  expect(await frozen.text()).toContain('After the lock')
  expect((await post(ada, '/own/reopen')).status).toBe(409)
  expect((await post(lead, '/invite', [['members', bo.personId]])).status).toBe(409)

  expect((await post(advisor, '/unlock', [['reason', 'The clerk misread a question']])).status).toBe(303)
  expect(await asPerson(db, lead, (tx) => findBaseline(tx, journeyId))).toBeUndefined()
  expect((await post(ada, '/own/reopen')).status).toBe(303)
  const changed = await post(ada, `/answer/${component}`, [
    ['version', '3'],
    ['given.practice', '4'],
    ['given.knowledge', '1'],
  ])
  expect(changed.status).toBe(303)
  const changes = await asPerson(db, advisor, (tx) => tx.selectFrom('diagnostic_answer_change').selectAll().execute())
  expect(changes).toHaveLength(1)
  expect(changes[0]).toMatchObject({ lock_number: 1, reason: 'The clerk misread a question' })
  expect(changes[0]?.before).toMatchObject({ given: { practice: 2 } })
})
