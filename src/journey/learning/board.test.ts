import { expect, test } from 'vitest'
import { aCommunity, aJourney, aPerson } from '../../../test/builders/communities.ts'
import { aLearningJourney, aSignedPlan } from '../../../test/builders/signed-plans.ts'
import { pagesOf } from '../../../test/builders/validations.ts'
import { testApp } from '../../../test/test-app.ts'
import { asPerson } from '../../people/index.ts'
import { findBoard, listBoardRows } from './board-store.ts'

const service = await testApp()
const { db } = service
const items = ['privacy-first-steps', 'guide-privacy-checks', 'privacy-checks-in-practice', 'template-privacy-check']

type Made = Awaited<ReturnType<typeof aLearningJourney>>

const begun = async (given: { weeks?: number } = {}) => {
  const made = await aLearningJourney(service, { items, ...given })
  return { ...made, ...pagesOf(service, made.at) }
}
const boardOf = (made: Made) => asPerson(db, made.lead, (tx) => findBoard(tx, made.journeyId))
const rowsOf = (made: Made) => asPerson(db, made.lead, (tx) => listBoardRows(tx, made.journeyId))
const rowOf = async (made: Made, item: string) => {
  const row = (await rowsOf(made)).find((one) => one.item === item)
  if (row === undefined) throw new Error(`no ${item}`)
  return row
}
const versionOf = async (made: Made) => String((await boardOf(made))?.version)

test('the board begins as the signed plan says, when it is first opened: weeks with dates, hours, what each item closes', async () => {
  const made = await begun()
  const html = await made.read(made.lead, '/learning')
  for (const words of [
    'Privacy: first steps',
    'January 14, 2030',
    'this week',
    'Closes 0.75 of the gap in',
    'Nobody has it yet',
    '0% done: 0 of 8.75 planned hours',
    'Agreed: 5 weeks, up to 2 hours a week.',
  ])
    expect(html, words).toContain(words)
  const rows = await rowsOf(made)
  expect(rows.map(({ item, firstWeek, parts }) => [item, firstWeek, parts])).toEqual([
    ['privacy-first-steps', 1, [2]],
    ['guide-privacy-checks', 2, [1.25]],
    ['privacy-checks-in-practice', 2, [0.75, 2, 1.25]],
    ['template-privacy-check', 4, [0.75, 0.75]],
  ])
})

test('before learning, and without a signed plan, the page says what comes first and makes nothing', async () => {
  const lead = await aPerson(service)
  const communityId = await aCommunity(service, { members: [['lead', lead]] })
  for (const [stage, words] of [
    ['final-plan', 'The board opens when the final plan is signed off'],
    ['learning', 'No signed final plan was found'],
  ] as const) {
    const journeyId = await aJourney(service, { communityId, by: lead, stage })
    const { read } = pagesOf(service, `/en/journeys/${journeyId}`)
    expect(await read(lead, '/learning')).toContain(words)
    expect(await asPerson(db, lead, (tx) => findBoard(tx, journeyId))).toBeUndefined()
  }
})

test('French says the same', async () => {
  const made = await begun()
  const { read } = pagesOf(service, `/fr/journeys/${made.journeyId}`)
  const html = await read(made.noor, '/learning')
  for (const words of ['Semaine après semaine', 'du 14 janvier 2030', 'Personne ne l’a encore', 'Prévu'])
    expect(html, words).toContain(words)
})

test('an item moves by a button; what it builds on and what builds on it are respected, with the reason in words', async () => {
  const made = await begun()
  await made.read(made.lead, '/learning')
  const last = await rowOf(made, 'template-privacy-check')
  const move = (id: string, week: string, version: string) =>
    made.send(made.lead, `/learning/items/${id}/move`, { version, week })
  expect((await move(last.id, '6', await versionOf(made))).status).toBe(303)
  expect((await rowOf(made, 'template-privacy-check')).firstWeek).toBe(6)
  const refused = await move(last.id, '1', await versionOf(made))
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('It can begin in week 2 or later.')
  const first = await rowOf(made, 'privacy-first-steps')
  const late = await move(first.id, '3', await versionOf(made))
  expect(late.status).toBe(422)
  expect(await late.text()).toContain('can begin in week 2 at the latest')
  expect((await rowOf(made, 'privacy-first-steps')).firstWeek).toBe(1)
})

