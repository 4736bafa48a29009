import { writeCsv } from '../../platform/csv.ts'
import type { ExportPart } from '../record/index.ts'
import { listEntries } from './store.ts'

const header = ['block', 'version', 'at', 'by', 'decision']

const file = 'journeys/*/validation.csv'

/** Every decision of a validation with what it took the place of, in a community's export. A dispute stays in it. */
export const validationExport: ExportPart = {
  async collect(tx, { journeyId }) {
    const entries = journeyId === undefined ? [] : await listEntries(tx, journeyId)
    // What was put on the agenda was put there by the service.
    const rows = entries
      .filter(({ block }) => block !== 'agenda')
      .map((one) => [
        one.block,
        String(one.version),
        one.at.toISOString(),
        one.personName ?? '',
        JSON.stringify(one.value),
      ])
    return rows.length === 0 ? [] : [{ name: 'validation.csv', content: writeCsv(header, rows) }]
  },
  dictionary: [
    {
      file,
      field: 'block',
      meaning: {
        en: 'What was decided: a finding, the levels of a domain, ranking, choice, consent, what stays open',
        fr: 'Ce qui a été décidé\u00a0: un constat (finding), les niveaux d’un domaine (levels), le rang (ranking), le choix (choice), le consentement (consent), ce qui reste ouvert (open)',
      },
    },
    {
      file,
      field: 'version',
      meaning: { en: 'Its version; the highest holds', fr: 'Sa version; la plus haute compte' },
    },
    { file, field: 'at', meaning: { en: 'When, in UTC', fr: 'Quand, en temps universel' } },
    { file, field: 'by', meaning: { en: 'Who recorded it', fr: 'Qui l’a inscrite' } },
    { file, field: 'decision', meaning: { en: 'The decision, as JSON', fr: 'La décision, en JSON' } },
  ],
}
