import { Hono } from 'hono'
import type { AppEnvironment } from '../platform/web/environment.ts'
import type { AssetUrl } from '../ui/layout.tsx'
import { deviceRoutes } from './device-routes.tsx'
import type { KeptDependencies } from './kept-access.ts'
import { keptRoutes } from './kept-routes.tsx'
import { makingRoutes } from './making-routes.tsx'
import { questionnaireRoutes } from './questionnaire-routes.ts'
import { type ResultsDependencies, resultsRoutes } from './results-routes.tsx'

export type SelfCheckDependencies = KeptDependencies &
  ResultsDependencies & {
    asset: AssetUrl
    /** The address people use, when a proxy stands in front. */
    origin?: string
    trustProxy: boolean
  }

/** The self-check: on the device, kept under a private link, and the ways from one to the other. */
export function selfCheckRoutes(deps: SelfCheckDependencies) {
  return new Hono<AppEnvironment>()
    .route('/', makingRoutes(deps))
    .route('/', keptRoutes(deps))
    .route('/', resultsRoutes(deps))
    .route('/', questionnaireRoutes(deps))
    .route('/', deviceRoutes(deps))
}
