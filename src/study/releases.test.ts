import { expect, test } from 'vitest'
import { aCommunity, aJourney, aPerson } from '../../test/builders/communities.ts'
import { aPathway } from '../../test/builders/pathways.ts'
import { signedInAs } from '../../test/sign-in.ts'
import { testApp } from '../../test/test-app.ts'
import { createApp } from '../app.ts'
import { publishRelease } from '../content/publish.ts'
import { packHash } from '../content/release.ts'
import type { CourseBody, Pack } from '../content/schema.ts'
import { asPerson } from '../people/index.ts'

const service = await testApp('sample')
const { db, pack, deps, clock } = service
const course = 'shelf-care-first-steps'

/** The sample pack as its authors might publish it next: one lesson new, one rewritten. */
async function published(change: (body: CourseBody) => CourseBody) {
  const body = pack.bodies[course]
  if (body?.kind !== 'course') throw new Error('The sample pack has no such course')
  const next: Pack = { ...pack, version: '9.0.0', bodies: { ...pack.bodies, [course]: change(body) } }
  const hash = packHash(next)
  await publishRelease(db, next, hash, clock.time)
  return createApp({ ...deps, pack: next, release: hash })
}

const rewritten = await published((body) => {
  const [first, ...others] = body.lessons
  if (first === undefined) return body
  const added = { ...first, id: 'mending', title: { en: 'Mending', fr: 'La réparation' } }
  const text = { en: `${first.text.en}\n\nAnd one more thing.`, fr: `${first.text.fr}\n\nEt une chose de plus.` }
  return { ...body, lessons: [{ ...first, text }, added, ...others] }
})
const sameText = await published((body) => ({ ...body }))

const post = (app: typeof rewritten, personId: string, path: string, form: Record<string, string> = {}) =>
  app.request(path, {
    method: 'POST',
    headers: { ...signedInAs(personId), 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form),
  })
const read = async (app: typeof rewritten, personId: string, path: string) =>
  (await app.request(path, { headers: signedInAs(personId) })).text()
const releaseOf = async (personId: string) =>
  (await asPerson(db, { personId }, (tx) => tx.selectFrom('study_enrolment').select('release').execute()))[0]?.release

async function aLearner() {
  const { personId } = await aPerson(service)
  await post(service.app, personId, `/en/learn/${course}`)
  await post(service.app, personId, `/en/learn/${course}/worn-books/notes`, { note: 'Mine', version: '0' })
  await post(service.app, personId, `/en/learn/${course}/worn-books/done`)
  return personId
}

test('a learner goes on with the text they started on, and is offered the newer one with what is different', async () => {
  const personId = await aLearner()
  const page = await read(rewritten, personId, `/en/learn/${course}`)
  expect(page).toContain('There is a newer text')
  expect(page).toContain('New lessons: Mending')
  expect(page).toContain('Rewritten: What worn means')
  expect(page).not.toContain(`href="/en/learn/${course}/mending"`)
  expect(await read(rewritten, personId, `/en/learn/${course}/worn-books`)).not.toContain('And one more thing')
})

test('moving on keeps lessons that are done, notes and the place', async () => {
  const personId = await aLearner()
  const [, newest = ''] =
    /name="release" value="([0-9a-f]+)"/.exec(await read(rewritten, personId, `/en/learn/${course}`)) ?? []
  // An offer that is not the newest any more changes nothing.
  await post(rewritten, personId, `/en/learn/${course}/move-on`, { release: service.release })
  expect(await releaseOf(personId)).toBe(service.release)
  const moved = await post(rewritten, personId, `/en/learn/${course}/move-on`, { release: newest })
  expect(moved.headers.get('location')).toBe(`/en/learn/${course}?moved-on`)
  expect(await releaseOf(personId)).toBe(newest)
  const page = await read(rewritten, personId, `/en/learn/${course}?moved-on`)
  expect(page).toContain('You are now reading the newer text')
  expect(page).not.toContain('There is a newer text')
  expect(page).toContain(`href="/en/learn/${course}/mending"`)
  const lesson = await read(rewritten, personId, `/en/learn/${course}/worn-books`)
  expect(lesson).toContain('And one more thing')
  expect(lesson).toContain('You marked this lesson as done')
  expect(lesson).toContain('Mine</textarea>')
  // Sent once more, it says nothing and changes nothing.
  expect((await post(rewritten, personId, `/en/learn/${course}/move-on`, { release: newest })).status).toBe(303)
})

test('a new release with the same text offers nothing', async () => {
  const personId = await aLearner()
  expect(await read(sameText, personId, `/en/learn/${course}`)).not.toContain('There is a newer text')
})

test('who starts now reads the newest text; what a journey assigns is read in the journey’s release', async () => {
  const alone = await aPerson(service)
  await post(rewritten, alone.personId, `/en/learn/${course}`)
  expect(await releaseOf(alone.personId)).not.toBe(service.release)
  const member = await aPerson(service)
  const communityId = await aCommunity(service, { members: [['lead', member]] })
  const journeyId = await aJourney(service, { communityId, by: member, stage: 'learning' })
  await aPathway(service, { communityId, journeyId, by: member, items: [{ item: course, people: [member] }] })
  await post(rewritten, member.personId, `/en/learn/${course}`)
  expect(await releaseOf(member.personId)).toBe(service.release)
})
