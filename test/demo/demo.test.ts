import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { cast } from '../../src/demo/cast.ts'
import { prepareDemo } from '../../src/demo/index.ts'
import { stages, timeLine } from '../../src/domain/stages.ts'
import { listPauses } from '../../src/journey/record/index.ts'
import { asService } from '../../src/people/index.ts'
import { signedInAs } from '../sign-in.ts'
import { testApp } from '../test-app.ts'

const service = await testApp()
const { app, db, clock } = service
const today = new Date()
const faults: string[] = []
let people: ReadonlyMap<string, string>

const setting = () => ({
  db,
  today,
  queueMail: service.deps.queueMail,
  write: () => undefined,
  open: (given: Parameters<Parameters<typeof prepareDemo>[0]['open']>[0]) => {
    const write = (line: string) => void (/ 5\d\d /.test(line) && faults.push(line))
    const told = createApp({ ...service.deps, ...given, write })
    return (request: Request) => told.fetch(request)
  },
})

beforeAll(async () => {
  clock.time = today
  people = await prepareDemo(setting())
}, 240_000)

const journeys = () =>
  asService(db, (tx) =>
    tx
      .selectFrom('journey')
      .innerJoin('people_community as community', 'community.id', 'journey.community_id')
      .select(['journey.id', 'community.id as community', 'community.name', 'community.invented', 'journey.stage'])
      .select(['journey.state', 'journey.language', 'journey.alone', 'journey.weeks', 'journey.clock_from'])
      .execute(),
  )

test('nothing broke on the way', () => {
  expect(faults).toEqual([])
})

test('there is a journey in every stage and side state, two in French, one alone, and every community is marked as invented', async () => {
  const all = await journeys()
  expect([...new Set(all.map(({ stage }) => stage))].sort()).toEqual([...stages].sort())
  expect(new Set(all.map(({ state }) => state))).toEqual(new Set(['active', 'paused', 'withdrawn']))
  const requests = await asService(db, (tx) => tx.selectFrom('request').select('state').execute())
  expect(new Set(requests.map(({ state }) => state))).toEqual(
    new Set(['received', 'asked-back', 'declined', 'accepted']),
  )
  expect(all.filter(({ language }) => language === 'fr').length).toBeGreaterThanOrEqual(2)
  expect(all.some(({ alone }) => alone)).toBe(true)
  expect(all.filter(({ invented }) => !invented)).toEqual([])
})

test('two journeys are late, and one has a finding that is disputed', async () => {
  const late = await asService(db, async (tx) => {
    const found: string[] = []
    for (const journey of await journeys()) {
      if (journey.state !== 'active') continue
      const line = {
        stage: journey.stage as (typeof stages)[number],
        weeks: journey.weeks as 4 | 6,
        clockFrom: journey.clock_from ?? undefined,
        pauses: await listPauses(tx, journey.id),
      }
      if (timeLine(line, today).late) found.push(journey.name)
    }
    return found
  })
  expect(late.length).toBeGreaterThanOrEqual(2)
  const entries = await asService(db, (tx) => tx.selectFrom('validation_entry').select('value').execute())
  expect(entries.filter(({ value }) => JSON.stringify(value).includes('"disputed"'))).not.toEqual([])
})

/** What pages say where there is nothing to list. */
const empty =
  />(No message yet|There is no file yet|There are no actions yet|Nothing has been deleted yet|No staff member has read|Nobody has been invited|There are no open requests|No incident|Rien n’a encore été supprimé|No session is booked yet|Aucune séance n’est réservée|No advisor or expert has joined|Le répertoire ne compte encore personne|You have no certificate yet|Vous n’avez pas encore de certificat|No certificate was issued yet|No package is kept yet|Aucun module n’est encore conservé|Nothing waits, and nothing is published yet|Rien n’attend, et rien n’est encore publié)/

test('what is listed for each role is not empty', async () => {
  const pages: Record<string, string[]> = {
    manager: [
      '/en/program',
      '/en/program/requests',
      '/en/program/advisors',
      '/en/program/incidents',
      '/en/program/retention',
      '/en/program/credentials',
      '/en/desk/support',
    ],
    administrator: ['/fr/program/people', '/fr/program/outbox', '/fr/program/record', '/fr/program/settings'],
    author: ['/fr/program/packs', '/fr/program/packages', '/fr/program/library', '/fr/program/answers'],
    funder: ['/en/program/totals'],
    'advisor-1': ['/en/desk', '/en/desk/slots', '/en/directory', '/en/desk/support', '/en/search?q=Pine'],
    'advisor-2': ['/fr/desk', '/fr/desk/slots'],
    'advisor-3': ['/en/desk', '/en/desk/slots'],
    'expert-1': ['/en/desk/questions', '/en/desk/support', '/en/desk/sessions', '/en/directory/me'],
    'expert-2': ['/fr/desk/questions', '/fr/desk/sessions'],
    'pine-lead': ['/en/start', '/en/account', '/en/account/data', '/en/account/mail', '/en/credentials'],
    'pine-clerk': ['/en/learn', '/en/learn/notes', '/en/support', '/en/credentials'],
    'lac-greffe': ['/fr/learn', '/fr/support', '/fr/credentials'],
  }
  const all = await journeys()
  const pine = all.find(({ name }) => name === 'Pine Harbour')
  for (const part of ['', '/request', '/interview', '/report-card', '/draft-plan', '/validation', '/final-plan']) {
    pages['pine-lead']?.push(`/en/journeys/${pine?.id}${part}`)
  }
  for (const part of ['/actions', '/documents', '/messages', '/record', '/learning']) {
    pages['pine-lead']?.push(`/en/journeys/${pine?.id}${part}`)
  }
  for (const part of ['', '/members', '/consent', '/reads', '/files', '/templates', '/support', '/support/sessions']) {
    pages['pine-lead']?.push(`/en/communities/${pine?.community}${part}`)
  }
  const poor: string[] = []
  for (const [id, addresses] of Object.entries(pages)) {
    for (const address of addresses) {
      const answer = await app.request(address, { headers: signedInAs(people.get(id) ?? '') })
      const html = await answer.text()
      if (answer.status !== 200 || empty.test(html)) poor.push(`${answer.status} ${id} ${address}`)
    }
  }
  expect(poor).toEqual([])
})

