import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { aCommunity, aJourney, aPerson } from '../../../test/builders/communities.ts'
import { aRespondent, aRound, locked } from '../../../test/builders/diagnostic.ts'
import { signedInAs } from '../../../test/sign-in.ts'
import { testApp } from '../../../test/test-app.ts'
import { asPerson, asService } from '../../people/index.ts'
import type { ComponentAnswer } from '../../self-check/questions/index.ts'
import { saveAnswer } from './answer-store.ts'
import { answerSetOf, findBaseline, ownAnswers, responsesOf } from './index.ts'
import { isLockedError, lockRow, setLocked } from './round-store.ts'

const service = await testApp()
const { app, db, clock, pack } = service
const lead = await aPerson(service, { name: 'Lee Lead' })
const ada = await aPerson(service, { name: 'Ada Clerk' })
const bo = await aPerson(service, { name: 'Bo Works' })
const advisor = await aPerson(service, { staff: ['advisor'] })
const manager = await aPerson(service, { staff: ['manager'] })
const stranger = await aPerson(service)
const communityId = await aCommunity(service, {
  members: [
    ['lead', lead],
    ['contributor', ada],
    ['contributor', bo],
  ],
  assigned: [['advisor', advisor]],
})
const elsewhere = await aCommunity(service, { name: 'Elk Crossing', members: [['lead', stranger]] })
const journeyId = await aJourney(service, { communityId, by: lead, stage: 'diagnostic' })
const otherJourney = await aJourney(service, { communityId: elsewhere, by: stranger, stage: 'diagnostic' })
const [first, other] = pack.components.map(({ id }) => id) as [string, string]
const said = (level: number, note?: string): ComponentAnswer => ({
  given: { practice: level, knowledge: level },
  wanted: 3,
  rubricVersion: pack.components[0]?.rubricVersion ?? 1,
  ...(note ? { note } : {}),
})
let roundId = ''
let adaIs = { id: '', code: '' }
let boIs = { id: '', code: '' }

beforeAll(async () => {
  roundId = await aRound(service, { communityId, journeyId, lead, components: [first, other] })
  const common = { communityId, roundId, lead, handedIn: true }
  // A note that is brought in stays with its writer until they say otherwise.
  adaIs = await aRespondent(service, {
    ...common,
    person: ada,
    role: 'Clerk',
    answers: { [first]: said(1, 'Only for us') },
  })
  boIs = await aRespondent(service, { ...common, person: bo, role: 'Works', answers: { [first]: said(3) } })
})

const answersSeenBy = (who: { personId: string }, purpose?: 'compute' | 'export') =>
  asPerson(
    db,
    who,
    (tx) => tx.selectFrom('diagnostic_answer').select(['respondent_id', 'component']).execute(),
    purpose ? { purpose } : {},
  )

test('in the database itself the lead, a manager and a stranger read no answer, each respondent their own', async () => {
  expect(await answersSeenBy(lead)).toEqual([])
  expect(await answersSeenBy(manager)).toEqual([])
  expect(await answersSeenBy(manager, 'compute')).toEqual([])
  expect(await answersSeenBy(stranger)).toEqual([])
  expect(await answersSeenBy(stranger, 'compute')).toEqual([])
  expect((await answersSeenBy(ada)).map((row) => row.respondent_id)).toEqual([adaIs.id])
  expect(await answersSeenBy(advisor)).toHaveLength(2)
  // To compute, and for nothing else, the community's own people read them, by code.
  expect(await answersSeenBy(lead, 'compute')).toHaveLength(2)
  expect(await answersSeenBy(lead, 'export')).toEqual([])
})

test('a note that stays with us is invisible to staff in the database, and to the lead', async () => {
  const notes = (who: { personId: string }) =>
    asPerson(db, who, (tx) => tx.selectFrom('diagnostic_note').select('text').execute())
  expect(await notes(ada)).toEqual([{ text: 'Only for us' }])
  expect(await notes(advisor)).toEqual([])
  expect(await notes(lead)).toEqual([])
  const responses = await asPerson(db, advisor, (tx) => responsesOf(tx, roundId))
  expect(JSON.stringify(responses)).not.toContain('Only for us')
  const page = await app.request(`/en/journeys/${journeyId}/diagnostic/responses`, {
    headers: signedInAs(advisor.personId),
  })
  expect(await page.text()).not.toContain('Only for us')
})

