import { Hono } from 'hono'
import type { RoomDependencies } from '../../people/index.ts'
import type { AppEnvironment } from '../../platform/web/environment.ts'
import { advisorRoutes } from './advisor-routes.tsx'
import { agreementRoutes } from './agreement-routes.tsx'
import { carryRoutes } from './carry-routes.tsx'
import { programRequestRoutes } from './program-routes.tsx'
import { publicRequestRoutes } from './request-routes.tsx'

export type { StoredAdvisor } from './advisor-store.ts'
export { requestFacts } from './agreement-store.ts'
export { agreementsExport } from './agreements-export.ts'
export { type CarriedSelfCheck, findCarried } from './carried-store.ts'
export { ownRequests } from './own-store.ts'

/** From the first request to the agreement: the public form, the managers' answers, what advisors bring, the intake. */
export function requestRoutes(deps: RoomDependencies) {
  return new Hono<AppEnvironment>()
    .route('/', publicRequestRoutes(deps))
    .route('/', programRequestRoutes(deps))
    .route('/', advisorRoutes(deps))
    .route('/', agreementRoutes(deps))
    .route('/', carryRoutes(deps))
}
