import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { aPerson } from '../../../test/builders/communities.ts'
import { type Person, supportPeople } from '../../../test/builders/support.ts'
import { signedInAs } from '../../../test/sign-in.ts'
import { testApp } from '../../../test/test-app.ts'
import { asPerson, asService } from '../../people/index.ts'
import { supportExport } from '../index.ts'
import { getQuestion, listCommunityQuestions, listQuestionsFor } from './store.ts'

const service = await testApp()
const { app, db, mail, clock, pack } = service
const people = await supportPeople(service)
const { item, component, discipline, get, read, post, expert, second, advisor, manager, place } = people

async function ask(where: { at: string }, by: Person, fields: Record<string, string> = {}): Promise<string> {
  const { id, status } = await people.ask(where.at, by, fields)
  expect(status).toBe(303)
  return id
}

test('a question from an item is asked once, goes to whoever fits, is answered, followed up and closed with thanks', async () => {
  const here = await place()
  const form = await read(here.helper, `${here.at}/ask?item=${item}`)
  expect(form).toContain(`value="${discipline}" selected`)
  const start = mail.length
  const id = await ask(here, here.helper)
  await ask(here, here.helper, { id, subject: 'A second click' })
  expect(mail.slice(start).map(({ to, kind }) => [to.name, kind])).toEqual([['Xenia', 'question']])
  expect(JSON.stringify(mail.slice(start))).not.toContain('How do we begin')

  const desk = await read(expert, '/en/desk/support')
  expect(desk).toContain('How do we begin?')
  const thread = await read(expert, `/en/desk/support/${id}`)
  expect(thread).toContain('We have no list yet.')
  expect(thread).toContain('Someone of Cedar Flats')
  expect(thread).not.toContain('Hana Helper')

  clock.time = new Date(clock.time.getTime() + 3 * 3_600_000)
  const empty = await post(expert, `/en/desk/support/${id}/reply`, { body: ' ' })
  expect(empty.status).toBe(422)
  const key = randomUUID()
  for (const _click of [1, 2]) {
    const sent = await post(expert, `/en/desk/support/${id}/reply`, { body: 'Start with what you pay for.', key })
    expect(sent.status).toBe(303)
  }
  expect(mail.at(-1)?.to.name).toBe('Hana Helper')
  const page = await read(here.lead, `${here.at}/${id}`)
  expect(page.split('Start with what you pay for.')).toHaveLength(2)
  expect(page).toContain('Xenia')

  await post(here.lead, `${here.at}/${id}/reply`, { body: 'And then?', key: randomUUID() })
  expect((await asPerson(db, here.lead, (tx) => getQuestion(tx, id))).state).toBe('follow-up')
  expect(mail.at(-1)?.to.name).toBe('Xenia')
  await post(expert, `/en/desk/support/${id}/reply`, { body: 'Then the contracts.', key: randomUUID() })
  await post(here.helper, `${here.at}/${id}/close`, { thanks: 'yes' })
  expect(await read(expert, `/en/desk/support/${id}`)).toContain('You were thanked')
  expect((await post(expert, `/en/desk/support/${id}/reply`, { body: 'One more' })).status).toBe(409)
  await post(here.helper, `${here.at}/${id}/reply`, { body: 'It came up again.', key: randomUUID() })
  expect((await asPerson(db, here.lead, (tx) => getQuestion(tx, id))).state).toBe('follow-up')

  const record = await read(here.lead, `/en/journeys/${here.journeyId}/record`)
  for (const words of ['A question was asked', 'A question was answered', 'A question was closed']) {
    expect(record).toContain(words)
  }
  expect(await read(here.lead, `/en/communities/${here.communityId}/reads`)).toContain('Xenia')
})

test('what is missing is named, and what was typed stays', async () => {
  const here = await place()
  const answer = await post(here.helper, `${here.at}/ask`, { id: randomUUID(), subject: '', body: 'Kept text' })
  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(page).toContain('href="#subject"')
  expect(page).toContain('Kept text')
})

test('files come along with a message, for whoever reads the thread', async () => {
  const here = await place()
  const id = randomUUID()
  const body = new FormData()
  for (const [name, value] of Object.entries({
    id,
    subject: 'With a file',
    body: 'See it.',
    language: 'en',
    discipline,
  })) {
    body.append(name, value)
  }
  body.append('files', new File(['a,b\n1,2\n'], 'list.csv', { type: 'text/csv' }))
  const sent = await app.request(`${here.at}/ask`, { method: 'POST', headers: signedInAs(here.helper.personId), body })
  expect(sent.status).toBe(303)
  const [, file] = /files\/([0-9a-f-]{36})/.exec(await read(expert, `/en/desk/support/${id}`)) ?? []
  const got = await get(expert, `/en/desk/support/${id}/files/${file}`)
  expect(await got.text()).toBe('a,b\n1,2\n')
  expect(got.headers.get('content-disposition')).toContain('attachment')
  expect((await get(second, `/en/desk/support/${id}/files/${file}`)).status).toBe(404)
  const bad = new FormData()
  for (const [name, value] of Object.entries({ id: randomUUID(), subject: 'x', body: 'y' })) bad.append(name, value)
  bad.append('files', new File(['MZ'], 'run.exe'))
  const refused = await app.request(`${here.at}/ask`, {
    method: 'POST',
    headers: signedInAs(here.helper.personId),
    body: bad,
  })
  expect(refused.status).toBe(422)
})

