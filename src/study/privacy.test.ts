import { expect, test } from 'vitest'
import { aCommunity, aJourney, aPerson } from '../../test/builders/communities.ts'
import { aPathway } from '../../test/builders/pathways.ts'
import { signedInAs } from '../../test/sign-in.ts'
import { testApp } from '../../test/test-app.ts'
import { asPerson, asService } from '../people/index.ts'
import { ownStudy } from './index.ts'

const service = await testApp('sample')
const { app, db, clock } = service
const course = 'shelf-care-first-steps'
const guideline = 'guide-shelf-care'

const learner = await aPerson(service, { name: 'Mo Learner' })
const lead = await aPerson(service, { name: 'Lee' })
const steward = await aPerson(service)
const other = await aPerson(service, { name: 'Other member' })
const advisor = await aPerson(service, { staff: ['advisor'] })
const expert = await aPerson(service, { staff: ['expert'] })
const manager = await aPerson(service, { staff: ['manager'] })
const administrator = await aPerson(service, { staff: ['administrator'] })
const stranger = await aPerson(service)
const communityId = await aCommunity(service, {
  members: [
    ['lead', lead],
    ['steward', steward],
    ['contributor', learner],
    ['contributor', other],
  ],
  assigned: [
    ['advisor', advisor],
    ['expert', expert],
  ],
})
const elsewhere = await aCommunity(service, { name: 'Elk Crossing', members: [['lead', stranger]] })
const journeyId = await aJourney(service, { communityId, by: lead, stage: 'learning' })
await aPathway(service, {
  communityId,
  journeyId,
  by: lead,
  items: [
    { item: guideline, people: [learner] },
    { item: course, people: [learner, other] },
  ],
})
const everyoneElse = { lead, steward, other, advisor, expert, manager, administrator, stranger }

const get = (personId: string, path: string) => app.request(path, { headers: signedInAs(personId) })
const post = (personId: string, path: string, form: Record<string, string> = {}) =>
  app.request(path, {
    method: 'POST',
    headers: { ...signedInAs(personId), 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form),
  })
const secret = 'A note that nobody else reads'

await post(learner.personId, `/en/learn/${course}`)
await post(learner.personId, `/en/learn/${course}/worn-books/notes`, { note: secret, version: '0' })
await post(learner.personId, `/en/learn/${course}/worn-books/done`)
// Both checks, as they are kept once they were sent.
await asPerson(db, learner, (tx) =>
  tx
    .insertInto('study_check')
    .values(
      (['pre', 'post'] as const).map((purpose, index) => ({
        person_id: learner.personId,
        item: course,
        purpose,
        form: index === 0 ? 'a' : 'b',
        release: service.release,
        answers: JSON.stringify({}),
        right_count: 2 + index,
        question_count: 5,
        sent_at: clock.time,
      })),
    )
    .execute(),
)
await post(learner.personId, `/en/learn/${guideline}`)
await post(learner.personId, `/en/learn/${guideline}/done`)
await post(learner.personId, '/en/learn/template-shelf-list/form', {
  version: '0',
  'shelf.shelf-name': secret,
  act: 'save',
})

const tables = [
  'study_enrolment',
  'study_lesson',
  'study_note',
  'study_check',
  'study_draft',
  'study_share',
  'study_event',
] as const

test('the learner has rows in every table but the shared results', async () => {
  for (const table of tables.filter((name) => name !== 'study_share')) {
    const rows = await asPerson(db, learner, (tx) => tx.selectFrom(table).select('person_id').execute())
    expect(rows.length, table).toBeGreaterThan(0)
  }
})

test('no lead, steward, advisor, manager, administrator or other member reads a row of it in the database', async () => {
  for (const [role, person] of Object.entries(everyoneElse)) {
    for (const table of tables) {
      const rows = await asPerson(db, person, (tx) =>
        tx.selectFrom(table).select('person_id').where('person_id', '=', learner.personId).execute(),
      )
      expect(rows, `${table} as ${role}`).toEqual([])
    }
  }
  for (const table of tables) {
    const rows = await asService(db, (tx) => tx.selectFrom(table).select('person_id').execute())
    expect(rows, `${table} for the service`).toEqual([])
  }
})

test('nobody writes into another’s learning in the database', async () => {
  for (const [role, person] of Object.entries(everyoneElse)) {
    const changed = await asPerson(db, person, async (tx) => [
      await tx
        .updateTable('study_note')
        .set({ body: 'x' })
        .where('person_id', '=', learner.personId)
        .executeTakeFirst(),
      await tx
        .updateTable('study_enrolment')
        .set({ done_at: clock.time })
        .where('person_id', '=', learner.personId)
        .executeTakeFirst(),
    ])
    expect(
      changed.map(({ numUpdatedRows }) => Number(numUpdatedRows)),
      role,
    ).toEqual([0, 0])
    const forged = asPerson(db, person, (tx) =>
      tx
        .insertInto('study_lesson')
        .values({ person_id: learner.personId, item: course, lesson: 'one-shelf', done_at: clock.time })
        .execute(),
    )
    await expect(forged, role).rejects.toThrow(/row-level security/)
  }
})

test('by address, everyone sees their own learning and never the learner’s', async () => {
  for (const [role, { personId }] of Object.entries(everyoneElse)) {
    for (const path of [
      '/en/learn',
      '/en/learn/notes',
      '/en/learn/notes.txt',
      '/en/learn/events.json',
      `/en/learn/${course}`,
      `/en/learn/${course}/worn-books`,
      '/en/learn/template-shelf-list',
    ]) {
      const text = await (await get(personId, path)).text()
      expect(text, `${path} as ${role}`).not.toContain(secret)
      expect(text, `${path} as ${role}`).not.toContain('You marked this lesson as done')
      expect(text, `${path} as ${role}`).not.toContain('2 of 5 right')
    }
    expect((await get(personId, `/en/learn/${course}/check/post`)).headers.get('location')).toBe(`/en/learn/${course}`)
    expect((await get(personId, '/en/learn/template-shelf-list/download/docx')).status).toBe(404)
  }
})

