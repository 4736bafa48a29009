import { expect, test } from 'vitest'
import { aLearningJourney } from '../../../test/builders/signed-plans.ts'
import { pagesOf } from '../../../test/builders/validations.ts'
import { testApp } from '../../../test/test-app.ts'
import { asPerson } from '../../people/index.ts'
import { findBoard, listBoardRows } from './board-store.ts'
import { hourTotals, listOwnHours } from './hours-store.ts'
import { completeForPerson, learningFacts, learningTotals, listMyAssignments, recordHours } from './index.ts'

const service = await testApp()
const { db, deps, mail, clock } = service
const items = ['privacy-first-steps', 'guide-privacy-checks']
const roomDeps = {
  queueMail: deps.queueMail,
  origin: 'http://localhost:3000',
  findContent: async () => ({ pack: service.pack, release: service.release }),
}

const begun = async () => {
  const made = await aLearningJourney(service, { items })
  const pages = pagesOf(service, made.at)
  await pages.read(made.lead, '/learning')
  const rows = () => asPerson(db, made.lead, (tx) => listBoardRows(tx, made.journeyId))
  const [course, guide] = await rows()
  if (!course || !guide) throw new Error('no items')
  const row = async (id: string) => (await rows()).find((one) => one.id === id)
  return { ...made, ...pages, course, guide, row }
}
type Made = Awaited<ReturnType<typeof begun>>

const give = (made: Made, id: string, person: { personId: string }) =>
  made.send(made.lead, `/learning/items/${id}/people`, { person: person.personId })
const say = (made: Made, who: { personId: string }, id: string, what: string) =>
  made.send(who, `/learning/items/${id}/mine`, { do: what })
const complete = (who: { personId: string }, item: string, hours?: number) =>
  asPerson(db, who, (tx) =>
    completeForPerson(roomDeps, tx, {
      personId: who.personId,
      item,
      at: clock.time,
      ...(hours === undefined ? {} : { hours }),
    }),
  )

test('the lead gives an item to several people; they are told in their language, and each says when they are done', async () => {
  const made = await begun()
  mail.length = 0
  await give(made, made.course.id, made.max)
  await give(made, made.course.id, made.noor)
  await give(made, made.course.id, made.noor)
  expect(mail.map(({ to, subject }) => [to.name, subject])).toEqual([
    ['Max', 'Cedar Flats: something on the pathway for you'],
    ['Noor', 'Cedar Flats\u00a0: quelque chose au parcours pour vous'],
  ])
  await say(made, made.max, made.course.id, 'done')
  expect((await made.row(made.course.id))?.state).toBe('doing')
  expect(await made.read(made.lead, '/learning')).toContain('31% done')
  await say(made, made.noor, made.course.id, 'done')
  expect((await made.row(made.course.id))?.state).toBe('done')
  await say(made, made.noor, made.course.id, 'not-done')
  expect((await made.row(made.course.id))?.state).toBe('doing')
})

test('someone who is not of the community gets nothing', async () => {
  const made = await begun()
  const stranger = await aLearningJourney(service, { items, name: 'Elk Crossing' })
  expect((await give(made, made.course.id, stranger.max)).status).toBe(422)
  expect((await made.row(made.course.id))?.people).toEqual([])
  expect((await made.send(stranger.max, `/learning/items/${made.course.id}/mine`, { do: 'take' })).status).toBe(404)
})

test('a member takes an item and gives it back', async () => {
  const made = await begun()
  await say(made, made.max, made.guide.id, 'take')
  await say(made, made.max, made.guide.id, 'take')
  expect((await made.row(made.guide.id))?.people.map(({ name }) => name)).toEqual(['Max'])
  expect(await made.read(made.max, `/learning/items/${made.guide.id}`)).toContain('I have begun')
  await say(made, made.max, made.guide.id, 'give-back')
  expect((await made.row(made.guide.id))?.people).toEqual([])
})

test('an item that nobody has is done when the lead says so', async () => {
  const made = await begun()
  await made.send(made.lead, `/learning/items/${made.guide.id}/state`, { state: 'done' })
  expect((await made.row(made.guide.id))?.state).toBe('done')
  await made.send(made.lead, `/learning/items/${made.guide.id}/state`, { state: 'planned' })
  expect((await made.row(made.guide.id))?.state).toBe('planned')
})

