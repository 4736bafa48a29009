import { Hono } from 'hono'
import { releaseFinder } from '../content/releases.ts'
import type { AppEnvironment } from '../platform/web/environment.ts'
import type { AssetUrl } from '../ui/layout.tsx'
import type { KeptDependencies } from './kept/access.ts'
import { keptFilesRoutes } from './kept/files-routes.tsx'
import { makingRoutes } from './kept/making-routes.tsx'
import { keptRoutes } from './kept/routes.tsx'
import { questionnaireRoutes } from './questions/paper-routes.ts'
import { deviceRoutes } from './questions/routes.tsx'
import { type ResultsDependencies, resultsRoutes } from './results/routes.tsx'

export type SelfCheckDependencies = Omit<KeptDependencies & ResultsDependencies, 'findContent'> & {
  asset: AssetUrl
  /** The address people use, when a proxy stands in front. */
  origin?: string
  trustProxy: boolean
}

/** The self-check: on the device, kept under a private link, and the ways from one to the other. */
export function selfCheckRoutes(given: SelfCheckDependencies) {
  const deps = { ...given, findContent: releaseFinder(given.db) }
  return new Hono<AppEnvironment>()
    .route('/', makingRoutes(deps))
    .route('/', keptFilesRoutes(deps))
    .route('/', keptRoutes(deps))
    .route('/', resultsRoutes(deps))
    .route('/', questionnaireRoutes(deps))
    .route('/', deviceRoutes(deps))
}
