import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Pack } from './content/schema.ts'
import { frameworkRoutes } from './framework/index.ts'
import { libraryRoutes } from './library/index.ts'
import { paths } from './paths.ts'
import type { Now } from './platform/clock.ts'
import { type Db, ping } from './platform/database/connection.ts'
import { isLanguage, negotiateLanguage } from './platform/languages.ts'
import type { Assets } from './platform/web/assets.ts'
import { compression } from './platform/web/compression.ts'
import { type AppEnvironment, chooseLanguage } from './platform/web/environment.ts'
import { faults } from './platform/web/faults.ts'
import { pageCache } from './platform/web/page-cache.ts'
import { requestLog, type Write } from './platform/web/request-log.ts'
import { sameSiteOnly } from './platform/web/same-site.ts'
import { securityHeaders } from './platform/web/security-headers.ts'
import { speculationRules } from './platform/web/speculation-rules.ts'
import { withoutTrailingSlash } from './platform/web/trailing-slash.ts'
import { type SelfCheckDependencies, selfCheckRoutes } from './self-check/index.ts'
import { FaultPage } from './ui/fault-page.tsx'
import { documentOf } from './ui/layout.tsx'
import { welcomeRoutes } from './welcome/index.ts'

export type AppDependencies = Pick<SelfCheckDependencies, 'solve' | 'makeDocument'> & {
  db: Db
  now: Now
  assets: Assets
  /** The shipped pack, and the hash of its published release. */
  pack: Pack
  release: string
  /** The address people use, when a proxy stands in front. */
  origin?: string
  /** Whether `X-Forwarded-For` may be believed. */
  trustProxy: boolean
  /** Where a line of the log goes. */
  write: Write
  /** Whether every request leaves a line. */
  logRequests: boolean
  /** In which the service names a day: an IANA name. */
  timeZone: string
}

/** Bytes that one request may carry: a whole questionnaire with long notes is a tenth of it. */
const largestBody = 1_000_000

/** Puts the rooms together: what every answer carries, then each room's addresses. */
export function createApp(deps: AppDependencies): Hono<AppEnvironment> {
  const { db, now, assets, pack, release } = deps
  const asset = assets.url
  const { notFound, onError, answer } = faults((props) => documentOf(FaultPage({ ...props, asset })), deps.write)

  const app = new Hono<AppEnvironment>()
  app.use(securityHeaders(deps.origin), chooseLanguage)
  if (deps.logRequests) app.use(requestLog(now, deps.write))
  app.get('/assets/*', assets.serve)
  app.use(speculationRules(asset('speculation-rules.json')))
  // Only what is under a private link is anyone's own; every other page is the same for all.
  app.use(pageCache((path) => !path.includes('/kept/')))
  app.use(compression, withoutTrailingSlash, sameSiteOnly(deps.origin))
  app.use(bodyLimit({ maxSize: largestBody, onError: (c) => answer(c, 413) }))

  app.get('/healthz', async (c) => {
    c.header('Cache-Control', 'no-store')
    try {
      await ping(db)
      return c.json({ status: 'ok', release })
    } catch (error) {
      deps.write(`GET /healthz 503 ${error instanceof Error ? error.message : error}`)
      return c.json({ status: 'unavailable', release }, 503)
    }
  })
  app.get('/', (c) => {
    c.header('Vary', 'Accept-Language')
    return c.redirect(paths.home(negotiateLanguage(c.req.header('accept-language'))), 302)
  })
  app.use('/:language/*', async (c, next) => (isLanguage(c.req.param('language')) ? next() : c.notFound()))

  app.route('/:language', welcomeRoutes({ pack, release, asset }))
  app.route('/:language', frameworkRoutes({ pack, asset }))
  app.route('/:language', libraryRoutes({ pack, asset }))
  app.route('/:language', selfCheckRoutes({ ...deps, asset }))

  app.notFound(notFound)
  app.onError(onError)
  return app
}
