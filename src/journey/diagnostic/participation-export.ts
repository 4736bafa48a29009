import { writeCsv } from '../../platform/csv.ts'
import type { ExportPart } from '../record/index.ts'
import { countVoices, findRound, roundNames } from './round-store.ts'

const header = ['round', 'opened', 'closes', 'locked', 'form', 'components', 'invited', 'handedIn']

const file = 'journeys/*/participation.csv'

/** How many took part in each round, in a community's export: no answer of anyone, and nothing counted by answer (Method 4.4). */
export const participationExport: ExportPart = {
  async collect(tx, { journeyId }) {
    if (journeyId === undefined) return []
    const rows: string[][] = []
    for (const name of roundNames) {
      const round = await findRound(tx, journeyId, name)
      if (round === undefined) continue
      const { invited, submitted } = await countVoices(tx, round.id)
      rows.push([
        name,
        round.openedAt.toISOString(),
        round.closesAt.toISOString(),
        round.lockedAt?.toISOString() ?? '',
        round.form,
        String(round.components.length),
        String(invited),
        String(submitted),
      ])
    }
    return rows.length === 0 ? [] : [{ name: 'participation.csv', content: writeCsv(header, rows) }]
  },
  dictionary: [
    {
      file,
      field: 'round',
      meaning: {
        en: 'Round: baseline, endline or follow-up',
        fr: 'Tour\u00a0: de départ (baseline), final (endline) ou de suivi (follow-up)',
      },
    },
    {
      file,
      field: 'opened',
      meaning: { en: 'When it opened, in UTC', fr: 'Quand il a été ouvert, en temps universel' },
    },
    {
      file,
      field: 'closes',
      meaning: {
        en: 'Until when it takes answers, in UTC',
        fr: 'Jusqu’à quand il reçoit des réponses, en temps universel',
      },
    },
    {
      file,
      field: 'locked',
      meaning: { en: 'When it was locked, in UTC', fr: 'Quand il a été verrouillé, en temps universel' },
    },
    {
      file,
      field: 'form',
      meaning: { en: 'Form: short or full', fr: 'Formulaire\u00a0: court (short) ou complet (full)' },
    },
    {
      file,
      field: 'components',
      meaning: { en: 'How many components were asked', fr: 'Nombre de composantes demandées' },
    },
    {
      file,
      field: 'invited',
      meaning: { en: 'How many were invited to answer', fr: 'Nombre de personnes invitées à répondre' },
    },
    {
      file,
      field: 'handedIn',
      meaning: { en: 'How many handed in', fr: 'Nombre de personnes qui ont remis leurs réponses' },
    },
  ],
}