test('the lead sees that an item is done, and nothing else', async () => {
  const shares = await asPerson(db, lead, (tx) =>
    tx
      .selectFrom('learning_share')
      .innerJoin('learning_item', 'learning_item.id', 'learning_share.item_id')
      .select(['learning_item.item', 'learning_share.state'])
      .where('learning_share.person_id', '=', learner.personId)
      .orderBy('learning_item.position')
      .execute(),
  )
  expect(shares).toEqual([
    { item: guideline, state: 'done' },
    { item: course, state: 'planned' },
  ])
  const record = await asPerson(db, lead, (tx) => tx.selectFrom('journey_event').select(['act', 'detail']).execute())
  expect(JSON.stringify(record)).not.toMatch(/right|score|worn-books/)
})

test('what is assigned is on one’s own page with its day, until it is done', async () => {
  const page = await (await get(other.personId, '/en/learn')).text()
  expect(page).toContain('For your community')
  expect(page).toContain('Shelf care, first steps')
  const own = await (await get(learner.personId, '/en/learn')).text()
  expect(own).toContain('Go on where you stopped')
  expect(own).toContain('done on')
})

test('whoever was done before their community planned the item may count it there', async () => {
  const early = await aPerson(service)
  const own = await aCommunity(service, { name: 'Birch Bay', members: [['lead', early]] })
  await post(early.personId, `/en/learn/${guideline}/done`)
  const journey = await aJourney(service, { communityId: own, by: early, stage: 'learning' })
  await aPathway(service, {
    communityId: own,
    journeyId: journey,
    by: early,
    items: [{ item: guideline, people: [early] }],
  })
  expect(await (await get(early.personId, `/en/learn/${guideline}`)).text()).toContain('Count it for your community')
  await post(early.personId, `/en/learn/${guideline}/count`)
  const state = await asPerson(db, early, (tx) => tx.selectFrom('learning_share').select('state').execute())
  expect(state).toEqual([{ state: 'done' }])
  expect(await (await get(early.personId, `/en/learn/${guideline}`)).text()).not.toContain('Count it for')
})

test('results are shown to a community only when their learner says so, and taken back', async () => {
  const results = `/en/communities/${communityId}/templates/results`
  expect(await (await get(lead.personId, results)).text()).toContain('Nobody shares a result')
  const share = (community: string, act = 'share') =>
    post(learner.personId, `/en/learn/${course}/share`, { community, act })
  expect((await share(elsewhere)).status).toBe(404)
  expect((await share(communityId)).status).toBe(303)
  await share(communityId)
  for (const { personId } of [lead, other, advisor]) {
    const page = await (await get(personId, results)).text()
    expect(page).toContain('Mo Learner')
    expect(page).toContain('2 of 5 right')
    expect(page).toContain('3 of 5 right')
    expect(page).not.toContain(secret)
  }
  expect((await get(expert.personId, results)).status).toBe(403)
  expect((await get(stranger.personId, results)).status).toBe(404)
  for (const person of [expert, manager, administrator, stranger]) {
    expect(await asPerson(db, person, (tx) => tx.selectFrom('study_share').selectAll().execute())).toEqual([])
  }
  // Whoever reads it can neither change it nor take it away.
  const taken = await asPerson(db, lead, (tx) => tx.deleteFrom('study_share').executeTakeFirst())
  expect(Number(taken.numDeletedRows)).toBe(0)
  await share(communityId, 'take-back')
  expect(await (await get(lead.personId, results)).text()).toContain('Nobody shares a result')
})

test('results cannot be shared before both checks are sent', async () => {
  await post(other.personId, `/en/learn/${course}`)
  const early = await post(other.personId, `/en/learn/${course}/share`, { community: communityId, act: 'share' })
  expect(early.status).toBe(404)
})

test('taking part out of a community takes shared results back there', async () => {
  await post(learner.personId, `/en/learn/${course}/share`, { community: communityId, act: 'share' })
  const shares = ownStudy.find(({ name }) => name === 'learning-results-shared')
  const count = await asPerson(
    db,
    learner,
    (tx) => shares?.withdraw?.(tx, { personId: learner.personId, communityId, at: clock.time }) ?? Promise.resolve(0),
    { purpose: 'export' },
  )
  expect(count).toBe(1)
})

test('whether results may count in an average is a plain question, and can be answered anew', async () => {
  const agreed = async () =>
    (
      await asPerson(db, learner, (tx) =>
        tx.selectFrom('study_enrolment').select('agreed_to_aggregate').where('item', '=', course).execute(),
      )
    )[0]?.agreed_to_aggregate
  expect(await agreed()).toBeNull()
  const page = await (await get(learner.personId, `/en/learn/${course}`)).text()
  expect(page).toContain('May your two scores count in an average?')
  await post(learner.personId, `/en/learn/${course}/agree`, { agreed: 'yes' })
  expect(await agreed()).toBe(true)
  await post(learner.personId, `/en/learn/${course}/agree`, { agreed: 'no' })
  expect(await agreed()).toBe(false)
  await post(learner.personId, `/en/learn/${course}/agree`, { agreed: 'perhaps' })
  expect(await agreed()).toBe(false)
})
