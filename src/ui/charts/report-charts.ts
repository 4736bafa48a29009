import { nameOf } from '../../content/names.ts'
import type { ComponentComparison } from '../../domain/compare.ts'
import type { ComponentResult, FacetResult, ReportCard } from '../../domain/report-card-types.ts'
import type { Language } from '../../platform/languages.ts'
import { resultWords } from '../words/results.ts'
import type { Chart } from './chart.ts'
import { type ChartOptions, type ChartPack, levelChart, seriesOf } from './level-chart.ts'
import type { Lane, PlotGroup } from './level-plot.ts'
import { chartMessages } from './messages.ts'
import { formatLevel, formatWanted } from './numbers.ts'

/**
 * Each domain with its published score, its mean wanted level and its lowest component (Method 4.3).
 *
 * @param card the whole report card, or the view for the community
 */
export function domainProfileChart(card: ReportCard, pack: ChartPack, options: ChartOptions): Chart {
  const { language } = options
  const words = chartMessages[language]
  const results = resultWords[language]
  const series = seriesOf(pack, language)
  const rows = card.domains
    .filter((domain) => domain.facets.some((facet) => facet.inScope > 0))
    .map((domain) => ({
      label: nameOf(pack.domains, domain.domain, language),
      lowest: domain.lowest === undefined ? undefined : nameOf(pack.components, domain.lowest, language),
      lanes: pack.facets.map((facet): Lane => {
        const result = domain.facets.find((entry) => entry.facet === facet.id)
        return result?.published && result.score !== undefined
          ? { now: result.score, ...(result.wanted === undefined ? {} : { wanted: result.wanted }) }
          : { instead: result?.withheld ? results.statuses.withheld : results.tooFew }
      }),
    }))
  const sentences = rows.map((row) => sentence(row.label, row.lanes, series, language))
  return levelChart(
    { ...options, title: words.profileTitle },
    {
      series,
      groups: [
        {
          rows: rows.map(({ label, lowest, lanes }) => ({
            label,
            lanes,
            ...(lowest === undefined ? {} : { note: words.lowestIs(lowest) }),
          })),
        },
      ],
      key: { wanted: words.wanted },
      alt: [words.scaleNote(topOf(pack)), ...sentences].join(' '),
      table: {
        caption: words.profileTitle,
        head: [results.domain, ...series.flatMap(({ label }) => [label, words.wantedOf(label)]), results.lowest],
        rows: rows.map((row) => [
          row.label,
          ...row.lanes.flatMap((lane) => [nowText(lane, language), figure(lane.wanted, language)]),
          row.lowest ?? results.none,
        ]),
      },
    },
  )
}

/** Every asked component, grouped by domain, as small multiples. */
export function componentProfileChart(card: ReportCard, pack: ChartPack, options: ChartOptions): Chart {
  const { language } = options
  const words = chartMessages[language]
  const series = seriesOf(pack, language)
  const groups: PlotGroup[] = pack.domains
    .map((domain) => ({
      label: nameOf(pack.domains, domain.id, language),
      rows: card.components
        .filter((component) => component.domain === domain.id && component.asked)
        .map((component) => ({
          label: nameOf(pack.components, component.component, language),
          lanes: pack.facets.map((facet) => componentLane(component, facet.id, language)),
        })),
    }))
    .filter((group) => group.rows.length > 0)
  const rows = groups.flatMap((group) => group.rows)
  return levelChart(
    { ...options, title: words.componentsTitle },
    {
      series,
      groups,
      key: { wanted: words.wanted },
      columns: 2,
      alt: [words.scaleNote(topOf(pack)), ...rows.map((row) => sentence(row.label, row.lanes, series, language))].join(
        ' ',
      ),
      table: {
        caption: words.componentsTitle,
        head: [resultWords[language].component, ...series.flatMap(({ label }) => [label, words.wantedOf(label)])],
        rows: rows.map((row) => [row.label, ...row.lanes.flatMap((lane) => laneCells(lane, language))]),
      },
    },
  )
}

/**
 * Two rounds of one community: each facet of each component before and after, without statistics.
 *
 * @param components the comparison that `compareRounds` made
 */