test('hours count in the total of the item; by person they are the person’s own, for the lead and in the database too', async () => {
  const made = await begun()
  await say(made, made.max, made.course.id, 'take')
  const key = '11111111-1111-4111-8111-111111111111'
  const hours = (fields: Record<string, string>) =>
    made.send(made.max, `/learning/items/${made.course.id}/hours`, { key, ...fields })
  expect((await hours({ hours: '1.3' })).status).toBe(422)
  await hours({ hours: '1,25' })
  await hours({ hours: '1,25' })
  expect(await made.read(made.lead, '/learning')).toContain('2 h planned, 1.25 h spent')
  const seen = (who: { personId: string }) =>
    asPerson(db, who, async (tx) => ({
      rows: (await tx.selectFrom('learning_hours').select('id').where('journey_id', '=', made.journeyId).execute())
        .length,
      total: (await hourTotals(tx, made.journeyId)).hours,
    }))
  expect(await seen(made.max)).toEqual({ rows: 1, total: 1.25 })
  for (const who of [made.lead, made.noor, made.advisor]) expect(await seen(who)).toEqual({ rows: 0, total: 1.25 })
  const stranger = await aLearningJourney(service, { items, name: 'Elk Crossing' })
  expect(await seen(stranger.lead)).toEqual({ rows: 0, total: 0 })
  const [own] = await asPerson(db, made.max, (tx) => listOwnHours(tx, made.max.personId, made.course.id))
  await made.send(made.max, `/learning/items/${made.course.id}/hours/${own?.id}/take-back`, {})
  expect(await seen(made.max)).toEqual({ rows: 0, total: 0 })
})

test('prior learning and setting aside need a reason, count as the rule says, and can be taken back', async () => {
  const made = await begun()
  const without = await made.send(made.lead, `/learning/items/${made.course.id}/prior`, { version: '1', prior: '' })
  expect(without.status).toBe(422)
  expect(await without.text()).toContain('Say why, in a sentence.')
  await made.send(made.lead, `/learning/items/${made.course.id}/prior`, { version: '1', prior: 'Taken last year.' })
  await made.send(made.lead, `/learning/items/${made.guide.id}/aside`, { version: '2', aside: 'No time for it.' })
  const html = await made.read(made.max, '/learning')
  for (const words of ['Prior learning', 'Why: Taken last year.', 'Set aside', 'Why: No time for it.', '100% done'])
    expect(html, words).toContain(words)
  expect(await asPerson(db, made.lead, (tx) => learningFacts(tx, made.journeyId))).toEqual({ learningDone: true })
  const version = String((await asPerson(db, made.lead, (tx) => findBoard(tx, made.journeyId)))?.version)
  await made.send(made.lead, `/learning/items/${made.guide.id}/bring-back`, { version })
  expect((await made.row(made.guide.id))?.state).toBe('planned')
  expect(await asPerson(db, made.lead, (tx) => learningFacts(tx, made.journeyId))).toEqual({ learningDone: false })
})

test('what a person finishes is done on every pathway on which they have it, once, and with its hours', async () => {
  const made = await begun()
  await give(made, made.course.id, made.max)
  expect(await asPerson(db, made.max, (tx) => listMyAssignments(tx, made.max.personId))).toMatchObject([
    { item: 'privacy-first-steps', dueOn: '2030-01-20', communityName: 'Cedar Flats', state: 'planned' },
  ])
  expect(await complete(made.max, 'privacy-first-steps', 2.5)).toBe(1)
  expect(await complete(made.max, 'privacy-first-steps', 2.5)).toBe(0)
  expect(await complete(made.noor, 'privacy-first-steps')).toBe(0)
  expect((await made.row(made.course.id))?.state).toBe('done')
  const totals = await asPerson(db, made.lead, (tx) => learningTotals(tx, made.journeyId))
  expect(totals).toMatchObject({ hoursSpent: 2.5, people: 1, byState: { done: 1, planned: 1 }, hoursPlanned: 3.25 })
})

test('hours of a session count once, and sessions are counted', async () => {
  const made = await begun()
  const session = { journeyId: made.journeyId, communityId: made.communityId, hours: 1, source: 'session' as const }
  const one = { ...session, about: 'session:22222222-2222-4222-8222-222222222222', at: clock.time }
  await asPerson(db, made.advisor, async (tx) => {
    for (const { personId } of [made.max, made.noor, made.max]) await recordHours(tx, { ...one, personId })
  })
  const totals = await asPerson(db, made.lead, (tx) => learningTotals(tx, made.journeyId))
  expect(totals).toMatchObject({ hoursSpent: 2, hoursBySource: { session: 2 }, sessions: 1, people: 2 })
})

test('when the pathway is done, everyone who did all of theirs gets its certificate, and nobody else', async () => {
  const made = await begun()
  await give(made, made.course.id, made.max)
  await give(made, made.guide.id, made.noor)
  await complete(made.max, 'privacy-first-steps')
  const certificates = async (who: { personId: string }) =>
    asPerson(db, who, async (tx) => {
      const rows = await tx
        .selectFrom('credentials_issued')
        .select(['kind', 'subject_id'])
        .where('person_id', '=', who.personId)
        .execute()
      return rows.map((row) => [row.kind, row.subject_id])
    })
  expect(await certificates(made.max)).toEqual([])
  await complete(made.noor, 'guide-privacy-checks')
  expect(await certificates(made.max)).toEqual([['pathway', made.journeyId]])
  expect(await certificates(made.noor)).toEqual([['pathway', made.journeyId]])
  expect(await certificates(made.lead)).toEqual([])
  expect(await made.read(made.lead, '/learning')).toContain('Nothing on the pathway is open.')
})