test('a private question is unseen by the lead, the colleagues and the advisor; the record does not name who asked', async () => {
  const here = await place()
  const id = await ask(here, here.helper, { subject: 'Secret matter', private: 'yes' })
  expect((await get(here.lead, `${here.at}/${id}`)).status).toBe(404)
  expect(await read(here.lead, here.at)).not.toContain('Secret matter')
  expect(await asPerson(db, here.lead, (tx) => listCommunityQuestions(tx, here.communityId))).toEqual([])
  expect(
    (await asPerson(db, advisor, (tx) => listQuestionsFor(tx, advisor.personId))).map((one) => one.id),
  ).not.toContain(id)
  const seen = await asPerson(db, here.lead, (tx) => tx.selectFrom('support_message').select('body').execute())
  expect(seen).toEqual([])
  expect(await read(here.helper, `${here.at}/${id}`)).toContain('Secret matter')
  expect(await read(expert, `/en/desk/support/${id}`)).toContain('Secret matter')
  const record = await read(here.lead, `/en/journeys/${here.journeyId}/record`)
  expect(record).toContain('A question was asked')
  expect(record).not.toContain('Hana Helper')
})

test('another community sees nothing; an expert sees what was sent to them; the advisor sees the community’s questions', async () => {
  const here = await place()
  const elsewhere = await place({ name: 'Elk Crossing' })
  const id = await ask(here, here.helper, { subject: 'Ours alone' })
  for (const path of [`${here.at}/${id}`, `${elsewhere.at}/${id}`]) {
    expect((await get(elsewhere.lead, path)).status).toBe(404)
  }
  const rows = await asPerson(db, elsewhere.lead, (tx) =>
    tx.selectFrom('support_question').select('id').where('community_id', '=', here.communityId).execute(),
  )
  expect(rows).toEqual([])
  expect((await get(second, `/en/desk/support/${id}`)).status).toBe(404)
  expect(await asPerson(db, second, (tx) => tx.selectFrom('support_question').select('id').execute())).toEqual([])
  expect(await read(advisor, '/en/desk/support')).toContain('Ours alone')
  expect((await post(advisor, `/en/desk/support/${id}/reply`, { body: 'From your advisor.' })).status).toBe(303)
  expect(await read(here.helper, `${here.at}/${id}`)).toContain('From your advisor.')
  // Whoever is an expert no more, reads no more.
  const gone = await aPerson(service, { staff: [] })
  await asService(db, (tx) =>
    tx.updateTable('support_question').set({ answerer_id: gone.personId }).where('id', '=', id).execute(),
  )
  expect(await asPerson(db, gone, (tx) => tx.selectFrom('support_question').select('id').execute())).toEqual([])
})

test('passed on with a reason, a question is the next one’s and no longer the first one’s', async () => {
  const here = await place()
  const id = await ask(here, here.helper, { subject: 'Pass me on' })
  expect((await post(expert, `/en/desk/support/${id}/pass`, { to: second.personId, reason: '' })).status).toBe(422)
  const page = await read(expert, `/en/desk/support/${id}/pass`)
  expect(page).toContain('does not write this language')
  const passed = await post(expert, `/en/desk/support/${id}/pass`, { to: second.personId, reason: 'Yves knows more' })
  expect(passed.status).toBe(303)
  expect((await get(expert, `/en/desk/support/${id}`)).status).toBe(404)
  expect(await read(second, `/fr/desk/support/${id}`)).toContain('Yves knows more')
  expect(mail.at(-1)?.to.name).toBe('Yves')
})

test('nobody fits: management chooses without reading the question, and sees times only', async () => {
  const here = await place()
  const id = await ask(here, here.helper, {
    subject: 'Nobody knows',
    language: 'en',
    discipline: pack.domains.at(-1)?.id ?? '',
  })
  expect(mail.at(-1)?.to.name).toBe('Mo')
  const desk = await read(manager, '/en/desk/support')
  expect(desk).toContain('nobody fits')
  expect(desk).toContain('The oldest question without an answer')
  expect(desk).toContain('3 hours')
  expect(desk).not.toContain('Nobody knows')
  expect((await get(manager, `/en/desk/support/${id}`)).status).toBe(404)
  expect((await get(expert, `/en/desk/support/${id}/choose`)).status).toBe(403)
  const choose = await read(manager, `/en/desk/support/${id}/choose`)
  expect(choose).toContain('Xenia')
  expect(choose).not.toContain('Nobody knows')
  expect((await post(manager, `/en/desk/support/${id}/choose`, { to: expert.personId })).status).toBe(303)
  expect(await read(expert, `/en/desk/support/${id}`)).toContain('Nobody knows')
})

