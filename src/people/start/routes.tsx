import { Hono } from 'hono'
import { dayIn } from '../../ui/dates.ts'
import { documentOf } from '../../ui/layout.tsx'
import type { ActorEnvironment } from '../access/actor.ts'
import { asPerson, asService } from '../access/person-store.ts'
import { frameOf, type RoomDependencies } from '../access/room.ts'
import { listInvitationsTo } from '../communities/invitation-store.ts'
import { listJourneyLines } from '../communities/overview-store.ts'
import { listOwnCommunities } from '../own/own-store.ts'
import { StartPage } from './start-page.tsx'
import type { StartPart } from './start-part.ts'

/** Where a signed-in person starts. */
export function startRoutes({ db, guard, asset, now }: RoomDependencies, startParts: readonly StartPart[]) {
  return new Hono<ActorEnvironment>().get('/start', guard.program('account.own'), async (c) => {
    const { actor } = c.var
    const { communities, journeys, parts } = await asPerson(db, actor, async (tx) => {
      const own = (await listOwnCommunities(tx, actor.personId)).filter(({ left }) => !left)
      const asked = {
        personId: actor.personId,
        language: c.var.language,
        today: dayIn(now(), actor.timeZone),
      }
      const parts = []
      for (const part of startParts) parts.push(await part(tx, asked))
      return {
        communities: own,
        parts: parts.filter((part) => part !== undefined),
        journeys: await listJourneyLines(
          tx,
          own.map(({ communityId }) => communityId),
        ),
      }
    })
    // Whoever is invited may not read the community yet, so the service reads its name for them.
    const invitations = await asService(db, (tx) => listInvitationsTo(tx, actor.email, now()))
    return c.html(
      documentOf(
        <StartPage
          frame={frameOf(c, asset)}
          name={actor.name}
          timeZone={actor.timeZone}
          communities={communities}
          journeys={journeys}
          invitations={invitations}
          parts={parts}
        />,
      ),
    )
  })
}
