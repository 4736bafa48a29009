import { expect, test } from 'vitest'
import { aPerson } from '../../test/builders/communities.ts'
import { signedInAs } from '../../test/sign-in.ts'
import { testApp } from '../../test/test-app.ts'
import { releaseFinder } from '../content/releases.ts'
import { asPerson } from '../people/index.ts'
import { finishElsewhere } from './index.ts'

const service = await testApp('sample')
const { app, db } = service
const course = 'shelf-care-first-steps'
const guideline = 'guide-shelf-care'

const get = (personId: string, path: string, headers: Record<string, string> = {}) =>
  app.request(path, { headers: { ...signedInAs(personId), ...headers } })
const post = (personId: string, path: string, form: Record<string, string | string[]> = {}, accept = 'text/html') => {
  const body = new URLSearchParams()
  for (const [name, values] of Object.entries(form)) for (const value of [values].flat()) body.append(name, value)
  return app.request(path, {
    method: 'POST',
    headers: { ...signedInAs(personId), 'content-type': 'application/x-www-form-urlencoded', accept },
    body,
  })
}
const textOf = async (response: Response | Promise<Response>) => (await response).text()
const enrolmentOf = (personId: string, item = course) =>
  asPerson(db, { personId }, (tx) =>
    tx.selectFrom('study_enrolment').selectAll().where('item', '=', item).executeTakeFirst(),
  )

/** Answers to every question of a form of the sample course; all right, or the first one wrong. */
const answersTo = (form: 'a' | 'b', right = true): Record<string, string | string[]> =>
  form === 'a'
    ? {
        'q.a-loose-page': right ? 'set-aside' : 'throw-out',
        'q.a-signs': ['loose-spine', 'stained-pages'],
        'q.a-steps.take-out': '1',
        'q.a-steps.look': '2',
        'q.a-steps.decide': '3',
        'q.a-what-to-do.torn': 'torn',
        'q.a-what-to-do.mould': 'mould',
        'q.a-minutes': '20',
      }
    : {
        'q.b-open-spine': right ? 'set-aside' : 'lend',
        'q.b-signs': ['missing-page', 'damp'],
        'q.b-steps.apart': '1',
        'q.b-steps.dry': '2',
        'q.b-steps.check': '3',
        'q.b-what-to-do.loose': 'loose',
        'q.b-what-to-do.wet': 'wet',
        'q.b-shelves': '4,5',
      }

test('before anything is started the page says so, and starting pins the item to the release', async () => {
  const { personId } = await aPerson(service)
  expect(await textOf(get(personId, '/en/learn'))).toContain('You have not started anything yet')
  expect(await textOf(get(personId, `/en/learn/${course}`))).toContain('kept in your account, for you alone')
  expect(await enrolmentOf(personId)).toBeUndefined()
  expect((await get(personId, `/en/learn/${course}/worn-books`)).headers.get('location')).toBe(`/en/learn/${course}`)
  const started = await post(personId, `/en/learn/${course}`)
  expect(started.headers.get('location')).toBe(`/en/learn/${course}`)
  await post(personId, `/en/learn/${course}`)
  expect(await enrolmentOf(personId)).toMatchObject({ release: service.release, last_lesson: null })
})

test('what the catalogue does not have is not found, and neither is a lesson of another course', async () => {
  const { personId } = await aPerson(service)
  expect((await get(personId, '/en/learn/nothing')).status).toBe(404)
  expect((await get(personId, `/en/learn/${course}/nothing`)).status).toBe(404)
  expect((await post(personId, `/en/learn/${course}/nothing/done`)).status).toBe(404)
  expect((await post(personId, `/en/learn/${course}/nothing/notes`, { note: 'x', version: '0' })).status).toBe(404)
  expect((await get(personId, `/en/learn/${guideline}/check/post`)).status).toBe(404)
  expect((await get(personId, `/en/learn/${course}/check/other`)).status).toBe(404)
})

