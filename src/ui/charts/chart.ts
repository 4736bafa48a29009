/** The figures of a chart as a table: one is never shown without the other being at hand. */
export type ChartTable = {
  caption: string
  head: string[]
  /** The first cell of a row is its header. */
  rows: string[][]
}

/** A drawn chart. The SVG holds presentation attributes only and works on a page, on a device and in a document. */
export type Chart = {
  svg: string
  /** What the picture says, in sentences. */
  alt: string
  table: ChartTable
  title: string
  /** Size of the view box, for places that need the proportions. */
  width: number
  height: number
}

/** What every chart needs besides its values. */
export type ChartSettings = {
  /** Unique on its page: names the title and description. */
  id: string
  title: string
  /** Language of all labels, as a tag for `lang`. */
  language: string
  /** For a screen of 320 px: labels above the row, digits on the axis. */
  narrow?: boolean
}

/** One facet as the charts show it: its place in the list decides colour and shape. */
export type ChartSeries = {
  label: string
  /** Name of each level, index = level. */
  levelNames: string[]
}
