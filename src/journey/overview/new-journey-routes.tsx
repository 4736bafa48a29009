import { Hono } from 'hono'
import { paths } from '../../paths.ts'
import {
  asPerson,
  frameOf,
  getCommunity,
  lockCommunity,
  type PlaceEnvironment,
  type RoomDependencies,
} from '../../people/index.ts'
import type { Tx } from '../../platform/database/connection.ts'
import { readForm, textIn } from '../../platform/web/posted-form.ts'
import { documentOf } from '../../ui/layout.tsx'
import { insertJourney, listJourneys, recordEvent } from '../record/index.ts'
import { NewJourneyPage } from './aside-pages.tsx'

/** A community with members starts a journey by itself, under the newest release. */
export function newJourneyRoutes(deps: RoomDependencies) {
  const { db, asset, guard, now } = deps
  return new Hono<PlaceEnvironment>()
    .get('/communities/:community/journeys/new', guard.community('journey.start'), async (c) => {
      const { actor, place } = c.var
      const running = await asPerson(db, actor, (tx) => findRunning(tx, place.communityId))
      return c.html(documentOf(<NewJourneyPage frame={frameOf(c, asset)} place={place} running={running} />))
    })
    .post('/communities/:community/journeys/new', guard.community('journey.start'), async (c) => {
      const { actor, place, language } = c.var
      const weeks = textIn(await readForm(c.req), 'weeks') === '4' ? 4 : 6
      const journeyId = await asPerson(db, actor, async (tx) => {
        // The lock makes a second click wait, and then find the journey of the first.
        await lockCommunity(tx, place.communityId)
        const running = await findRunning(tx, place.communityId)
        if (running !== undefined) return running
        const community = await getCommunity(tx, place.communityId)
        const id = await insertJourney(tx, {
          communityId: community.id,
          release: deps.release,
          language: community.language,
          alone: true,
          weeks,
          at: now(),
          by: actor.personId,
        })
        const event = { communityId: community.id, journeyId: id, personId: actor.personId, at: now() }
        await recordEvent(tx, { ...event, act: 'journey.started', detail: { alone: 'yes', weeks } })
        return id
      })
      return c.redirect(paths.journey(language, journeyId), 303)
    })
}

/** The journey of a community that is not over. */
async function findRunning(tx: Tx, communityId: string): Promise<string | undefined> {
  const journeys = await listJourneys(tx, communityId)
  return journeys.find(({ state, stage }) => (state === 'active' || state === 'paused') && stage !== 'closed')?.id
}
