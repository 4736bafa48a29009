import type { ComponentResult, FacetResult, ReportCard } from '../domain/report-card-types.ts'
import type { Language } from '../platform/languages.ts'
import { formatLevel, formatNumber, formatWanted } from '../ui/charts/numbers.ts'
import { componentProfileChart, domainProfileChart } from '../ui/charts/report-charts.ts'
import { documentHead, type ReportCardValues } from './document-values.ts'
import { findingBlocks } from './findings.ts'
import { documentMessages } from './messages.ts'
import { reportCardMessages } from './messages-report-card.ts'
import { type Block, type Cell, type DocumentModel, type Rich, type Run, strong, type TableBlock } from './model.ts'
import { type PackWords, packWords } from './pack-words.ts'

const onFirstPage = 3

/** The report card as a document (Method 5.4): at most three priorities on its first page, no total, no rank. */
export function reportCardDocument(values: ReportCardValues): DocumentModel {
  const { pack, card, language } = values
  const t = reportCardMessages[language]
  const words = packWords(pack, language, card.variant)
  const head = documentHead(values)
  return {
    kind: 'report-card',
    title: t.title,
    ...head,
    blocks: [
      { kind: 'paragraph', tone: 'lead', text: head.community === undefined ? t.leadUnnamed : t.lead(head.community) },
      keyFigures(values),
      ...firstBlocks(values, words),
      { kind: 'heading', level: 1, text: t.profileTitle },
      {
        kind: 'figure',
        chart: domainProfileChart(card, pack, { language, id: 'domain-profile' }),
        caption: t.profileFigure,
        width: 0.86,
      },
      ...howToRead(values, words),
      { ...domainTable(values), caption: t.profileTable },
      ...strengthBlocks(values, words),
      ...gapBlocks(values, words),
      { kind: 'heading', level: 1, text: t.findingsTitle },
      ...findingBlocks(card, words, language),
      { kind: 'heading', level: 1, text: t.tableTitle },
      {
        kind: 'figure',
        chart: componentProfileChart(card, pack, { language, id: 'component-profile' }),
        caption: t.componentsFigure,
        tall: true,
      },
      { kind: 'paragraph', text: t.tableIntro },
      componentTable(values, words),
      ...howComputed(values, words),
      { kind: 'heading', level: 1, text: t.notSayTitle },
      { kind: 'bullets', items: t.notSay },
      { kind: 'callout', tone: 'note', lines: [[words.run(pack.caution)]] },
    ],
  }
}

/** The profile by domain as a table; the plan shows it alone. */
export function domainTable({
  pack,
  card,
  language,
}: Pick<ReportCardValues, 'pack' | 'card' | 'language'>): TableBlock {
  const { table } = domainProfileChart(card, pack, { language, id: 'domain-profile' })
  const facets = pack.facets.length
  return {
    kind: 'table',
    ...table,
    widths: [3, ...Array.from({ length: 2 * facets }, () => 1.45), 2.6],
    figures: Array.from({ length: 2 * facets }, (_, index) => index + 1),
  }
}

/** Each facet with its level today and its wanted level, in one line. */
export function nowAndWanted(result: ComponentResult | undefined, language: Language, words: PackWords): string {
  const t = reportCardMessages[language]
  const { none } = documentMessages[language]
  const facets = result?.facets.map((facet) => {
    const now = facet.planScore ?? facet.score
    const shown = now === undefined ? none : formatLevel(now, language)
    const wanted = facet.wanted === undefined ? none : formatWanted(facet.wanted, language)
    return t.facetNow(words.facet(facet.facet), shown, wanted)
  })
  return (facets ?? []).join(' · ')
}

export function resultOf(card: ReportCard, component: string): ComponentResult | undefined {
  return card.components.find((entry) => entry.component === component)
}

function keyFigures({ card, language }: ReportCardValues): Block {
  const t = reportCardMessages[language]
  const asked = card.components.filter((component) => component.asked).length
  const figure = (value: number, label: string) => ({ value: formatNumber(value, language, 0), label })
  return {
    kind: 'keyFigures',
    figures: [
      figure(card.respondents, t.people(card.respondents)),
      figure(asked, t.components(asked)),
      figure(card.totals.dk, t.dontKnows(card.totals.dk)),
      figure(card.priorities.length, t.gaps(card.priorities.length)),
    ],
  }
}

