import { expect, test } from 'vitest'
import { aLockedBaseline } from '../../../test/builders/baselines.ts'
import { aCommunity, aJourney, aPerson } from '../../../test/builders/communities.ts'
import { signedInAs } from '../../../test/sign-in.ts'
import { testApp } from '../../../test/test-app.ts'
import { asPerson, asService } from '../../people/index.ts'
import { findLatestDocument, getDocument } from '../record/index.ts'
import { ratingsOf, reportCardFacts } from './index.ts'
import type { PublishedCard } from './published.ts'

const service = await testApp()
const { app, db, mail, pack } = service
const advisor = await aPerson(service, { name: 'Ada', staff: ['advisor'] })

const send = (personId: string, path: string, fields: Record<string, string>) =>
  app.request(path, {
    method: 'POST',
    headers: { ...signedInAs(personId), 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  })
const get = (personId: string, path: string) => app.request(path, { headers: signedInAs(personId) })
const read = async (personId: string, path: string) => (await get(personId, path)).text()

const three = [1, 2, 3].map((practice) => ({
  'data-inventory': { practice, knowledge: 1, wanted: 3, importance: 3 },
  'data-quality': { practice: 1, knowledge: 2, wanted: 2, importance: 2 },
}))

async function place(given: { respondents?: typeof three; pairAgreed?: boolean; alone?: boolean } = {}) {
  const lead = await aPerson(service, { name: 'Lee', language: 'fr' })
  const communityId = await aCommunity(service, {
    name: 'Cedar Flats',
    members: [['lead', lead]],
    assigned: [['advisor', advisor]],
  })
  const journeyId = await aJourney(service, {
    communityId,
    by: lead,
    stage: 'report-card',
    ...(given.alone ? { alone: true } : {}),
  })
  const round = await aLockedBaseline(service, {
    communityId,
    journeyId,
    advisor,
    respondents: given.respondents ?? three,
    ...(given.pairAgreed ? { pairAgreed: true } : {}),
  })
  return { lead, communityId, journeyId, round, at: `/en/journeys/${journeyId}/report-card` }
}

const changesOf = (html: string) => /name="changes" value="(\d+)"/.exec(html)?.[1] ?? ''

async function publish(at: string, by: string = advisor.personId) {
  await send(by, `${at}/review`, { read: 'yes' })
  return send(by, `${at}/publish`, { changes: changesOf(await read(by, `${at}/review`)) })
}

const latest = (personId: string, journeyId: string) =>
  asPerson(db, { personId }, async (tx) => {
    const found = await findLatestDocument(tx, journeyId, 'report-card')
    return getDocument(tx, journeyId, found?.id ?? '')
  })

test('before it is published, members read that it is being reviewed, and no result', async () => {
  const { lead, at } = await place()
  const page = await read(lead.personId, at)
  expect(page).toContain('The report card is being reviewed')
  expect(page).not.toContain('Data inventory')
  expect((await get(lead.personId, `${at}/review`)).status).toBe(403)
  expect((await get(lead.personId, `${at}/preview`)).status).toBe(403)
  expect((await get(lead.personId, `${at}/exact`)).status).toBe(403)
})

test('the advisor comments, rates and grades a domain, and two tabs never overwrite each other unseen', async () => {
  const { at, lead, journeyId } = await place()
  const domain = pack.components.find(({ id }) => id === 'data-inventory')?.domain ?? ''
  const path = `${at}/review/${domain}`
  const first = {
    comment: 'Start with one list.',
    'comment-version': '0',
    'data-inventory-version': '0',
    'data-inventory-practice': '3',
    'data-inventory-grade': 'seen',
    'data-quality-version': '0',
  }
  expect((await send(advisor.personId, path, first)).status).toBe(303)
  const second = await send(advisor.personId, path, {
    ...first,
    comment: 'Another thought.',
    'data-inventory-grade': 'stated',
    'data-quality-grade': 'described',
  })
  expect(second.status).toBe(409)
  const page = await second.text()
  for (const text of ['Nothing was overwritten.', 'Start with one list.', 'Another thought.', 'Seen by the advisor']) {
    expect(page).toContain(text)
  }
  // What nobody else changed was saved.
  expect(page).toContain('name="data-quality-version" value="1"')
  expect(await asPerson(db, lead, (tx) => ratingsOf(tx, journeyId))).toEqual({
    'data-inventory': { practice: 3 },
    'data-quality': {},
  })
})

test('a card is published only after its findings were read, and the lead is told in their language', async () => {
  const { at, lead, journeyId } = await place()
  expect(await asPerson(db, lead, (tx) => reportCardFacts(tx, journeyId))).toEqual({
    cardReviewed: false,
    cardPublished: false,
  })
  expect((await send(advisor.personId, `${at}/publish`, { changes: '0' })).status).toBe(422)
  const start = mail.length
  expect((await publish(at)).status).toBe(303)
  expect((await publish(at)).status).toBe(303)
  expect(mail.slice(start).map(({ to, language, subject }) => [to.name, language, subject])).toEqual([
    ['Lee', 'fr', 'Bilan des capacités publié\u00a0: Cedar Flats'],
  ])
  expect(await asPerson(db, lead, (tx) => reportCardFacts(tx, journeyId))).toEqual({
    cardReviewed: true,
    cardPublished: true,
  })
  const page = await read(lead.personId, at)
  expect(page).toContain('version 1.')
  expect(page).toContain('Data inventory')
})

test('comments, words for findings and grades are in the page, the document of each language and its data', async () => {
  const { at, lead, journeyId } = await place()
  const domain = pack.components.find(({ id }) => id === 'data-inventory')?.domain ?? ''
  await send(advisor.personId, `${at}/review/${domain}`, {
    comment: 'Start with one list.',
    'comment-version': '0',
    'data-inventory-version': '0',
    'data-inventory-practice': '3',
    'data-inventory-grade': 'described',
  })
  await publish(at)
  const document = await latest(lead.personId, journeyId)
  const { card, review } = document.data as PublishedCard
  expect(card.view).toBe('community')
  expect(review).toEqual({
    domains: [{ domain, text: 'Start with one list.', language: 'en' }],
    findings: [],
    grades: { 'data-inventory': 'described' },
  })
  expect(JSON.stringify(document.models.en)).toContain('Start with one list.')
  expect(JSON.stringify(document.models.fr)).toContain('Décrit avec un exemple')
  expect(await read(lead.personId, at)).toContain('Start with one list.')
})

test('changes after publishing show as not published, and publishing again makes version 2 while version 1 stays', async () => {
  const { at, lead, journeyId } = await place()
  await publish(at)
  const first = await latest(lead.personId, journeyId)
  const domain = pack.domains[0]?.id ?? ''
  await send(advisor.personId, `${at}/review/${domain}`, { comment: 'One more word.', 'comment-version': '0' })
  const review = await read(advisor.personId, `${at}/review`)
  expect(review).toContain('There are changes that are not published yet.')
  expect(await read(lead.personId, at)).not.toContain('One more word.')
  expect(await read(lead.personId, at)).toContain('A new version is being reviewed.')
  const stale = await send(advisor.personId, `${at}/publish`, { changes: '0' })
  expect(stale.status).toBe(409)
  expect((await publish(at)).status).toBe(303)
  const second = await latest(lead.personId, journeyId)
  expect([first.version, second.version]).toEqual([1, 2])
  const kept = await asPerson(db, lead, (tx) => getDocument(tx, journeyId, first.id))
  expect(kept.models).toEqual(first.models)
})

test('answers that were changed and locked again have to be read and published again', async () => {
  const { at, lead, journeyId, round } = await place()
  await publish(at)
  await asPerson(db, advisor, (tx) =>
    tx
      .updateTable('diagnostic_round')
      .set({ locked_at: new Date('2030-01-16T00:00:00Z'), locks: 2 })
      .where('id', '=', round)
      .execute(),
  )
  expect(await asPerson(db, lead, (tx) => reportCardFacts(tx, journeyId))).toEqual({
    cardReviewed: false,
    cardPublished: false,
  })
})

/** Every number anywhere in a value whose key is a figure of results. */
function figuresIn(card: PublishedCard['card'], component: string): unknown[] {
  return (card.components.find((one) => one.component === component)?.facets ?? []).flatMap(
    ({ score, planScore, level, counts, agreement }) => [score, planScore, level, agreement, ...counts],
  )
}

test('figures of two people are withheld in page, document and data, until both agree', async () => {
  const two = three.slice(0, 2)
  const { at, lead, journeyId } = await place({ respondents: two })
  await publish(at)
  const document = await latest(lead.personId, journeyId)
  const { card } = document.data as PublishedCard
  expect(card.withheld).toEqual(['data-inventory', 'data-quality'])
  expect(figuresIn(card, 'data-inventory').filter((figure) => figure !== undefined)).toEqual([])
  const preview = await read(advisor.personId, `${at}/preview`)
  const page = await read(lead.personId, at)
  const text = JSON.stringify(document.models)
  const mean = /\(1[.,]5\)|1[.,]5 · /
  for (const shown of [preview, page, text]) expect(shown).not.toMatch(mean)
  // The advisor may see the answers, by code.
  const exact = await read(advisor.personId, `${at}/exact`)
  expect(exact).toContain('R1')
  expect(exact).toContain('Clerk')

  const agreed = await place({ respondents: two, pairAgreed: true })
  await publish(agreed.at)
  const shown = await latest(agreed.lead.personId, agreed.journeyId)
  expect((shown.data as PublishedCard).card.withheld).toBeUndefined()
  expect(await read(agreed.lead.personId, agreed.at)).toMatch(mean)
  expect(JSON.stringify(shown.models)).toMatch(mean)
})

test('with fewer than five people there are no counts by level, and no one’s answers, in anything that is published', async () => {
  const { at, lead, journeyId } = await place()
  await publish(at)
  const { card } = (await latest(lead.personId, journeyId)).data as PublishedCard
  expect(card.components.flatMap(({ facets }) => facets.flatMap(({ counts }) => counts))).toEqual([])
  const page = await read(lead.personId, at)
  expect(page).not.toContain('R1')
  expect(page).not.toContain('Clerk')
})

test('alone, the lead reviews and publishes what everyone will see, and never sees who answered what', async () => {
  const { at, lead, journeyId } = await place({ alone: true })
  expect((await get(lead.personId, `${at}/review`)).status).toBe(200)
  expect((await get(lead.personId, `${at}/exact`)).status).toBe(403)
  expect((await publish(at, lead.personId)).status).toBe(303)
  expect((await latest(lead.personId, journeyId)).version).toBe(1)
})

test('needs of the interview weigh in the report card', async () => {
  const { at, lead, journeyId, communityId } = await place()
  await asService(db, (tx) =>
    tx
      .insertInto('interview_tag')
      .values({ journey_id: journeyId, community_id: communityId, part: 'need-1', component: 'data-quality' })
      .execute(),
  )
  await publish(at)
  const { card } = (await latest(lead.personId, journeyId)).data as PublishedCard
  const needOf = (id: string) => card.components.find(({ component }) => component === id)?.terms.need
  expect([needOf('data-quality'), needOf('data-inventory')]).toEqual([1, 0])
})

test('a card is not published outside its stage', async () => {
  const { at, lead, journeyId } = await place()
  await send(advisor.personId, `${at}/review`, { read: 'yes' })
  await asService(db, (tx) =>
    tx.updateTable('journey').set({ stage: 'draft-plan' }).where('id', '=', journeyId).execute(),
  )
  expect((await send(advisor.personId, `${at}/publish`, { changes: '0' })).status).toBe(409)
  expect(await read(lead.personId, at)).toContain('being reviewed')
})