test('the place is kept on the server, for every device; fetching ahead does not move it', async () => {
  const { personId } = await aPerson(service)
  await post(personId, `/en/learn/${course}`)
  await get(personId, `/en/learn/${course}/one-shelf`)
  await get(personId, `/en/learn/${course}/worn-books`, { 'sec-purpose': 'prefetch' })
  expect(await enrolmentOf(personId)).toMatchObject({ last_lesson: 'one-shelf' })
  const page = await textOf(get(personId, '/en/learn'))
  expect(page).toContain('Go on where you stopped')
  expect(page).toContain(`href="/en/learn/${course}/one-shelf"`)
  expect(page).toContain('0 of 2 lessons done')
  expect(page).toContain('About 70 minutes left')
})

test('a lesson says its place, what is left, and leads back and on', async () => {
  const { personId } = await aPerson(service)
  await post(personId, `/en/learn/${course}`)
  const page = await textOf(get(personId, `/fr/learn/${course}/worn-books`))
  expect(page).toContain('Leçon 1 sur 2')
  expect(page).toContain('Il reste environ 70 minutes')
  expect(page).toContain('rel="next"')
  expect(page).toContain('Terminé, leçon suivante')
  const last = await textOf(get(personId, `/en/learn/${course}/one-shelf`))
  expect(last).toContain(`/en/learn/template-shelf-list?from=${course}.one-shelf`)
  expect(last).toContain(`href="/en/learn/${course}/check/post"`)
  expect(last).toContain(`/en/support/ask?item=${course}&amp;lesson=one-shelf`)
})

test('done with a lesson leads to the next, and can be taken back', async () => {
  const { personId } = await aPerson(service)
  await post(personId, `/en/learn/${course}`)
  const done = await post(personId, `/en/learn/${course}/worn-books/done`)
  expect(done.headers.get('location')).toBe(`/en/learn/${course}/one-shelf`)
  await post(personId, `/en/learn/${course}/worn-books/done`)
  expect(await textOf(get(personId, '/en/learn'))).toContain('1 of 2 lessons done')
  expect(await textOf(get(personId, `/en/learn/${course}/worn-books`))).toContain('You marked this lesson as done')
  await post(personId, `/en/learn/${course}/worn-books/done`, { act: 'undo' })
  expect(await textOf(get(personId, '/en/learn'))).toContain('0 of 2 lessons done')
})

test('notes are saved by form and by script, and two devices never overwrite each other unseen', async () => {
  const { personId } = await aPerson(service)
  const at = `/en/learn/${course}/worn-books/notes`
  await post(personId, `/en/learn/${course}`)
  const first = await post(personId, at, { note: 'A loose\r\npage', version: '0' })
  expect(first.status).toBe(303)
  const second = await post(personId, at, { note: 'A loose page, a stain', version: '1' }, 'application/json')
  expect(await second.json()).toEqual({ versions: { version: 2 } })
  // The other device still holds version 1.
  expect((await post(personId, at, { note: 'Other', version: '1' }, 'application/json')).status).toBe(409)
  const both = await post(personId, at, { note: 'Other', version: '1' })
  expect(both.status).toBe(409)
  const page = await both.text()
  expect(page).toContain('A loose page, a stain')
  expect(page).toContain('Other</textarea>')
  expect(page).toContain('name="version" value="2"')
  expect((await post(personId, at, { note: 'Both', version: '2' })).status).toBe(303)
  // The same text once more is no change, whatever the version.
  expect((await post(personId, at, { note: 'Both', version: '1' })).status).toBe(303)
  const tooLong = await post(personId, at, { note: 'x'.repeat(20_001), version: '3' })
  expect(tooLong.status).toBe(422)
  expect(await tooLong.text()).toContain('id="note-error"')
})