function firstBlocks({ card, language }: ReportCardValues, words: PackWords): Block[] {
  const t = reportCardMessages[language]
  const blocks: Block[] = [{ kind: 'heading', level: 1, text: t.firstTitle }]
  if (card.findOut.length > 0) {
    const named = documentMessages[language].list(card.findOut.slice(0, onFirstPage).map(words.component))
    blocks.push({ kind: 'paragraph', text: t.findOutFirst(named) })
  }
  const first = card.priorities.slice(0, Math.min(onFirstPage, card.top))
  if (first.length === 0) return [...blocks, { kind: 'paragraph', text: t.noGapAnywhere }]
  return [
    ...blocks,
    { kind: 'paragraph', text: t.firstIntro },
    {
      kind: 'numbered',
      items: first.map(({ component }) => [
        strong(words.component(component)),
        ` – ${nowAndWanted(resultOf(card, component), language, words)}`,
      ]),
    },
  ]
}

function howToRead({ pack, card, language }: ReportCardValues, words: PackWords): Block[] {
  const t = reportCardMessages[language]
  const top = (pack.facets[0]?.levels.length ?? 1) - 1
  const levels = pack.facets[0]?.levels ?? []
  return [
    { kind: 'heading', level: 1, text: t.howToRead },
    {
      kind: 'bullets',
      items: [
        ...pack.facets.map(
          (facet): Rich => [strong(documentMessages[language].colon(words.line(facet.name))), words.run(facet.meaning)],
        ),
        t.howLevels(top),
        ...(card.respondents > 1 ? [t.howMean] : []),
        t.howGap,
        t.profileIntro,
        t.howNoTotal,
      ],
    },
    {
      kind: 'table',
      caption: t.levelsCaption,
      head: [t.level, ...pack.facets.map((facet) => words.line(facet.name))],
      rows: levels.map((_, level) => [
        String(level),
        ...pack.facets.map((facet): Cell => {
          const entry = facet.levels[level]
          return entry === undefined ? '' : [strong(`${words.line(entry.name)} `), words.run(entry.meaning)]
        }),
      ]),
      widths: [1, ...pack.facets.map(() => 6)],
    },
  ]
}

function strengthBlocks({ card, language }: ReportCardValues, words: PackWords): Block[] {
  const t = reportCardMessages[language]
  const heading: Block = { kind: 'heading', level: 1, text: t.strengthsTitle }
  if (card.strengths.length === 0) return [heading, { kind: 'paragraph', text: t.noStrengths }]
  return [
    heading,
    { kind: 'paragraph', text: t.strengthsIntro },
    { kind: 'bullets', items: card.strengths.map((component) => levelSentence(card, component, words)) },
  ]
}

function gapBlocks({ card, pack, language }: ReportCardValues, words: PackWords): Block[] {
  const t = reportCardMessages[language]
  const d = documentMessages[language]
  const heading: Block = { kind: 'heading', level: 1, text: t.gapsTitle }
  if (card.largestGaps.length === 0) return [heading, { kind: 'paragraph', text: t.noGaps }]
  const first = pack.facets[0]?.id ?? ''
  return [
    heading,
    { kind: 'paragraph', text: t.gapsIntro },
    {
      kind: 'table',
      caption: t.gapsCaption,
      head: [d.component, ...pack.facets.map((facet) => t.nowToWanted(words.line(facet.name))), d.gap, t.nextLevel],
      rows: card.largestGaps.map((component) => {
        const result = resultOf(card, component)
        const level = result?.facets[0]?.level
        return [
          [strong(words.component(component))],
          ...(result?.facets ?? []).map((facet) => step(facet, language)),
          result?.gap === undefined ? d.none : formatLevel(result.gap, language),
          level === undefined ? '' : [words.descriptor(component, first, level + 1)],
        ]
      }),
      widths: [2.4, ...pack.facets.map(() => 1.5), 0.8, 4.6],
      figures: pack.facets.map((_, index) => index + 1).concat(pack.facets.length + 1),
    },
  ]
}