test('under other data terms a question goes outside only when a lead agrees, or stays inside', async () => {
  const here = await place({ dataTerms: 'first-nations', name: 'Spruce Nation' })
  const start = mail.length
  const id = await ask(here, here.helper, { subject: 'May this go out?' })
  expect(mail.slice(start).map(({ to }) => to.name)).toEqual(['Lee'])
  expect((await get(expert, `/en/desk/support/${id}`)).status).toBe(404)
  expect(await read(here.lead, here.at)).toContain('It would go to Xenia')
  expect(await read(here.helper, here.at)).not.toContain('It would go to Xenia')
  expect((await post(here.helper, `${here.at}/${id}/share`, { decide: 'agree' })).status).toBe(403)
  await post(here.lead, `${here.at}/${id}/share`, { decide: 'agree' })
  expect(await read(expert, `/en/desk/support/${id}`)).toContain('May this go out?')

  const kept = await ask(here, here.helper, { subject: 'Private and kept', private: 'yes' })
  const page = await read(here.lead, here.at)
  expect(page).toContain('A private question.')
  expect(page).not.toContain('Private and kept')
  await post(here.lead, `${here.at}/${kept}/share`, { decide: 'inside' })
  expect((await get(expert, `/en/desk/support/${kept}`)).status).toBe(404)
  expect((await post(manager, `/en/desk/support/${kept}/choose`, { to: expert.personId })).status).toBe(404)
  expect((await post(manager, `/en/desk/support/${kept}/choose`, { to: advisor.personId })).status).toBe(303)
  expect(await read(advisor, `/en/desk/support/${kept}`)).toContain('Private and kept')
})

test('asking from anywhere leads to one’s community, lets one choose among several, or says how to get one', async () => {
  const here = await place()
  const to = (await get(here.helper, `/en/support/ask?item=${item}`)).headers.get('location')
  expect(to).toBe(`${here.at}/ask?item=${item}`)
  await asService(db, async (tx) => {
    const other = await place({ name: 'Second Place' })
    await tx
      .insertInto('people_member')
      .values({
        community_id: other.communityId,
        person_id: here.helper.personId,
        role: 'contributor',
        joined_at: clock.time,
      })
      .execute()
  })
  const page = await read(here.helper, `/en/support/ask?item=${item}`)
  expect(page).toContain('Second Place')
  expect(page).toContain(`${here.at}/ask?item=${item}`)
  expect(await read(await aPerson(service), '/fr/support/ask')).toContain('Créer une communauté')
  expect(await read(here.helper, '/fr/support')).toContain('Mes questions')
})

test('what people asked is in their own export and, unless private, in the community’s; a private one goes with the account', async () => {
  const here = await place()
  await ask(here, here.helper, { subject: 'Exported line', body: 'Exported text' })
  const secret = await ask(here, here.helper, { subject: 'Private line', body: 'Private text', private: 'yes' })
  const own = await read(here.helper, '/en/account/data/export.json')
  for (const text of ['Exported line', 'Exported text', 'Private line', 'Private text']) expect(own).toContain(text)
  const other = await read(here.lead, '/en/account/data/export.json')
  expect(other).not.toContain('Exported text')
  const files = await asPerson(db, here.helper, (tx) =>
    supportExport.collect(tx, { communityId: here.communityId, journeyId: undefined }),
  )
  const text = files.map(({ content }) => String(content)).join('\n')
  expect(text).toContain('Exported text')
  expect(text).not.toContain('Private text')
  await post(here.helper, '/en/account/data/delete', { email: here.helper.email })
  const left = await asService(db, (tx) =>
    tx
      .selectFrom('support_question')
      .select(['subject', 'asked_by'])
      .where('community_id', '=', here.communityId)
      .execute(),
  )
  expect(left).toEqual([{ subject: 'Exported line', asked_by: null }])
  expect(secret).toMatch(/^[0-9a-f-]{36}$/)
})

test('the matching list names its reasons', async () => {
  const here = await place()
  const page = await read(here.lead, `${here.at}/match?component=${component}`)
  expect(page.indexOf('Xenia')).toBeGreaterThan(0)
  expect(page.indexOf('Xenia')).toBeLessThan(page.indexOf('Yves'))
  expect(page).toContain('knows the subject area')
  expect(page).toContain('does not write this language')
  expect((await get(here.helper, `${here.at}/match`)).status).toBe(403)
})