test('all notes are on one page and in one file', async () => {
  const { personId } = await aPerson(service)
  expect(await textOf(get(personId, '/en/learn/notes'))).toContain('You have no notes yet')
  await post(personId, `/en/learn/${course}/worn-books/notes`, { note: 'Ask Ada about tape', version: '0' })
  await post(personId, `/en/learn/${guideline}/text/notes`, { note: 'Read twice', version: '0' })
  const page = await textOf(get(personId, '/en/learn/notes'))
  expect(page).toContain('Ask Ada about tape')
  expect(page).toContain('What worn means')
  expect(page).toContain('Read twice')
  const file = await get(personId, '/fr/learn/notes.txt')
  expect(file.headers.get('content-disposition')).toContain('mes-notes.txt')
  expect(await file.text()).toContain('Ask Ada about tape')
})

test('forms A and B come crosswise, and learners take turns', async () => {
  const people = [await aPerson(service), await aPerson(service), await aPerson(service), await aPerson(service)]
  const orders: string[] = []
  for (const { personId } of people) {
    await post(personId, `/en/learn/${course}`)
    const order = (await enrolmentOf(personId))?.form_order ?? ''
    orders.push(order)
    const pre = await textOf(get(personId, `/en/learn/${course}/check/pre`))
    const after = await textOf(get(personId, `/en/learn/${course}/check/post`))
    expect(pre.includes('A page falls out of a book')).toBe(order === 'a-first')
    expect(after.includes('A page falls out of a book')).toBe(order === 'b-first')
  }
  expect(orders.filter((order) => order === 'a-first')).toHaveLength(2)
})

test('a check asks for every answer, keeps the first sending, and explains every option', async () => {
  const { personId } = await aPerson(service)
  await post(personId, `/en/learn/${course}`)
  const form = (await enrolmentOf(personId))?.form_order === 'a-first' ? 'a' : 'b'
  const at = `/en/learn/${course}/check/pre`
  const incomplete = await post(personId, at, { [`q.${form === 'a' ? 'a-minutes' : 'b-shelves'}`]: '3' })
  expect(incomplete.status).toBe(422)
  const page = await incomplete.text()
  expect(page).toContain('Question 1: give an answer')
  expect(page).toContain('value="3"')
  const sent = await post(personId, at, answersTo(form, false))
  expect(sent.headers.get('location')).toBe(at)
  await post(personId, at, answersTo(form, true))
  const result = await textOf(get(personId, at))
  expect(result).toContain('4 of 5 right')
  expect(result).toContain(form === 'a' ? 'Too soon. A loose page can often be glued.' : 'It may come apart')
})

test('after the first lesson the check before the course is over; practice keeps nothing', async () => {
  const { personId } = await aPerson(service)
  await post(personId, `/en/learn/${course}`)
  await post(personId, `/en/learn/${course}/worn-books/done`)
  expect((await get(personId, `/en/learn/${course}/check/pre`)).status).toBe(303)
  expect((await post(personId, `/en/learn/${course}/check/pre`, answersTo('a'))).status).toBe(303)
  for (let time = 0; time < 3; time += 1) {
    const practised = await post(personId, `/en/learn/${course}/check/practice`, {})
    expect(await practised.text()).toContain('0 of 5 right')
  }
  const kept = await asPerson(db, { personId }, (tx) => tx.selectFrom('study_check').selectAll().execute())
  expect(kept).toEqual([])
})

test('a course is done when lessons, exercise and the last check are, whatever the result, and gives its certificate', async () => {
  const { personId } = await aPerson(service, { name: 'Ada' })
  await post(personId, `/en/learn/${course}`)
  const form = (await enrolmentOf(personId))?.form_order === 'a-first' ? 'b' : 'a'
  await post(personId, `/en/learn/${course}/worn-books/done`)
  await post(personId, `/en/learn/${course}/one-shelf/done`)
  await post(personId, `/en/learn/${course}/check/post`, answersTo(form, false))
  expect((await enrolmentOf(personId))?.done_at).toBeNull()
  expect(await textOf(get(personId, `/en/learn/${course}`))).toContain('Fill in and save the template')
  await post(personId, '/en/learn/template-shelf-list/form', { version: '0', 'shelf.shelf-name': 'Tales', act: 'save' })
  expect((await enrolmentOf(personId))?.done_at).toEqual(service.clock.time)
  const page = await textOf(get(personId, `/en/learn/${course}`))
  expect(page).toContain('You were done with this on')
  const credentials = await asPerson(db, { personId }, (tx) =>
    tx.selectFrom('credentials_issued').select(['holder_name', 'subject']).execute(),
  )
  expect(credentials).toMatchObject([{ holder_name: 'Ada', subject: { title: { en: 'Shelf care, first steps' } } }])
  expect(await textOf(get(personId, '/en/learn'))).toContain('done on')
})

