import { expect, test } from 'vitest'
import { aCommunity, aJourney, aPerson } from '../../../test/builders/communities.ts'
import { signedInAs } from '../../../test/sign-in.ts'
import { testApp } from '../../../test/test-app.ts'
import { releaseFinder } from '../../content/releases.ts'
import { asPerson } from '../../people/index.ts'
import { findLatestDocument, getDocument } from '../record/index.ts'
import { freezeDueSummaries, interviewExport, interviewFacts, interviewTextsOf, needsOf } from './index.ts'

const service = await testApp()
const { app, db, mail, clock, deps } = service
const advisor = await aPerson(service, { name: 'Ada', staff: ['advisor'] })
const expertPerson = await aPerson(service, { name: 'Eli', staff: ['expert'] })

const send = (personId: string, path: string, fields: Record<string, string | string[]>, data = false) => {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one)
  return app.request(path, {
    method: 'POST',
    headers: {
      ...signedInAs(personId),
      'content-type': 'application/x-www-form-urlencoded',
      ...(data ? { accept: 'application/json' } : {}),
    },
    body: body.toString(),
  })
}
const read = async (personId: string, path: string) =>
  (await app.request(path, { headers: signedInAs(personId) })).text()

async function place(given: { alone?: boolean } = {}) {
  const lead = await aPerson(service, { name: 'Lee' })
  const communityId = await aCommunity(service, {
    name: 'Cedar Flats',
    members: [['lead', lead]],
    ...(given.alone
      ? {}
      : {
          assigned: [
            ['advisor', advisor],
            ['expert', expertPerson],
          ],
        }),
  })
  const journeyId = await aJourney(service, {
    communityId,
    by: lead,
    stage: 'interview',
    ...(given.alone ? { alone: true } : {}),
  })
  return { lead, communityId, journeyId, at: `/en/journeys/${journeyId}/interview` }
}

const needs = {
  'need-1': 'Nobody knows which data we hold.',
  'need-1-tags': ['data-inventory', 'data-quality'],
  'need-1-version': '0',
  strengths: 'People help each other.',
  'strengths-version': '0',
  hopes: 'One list that we trust.',
  'hopes-version': '0',
}
const versionOf = (html: string) => /name="version" value="(\d+)"/.exec(html)?.[1] ?? ''

