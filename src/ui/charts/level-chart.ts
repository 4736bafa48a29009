import type { Text } from '../../content/schema.ts'
import { say } from '../../content/text.ts'
import type { Language } from '../../platform/languages.ts'
import type { Chart, ChartSeries, ChartSettings, ChartTable } from './chart.ts'
import { drawLevelPlot, type PlotGroup, type PlotKey } from './level-plot.ts'
import { frame } from './svg.ts'

/** The names a chart needs; a whole pack will do, and so will the part of it that a device holds. */
export type ChartPack = {
  facets: { id: string; name: Text; levels: { name: Text }[] }[]
  domains: { id: string; name: Text }[]
  components: { id: string; name: Text; domain: string }[]
}

export type ChartOptions = {
  language: Language
  /** Unique on its page. */
  id: string
  narrow?: boolean
}

/** A chart on a scale of levels from labels that are in the right language already. */
export function levelChart(
  settings: ChartSettings,
  content: {
    series: ChartSeries[]
    groups: PlotGroup[]
    key: PlotKey
    columns?: 1 | 2
    alt: string
    table: ChartTable
  },
): Chart {
  const { series, groups, key, columns, alt, table } = content
  const { id, title, language, narrow = false } = settings
  const drawn = drawLevelPlot({ series, groups, key, narrow, ...(columns === undefined ? {} : { columns }) })
  const svg = frame({ id, title, alt, language, width: drawn.width, height: drawn.height }, drawn.markup)
  return { svg, alt, table, title, width: drawn.width, height: Math.ceil(drawn.height) }
}

/** The facets of a pack as series, in its order. */
export function seriesOf(pack: ChartPack, language: Language): ChartSeries[] {
  return pack.facets.map((facet) => ({
    label: say(facet.name, language).text,
    levelNames: facet.levels.map((level) => say(level.name, language).text),
  }))
}