test('a guideline is done when its reader says so; a course cannot be marked done', async () => {
  const { personId } = await aPerson(service)
  await post(personId, `/en/learn/${guideline}`)
  expect(await textOf(get(personId, `/en/learn/${guideline}`))).toContain('Have you read to the end?')
  await post(personId, `/en/learn/${guideline}/done`)
  expect((await enrolmentOf(personId, guideline))?.done_at).toEqual(service.clock.time)
  expect((await post(personId, `/en/learn/${course}/done`)).status).toBe(404)
})

test('what was finished elsewhere is done here too, once, and gives a certificate only where it is a course', async () => {
  const learner = await aPerson(service)
  const { personId } = learner
  const coaching = 'coaching-volunteer-team'
  const room = { ...service.deps, origin: 'http://localhost:3000', findContent: releaseFinder(db) }
  for (let time = 0; time < 2; time += 1) {
    await asPerson(db, learner, (tx) => finishElsewhere(room, tx, { personId, item: coaching, at: service.clock.time }))
  }
  expect((await enrolmentOf(personId, coaching))?.done_at).toEqual(service.clock.time)
  const events = await asPerson(db, learner, (tx) => tx.selectFrom('study_event').select('object_kind').execute())
  expect(events).toEqual([{ object_kind: 'coaching' }])
  const credentials = await asPerson(db, learner, (tx) => tx.selectFrom('credentials_issued').select('id').execute())
  expect(credentials).toEqual([])
})

test('learning events are added to, read as statements, and nobody can change one', async () => {
  const { personId } = await aPerson(service)
  await post(personId, `/en/learn/${course}`)
  await post(personId, `/en/learn/${course}/worn-books/done`)
  await post(personId, `/en/learn/${course}/worn-books/done`)
  const answer = await get(personId, '/en/learn/events.json')
  const { statements } = (await answer.json()) as { statements: Record<string, unknown>[] }
  expect(statements).toHaveLength(2)
  expect(statements[1]).toMatchObject({
    actor: { account: { homePage: 'http://localhost:3000', name: personId } },
    verb: { id: 'http://adlnet.gov/expapi/verbs/completed' },
    object: {
      id: `http://localhost:3000/id/item/${course}/lesson/worn-books`,
      definition: {
        type: 'http://adlnet.gov/expapi/activities/lesson',
        name: { en: 'What worn means', fr: 'Ce que veut dire usé' },
      },
    },
    result: { completion: true },
    context: { contextActivities: { parent: [{ id: `http://localhost:3000/id/item/${course}` }] } },
    timestamp: service.clock.time.toISOString(),
  })
  const own = { personId }
  await expect(
    asPerson(db, own, (tx) => tx.updateTable('study_event').set({ verb: 'http://example.org/x' }).execute()),
  ).rejects.toThrow(/permission denied/)
  await expect(asPerson(db, own, (tx) => tx.deleteFrom('study_event').execute())).rejects.toThrow(/permission denied/)
})

test('the names in events lead to the open pages, in the reader’s language', async () => {
  const to = async (path: string) =>
    (await app.request(path, { headers: { 'accept-language': 'fr' } })).headers.get('location')
  expect(await to(`/id/item/${course}`)).toBe(`/fr/catalogue/${course}`)
  expect(await to(`/id/item/${course}/lesson/worn-books`)).toBe(`/fr/catalogue/${course}/lessons/worn-books`)
  expect(await to(`/id/item/${course}/check/b`)).toBe(`/fr/catalogue/${course}/check`)
})