test('the advisor knows codes and roles; whose they are is not theirs to read', async () => {
  const responses = await asPerson(db, advisor, (tx) => responsesOf(tx, roundId))
  expect(responses.map(({ code, role }) => [code, role])).toEqual([
    [adaIs.code, 'Clerk'],
    [boIs.code, 'Works'],
  ])
  const people = await asPerson(db, advisor, (tx) => tx.selectFrom('diagnostic_person').selectAll().execute())
  expect(people).toEqual([])
})

test('nobody can make themselves a respondent who has answered already', async () => {
  await expect(
    asPerson(db, lead, (tx) =>
      tx
        .insertInto('diagnostic_person')
        .values({
          id: randomUUID(),
          community_id: communityId,
          respondent_id: adaIs.id,
          person_id: lead.personId,
          added_by: lead.personId,
        })
        .execute(),
    ),
  ).rejects.toThrow('already answered')
})

test('no route shows one person’s answers to the lead, and none shows anything to a stranger', async () => {
  const paths = ['', '/answer', `/answer/${first}`, '/responses', '/enter', `/enter/${adaIs.id}`, '/lock']
  for (const path of [...paths, `/enter/${adaIs.id}/answer/${first}`, `/respondents/${adaIs.id}`]) {
    const address = `/en/journeys/${journeyId}/diagnostic${path}`
    const asLead = await app.request(address, { headers: signedInAs(lead.personId) })
    expect(await asLead.text(), path).not.toContain('Only for us')
    if (path.startsWith('/enter') || path === '/responses') expect(asLead.status, path).toBe(403)
    expect((await app.request(address, { headers: signedInAs(stranger.personId) })).status, path).toBe(404)
    const asBo = await app.request(address, { headers: signedInAs(bo.personId) })
    expect(await asBo.text(), path).not.toContain('Only for us')
  }
  expect(elsewhere).not.toBe(communityId)
})

test('the set for the engine holds codes and roles, blanks for what was asked, and no notes', async () => {
  const set = await asPerson(db, lead, (tx) => answerSetOf(tx, roundId), { purpose: 'compute' })
  expect(set.rows).toHaveLength(8)
  expect(set.release).toBe(service.release)
  expect([...new Set(set.rows.map(({ respondent }) => respondent))]).toEqual([adaIs.code, boIs.code])
  expect(set.rows.find(({ component }) => component === other)?.given).toEqual({ kind: 'blank' })
  expect(JSON.stringify(set)).not.toContain('Only for us')
  expect(JSON.stringify(set)).not.toContain('Ada')
  // Without the purpose the lead computes from nothing.
  expect((await asPerson(db, lead, (tx) => answerSetOf(tx, roundId))).rows).toEqual([])
})

test('figures of two show only once both have agreed', async () => {
  const agree = (who: { personId: string }, value: string) =>
    app.request(`/en/journeys/${journeyId}/diagnostic/own/pair`, {
      method: 'POST',
      headers: { ...signedInAs(who.personId), 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ agree: value }),
    })
  await agree(ada, 'yes')
  await agree(bo, 'yes')
  await agree(bo, 'no')
  await locked(service, roundId, lead)
  expect(await asPerson(db, lead, (tx) => findBaseline(tx, journeyId))).toMatchObject({
    respondents: 2,
    pairAgreed: false,
  })
  expect((await agree(bo, 'yes')).status).toBe(409)
})

test('a locked round refuses an answer in the database, whoever writes it', async () => {
  for (const who of [ada, advisor]) {
    const write = asPerson(db, who, (tx) =>
      saveAnswer(tx, {
        respondentId: adaIs.id,
        roundId,
        communityId,
        component: first,
        answer: said(4),
        staysWithUs: false,
        version: 1,
        entered: 'self',
        at: clock.time,
      }),
    )
    await expect(write).rejects.toSatisfy(isLockedError)
  }
})