test('the guide shows its blocks with questions, probes and a place for notes, and says that nothing is recorded', async () => {
  const { at } = await place()
  const guide = await read(advisor.personId, `${at}/guide`)
  expect(guide.match(/interview\/guide\/[a-z-]+"/g)).toHaveLength(8)
  expect(guide).toContain('Nothing is recorded.')
  const block = await read(advisor.personId, `${at}/guide/needs`)
  expect(block).toContain('Which problems would you most like to see solved, up to three?')
  expect(block).toContain('What would happen if nothing changed for a year?')
  expect(block).toContain('<textarea')
  const french = await read(advisor.personId, `${at}/guide/needs`.replace('/en/', '/fr/'))
  expect(french).toContain('Quels problèmes aimeriez-vous le plus voir réglés')
})

test('the guide can be printed, to be filled in by hand', async () => {
  const { at } = await place()
  const answer = await app.request(`${at}/guide.pdf`, { headers: signedInAs(advisor.personId) })
  expect(answer.headers.get('content-type')).toBe('application/pdf')
  expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(5000)
})

test('two tabs never overwrite each other unseen: the second sees both texts', async () => {
  const { at } = await place()
  const path = `${at}/guide/needs`
  const first = await send(advisor.personId, path, { note: 'From the first tab', version: '0' }, true)
  expect(await first.json()).toEqual({ versions: { version: 1 } })
  const quiet = await send(advisor.personId, path, { note: 'From the second tab', version: '0' }, true)
  expect(quiet.status).toBe(409)
  const second = await send(advisor.personId, path, { note: 'From the second tab', version: '0' })
  expect(second.status).toBe(409)
  const page = await second.text()
  expect(page).toContain('Nothing was overwritten.')
  expect(page).toContain('From the first tab')
  expect(page).toContain('From the second tab')
  const merged = await send(advisor.personId, path, { note: 'Both together', version: versionOf(page) })
  expect(merged.status).toBe(303)
  expect(await read(advisor.personId, path)).toContain('Both together')
})

test('the same text sent twice is saved once', async () => {
  const { at } = await place()
  const fields = { note: 'Said once', version: '0' }
  expect((await send(advisor.personId, `${at}/guide/place`, fields)).status).toBe(303)
  expect((await send(advisor.personId, `${at}/guide/place`, fields)).status).toBe(303)
})

test('notes are for the community and its advisor: an expert does not see them, and a lead with an advisor does not write them', async () => {
  const { at, lead } = await place()
  await send(advisor.personId, `${at}/guide/needs`, { note: 'About the mayor', version: '0' })
  expect(await read(lead.personId, `${at}/guide/needs`)).toContain('About the mayor')
  const refused = await app.request(`${at}/guide/needs`, { headers: signedInAs(expertPerson.personId) })
  expect(refused.status).toBe(403)
  expect((await send(lead.personId, `${at}/guide/needs`, { note: 'x', version: '1' })).status).toBe(403)
})

test('what a member keeps with the community is hidden from staff in pages and in the database', async () => {
  const { at, lead, journeyId } = await place()
  const kept = await send(lead.personId, `${at}/guide/relations/kept`, { kept: 'Stays among us', version: '0' })
  expect(kept.status).toBe(303)
  expect(await read(lead.personId, `${at}/guide/relations`)).toContain('Stays among us')
  expect(await read(advisor.personId, `${at}/guide/relations`)).not.toContain('Stays among us')
  const rows = await asPerson(db, advisor, (tx) =>
    tx.selectFrom('interview_kept_note').selectAll().where('journey_id', '=', journeyId).execute(),
  )
  expect(rows).toEqual([])
  expect((await send(advisor.personId, `${at}/guide/relations/kept`, { kept: 'x', version: '1' })).status).toBe(403)
})

test('needs are written in their words and tagged with several components', async () => {
  const { at, journeyId, lead } = await place()
  const saved = await send(advisor.personId, `${at}/needs`, needs)
  expect(saved.status).toBe(303)
  const page = await read(advisor.personId, `${at}/needs`)
  expect(page).toContain('Nobody knows which data we hold.')
  expect(await asPerson(db, lead, (tx) => needsOf(tx, journeyId))).toEqual(['data-inventory', 'data-quality'])
  const texts = await asPerson(db, lead, (tx) => interviewTextsOf(tx, journeyId))
  expect(texts.needs[0]?.components).toEqual(['data-inventory', 'data-quality'])
  expect(texts.hopes?.text).toBe('One list that we trust.')
  const long = await send(advisor.personId, `${at}/needs`, { hopes: 'x'.repeat(601), 'hopes-version': '1' })
  expect(long.status).toBe(422)
})

test('of a form with several parts only the one that someone else changed is asked about', async () => {
  const { at } = await place()
  await send(advisor.personId, `${at}/needs`, needs)
  const answer = await send(advisor.personId, `${at}/needs`, {
    ...needs,
    'need-1': 'Another wording',
    'strengths-version': '1',
    strengths: 'New strengths',
  })
  expect(answer.status).toBe(409)
  const page = await answer.text()
  expect(page).toContain('Another wording')
  const saved = await read(advisor.personId, `${at}/summary`)
  expect(saved).toContain('New strengths')
  expect(saved).toContain('Nobody knows which data we hold.')
})

test('a summary without a tagged need cannot be shared', async () => {
  const { at } = await place()
  await send(advisor.personId, `${at}/needs`, { 'need-1': 'Only words', 'need-1-version': '0' })
  const version = versionOf(await read(advisor.personId, `${at}/summary`))
  const answer = await send(advisor.personId, `${at}/share`, { version })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('Choose at least one component for this need')
})

test('the lead corrects within three days, each correction is shown, and confirming freezes and publishes the summary', async () => {
  const { at, lead, journeyId } = await place()
  const facts = () => asPerson(db, lead, (tx) => interviewFacts(tx, journeyId, clock.time))
  await send(advisor.personId, `${at}/needs`, needs)
  await send(advisor.personId, `${at}/guide/needs`, { note: 'A private remark', version: '0', stays: 'yes' })
  expect(await facts()).toEqual({ notesChecked: false, needsTagged: true })
  const start = mail.length
  const version = versionOf(await read(advisor.personId, `${at}/summary`))
  expect((await send(advisor.personId, `${at}/share`, { version })).status).toBe(303)
  const [asked, reminder] = mail.slice(start)
  expect(asked?.to.name).toBe('Lee')
  expect(reminder?.notBefore?.toISOString()).toBe('2030-01-17T15:00:00.000Z')
  expect(reminder?.cancelTag).toBe(`interview.correction:${journeyId}`)
  expect(await read(lead.personId, `${at}/summary`)).toContain('until January 18, 2030')

  const corrected = await send(lead.personId, `${at}/correct`, {
    'need-1': 'Nobody knows which data we hold, or where.',
    'need-1-version': '1',
    strengths: 'People help each other.',
    'strengths-version': '1',
  })
  expect(corrected.status).toBe(303)
  expect(mail.at(-1)?.to.name).toBe('Ada')
  const page = await read(advisor.personId, `${at}/summary`)
  expect(page).toContain('Nobody knows which data we hold.')
  expect(page).toContain('Nobody knows which data we hold, or where.')
  expect(await asPerson(db, lead, (tx) => needsOf(tx, journeyId))).toEqual(['data-inventory', 'data-quality'])

  const stale = await send(lead.personId, `${at}/confirm`, { version })
  expect(stale.status).toBe(409)
  const now = versionOf(await read(lead.personId, `${at}/summary`))
  expect((await send(lead.personId, `${at}/confirm`, { version: now })).status).toBe(303)
  expect(await facts()).toEqual({ notesChecked: true, needsTagged: true })
  const document = await asPerson(db, lead, async (tx) => {
    const latest = await findLatestDocument(tx, journeyId, 'needs-summary')
    return getDocument(tx, journeyId, latest?.id ?? '')
  })
  const models = JSON.stringify(document.models)
  expect(models).toContain('Nobody knows which data we hold, or where.')
  expect(models).not.toContain('A private remark')
  expect(JSON.stringify(document.data)).not.toContain('A private remark')
  // The text stays as it was written, marked with its language.
  expect(JSON.stringify(document.models.fr)).toContain('"language":"en"')
  expect((await send(advisor.personId, `${at}/needs`, { ...needs, 'need-1-version': '2' })).status).toBe(409)
})

test('three days without a word count as checked, and the summary is frozen by itself', async () => {
  const { at, lead, journeyId } = await place()
  const time = clock.time
  await send(advisor.personId, `${at}/needs`, needs)
  await send(advisor.personId, `${at}/share`, { version: versionOf(await read(advisor.personId, `${at}/summary`)) })
  clock.time = new Date(time.getTime() + 3 * 86_400_000)
  expect((await asPerson(db, lead, (tx) => interviewFacts(tx, journeyId, clock.time))).notesChecked).toBe(true)
  expect(await freezeDueSummaries({ db, now: deps.now, findContent: releaseFinder(db) })).toBeGreaterThan(0)
  clock.time = time
  const document = await asPerson(db, lead, (tx) => findLatestDocument(tx, journeyId, 'needs-summary'))
  expect(document?.version).toBe(1)
})

test('opening a frozen summary again leaves what was published, and freezing it again makes version 2', async () => {
  const { at, lead, journeyId } = await place({ alone: true })
  await send(lead.personId, `${at}/needs`, needs)
  const confirm = async () =>
    send(lead.personId, `${at}/confirm`, { version: versionOf(await read(lead.personId, `${at}/summary`)) })
  expect((await confirm()).status).toBe(303)
  expect((await send(lead.personId, `${at}/reopen`, { reason: '' })).status).toBe(422)
  await send(lead.personId, `${at}/reopen`, { reason: 'A need was missing' })
  await send(lead.personId, `${at}/needs`, {
    'need-2': 'Staff leave.',
    'need-2-tags': 'staffing-continuity',
    'need-2-version': '0',
  })
  await confirm()
  const document = await asPerson(db, lead, (tx) => findLatestDocument(tx, journeyId, 'needs-summary'))
  expect([document?.version, document?.reason]).toEqual([2, 'A need was missing'])
})

test('an export has the notes but none that stays with the community', async () => {
  const { at, lead, journeyId, communityId } = await place()
  await send(advisor.personId, `${at}/guide/needs`, { note: 'May leave', version: '0' })
  await send(advisor.personId, `${at}/guide/people`, { note: 'Stays', version: '0', stays: 'yes' })
  const [file] = await asPerson(db, lead, (tx) => interviewExport.collect(tx, { communityId, journeyId }))
  expect(String(file?.content)).toContain('note:needs,en,May leave')
  expect(String(file?.content)).not.toContain('Stays')
})

test('language and consent are noted, and an older form does not overwrite them', async () => {
  const { at } = await place()
  expect((await send(advisor.personId, `${at}/guide`, { version: '0' })).status).toBe(422)
  const fields = { language: 'fr', wishes: 'An interpreter', agreed: 'yes', version: '0' }
  expect((await send(advisor.personId, `${at}/guide`, fields)).status).toBe(303)
  expect((await send(advisor.personId, `${at}/guide`, { ...fields, language: 'en' })).status).toBe(409)
  expect(await read(advisor.personId, `${at}/guide`)).toContain('An interpreter')
})
