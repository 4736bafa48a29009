import type { Pack } from '../content/schema.ts'
import { priorityWeights } from '../domain/priorities.ts'
import type { ComponentResult, FacetResult, PriorityEntry, ReportCard } from '../domain/report-card-types.ts'
import type { Language } from '../platform/languages.ts'
import { formatLevel, formatNumber, formatPercent, formatWanted } from '../ui/charts/numbers.ts'
import { componentProfileChart, domainProfileChart } from '../ui/charts/report-charts.ts'
import { findingWords } from '../ui/words/findings.ts'
import { listOf } from '../ui/words/list-of.ts'
import { priorityWords } from '../ui/words/priorities.ts'
import { resultWords } from '../ui/words/results.ts'
import { documentHead, type ReportCardValues } from './document-values.ts'
import { findingBlocks, findOutBlocks, withheldBlocks } from './findings.ts'
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
    title: resultWords[language].reportCard,
    ...head,
    blocks: [
      { kind: 'paragraph', tone: 'lead', text: head.community === undefined ? t.leadUnnamed : t.lead(head.community) },
      keyFigures(values),
      ...firstBlocks(values, words),
      ...howToRead(values, words),
      ...withheldBlocks(card, language),
      { ...domainTable(values), caption: t.profileTable },
      ...strengthBlocks(values, words),
      ...gapBlocks(values, words),
      { kind: 'heading', level: 1, text: findingWords[language].title },
      ...findingBlocks(card, pack, language),
      { kind: 'heading', level: 1, text: t.tableTitle },
      { kind: 'paragraph', text: t.tableIntro },
      {
        kind: 'figure',
        chart: componentProfileChart(card, pack, { language, id: 'component-profile' }),
        caption: t.componentsFigure,
      },
      componentTable(values, words),
      ...howComputed(values, words),
      { kind: 'heading', level: 1, text: t.notSayTitle },
      { kind: 'bullets', items: [...t.notSay, [words.run(pack.caution)]] },
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
function nowAndWanted(result: ComponentResult | undefined, language: Language, words: PackWords): string {
  const t = reportCardMessages[language]
  const { none } = resultWords[language]
  const facets = result?.facets.map((facet) => {
    const now = facet.planScore ?? facet.score
    const shown = now === undefined ? none : formatLevel(now, language)
    const wanted = facet.wanted === undefined ? none : formatWanted(facet.wanted, language)
    return t.facetNow(words.facet(facet.facet), shown, wanted)
  })
  return (facets ?? []).join(' · ')
}

/** A component with its levels; its name alone where they are withheld. */
export function nameAndLevels(card: ReportCard, component: string, language: Language, words: PackWords): Rich {
  const name = strong(words.component(component))
  if (card.withheld?.includes(component)) return [name]
  return [name, ` – ${nowAndWanted(resultOf(card, component), language, words)}`]
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

function firstBlocks({ card, pack, language }: ReportCardValues, words: PackWords): Block[] {
  const t = reportCardMessages[language]
  const first = card.priorities.slice(0, Math.min(onFirstPage, card.top))
  const unknown = findOutBlocks(card, pack, language, onFirstPage)
  const heading: Block = { kind: 'heading', level: 1, text: t.firstTitle }
  const chart = domainProfileChart(card, pack, { language, id: 'domain-profile' })
  const start: Block[] =
    first.length === 0
      ? [{ kind: 'paragraph', text: t.noGapAnywhere }]
      : [
          { kind: 'paragraph', text: t.firstIntro },
          { kind: 'numbered', items: first.map(({ component }) => nameAndLevels(card, component, language, words)) },
        ]
  return [
    heading,
    ...start,
    { kind: 'heading', level: 1, text: t.profileTitle },
    { kind: 'figure', chart, caption: t.profileFigure, width: 0.84 },
    ...unknown,
  ]
}

function howToRead({ pack, card, language }: ReportCardValues, words: PackWords): Block[] {
  const t = reportCardMessages[language]
  const top = (pack.facets[0]?.levels.length ?? 1) - 1
  const levels = pack.facets[0]?.levels ?? []
  return [
    {
      kind: 'together',
      blocks: [
        { kind: 'heading', level: 1, text: t.howToRead },
        {
          kind: 'bullets',
          items: [
            ...pack.facets.map(
              (facet): Rich => [
                strong(documentMessages[language].colon(words.line(facet.name))),
                words.run(facet.meaning),
              ],
            ),
            t.howLevels(top),
            ...(card.respondents > 1 ? [t.howMean] : []),
            t.howGap,
            t.profileIntro,
            t.howNoTotal,
          ],
        },
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
          return entry === undefined
            ? ''
            : [strong(documentMessages[language].colon(words.line(entry.name))), words.run(entry.meaning)]
        }),
      ]),
      widths: [1, ...pack.facets.map(() => 6)],
    },
  ]
}

function strengthBlocks({ card, language }: ReportCardValues, words: PackWords): Block[] {
  const t = reportCardMessages[language]
  const heading: Block = { kind: 'heading', level: 1, text: resultWords[language].strengths }
  if (card.strengths.length === 0)
    return [heading, { kind: 'paragraph', text: emptyText(card, language, resultWords[language].noStrengths) }]
  return [
    heading,
    { kind: 'paragraph', text: t.strengthsIntro },
    { kind: 'bullets', items: card.strengths.map((component) => levelSentence(card, component, words)) },
  ]
}

