import { lastWeek } from '../../domain/learning/board.ts'
import { writeCsv } from '../../platform/csv.ts'
import type { ExportPart } from '../record/index.ts'
import { listBoardRows } from './board-store.ts'
import { hourTotals } from './hours-store.ts'

const header = [
  'item',
  'title',
  'firstWeek',
  'lastWeek',
  'hoursPlanned',
  'hoursSpent',
  'state',
  'people',
  'peopleDone',
  'reason',
]

const file = 'journeys/*/learning.csv'

/** The pathway in a community's export: items, states and hours in all, never hours by person (Method 4.4). */
export const learningExport: ExportPart = {
  async collect(tx, { journeyId }) {
    if (journeyId === undefined) return []
    const rows = await listBoardRows(tx, journeyId)
    if (rows.length === 0) return []
    const hours = await hourTotals(tx, journeyId)
    const lines = rows.map((row) => [
      row.item ?? '',
      row.title ?? '',
      String(row.firstWeek),
      String(lastWeek(row)),
      String(row.hours),
      String(hours.byItem.get(row.id) ?? 0),
      row.state,
      String(row.people.length),
      String(row.people.filter(({ state }) => state === 'done').length),
      row.reason,
    ])
    return [{ name: 'learning.csv', content: writeCsv(header, lines) }]
  },
  dictionary: [
    { file, field: 'item', meaning: { en: 'Id in the catalogue', fr: 'Identifiant au catalogue' } },
    {
      file,
      field: 'title',
      meaning: { en: 'Title of something of your own', fr: 'Titre de quelque chose à vous' },
    },
    { file, field: 'firstWeek', meaning: { en: 'Week it begins in', fr: 'Semaine où il commence' } },
    { file, field: 'lastWeek', meaning: { en: 'Week it ends in', fr: 'Semaine où il se termine' } },
    { file, field: 'hoursPlanned', meaning: { en: 'Hours planned', fr: 'Heures prévues' } },
    {
      file,
      field: 'hoursSpent',
      meaning: { en: 'Hours spent by everyone together', fr: 'Heures consacrées par toutes les personnes ensemble' },
    },
    {
      file,
      field: 'state',
      meaning: { en: 'planned, doing, done, prior or set-aside', fr: 'planned, doing, done, prior ou set-aside' },
    },
    { file, field: 'people', meaning: { en: 'How many people have it', fr: 'Combien de personnes l’ont' } },
    {
      file,
      field: 'peopleDone',
      meaning: { en: 'How many of them are done', fr: 'Combien d’entre elles ont terminé' },
    },
    {
      file,
      field: 'reason',
      meaning: {
        en: 'Why it is prior learning, or was set aside',
        fr: 'Pourquoi c’est un acquis antérieur, ou pourquoi il a été mis de côté',
      },
    },
  ],
}
