import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { aLearningJourney } from '../../../test/builders/signed-plans.ts'
import { pagesOf } from '../../../test/builders/validations.ts'
import { testApp } from '../../../test/test-app.ts'
import { type LearningRecordData, learningRecordDocument } from '../../documents/learning-record-document.ts'
import { asPerson, asService } from '../../people/index.ts'
import { insertAction, listActions } from '../action-plan/index.ts'
import { findLatestDocument, getJourney, insertFile } from '../record/index.ts'
import { findMarked } from './actions-store.ts'
import { listBoardRows } from './board-store.ts'
import { learningExport, ownLearning, templateKept } from './index.ts'
import { matchingAction } from './templates.ts'

const service = await testApp()
const { db, deps, clock } = service
const items = ['privacy-first-steps', 'guide-privacy-checks', 'template-privacy-check']
const roomDeps = {
  queueMail: deps.queueMail,
  origin: 'http://localhost:3000',
  now: () => clock.time,
  findContent: async () => ({ pack: service.pack, release: service.release }),
}

const begun = async () => {
  const made = await aLearningJourney(service, { items })
  const pages = pagesOf(service, made.at)
  await pages.read(made.lead, '/learning')
  const rows = () => asPerson(db, made.lead, (tx) => listBoardRows(tx, made.journeyId))
  return { ...made, ...pages, rows }
}

test('the journey leaves learning when nothing is open or the lead asked to close, and the record is published then', async () => {
  const made = await begun()
  const move = async () => {
    const { version } = await asPerson(db, made.lead, (tx) => getJourney(tx, made.journeyId))
    return made.send(made.lead, '/move', { version: String(version), from: 'learning' })
  }
  expect((await move()).status).toBe(422)
  const [course] = await made.rows()
  await made.send(made.lead, `/learning/items/${course?.id}/state`, { state: 'done' })
  expect((await made.send(made.lead, '/learning/close', { reason: '' })).status).toBe(422)
  await made.send(made.lead, '/learning/close', { reason: 'Half of the team left.' })
  expect(await made.read(made.max, '/learning')).toContain('Half of the team left.')
  await made.send(made.lead, '/learning/close/take-back', {})
  expect((await move()).status).toBe(422)
  await made.send(made.lead, '/learning/close', { reason: 'Half of the team left.' })
  expect((await move()).status).toBe(303)
  const record = await asPerson(db, made.lead, (tx) => findLatestDocument(tx, made.journeyId, 'learning-record'))
  const data = record?.data as LearningRecordData
  expect(data.closed?.reason.text).toBe('Half of the team left.')
  expect(data.items.map(({ state }) => state)).toEqual(['done', 'planned', 'planned'])
  expect(JSON.stringify(data)).not.toContain('Max')
  const html = await made.read(made.lead, `/documents/${record?.id}`)
  for (const words of ['Learning record', 'What was done', 'Closed before everything was done', 'What is open'])
    expect(html, words).toContain(words)
  expect((await made.send(made.lead, '/learning/close', { reason: 'Again.' })).status).toBe(409)
})

test('the record so far and the board come as page, PDF, Word and text, in both languages', async () => {
  const made = await begun()
  expect(await made.read(made.lead, '/learning/record')).toContain('So far')
  const french = pagesOf(service, `/fr/journeys/${made.journeyId}`)
  expect(await french.read(made.noor, '/learning/record')).toContain('Compte rendu de l’apprentissage')
  for (const file of ['board.pdf', 'record.pdf', 'record.docx', 'record.txt']) {
    const answer = await made.get(made.lead, `/learning/${file}`)
    expect([file, answer.status]).toEqual([file, 200])
    expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(500)
  }
})

test('the record keeps what someone wrote in the language it was written in', () => {
  const data: LearningRecordData = {
    schemaVersion: 1,
    community: 'Cedar Flats',
    date: '2030-04-01',
    startsOn: '2030-01-14',
    planVersion: 1,
    progress: { done: 2, planned: 2, share: 1 },
    hoursSpent: 0,
    people: 0,
    sessions: 0,
    templatesKept: 0,
    items: [
      {
        item: 'privacy-first-steps',
        hours: 2,
        spent: 0,
        firstWeek: 1,
        lastWeek: 1,
        state: 'prior',
        people: 0,
        peopleDone: 0,
        reasons: [],
        reason: { text: 'Suivi l’an dernier.', language: 'fr' },
      },
    ],
  }
  const model = learningRecordDocument({ pack: service.pack, language: 'en', data, published: true })
  expect(JSON.stringify(model.blocks)).toContain('{"text":"Suivi l’an dernier.","language":"fr"}')
})

