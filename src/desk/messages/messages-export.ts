import type { ExportPart } from '../../journey/record/index.ts'
import { writeCsv } from '../../platform/csv.ts'
import { listMessages } from './store.ts'

/** More messages than a journey has. */
const most = 20_000

const file = 'journeys/*/messages.csv'

/** Messages between a community and its advisor, in the community's export. */
export const messagesExport: ExportPart = {
  async collect(tx, { journeyId }) {
    const messages =
      journeyId === undefined ? [] : await listMessages(tx, journeyId, { before: undefined, limit: most })
    if (messages.length === 0) return []
    const rows = messages.toReversed().map((one) => [one.at.toISOString(), one.author ?? '', one.body])
    return [{ name: 'messages.csv', content: writeCsv(['at', 'by', 'text'], rows) }]
  },
  dictionary: [
    { file, field: 'at', meaning: { en: 'When, in UTC', fr: 'Quand, en temps universel' } },
    { file, field: 'by', meaning: { en: 'Who wrote it', fr: 'Qui l’a écrit' } },
    { file, field: 'text', meaning: { en: 'What was written', fr: 'Ce qui a été écrit' } },
  ],
}
