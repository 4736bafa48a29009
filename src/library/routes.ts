import { Hono } from 'hono'
import type { AppEnvironment } from '../platform/web/environment.ts'
import { catalogueRoutes } from './catalogue-routes.tsx'
import { courseRoutes } from './course-routes.tsx'
import type { LibraryDependencies } from './dependencies.ts'
import { fileRoutes } from './file-routes.ts'
import { searchRoutes } from './search-routes.tsx'

/** The open catalogue: items, lessons, guidelines, templates, and the search over them. Anyone may read it, without an account. */
export function libraryRoutes(deps: LibraryDependencies) {
  return new Hono<AppEnvironment>()
    .route('/', searchRoutes(deps))
    .route('/', courseRoutes(deps))
    .route('/', fileRoutes(deps))
    .route('/', catalogueRoutes(deps))
}
