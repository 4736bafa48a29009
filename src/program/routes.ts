import { Hono } from 'hono'
import type { ActorEnvironment, RoomDependencies } from '../people/index.ts'
import { incidentRoutes } from './incident-routes.tsx'
import { packRoutes } from './pack-routes.tsx'
import { peopleRoutes } from './people-routes.tsx'
import { publicRoutes } from './public-routes.tsx'
import { recordRoutes } from './record-routes.tsx'
import { retentionRoutes } from './retention-routes.tsx'
import { settingsRoutes } from './settings-routes.tsx'
import { statusRoutes } from './status-routes.tsx'
import { totalsRoutes } from './totals-routes.tsx'

export type ProgramDependencies = RoomDependencies & {
  /** Id of the pack that ships: another one is said to be another. */
  packId: string
  /** Called when the release for new journeys was chosen. */
  useRelease: (hash: string) => Promise<void>
}

/** The program: status, people, settings, packs, privacy, its record, and its public pages. */
export function programRoutes(deps: ProgramDependencies) {
  return new Hono<ActorEnvironment>()
    .route('/', publicRoutes(deps))
    .route('/', statusRoutes(deps))
    .route('/', peopleRoutes(deps))
    .route('/', settingsRoutes(deps))
    .route('/', packRoutes(deps))
    .route('/', incidentRoutes(deps))
    .route('/', retentionRoutes(deps))
    .route('/', recordRoutes(deps))
    .route('/', totalsRoutes(deps))
}
