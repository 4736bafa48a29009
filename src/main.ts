import { join } from 'node:path'
import { createApp } from './app.ts'
import { problemLine } from './content/problems.ts'
import { publishRelease } from './content/publish.ts'
import { readPack } from './content/read.ts'
import { closeDocumentThread, renderInWorker } from './documents/in-worker.ts'
import { closePathwayWorkers, solvePlanInWorker } from './journey/action-plan/solver.ts'
import { reservedSelfCheckWords } from './paths.ts'
import { systemClock } from './platform/clock.ts'
import { readConfiguration } from './platform/configuration.ts'
import { openDatabase } from './platform/database/open-database.ts'
import { listen } from './platform/listen.ts'
import { runProgram, stopOnSignals } from './platform/process.ts'
import { buildFolder, projectFolder } from './platform/project-folder.ts'
import { StartError } from './platform/start-error.ts'
import { readAssets } from './platform/web/assets.ts'
import { purgeExpired } from './self-check/index.ts'

const shippedPack = join(projectFolder, 'content', 'open-smart-cities')

await runProgram(async () => {
  const configuration = readConfiguration(process.env, projectFolder)
  const { pack, hash } = await readShippedPack()
  const database = await openDatabase(configuration)
  try {
    await publishRelease(database.db, pack, hash, systemClock())
    const app = createApp({
      ...configuration,
      db: database.db,
      now: systemClock,
      assets: readAssets(builtFolder()),
      pack,
      release: hash,
      solve: solvePlanInWorker,
      makeDocument: renderInWorker,
      write: (line) => console.log(line),
    })
    const stopPurging = everyHour(() => purgeExpired(database.db))
    const listening = await listen(app.fetch, configuration)
    stopOnSignals(async () => {
      stopPurging()
      await listening.stop()
      await Promise.all([closePathwayWorkers(), closeDocumentThread()])
      await database.close()
    })
    void database.lost.then(endWithoutDatabase)
    console.log(`Waymark is ready: ${listening.url}\nWaymark est prêt\u00a0: ${listening.url}`)
  } catch (error) {
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

/** Kept self-checks go when their time is over, whether or not anyone visits. A fault shows in the log and is tried again. */
function everyHour(action: () => Promise<unknown>): () => void {
  const run = () => void action().catch((error) => console.error(error))
  run()
  const timer = setInterval(run, 3_600_000)
  timer.unref()
  return () => clearInterval(timer)
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
