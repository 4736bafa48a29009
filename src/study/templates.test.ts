import { expect, test } from 'vitest'
import { aCommunity, aJourney, aPerson } from '../../test/builders/communities.ts'
import { aPathway } from '../../test/builders/pathways.ts'
import { signedInAs } from '../../test/sign-in.ts'
import { testApp } from '../../test/test-app.ts'
import { readZip } from '../documents/zip.ts'
import { asPerson, asService } from '../people/index.ts'
import { withSettings } from '../platform/database/connection.ts'
import { ownStudy, templatesExport } from './index.ts'

const service = await testApp('sample')
const { app, db } = service
const template = 'template-shelf-list'
const at = `/en/learn/${template}`

const get = (personId: string, path: string) => app.request(path, { headers: signedInAs(personId) })
const post = (personId: string, path: string, form: Record<string, string>) =>
  app.request(path, {
    method: 'POST',
    headers: { ...signedInAs(personId), 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form),
  })
const filled = {
  'shelf.shelf-name': 'Tales',
  'shelf.checked-on': '2030-01-14',
  'shelf.books': '40',
  'shelf.room': 'dry',
  'worn.0.title': 'The old map',
  'worn.0.copies': '2',
  'worn.2.title': 'Songs',
  'worn.2.next': 'mend',
  'found.signs': 'tear',
  'found.remarks': 'Two are with Ada',
}
const lead = await aPerson(service, { name: 'Lee' })
const member = await aPerson(service, { name: 'Mo' })
const advisor = await aPerson(service, { name: 'Ava', staff: ['advisor'] })
const expert = await aPerson(service, { staff: ['expert'] })
const communityId = await aCommunity(service, {
  members: [
    ['lead', lead],
    ['contributor', member],
  ],
  assigned: [
    ['advisor', advisor],
    ['expert', expert],
  ],
})
const journeyId = await aJourney(service, { communityId, by: lead, stage: 'learning' })
await aPathway(service, { communityId, journeyId, by: lead, items: [{ item: template, people: [member] }] })

const filesOf = (personId: string) =>
  asPerson(db, { personId }, (tx) =>
    tx.selectFrom('journey_file').select(['id', 'name', 'purpose']).orderBy('uploaded_at').orderBy('name').execute(),
  )
const keptBy = async (personId: string, name = 'Shelf of tales') => {
  const kept = await post(personId, `${at}/form`, {
    ...filled,
    version: '0',
    act: 'keep',
    name,
    community: communityId,
  })
  expect(kept.status).toBe(303)
  return new URL(kept.headers.get('location') ?? '', 'http://localhost').pathname
}

test('a template is a form with every kind of field; a draft is saved and comes back', async () => {
  const { personId } = await aPerson(service)
  const empty = await (await get(personId, at)).text()
  expect(empty).toContain('name="shelf.shelf-name"')
  expect(empty).toContain('type="date"')
  expect(empty).toContain('name="worn.3.title"')
  expect(empty).toContain('You are in no community')
  expect((await post(personId, `${at}/form`, { ...filled, version: '0', act: 'save' })).status).toBe(303)
  const page = await (await get(personId, at)).text()
  expect(page).toContain('value="Tales"')
  expect(page).toMatch(/id="shelf.room-0"[^>]*checked/)
  // The line that was left empty is gone: the next one moved up.
  expect(page).toMatch(/name="worn.1.title"[^>]*value="Songs"/)
  expect(page).toMatch(/value="mend" selected/)
  expect(page).toContain('Two are with Ada</textarea>')
})

test('what does not fit is said at its field, and nothing typed is lost', async () => {
  const { personId } = await aPerson(service)
  const wrong = await post(personId, `${at}/form`, {
    'shelf.books': 'many',
    'worn.0.by': 'tomorrow',
    version: '0',
    act: 'save',
  })
  expect(wrong.status).toBe(422)
  const page = await wrong.text()
  expect(page).toContain('href="#shelf.books"')
  expect(page).toContain('Number of books: write a number, in digits')
  expect(page).toContain('href="#worn.0.by"')
  expect(page).toContain('value="many"')
})

