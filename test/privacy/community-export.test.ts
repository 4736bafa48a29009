import { expect, test } from 'vitest'
import { readZip } from '../../src/documents/zip.ts'
import { asPerson } from '../../src/people/index.ts'
import { readCsv } from '../../src/platform/csv.ts'
import { aLockedBaseline } from '../builders/baselines.ts'
import { aCommunity, aJourney, aPerson } from '../builders/communities.ts'
import { pagesOf } from '../builders/validations.ts'
import { signedInAs } from '../sign-in.ts'
import { testApp } from '../test-app.ts'

const service = await testApp()
const { app, db, clock } = service
const advisor = await aPerson(service, { name: 'Ada', staff: ['advisor'] })

/** A community with a published report card, planted notes of every kind, and messages; and its export. */
async function exported(respondents: Parameters<typeof aLockedBaseline>[1]['respondents']) {
  const lead = await aPerson(service, { name: 'Lee' })
  const communityId = await aCommunity(service, { members: [['lead', lead]], assigned: [['advisor', advisor]] })
  const journeyId = await aJourney(service, { communityId, by: lead, stage: 'report-card' })
  await aLockedBaseline(service, { communityId, journeyId, advisor, respondents })
  const here = { community_id: communityId, journey_id: journeyId }
  await asPerson(db, lead, async (tx) => {
    const entry = { ...here, language: 'en', version: 1, updated_at: clock.time }
    await tx
      .insertInto('interview_entry')
      .values([
        { ...entry, part: 'need-1', text: 'A need that is shared' },
        { ...entry, part: 'block:opening', text: 'A note that is shared' },
        { ...entry, part: 'block:today', text: 'PLANTED note that stays', stays_with_us: true },
      ])
      .execute()
    await tx
      .insertInto('interview_kept_note')
      .values({ ...here, block: 'kept', text: 'PLANTED kept note', version: 1, updated_at: clock.time })
      .execute()
    await tx
      .insertInto('desk_message')
      .values({
        ...here,
        id: crypto.randomUUID(),
        written_by: lead.personId,
        body: 'A message',
        form_key: 'k',
        at: clock.time,
      })
      .execute()
    await tx
      .insertInto('people_consent')
      .values({
        community_id: communityId,
        use: 'research',
        granted: true,
        decided_on: '2030-01-01',
        recorded_at: clock.time,
      })
      .execute()
  })
  await asPerson(db, advisor, async (tx) => {
    for (const { id } of await tx
      .selectFrom('diagnostic_respondent')
      .select('id')
      .where('community_id', '=', communityId)
      .execute()) {
      await tx
        .insertInto('diagnostic_note')
        .values({
          respondent_id: id,
          community_id: communityId,
          component: 'data-inventory',
          text: `PLANTED answer note`,
          updated_at: clock.time,
        })
        .execute()
    }
  })
  const { send, read, field } = pagesOf(service, `/en/journeys/${journeyId}/report-card`)
  await send(advisor, '/review', { read: 'yes' })
  const published = await send(advisor, '/publish', { changes: field(await read(advisor, '/review'), 'changes') })
  expect(published.status).toBe(303)
  const answer = await app.request(`/en/communities/${communityId}/export`, {
    method: 'POST',
    headers: { ...signedInAs(lead.personId), 'content-type': 'application/x-www-form-urlencoded' },
    body: '',
  })
  expect(answer.status).toBe(200)
  const entries = readZip(Buffer.from(await answer.arrayBuffer()))
  const texts = new Map(
    entries
      .filter(({ name }) => !name.endsWith('.pdf'))
      .map(({ name, bytes }) => [name.replace(/^journeys\/[^/]+\//, ''), bytes.toString('utf8')]),
  )
  const table = (name: string) => {
    const read = readCsv(texts.get(name) ?? '')
    if (!read.ok) throw new Error(`${name} is no table`)
    const { header, records } = read.cells
    return records.map((cells) => Object.fromEntries(header.map((column, index) => [column, cells[index] ?? ''])))
  }
  return { texts, table }
}

const withheldEverywhere = (texts: Map<string, string>) => {
  for (const [name, text] of texts) {
    expect([name, /PLANTED/.test(text)]).toEqual([name, false])
    // Codes of respondents stand beside answers only.
    expect([name, /"respondent"|\bR[12]\b/.test(text)]).toEqual([name, false])
  }
}

/** Levels whose means would show as they are: 0.25, 1.75. */
const said = (practice: number) => ({ 'data-inventory': { practice, knowledge: practice, wanted: 4, importance: 3 } })

test('the export of a community with two respondents holds no answer and no figure made of them', async () => {
  const { texts, table } = await exported([said(1), said(2)])
  withheldEverywhere(texts)
  const rows = table('report-card.csv').filter((row) => row.component === 'data-inventory')
  expect(rows.map(({ status, byLevel, score, level, gap }) => [status, byLevel, score, level, gap])).toEqual([
    ['withheld', '', '', '', ''],
    ['withheld', '', '', '', ''],
  ])
  const card = texts.get('documents/report-card-v1.json') ?? ''
  expect(card).not.toMatch(/"score": ?1\.5/)
})

test('the export of a community with four respondents holds no answer, no count by level and no exact figure', async () => {
  const { texts, table } = await exported([said(0), said(1), said(3), said(3)])
  withheldEverywhere(texts)
  const [practice] = table('report-card.csv').filter((row) => row.component === 'data-inventory')
  expect(practice).toMatchObject({ status: 'scored', byLevel: '', score: '1.8' })
  for (const [name, text] of texts) expect([name, text.includes('1.75')]).toEqual([name, false])
})

test('the export holds what is the community’s, each column described in both languages', async () => {
  const { texts, table } = await exported([said(1), said(2), said(3)])
  expect(table('interview.csv').map(({ part, text }) => [part, text])).toEqual([
    ['need-1', 'A need that is shared'],
    ['note:opening', 'A note that is shared'],
  ])
  expect(table('participation.csv')).toMatchObject([{ round: 'baseline', invited: '3', handedIn: '3' }])
  expect(table('messages.csv')).toMatchObject([{ by: 'Lee', text: 'A message' }])
  expect(table('consents.csv')).toMatchObject([{ use: 'research', granted: 'yes' }])
  expect(texts.get('record.csv')).toBeDefined()
  for (const language of ['en', 'fr']) {
    const described = table(`data-dictionary.${language}.csv`)
    for (const name of ['interview', 'participation', 'report-card', 'messages']) {
      const header = (texts.get(`${name}.csv`) ?? '').replace('\uFEFF', '').split(/\r?\n/)[0]?.split(',') ?? []
      const fields = described.filter(({ file }) => file === `journeys/*/${name}.csv`).map(({ field }) => field)
      expect({ name, fields }).toEqual({ name, fields: header })
    }
  }
})
