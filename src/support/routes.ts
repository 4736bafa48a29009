import { Hono } from 'hono'
import type { RoomDependencies } from '../people/index.ts'
import { directoryRoutes } from './directory/routes.tsx'
import { publishedRoutes } from './published/routes.tsx'
import { askRoutes } from './questions/ask-routes.tsx'
import { deskQuestionRoutes } from './questions/desk-routes.tsx'
import { publishRoutes } from './questions/publish-routes.tsx'
import { threadRoutes } from './questions/thread-routes.tsx'
import { bookRoutes } from './sessions/book-routes.tsx'
import { sessionRoutes } from './sessions/session-routes.tsx'

/** Support: questions with their answers, sessions, the directory, and answers published for everyone. */
export function supportRoutes(deps: RoomDependencies) {
  return new Hono()
    .route('/', askRoutes(deps))
    .route('/', bookRoutes(deps))
    .route('/', sessionRoutes(deps))
    .route('/', threadRoutes(deps))
    .route('/', publishRoutes(deps))
    .route('/', deskQuestionRoutes(deps))
    .route('/', directoryRoutes(deps))
    .route('/', publishedRoutes(deps))
}
