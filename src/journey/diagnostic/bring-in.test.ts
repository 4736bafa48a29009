import { beforeAll, expect, test } from 'vitest'
import { aCommunity, aJourney, aPerson } from '../../../test/builders/communities.ts'
import { aRespondent, aRound } from '../../../test/builders/diagnostic.ts'
import { signedInAs } from '../../../test/sign-in.ts'
import { testApp } from '../../../test/test-app.ts'
import { asPerson } from '../../people/index.ts'
import { readAnswer } from './answer-store.ts'
import { findBaseline } from './index.ts'

const service = await testApp()
const { app, db, pack, release } = service
const lead = await aPerson(service, { name: 'Lee Lead' })
const ada = await aPerson(service, { name: 'Ada Clerk' })
const bo = await aPerson(service, { name: 'Bo Works' })
const communityId = await aCommunity(service, {
  profile: { staffFte: '0-5' },
  members: [
    ['lead', lead],
    ['contributor', ada],
    ['contributor', bo],
  ],
})
const journeyId = await aJourney(service, { communityId, by: lead, stage: 'diagnostic', alone: true })
const [first, second] = pack.components
const base = `/en/journeys/${journeyId}/diagnostic`
let roundId = ''
let leadIs = { id: '', code: '' }

const post = (who: { personId: string }, path: string, fields: [string, string][] = []) =>
  app.request(`${base}${path}`, {
    method: 'POST',
    headers: { ...signedInAs(who.personId), 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields),
  })

beforeAll(async () => {
  roundId = await aRound(service, { communityId, journeyId, lead })
  leadIs = await aRespondent(service, { communityId, roundId, lead, person: lead })
})

test('a self-check that was brought along fills what is still open, and its note stays with its writer', async () => {
  if (!first || !second) throw new Error('The pack has components')
  const record = {
    schema: 1,
    answers: {
      [first.id]: { given: { practice: 2, knowledge: 1 }, note: 'From home', rubricVersion: first.rubricVersion },
      [second.id]: { given: { practice: 3 }, rubricVersion: second.rubricVersion + 1 },
    },
  }
  await asPerson(db, lead, (tx) =>
    tx
      .insertInto('request_carried')
      .values({
        id: crypto.randomUUID(),
        community_id: communityId,
        journey_id: journeyId,
        person_id: lead.personId,
        email: lead.email,
        release,
        answers: JSON.stringify(record),
        consented_at: service.clock.time,
      })
      .execute(),
  )
  const list = await app.request(`${base}/answer`, { headers: signedInAs(lead.personId) })
  expect(await list.text()).toContain('Use the answers of my self-check')
  const filled = await post(lead, '/own/carried')
  // The second was answered under other words, so it is asked anew.
  expect(filled.headers.get('location')).toContain('filled=1')
  const kept = await asPerson(db, lead, (tx) => readAnswer(tx, leadIs.id, first.id))
  expect(kept).toMatchObject({ answer: { given: { practice: 2 }, note: 'From home' }, staysWithUs: true })
  expect((await post(lead, '/own/carried')).headers.get('location')).toContain('filled=0')
})

test('a file of answers fills what is open; one that cannot be read is refused with what to do', async () => {
  const send = (text: string) => {
    const form = new FormData()
    form.set('file', new File([text], 'answers.csv', { type: 'text/csv' }))
    return app.request(`${base}/own/import`, { method: 'POST', headers: signedInAs(lead.personId), body: form })
  }
  const refused = await send('component,nonsense\nx,1\n')
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('could not be read')
  const csv = `component,facet,level\n${first?.id},practice,0\n${second?.id},practice,1\n${second?.id},knowledge,dk\n`
  expect((await send(csv)).headers.get('location')).toContain('filled=1')
  // What was answered here already stays.
  const kept = await asPerson(db, lead, (tx) => readAnswer(tx, leadIs.id, first?.id ?? ''))
  expect(kept.answer.given).toMatchObject({ practice: 2 })
})

test('two people who have not begun become one joint answer that both open', async () => {
  await post(lead, '/invite', [
    ['members', ada.personId],
    ['members', bo.personId],
  ])
  const rows = await asPerson(db, lead, (tx) =>
    tx
      .selectFrom('diagnostic_person')
      .select(['respondent_id', 'person_id'])
      .where('person_id', 'in', [ada.personId, bo.personId])
      .execute(),
  )
  expect((await post(lead, '/joint', [['joint', rows[0]?.respondent_id ?? '']])).status).toBe(422)
  const both = rows.map((row): [string, string] => ['joint', row.respondent_id])
  expect((await post(lead, '/joint', both)).status).toBe(303)
  await post(ada, '/own/told')
  const saved = await post(ada, `/answer/${first?.id}`, [
    ['version', '0'],
    ['given.practice', '1'],
    ['given.knowledge', '1'],
  ])
  expect(saved.status).toBe(303)
  const page = await app.request(`${base}/answer`, { headers: signedInAs(bo.personId) })
  expect(await page.text()).toContain('joint answer of two people')
  expect((await post(bo, '/own/submit')).status).toBe(303)
  expect((await post(lead, '/own/submit')).status).toBe(303)
})

test('two voices that both agree lock with their figures to be shown; a journey alone needs no advisor for it', async () => {
  await post(ada, '/own/pair', [['agree', 'yes']])
  await post(lead, '/own/pair', [['agree', 'yes']])
  expect((await post(lead, '/lock')).status).toBe(303)
  expect(await asPerson(db, lead, (tx) => findBaseline(tx, journeyId))).toMatchObject({
    respondents: 2,
    pairAgreed: true,
  })
})

test('alone too, no route gives the lead the answers of others', async () => {
  for (const path of ['/responses', '/enter']) {
    expect((await app.request(`${base}${path}`, { headers: signedInAs(lead.personId) })).status, path).toBe(403)
  }
})
