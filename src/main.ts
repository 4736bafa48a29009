import { join } from 'node:path'
import { type AppDependencies, createApp } from './app.ts'
import { problemLine } from './content/problems.ts'
import { publishRelease } from './content/publish.ts'
import { readPack } from './content/read.ts'
import { releaseFinder } from './content/releases.ts'
import type { Pack } from './content/schema.ts'
import { prepareDemo } from './demo/index.ts'
import { closeDocumentThread, renderInWorker } from './documents/in-worker.ts'
import { serviceJobs } from './jobs.ts'
import { closePathwayWorkers, solvePlanInWorker } from './journey/action-plan/solver.ts'
import { indexRelease } from './library/index.ts'
import { paths, reservedSelfCheckWords } from './paths.ts'
import { createIdentity, keptSecret, newFirstLink } from './people/index.ts'
import { systemClock } from './platform/clock.ts'
import { readConfiguration } from './platform/configuration.ts'
import type { Db } from './platform/database/connection.ts'
import { openDatabase } from './platform/database/open-database.ts'
import { startJobs } from './platform/jobs/start-jobs.ts'
import { listen } from './platform/listen.ts'
import { type MailSetUp, setUpMail } from './platform/mail/smtp.ts'
import { insertMail } from './platform/mail/store.ts'
import { runProgram, stopOnSignals } from './platform/process.ts'
import { buildFolder, projectFolder } from './platform/project-folder.ts'
import { StartError } from './platform/start-error.ts'
import { clamdScanner } from './platform/uploads/clamd.ts'
import { readAssets } from './platform/web/assets.ts'
import { readSettings } from './program/index.ts'

const shippedPack = join(projectFolder, 'content', 'open-smart-cities')

await runProgram(async () => {
  const configuration = readConfiguration(process.env, projectFolder)
  const { pack, hash } = await readShippedPack()
  const database = await openDatabase(configuration)
  let stopJobs = async () => {}
  try {
    await publishRelease(database.db, pack, hash, systemClock())
    await indexRelease(database.db, pack, hash)
    const write = (line: string) => console.log(line)
    const origin = configuration.origin ?? `http://localhost:${configuration.port || 3000}`
    const mail = setUpMail(configuration.demo ? {} : configuration.mail, {
      unsubscribe: (language, token) => origin + paths.unsubscribe(language, token),
      account: (language) => origin + paths.account(language),
    })
    const identity = await createIdentity(
      {
        identityDb: database.identityDb,
        now: systemClock,
        secret: configuration.secret ?? (await keptSecret(database.identityDb)),
        origin,
        write,
      },
      configuration.directory,
    )
    const common = {
      ...configuration,
      db: database.db,
      assets: readAssets(builtFolder()),
      pack,
      release: hash,
      solve: solvePlanInWorker,
      makeDocument: renderInWorker,
      identity,
      ...(configuration.clamd ? { scanFile: clamdScanner(configuration.clamd) } : {}),
      write,
    }
    // Before the jobs start: to them, what the demonstration tells of the past would be overdue.
    const demoPeople = configuration.demo
      ? await prepareDemo({
          db: database.db,
          today: systemClock(),
          write,
          queueMail: async (tx, message, at) => void (await insertMail(tx, message, at)),
          open: (given) => {
            const told = createApp({ ...common, ...given, wakeMail: async () => undefined, logRequests: false })
            return (request) => told.fetch(request)
          },
        })
      : undefined
    const jobs = await startJobs({
      server: database.server,
      db: database.db,
      now: systemClock,
      timeZone: configuration.timeZone,
      ...(mail.kind === 'ready' ? { sender: mail.sender } : {}),
      clock: serviceJobs(),
      dependencies: (queueMail) => ({
        ...configuration,
        db: database.db,
        now: systemClock,
        queueMail,
        origin,
        purgeIdentity: identity.purge,
      }),
      write,
    })
    stopJobs = jobs.stop
    const app = createApp({
      ...common,
      ...(await chosenContent(database.db, pack)),
      now: systemClock,
      findSession: identity.findSession,
      queueMail: jobs.queueMail,
      wakeMail: jobs.wakeMail,
      ...(demoPeople ? { demoPeople } : {}),
    })
    const listening = await listen(app.fetch, configuration)
    stopOnSignals(async () => {
      await listening.stop()
      await jobs.stop()
      await Promise.all([closePathwayWorkers(), closeDocumentThread()])
      await database.close()
    })
    void database.lost.then(endWithoutDatabase)
    console.log(mailLine(mail))
    const address = configuration.origin ?? listening.url.replace(/\/$/, '')
    const first = await newFirstLink(database.db, systemClock())
    if (first !== undefined) console.log(firstLines((language) => address + paths.firstAdministrator(language, first)))
    if (demoPeople) console.log(demoLines((language) => address + paths.demo(language)))
    console.log(`Waymark is ready: ${listening.url}\nWaymark est prêt\u00a0: ${listening.url}`)
  } catch (error) {
    await stopJobs()
    await database.close()
    throw error
  }
})