function gapBlocks({ card, pack, language }: ReportCardValues, words: PackWords): Block[] {
  const t = reportCardMessages[language]
  const d = resultWords[language]
  const heading: Block = { kind: 'heading', level: 1, text: d.largestGaps }
  if (card.largestGaps.length === 0) return [heading, { kind: 'paragraph', text: emptyText(card, language, d.noGaps) }]
  const first = pack.facets[0]?.id ?? ''
  return [
    heading,
    { kind: 'paragraph', text: t.gapsIntro },
    {
      kind: 'table',
      caption: t.gapsCaption,
      head: [d.component, ...stepHeads(pack, language, words), gapHead(pack, language), t.nextLevel],
      rows: card.largestGaps.map((component) => {
        const result = resultOf(card, component)
        const level = result?.facets[0]?.level
        return [
          [strong(words.component(component))],
          ...steps(result, language),
          result?.gap === undefined ? d.none : formatLevel(result.gap, language),
          level === undefined ? '' : [words.descriptor(component, first, level + 1)],
        ]
      }),
      widths: [2.4, ...pack.facets.map(() => 1.5), 0.8, 4.6],
      figures: pack.facets.map((_, index) => index + 1).concat(pack.facets.length + 1),
    },
  ]
}

/** Heads of the columns that `steps` fills, and of the gap beside them. */
export function stepHeads(pack: Pack, language: Language, words: PackWords): string[] {
  return pack.facets.map((facet) => reportCardMessages[language].nowToWanted(words.line(facet.name)))
}

export function gapHead(pack: Pack, language: Language): string {
  return pack.facets.length > 1 ? resultWords[language].meanGap : resultWords[language].gap
}

/** For each facet of a component the step from today to the wanted level. */
export function steps(result: ComponentResult | undefined, language: Language): string[] {
  return (result?.facets ?? []).map((facet) => step(facet, language))
}

/** "0.3 – 3": the level today and the wanted level of one facet. */
function step(facet: FacetResult, language: Language): string {
  const now = facet.planScore ?? facet.score
  if (now === undefined || facet.wanted === undefined) return resultWords[language].none
  return `${formatLevel(now, language)} – ${formatWanted(facet.wanted, language)}`
}

/** What stands in place of an empty list: nothing of the kind was found, or what there is rests on two people. */
function emptyText(card: ReportCard, language: Language, none: string): string {
  return card.withheld === undefined ? none : resultWords[language].withheldList
}

/** A component with the sentence of its level in the first facet. */
function levelSentence(card: ReportCard, component: string, words: PackWords): Rich {
  const first = resultOf(card, component)?.facets[0]
  const runs: Run[] = [strong(words.component(component))]
  if (first?.level !== undefined) runs.push(' – ', words.descriptor(component, first.facet, first.level))
  return runs
}

/** The card does not withhold what this priority was weighed by. */
function hasFigures(entry: PriorityEntry): entry is PriorityEntry & { weight: number; gap: number; value: number } {
  return entry.weight !== undefined && entry.gap !== undefined && entry.value !== undefined
}

/** One table of all components, each domain heading its rows. */
function componentTable({ pack, card, language }: ReportCardValues, words: PackWords): Block {
  const t = reportCardMessages[language]
  const d = resultWords[language]
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
  const { statuses, couldBeAsLowAs } = resultWords[language]
  if (result.scope === 'out' || facet?.status === 'out-of-scope') return statuses['out-of-scope']
  const score = facet?.planScore ?? facet?.score
  if (facet === undefined || score === undefined || facet.level === undefined)
    return statuses[facet === undefined || facet.status === 'scored' ? 'unanswered' : facet.status]
  const name = words.levelName(facetId, facet.level)
  const lines: Rich[] = [
    [
      strong(t.facetCell(formatLevel(score, language), name)),
      ...(facet.wanted === undefined ? [] : [t.wantedInside(formatWanted(facet.wanted, language))]),
    ],
    [words.descriptor(result.component, facetId, facet.level)],
  ]
  if (facet.showLowerBound && facet.lowerBound !== undefined)
    lines.push([{ text: t.someDidNotKnow(couldBeAsLowAs(formatLevel(facet.lowerBound, language))), italic: true }])
  return { lines }
}

function howComputed({ pack, card, language }: ReportCardValues, words: PackWords): Block[] {
  const t = reportCardMessages[language]
  const d = resultWords[language]
  const further = pack.facets.slice(1).map((facet) => words.facetInSentence(facet.id))
  const percent = (share: number) => formatPercent(share, language)
  const { importance, leverage, duty, need } = priorityWeights.reportCard
  const two = (value: number) => formatNumber(value, language, 2)
  const p = priorityWords[language]
  const first = card.priorities.slice(0, card.top).filter(hasFigures)
  const blocks: Block[] = [
    { kind: 'heading', level: 1, text: t.computedTitle },
    {
      kind: 'bullets',
      tone: 'quiet',
      items: [
        t.computedScore,
        t.computedDomain,
        further.length === 0
          ? t.computedWanted
          : `${t.computedWanted} ${t.computedWantedFurther(listOf(further, language))}`,
        t.computedWeight(percent(importance), percent(leverage), percent(duty), percent(need)),
        d.firmNote,
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
      head: [d.component, d.importance, t.leverage, t.duty, t.need, p.weight, d.gap, p.value, t.firm],
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
