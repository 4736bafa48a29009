import { writeCsv } from '../../platform/csv.ts'
import type { ExportPart } from '../record/index.ts'
import { readEntries } from './entries-store.ts'
import { shareableNotesOf } from './facts.ts'
import { summaryParts } from './summary.ts'

const header = ['part', 'language', 'text', 'components']

const file = 'journeys/*/interview.csv'

/** What was written in the needs interview, in a community's export: never a note that stays with the community. */
export const interviewExport: ExportPart = {
  async collect(tx, { journeyId }) {
    if (journeyId === undefined) return []
    const entries = await readEntries(tx, journeyId)
    const parts = summaryParts.flatMap((part) => {
      const entry = entries.get(part)
      return entry && entry.text !== '' ? [[part, entry.language, entry.text, entry.tags.join(' ')]] : []
    })
    const notes = (await shareableNotesOf(tx, journeyId)).map(({ block, language, text }) => [
      `note:${block}`,
      language,
      text,
      '',
    ])
    const rows = [...parts, ...notes]
    return rows.length === 0 ? [] : [{ name: 'interview.csv', content: writeCsv(header, rows) }]
  },
  dictionary: [
    {
      file,
      field: 'part',
      meaning: {
        en: 'Which need, strengths, constraints, hopes, or the note of which block of the guide',
        fr: 'De quel besoin, des forces, des limites, des souhaits, ou de la note de quel bloc du guide il s’agit',
      },
    },
    { file, field: 'language', meaning: { en: 'Language it was written in', fr: 'Langue dans laquelle c’est écrit' } },
    { file, field: 'text', meaning: { en: 'What was written', fr: 'Ce qui a été écrit' } },
    {
      file,
      field: 'components',
      meaning: { en: 'Components that a need is tagged with', fr: 'Composantes associées à un besoin' },
    },
  ],
}
