import type { Item, ItemBody } from '../content/schema.ts'
import { issueCredential } from '../credentials/index.ts'
import { whatRemains } from '../domain/learning/completion.ts'
import { completeForPerson, type HoursSource } from '../journey/learning/index.ts'
import type { RoomDependencies } from '../people/index.ts'
import type { Tx } from '../platform/database/connection.ts'
import type { Language } from '../platform/languages.ts'
import { findLearner, lockEnrolment, setDone, startEnrolment } from './enrolment-store.ts'
import { insertEvent } from './event-store.ts'
import { identifiersOf } from './identifiers.ts'
import { readItem, readProgress } from './load.ts'

type FinishDependencies = Pick<RoomDependencies, 'origin' | 'findContent' | 'release' | 'queueMail'>

/** Who finished what, in which language they read it. */
export type Finisher = { personId: string; name: string }

/**
 * After every act of a learner: when nothing remains of the item, they are done with it. Their community's pathway hears that they are
 * done, and nothing more; a course gives its certificate. Once only, however often it is called.
 *
 * @param tx begun as the learner
 * @returns whether they became done by this
 */
export async function finishIfDone(
  deps: FinishDependencies,
  tx: Tx,
  given: { person: Finisher; item: Item; body: ItemBody | undefined; language: Language; at: Date },
): Promise<boolean> {
  const { person, item, body, at } = given
  const { personId } = person
  const enrolment = await lockEnrolment(tx, { personId, item: item.id })
  if (enrolment === undefined || enrolment.doneAt !== undefined) return false
  const progress = await readProgress(tx, { personId, item: item.id, body, markedAt: enrolment.markedAt })
  if (whatRemains(item.id, body, progress).length > 0) return false
  await becomeDone(deps, tx, given)
  await completeForPerson(deps, tx, { personId, item: item.id, at })
  return true
}

/**
 * Someone finished an item elsewhere than on its own page: a package said so, or a coaching session was held. It is done for them as if
 * they had finished it here, and on their pathways.
 *
 * @param tx begun as the learner
 * @param given.hours that it took, where that is known
 * @returns how many pathways it was open on
 */
export async function finishElsewhere(
  deps: FinishDependencies,
  tx: Tx,
  given: { personId: string; item: string; hours?: number; source?: HoursSource; at: Date },
): Promise<number> {
  const { personId, at } = given
  const read = await readItem(deps, deps.release, given.item)
  const learner = await findLearner(tx, personId)
  if (read && learner) {
    await startEnrolment(tx, { personId, item: given.item, release: read.release, at })
    const enrolment = await lockEnrolment(tx, { personId, item: given.item })
    if (enrolment?.doneAt === undefined) {
      const { item, body } = read
      await becomeDone(deps, tx, {
        person: { personId, name: learner.name },
        item,
        body,
        language: learner.language,
        at,
      })
    }
  }
  return completeForPerson(deps, tx, given)
}

/** Sets down that someone is done, once; a course, wherever it was made, gives its certificate. */
async function becomeDone(
  deps: FinishDependencies,
  tx: Tx,
  given: { person: Finisher; item: Item; body: ItemBody | undefined; language: Language; at: Date },
): Promise<void> {
  const { person, item, body, language, at } = given
  const { personId } = person
  await setDone(tx, { personId, item: item.id, at })
  await insertEvent(tx, {
    personId,
    verb: 'completed',
    object: identifiersOf(deps.origin).item(item.id),
    objectKind: body?.kind ?? 'item',
    result: { completion: true },
    at,
  })
  const isCourse = item.kind === 'course-basic' || item.kind === 'course-advanced'
  // What people say of themselves gives none.
  if (isCourse && (body?.kind === 'course' || body?.kind === 'package')) {
    await issueCredential(deps, tx, {
      personId,
      holderName: person.name,
      kind: 'course',
      subject: {
        id: item.id,
        title: item.title,
        hours: item.hours,
        objectives: item.objectives.map(({ text }) => text),
      },
      language,
      at,
    })
  }
}
