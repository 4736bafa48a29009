import { writeCsv } from '../../platform/csv.ts'
import { listActions } from '../action-plan/index.ts'
import type { ExportPart } from '../record/index.ts'

const header = ['title', 'description', 'component', 'owner', 'due', 'hours', 'cost', 'status', 'done', 'doneNote']

const file = 'journeys/*/actions.csv'

/** The actions of a plan, which live on after it, in a community's export. */
export const actionsExport: ExportPart = {
  async collect(tx, { journeyId }) {
    const actions = journeyId === undefined ? [] : await listActions(tx, journeyId)
    if (actions.length === 0) return []
    const rows = actions.map((one) => [
      one.title,
      one.description,
      one.component ?? '',
      one.owner?.name ?? '',
      one.due ?? '',
      one.effortHours === undefined ? '' : String(one.effortHours),
      one.costCents === undefined ? '' : (one.costCents / 100).toFixed(2),
      one.status,
      one.doneOn ?? '',
      one.doneNote,
    ])
    return [{ name: 'actions.csv', content: writeCsv(header, rows) }]
  },
  dictionary: [
    { file, field: 'title', meaning: { en: 'What is to be done', fr: 'Ce qu’il y a à faire' } },
    { file, field: 'description', meaning: { en: 'More about it', fr: 'Plus de précisions' } },
    { file, field: 'component', meaning: { en: 'Component it works on', fr: 'Composante visée' } },
    { file, field: 'owner', meaning: { en: 'Who does it', fr: 'Qui s’en charge' } },
    { file, field: 'due', meaning: { en: 'By when', fr: 'D’ici quand' } },
    { file, field: 'hours', meaning: { en: 'Hours of work', fr: 'Heures de travail' } },
    { file, field: 'cost', meaning: { en: 'Cost in Canadian dollars', fr: 'Coût en dollars canadiens' } },
    { file, field: 'status', meaning: { en: 'Where it stands', fr: 'Où elle en est' } },
    { file, field: 'done', meaning: { en: 'Day it was done', fr: 'Jour où elle a été terminée' } },
    { file, field: 'doneNote', meaning: { en: 'What was done, in words', fr: 'Ce qui a été fait, en mots' } },
  ],
}