/** What browsers load is made by the build, so the service runs from one. */
function builtFolder(): string {
  if (buildFolder === undefined) throw new Error('The service runs from its bundle: npm start')
  return buildFolder
}

/** Without its database the service could only make excuses; ended, it can be started again. */
function endWithoutDatabase(): void {
  const { printed } = new StartError({
    en: 'The database stopped by itself, so the service stops too. What was saved is kept. postgresql.log in the data folder says why; start again.',
    fr: 'La base de données s’est arrêtée d’elle-même; le service s’arrête donc aussi. Ce qui était enregistré est conservé. Le fichier postgresql.log du dossier de données dit pourquoi; recommencez.',
  })
  console.error(printed)
  process.exit(1)
}

/** While nobody administers the service, whoever started it may. */
function firstLines(link: (language: 'en' | 'fr') => string): string {
  return `No one administers this Waymark yet. This link, for you alone, makes the first administrator:\n  ${link('en')}\nPersonne n’administre encore ce Waymark. Ce lien, pour vous seul, fait le premier administrateur\u00a0:\n  ${link('fr')}`
}

/** Where a newcomer signs in as anyone of the demonstration. */
function demoLines(link: (language: 'en' | 'fr') => string): string {
  return `This is a demonstration: everyone in it is invented, and no mail leaves. Sign in as anyone:\n  ${link('en')}\nCeci est une démonstration\u00a0: tout le monde y est inventé, et aucun courriel ne part. Ouvrez une session comme n’importe qui\u00a0:\n  ${link('fr')}`
}

/** Says where mail goes, so that a host need not wonder why none arrives. */
function mailLine(mail: MailSetUp): string {
  if (mail.kind === 'unusable') return mail.printed
  if (mail.kind === 'ready') return `Mail goes through ${mail.host}.\nLes courriels passent par ${mail.host}.`
  return 'No mail server is set (WAYMARK_SMTP_URL): mail waits in the outbox, /en/program/outbox.\nAucun serveur de courriel n’est indiqué (WAYMARK_SMTP_URL)\u00a0: les courriels attendent dans la boîte d’envoi, /fr/program/outbox.'
}

/** What the program chose in place of the pack that ships: for new journeys, and for the catalogue where it lies over that pack. */
async function chosenContent(db: Db, shipped: Pack): Promise<Pick<AppDependencies, 'journeyRelease' | 'catalogue'>> {
  const { settings } = await readSettings(db)
  const chosen = settings.journeyRelease ? await releaseFinder(db)(settings.journeyRelease) : undefined
  if (chosen === undefined) return {}
  if (chosen.pack.id !== shipped.id) return { journeyRelease: chosen.release }
  await indexRelease(db, chosen.pack, chosen.release)
  return { journeyRelease: chosen.release, catalogue: chosen }
}

async function readShippedPack() {
  const outcome = await readPack(shippedPack, { reservedIds: reservedSelfCheckWords })
  if (outcome.ok) return outcome
  const problems = outcome.problems
    .filter((problem) => problem.severity === 'error')
    .map((problem) => problemLine(problem))
  throw new StartError({
    en: `The content in ${shippedPack} cannot be published:\n${problems.join('\n')}`,
    fr: `Le contenu de ${shippedPack} ne peut pas être publié (les problèmes sont ci-dessus).`,
  })
}
