import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { apiRoutes } from './api/index.ts'
import { releaseFinder } from './content/releases.ts'
import type { Pack } from './content/schema.ts'
import { credentialDocuments, credentialRoutes, ownCredentials } from './credentials/index.ts'
import { demoRoutes } from './demo/index.ts'
import { deskRoutes, messagesExport, ownMessages, ownNotes } from './desk/index.ts'
import { outboxRoutes } from './desk/outbox/index.ts'
import { frameworkRoutes } from './framework/index.ts'
import { actionRoutes, draftPlanRoutes, ownPlan } from './journey/action-plan/index.ts'
import { diagnosticRoutes, ownAnswers, ownEvidence, participationExport } from './journey/diagnostic/index.ts'
import { finalPlanRoutes, ownFinalPlan } from './journey/final-plan/index.ts'
import { interviewExport, interviewRoutes, ownInterview, slotsRoutes } from './journey/interview/index.ts'
import { learningExport, learningRoutes, learningStartPart, ownLearning } from './journey/learning/index.ts'
import { actionsExport, wholeJourneyRoutes } from './journey/overview/index.ts'
import {
  communityRecordRoutes,
  documentsRoutes,
  type ExportPart,
  exportRoutes,
  fileRoutes,
  filesData,
  recordRoutes,
} from './journey/record/index.ts'
import { ownReview, reportCardExport, reportCardRoutes } from './journey/report-card/index.ts'
import { agreementsExport, ownRequests, requestRoutes } from './journey/request/index.ts'
import { ownValidation, validationExport, validationRoutes } from './journey/validation/index.ts'
import { indexRelease, libraryRoutes } from './library/index.ts'
import { libraryFileRoutes, programLibraryRoutes } from './library/program/index.ts'
import { largestPackageBody, ownPackages, packageContentRoutes, packagesRoutes } from './packages/index.ts'
import { paths } from './paths.ts'
import {
  type FindSession,
  guardOf,
  type Identity,
  ownDirectoryEntry,
  type PersonalData,
  peopleRoutes,
  type RoomDependencies,
  securityRoutes,
  signInRoutes,
} from './people/index.ts'
import { mailRoutes, ownMail } from './people/mail/index.ts'
import { ownTokens, tokenRoutes } from './people/tokens/index.ts'
import type { Now } from './platform/clock.ts'
import { type Db, ping } from './platform/database/connection.ts'
import type { WakeMail } from './platform/jobs/start-jobs.ts'
import { isLanguage, type Language, negotiateLanguage } from './platform/languages.ts'
import type { QueueMail } from './platform/mail/mail.ts'
import { largestUploadBody, type ScanFile } from './platform/uploads/upload.ts'
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
import { findProgramFile, programRoutes, recordProgramEvent } from './program/index.ts'
import { type SelfCheckDependencies, selfCheckRoutes } from './self-check/index.ts'
import { finishElsewhere, identifierRoutes, ownStudy, studyRoutes, templatesExport } from './study/index.ts'
import { listPublishedAnswers, ownSupport, supportExport, supportRoutes } from './support/index.ts'
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
  /** The release for new journeys, where the program chose another than the shipped one. */
  journeyRelease?: string
  /** What the open catalogue shows, where the program published its own library. */
  catalogue?: { pack: Pack; release: string }
  /** The session of a request's cookie. */
  findSession: FindSession
  /** Sign-in and sessions. */
  identity: Identity
  /** The demonstration alone: id in its cast -> account; anyone may sign in as any of them. */
  demoPeople?: ReadonlyMap<string, string>
  queueMail: QueueMail
  /** Makes the job for a message that is kept already. */
  wakeMail: WakeMail
  /** Looks at uploads for what does harm, where the host has a scanner. */
  scanFile?: ScanFile
  /** The address people use, when a proxy stands in front. */
  origin?: string
  /** Where the service listens; without an origin, links in mail lead there. */
  port?: number
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

