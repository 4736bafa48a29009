import { randomUUID } from 'node:crypto'
import { asPerson, saveDirectoryEntry } from '../../src/people/index.ts'
import { signedInAs } from '../sign-in.ts'
import type { TestApp } from '../test-app.ts'
import { aCommunity, aJourney, aPerson } from './communities.ts'

export type Person = Awaited<ReturnType<typeof aPerson>>

/** People who ask, answer, choose and publish, with what a browser of theirs does. */
export async function supportPeople(service: TestApp) {
  const { app, db, clock, pack } = service
  const item = pack.items[0]?.id ?? ''
  const component = pack.items[0]?.lifts[0]?.component ?? ''
  const discipline = pack.components.find(({ id }) => id === component)?.domain ?? ''

  const get = (person: Person, path: string) => app.request(path, { headers: signedInAs(person.personId) })
  const read = async (person: Person, path: string) => (await get(person, path)).text()
  const post = (person: Person, path: string, fields: Record<string, string>) =>
    app.request(path, {
      method: 'POST',
      headers: { ...signedInAs(person.personId), 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields),
    })
  const bringIn = (person: Person, changes: Parameters<typeof saveDirectoryEntry>[1]['changes']) =>
    asPerson(db, person, (tx) =>
      saveDirectoryEntry(tx, {
        personId: person.personId,
        changes: { takesQuestions: true, takesSessions: true, ...changes },
        version: 0,
        at: clock.time,
      }),
    )

  const expert = await aPerson(service, { name: 'Xenia', staff: ['expert'] })
  const second = await aPerson(service, { name: 'Yves', staff: ['expert'] })
  const advisor = await aPerson(service, { name: 'Ada', staff: ['advisor'] })
  const manager = await aPerson(service, { name: 'Mo', staff: ['manager'] })
  const author = await aPerson(service, { name: 'Aya', staff: ['author'] })
  await bringIn(expert, { languages: ['en'], disciplines: [discipline], mostQuestions: 50 })
  await bringIn(second, { languages: ['fr'], disciplines: [discipline], mostQuestions: 50 })
  await bringIn(advisor, { languages: ['en'], disciplines: [], takesQuestions: false })

  /** A community with a lead, a contributor and its advisor, on its way. */
  const place = async (given: { dataTerms?: string; name?: string } = {}) => {
    const lead = await aPerson(service, { name: 'Lee' })
    const helper = await aPerson(service, { name: 'Hana Helper' })
    const communityId = await aCommunity(service, {
      name: given.name ?? 'Cedar Flats',
      members: [
        ['lead', lead],
        ['contributor', helper],
      ],
      assigned: [['advisor', advisor]],
      ...(given.dataTerms ? { dataTerms: given.dataTerms } : {}),
    })
    const journeyId = await aJourney(service, { communityId, by: lead, stage: 'learning' })
    return { lead, helper, communityId, journeyId, at: `/en/communities/${communityId}/support` }
  }

  /** Sends the form of a question. @returns its id and the answer */
  const ask = async (at: string, by: Person, fields: Record<string, string> = {}) => {
    const id = randomUUID()
    const usual = { id, subject: 'How do we begin?', body: 'We have no list yet.', language: 'en', discipline, item }
    const answer = await post(by, `${at}/ask`, { ...usual, ...fields })
    return { id: fields.id ?? id, status: answer.status }
  }

  return { item, component, discipline, get, read, post, expert, second, advisor, manager, author, place, ask }
}
