import type { FacetResult } from '../../domain/report-card-types.ts'
import { writeCsv } from '../../platform/csv.ts'
import { type ExportPart, findLatestDocument, getDocument } from '../record/index.ts'
import type { PublishedCard } from './published.ts'

const header = ['component', 'domain', 'facet', 'status', 'byLevel', 'score', 'level', 'wanted', 'gap', 'agreement']

const file = 'journeys/*/report-card.csv'

/**
 * The newest published report card as a table, in a community's export. It is made of what was published, which is the view of the
 * community (Method 4.4): of two people nothing, under five no counts and no exact figure.
 */
export const reportCardExport: ExportPart = {
  async collect(tx, { journeyId }) {
    const found = journeyId === undefined ? undefined : await findLatestDocument(tx, journeyId, 'report-card')
    if (journeyId === undefined || found === undefined) return []
    const { card } = (await getDocument(tx, journeyId, found.id)).data as PublishedCard
    if (card.view !== 'community')
      throw new Error(`The published report card ${found.id} is not a view for the community`)
    const rows = card.components.flatMap(({ component, domain, facets }) =>
      facets.map((facet) => [component, domain, ...cells(facet)]),
    )
    return [{ name: 'report-card.csv', content: writeCsv(header, rows) }]
  },
  dictionary: [
    { file, field: 'component', meaning: { en: 'Component', fr: 'Composante' } },
    { file, field: 'domain', meaning: { en: 'Its domain', fr: 'Son domaine' } },
    {
      file,
      field: 'facet',
      meaning: { en: 'Practice or knowledge', fr: 'Pratique (practice) ou connaissances (knowledge)' },
    },
    {
      file,
      field: 'status',
      meaning: {
        en: 'scored, unknown, unanswered, out-of-scope, or withheld because two people answered',
        fr: 'Noté (scored), inconnu (unknown), sans réponse (unanswered), hors de portée (out-of-scope) ou retenu parce que deux personnes ont répondu (withheld)',
      },
    },
    {
      file,
      field: 'byLevel',
      meaning: {
        en: 'Answers by level, from the lowest; empty when fewer than five people gave a level',
        fr: 'Réponses par niveau, à partir du plus bas; vide si moins de cinq personnes ont donné un niveau',
      },
    },
    { file, field: 'score', meaning: { en: 'Mean level', fr: 'Niveau moyen' } },
    { file, field: 'level', meaning: { en: 'Level whose words describe it', fr: 'Niveau dont les mots le décrivent' } },
    { file, field: 'wanted', meaning: { en: 'Level wanted in 12 months', fr: 'Niveau souhaité dans 12 mois' } },
    {
      file,
      field: 'gap',
      meaning: { en: 'Wanted minus current level', fr: 'Écart entre le niveau souhaité et le niveau actuel' },
    },
    {
      file,
      field: 'agreement',
      meaning: {
        en: 'Whether answers were alike, some-spread or different',
        fr: 'Réponses semblables (alike), un peu dispersées (some-spread) ou différentes (different)',
      },
    },
  ],
}

function cells(facet: FacetResult): string[] {
  const number = (value: number | undefined) => (value === undefined ? '' : String(value))
  return [
    facet.facet,
    facet.status,
    facet.counts.join(' '),
    number(facet.score),
    number(facet.level),
    number(facet.wanted),
    number(facet.gap),
    facet.band ?? '',
  ]
}
