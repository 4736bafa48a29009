import { type SymbolType, symbol, symbolCircle, symbolDiamond2, symbolSquare } from 'd3-shape'
import { facetColours, palette } from './palette.ts'
import { element, line } from './svg.ts'

const shapes: SymbolType[] = [symbolCircle, symbolDiamond2, symbolSquare]

/** Wide enough to show a mark inside, narrow enough for two lanes to stay apart. */
const ringRadius = 7

function colourOf(series: number): string {
  return facetColours[series] ?? palette.ink
}

/** The filled mark of a facet: circle, diamond, square. `scale` 1 is the size of "today". */
export function facetMark(series: number, x: number, y: number, scale = 1, fill = colourOf(series)): string {
  const area = (series === 0 ? 82 : 80) * scale * scale
  const path = symbol(shapes[series] ?? symbolSquare, area)()
  return element('path', { d: rounded(path ?? ''), transform: `translate(${round(x)} ${round(y)})`, fill })
}

/** The wanted level: an open ring wide enough to hold a mark. */
export function wantedRing(series: number, x: number, y: number): string {
  return element('circle', { cx: x, cy: y, r: ringRadius, fill: 'none', stroke: colourOf(series), 'stroke-width': 1.6 })
}

/** A thin line from today to the wanted level, drawn under both. */
export function gapLine(series: number, from: number, to: number, y: number): string {
  return element('line', {
    x1: from,
    y1: y,
    x2: to - ringRadius,
    y2: y,
    stroke: colourOf(series),
    'stroke-width': 1.2,
    'stroke-dasharray': '1.5 3',
  })
}

/** A solid line with a point at its end: how far something moves. */
export function arrow(series: number, from: number, to: number, y: number): string {
  const direction = to >= from ? 1 : -1
  const tip = element('path', {
    d: `M${round(to + direction)} ${round(y)}l${-8 * direction} -5v10z`,
    fill: colourOf(series),
  })
  return line(from, y, to - 5 * direction, y, colourOf(series), 2.4) + tip
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}

function rounded(path: string): string {
  return path.replaceAll(/-?\d+\.\d+/g, (number) => String(round(Number(number))))
}
