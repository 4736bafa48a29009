import { beforeAll, describe, expect, test } from 'vitest'
import { type ADocumentSet, aDocumentSet } from '../../test/builders/document-set.ts'
import { communityPlan } from '../domain/community-plan.ts'
import { communityView } from '../domain/community-view.ts'
import { projections } from '../ui/words/pathway-tables.ts'
import { pathwayWords } from '../ui/words/pathways.ts'
import { resultWords } from '../ui/words/results.ts'
import { actionPlanDocument } from './action-plan-document.ts'
import { plain } from './model.ts'
import { questionnaireDocument } from './questionnaire.ts'
import { reportCardDocument } from './report-card-document.ts'
import { renderText } from './text.ts'
import { typesetText } from './typeset.ts'

let set: ADocumentSet

beforeAll(async () => {
  set = await aDocumentSet()
})

function documents(language: 'en' | 'fr') {
  const { pack, communityCard: card, plan } = set
  const values = { pack, card, language, community: 'Harrow Lake', date: '2026-11-24' }
  const paper = { pack, variant: 'indigenous-government', language, release: card.release, date: '2026-11-24' }
  return [
    reportCardDocument(values),
    actionPlanDocument({ ...values, plan, chosen: 'B' }),
    questionnaireDocument({ ...paper, form: 'full' }),
  ]
}

describe('plain text documents', () => {
  test.each(['en', 'fr'] as const)('stay under 200 kB and inside 76 columns in %s', (language) => {
    for (const model of documents(language)) {
      const text = renderText(model)
      expect(Buffer.byteLength(text)).toBeLessThan(200_000)
      for (const line of text.split('\n')) expect(line.length, line).toBeLessThanOrEqual(76)
    }
  })

  test('hold every heading, table row and picture in words', () => {
    for (const model of documents('fr')) {
      const flat = renderText(model).replaceAll(/\s+/g, ' ').toLocaleLowerCase('fr')
      const holds = (text: string) =>
        expect(flat).toContain(text.replaceAll(/\s+/g, ' ').trim().toLocaleLowerCase('fr'))
      for (const block of model.blocks) {
        if (block.kind === 'heading') holds(block.text)
        if (block.kind === 'figure') holds(block.chart.alt)
        if (block.kind === 'paragraph') holds(plain(block.text))
      }
    }
  })
})

describe('what documents say', () => {
  test('at most three priorities stand before the profile', () => {
    const [card] = documents('en')
    const firstList = card?.blocks.find((block) => block.kind === 'numbered')
    expect(firstList?.kind === 'numbered' && firstList.items.length).toBe(3)
  })

  test('the questionnaire asks every component without showing a number', () => {
    const model = documents('en')[2]
    const asked = model?.blocks.flatMap((block) => (block.kind === 'together' ? block.blocks : [])) ?? []
    expect(asked.filter((block) => block.kind === 'heading' && block.level === 2)).toHaveLength(28)
    const options = asked.flatMap((block) => (block.kind === 'choices' ? block.options.map(plain) : []))
    expect(options.filter((option) => /^\d/.test(option))).toEqual([])
  })

  test('a plan without a gap says so and leaves the pathways out', () => {
    const { pack, communityCard, plan } = set
    const empty = (id: 'A' | 'B') => ({ ...plan.pathways[id], items: [], cells: [], weeks: [], leftOut: [] })
    const model = actionPlanDocument({
      pack,
      card: { ...communityCard, priorities: [], largestGaps: [] },
      plan: { ...plan, noGap: true, priorities: [], pathways: { A: empty('A'), B: empty('B') } },
      language: 'en',
      date: '2026-11-24',
    })
    expect(JSON.stringify(model.blocks)).toContain('No gap to close')
    expect(model.blocks.filter((block) => block.kind === 'figure')).toEqual([])
  })

  test('a chosen pathway is marked', () => {
    const plan = documents('en')[1]
    expect(JSON.stringify(plan?.blocks)).toContain('Our priorities (chosen)')
  })

  test('French is set with its own spaces and every language with curved apostrophes', () => {
    expect(typesetText("L'équipe : « oui »", 'fr')).toBe('L’équipe\u00a0: «\u00a0oui\u00a0»')
    expect(typesetText("today's level: 3", 'en')).toBe('today’s level: 3')
  })
})

describe('two people who have not both agreed', () => {
  test('their figures stand in neither document, and both documents say why', async () => {
    const { pack, card, plan } = await aDocumentSet({ people: 2 })
    for (const language of ['en', 'fr'] as const) {
      const seen = communityView(card)
      const values = { pack, card: seen, language, date: '2026-11-24' }
      const shown = communityPlan(pack, plan, seen)
      const models = [
        reportCardDocument(values),
        actionPlanDocument({ ...values, plan: shown, projected: projections(pack, card, plan) }),
      ]
      for (const model of models) {
        const said = JSON.stringify(model.blocks)
        expect(said).toContain(resultWords[language].withheldTitle)
        // Hours may have a decimal too; everywhere else it is the mark of a level that people gave.
        const figures = model.blocks.flatMap((block) =>
          block.kind === 'table' && !block.head.includes(pathwayWords[language].hours) ? block.rows.flat() : [],
        )
        expect(figures.filter((cell) => typeof cell === 'string' && /^\d[.,]\d$/.test(cell))).toEqual([])
      }
      expect(JSON.stringify(models[1]?.blocks)).not.toContain(pathwayWords[language].projected)
    }
  })

  test('show everything once they do', async () => {
    const { pack, card, plan } = await aDocumentSet({ people: 2 })
    const seen = communityView(card, { pairAgreed: true })
    const values = { pack, card: seen, language: 'en', date: '2026-11-24' } as const
    const [reportCard, actionPlan] = [reportCardDocument(values), actionPlanDocument({ ...values, plan })]
    expect(JSON.stringify(reportCard.blocks)).not.toContain(resultWords.en.withheldTitle)
    expect(JSON.stringify(actionPlan.blocks)).toContain(pathwayWords.en.projected)
  })
})

describe('facts of a pack', () => {
  test('come from the pack: names of facets and shares of the weights', async () => {
    const { pack, communityCard: card } = await aDocumentSet({ pack: 'content/sample', people: 1 })
    const values = { pack, card, language: 'en', date: '2026-11-24' } as const
    const said = renderText(reportCardDocument(values)).replaceAll(/\s+/g, ' ')
    expect(said).not.toMatch(/knowledge/i)
    expect(said).toContain('importance (50%)')
    const two = renderText(reportCardDocument({ ...values, pack: set.pack, card: set.communityCard }))
    expect(two.replaceAll(/\s+/g, ' ')).toContain('For knowledge it stops one level below the top.')
  })
})
