import type { ChartSeries } from './chart.ts'
import { arrow, facetMark, gapLine, wantedRing } from './marks.ts'
import { palette } from './palette.ts'
import { stepScale } from './steps.ts'
import { element, line, textLines, textWidth, wrapText } from './svg.ts'

/** One facet of one row. What is left out is not drawn. */
export type Lane = {
  /** Today, in levels. */
  now?: number
  /** Earlier, in levels: a small grey mark, with a line to `now`. */
  before?: number
  /** Expected later, in levels: the point of an arrow that starts at `now`. */
  after?: number
  /** Wanted level: an open ring. */
  wanted?: number
  /** Words in place of marks when there is no level. */
  instead?: string
}

export type PlotRow = {
  label: string
  /** A second, quieter line under the label. */
  note?: string
  lanes: Lane[]
}
export type PlotGroup = { label?: string; rows: PlotRow[] }

/** Entries of the key besides the facets. */
export type PlotKey = { wanted?: string; after?: string; before?: string }

export type LevelPlot = { series: ChartSeries[]; groups: PlotGroup[]; key: PlotKey; narrow: boolean; columns?: 1 | 2 }

type Place = { x: number; y: number; width: number }
type Drawn = { markup: string; height: number }

const wide = 640
const slim = 320

/**
 * Draws rows of marks on a scale of levels, one lane for each facet: the shape shared by the profile by domain, by
 * component, the expected change and the change between rounds.
 *
 * @returns markup without its frame, and the size it takes
 */
export function drawLevelPlot(plot: LevelPlot): Drawn & { width: number } {
  const width = plot.narrow ? slim : wide
  const columns = plot.narrow ? 1 : (plot.columns ?? 1)
  const key = columns === 1 && !plot.narrow ? drawHeader(plot, width) : drawWordKey(plot, width)
  let y = key.height
  const parts = [key.markup]
  for (let index = 0; index < plot.groups.length; index += columns) {
    const panels = plot.groups.slice(index, index + columns)
    const gutter = 24
    const panelWidth = (width - gutter * (columns - 1)) / columns
    const drawn = panels.map((group, column) =>
      drawPanel(plot, group, { x: column * (panelWidth + gutter), y, width: panelWidth }, columns),
    )
    parts.push(...drawn.map((panel) => panel.markup))
    y += Math.max(...drawn.map((panel) => panel.height))
  }
  return { markup: parts.join(''), height: y + 4, width }
}

function topLevel(plot: LevelPlot): number {
  return Math.max(...plot.series.map((series) => series.levelNames.length - 1))
}

/** Where the axis lies inside a panel: beside the labels, or below them when narrow. */
function axisOf(plot: LevelPlot, place: Place, columns: number) {
  const labelWidth = plot.narrow ? 0 : columns === 1 ? 196 : 126
  const start = place.x + (plot.narrow ? 14 : labelWidth + (columns === 1 ? 48 : 18))
  const end = place.x + place.width - (plot.narrow ? 14 : columns === 1 ? 46 : 12)
  const scale = stepScale([0, topLevel(plot)], [start, end])
  return { labelWidth, start, end, scale }
}

/** Key and axis in one: a line for each facet with the name of each level above its place. */
function drawHeader(plot: LevelPlot, width: number): Drawn {
  const { scale } = axisOf(plot, { x: 0, y: 0, width }, 1)
  const step = scale(1) - scale(0)
  const parts: string[] = []
  const extra = drawExtraKey(plot, 0, 14, width)
  parts.push(extra.markup)
  let y = extra.height + (extra.height > 0 ? 8 : 0)
  plot.series.forEach((series, index) => {
    const names = series.levelNames.map((name, level) => wrapText(`${level} ${name}`, 11, step - 6))
    const lines = Math.max(...names.map((name) => name.length))
    parts.push(facetMark(index, 8, y + 9))
    parts.push(textLines([series.label], { x: 22, y: y + 13, size: 13, weight: 'bold' }))
    names.forEach((name, level) => {
      parts.push(textLines(name, { x: scale(level), y: y + 12, size: 11, anchor: 'middle', fill: palette.muted }))
    })
    y += 13 * lines + 8
  })
  return { markup: parts.join(''), height: y + 4 }
}

/** For narrow and two-column plots: the names of the levels as a sentence for each facet, digits on the axis. */
function drawWordKey(plot: LevelPlot, width: number): Drawn {
  const parts: string[] = []
  const extra = drawExtraKey(plot, 0, 14, width)
  parts.push(extra.markup)
  let y = extra.height + (extra.height > 0 ? 6 : 0)
  plot.series.forEach((series, index) => {
    const sentence = `${series.label} · ${series.levelNames.map((name, level) => `${level} ${name}`.replaceAll(' ', '\u00a0')).join(' · ')}`
    const lines = wrapText(sentence, 12, width - 26)
    parts.push(facetMark(index, 8, y + 10))
    parts.push(textLines(lines, { x: 22, y: y + 14, size: 12, fill: palette.muted, lineHeight: 15 }))
    y += 15 * lines.length + 6
  })
  return { markup: parts.join(''), height: y + 6 }
}

