import { scalePoint } from 'd3-scale'

/**
 * Places whole steps (levels, weeks) at equal distances, and what lies between them in proportion. `scalePoint` alone is a fifth
 * of the size of d3's linear scale, which brings colours and number formats to a page that must stay light.
 *
 * @returns the place of any value on the axis
 */
export function stepScale([first, last]: [number, number], range: [number, number]): (value: number) => number {
  const steps = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  const points = scalePoint(steps, range)
  const origin = points(first) ?? range[0]
  return (value) => origin + (value - first) * points.step()
}
