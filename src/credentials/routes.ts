import { Hono } from 'hono'
import type { ActorEnvironment } from '../people/index.ts'
import { ownRoutes } from './own-routes.tsx'
import { programRoutes } from './program-routes.tsx'
import { type CredentialDependencies, publicRoutes } from './public-routes.tsx'

/** Certificates: one's own, their public pages, the check, and the program's side. */
export function credentialRoutes(deps: CredentialDependencies) {
  return new Hono<ActorEnvironment>()
    .route('/', ownRoutes(deps))
    .route('/', programRoutes(deps))
    .route('/', publicRoutes(deps))
}