/** "0.3 – 3": the level today and the wanted level of one facet. */
function step(facet: FacetResult, language: Language): string {
  const now = facet.planScore ?? facet.score
  if (now === undefined || facet.wanted === undefined) return documentMessages[language].none
  return `${formatLevel(now, language)} – ${formatWanted(facet.wanted, language)}`
}

/** A component with the sentence of its level in the first facet. */
function levelSentence(card: ReportCard, component: string, words: PackWords): Rich {
  const first = resultOf(card, component)?.facets[0]
  const runs: Run[] = [strong(words.component(component))]
  if (first?.level !== undefined) runs.push(' – ', words.descriptor(component, first.facet, first.level))
  return runs
}

/** One table of all components, each domain heading its rows. */
function componentTable({ pack, card, language }: ReportCardValues, words: PackWords): Block {
  const t = reportCardMessages[language]
  const d = documentMessages[language]
  const rows = pack.domains.flatMap((domain): Cell[][] => {
    const asked = card.components.filter((component) => component.domain === domain.id && component.asked)
    if (asked.length === 0) return []
    return [
      [words.domain(domain.id)],
      ...asked.map((result): Cell[] => [
        {
          lines: [
            [strong(words.component(result.component))],
            ...(words.inReview(result.component) ? [[{ text: t.reviewMark, italic: true }]] : []),
          ],
        },
        ...pack.facets.map((facet) => facetCell(result, facet.id, language, words)),
      ]),
    ]
  })
  return {
    kind: 'table',
    caption: t.tableCaption,
    head: [d.component, ...pack.facets.map((facet) => words.line(facet.name))],
    rows,
    widths: [2.3, ...pack.facets.map(() => 3.9)],
  }
}

function facetCell(result: ComponentResult, facetId: string, language: Language, words: PackWords): Cell {
  const t = reportCardMessages[language]
  const facet = result.facets.find((entry) => entry.facet === facetId)
  if (result.scope === 'out' || facet?.status === 'out-of-scope') return t.outOfScope
  const score = facet?.planScore ?? facet?.score
  if (facet === undefined || score === undefined || facet.level === undefined)
    return facet?.status === 'unknown' ? t.unknownCell : t.unansweredCell
  const name = words.levelName(facetId, facet.level)
  const lines: Rich[] = [
    [
      strong(t.facetCell(formatLevel(score, language), name)),
      ...(facet.wanted === undefined ? [] : [t.wantedInside(formatWanted(facet.wanted, language))]),
    ],
    [words.descriptor(result.component, facetId, facet.level)],
  ]
  if (facet.showLowerBound && facet.lowerBound !== undefined)
    lines.push([{ text: t.couldBeAsLow(formatLevel(facet.lowerBound, language)), italic: true }])
  return { lines }
}

function howComputed({ card, language }: ReportCardValues, words: PackWords): Block[] {
  const t = reportCardMessages[language]
  const d = documentMessages[language]
  const two = (value: number) => formatNumber(value, language, 2)
  const first = card.priorities.slice(0, card.top)
  const blocks: Block[] = [
    { kind: 'heading', level: 1, text: t.computedTitle },
    {
      kind: 'bullets',
      tone: 'quiet',
      items: [
        t.computedScore,
        t.computedDomain,
        t.computedWanted,
        t.computedWeight,
        t.computedFirm,
        t.computedDetail,
        ...(card.view === 'community' && card.respondents > 1 && card.respondents < 5
          ? [t.withheld(card.respondents)]
          : []),
      ],
    },
  ]
  if (first.length > 0) {
    blocks.push({
      kind: 'table',
      caption: t.weightsCaption,
      head: [d.component, t.importance, t.leverage, t.duty, t.need, t.weight, d.gap, t.value, t.firm],
      rows: first.map((entry) => {
        const terms = resultOf(card, entry.component)?.terms
        const shown = terms === undefined ? [] : [terms.importance, terms.leverage, terms.duty, terms.need]
        return [
          words.component(entry.component),
          ...shown.map(two),
          two(entry.weight),
          formatLevel(entry.gap, language),
          two(entry.value),
          entry.firm ? t.yes : t.no,
        ]
      }),
      widths: [2.6, 1.35, 1, 1.2, 1, 1, 0.9, 1.15, 0.9],
      figures: [1, 2, 3, 4, 5, 6, 7],
    })
  }
  return blocks
}
