import { solvePathway } from '../src/domain/pathways/solve.ts'
import { solveTwoPathways } from '../src/domain/pathways/two-pathways.ts'
import { loadHighs, solveWithHighs } from '../test/oracles/linear-model.ts'
import { randomPair } from '../test/oracles/random-problems.ts'
import { printTable, threeDigits } from './measure.ts'

/** Pathways by size of the catalogue, beside HiGHS (WebAssembly) on the same problems in the same run. `node bench/pathways.ts` */

const cases = 15
const sizes = [15, 20, 25, 30, 35, 40, 45, 50, 55, 60]

const highs = await loadHighs()
for (let seed = 1; seed <= 20; seed++) {
  const { a, b } = problemOf(20, seed)
  solveTwoPathways(a, b)
  solveWithHighs(highs, a)
}

const rows: string[][] = []
for (const size of sizes) {
  const ours: number[] = []
  const theirs: number[] = []
  const both: number[] = []
  const nodes: number[] = []
  let proven = 0
  for (let seed = 1; seed <= cases; seed++) {
    const { a, b } = problemOf(size, seed)
    const [solution, time] = timed(() => solvePathway(a))
    const [reference, referenceTime] = timed(() => solveWithHighs(highs, a))
    ours.push(time)
    theirs.push(referenceTime)
    nodes.push(solution.nodes)
    both.push(timed(() => solveTwoPathways(a, b))[1])
    if (!solution.proven) continue
    proven++
    if (solution.value !== reference.value || solution.hours !== reference.hours) {
      throw new Error(`HiGHS disagrees on ${size} items, seed ${seed}`)
    }
  }
  const ratio = median(theirs) / median(ours)
  rows.push([
    String(size),
    spread(ours),
    String(median(nodes)),
    spread(theirs),
    threeDigits(ratio),
    spread(both),
    `${proven} of ${cases}`,
  ])
}
printTable(
  `Pathways: milliseconds for one pathway, median and (slowest) of ${cases} random problems; HiGHS finds value, then hours`,
  ['items', 'ours', 'nodes', 'HiGHS', 'HiGHS / ours', 'A, B* and B, ours', 'proven'],
  rows,
)

function problemOf(size: number, seed: number) {
  return randomPair(seed * 1000 + size, { items: size, components: 12, share: [0.1, 0.35], maxItems: [5, 12] })
}

function timed<T>(work: () => T): [result: T, milliseconds: number] {
  const start = performance.now()
  const result = work()
  return [result, performance.now() - start]
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
}

function spread(values: number[]): string {
  return `${median(values).toFixed(2)} (${Math.max(...values).toFixed(1)})`
}
