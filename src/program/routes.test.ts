import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { aCommunity, aJourney, aPerson } from '../../test/builders/communities.ts'
import { signedInAs } from '../../test/sign-in.ts'
import { testApp } from '../../test/test-app.ts'
import { asPerson, asService } from '../people/index.ts'
import { runRetention } from './index.ts'
import { listDeletions, listProgramEvents } from './store.ts'

const service = await testApp()
const { app, db, clock, mail } = service
const administrator = await aPerson(service, { name: 'Ada', staff: ['administrator'] })
const manager = await aPerson(service, { name: 'Max', staff: ['manager'] })
const advisor = await aPerson(service, { name: 'Ann', staff: ['advisor'] })
const author = await aPerson(service, { staff: ['author'] })
const lead = await aPerson(service, { name: 'Lee' })
const communityId = await aCommunity(service, { name: 'Pine Harbour', members: [['lead', lead]] })
const journeyId = await aJourney(service, { communityId, by: lead, stage: 'interview' })

const get = (path: string, person: { personId: string }) =>
  app.request(path, { headers: signedInAs(person.personId), redirect: 'manual' })
const post = (path: string, person: { personId: string }, fields: Record<string, string> | FormData) =>
  app.request(path, {
    method: 'POST',
    headers: signedInAs(person.personId),
    body: fields instanceof FormData ? fields : new URLSearchParams(fields),
  })

test('public pages say what holds before anyone has set anything, in both languages', async () => {
  for (const page of ['contact', 'privacy', 'accessibility', 'terms']) {
    for (const language of ['en', 'fr']) {
      const response = await app.request(`/${language}/${page}`)
      expect(response.status).toBe(200)
      expect(await response.text()).toContain('<h1>')
    }
  }
  expect(await (await app.request('/en/privacy')).text()).toContain('24 months after a journey ends')
})

test('settings are saved, shown on public pages, and never overwrite someone else’s unseen', async () => {
  const page = await (await get('/en/program/settings', manager)).text()
  const version = /name="version" value="(\d+)"/.exec(page)?.[1] ?? ''
  const fields = {
    version,
    'name.en': 'Northern Steps',
    'name.fr': 'Pas du Nord',
    contactEmail: 'hello@example.org',
    weeks: '4',
    diagnosticDays: '12',
    answersMonths: '18',
    logsMonths: '24',
    minimumRespondents: '0',
    closedDays: '2030-07-01',
  }
  expect((await post('/en/program/settings', manager, fields)).status).toBe(303)
  expect(await (await app.request('/en/contact')).text()).toContain('hello@example.org')
  const second = await post('/en/program/settings', administrator, { ...fields, 'name.en': 'Other' })
  expect(second.status).toBe(409)
  expect(await second.text()).toContain('value="Other"')
})

test('settings that cannot be used come back with what was typed and which field', async () => {
  const fields = { version: '1', contactEmail: 'not an address', diagnosticDays: '400', answersMonths: '18' }
  const response = await post('/fr/program/settings', manager, fields)
  expect(response.status).toBe(422)
  const text = await response.text()
  expect(text).toContain('href="#contactEmail"')
  expect(text).toContain('href="#diagnosticDays"')
  expect(text).toContain('value="not an address"')
})

test('roles are given by an administrator, and someone always stays administrator', async () => {
  const newcomer = await aPerson(service, { name: 'Nia' })
  expect((await post(`/en/program/people/${newcomer.personId}`, administrator, { roles: 'expert' })).status).toBe(303)
  expect(await (await get('/en/program/people?find=Nia', administrator)).text()).toContain('Subject-matter expert')
  const last = await post(`/en/program/people/${administrator.personId}`, administrator, { roles: 'manager' })
  expect(last.status).toBe(409)
  expect(await last.text()).toContain('Someone must stay administrator')
  expect((await get('/en/program/people', manager)).status).toBe(403)
})

test('a manager opens a community with a reason that its people can read, and not without', async () => {
  const away = await get(`/en/journeys/${journeyId}`, manager)
  expect(away.status).toBe(303)
  expect(away.headers.get('location')).toContain(`/en/program/open/${communityId}`)
  expect((await post(`/en/program/open/${communityId}`, manager, { reason: 'short' })).status).toBe(422)
  const reason = 'The lead asked for help with a locked diagnostic.'
  const opened = await post(`/en/program/open/${communityId}`, manager, { reason, to: `/en/journeys/${journeyId}` })
  expect(opened.headers.get('location')).toBe(`/en/journeys/${journeyId}`)
  const openings = await asPerson(db, lead, (tx) => tx.selectFrom('people_opening').select('reason').execute())
  expect(openings).toEqual([{ reason }])
})

test('a journey is given to another advisor, who is told and gains access', async () => {
  const path = `/en/program/workload/${communityId}`
  expect((await post(path, manager, { advisor: '' })).status).toBe(422)
  expect((await post(path, manager, { advisor: advisor.personId })).status).toBe(303)
  expect(mail.at(-1)?.to.address).toBe(advisor.email)
  const seen = await asPerson(db, advisor, (tx) => tx.selectFrom('journey').select('id').execute())
  expect(seen).toEqual([{ id: journeyId }])
  expect(await (await get('/en/program', manager)).text()).toContain('Ann')
})

test('nobody is made the advisor of the community they belong to', async () => {
  const both = await aPerson(service, { name: 'Bea', staff: ['advisor'] })
  const own = await aCommunity(service, { name: 'Elk Crossing', members: [['lead', both]] })
  await aJourney(service, { communityId: own, by: both, stage: 'diagnostic' })
  const refused = await post(`/en/program/workload/${own}`, manager, { advisor: both.personId })
  expect(refused.status).toBe(422)
  expect((await post(`/en/program/workload/${own}`, manager, { advisor: advisor.personId })).status).toBe(303)
})

