import type { Context } from 'hono'
import type { Guide, Pack } from '../../content/schema.ts'
import { may, type Standing } from '../../domain/access.ts'
import { asPerson, type JourneyEnvironment, type RoomDependencies } from '../../people/index.ts'
import type { Tx } from '../../platform/database/connection.ts'
import { ConflictError, NotFoundError } from '../../platform/errors.ts'
import { getCommunityOf, getJourney, type Journey } from '../record/index.ts'
import type { Booking, Partner } from './booking-store.ts'
import type { About } from './mails.ts'
import { type Interview, lockInterview } from './store.ts'
import { summaryState } from './summary.ts'

/** How long an interview takes (Method 5.3). */
export const interviewMinutes = 75

type Place = JourneyEnvironment['Variables']['place']

/** Notes are for the community's members and its advisor. */
export function seesNotes(standing: Standing): boolean {
  return may('interview.notes', standing)
}

export function isMember(standing: Standing): boolean {
  return standing.community.some((role) => ['lead', 'contributor', 'steward'].includes(role))
}

/** Whether what belongs to the interview may be changed: the journey runs, and its summary is not frozen. */
export function isOpen(place: Place, interview: Interview, now: Date): boolean {
  const { stage, state } = place.journey
  return state === 'active' && stage !== 'request' && summaryState(interview, now).kind !== 'frozen'
}

/** Whether notes and needs may still be written: once the days for corrections are over they may not. */
export function isWritable(place: Place, interview: Interview, now: Date): boolean {
  return isOpen(place, interview, now) && summaryState(interview, now).kind !== 'over'
}

/** The guide of the release that a journey is pinned to. */
export async function guideOf(
  { findContent }: Pick<RoomDependencies, 'findContent'>,
  journey: Pick<Journey, 'release'>,
): Promise<{ pack: Pack; guide: Guide; release: string }> {
  const content = await findContent(journey.release)
  const guide = content?.pack.guides.find(({ id }) => id === 'interview')
  if (content === undefined || guide === undefined) throw new NotFoundError()
  return { pack: content.pack, guide, release: content.release }
}

/** What a message of the interview is about. */
export async function aboutOf(tx: Tx, place: Place): Promise<About> {
  const community = await getCommunityOf(tx, place.communityId)
  return {
    journeyId: place.journey.id,
    communityId: place.communityId,
    communityName: place.communityName,
    communityZone: community.time_zone,
  }
}

/** Those an invitation goes to: the leads, the members who take part, and the advisor. */
export function invitedOf(
  partners: readonly Partner[],
  booking: Pick<Booking, 'advisorId'>,
  participants: readonly { personId?: string | undefined }[],
): Partner[] {
  const taking = new Set(participants.flatMap(({ personId }) => personId ?? []))
  return partners.filter(
    ({ personId, roles }) => roles.includes('lead') || taking.has(personId) || personId === booking.advisorId,
  )
}

/**
 * Does an act on the interview in one transaction, under its lock.
 *
 * @throws ConflictError when the interview can no longer be changed
 */
export async function change<T>(
  deps: Pick<RoomDependencies, 'db' | 'now'>,
  c: Context<JourneyEnvironment>,
  act: (tx: Tx, given: { journey: Journey; interview: Interview; now: Date }) => Promise<T>,
  allowed: typeof isOpen = isWritable,
): Promise<T> {
  const { actor, place } = c.var
  return asPerson(deps.db, actor, async (tx) => {
    const journey = await getJourney(tx, place.journey.id)
    const interview = await lockInterview(tx, journey)
    const now = deps.now()
    if (!allowed(place, interview, now)) throw new ConflictError()
    return act(tx, { journey, interview, now })
  })
}
