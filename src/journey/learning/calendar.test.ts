import { expect, test } from 'vitest'
import { aLearningJourney } from '../../../test/builders/signed-plans.ts'
import { pagesOf } from '../../../test/builders/validations.ts'
import { testApp } from '../../../test/test-app.ts'
import { asPerson, asService } from '../../people/index.ts'
import { listBoardRows } from './board-store.ts'
import { sendLearningReminders } from './index.ts'

const service = await testApp()
const { app, db, deps, mail, clock } = service
const items = ['privacy-first-steps', 'guide-privacy-checks', 'privacy-checks-in-practice']

const begun = async () => {
  const made = await aLearningJourney(service, { items })
  const pages = pagesOf(service, made.at)
  await pages.read(made.lead, '/learning')
  const rows = await asPerson(db, made.lead, (tx) => listBoardRows(tx, made.journeyId))
  for (const [row, who] of [
    [rows[0], made.max],
    [rows[2], made.noor],
  ] as const)
    await pages.send(made.lead, `/learning/items/${row?.id}/people`, { person: who.personId })
  return { ...made, ...pages, rows }
}

test('a person’s calendar address needs no sign-in, shows what is theirs, and answers briefly when nothing changed', async () => {
  const made = await begun()
  const html = await (await made.send(made.max, '/learning/calendar', {})).text()
  const [, address = ''] = /<code[^>]*>http:\/\/localhost:3000([^<]+)<\/code>/.exec(html) ?? []
  expect(address).toMatch(/\/learning\/calendar\/[\w-]{43}\.ics$/)
  const feed = await app.request(address)
  expect(feed.status).toBe(200)
  const text = await feed.text()
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1)
  expect(text).toContain('SUMMARY:Privacy: first steps')
  expect(text).toContain('DTSTART;VALUE=DATE:20300114')
  expect(text).toContain('DTEND;VALUE=DATE:20300121')
  const etag = feed.headers.get('etag') ?? ''
  expect((await app.request(address, { headers: { 'if-none-match': etag } })).status).toBe(304)
  expect(await made.read(made.max, '/learning/calendar')).not.toContain('<code')
  const [row] = made.rows
  await made.send(made.max, `/learning/items/${row?.id}/mine`, { do: 'done' })
  expect((await app.request(address, { headers: { 'if-none-match': etag } })).status).toBe(200)
})

test('an address ends when it is revoked, when a new one is made, and when its owner leaves', async () => {
  const made = await begun()
  const make = async () => {
    const html = await (await made.send(made.noor, '/learning/calendar', {})).text()
    return /<code[^>]*>http:\/\/localhost:3000([^<]+)<\/code>/.exec(html)?.[1] ?? ''
  }
  const first = await make()
  const second = await make()
  expect((await app.request(first)).status).toBe(404)
  expect((await app.request(second)).status).toBe(200)
  await made.send(made.noor, '/learning/calendar/revoke', {})
  expect((await app.request(second)).status).toBe(404)
  const third = await make()
  await asService(db, (tx) =>
    tx.updateTable('people_member').set({ left_at: clock.time }).where('person_id', '=', made.noor.personId).execute(),
  )
  expect((await app.request(third)).status).toBe(404)
  expect((await app.request(third.replace(/[\w-]{43}\.ics/, `${'a'.repeat(43)}.ics`))).status).toBe(404)
})

test('a file for once holds the whole pathway for whoever has no item of it', async () => {
  const made = await begun()
  const answer = await made.get(made.lead, '/learning/calendar.ics')
  expect(answer.headers.get('content-disposition')).toContain('attachment')
  expect((await answer.text()).match(/BEGIN:VEVENT/g)).toHaveLength(3)
})

test('once a week each person is told what of theirs ends this week or is late; nobody twice, and nobody when it is done', async () => {
  const made = await begun()
  const jobs = {
    db,
    now: () => clock.time,
    queueMail: deps.queueMail,
    origin: 'http://localhost:3000',
    findContent: async () => ({ pack: service.pack, release: service.release }),
  }
  const told = async (day: string) => {
    mail.length = 0
    await sendLearningReminders(jobs, day)
    return mail.filter(({ journeyId }) => journeyId === made.journeyId)
  }
  const [first] = await told('2030-01-14')
  expect(first).toMatchObject({ kind: 'reminder', to: { name: 'Max' }, subject: 'Your pathway this week' })
  expect(first?.paragraphs).toContain('Privacy: first steps (Cedar Flats), by January 20, 2030')
  expect(await told('2030-01-15')).toEqual([])
  clock.time = new Date('2030-02-05T15:00:00Z')
  const later = await told('2030-02-05')
  expect(later.map(({ to, language }) => [to.name, language])).toEqual(
    expect.arrayContaining([
      ['Max', 'en'],
      ['Noor', 'fr'],
    ]),
  )
  expect(later.find(({ to }) => to.name === 'Max')?.paragraphs).toContain(
    'Privacy: first steps (Cedar Flats), was planned by January 20, 2030',
  )
  clock.time = new Date('2030-02-12T15:00:00Z')
  await made.send(made.max, `/learning/items/${made.rows[0]?.id}/mine`, { do: 'done' })
  expect((await told('2030-02-12')).map(({ to }) => to.name)).toEqual(['Noor'])
  clock.time = new Date('2030-01-15T15:00:00Z')
})

test('the start page shows a person’s items of this week', async () => {
  const made = await begun()
  const start = async (who: { personId: string }) => pagesOf(service, '/en').read(who, '/start')
  expect(await start(made.max)).toContain('Privacy: first steps')
  expect(await start(made.lead)).not.toContain('On your pathways')
})
