import { expect, test } from 'vitest'
import { aLockedBaseline } from '../../../test/builders/baselines.ts'
import { aCommunity, aJourney, aPerson } from '../../../test/builders/communities.ts'
import { signedInAs } from '../../../test/sign-in.ts'
import { testApp } from '../../../test/test-app.ts'
import { asPerson, asService } from '../../people/index.ts'
import { findLatestDocument, getDocument } from '../record/index.ts'
import { draftPlanFacts, findDraft, listActions } from './index.ts'

const service = await testApp()
const { app, db, deps, mail, pack } = service
const advisor = await aPerson(service, { name: 'Ada', staff: ['advisor'] })
const findContent = async (hash: string) => ({ pack, release: hash })

const send = (personId: string, path: string, fields: Record<string, string> = {}) =>
  app.request(path, {
    method: 'POST',
    headers: { ...signedInAs(personId), 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  })
const get = (personId: string, path: string) => app.request(path, { headers: signedInAs(personId) })
const read = async (personId: string, path: string) => (await get(personId, path)).text()

const components = ['data-inventory', 'data-quality', 'open-data', 'privacy-protection', 'resident-engagement']
const voice = (level: number) =>
  Object.fromEntries(components.map((id, at) => [id, { practice: level, knowledge: 1, wanted: 3, importance: at % 4 }]))

async function place(given: { respondents?: number; alone?: boolean; locked?: boolean; dataTerms?: string } = {}) {
  const lead = await aPerson(service, { name: 'Lee', language: 'fr' })
  const helper = await aPerson(service, { name: 'Kim' })
  const communityId = await aCommunity(service, {
    members: [
      ['lead', lead],
      ['contributor', helper],
    ],
    assigned: [['advisor', advisor]],
    ...(given.dataTerms ? { dataTerms: given.dataTerms } : {}),
  })
  const stage = given.locked === false ? 'diagnostic' : 'draft-plan'
  const alone = given.alone ?? false
  const journeyId = await aJourney(service, { communityId, by: lead, stage, alone })
  if (given.locked !== false) {
    const respondents = Array.from({ length: given.respondents ?? 3 }, (_, at) => voice(at % 3))
    await aLockedBaseline(service, { communityId, journeyId, advisor, respondents })
  }
  if (given.alone) {
    await asService(db, (tx) =>
      tx
        .updateTable('people_assignment')
        .set({ ended_at: service.clock.time })
        .where('community_id', '=', communityId)
        .execute(),
    )
  }
  return { lead, helper, communityId, journeyId, at: `/en/journeys/${journeyId}/draft-plan` }
}

const draftOf = (journeyId: string, actor: { personId: string } = advisor) =>
  findDraft({ db, findContent, solve: deps.solve }, actor, journeyId)

const itemsOf = async (journeyId: string, id: 'A' | 'B' = 'A') =>
  (await draftOf(journeyId))?.edited.plan.pathways[id].items.map(({ item }) => item) ?? []

const seenOf = (html: string) => /name="seen" value="(\d+)"/.exec(html)?.[1] ?? ''

async function made(given: Parameters<typeof place>[0] = {}) {
  const somewhere = await place(given)
  const maker = given.alone ? somewhere.lead : advisor
  expect((await send(maker.personId, `${somewhere.at}/make`)).status).toBe(303)
  return somewhere
}

test('before the baseline is locked there is nothing to work out', async () => {
  const { at } = await place({ locked: false })
  expect(await read(advisor.personId, at)).toContain('It can start once the diagnostic is closed')
  expect((await send(advisor.personId, `${at}/make`)).status).toBe(303)
  expect(await read(advisor.personId, at)).not.toContain('Two pathways')
})

test('one click works out a draft with two pathways and its first actions, and a second click changes nothing', async () => {
  const { at, lead, journeyId } = await place()
  expect(await read(lead.personId, at)).toContain('is being prepared')
  expect(await read(advisor.personId, at)).toContain('Work out the draft plan')
  await send(advisor.personId, `${at}/make`)
  const actions = await asPerson(db, advisor, (tx) => listActions(tx, journeyId))
  expect(actions.length).toBeGreaterThan(0)
  await send(advisor.personId, `${at}/make`)
  expect(await asPerson(db, advisor, (tx) => listActions(tx, journeyId))).toHaveLength(actions.length)
  const page = await read(advisor.personId, at)
  for (const text of ['Pathway A: Foundations', 'Pathway B: Our priorities', 'Publish as draft', 'First'])
    expect(page).toContain(text === 'First' ? 'The first 30 days' : text)
  // Until it is published the community waits, for the plan and for its steps.
  expect(await read(lead.personId, at)).toContain('is being prepared')
  expect(await read(lead.personId, `/en/journeys/${journeyId}/actions`)).toContain('There are no open actions')
})

test('taking an item out shows at once what it does, and can be undone', async () => {
  const { at, journeyId } = await made()
  const [item = ''] = await itemsOf(journeyId)
  const form = await read(advisor.personId, `${at}/items/A/${item}`)
  const sent = await send(advisor.personId, `${at}/items`, {
    kind: 'item-removed',
    pathway: 'A',
    item,
    seen: seenOf(form),
  })
  expect(sent.status).toBe(303)
  expect(await itemsOf(journeyId)).not.toContain(item)
  const page = await read(advisor.personId, at)
  for (const text of [
    'What the last change does',
    'Hours, pathway A',
    'Gap closed (levels), pathway A',
    'changed by Ada',
  ])
    expect(page).toContain(text)
  const undo = { n: '1', seen: seenOf(page) }
  expect((await send(advisor.personId, `${at}/undo`, undo)).status).toBe(303)
  expect(await itemsOf(journeyId)).toContain(item)
  // The back button sends it again: there is nothing left to take back.
  expect((await send(advisor.personId, `${at}/undo`, undo)).status).toBe(303)
})

test('an item is chosen from the catalogue with reasons, and one that does not fit is refused in words', async () => {
  const { at, journeyId } = await made()
  const before = await itemsOf(journeyId, 'B')
  const page = await read(advisor.personId, `${at}/items/B`)
  const offered = [...page.matchAll(/name="by" value="([^"]+)"/g)].map((match) => match[1] ?? '')
  expect(offered.length).toBeGreaterThan(3)
  expect(offered).not.toEqual(expect.arrayContaining(before))
  expect(page).toMatch(/the pathway would have [\d.]+ h/)
  const sent = await send(advisor.personId, `${at}/items`, {
    kind: 'item-added',
    pathway: 'B',
    by: offered[0] ?? '',
    seen: seenOf(page),
  })
  expect(sent.status).toBe(303)
  expect(await itemsOf(journeyId, 'B')).toContain(offered[0])
  const gone = await send(advisor.personId, `${at}/items`, {
    kind: 'item-added',
    pathway: 'B',
    by: 'no-such-item',
    seen: '1',
  })
  expect(gone.status).toBe(422)
  expect(await gone.text()).toContain('the catalogue no longer has this item')
})

test('hours are worked out again and what people changed stays; impossible hours keep what was typed', async () => {
  const { at, journeyId } = await made()
  const [item = ''] = await itemsOf(journeyId)
  await send(advisor.personId, `${at}/items`, { kind: 'item-removed', pathway: 'A', item, seen: '0' })
  expect((await send(advisor.personId, `${at}/time`, { hours: '8,5', weeks: '6', seen: '1' })).status).toBe(303)
  const draft = await draftOf(journeyId)
  expect(draft?.edited.basis).toMatchObject({ hours: 8.5, weeks: 6 })
  expect(draft?.renewed).toBe(false)
  expect(await itemsOf(journeyId)).not.toContain(item)
  const wrong = await send(advisor.personId, `${at}/time`, { hours: 'many', weeks: '0', seen: '2' })
  expect(wrong.status).toBe(422)
  const page = await wrong.text()
  for (const text of ['value="many"', 'href="#hours"', 'href="#weeks"']) expect(page).toContain(text)
})

test('when the results change, the plan follows them with every change kept, and says so', async () => {
  const { at, journeyId, communityId } = await made()
  const [item = ''] = await itemsOf(journeyId)
  await send(advisor.personId, `${at}/items`, { kind: 'item-removed', pathway: 'A', item, seen: '0' })
  await send(advisor.personId, `${at}/words/goal%3AA`, { text: 'First the basics.', seen: '1' })
  await asPerson(db, advisor, (tx) =>
    tx
      .insertInto('interview_tag')
      .values({ journey_id: journeyId, community_id: communityId, part: 'need-1', component: 'open-data' })
      .execute(),
  )
  const page = await read(advisor.personId, at)
  expect(page).toContain('The results changed since the plan was worked out')
  expect(page).toContain('First the basics.')
  expect(await itemsOf(journeyId)).not.toContain(item)
  expect((await send(advisor.personId, `${at}/again`, { seen: '2' })).status).toBe(303)
  expect(await read(advisor.personId, at)).not.toContain('The results changed since')
  expect(await itemsOf(journeyId)).not.toContain(item)
})

test('words are changed in the language of the page, the original can come back', async () => {
  const { at, journeyId } = await made()
  const form = await read(advisor.personId, `${at}/words/message`)
  expect(form).toContain('This draft turns the report card of')
  await send(advisor.personId, `${at}/words/message`, { text: 'A plan for us.', seen: '0' })
  const page = await read(advisor.personId, at)
  expect(page).toContain('A plan for us.')
  expect(await read(advisor.personId, `/fr/journeys/${journeyId}/draft-plan`)).toContain('<p class="lead" lang="en">')
  await send(advisor.personId, `${at}/words/message`, { restore: 'yes', seen: '1' })
  expect(await read(advisor.personId, at)).not.toContain('A plan for us.')
  const empty = await send(advisor.personId, `${at}/words/message`, { text: ' ', seen: '2' })
  expect(empty.status).toBe(422)
  expect((await get(advisor.personId, `${at}/words/priority%3Ano-such`)).status).toBe(404)
})

test('two people who change the same thing never overwrite each other unseen', async () => {
  const { at } = await made()
  await send(advisor.personId, `${at}/words/goal%3AB`, { text: 'One goal.', seen: '0' })
  const second = await send(advisor.personId, `${at}/words/goal%3AB`, { text: 'Another goal.', seen: '0' })
  expect(second.status).toBe(409)
  const page = await second.text()
  for (const text of ['One goal.', 'Another goal.', 'Make my change too']) expect(page).toContain(text)
  // Other words in between are nobody's conflict.
  expect((await send(advisor.personId, `${at}/words/goal%3AA`, { text: 'For A.', seen: '0' })).status).toBe(303)
  expect((await send(advisor.personId, `${at}/words/goal%3AB`, { text: 'Another goal.', seen: '2' })).status).toBe(303)
  expect(await read(advisor.personId, at)).toContain('Another goal.')
})

test('published, the draft is frozen in both languages, the community reads it and is told once', async () => {
  const { at, lead, helper, journeyId } = await made()
  await send(advisor.personId, `${at}/words/message`, { text: 'A plan for us.', seen: '0' })
  const before = mail.length
  expect((await send(advisor.personId, `${at}/publish`)).status).toBe(303)
  expect((await send(advisor.personId, `${at}/publish`)).status).toBe(303)
  const sent = mail.slice(before)
  expect(sent.map(({ to }) => to.personId).sort()).toEqual([lead.personId, helper.personId].sort())
  expect(sent.find(({ to }) => to.personId === lead.personId)?.subject).toContain('Le plan provisoire')
  const document = await asPerson(db, lead, async (tx) => {
    const found = await findLatestDocument(tx, journeyId, 'draft-plan')
    return getDocument(tx, journeyId, found?.id ?? '')
  })
  expect(document.version).toBe(1)
  expect(document.models.en?.status).toBe('Draft')
  expect(document.models.fr?.status).toBe('Ébauche')
  expect(JSON.stringify(document.models.fr)).toContain('"text":"A plan for us.","language":"en"')
  const page = await read(helper.personId, at)
  for (const text of ['A plan for us.', 'Published as draft, version 1', 'Pathway A']) expect(page).toContain(text)
  for (const text of ['Change the words', 'Undo', 'What people changed']) expect(page).not.toContain(text)
  // What the advisor changes afterwards is not the community's to read yet.
  await send(advisor.personId, `${at}/words/message`, { text: 'Better words.', seen: '1' })
  expect(await read(lead.personId, at)).not.toContain('Better words.')
  expect(await read(advisor.personId, at)).toContain('What you changed since is not in it yet')
  expect(await asPerson(db, lead, (tx) => draftPlanFacts(tx, journeyId))).toEqual({
    pathwaysComputed: true,
    expertAnswered: true,
    draftPublished: true,
  })
})

test('what two people answered is told to nobody but the advisor', async () => {
  const { at, lead, journeyId } = await made({ respondents: 2 })
  await send(advisor.personId, `${at}/publish`)
  const document = await asPerson(db, lead, (tx) => findLatestDocument(tx, journeyId, 'draft-plan'))
  const data = document?.data as { plan: { weights: object }; card: { view: string; withheld: string[] } } | undefined
  expect(data?.card.view).toBe('community')
  expect(data?.card.withheld.length).toBeGreaterThan(0)
  expect(data?.plan.weights).toEqual({})
})

test('a community alone prepares its own draft', async () => {
  const { at, lead, helper } = await made({ alone: true, respondents: 1 })
  expect(await read(lead.personId, at)).toContain('Publish as draft')
  expect((await send(helper.personId, `${at}/publish`)).status).toBe(403)
  expect((await send(lead.personId, `${at}/publish`)).status).toBe(303)
  expect(await read(helper.personId, at)).toContain('Published as draft')
})

test('members comment, and a comment is marked as dealt with', async () => {
  const { at, lead } = await made()
  await send(advisor.personId, `${at}/publish`)
  const comment = { comment: 'Is June too early?', 'comment-part': 'pathway:A' }
  expect((await send(lead.personId, `${at}/comments`, comment)).status).toBe(303)
  await send(lead.personId, `${at}/comments`, comment)
  const page = await read(advisor.personId, at)
  expect(page.match(/Is June too early\?<\/p>/g)).toHaveLength(1)
  const id = /comments\/([0-9a-f-]{36})\/resolve/.exec(page)?.[1]
  await send(advisor.personId, `${at}/comments/${id}/resolve`)
  expect(await read(lead.personId, at)).toContain('Dealt with by Ada')
  const empty = await send(lead.personId, `${at}/comments`, { comment: ' ', 'comment-part': 'whole' })
  expect(empty.status).toBe(422)
})

test('once the journey is past validation, or withdrawn, the draft stays as it is', async () => {
  const { journeyId, at } = await place()
  await send(advisor.personId, `${at}/make`)
  const before = await draftOf(journeyId)
  const put = (set: { stage?: string; state?: string }) =>
    asService(db, (tx) => tx.updateTable('journey').set(set).where('id', '=', journeyId).execute())
  for (const set of [{ stage: 'final-plan' }, { stage: 'draft-plan', state: 'withdrawn' }]) {
    await put(set)
    const page = await read(advisor.personId, at)
    expect(page).not.toContain(`${at}/time`)
    expect(page).not.toContain(`${at}/publish`)
    for (const [path, form] of [
      ['time', { hours: '12', weeks: '6', seen: '0' }],
      ['publish', {}],
      ['again', {}],
    ] as const) {
      expect((await send(advisor.personId, `${at}/${path}`, form)).status).toBe(409)
    }
  }
  expect((await send(advisor.personId, `${at}/comments`, { comment: 'Too late' })).status).toBe(409)
  expect((await draftOf(journeyId))?.kept).toEqual(before?.kept)
})
