import { createHash, randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { asPerson, asService } from '../../src/people/index.ts'
import { readCsv } from '../../src/platform/csv.ts'
import { withSettings } from '../../src/platform/database/connection.ts'
import { aCommunity, aJourney, aPerson } from '../builders/communities.ts'
import { aRespondent, aRound } from '../builders/diagnostic.ts'
import { signedInAs } from '../sign-in.ts'
import { testApp } from '../test-app.ts'

const service = await testApp()
const { app, db, clock, pack, release } = service
const at = clock.time
const ona = await aPerson(service, { name: 'Ona', email: 'ona@example.org', staff: ['advisor', 'expert'] })
const other = await aPerson(service, { name: 'Somebody Else', staff: ['advisor', 'expert'] })
const communityId = await aCommunity(service, {
  members: [
    ['lead', other],
    ['lead', ona],
  ],
  assigned: [['advisor', other]],
})
const advised = await aCommunity(service, {
  name: 'Elk Crossing',
  assigned: [
    ['advisor', ona],
    ['advisor', other],
  ],
})
const journeyId = await aJourney(service, { communityId, by: other, stage: 'final-plan' })
const component = pack.components[0]?.id ?? ''
const here = { community_id: communityId, journey_id: journeyId }

const get = (path: string) => app.request(path, { headers: signedInAs(ona.personId) })
const post = (path: string, fields: Record<string, string>) =>
  app.request(path, {
    method: 'POST',
    headers: { ...signedInAs(ona.personId, { strong: true }), 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields),
  })

/** What someone does in every room; each text begins with `mark`, so that it can be found again. */
async function beActiveAs(who: typeof ona, mark: string) {
  const by = who.personId
  await asService(db, async (tx) => {
    const requestId = randomUUID()
    await tx
      .insertInto('request')
      .values({
        id: requestId,
        state: 'accepted',
        community_name: `${mark} community`,
        contact_name: `${mark} contact`,
        contact_role: 'Clerk',
        email: who.email,
        language: 'en',
        hopes: `${mark} hopes`,
        consented_at: at,
        token_hash: createHash('sha256').update(mark).digest(),
        received_at: at,
      })
      .execute()
    const message = { request_id: requestId, language: 'en', at }
    await tx
      .insertInto('request_message')
      .values([
        { ...message, id: randomUUID(), from_program: false, body: `${mark} request answer` },
        { ...message, id: randomUUID(), from_program: true, body: 'OTHER program question' },
      ])
      .execute()
    await tx
      .insertInto('request_carried')
      .values({
        ...here,
        id: randomUUID(),
        person_id: by,
        email: who.email,
        release,
        answers: JSON.stringify({ note: `${mark} self-check` }),
        consented_at: at,
      })
      .execute()
    await tx
      .insertInto('interview_entry')
      .values({
        ...here,
        part: `block:${mark}`,
        text: `${mark} interview note`,
        language: 'en',
        version: 1,
        updated_at: at,
        updated_by: by,
      })
      .execute()
    await tx
      .insertInto('interview_correction')
      .values({
        ...here,
        part: 'hopes',
        before: mark === 'OWN' ? 'OTHER before' : 'OWN before, of the other’s correction',
        after: `${mark} correction`,
        language: 'en',
        at,
        person_id: by,
      })
      .execute()
    await tx
      .insertInto('interview_participant')
      .values({ ...here, id: randomUUID(), person_id: by, role: `${mark} participant`, position: 1 })
      .execute()
    await tx
      .insertInto('report_card_comment')
      .values({
        ...here,
        part: `domain:${mark}`,
        text: `${mark} review`,
        language: 'en',
        version: 1,
        updated_at: at,
        updated_by: by,
      })
      .execute()
    await tx
      .insertInto('action_plan_comment')
      .values({
        ...here,
        id: randomUUID(),
        part: 'message',
        text: `${mark} plan comment`,
        language: 'en',
        written_by: by,
        written_at: at,
      })
      .execute()
    const [asker, expert] = mark === 'OWN' ? [by, other.personId] : [by, ona.personId]
    await tx
      .insertInto('action_plan_expert_question')
      .values({
        ...here,
        id: randomUUID(),
        part: 'message',
        question: `${mark} question`,
        language: 'en',
        expert_id: expert,
        asked_by: asker,
        asked_at: at,
        answer: mark === 'OWN' ? 'OTHER expert answer' : 'OWN expert answer',
        answered_at: at,
      })
      .execute()
    const action = { ...here, language: 'en', origin: 'added', created_at: at, updated_at: at }
    await tx
      .insertInto('action_plan_action')
      .values({ ...action, id: randomUUID(), title: `${mark} action`, owner_id: by })
      .execute()
    const entry = { ...here, version: mark === 'OWN' ? 1 : 2, person_id: by, at }
    await tx
      .insertInto('validation_entry')
      .values({ ...entry, block: 'open', value: JSON.stringify({ text: `${mark} open point` }) })
      .execute()
    await tx
      .insertInto('final_plan_entry')
      .values({ ...entry, block: 'message', value: JSON.stringify({ text: `${mark} final message` }) })
      .execute()
    await tx
      .insertInto('desk_message')
      .values({ ...here, id: randomUUID(), written_by: by, body: `${mark} message`, form_key: mark, at })
      .execute()
    await tx
      .insertInto('journey_file')
      .values({
        ...here,
        id: randomUUID(),
        uploaded_by: by,
        purpose: 'evidence',
        name: `${mark} file.txt`,
        media_type: 'text/plain',
        size: 4,
        sha256: createHash('sha256').update('file').digest(),
        content: Buffer.from('file'),
        uploaded_at: at,
      })
      .execute()
  })
  // What stays with the community, only its own people write.
  await asPerson(db, who, (tx) =>
    tx
      .insertInto('interview_kept_note')
      .values({ ...here, block: mark, text: `${mark} kept note`, version: 1, updated_at: at, updated_by: by })
      .execute(),
  )
}

beforeAll(async () => {
  await beActiveAs(other, 'OTHER')
  await beActiveAs(ona, 'OWN')
  await asService(db, (tx) =>
    tx
      .insertInto('action_plan_draft')
      .values({
        ...here,
        basis: '{}',
        request_hash: '',
        solution: '{}',
        engine: '{}',
        edits: JSON.stringify([
          { n: 1, by: ona.personId, at: at.toISOString(), edit: { kind: 'words', text: 'OWN plan words' } },
          { n: 2, by: other.personId, at: at.toISOString(), edit: { kind: 'words', text: 'OTHER plan words' } },
        ]),
        worked_out_at: at,
      })
      .execute(),
  )
  await asPerson(db, ona, (tx) =>
    tx
      .insertInto('desk_note')
      .values({ community_id: advised, body: 'OWN advisor note', updated_at: at, updated_by: ona.personId })
      .execute(),
  )
  const roundId = await aRound(service, { communityId, journeyId, lead: other, components: [component] })
  for (const [person, mark] of [
    [ona, 'OWN'],
    [other, 'OTHER'],
  ] as const) {
    const answers = {
      [component]: {
        given: { practice: 2, knowledge: 1 },
        rubricVersion: pack.components[0]?.rubricVersion ?? 1,
        note: `${mark} answer note`,
      },
    }
    const given = { communityId, roundId, lead: other, person, role: `${mark} role`, answers, handedIn: true }
    const { id } = await aRespondent(service, given)
    await asPerson(db, person, (tx) =>
      tx
        .insertInto('diagnostic_evidence')
        .values({
          id: randomUUID(),
          respondent_id: id,
          community_id: communityId,
          component,
          link: `https://example.org/${mark}-evidence`,
          added_at: at,
        })
        .execute(),
    )
  }
  // From here on, Ona has left everything.
  await asService(db, async (tx) => {
    await tx.updateTable('people_member').set({ left_at: at }).where('person_id', '=', ona.personId).execute()
    await tx.updateTable('people_assignment').set({ ended_at: at }).where('person_id', '=', ona.personId).execute()
  })
})

const ownTexts = [
  'OWN hopes',
  'OWN request answer',
  'OWN self-check',
  'OWN interview note',
  'OWN kept note',
  'OWN correction',
  'OWN participant',
  'OWN answer note',
  'OWN role',
  'OWN-evidence',
  'OWN file.txt',
  'OWN review',
  'OWN plan comment',
  'OWN plan words',
  'OWN question',
  'OWN expert answer',
  'OWN action',
  'OWN open point',
  'OWN final message',
  'OWN message',
  'OWN advisor note',
]

test('who was active everywhere and left exports each of their own texts, and nothing of others', async () => {
  const json = await (await get('/en/account/data/export.json')).text()
  const csv = await (await get('/fr/account/data/export.csv')).text()
  for (const text of [json, csv]) {
    expect(ownTexts.filter((one) => !text.includes(one))).toEqual([])
    expect([...text.matchAll(/OTHER[^"\n]*/g)].map(([found]) => found)).toEqual([])
    expect(text).not.toContain('of the other’s correction')
    expect(text).not.toContain(other.personId)
    expect(text).not.toContain('Somebody Else')
  }
  expect(readCsv(csv).ok).toBe(true)
})

test('withdrawing takes the answers and what was brought along out, and leaves what others said', async () => {
  const done = await post('/en/account/data/withdraw', { from: communityId, confirm: 'yes' })
  expect(done.status).toBe(303)
  const voices = await asService(db, (tx) =>
    tx.selectFrom('diagnostic_respondent').select(['role', 'withdrawn_at']).orderBy('role').execute(),
  )
  expect(voices.map((row) => [row.role, row.withdrawn_at !== null])).toEqual([
    ['OTHER role', false],
    ['OWN role', true],
  ])
  const carried = (who: { personId: string }) =>
    asPerson(db, who, (tx) => tx.selectFrom('request_carried').select('id').execute())
  expect(await carried(ona)).toEqual([])
  expect(await carried(other)).toHaveLength(1)
})

test('deleting the account takes what is theirs alone; the community keeps its record without the name', async () => {
  await asService(db, (tx) => tx.deleteFrom('people_role').where('person_id', '=', ona.personId).execute())
  const done = await post('/en/account/data/delete', { email: ona.email })
  expect(done.status).toBe(200)
  const left = await asService(db, async (tx) => ({
    roles: await tx.selectFrom('diagnostic_respondent').select('role').execute(),
    answers: await tx.selectFrom('diagnostic_answer').select('component').execute(),
    notes: await tx.selectFrom('diagnostic_note').select('text').execute(),
    evidence: await tx.selectFrom('diagnostic_evidence').select('link').execute(),
    files: await tx.selectFrom('journey_file').select('name').execute(),
    requests: await tx.selectFrom('request').select(['contact_name', 'email']).orderBy('email').execute(),
    entries: await tx.selectFrom('interview_entry').select(['text', 'updated_by']).execute(),
    messages: await tx.selectFrom('desk_message').select(['body', 'written_by']).execute(),
  }))
  expect(left.roles.map(({ role }) => role).toSorted()).toEqual(['OTHER role', null])
  expect(left.answers).toHaveLength(1)
  expect(left.notes).toEqual([{ text: 'OTHER answer note' }])
  expect(left.evidence).toEqual([{ link: 'https://example.org/OTHER-evidence' }])
  expect(left.files).toEqual([{ name: 'OTHER file.txt' }])
  expect(left.requests).toEqual(
    [
      { contact_name: '-', email: 'deleted@invalid' },
      { contact_name: 'OTHER contact', email: other.email },
    ].toSorted((a, b) => a.email.localeCompare(b.email)),
  )
  expect(left.entries).toContainEqual({ text: 'OWN interview note', updated_by: null })
  expect(left.messages).toContainEqual({ body: 'OWN message', written_by: null })
  const account = await withSettings(db, { 'waymark.purpose': 'identity' }, (tx) =>
    tx.selectFrom('people_person').select('id').where('id', '=', ona.personId).executeTakeFirst(),
  )
  expect(account).toBeUndefined()
})
