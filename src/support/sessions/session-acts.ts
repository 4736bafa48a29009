import { z } from 'zod'
import { insertAction } from '../../journey/action-plan/index.ts'
import { recordHours } from '../../journey/learning/index.ts'
import { getCommunityOf, recordEvent } from '../../journey/record/index.ts'
import { asPerson, asService, type RoomDependencies } from '../../people/index.ts'
import type { Tx } from '../../platform/database/connection.ts'
import { ConflictError } from '../../platform/errors.ts'
import type { Language } from '../../platform/languages.ts'
import { finishElsewhere } from '../../study/index.ts'
import { tellOfSession } from './mails.ts'
import { changeSession, listPeople, lockSession, type Session, saveNotes } from './store.ts'

/** Whoever acts on a session: a member, the advisor, or whoever holds it. The routes have checked that they may. */
type By = { personId: string; language: Language }

/** Adds a line to the community's record. */
function record(tx: Tx, session: Session, by: string, act: string, at: Date, detail: Record<string, unknown> = {}) {
  return recordEvent(tx, {
    communityId: session.communityId,
    ...(session.journeyId === undefined ? {} : { journeyId: session.journeyId }),
    personId: by,
    act,
    at,
    detail: { session: session.id, ...detail },
  })
}

/** Cancels a booked session and tells everyone; cancelled twice, nothing more happens. */
export async function cancelSession(
  deps: RoomDependencies,
  given: { session: Session; by: By; reason: string },
): Promise<void> {
  await asService(deps.db, async (tx) => {
    const session = await lockSession(tx, given.session.id)
    if (session.state !== 'booked') return
    await changeSession(tx, session.id, { state: 'cancelled', reason: given.reason })
    await record(tx, session, given.by.personId, 'support.session-cancelled', deps.now())
    const { name, time_zone: timeZone } = await getCommunityOf(tx, session.communityId)
    await tellOfSession(deps, tx, {
      kind: 'cancelled',
      session: { ...session, sequence: session.sequence + 1 },
      people: await listPeople(tx, session.id),
      community: { name, timeZone },
      ...(given.reason ? { reason: given.reason } : {}),
    })
  })
}

/** Saves what was noted. @returns false when someone else saved notes since `version` */
export async function noteSession(
  deps: RoomDependencies,
  given: { session: Session; by: By; notes: string; version: number },
): Promise<boolean> {
  const { session, by, notes, version } = given
  return asService(deps.db, async (tx) => {
    const saved = await saveNotes(tx, { id: session.id, notes, version, language: by.language, by: by.personId })
    if (saved) await record(tx, session, by.personId, 'support.session-noted', deps.now())
    return saved
  })
}

/** What came of a session goes into the action plan; the same form sent twice makes one action. */
export async function addSessionAction(
  deps: RoomDependencies,
  given: {
    session: Session
    by: By
    id: string
    title: string
    due: string | undefined
    component: string | undefined
  },
): Promise<void> {
  const { session, by } = given
  const { journeyId } = session
  if (journeyId === undefined) throw new ConflictError()
  const at = deps.now()
  await asService(deps.db, async (tx) => {
    const added = await insertAction(tx, {
      id: given.id,
      journeyId,
      communityId: session.communityId,
      language: by.language,
      values: {
        title: given.title,
        description: '',
        component: given.component,
        due: given.due,
        ownerId: undefined,
        ownerName: '',
        effortHours: undefined,
        costCents: undefined,
        status: 'planned',
      },
      at,
      by: by.personId,
    })
    if (added) await record(tx, session, by.personId, 'support.session-action', at, { action: given.id })
  })
}

/**
 * The session was held. Whoever took part has its hours, and the item is done for those who have it on their pathway. The hours come
 * first, each counted once: if this is cut off, doing it again completes it.
 */
export async function holdSession(
  deps: RoomDependencies,
  given: { session: Session; by: By; hours: number },
): Promise<void> {
  const { session, hours } = given
  const at = deps.now()
  const people = await asService(deps.db, (tx) => listPeople(tx, session.id))
  for (const personId of people) {
    await asPerson(deps.db, { personId }, (tx) => countFor(deps, tx, { session, personId, hours, at }))
  }
  await asService(deps.db, async (tx) => {
    const locked = await lockSession(tx, session.id)
    if (locked.state !== 'booked') return
    await changeSession(tx, session.id, { state: 'held', hours, heldAt: at })
    await record(tx, session, given.by.personId, 'support.session-held', at, { hours })
  })
}

async function countFor(
  deps: RoomDependencies,
  tx: Tx,
  given: { session: Session; personId: string; hours: number; at: Date },
): Promise<void> {
  const { session, personId, hours, at } = given
  const { item, journeyId, communityId } = session
  const done =
    item === undefined ? 0 : await finishElsewhere(deps, tx, { personId, item, hours, source: 'session', at })
  if (done > 0 || journeyId === undefined) return
  await recordHours(tx, {
    journeyId,
    communityId,
    personId,
    hours,
    source: 'session',
    about: `session:${session.id}`,
    at,
  })
}

/** Hours as people write them, with a point or a comma. @returns nothing below a quarter or above twelve */
export function readHours(text: string): number | undefined {
  const read = z.coerce
    .number()
    .min(0.25)
    .max(12)
    .safeParse(text.trim().replace(',', '.') || 'none')
  return read.success ? Math.round(read.data * 100) / 100 : undefined
}

/** A day as forms send it. */
export function isDay(text: string): boolean {
  return z.iso.date().safeParse(text).success
}
