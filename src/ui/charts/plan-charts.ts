import { itemTitle, nameOf } from '../../content/names.ts'
import type { Text } from '../../content/schema.ts'
import type { ActionPlan, Pathway } from '../../domain/action-plan-types.ts'
import { pathwayWords } from '../words/pathways.ts'
import { resultWords } from '../words/results.ts'
import type { Chart } from './chart.ts'
import { type ChartOptions, type ChartPack, levelChart, seriesOf } from './level-chart.ts'
import type { Lane } from './level-plot.ts'
import { chartMessages } from './messages.ts'
import { formatHours, formatLevel, formatWanted } from './numbers.ts'
import { palette } from './palette.ts'
import { stepScale } from './steps.ts'
import { element, frame, line, textLines, wrapText } from './svg.ts'

type ItemTitles = { items: readonly { id: string; title: Text }[] }

/** One pathway as a strip of weeks: a bar for each item from the week it starts to the week it ends. */
export function pathwayWeeksChart(pathway: Pathway, pack: ItemTitles, options: ChartOptions): Chart {
  const { language, id, narrow = false } = options
  const words = chartMessages[language]
  const title = words.weeksTitle(pathway.id)
  const titleOf = (itemId: string) => itemTitle(pack, itemId, language)
  const weeks = Math.max(1, pathway.weeks.length, ...pathway.items.map((item) => item.lastWeek))
  const width = narrow ? 320 : 640
  const start = narrow ? 0 : 252
  const end = width - 52
  const scale = stepScale([1, weeks + 1], [start, end])
  const every = Math.ceil(weeks / ((end - start) / 22))
  const parts: string[] = [
    textLines([words.week], {
      x: narrow ? 0 : start - 8,
      y: 12,
      size: 12,
      fill: palette.muted,
      anchor: narrow ? 'start' : 'end',
    }),
  ]
  const digitsAt = narrow ? 28 : 12
  for (let week = 1; week <= weeks; week += every)
    parts.push(
      textLines([String(week)], { x: scale(week + 0.5), y: digitsAt, size: 11, anchor: 'middle', fill: palette.muted }),
    )
  parts.push(
    textLines([pathwayWords[language].hours], { x: width, y: 12, size: 12, anchor: 'end', fill: palette.muted }),
  )
  let y = digitsAt + 8
  for (const item of pathway.items) {
    const label = wrapText(titleOf(item.item), 12.5, narrow ? width - 8 : start - 16)
    const labelHeight = label.length * 15
    const above = narrow ? labelHeight + 4 : 0
    const height = narrow ? above + 24 : Math.max(30, labelHeight + 12)
    const middle = y + above + (height - above) / 2
    parts.push(line(0, y, width, y))
    parts.push(
      textLines(label, {
        x: 0,
        y: narrow ? y + 15 : y + (height - labelHeight) / 2 + 11.5,
        size: 12.5,
        lineHeight: 15,
      }),
    )
    parts.push(weekCells(weeks, scale, middle))
    const left = scale(item.firstWeek) + 1
    const bar = { x: left, y: middle - 7, width: scale(item.lastWeek + 1) - 1 - left, height: 14, fill: palette.spruce }
    parts.push(element('rect', { ...bar, rx: 2 }))
    const hours = words.hoursShort(formatHours(item.hours, language))
    parts.push(textLines([hours], { x: width, y: middle + 4.5, size: 12.5, anchor: 'end' }))
    y += height
  }
  parts.push(line(0, y, width, y))
  const alt = [
    words.weeksAlt(pathway.items.length, formatHours(pathway.hours, language), weeks),
    ...pathway.items.map((item) => words.itemWeeks(titleOf(item.item), item.firstWeek, item.lastWeek)),
  ].join(' ')
  return {
    svg: frame({ id, title, alt, language, width, height: y + 4 }, ...parts),
    alt,
    title,
    width,
    height: Math.ceil(y + 4),
    table: {
      caption: title,
      head: [words.item, pathwayWords[language].hours, pathwayWords[language].weeks],
      rows: pathway.items.map((item) => [
        titleOf(item.item),
        formatHours(item.hours, language),
        words.weekRange(item.firstWeek, item.lastWeek),
      ]),
    },
  }
}

function weekCells(weeks: number, scale: (week: number) => number, middle: number): string {
  return element('path', {
    d: Array.from({ length: weeks }, (_, index) => {
      const left = Math.round((scale(index + 1) + 1) * 10) / 10
      const right = Math.round((scale(index + 2) - 1) * 10) / 10
      return `M${left} ${middle - 7}H${right}V${middle + 7}H${left}z`
    }).join(''),
    fill: palette.wash,
  })
}

/** `compact`: two columns, at half the height, for documents. */
export type GapClosedOptions = ChartOptions & { compact?: boolean }

/**
 * Where a pathway is expected to bring each component it works on: now, after, wanted (Method 4.7).
 * Priorities come first, in their order; then other components that gain.
 */
export function gapClosedChart(
  plan: ActionPlan,
  pathwayId: 'A' | 'B',
  pack: ChartPack,
  options: GapClosedOptions,
): Chart {
  const { language, compact = false } = options
  const words = chartMessages[language]
  const series = seriesOf(pack, language)
  const { cells } = plan.pathways[pathwayId]
  const named = plan.priorities.map((priority) => priority.component)
  const gaining = cells.filter((cell) => cell.closed > 0).map((cell) => cell.component)
  const components = [...new Set([...named, ...gaining])].filter((id) => cells.some((cell) => cell.component === id))
  const rows = components.map((component) => ({
    label: nameOf(pack.components, component, language),
    lanes: pack.facets.map((facet): Lane => {
      const cell = cells.find((entry) => entry.component === component && entry.facet === facet.id)
      return cell === undefined
        ? { instead: words.noGap }
        : { now: cell.now, wanted: cell.wanted, ...(cell.closed > 0 ? { after: cell.after } : {}) }
    }),
  }))
  const title = words.gapsTitle(pathwayId)
  const show = (value: number | undefined) => (value === undefined ? words.noGap : formatLevel(value, language))
  const sentences = rows.map((row) =>
    words.sentence(
      row.label,
      row.lanes
        .map((lane, index) => {
          const facet = (series[index]?.label ?? '').toLocaleLowerCase(language)
          return lane.after === undefined
            ? words.lane(
                facet,
                show(lane.now),
                lane.wanted === undefined ? undefined : formatWanted(lane.wanted, language),
              )
            : words.laneMove(facet, show(lane.now), show(lane.after))
        })
        .join('; '),
    ),
  )
  return levelChart(
    { ...options, title },
    {
      series,
      ...(compact ? { groups: halves(rows), columns: 2 } : { groups: [{ rows }] }),
      key: { after: words.after, wanted: words.wanted },
      alt: rows.length === 0 ? words.nothing : sentences.join(' '),
      table: {
        caption: title,
        head: [
          resultWords[language].component,
          ...series.flatMap(({ label }) => [words.nowOf(label), words.afterOf(label), words.wantedOf(label)]),
        ],
        rows: rows.map((row) => [
          row.label,
          ...row.lanes.flatMap((lane) => [
            show(lane.now),
            show(lane.after ?? lane.now),
            lane.wanted === undefined ? resultWords[language].none : formatWanted(lane.wanted, language),
          ]),
        ]),
      },
    },
  )
}

function halves<Row>(rows: Row[]): { rows: Row[] }[] {
  const half = Math.ceil(rows.length / 2)
  return [{ rows: rows.slice(0, half) }, { rows: rows.slice(half) }].filter((group) => group.rows.length > 0)
}