export function changeChart(components: readonly ComponentComparison[], pack: ChartPack, options: ChartOptions): Chart {
  const { language } = options
  const words = chartMessages[language]
  const series = seriesOf(pack, language)
  const groups: PlotGroup[] = pack.domains
    .map((domain) => ({
      label: nameOf(pack.domains, domain.id, language),
      rows: components
        .filter((component) => component.domain === domain.id)
        .map((component) => ({
          label: nameOf(pack.components, component.component, language),
          lanes: pack.facets.map((facet) => changeLane(component, facet.id, language)),
        })),
    }))
    .filter((group) => group.rows.length > 0)
  const rows = groups.flatMap((group) => group.rows)
  const sentences = rows.map((row) => changeSentence(row.label, row.lanes, series, language))
  return levelChart(
    { ...options, title: words.changeTitle },
    {
      series,
      groups,
      key: { before: words.before },
      columns: 2,
      alt: [words.scaleNote(topOf(pack)), ...sentences].join(' '),
      table: {
        caption: words.changeTitle,
        head: [
          resultWords[language].component,
          ...series.flatMap(({ label }) => [words.beforeOf(label), words.nowOf(label)]),
        ],
        rows: rows.map((row) => [
          row.label,
          ...row.lanes.flatMap((lane) => [figure(lane.before, language), nowText(lane, language)]),
        ]),
      },
    },
  )
}

function changeLane(component: ComponentComparison, facetId: string, language: Language): Lane {
  const words = chartMessages[language]
  if (component.wordingChanged) return { instead: words.wordingChanged }
  const facet = component.facets.find((entry) => entry.facet === facetId)
  const before = facet?.before === undefined ? {} : { before: facet.before }
  return facet?.after === undefined
    ? { ...before, instead: resultWords[language].statuses.unanswered }
    : { ...before, now: facet.after }
}

function topOf(pack: ChartPack): number {
  return Math.max(...pack.facets.map((facet) => facet.levels.length - 1))
}

/** The agreed level where there is one, else the mean. */
function levelOf(facet: FacetResult | undefined): number | undefined {
  return facet?.planScore ?? facet?.score
}

function componentLane(component: ComponentResult, facetId: string, language: Language): Lane {
  const { statuses } = resultWords[language]
  const facet = component.facets.find((entry) => entry.facet === facetId)
  if (component.scope === 'out' || facet?.status === 'out-of-scope') return { instead: statuses['out-of-scope'] }
  const now = levelOf(facet)
  if (now === undefined) {
    return { instead: statuses[facet === undefined || facet.status === 'scored' ? 'unanswered' : facet.status] }
  }
  return { now, ...(facet?.wanted === undefined ? {} : { wanted: facet.wanted }) }
}

function figure(value: number | undefined, language: Language): string {
  return value === undefined ? resultWords[language].none : formatLevel(value, language)
}

function nowText(lane: Lane, language: Language): string {
  return lane.now === undefined ? (lane.instead ?? resultWords[language].none) : formatLevel(lane.now, language)
}

function laneCells(lane: Lane, language: Language): string[] {
  return [
    nowText(lane, language),
    lane.wanted === undefined ? resultWords[language].none : formatWanted(lane.wanted, language),
  ]
}

function sentence(label: string, lanes: Lane[], series: { label: string }[], language: Language): string {
  const words = chartMessages[language]
  const parts = lanes.map((lane, index) =>
    words.lane(
      (series[index]?.label ?? '').toLocaleLowerCase(language),
      nowText(lane, language),
      lane.wanted === undefined ? undefined : formatWanted(lane.wanted, language),
    ),
  )
  return words.sentence(label, parts.join('; '))
}

function changeSentence(label: string, lanes: Lane[], series: { label: string }[], language: Language): string {
  const words = chartMessages[language]
  const parts = lanes.map((lane, index) => {
    const facet = (series[index]?.label ?? '').toLocaleLowerCase(language)
    return lane.before === undefined
      ? words.lane(facet, nowText(lane, language))
      : words.laneMove(facet, formatLevel(lane.before, language), nowText(lane, language))
  })
  return words.sentence(label, parts.join('; '))
}
