import { Hono } from 'hono'
import type { RoomDependencies } from '../../people/index.ts'
import type { AppEnvironment } from '../../platform/web/environment.ts'
import { boardRoutes } from './board-routes.tsx'
import { calendarFeedRoutes, calendarRoutes } from './calendar-routes.tsx'
import { itemRoutes } from './item-routes.tsx'
import { planRoutes } from './plan-routes.tsx'

/** The pathway of a community: its board, each item, planning it again, calendars, documents. */
export function learningRoutes(deps: RoomDependencies) {
  return new Hono<AppEnvironment>()
    .route('/', boardRoutes(deps))
    .route('/', itemRoutes(deps))
    .route('/', planRoutes(deps))
    .route('/', calendarRoutes(deps))
    .route('/', calendarFeedRoutes(deps))
}