test('an incident needs its parts, is kept, and two changes at once are noticed', async () => {
  const fields = {
    happenedOn: '2030-01-10',
    noticedOn: '2030-01-09',
    what: 'A letter went to the wrong address',
    whose: 'One resident',
    seriousHarm: 'no',
    measures: 'Called the person who received it',
    told: 'The resident, the same day',
  }
  expect((await post('/en/program/incidents/new', manager, fields)).status).toBe(422)
  expect((await post('/en/program/incidents/new', manager, { ...fields, noticedOn: '2030-01-11' })).status).toBe(303)
  const list = await (await get('/en/program/incidents', manager)).text()
  const id = /incidents\/([0-9a-f-]{36})/.exec(list)?.[1]
  const change = { ...fields, noticedOn: '2030-01-11', closedOn: '2030-02-01', version: '1' }
  expect((await post(`/en/program/incidents/${id}`, manager, change)).status).toBe(303)
  expect((await post(`/en/program/incidents/${id}`, manager, change)).status).toBe(409)
})

test('logs go after their time, except under a legal hold, and a certificate stays', async () => {
  const held = await aCommunity(service, { name: 'Held Place' })
  const old = new Date(Date.now() - 30 * 31 * 86_400_000)
  await asService(db, async (tx) => {
    for (const community_id of [held, communityId]) {
      await tx.insertInto('journey_event').values({ community_id, at: old, act: 'journey.started' }).execute()
    }
  })
  const hold = await post('/en/program/retention/hold', manager, { community: held, reason: 'A request for access' })
  expect(hold.status).toBe(303)
  const removed = await runRetention({ db, now: () => clock.time }, { askedBy: 'rule', reason: 'months' })
  expect(removed).toBe(1)
  const left = await asService(db, (tx) =>
    tx.selectFrom('journey_event').select('community_id').where('at', '=', old).execute(),
  )
  expect(left).toEqual([{ community_id: held }])
  expect((await asPerson(db, manager, listDeletions))[0]?.counts).toEqual({ journey_event: 1 })
})

test('a community is deleted by its own people alone, exported, typed, with a certificate; never under a hold', async () => {
  const gone = await aCommunity(service, { name: 'Last Place', members: [['lead', lead]] })
  await aJourney(service, { communityId: gone, by: lead })
  const path = `/en/communities/${gone}/delete`
  const fields = { exported: 'yes', reason: 'We host it ourselves now', name: 'Last Place' }
  expect((await post(path, advisor, fields)).status).toBe(404)
  expect((await post(path, lead, { ...fields, name: 'Last place' })).status).toBe(422)
  await post('/en/program/retention/hold', manager, { community: gone, reason: 'A request for access' })
  expect((await post(path, lead, fields)).status).toBe(409)
  await post('/en/program/retention/lift', manager, { community: gone })
  const done = await post(path, lead, fields)
  expect(done.status).toBe(200)
  expect(await done.text()).toContain('This certifies that the data of Last Place was deleted')
  const left = await asService(db, (tx) =>
    tx.selectFrom('journey').select('id').where('community_id', '=', gone).execute(),
  )
  expect(left).toEqual([])
})

test('a pack is checked before it is published, and what is wrong is said by file', async () => {
  const upload = (files: Record<string, Uint8Array>) => {
    const form = new FormData()
    form.set('file', new File([new Uint8Array(zipSync(files))], 'pack.zip'))
    return post('/en/program/packs/files', author, form)
  }
  const files = await packFiles('content/sample')
  const { 'sample/duties.yaml': _, ...broken } = files
  const refused = await upload(broken)
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('duties.yaml')
  const good = await upload(files)
  expect(good.status).toBe(200)
  const ticket = /name="ticket" value="([0-9a-f-]+)"/.exec(await good.text())?.[1] ?? ''
  expect((await post('/en/program/packs/publish', author, { ticket })).status).toBe(303)
  expect((await post('/en/program/packs/publish', author, { ticket })).status).toBe(422)
  expect(await (await get('/en/program/packs', author)).text()).toContain('sample')
})

test('a pack that is no zip, or holds no pack, is refused in words', async () => {
  const form = new FormData()
  form.set('file', new File(['not a zip'], 'pack.zip'))
  expect(await (await post('/en/program/packs/files', author, form)).text()).toContain('not a ZIP file')
  const other = new FormData()
  other.set('file', new File([new Uint8Array(zipSync({ 'a.txt': new Uint8Array([1]) }))], 'pack.zip'))
  expect(await (await post('/fr/program/packs/files', author, other)).text()).toContain('ne contient pas pack.yaml')
})

test('a funder sees no figure of a few communities', async () => {
  const funder = await aPerson(service, { staff: ['funder'] })
  const text = await (await get('/en/program/totals', funder)).text()
  expect(text).toContain('too few communities')
  expect(text).not.toContain('Pine Harbour')
})

test('what the program’s people changed is on record in words', async () => {
  const events = await asPerson(db, administrator, (tx) => listProgramEvents(tx, undefined, 100))
  expect(new Set(events.map(({ act }) => act))).toContain('community.opened')
  const page = await (await get('/en/program/record', administrator)).text()
  for (const { act } of events) expect(page).not.toContain(`<td>${act}</td>`)
})

async function packFiles(folder: string): Promise<Record<string, Uint8Array>> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const contents = await Promise.all(files.map(async (file) => [file.replace('content/', ''), await readFile(file)]))
  return Object.fromEntries(contents.map(([name, content]) => [name, new Uint8Array(content as Buffer)]))
}
