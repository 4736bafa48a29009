import { Hono } from 'hono'
import { asPerson, frameOf, type JourneyEnvironment, type RoomDependencies } from '../../people/index.ts'
import { calendarType } from '../../platform/calendar.ts'
import { NotFoundError } from '../../platform/errors.ts'
import { documentOf } from '../../ui/layout.tsx'
import { findLatestDocument, getJourney } from '../record/index.ts'
import { bookingRoutes } from './booking-routes.tsx'
import { findBooking, listParticipants, listPartners } from './booking-store.ts'
import { guideRoutes } from './guide-routes.tsx'
import { InterviewPage } from './interview-page.tsx'
import { aboutOf, guideOf, invitedOf, isOpen, seesNotes } from './load.ts'
import { interviewCalendar } from './mails.ts'
import { readInterview } from './store.ts'
import { summaryState } from './summary.ts'
import { summaryRoutes } from './summary-routes.tsx'

/** The needs interview of a journey: booking, guide, notes, needs, summary. */
export function interviewRoutes(deps: RoomDependencies) {
  const { db, guard, now, asset } = deps
  return new Hono<JourneyEnvironment>()
    .get('/journeys/:journey/interview', guard('interview.see'), async (c) => {
      const { actor, place, standing } = c.var
      const view = await asPerson(db, actor, async (tx) => {
        const journey = await getJourney(tx, place.journey.id)
        const { guide } = await guideOf(deps, journey)
        const interview = await readInterview(tx, journey.id)
        const { communityZone } = await aboutOf(tx, place)
        return {
          guide,
          interview,
          zones: { reader: actor.timeZone, community: communityZone },
          booking: await findBooking(tx, journey.id),
          participants: await listParticipants(tx, journey.id),
          state: summaryState(interview, now()),
          open: isOpen(place, interview, now()),
          document: (await findLatestDocument(tx, journey.id, 'needs-summary'))?.id,
        }
      })
      const common = { frame: frameOf(c, asset), place, standing, seesNotes: seesNotes(standing) }
      return c.html(documentOf(<InterviewPage {...common} {...view} />))
    })

    .get('/journeys/:journey/interview/invitation.ics', guard('interview.see'), async (c) => {
      const { actor, place, language } = c.var
      const file = await asPerson(db, actor, async (tx) => {
        const booking = await findBooking(tx, place.journey.id)
        if (booking?.state !== 'booked') throw new NotFoundError()
        const partners = await listPartners(tx, place.communityId)
        const invited = invitedOf(partners, booking, await listParticipants(tx, place.journey.id))
        return interviewCalendar(deps, await aboutOf(tx, place), { booking, invited, language, method: 'request' })
      })
      return c.body(file, 200, {
        'Content-Type': calendarType('request'),
        'Content-Disposition': 'attachment; filename="invitation.ics"',
      })
    })

    .route('/', bookingRoutes(deps))
    .route('/', guideRoutes(deps))
    .route('/', summaryRoutes(deps))
}