test('a table grows by a button, without a script', async () => {
  const { personId } = await aPerson(service)
  const more = await post(personId, `${at}/form`, { ...filled, version: '0', add: 'worn:9' })
  expect(more.headers.get('location')).toBe(`${at}?rows=worn%3A9#worn`)
  const page = await (await get(personId, `${at}?rows=worn%3A9`)).text()
  expect(page).toContain('name="worn.8.title"')
  expect(page).toContain('value="worn:12"')
})

test('two devices of one person see both versions, and the draft is downloaded as Word, spreadsheet and PDF', async () => {
  const { personId } = await aPerson(service)
  await post(personId, `${at}/form`, { ...filled, version: '0', act: 'save' })
  const conflict = await post(personId, `${at}/form`, { 'shelf.shelf-name': 'Maps', version: '0', act: 'save' })
  expect(conflict.status).toBe(409)
  const page = await conflict.text()
  expect(page).toContain('This was changed elsewhere')
  expect(page).toContain('<dd class="written">Tales</dd>')
  expect(page).toContain('name="version" value="1"')
  for (const [format, start] of [
    ['docx', 'PK'],
    ['xlsx', 'PK'],
    ['pdf', '%PDF'],
  ] as const) {
    const file = await get(personId, `${at}/download/${format}`)
    expect(file.headers.get('content-disposition')).toContain(`.${format}`)
    expect(Buffer.from(await file.arrayBuffer()).toString('latin1', 0, 4)).toContain(start)
  }
  expect((await get(personId, `${at}/download/exe`)).status).toBe(404)
})

test('keeping asks for a community of one’s own, a name and something filled in', async () => {
  const stranger = await aPerson(service)
  const refused = await post(stranger.personId, `${at}/form`, {
    version: '0',
    act: 'keep',
    name: ' ',
    community: communityId,
  })
  expect(refused.status).toBe(422)
  const page = await refused.text()
  for (const words of ['Fill in at least one field', 'Choose a community', 'Give it a name']) {
    expect(page).toContain(words)
  }
})

test('a kept template is with the community’s files, marks the pathway, and its people write on', async () => {
  const address = await keptBy(member.personId)
  expect(address).toMatch(`/en/communities/${communityId}/templates/`)
  expect(await filesOf(member.personId)).toMatchObject([
    { name: 'shelf-of-tales-v1-en.docx', purpose: 'community' },
    { name: 'shelf-of-tales-v1-en.xlsx', purpose: 'community' },
  ])
  const share = await asPerson(db, lead, (tx) => tx.selectFrom('learning_share').select(['state']).execute())
  expect(share).toEqual([{ state: 'done' }])
  expect(await (await get(member.personId, at)).text()).toContain('You were done with this on')

  // The lead opens it as a form and saves a second version, in which Word holds the new words.
  const page = await (await get(lead.personId, address)).text()
  expect(page).toContain('value="Tales"')
  expect(page).toContain('Mo, ')
  const changed = { ...filled, 'shelf.shelf-name': 'Tales and maps', version: '1', act: 'save', name: 'Shelf of tales' }
  expect((await post(lead.personId, address, changed)).headers.get('location')).toBe(`${address}?changed`)
  const [, , newest] = (await filesOf(lead.personId)).filter(({ name }) => name.endsWith('.docx')).slice(-3)
  const word = (await filesOf(lead.personId)).find(({ name }) => name === 'shelf-of-tales-v2-en.docx') ?? newest
  const file = await get(lead.personId, `/en/communities/${communityId}/files/${word?.id}`)
  const parts = readZip(Buffer.from(await file.arrayBuffer()))
  const text = parts.find(({ name }) => name === 'word/document.xml')?.bytes.toString()
  expect(text).toContain('Tales and maps')

  // The member still has the first version open.
  const late = { ...filled, 'shelf.shelf-name': 'Legends', version: '1', act: 'save', name: 'Shelf of tales' }
  const conflict = await post(member.personId, address, late)
  expect(conflict.status).toBe(409)
  const both = await conflict.text()
  expect(both).toContain('<dd class="written">Tales and maps</dd>')
  expect(both).toContain('<dd class="written">Legends</dd>')
  expect(both).toContain('name="version" value="2"')
  const again = await post(member.personId, address, { ...late, version: '2' })
  expect(service.log.filter((line) => line.includes(' 500'))).toEqual([])
  expect(again.status).toBe(303)
  // The same values once more make no version.
  await post(member.personId, address, { ...late, version: '3' })
  const after = await (await get(advisor.personId, address)).text()
  expect(after).toContain('version 3')
  expect(after).not.toContain('version 4')
  expect((await post(lead.personId, address, { ...late, version: '3', name: '' })).status).toBe(422)
})

