import { listConsents, listTerms } from '../../people/index.ts'
import { writeCsv } from '../../platform/csv.ts'
import type { ExportFile, ExportPart } from '../record/index.ts'
import { listAgreements } from './agreement-store.ts'

/** What a community agreed to in a journey, and what it decided about its data, in its export. */
export const agreementsExport: ExportPart = {
  async collect(tx, { communityId, journeyId }) {
    const table = (name: string, header: string[], rows: string[][]): ExportFile[] =>
      rows.length === 0 ? [] : [{ name, content: writeCsv(header, rows) }]
    if (journeyId !== undefined) {
      const agreements = await listAgreements(tx, journeyId)
      return table(
        'agreements.csv',
        ['accepted', 'by', 'terms', 'approvalBody', 'language'],
        agreements.map((one) => [
          one.acceptedAt.toISOString(),
          one.acceptedBy ?? '',
          one.dataTerms,
          one.approvalBody,
          one.language,
        ]),
      )
    }
    const decided = (
      one: Awaited<ReturnType<typeof listConsents>>[number] | Awaited<ReturnType<typeof listTerms>>[number],
    ) => [one.decidedOn, one.decidedByBody ?? '', one.reference ?? '', one.recordedAt.toISOString()]
    const consents = await listConsents(tx, communityId)
    const terms = await listTerms(tx, communityId)
    return [
      ...table(
        'consents.csv',
        ['use', 'granted', 'decidedOn', 'body', 'reference', 'recorded'],
        consents.map((one) => [one.use, one.granted ? 'yes' : 'no', ...decided(one)]),
      ),
      ...table(
        'terms.csv',
        ['terms', 'decidedOn', 'body', 'reference', 'recorded'],
        terms.map((one) => [one.terms, ...decided(one)]),
      ),
    ]
  },
  dictionary: [
    ...entries('journeys/*/agreements.csv', {
      accepted: ['When it was accepted, in UTC', 'Quand elle a été acceptée, en temps universel'],
      by: ['Who accepted it', 'Qui l’a acceptée'],
      terms: ['Data terms that were agreed', 'Conditions convenues pour les données'],
      approvalBody: ['Who approves the final plan', 'Qui approuve le plan final'],
      language: ['Language it was accepted in', 'Langue dans laquelle elle a été acceptée'],
    }),
    ...entries('consents.csv', {
      use: ['Use of the data that was decided on', 'Usage des données visé par la décision'],
      granted: ['yes or no; the newest of a use holds', 'Oui (yes) ou non (no); la plus récente d’un usage compte'],
      ...decisionWords(),
    }),
    ...entries('terms.csv', {
      terms: ['Data terms that were chosen', 'Conditions choisies pour les données'],
      ...decisionWords(),
    }),
  ],
}

function decisionWords(): Record<string, [string, string]> {
  return {
    decidedOn: ['Day of the decision', 'Jour de la décision'],
    body: ['Governing body that decided', 'Instance qui a décidé'],
    reference: ['Its resolution, motion or minutes', 'Sa résolution, sa motion ou son procès-verbal'],
    recorded: ['When it was recorded, in UTC', 'Quand elle a été inscrite, en temps universel'],
  }
}

function entries(file: string, fields: Record<string, [string, string]>) {
  return Object.entries(fields).map(([field, [en, fr]]) => ({ file, field, meaning: { en, fr } }))
}
