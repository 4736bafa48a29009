import type { Context } from 'hono'
import type { Component, Pack } from '../../content/schema.ts'
import { takesAnswers } from '../../domain/participation.ts'
import { asPerson, type JourneyEnvironment, type RoomDependencies } from '../../people/index.ts'
import type { Tx } from '../../platform/database/connection.ts'
import { ConflictError, NotFoundError } from '../../platform/errors.ts'
import { getCommunityOf, getJourney, type Journey } from '../record/index.ts'
import type { About } from './mails.ts'
import { findOwn, type Respondent } from './respondent-store.ts'
import { findRound, lockRow, type Round } from './round-store.ts'

export type Place = JourneyEnvironment['Variables']['place']

/** Answers change after the lock only while the journey stands in the diagnostic: going back there took a reason too. */
export const mayUnlock = ({ journey }: Place) => journey.state === 'active' && journey.stage === 'diagnostic'

/** A round, the pack its release holds, and where it takes place. */
export type Loaded = { round: Round; pack: Pack; journey: Journey; timeZone: string }

/** The pack of a release. */
export async function packOf(deps: Pick<RoomDependencies, 'findContent'>, release: string): Promise<Pack> {
  const content = await deps.findContent(release)
  if (content === undefined) throw new NotFoundError()
  return content.pack
}

/** The baseline of the journey; with `lock`, under its lock. @throws NotFoundError when it is not open yet */
export async function loadRound(
  deps: Pick<RoomDependencies, 'findContent'>,
  tx: Tx,
  place: Place,
  options: { lock?: true } = {},
): Promise<Loaded> {
  const found = await findRound(tx, place.journey.id, 'baseline')
  if (found === undefined) throw new NotFoundError()
  const round = options.lock ? await lockRow(tx, found.id) : found
  const community = await getCommunityOf(tx, place.communityId)
  return {
    round,
    pack: await packOf(deps, round.release),
    journey: await getJourney(tx, place.journey.id),
    timeZone: community.time_zone,
  }
}

/** What mail about a round says of it. */
export function aboutOf({ round, journey, timeZone }: Loaded, place: Place): About {
  return { place, round, timeZone, language: journey.language }
}

/** Whether the round may be changed by those who run it. */
export function mayRun(place: Place, round: Pick<Round, 'lockedAt'>): boolean {
  return place.journey.state === 'active' && round.lockedAt === undefined
}

/**
 * Does an act of those who run the round, under its lock.
 *
 * @throws ConflictError when it is locked or the journey does not run
 */
export async function change<T>(
  deps: Pick<RoomDependencies, 'db' | 'now' | 'findContent'>,
  c: Context<JourneyEnvironment>,
  act: (tx: Tx, given: Loaded & { now: Date }) => Promise<T>,
): Promise<T> {
  const { actor, place } = c.var
  return asPerson(deps.db, actor, async (tx) => {
    const loaded = await loadRound(deps, tx, place, { lock: true })
    if (!mayRun(place, loaded.round)) throw new ConflictError()
    return act(tx, { ...loaded, now: deps.now() })
  })
}

/** Why no answer is taken just now. */
export type Closed = 'locked' | 'closed' | 'handed-in'

/** Why a respondent's answers may not change; nothing when they may. */
export function closedFor(
  place: Place,
  round: Round,
  respondent: Pick<Respondent, 'submittedAt'>,
  now: Date,
): Closed | undefined {
  if (round.lockedAt) return 'locked'
  if (place.journey.state !== 'active' || !takesAnswers(round, now)) return 'closed'
  return respondent.submittedAt ? 'handed-in' : undefined
}

/** What a respondent is asked, in the pack's order: what they were given, and what they answered besides. */
export function askedOf(
  pack: Pack,
  round: Round,
  respondent: Pick<Respondent, 'components' | 'answered'>,
): Component[] {
  const ids = new Set([...(respondent.components ?? round.components), ...respondent.answered])
  return pack.components.filter(({ id }) => ids.has(id))
}

/** Ids of what a respondent was given. */
export function givenTo(round: Round, respondent: Pick<Respondent, 'components'>): string[] {
  return respondent.components ?? round.components
}

/** The respondent that the person who asks is. @throws NotFoundError when they are none */
export async function getOwn(
  tx: Tx,
  c: Context<JourneyEnvironment>,
  round: Round,
  options: { lock?: true } = {},
): Promise<Respondent> {
  const own = await findOwn(tx, round.id, { ...c.var.actor, ...options })
  if (own === undefined || own.withdrawnAt) throw new NotFoundError()
  return own
}
