import { Hono } from 'hono'
import type { Pack } from '../content/schema.ts'
import type { ActorEnvironment, RoomDependencies } from '../people/index.ts'
import { caseloadRoutes } from './caseload/routes.tsx'
import { messagesRoutes } from './messages/routes.tsx'
import { questionsRoutes } from './questions/routes.tsx'
import { searchRoutes } from './search/routes.tsx'

export { sendDigests } from './digest/send-digests.ts'
export { messagesExport } from './messages/messages-export.ts'
export { ownMessages, ownNotes } from './own-store.ts'

/** What people do across journeys: the caseload, messages, questions to experts, search. */
export function deskRoutes(deps: RoomDependencies & { pack: Pack }) {
  return new Hono<ActorEnvironment>()
    .route('/', caseloadRoutes(deps))
    .route('/', messagesRoutes(deps))
    .route('/', questionsRoutes(deps))
    .route('/', searchRoutes(deps))
}
