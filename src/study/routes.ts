import { Hono } from 'hono'
import type { RoomDependencies } from '../people/index.ts'
import { checkRoutes } from './check-routes.tsx'
import { communityStudyRoutes } from './community-routes.tsx'
import { itemRoutes } from './item-routes.tsx'
import { learnRoutes } from './learn-routes.tsx'
import { noteRoutes } from './note-routes.tsx'
import { templateRoutes } from './template-routes.tsx'

/** What one person reads, notes, answers and fills in, and what of it a community keeps. */
export function studyRoutes(deps: RoomDependencies) {
  return new Hono()
    .route('/', learnRoutes(deps))
    .route('/', noteRoutes(deps))
    .route('/', checkRoutes(deps))
    .route('/', templateRoutes(deps))
    .route('/', itemRoutes(deps))
    .route('/', communityStudyRoutes(deps))
}
