import { Hono } from 'hono'
import type { ActorEnvironment, RoomDependencies } from '../people/index.ts'
import { type PlayOptions, playRoutes } from './play-routes.tsx'
import { packageProgramRoutes } from './program-routes.tsx'

export { packageContentRoutes } from './content-routes.ts'
export { largestPackageBody } from './limits.ts'
export { ownPackages } from './own-store.ts'
export type { ItemDone } from './play-routes.tsx'
export { listPackages, type PackageVersion } from './store.ts'

/** Packages made elsewhere: kept by the program's people, played by everyone. */
export function packagesRoutes(deps: RoomDependencies, options: PlayOptions) {
  return new Hono<ActorEnvironment>().route('/', packageProgramRoutes(deps)).route('/', playRoutes(deps, options))
}
