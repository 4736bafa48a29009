import type { Item, ItemBody, Pack } from '../content/schema.ts'
import { type BodyChanges, bodyChanges } from '../domain/learning/body-changes.ts'
import type { StudyProgress } from '../domain/learning/completion.ts'
import { listMyAssignments } from '../journey/learning/index.ts'
import { asPerson, type RoomDependencies } from '../people/index.ts'
import type { Tx } from '../platform/database/connection.ts'
import { NotFoundError } from '../platform/errors.ts'
import { listChecks } from './check-store.ts'
import { type Enrolment, findEnrolment, listLessonsDone } from './enrolment-store.ts'
import { listDraftsAmong, listKeptAmong } from './template-store.ts'

/** An item as one person studies it, or would when they start it. */
export type Studied = {
  pack: Pack
  /** Of the text they read: the one they started on; before that, their journey's or the newest. */
  release: string
  item: Item
  body: ItemBody | undefined
  enrolment: Enrolment | undefined
}

type Dependencies = Pick<RoomDependencies, 'db' | 'findContent' | 'release'>

/** @throws NotFoundError when that release has no such item */
export async function loadStudied(deps: Dependencies, personId: string, itemId: string): Promise<Studied> {
  const { enrolment, pinned } = await asPerson(deps.db, { personId }, async (tx) => {
    const found = await findEnrolment(tx, { personId, item: itemId })
    return { enrolment: found, pinned: found?.release ?? (await releaseOfAssignment(tx, personId, itemId)) }
  })
  const found = await readItem(deps, pinned ?? deps.release, itemId)
  if (found === undefined) throw new NotFoundError()
  return { ...found, enrolment }
}

/** What is assigned by a journey is read in the release that the journey began with. */
async function releaseOfAssignment(tx: Tx, personId: string, item: string): Promise<string | undefined> {
  const [first] = await listMyAssignments(tx, personId, item)
  return first?.release
}

/** An item and its text in a release; nothing when the release has no such item. */
export async function readItem(
  deps: Pick<RoomDependencies, 'findContent'>,
  hash: string,
  itemId: string,
): Promise<Omit<Studied, 'enrolment'> | undefined> {
  const content = await deps.findContent(hash)
  const item = content?.pack.items.find((one) => one.id === itemId)
  if (content === undefined || item === undefined) return undefined
  return { pack: content.pack, release: content.release, item, body: bodyOf(content.pack, itemId) }
}

/** The text of an item, where it is written. */
export function bodyOf(pack: Pack, itemId: string): ItemBody | undefined {
  return Object.hasOwn(pack.bodies, itemId) ? pack.bodies[itemId] : undefined
}

/** Whether someone is done with what is still open for them on a pathway: it came there later. */
export async function isCountable(tx: Tx, personId: string, studied: Studied): Promise<boolean> {
  if (studied.enrolment?.doneAt === undefined) return false
  return (await listMyAssignments(tx, personId, studied.item.id)).some(({ state }) => state !== 'done')
}

/** A newer text of what someone reads, and how it differs. */
export type NewerText = { release: string; body: ItemBody; changes: BodyChanges }

/** @returns nothing when they read the newest text, whatever release it comes in */
export async function findNewerText(deps: Dependencies, studied: Studied): Promise<NewerText | undefined> {
  if (studied.enrolment === undefined || studied.release === deps.release) return undefined
  const newest = await readItem(deps, deps.release, studied.item.id)
  const changes = newest && bodyChanges(studied.body, newest.body)
  return newest?.body && changes ? { release: newest.release, body: newest.body, changes } : undefined
}

/** What a person has done of an item so far. */
export async function readProgress(
  tx: Tx,
  given: { personId: string; item: string; body: ItemBody | undefined; markedAt: Date | undefined },
): Promise<StudyProgress> {
  const { personId, item, body } = given
  const exercises = body?.kind === 'course' ? body.lessons.flatMap(({ exercise }) => exercise?.template ?? []) : []
  const kept = await listKeptAmong(tx, personId, [item, ...exercises])
  const checks = await listChecks(tx, { personId, item })
  return {
    lessonsDone: await listLessonsDone(tx, { personId, item }),
    templatesSaved: (await listDraftsAmong(tx, personId, exercises)).union(kept),
    templatesKept: kept,
    checksSent: new Set(Object.keys(checks) as ('pre' | 'post')[]),
    marked: given.markedAt !== undefined,
  }
}