test('pathways are alive: items in every state, hours, a board planned again, closed and done; templates mark actions', async () => {
  const found = await asService(db, async (tx) => ({
    items: await tx.selectFrom('learning_item').select('state').distinct().execute(),
    boards: await tx.selectFrom('learning_board').select(['closed_at', 'done_at']).execute(),
    marked: await tx.selectFrom('learning_action').select('action_id').execute(),
    hours: await tx.selectFrom('learning_hours').select('source').distinct().execute(),
    events: await tx.selectFrom('journey_event').select('act').distinct().execute(),
  }))
  expect(found.items.map(({ state }) => state).sort()).toEqual(['doing', 'done', 'planned', 'prior', 'set-aside'])
  expect(found.boards.some((board) => board.closed_at)).toBe(true)
  expect(found.boards.some((board) => board.done_at)).toBe(true)
  expect(found.marked).not.toEqual([])
  expect(found.hours.length).toBeGreaterThanOrEqual(2)
  const acts = found.events.map(({ act }) => act)
  for (const act of ['learning.planned-again', 'learning.moved', 'template.kept', 'support.session-held'])
    expect(acts).toContain(act)
})

test('questions, sessions and certificates stand as they would after some weeks', async () => {
  const found = await asService(db, async (tx) => ({
    questions: await tx.selectFrom('support_question').select(['state', 'thanks']).execute(),
    sessions: await tx.selectFrom('support_session').select('state').distinct().execute(),
    certificates: await tx.selectFrom('credentials_issued').select(['kind', 'hidden', 'revoked_by']).execute(),
  }))
  const states = new Set(found.questions.map(({ state }) => state))
  expect(states).toEqual(new Set(['open', 'follow-up', 'closed']))
  expect(found.questions.some(({ thanks }) => thanks)).toBe(true)
  expect(found.sessions.map(({ state }) => state).sort()).toEqual(['booked', 'held'])
  expect(new Set(found.certificates.map(({ kind }) => kind))).toEqual(new Set(['course', 'pathway']))
  expect(found.certificates.some(({ hidden }) => hidden)).toBe(true)
  expect(found.certificates.some((one) => one.revoked_by)).toBe(true)
  expect(found.certificates.some((one) => !one.hidden && !one.revoked_by)).toBe(true)
})

test('with no person set the server reads no row of anyone’s, however much is there', async () => {
  const { rows: tables } = await sql<{ name: string }>`
    SELECT c.relname AS name FROM pg_class c
    WHERE c.relkind = 'r' AND c.relnamespace = 'waymark'::regnamespace
      AND has_table_privilege(c.oid, 'SELECT') ORDER BY 1`.execute(db)
  const open: string[] = []
  for (const { name } of tables) {
    const { rows } = await sql<{ n: string }>`SELECT count(*) AS n FROM ${sql.table(name)}`.execute(db)
    if (Number(rows[0]?.n) > 0) open.push(name)
  }
  // What is published for all: content with its search, answers worded for everyone, the program's name and contact, and the list that
  // says of a number, never of a name, whether a certificate still holds.
  const published = [
    'content_release',
    'migration',
    'program_setting',
    'library_entry',
    'library_word',
    'support_published',
  ]
  expect(open.filter((name) => ![...published, 'credentials_list', 'credentials_status'].includes(name))).toEqual([])
})

test('the page to sign in as anyone exists in the demonstration alone', async () => {
  expect((await app.request('/en/demo')).status).toBe(404)
  const demo = createApp({ ...service.deps, demoPeople: people })
  const page = await (await demo.request('/fr/demo')).text()
  for (const { name } of cast.filter(({ staff }) => staff.length > 0)) expect(page).toContain(name)
  const answer = await demo.request('/en/demo', {
    method: 'POST',
    body: new URLSearchParams({ person: 'advisor-1' }),
    headers: { 'sec-fetch-site': 'same-origin' },
  })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/en/desk'])
  const [cookie = ''] = answer.headers.getSetCookie().map((one) => one.split(';')[0])
  expect((await demo.request('/en/desk', { headers: { cookie } })).status).toBe(200)
})

test('a later start keeps what is there', async () => {
  const before = (await journeys()).length
  expect(await prepareDemo(setting())).toEqual(people)
  expect(await journeys()).toHaveLength(before)
})