test('nobody takes a place in a round by themselves, and the lead joins nobody who answers alone', async () => {
  const round = await aRound(service, { communityId: elsewhere, journeyId: otherJourney, lead: stranger })
  const alone = await aRespondent(service, { communityId: elsewhere, roundId: round, lead: stranger, person: stranger })
  const empty = randomUUID()
  await asPerson(db, stranger, (tx) =>
    tx
      .insertInto('diagnostic_respondent')
      .values({
        id: empty,
        community_id: elsewhere,
        round_id: round,
        code: 'R9',
        kind: 'paper',
        invited_at: clock.time,
      })
      .execute(),
  )
  const take = (who: { personId: string }, community: string, respondent = alone.id) =>
    asPerson(db, who, (tx) =>
      tx
        .insertInto('diagnostic_person')
        .values({ id: randomUUID(), community_id: community, respondent_id: respondent, person_id: who.personId })
        .execute(),
    )
  await expect(take(bo, communityId, empty)).rejects.toThrow(/row-level security/)
  // Not even under the name of a community where one runs the round.
  await expect(take(lead, communityId, empty)).rejects.toThrow(/same_community/)
  const other = await aPerson(service)
  await asService(db, (tx) =>
    tx
      .insertInto('people_member')
      .values({ community_id: elsewhere, person_id: other.personId, role: 'lead', joined_at: clock.time })
      .execute(),
  )
  await expect(take(other, elsewhere)).rejects.toThrow(/answers alone/)
})

test('a file given with an answer is read with that answer alone, in the database itself', async () => {
  const fileId = randomUUID()
  await asPerson(db, bo, async (tx) => {
    await tx
      .insertInto('journey_file')
      .values({
        id: fileId,
        community_id: communityId,
        journey_id: journeyId,
        uploaded_by: bo.personId,
        purpose: 'evidence',
        name: 'register.txt',
        media_type: 'text/plain',
        size: 1,
        sha256: Buffer.alloc(32),
        content: Buffer.from('x'),
        uploaded_at: clock.time,
      })
      .execute()
    await tx
      .insertInto('diagnostic_evidence')
      .values({
        id: randomUUID(),
        respondent_id: boIs.id,
        community_id: communityId,
        component: first,
        file_id: fileId,
        added_at: clock.time,
      })
      .execute()
  })
  const seen = (who: { personId: string }) =>
    asPerson(db, who, (tx) => tx.selectFrom('journey_file').select('id').where('id', '=', fileId).execute())
  expect(await seen(bo)).toHaveLength(1)
  expect(await seen(advisor)).toHaveLength(1)
  expect(await seen(lead)).toEqual([])
  expect(await seen(ada)).toEqual([])
})

test('an answer that is being written and a lock wait for each other: after the lock nothing slips in', async () => {
  const community = await aCommunity(service, { name: 'Birch Point', members: [['lead', lead]] })
  const journey = await aJourney(service, { communityId: community, by: lead, stage: 'diagnostic' })
  const round = await aRound(service, { communityId: community, journeyId: journey, lead })
  const given = { communityId: community, roundId: round, lead, person: lead, answers: { [first]: said(2) } }
  const { id } = await aRespondent(service, { ...given, handedIn: true })
  const write = (level: number) =>
    asPerson(db, lead, (tx) =>
      saveAnswer(tx, {
        respondentId: id,
        roundId: round,
        communityId: community,
        component: first,
        answer: said(level),
        staysWithUs: false,
        version: 1,
        entered: 'self',
        at: clock.time,
      }),
    )
  let writing: Promise<boolean | 'refused'> | undefined
  await asPerson(db, lead, async (tx) => {
    await lockRow(tx, round)
    writing = write(4).catch((error) => {
      if (isLockedError(error)) return 'refused'
      throw error
    })
    await setLocked(tx, round, { wording: {}, by: lead.personId, at: clock.time })
  })
  expect(await writing).toBe('refused')
  const kept = await asPerson(db, lead, (tx) =>
    tx.selectFrom('diagnostic_answer').select('answer').where('round_id', '=', round).execute(),
  )
  expect(kept[0]?.answer).toMatchObject({ given: { practice: 2 } })
})