test('two people who move at once: the second sees the newest board and loses nothing of the first', async () => {
  const made = await begun()
  await made.read(made.lead, '/learning')
  const [template, course] = [
    await rowOf(made, 'template-privacy-check'),
    await rowOf(made, 'privacy-checks-in-practice'),
  ]
  const version = await versionOf(made)
  await made.send(made.lead, `/learning/items/${template.id}/move`, { version, week: '7' })
  const second = await made.send(made.advisor, `/learning/items/${course.id}/move`, { version, week: '3' })
  expect(second.status).toBe(409)
  const html = await second.text()
  expect(html).toContain('Someone changed the board while yours was open.')
  expect(html).toContain('name="version" value="2"')
  expect((await rowOf(made, 'privacy-checks-in-practice')).firstWeek).toBe(2)
  const again = await made.send(made.lead, `/learning/items/${template.id}/move`, { version, week: '7' })
  expect(again.status).toBe(303)
})

test('the last move can be undone, once', async () => {
  const made = await begun()
  await made.read(made.lead, '/learning')
  const { id } = await rowOf(made, 'template-privacy-check')
  await made.send(made.lead, `/learning/items/${id}/move`, { version: '1', week: '9' })
  expect(await made.read(made.lead, '/learning')).toContain('Undo the last move')
  expect((await made.send(made.lead, '/learning/undo', { version: '2' })).status).toBe(303)
  expect((await rowOf(made, 'template-privacy-check')).firstWeek).toBe(4)
  expect(await made.read(made.lead, '/learning')).not.toContain('Undo the last move')
})

test('members see the board and do their own part; moving, setting aside and closing are not theirs', async () => {
  const made = await begun()
  const html = await made.read(made.max, '/learning')
  expect(html).not.toContain('data-move')
  const { id } = await rowOf(made, 'privacy-first-steps')
  for (const path of [`/learning/items/${id}/move`, `/learning/items/${id}/aside`, `/learning/items/${id}/people`])
    expect((await made.send(made.max, path, { version: '1', week: '2' })).status).toBe(403)
  expect((await made.send(made.advisor, '/learning/close', { reason: 'Enough.' })).status).toBe(403)
  expect(
    (await made.send(made.advisor, `/learning/items/${id}/prior`, { version: '1', prior: 'They know.' })).status,
  ).toBe(403)
})

test('planning again from today offers ways to go on, and does the one that people choose', async () => {
  const made = await begun()
  await made.read(made.lead, '/learning')
  service.clock.time = new Date('2030-02-05T15:00:00Z')
  const html = await made.read(made.lead, '/learning/plan-again')
  expect(html).toContain('from week 4 on')
  expect(html).toContain('Take 3 weeks longer, at 2 hours a week')
  expect(html).toContain('Keep the end, with up to 4.5 hours a week')
  expect(html).toContain('Keep the end and the hours, and set 2 items aside')
  const [longer = ''] = [...html.matchAll(/name="way" value="([^"]+)"/g)].map(([, value = '']) => value)
  const nothing = await made.send(made.lead, '/learning/plan-again', { version: '1', weekly: '2' })
  expect(nothing.status).toBe(422)
  const done = await made.send(made.lead, '/learning/plan-again', { version: '1', weekly: '2', way: longer })
  expect(done.status).toBe(303)
  expect((await rowsOf(made)).map(({ firstWeek }) => firstWeek)).toEqual([4, 5, 5, 7])
  expect((await boardOf(made))?.plannedWeeks).toBe(8)
  await made.send(made.lead, '/learning/undo', { version: await versionOf(made) })
  expect((await boardOf(made))?.plannedWeeks).toBe(5)
  expect((await rowsOf(made)).map(({ firstWeek }) => firstWeek)).toEqual([1, 2, 2, 4])
  service.clock.time = new Date('2030-01-15T15:00:00Z')
})