test('a template belongs to the open action on its component that is due first', () => {
  const action = (id: string, given: Partial<Parameters<typeof matchingAction>[1][number]> = {}) => ({
    id,
    component: 'privacy-protection',
    status: 'planned' as const,
    due: undefined,
    ...given,
  })
  const actions = [
    action('elsewhere', { component: 'open-data', due: '2030-01-01' }),
    action('done', { status: 'done', due: '2030-01-02' }),
    action('no-day'),
    action('later', { due: '2030-05-01' }),
    action('sooner', { due: '2030-04-01', status: 'doing' }),
  ]
  expect(matchingAction(['privacy-protection'], actions)).toBe('sooner')
  expect(matchingAction(['privacy-protection'], actions.slice(0, 3))).toBe('no-day')
  expect(matchingAction(['data-quality'], actions)).toBeUndefined()
})

test('a template that is kept marks its action, with the file that shows it, and people can undo that', async () => {
  const made = await begun()
  const { communityId, journeyId, lead, max } = made
  const fileId = await asPerson(db, max, async (tx) => {
    await insertAction(tx, {
      id: randomUUID(),
      journeyId,
      communityId,
      language: 'en',
      values: {
        component: 'privacy-protection',
        title: 'Write down one privacy check',
        description: '',
        due: undefined,
        effortHours: undefined,
        costCents: undefined,
        status: 'planned',
        ownerId: undefined,
        ownerName: '',
      },
      at: clock.time,
      by: lead.personId,
    })
    return insertFile(tx, {
      upload: {
        name: 'check.txt',
        mediaType: 'text/plain',
        content: Buffer.from('x'),
        sha256: Buffer.alloc(32),
      } as Parameters<typeof insertFile>[1]['upload'],
      communityId,
      journeyId,
      purpose: 'community',
      by: max.personId,
      at: clock.time,
    })
  })
  const kept = { journeyId, communityId, item: 'template-privacy-check', fileId, at: clock.time }
  const template = (await made.rows()).find(({ item }) => item === 'template-privacy-check')
  await made.send(lead, `/learning/items/${template?.id}/people`, { person: made.noor.personId })
  const keep = (who: { personId: string }) =>
    asPerson(db, who, (tx) => templateKept(roomDeps, tx, { ...kept, personId: who.personId }))
  const action = async () => (await asPerson(db, lead, (tx) => listActions(tx, journeyId)))[0]
  // Noor has it too, so that it is being done.
  await keep(max)
  expect(await action()).toMatchObject({ status: 'doing', doneFileId: fileId })
  await keep(made.noor)
  expect(await action()).toMatchObject({ status: 'done', doneFileId: fileId })
  const html = await made.read(lead, `/learning/items/${template?.id}`)
  expect(html).toContain('Write down one privacy check: done')
  expect(await made.read(lead, '/learning')).toContain('Marked an action: Write down one privacy check')
  const actionId = (await action())?.id ?? ''
  expect((await made.send(lead, `/learning/actions/${actionId}/undo`, {})).status).toBe(303)
  expect(await action()).toMatchObject({ status: 'planned', doneFileId: undefined })
  expect((await asPerson(db, lead, (tx) => findMarked(tx, journeyId)))[0]?.undoneAt).toEqual(clock.time)
  expect((await made.send(lead, `/learning/actions/${actionId}/undo`, {})).status).toBe(409)
})

test('the community’s export holds items, states and hours in all, and nobody’s name', async () => {
  const made = await begun()
  const [file] = await asPerson(db, made.lead, (tx) =>
    learningExport.collect(tx, { communityId: made.communityId, journeyId: made.journeyId }),
  )
  const text = String(file?.content)
  expect(text).toContain('privacy-first-steps,,1,1,2,0,planned,0,0,')
  expect(text).not.toContain('Max')
  const [header = ''] = text.replace('\ufeff', '').split(/\r?\n/)
  expect(learningExport.dictionary.map(({ field }) => field)).toEqual(header.split(','))
})

test('a person takes along what was theirs, even after they left, and may take their hours out of the total', async () => {
  const made = await begun()
  const [course] = await made.rows()
  await made.send(made.max, `/learning/items/${course?.id}/mine`, { do: 'take' })
  await made.send(made.max, `/learning/items/${course?.id}/hours`, { key: randomUUID(), hours: '2' })
  await asService(db, (tx) =>
    tx.updateTable('people_member').set({ left_at: clock.time }).where('person_id', '=', made.max.personId).execute(),
  )
  const asOwn = <T>(act: Parameters<typeof asPerson<T>>[2]) => asPerson(db, made.max, act, { purpose: 'export' })
  expect(await asOwn((tx) => ownLearning.export(tx, made.max))).toMatchObject([
    { entry: 'item', item: 'privacy-first-steps', state: 'planned' },
    { entry: 'hours', hours: 2, state: 'own' },
  ])
  const given = { personId: made.max.personId, communityId: made.communityId, at: clock.time }
  expect(await asOwn(async (tx) => ownLearning.withdraw?.(tx, given))).toBe(1)
})
