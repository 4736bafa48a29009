import type { PathwayProblem, ProblemItem } from './problem-types.ts'

/** Hundredths of a level that `items` add to each cell, uncapped. */
export function liftsByCell(problem: Pick<PathwayProblem, 'cells'>, items: readonly ProblemItem[]): number[] {
  const sums = problem.cells.map(() => 0)
  for (const item of items) for (const { cell, lift } of item.lifts) sums[cell] = (sums[cell] ?? 0) + lift
  return sums
}

/** V(y) of Method 4.7: sum over cells of W x min(gap, sum of lifts), a whole number in 10^-6. */
export function worthOf(problem: Pick<PathwayProblem, 'cells'>, items: readonly ProblemItem[]): number {
  const sums = liftsByCell(problem, items)
  return problem.cells.reduce((sum, cell, index) => sum + cell.weight * Math.min(cell.gap, sums[index] ?? 0), 0)
}

/** Sum of the hours of `items`, in quarters. */
export function hoursOf(items: readonly ProblemItem[]): number {
  return items.reduce((sum, item) => sum + item.hours, 0)
}
