import { expect, test } from 'vitest'
import { aLockedBaseline } from '../../../test/builders/baselines.ts'
import { aCommunity, aJourney, aPerson } from '../../../test/builders/communities.ts'
import { signedInAs } from '../../../test/sign-in.ts'
import { testApp } from '../../../test/test-app.ts'
import { asPerson } from '../../people/index.ts'
import { answerExpertQuestion, draftPlanFacts, listQuestionsForExpert, openQuestionsOf } from './index.ts'

const service = await testApp()
const { app, db, mail, clock } = service
const advisor = await aPerson(service, { name: 'Ada', staff: ['advisor'] })
const expert = await aPerson(service, { name: 'Sam', staff: ['expert'] })

const send = (personId: string, path: string, fields: Record<string, string> = {}) =>
  app.request(path, {
    method: 'POST',
    headers: { ...signedInAs(personId), 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  })
const get = (personId: string, path: string) => app.request(path, { headers: signedInAs(personId) })

async function place(dataTerms = 'standard') {
  const lead = await aPerson(service, { name: 'Lee' })
  const communityId = await aCommunity(service, {
    members: [['lead', lead]],
    assigned: [['advisor', advisor]],
    dataTerms,
  })
  const journeyId = await aJourney(service, { communityId, by: lead, stage: 'draft-plan' })
  const respondents = [1, 2, 2].map((practice) => ({
    'data-inventory': { practice, knowledge: 1, wanted: 3, importance: 3 },
  }))
  await aLockedBaseline(service, { communityId, journeyId, advisor, respondents })
  const at = `/en/journeys/${journeyId}/draft-plan`
  await send(advisor.personId, `${at}/make`)
  return { lead, journeyId, at }
}

const asked = { expert: expert.personId, question: 'Is a shared list enough?', 'question-part': 'pathway:A' }
const toExpert = () => mail.filter(({ to }) => to.personId === expert.personId).length

test('asking assigns the expert, who then sees this community and no other; the answer opens the way on', async () => {
  const { at, journeyId, lead } = await place()
  const other = await place()
  const before = toExpert()
  expect((await get(expert.personId, at)).status).toBe(404)
  expect((await send(advisor.personId, `${at}/questions`, asked)).status).toBe(303)
  await send(advisor.personId, `${at}/questions`, asked)
  expect(toExpert()).toBe(before + 1)
  expect((await get(expert.personId, at)).status).toBe(200)
  expect((await get(expert.personId, other.at)).status).toBe(404)
  expect((await send(expert.personId, `${at}/publish`)).status).toBe(403)
  const [question] = await asPerson(db, expert, (tx) => listQuestionsForExpert(tx, expert.personId))
  expect(question).toMatchObject({ question: 'Is a shared list enough?', communityName: 'Pine Harbour' })
  expect(await asPerson(db, lead, (tx) => draftPlanFacts(tx, journeyId))).toMatchObject({ expertAnswered: false })
  const answer = { id: question?.id ?? '', answer: 'Yes, to begin with.', by: expert.personId, at: clock.time }
  expect(await asPerson(db, expert, (tx) => answerExpertQuestion(tx, answer))).toMatchObject({ journeyId })
  expect(await asPerson(db, expert, (tx) => answerExpertQuestion(tx, answer))).toBeUndefined()
  expect(await asPerson(db, lead, (tx) => draftPlanFacts(tx, journeyId))).toMatchObject({ expertAnswered: true })
  expect(await (await get(advisor.personId, at)).text()).toContain('Yes, to begin with.')
})

test('under a community’s own data terms its lead agrees before the expert sees anything', async () => {
  const { at, lead, journeyId } = await place('first-nations')
  const before = toExpert()
  expect((await send(advisor.personId, `${at}/questions`, asked)).headers.get('location')).toContain('askedWaiting')
  expect(toExpert()).toBe(before)
  expect((await get(expert.personId, at)).status).toBe(404)
  const [question] = await asPerson(db, lead, (tx) => openQuestionsOf(tx, journeyId))
  expect(question?.sharedAt).toBeUndefined()
  await send(advisor.personId, `${at}/publish`)
  expect(await (await get(lead.personId, at)).text()).toContain('Agree that this expert sees our journey')
  expect((await send(advisor.personId, `${at}/questions/${question?.id}/share`)).status).toBe(403)
  expect((await send(lead.personId, `${at}/questions/${question?.id}/share`)).status).toBe(303)
  expect(toExpert()).toBe(before + 1)
  expect((await get(expert.personId, at)).status).toBe(200)
})

test('a question that is taken back no longer holds the plan up', async () => {
  const { at, lead, journeyId } = await place()
  await send(advisor.personId, `${at}/questions`, asked)
  const [question] = await asPerson(db, lead, (tx) => openQuestionsOf(tx, journeyId))
  await send(advisor.personId, `${at}/questions/${question?.id}/take-back`)
  expect(await asPerson(db, lead, (tx) => openQuestionsOf(tx, journeyId))).toEqual([])
})

test('only an expert can be asked, and only with words', async () => {
  const { at, lead } = await place()
  const page = await send(advisor.personId, `${at}/questions`, { ...asked, expert: lead.personId, question: '' })
  expect(page.status).toBe(422)
  const html = await page.text()
  for (const field of ['href="#expert"', 'href="#question"']) expect(html).toContain(field)
})
