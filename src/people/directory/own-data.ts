import type { PersonalData } from '../own/personal-data.ts'
import { listDirectory } from './store.ts'

/** What someone says of themselves in the directory; it goes with their account. */
export const ownDirectoryEntry: PersonalData = {
  name: 'directory',
  async export(tx, { personId }) {
    const entries = await listDirectory(tx, personId)
    return entries
      .filter(({ version }) => version > 0)
      .map((entry) => ({
        languages: entry.languages.join(' '),
        disciplines: entry.disciplines.join(' '),
        places: entry.places.join('\n'),
        aboutEn: entry.about.en ?? null,
        aboutFr: entry.about.fr ?? null,
        takesQuestions: entry.takesQuestions,
        takesSessions: entry.takesSessions,
        mostQuestions: entry.mostQuestions,
        mostJourneys: entry.mostJourneys,
      }))
  },
}