test('the list of filled-in templates is for the community’s people and its advisor', async () => {
  const list = `/en/communities/${communityId}/templates`
  const address = await keptBy(lead.personId, 'Second shelf')
  expect(await (await get(member.personId, list)).text()).toContain('Second shelf')
  expect((await get(advisor.personId, address)).status).toBe(200)
  expect((await get(expert.personId, list)).status).toBe(403)
  const stranger = await aPerson(service)
  for (const path of [list, address]) expect((await get(stranger.personId, path)).status).toBe(404)
  expect((await post(stranger.personId, address, { ...filled, version: '1', name: 'Mine' })).status).toBe(404)
  const seen = (personId: string) =>
    asPerson(db, { personId }, (tx) => tx.selectFrom('study_template_version').select('template_id').execute())
  expect(await seen(expert.personId)).toEqual([])
  expect(await seen(stranger.personId)).toEqual([])
  expect((await seen(advisor.personId)).length).toBeGreaterThan(0)
  expect((await get(lead.personId, `${list}/${journeyId}`)).status).toBe(404)
})

test('what a community filled in is in its export, and stays when the account of who wrote it goes', async () => {
  const writer = await aPerson(service, { name: 'Wen' })
  const own = await aCommunity(service, { name: 'Elk Crossing', members: [['lead', writer]] })
  const kept = await post(writer.personId, `${at}/form`, {
    ...filled,
    version: '0',
    act: 'keep',
    name: 'Ours',
    community: own,
  })
  expect(kept.status).toBe(303)
  const [file] = await asPerson(db, writer, (tx) =>
    templatesExport.collect(tx, { communityId: own, journeyId: undefined }),
  )
  expect(JSON.parse(String(file?.content))).toMatchObject({
    templates: [{ template, name: 'Ours', version: 1, values: { 'shelf-name': 'Tales' } }],
  })
  const rows = await asPerson(
    db,
    writer,
    async (tx) => {
      const found: Record<string, number> = {}
      for (const one of ownStudy) found[one.name] = (await one.export(tx, { personId: writer.personId })).length
      return found
    },
    { purpose: 'export' },
  )
  expect(rows).toEqual({
    'learning-notes': 0,
    'learning-checks': 0,
    'learning-results-shared': 0,
    'learning-drafts': 1,
    'templates-kept': 1,
    'learning-events': 4,
    learning: 1,
  })
  await get(writer.personId, '/en/account/data/export.json')
  const deleted = await post(writer.personId, '/en/account/data/delete', { email: writer.email })
  expect(deleted.status).toBe(200)
  const left = await asService(db, async (tx) => ({
    versions: await tx
      .selectFrom('study_template_version')
      .select(['saved_by'])
      .where('community_id', '=', own)
      .execute(),
    templates: await tx
      .selectFrom('study_template')
      .select(['name', 'created_by'])
      .where('community_id', '=', own)
      .execute(),
  }))
  expect(left).toEqual({ versions: [{ saved_by: null }], templates: [{ name: 'Ours', created_by: null }] })
  const gone = await withSettings(db, { 'waymark.person': writer.personId }, async (tx) => [
    await tx.selectFrom('study_enrolment').select('item').execute(),
    await tx.selectFrom('study_event').select('id').execute(),
    await tx.selectFrom('study_draft').select('item').execute(),
  ])
  expect(gone).toEqual([[], [], []])
})