function drawExtraKey(plot: LevelPlot, x: number, y: number, width: number): Drawn {
  const entries: { label: string; draw: (x: number, y: number) => string }[] = []
  const { wanted, after, before } = plot.key
  if (before !== undefined)
    entries.push({ label: before, draw: (left, top) => facetMark(0, left + 8, top, 0.7, palette.muted) })
  if (after !== undefined) entries.push({ label: after, draw: (left, top) => arrow(0, left + 1, left + 16, top) })
  if (wanted !== undefined) entries.push({ label: wanted, draw: (left, top) => wantedRing(0, left + 8, top) })
  let left = x
  let top = y
  const parts: string[] = []
  for (const entry of entries) {
    const needed = 22 + textWidth(entry.label, 12) + 18
    if (left > x && left + needed > width) {
      left = x
      top += 20
    }
    parts.push(entry.draw(left, top - 4), textLines([entry.label], { x: left + 22, y: top, size: 12 }))
    left += needed
  }
  return { markup: parts.join(''), height: entries.length === 0 ? 0 : top + 6 }
}

function drawPanel(plot: LevelPlot, group: PlotGroup, place: Place, columns: number): Drawn {
  const axis = axisOf(plot, place, columns)
  const lanes = Math.max(1, plot.series.length)
  const laneHeight = columns === 2 ? 15 : 19
  const labelSize = columns === 2 ? 11.5 : 13
  const parts: string[] = []
  let y = place.y
  if (group.label !== undefined) {
    const lines = wrapText(group.label, 13, place.width - 4)
    parts.push(textLines(lines, { x: place.x, y: y + 18, size: 13, weight: 'bold', lineHeight: 16 }))
    y += 16 * lines.length + 8
  }
  if (columns === 2 || plot.narrow) {
    parts.push(digits(plot, axis.scale, y + 10))
    y += 14
  }
  for (const row of group.rows) {
    parts.push(line(place.x, y, place.x + place.width, y))
    const label = wrapText(row.label, labelSize, plot.narrow ? place.width - 8 : axis.labelWidth)
    const note = row.note === undefined ? [] : wrapText(row.note, 11, plot.narrow ? place.width - 8 : axis.labelWidth)
    const labelHeight = label.length * labelSize * 1.2 + note.length * 13.5
    const above = plot.narrow ? labelHeight + 6 : 0
    const body = lanes * laneHeight + (columns === 2 ? 6 : 8)
    const height = plot.narrow ? above + body : Math.max(body, labelHeight + (columns === 2 ? 6 : 10))
    const labelTop = plot.narrow ? y + labelSize + 3 : y + (height - labelHeight) / 2 + labelSize * 0.9
    parts.push(textLines(label, { x: place.x, y: labelTop, size: labelSize }))
    if (note.length > 0) {
      const noteTop = labelTop + label.length * labelSize * 1.2 - 1
      parts.push(textLines(note, { x: place.x, y: noteTop, size: 11, fill: palette.muted, lineHeight: 13.5 }))
    }
    const first = y + above + (height - above - lanes * laneHeight) / 2 + laneHeight / 2
    parts.push(grid(plot, axis.scale, y + above + 2, y + height - 2))
    const [word] = row.lanes.map((lane) => lane.instead)
    if (word !== undefined && row.lanes.every((lane) => lane.now === undefined && lane.instead === word)) {
      parts.push(drawInstead(word, axis.scale, first + ((row.lanes.length - 1) * laneHeight) / 2))
    } else {
      row.lanes.forEach((lane, index) => {
        parts.push(drawLane(lane, index, axis.scale, first + index * laneHeight))
      })
    }
    y += height
  }
  parts.push(line(place.x, y, place.x + place.width, y))
  return { markup: parts.join(''), height: y - place.y + 10 }
}

function grid(plot: LevelPlot, scale: (level: number) => number, top: number, bottom: number): string {
  const ticks = Array.from({ length: topLevel(plot) + 1 }, (_, level) => scale(level))
  const d = ticks.map((x) => `M${Math.round(x * 10) / 10} ${Math.round(top)}V${Math.round(bottom)}`).join('')
  return element('path', { d, stroke: palette.line, 'stroke-width': 1, fill: 'none' })
}

function digits(plot: LevelPlot, scale: (level: number) => number, y: number): string {
  return Array.from({ length: topLevel(plot) + 1 }, (_, level) =>
    textLines([String(level)], { x: scale(level), y, size: 11, anchor: 'middle', fill: palette.muted }),
  ).join('')
}

function drawLane(lane: Lane, series: number, scale: (level: number) => number, y: number): string {
  const parts: string[] = []
  const { now, before, after, wanted, instead } = lane
  const reached = after ?? now
  if (wanted !== undefined && reached !== undefined && wanted > reached)
    parts.push(gapLine(series, scale(reached), scale(wanted), y))
  if (wanted !== undefined) parts.push(wantedRing(series, scale(wanted), y))
  if (before !== undefined && now !== undefined && Math.abs(now - before) > 0.05)
    parts.push(
      element('line', { x1: scale(before), y1: y, x2: scale(now), y2: y, stroke: palette.muted, 'stroke-width': 2 }),
    )
  if (before !== undefined) parts.push(facetMark(series, scale(before), y, 0.7, palette.muted))
  if (now !== undefined && after !== undefined && after > now) parts.push(arrow(series, scale(now), scale(after), y))
  if (now !== undefined) parts.push(facetMark(series, scale(now), y))
  if (now === undefined && instead !== undefined) parts.push(drawInstead(instead, scale, y))
  return parts.join('')
}

/** Words where a mark would be, on a blank ground so that the grid does not run through them. */
function drawInstead(words: string, scale: (level: number) => number, y: number): string {
  const ground = { x: scale(0) + 4, y: y - 8, width: textWidth(words, 11) + 6, height: 16, fill: palette.white }
  return element('rect', ground) + textLines([words], { x: scale(0) + 7, y: y + 4, size: 11, fill: palette.muted })
}
