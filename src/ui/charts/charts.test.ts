import { beforeAll, describe, expect, test } from 'vitest'
import { type ADocumentSet, aDocumentSet } from '../../../test/builders/document-set.ts'
import { compareRounds } from '../../domain/compare.ts'
import type { Chart } from './chart.ts'
import { gapClosedChart, pathwayWeeksChart } from './plan-charts.ts'
import { changeChart, componentProfileChart, domainProfileChart } from './report-charts.ts'
import { escapeXml, textWidth, wrapText } from './svg.ts'

let set: ADocumentSet
let later: ADocumentSet
let village: ADocumentSet

beforeAll(async () => {
  set = await aDocumentSet()
  later = await aDocumentSet({ people: 5 })
  village = await aDocumentSet({ pack: 'content/sample', people: 2 })
})

function charts(of: ADocumentSet, language: 'en' | 'fr', narrow: boolean): Record<string, Chart> {
  const { pack, communityCard, plan } = of
  const options = { language, narrow, id: 'a-chart' }
  const compared = compareRounds(of.card, of === set ? later.card : of.card)
  if (!compared.ok) throw new Error(compared.reason)
  return {
    domains: domainProfileChart(communityCard, pack, options),
    components: componentProfileChart(communityCard, pack, options),
    change: changeChart(compared.components, pack, options),
    weeks: pathwayWeeksChart(plan.pathways.A, pack, options),
    gaps: gapClosedChart(plan, 'B', pack, options),
    halves: gapClosedChart(plan, 'A', pack, { ...options, compact: true }),
  }
}

/** Every line of text of a picture, from where to where it reaches as far as its width can be told without the font. */
function labelsIn(svg: string): { words: string; left: number; right: number }[] {
  const attribute = (markup: string, name: string) => new RegExp(`${name}="([^"]+)"`).exec(markup)?.[1]
  return [...svg.matchAll(/<text( [^>]*)>(.*?)<\/text>/gs)].flatMap(([, own = '', inner = '']) => {
    const lines = inner.includes('<tspan')
      ? [...inner.matchAll(/<tspan[^>]*>(.*?)<\/tspan>/gs)].map((match) => match[1] ?? '')
      : [inner]
    const x = Number(attribute(own, ' x'))
    const size = Number(attribute(own, 'font-size'))
    const anchor = attribute(own, 'text-anchor')
    return lines.map((line) => {
      const words = line.replaceAll(/&[a-z#0-9]+;/g, '’')
      const width = textWidth(words, size)
      const left = anchor === 'end' ? x - width : anchor === 'middle' ? x - width / 2 : x
      return { words, left, right: left + width }
    })
  })
}

const everyKind = (['en', 'fr'] as const).flatMap((language) =>
  [false, true].flatMap((narrow) => [
    { language, narrow, village: false },
    { language, narrow, village: true },
  ]),
)

describe('charts', () => {
  test.each(everyKind)(
    'are one picture with a name, a description and a table: %o',
    ({ language, narrow, ...other }) => {
      for (const chart of Object.values(charts(other.village ? village : set, language, narrow))) {
        expect(chart.svg).toMatch(/^<svg [^>]*viewBox="0 0 \d+ \d+" role="img"/)
        expect(chart.svg).toContain('aria-labelledby="a-chart-title a-chart-desc"')
        expect(chart.svg).toContain(`<desc id="a-chart-desc">${escapeXml(chart.alt)}</desc>`)
        expect(chart.alt.length).toBeGreaterThan(20)
        expect(chart.width).toBe(narrow ? 320 : 640)
        expect(chart.table.caption).not.toBe('')
        for (const row of chart.table.rows) expect(row).toHaveLength(chart.table.head.length)
      }
    },
  )

  test('need no style sheet, no script and no colour alone', () => {
    for (const chart of Object.values(charts(set, 'en', false))) {
      expect(chart.svg).not.toMatch(/ style=| class=|<script|<style|NaN|undefined|Infinity/)
      expect(chart.svg).not.toMatch(/gradient/i)
    }
    const { svg } = charts(set, 'en', false).domains as Chart
    const shapes = [...svg.matchAll(/<path d="([^"]+)" transform="[^"]+" fill="(#[0-9a-f]{6})"/g)]
    const byColour = Map.groupBy(shapes, (match) => match[2])
    expect(byColour.size).toBe(2)
    const drawn = [...byColour.values()].map((matches) => new Set(matches.map((match) => match[1])))
    expect(drawn.map((paths) => paths.size)).toEqual([1, 1])
    expect(drawn[0]).not.toEqual(drawn[1])
  })

  test.each(everyKind)('keep every label inside the picture: %o', ({ language, narrow, ...other }) => {
    for (const [name, chart] of Object.entries(charts(other.village ? village : set, language, narrow))) {
      const labels = labelsIn(chart.svg)
      expect(labels.length).toBeGreaterThan(3)
      for (const { words, left, right } of labels) {
        expect(left, `${name}: ${words}`).toBeGreaterThanOrEqual(0)
        expect(right, `${name}: ${words}`).toBeLessThanOrEqual(chart.width)
      }
    }
  })

  test('the table of the profile holds the published scores and the lowest component, and a dash or words for what is withheld', () => {
    const { table } = charts(set, 'en', false).domains as Chart
    expect(table.rows).toHaveLength(6)
    const { domains } = set.communityCard
    expect(domains.filter(({ lowest }) => lowest !== undefined).length).toBeGreaterThan(1)
    for (const [index, domain] of domains.entries()) {
      const lowest = set.pack.components.find((component) => component.id === domain.lowest)
      const score = domain.facets[0]?.score
      expect(table.rows[index]?.at(-1)).toBe(lowest?.name.en ?? '–')
      if (score === undefined) expect(table.rows[index]?.[1]).toMatch(/^[a-z ]+$/)
      else expect(table.rows[index]?.[1]).toBe(score.toFixed(1))
    }
  })

  test('a component that does not apply says so in words', () => {
    const { svg, table } = charts(set, 'en', false).components as Chart
    expect(svg).toContain('does not apply here')
    expect(table.rows.find(([name]) => name === 'Indigenous data sovereignty')?.[1]).toBe('does not apply here')
  })

  test('names from a pack stay text', () => {
    const pack = structuredClone(set.pack)
    for (const domain of pack.domains) domain.name.en = '<b onload="x">&'
    const { svg } = domainProfileChart(set.communityCard, pack, { language: 'en', id: 'x' })
    expect(svg).not.toContain('<b ')
    expect(svg).toContain('&lt;b')
  })
})

describe('breaking lines', () => {
  test('lines fit the width, and a no-break space holds', () => {
    const text = 'Participation et partenariats avec les gens d’ici'
    for (const line of wrapText(text, 13, 120)) expect(textWidth(line, 13)).toBeLessThanOrEqual(120)
    expect(wrapText(text, 13, 120).join(' ')).toBe(text)
    expect(wrapText('plus\u00a0basse\u00a0: connectivité', 13, 60)[0]).toBe('plus\u00a0basse\u00a0:')
  })
})
