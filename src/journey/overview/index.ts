import { Hono } from 'hono'
import type { RoomDependencies } from '../../people/index.ts'
import type { AppEnvironment } from '../../platform/web/environment.ts'
import { newJourneyRoutes } from './new-journey-routes.tsx'
import { overviewRoutes } from './routes.tsx'

export { actionsExport } from './actions-export.ts'

/** A journey as a whole, and how a community starts one by itself. */
export function wholeJourneyRoutes(deps: RoomDependencies) {
  return new Hono<AppEnvironment>().route('/', newJourneyRoutes(deps)).route('/', overviewRoutes(deps))
}
