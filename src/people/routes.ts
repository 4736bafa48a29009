import { Hono } from 'hono'
import type { RoomDependencies } from './access/room.ts'
import { communityRoutes } from './communities/community-routes.tsx'
import { consentRoutes } from './communities/consent-routes.tsx'
import { invitationRoutes } from './communities/invitation-routes.tsx'
import { membersRoutes } from './communities/members-routes.tsx'
import { accountRoutes } from './own/account-routes.tsx'
import { dataRoutes } from './own/data-routes.tsx'
import type { PersonalData } from './own/personal-data.ts'
import { startRoutes } from './start/routes.tsx'
import type { StartPart } from './start/start-part.ts'

/**
 * Communities, their people and consent, and each person's own pages.
 *
 * @param personalData what the other rooms keep about a person
 * @param startParts what the other rooms show on the page a person starts from
 */
export function peopleRoutes(
  deps: RoomDependencies,
  personalData: readonly PersonalData[],
  startParts: readonly StartPart[],
) {
  return new Hono()
    .route('/', startRoutes(deps, startParts))
    .route('/', accountRoutes(deps))
    .route('/', dataRoutes(deps, personalData))
    .route('/', invitationRoutes(deps))
    .route('/', communityRoutes(deps))
    .route('/', membersRoutes(deps))
    .route('/', consentRoutes(deps))
}
