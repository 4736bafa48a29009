import type { Loaded } from '../load.ts'
import { byCodeUnit } from '../problems.ts'
import type { Reporter } from './reporter.ts'

/** Prerequisites and "enables" never lead back to where they began. */
export function checkCycles({ pack, sources }: Loaded, report: Reporter): void {
  const enables = new Map(pack.components.map((component) => [component.id, component.enables]))
  for (const cycle of cycles(enables)) {
    const source = sources.components.get(cycle[0] ?? '')
    if (source) report.error(source, ['enables'], report.t.circle(wayOf(cycle)))
  }
  const prerequisites = new Map(pack.items.map((item) => [item.id, item.prerequisites]))
  for (const cycle of cycles(prerequisites)) {
    const source = sources.items.get(cycle[0] ?? '')
    if (source) report.error(source, ['prerequisites'], report.t.circle(wayOf(cycle)))
  }
}

function wayOf(cycle: readonly string[]): string {
  return [...cycle, cycle[0]].join(' → ')
}

/** One cycle for each group of ids that reach each other, beginning at its smallest id. */
export function cycles(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  const found: string[][] = []
  const told = new Set<string>()
  for (const start of [...edges.keys()].sort(byCodeUnit)) {
    if (told.has(start)) continue
    const cycle = shortestWayBack(edges, start)
    if (!cycle) continue
    found.push(cycle)
    for (const id of cycle) told.add(id)
  }
  return found
}

function shortestWayBack(edges: ReadonlyMap<string, readonly string[]>, start: string): string[] | undefined {
  const cameFrom = new Map<string, string>()
  const queue = [start]
  for (const id of queue) {
    for (const next of edges.get(id) ?? []) {
      if (next === start) {
        const way = [id]
        for (let step = id; step !== start; ) {
          step = cameFrom.get(step) ?? start
          way.unshift(step)
        }
        return way
      }
      if (cameFrom.has(next)) continue
      cameFrom.set(next, id)
      queue.push(next)
    }
  }
  return undefined
}
