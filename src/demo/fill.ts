import type { Db } from '../platform/database/connection.ts'
import type { QueueMail } from '../platform/mail/mail.ts'
import { StartError } from '../platform/start-error.ts'
import { findCast, insertCast, lookAtDatabase, markFilled } from './store.ts'
import { threads } from './story.ts'
import { tell } from './thread.ts'
import { type OpenService, openWorld } from './world.ts'

const day = 86_400_000

type DemoSetting = {
  db: Db
  /** Opens the service on the story's clock. */
  open: OpenService
  /** Keeps a message as the service does; it never leaves. */
  queueMail: QueueMail
  /** The real time: the story ends today. */
  today: Date
  /** Where progress is told. */
  write: (line: string) => void
}

/**
 * Fills an empty database with the demonstration, by driving the service's own pages; one that is filled stays as it is.
 *
 * @returns id in the cast -> account
 * @throws StartError where there is anyone who is not of the demonstration
 */
export async function prepareDemo(setting: DemoSetting): Promise<ReadonlyMap<string, string>> {
  const { db, today, write } = setting
  const found = await lookAtDatabase(db)
  if (found === 'others') {
    throw new StartError({
      en: 'There are people in this database who are not of the demonstration, so it is left alone. Give the demonstration a data folder of its own (WAYMARK_DATA), or leave DATABASE_URL out.',
      fr: 'Cette base de données contient des personnes qui ne sont pas de la démonstration; elle n’est donc pas touchée. Donnez à la démonstration son propre dossier de données (WAYMARK_DATA), ou retirez DATABASE_URL.',
    })
  }
  if (found === 'cut-short') {
    throw new StartError({
      en: 'The demonstration was interrupted while it was being filled. Remove its data folder (demo-data, or WAYMARK_DATA), then start again.',
      fr: 'Le remplissage de la démonstration a été interrompu. Supprimez son dossier de données (demo-data, ou WAYMARK_DATA), puis recommencez.',
    })
  }
  if (found === 'empty') {
    write('Filling the demonstration; this takes about half a minute.')
    write('Remplissage de la démonstration; il faut environ une demi-minute.')
    await insertCast(db, new Date(today.getTime() - 100 * day))
    const world = openWorld({ ...setting, personIds: await findCast(db) })
    const all = threads(world)
    await tell(world, all, (done) => write(`  ${done}/${all.length}`))
    await markFilled(db, today)
  }
  return findCast(db)
}
