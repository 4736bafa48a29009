import { beforeAll, describe, expect, test } from 'vitest'
import { type ADocumentSet, aDocumentSet } from '../../test/builders/document-set.ts'
import { actionPlanDocument } from './action-plan-document.ts'
import { reportCardDocument } from './report-card-document.ts'
import { renderWord } from './word.ts'
import { readZip } from './zip.ts'

let set: ADocumentSet

beforeAll(async () => {
  set = await aDocumentSet()
})

async function partsOf(language: 'en' | 'fr', community = 'Harrow Lake') {
  const { pack, communityCard: card, plan } = set
  const model = actionPlanDocument({ pack, card, plan, language, community, date: '2026-11-24' })
  const entries = readZip(Buffer.from(await renderWord(model)))
  const part = (name: string) => entries.find((entry) => entry.name === name)?.bytes.toString('utf8') ?? ''
  return { model, names: entries.map((entry) => entry.name), part }
}

describe('Word documents', () => {
  test.each([
    ['en', 'Capacity-building Action Plan – Harrow Lake – Draft'],
    ['fr', 'Plan d’action pour le renforcement des capacités – Harrow Lake – Ébauche'],
  ] as const)('say their language and title in %s', async (language, title) => {
    const { part } = await partsOf(language)
    expect(part('word/styles.xml')).toContain(`w:val="${language}-CA"`)
    expect(part('docProps/core.xml')).toContain(title)
  })

  test('use real heading styles, lists and table heads that repeat', async () => {
    const { model, part } = await partsOf('en')
    const body = part('word/document.xml')
    const found = (pattern: RegExp) => [...body.matchAll(pattern)].length
    const blocks = model.blocks.flatMap((block) => (block.kind === 'together' ? block.blocks : [block]))
    for (const level of [1, 2])
      expect(found(new RegExp(`w:pStyle w:val="Heading${level}"`, 'g'))).toBe(
        blocks.filter((block) => block.kind === 'heading' && block.level === level).length,
      )
    expect(found(/<w:tblHeader\/>/g)).toBe(blocks.filter((block) => block.kind === 'table').length)
    expect(found(/<w:numPr>/g)).toBeGreaterThan(10)
    expect(part('word/footer1.xml')).toContain('NUMPAGES')
  })

  test('show each chart as a picture with an alternative text', async () => {
    const { model, names, part } = await partsOf('fr')
    const figures = model.blocks.filter((block) => block.kind === 'figure').length
    const descriptions = [...part('word/document.xml').matchAll(/<wp:docPr [^>]*descr="([^"]+)"/g)]
    expect(descriptions).toHaveLength(figures)
    for (const [, description] of descriptions) expect(description?.length).toBeGreaterThan(40)
    expect(names.filter((name) => name.endsWith('.svg'))).toHaveLength(figures)
    expect(names.filter((name) => name.endsWith('.png'))).toHaveLength(figures)
  })

  test('take any text as text', async () => {
    const { part } = await partsOf('en', '<w:p> & "Lac" ]]> ᐃᖃᓗᐃᑦ')
    expect(part('word/document.xml')).toContain('&lt;w:p&gt; &amp; ')
    expect(part('word/document.xml')).toContain('ᐃᖃᓗᐃᑦ')
  })

  test('carry the family of all documents where its letters need it, veiled as the format asks', async () => {
    const { pack, communityCard: card } = set
    const light = reportCardDocument({ pack, card, language: 'fr', community: 'Sainte-Cécile', date: '2026-11-24' })
    const lightNames = readZip(Buffer.from(await renderWord(light))).map(({ name }) => name)
    expect(lightNames.filter((name) => name.endsWith('.odttf'))).toEqual([])
    const model = reportCardDocument({ pack, card, language: 'en', community: 'ᐃᖃᓗᐃᑦ', date: '2026-11-24' })
    const entries = readZip(Buffer.from(await renderWord(model)))
    const table = entries.find((entry) => entry.name === 'word/fontTable.xml')?.bytes.toString('utf8') ?? ''
    const keys = [...table.matchAll(/w:fontKey="\{([^}]+)\}"/g)].map((match) => match[1] ?? '')
    expect(keys).toHaveLength(2)
    for (const [index, key] of keys.entries()) {
      const font = entries.find((entry) => entry.name === `word/fonts/font${index + 1}.odttf`)?.bytes
      const mask = Buffer.from(key.replaceAll('-', ''), 'hex').reverse()
      const start = [0, 1, 2, 3].map((place) => (font?.[place] ?? 0) ^ (mask[place] ?? 0))
      expect(start).toEqual([0, 1, 0, 0])
    }
  })

  test('are the same bytes for the same values', async () => {
    const { pack, communityCard: card } = set
    const model = reportCardDocument({ pack, card, language: 'en', date: '2026-11-24' })
    expect(Buffer.compare(await renderWord(model), await renderWord(model))).toBe(0)
  })
})