/** Addresses to which people in a community send files. */
const takesFiles = /^\/[a-z]+\/(communities|journeys|program|desk)\/.+\/(files|evidence|decide|ask|reply)$/

/** Addresses to which packages made elsewhere are sent. */
const takesPackages = /^\/[a-z]+\/program\/packages\/([^/]+\/)?files$/

/** Mail programs post here by themselves when someone unsubscribes (RFC 8058). */
const oneClick = /^\/[a-z]+\/unsubscribe\/[0-9a-f-]+$/

/** Pages that are the same for everyone as long as the service runs; what is under a private link is someone's own. */
const publicPage = /^\/[a-z]+(\/(about|framework|catalogue|method|self-check|questionnaire)(\/.*)?)?$/

/** An item's page shows answers that may be published, or taken back, while the service runs; a file goes with headers of its own. */
const changesWithTime = /^\/[a-z]+\/catalogue\/([^/]+|[^/]+\/(download|files\/.*))$/

const sameForAll = (path: string) => publicPage.test(path) && !changesWithTime.test(path) && !path.includes('/kept/')

/** What each room keeps about a person: to export, withdraw and delete. */
const personalData: readonly PersonalData[] = [
  ownRequests,
  ownInterview,
  ownAnswers,
  ownEvidence,
  filesData,
  ownReview,
  ownPlan,
  ownValidation,
  ownFinalPlan,
  ownLearning,
  ownMessages,
  ownNotes,
  ownMail,
  ownTokens,
  ownSupport,
  ownDirectoryEntry,
  ...ownStudy,
  ownPackages,
  ownCredentials,
]

/** What each room adds to a community's export. */
const exportParts: readonly ExportPart[] = [
  agreementsExport,
  interviewExport,
  participationExport,
  reportCardExport,
  validationExport,
  actionsExport,
  learningExport,
  messagesExport,
  supportExport,
  templatesExport,
]

