import loader from 'highs'
import type { PathwayProblem } from '../../src/domain/pathways/problem-types.ts'

// The package's types speak of its CommonJS build; what an import gets is the loader itself.
export const loadHighs = loader as unknown as typeof loader.default

export type Highs = Awaited<ReturnType<typeof loadHighs>>

type Aim = { kind: 'value' } | { kind: 'hours'; value: number }

/**
 * Method 4.7 as a mixed-integer program in LP format: y0, y1, … are the items, z0, z1, … the hundredths of a level closed
 * in each cell.
 * @param aim the highest value, or the fewest hours among pathways of at least that value
 */
export function linearModel(problem: PathwayProblem, aim: Aim): string {
  const { cells, items } = problem
  const index = new Map(items.map((item, at) => [item.id, at]))
  const value = cells.map((cell, at) => `${cell.weight} z${at}`).join(' + ') || '0 y0'
  const hours = items.map((item, at) => `${item.hours} y${at}`).join(' + ')
  const groups = Map.groupBy(
    items.filter((item) => item.group !== undefined),
    (item) => item.group,
  )
  const rows = [
    `${hours} <= ${problem.hours}`,
    `${items.map((_, at) => `y${at}`).join(' + ')} <= ${problem.maxItems}`,
    ...items.flatMap((item, at) => item.prerequisites.map((id) => `y${at} - y${index.get(id)} <= 0`)),
    ...[...groups.values()].map((group) => `${group.map((item) => `y${index.get(item.id)}`).join(' + ')} <= 1`),
    ...cells.map((_, cell) => {
      const lifts = items.flatMap((item, at) =>
        item.lifts.filter((lift) => lift.cell === cell).map((lift) => `- ${lift.lift} y${at}`),
      )
      return `z${cell} ${lifts.join(' ')} <= 0`
    }),
    ...(aim.kind === 'hours' ? [`${value} >= ${aim.value - 0.5}`] : []),
  ]
  return [
    aim.kind === 'value' ? `Maximize\n obj: ${value}` : `Minimize\n obj: ${hours}`,
    'Subject To',
    ...rows.map((row, at) => ` r${at}: ${row}`),
    'Bounds',
    ...cells.map((cell, at) => ` 0 <= z${at} <= ${cell.gap}`),
    'Binary',
    ` ${items.map((_, at) => `y${at}`).join(' ')}`,
    'End',
  ].join('\n')
}

/** Value and hours of the best pathway as HiGHS finds them: value first, then the fewest hours at that value. */
export function solveWithHighs(highs: Highs, problem: PathwayProblem): { value: number; hours: number } {
  const value = optimum(highs, linearModel(problem, { kind: 'value' }))
  return { value, hours: optimum(highs, linearModel(problem, { kind: 'hours', value })) }
}

/** Only the value. */
export function valueWithHighs(highs: Highs, problem: PathwayProblem): number {
  return optimum(highs, linearModel(problem, { kind: 'value' }))
}

function optimum(highs: Highs, model: string): number {
  const result = highs.solve(model, { output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.4 })
  if (result.Status !== 'Optimal') throw new Error(`HiGHS ended with ${result.Status}`)
  return Math.round(result.ObjectiveValue)
}