test('a person exports, withdraws and deletes what is theirs, also after they left the community', async () => {
  await asService(db, (tx) =>
    tx.updateTable('people_member').set({ left_at: clock.time }).where('person_id', '=', ada.personId).execute(),
  )
  expect(await answersSeenBy(ada)).toEqual([])
  const purpose = { purpose: 'export' as const }
  const exported = await asPerson(db, ada, (tx) => ownAnswers.export(tx, ada), purpose)
  expect(exported).toHaveLength(2)
  expect(exported[0]).toMatchObject({ component: first, level: 1, wanted: 3, note: 'Only for us' })
  expect(await asPerson(db, stranger, (tx) => ownAnswers.export(tx, stranger), purpose)).toEqual([])

  const taken = await asPerson(
    db,
    ada,
    (tx) => ownAnswers.withdraw?.(tx, { personId: ada.personId, communityId, at: clock.time }) ?? Promise.resolve(0),
    purpose,
  )
  expect(taken).toBe(1)
  const set = await asPerson(db, lead, (tx) => answerSetOf(tx, roundId), { purpose: 'compute' })
  expect(new Set(set.rows.map(({ respondent }) => respondent))).toEqual(new Set([boIs.code]))
  expect(
    (await asPerson(db, advisor, (tx) => responsesOf(tx, roundId))).find(({ withdrawn }) => withdrawn)?.answers,
  ).toEqual([])

  const erased = await asPerson(
    db,
    ada,
    (tx) => ownAnswers.erase?.(tx, { personId: ada.personId, at: clock.time }) ?? Promise.resolve(0),
    purpose,
  )
  expect(erased).toBe(1)
  expect((await asService(db, (tx) => tx.selectFrom('diagnostic_note').selectAll().execute())).length).toBe(0)
  expect(await asPerson(db, ada, (tx) => ownAnswers.export(tx, ada), purpose)).toEqual([])
})

test('the record names no respondent: neither who handed in, nor which of two did not agree', async () => {
  const place = await aCommunity(service, {
    name: 'Cedar Flats',
    members: [
      ['lead', lead],
      ['contributor', ada],
    ],
    assigned: [['advisor', advisor]],
  })
  const journey = await aJourney(service, { communityId: place, by: lead, stage: 'diagnostic' })
  const round = await aRound(service, { communityId: place, journeyId: journey, lead, components: [first] })
  await aRespondent(service, { communityId: place, roundId: round, lead, person: ada, answers: { [first]: said(2) } })
  const post = (path: string, fields: Record<string, string>) =>
    app.request(`/en/journeys/${journey}/diagnostic/own/${path}`, {
      method: 'POST',
      headers: { ...signedInAs(ada.personId), 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields),
    })
  await post('pair', { agree: 'yes' })
  await post('pair', { agree: 'no' })
  await post('submit', {})
  const events = await asPerson(db, lead, (tx) =>
    tx
      .selectFrom('journey_event')
      .select(['act', 'person_id'])
      .where('journey_id', '=', journey)
      .orderBy('id')
      .execute(),
  )
  const own = events.filter(({ act }) => /pair|handed-in/.test(act))
  expect(own).toEqual(
    ['pair-agreed', 'pair-refused', 'handed-in'].map((act) => ({ act: `diagnostic.${act}`, person_id: null })),
  )
  for (const reader of [lead, advisor]) {
    const page = await app.request(`/en/journeys/${journey}/record`, { headers: signedInAs(reader.personId) })
    const html = await page.text()
    expect(html).toContain('Not named')
    expect(html).not.toContain('Ada Clerk')
  }
})