/** Puts the rooms together: what every answer carries, then each room's addresses. */
export function createApp(deps: AppDependencies): Hono<AppEnvironment> {
  const { db, now, assets, pack, release } = deps
  const findContent = releaseFinder(db)
  // The release that new journeys begin with may be chosen while the service runs. Of the pack that ships, and of what the program
  // publishes over it, it is also what the open catalogue shows.
  let journeyRelease = deps.journeyRelease ?? release
  let catalogue = deps.catalogue ?? { pack, release }
  const useRelease = async (hash: string) => {
    const found = await findContent(hash)
    if (found?.pack.id === pack.id) {
      await indexRelease(db, found.pack, hash)
      catalogue = found
    }
    journeyRelease = hash
  }
  const asset = assets.url
  const { notFound, onError, answer } = faults((props) => documentOf(FaultPage({ ...props, asset })), deps.write)

  const app = new Hono<AppEnvironment>()
  app.use(securityHeaders(deps.origin), chooseLanguage)
  if (deps.logRequests) app.use(requestLog(now, deps.write))
  app.get('/assets/*', assets.serve)
  app.use(speculationRules(asset('speculation-rules.json')))
  app.use(pageCache(sameForAll, () => catalogue.release))
  app.use(compression, withoutTrailingSlash, sameSiteOnly(deps.origin, oneClick))
  const limit = (maxSize: number) => bodyLimit({ maxSize, onError: (c) => answer(c, 413) })
  const [usual, withFile, withPackage] = [limit(largestBody), limit(largestUploadBody), limit(largestPackageBody)]
  app.use((c, next) => {
    if (takesPackages.test(c.req.path)) return withPackage(c, next)
    return takesFiles.test(c.req.path) ? withFile(c, next) : usual(c, next)
  })

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
  app.route('/api/v1', apiRoutes({ ...deps, exportParts }))
  const listAnswers = (item: string, language: Language) => listPublishedAnswers(db, { item, language })
  // Rooms with people in them: each route names the act that its caller must be allowed.
  const guard = guardOf({ db, now, asset, findSession: deps.findSession })
  const room: RoomDependencies = {
    ...deps,
    asset,
    guard,
    findContent,
    origin: deps.origin ?? `http://localhost:${deps.port || 3000}`,
    get release() {
      return journeyRelease
    },
  }
  const credentials = { ...room, secret: deps.identity.secret }

  // Before the languages: what a credential names has one address. Open to all, but for what a holder hides.
  app.route('/credentials', credentialDocuments(credentials))
  app.route('/', packageContentRoutes({ ...room, secret: deps.identity.secret }))
  // Names that learning events give to things; open to all.
  app.route('/id', identifierRoutes())
  app.use('/:language/*', async (c, next) => (isLanguage(c.req.param('language')) ? next() : c.notFound()))

  app.route('/:language', welcomeRoutes({ pack, release, asset }))
  app.route('/:language', frameworkRoutes({ pack, asset }))
  app.route(
    '/:language',
    libraryRoutes({
      ...deps,
      asset,
      findContent,
      shipped: pack,
      get pack() {
        return catalogue.pack
      },
      get release() {
        return catalogue.release
      },
      listAnswers,
    }),
  )
  app.route('/:language', libraryFileRoutes(room))
  app.route('/:language', selfCheckRoutes({ ...deps, asset }))

  app.route('/:language', peopleRoutes(room, personalData, [learningStartPart(room)]))
  app.route('/:language', fileRoutes(room))
  const signIn = { ...room, identity: { ...deps.identity, findSession: deps.findSession } }
  app.route('/:language', signInRoutes({ ...signIn, recordFirst: recordProgramEvent }))
  app.route('/:language', securityRoutes({ ...signIn, recordReset: recordProgramEvent }))
  app.route(
    '/:language',
    programRoutes({
      ...room,
      get release() {
        return journeyRelease
      },
      packId: pack.id,
      useRelease,
    }),
  )
  app.route(
    '/:language',
    programLibraryRoutes({
      ...room,
      get release() {
        return journeyRelease
      },
      shipped: { pack, release },
      useRelease,
    }),
  )

  app.route('/:language', deskRoutes({ ...room, pack }))
  app.route('/:language', requestRoutes(room))
  app.route('/:language', wholeJourneyRoutes(room))
  app.route('/:language', recordRoutes(room))
  app.route('/:language', communityRecordRoutes(room))
  const findWordTemplate = async () => (await findProgramFile(db, 'word-template'))?.content
  app.route('/:language', documentsRoutes({ ...room, findWordTemplate }))
  app.route('/:language', exportRoutes({ ...room, exportParts }))
  app.route('/:language', interviewRoutes(room))
  app.route('/:language', slotsRoutes(room))
  app.route('/:language', diagnosticRoutes(room))
  app.route('/:language', reportCardRoutes(room))
  app.route('/:language', draftPlanRoutes(room))
  app.route('/:language', actionRoutes(room))
  app.route('/:language', validationRoutes(room))
  app.route('/:language', finalPlanRoutes(room))
  app.route('/:language', learningRoutes(room))
  app.route('/:language', credentialRoutes(credentials))
  app.route(
    '/:language',
    packagesRoutes(room, {
      secret: deps.identity.secret,
      itemDone: (tx, done) => finishElsewhere(room, tx, done),
    }),
  )
  app.route('/:language', studyRoutes(room))
  app.route('/:language', supportRoutes(room))
  app.route('/:language', mailRoutes(room))
  app.route('/:language', tokenRoutes(room))
  app.route('/:language', outboxRoutes({ ...room, wakeMail: deps.wakeMail }))
  if (deps.demoPeople) app.route('/:language', demoRoutes({ ...deps, asset, personIds: deps.demoPeople }))

  app.notFound(notFound)
  app.onError(onError)
  return app
}