test('a way that sets items aside says why, and undoing brings them back', async () => {
  const made = await begun()
  await made.read(made.lead, '/learning')
  service.clock.time = new Date('2030-02-05T15:00:00Z')
  const html = await made.read(made.lead, '/learning/plan-again')
  const way = [...html.matchAll(/name="way" value="([^"]+)"/g)].map(([, value = '']) => value)[2] ?? ''
  await made.send(made.lead, '/learning/plan-again', { version: '1', weekly: '2', way })
  const aside = (await rowsOf(made)).filter(({ state }) => state === 'set-aside')
  expect(aside.map(({ item, reason }) => [item, reason])).toEqual([
    ['privacy-checks-in-practice', 'Set aside to keep the agreed end.'],
    ['template-privacy-check', 'Set aside to keep the agreed end.'],
  ])
  await made.send(made.lead, '/learning/undo', { version: await versionOf(made) })
  expect((await rowsOf(made)).map(({ state }) => state)).toEqual(['planned', 'planned', 'planned', 'planned'])
  service.clock.time = new Date('2030-01-15T15:00:00Z')
})

test('an item of the catalogue comes with what it builds on, and something of one’s own with its hours', async () => {
  const made = await begun()
  await made.read(made.lead, '/learning')
  const added = { kind: 'catalogue', item: 'data-inventory-in-practice', week: '2' }
  expect((await made.send(made.lead, '/learning/add', { version: '1', ...added })).status).toBe(303)
  const first = await rowOf(made, 'data-inventory-first-steps')
  const second = await rowOf(made, 'data-inventory-in-practice')
  expect([first.origin, first.firstWeek, second.firstWeek]).toEqual(['added', 2, 2])
  const wrong = await made.send(made.lead, '/learning/add', { version: '2', kind: 'own', hours: '1.1', week: '3' })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('Give hours in quarters')
  const own = { version: '2', kind: 'own', title: 'Visit to Elk Crossing', hours: '3,5', week: '3' }
  expect((await made.send(made.lead, '/learning/add', own)).status).toBe(303)
  const visit = (await rowsOf(made)).find(({ title }) => title === 'Visit to Elk Crossing')
  expect([visit?.hours, visit?.parts]).toEqual([3.5, [2, 1.5]])
  expect(await made.read(made.max, '/learning')).toContain('Visit to Elk Crossing')
})

test('a revised plan offers its changes and overwrites nothing', async () => {
  const made = await begun()
  await made.read(made.lead, '/learning')
  const kept = ['privacy-first-steps', 'privacy-checks-in-practice', 'data-inventory-first-steps']
  await aSignedPlan(service, { ...made, by: made.lead, items: kept, start: '2030-01-21' })
  expect(await made.read(made.lead, '/learning')).toContain('The final plan was revised (version 2).')
  expect((await rowsOf(made)).map(({ item }) => item)).toEqual(items)
  const html = await made.read(made.lead, '/learning/plan-changes')
  expect(html).toContain('Begin week 1 on January 21, 2030')
  const guide = await rowOf(made, 'guide-privacy-checks')
  await made.send(made.lead, '/learning/plan-changes', {
    version: '1',
    plan: '2',
    add: 'data-inventory-first-steps',
    drop: guide.id,
  })
  const board = await boardOf(made)
  expect([board?.planVersion, board?.startsOn]).toEqual([2, '2030-01-14'])
  expect((await rowOf(made, 'guide-privacy-checks')).state).toBe('set-aside')
  expect((await rowOf(made, 'template-privacy-check')).state).toBe('planned')
  expect((await rowOf(made, 'data-inventory-first-steps')).origin).toBe('plan')
  expect(await made.read(made.lead, '/learning')).not.toContain('The final plan was revised')
})
