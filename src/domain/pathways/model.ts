import { compareIds } from '../ids.ts'
import type { ApartRule, PathwayProblem, ProblemItem } from './problem-types.ts'

/**
 * A problem laid out flat for the search: items by id (a smaller number is a smaller id), their lifts, prerequisites and
 * so on in one array each, item `i` owning the stretch from `xStart[i]` to `xStart[i + 1]`.
 */
export type Model = {
  ids: string[]
  count: number
  /** H, quarter hours. */
  capacity: number
  maxItems: number
  hours: Int32Array
  weight: Int32Array
  gap: Int32Array
  liftStart: Int32Array
  liftCell: Int32Array
  lift: Int32Array
  parentStart: Int32Array
  parent: Int32Array
  /** Prerequisites of prerequisites too, each once. */
  ancestorStart: Int32Array
  ancestor: Int32Array
  /** Everything that cannot be taken without the item. */
  heirStart: Int32Array
  heir: Int32Array
  /** -1: none. */
  group: Int32Array
  groups: number
  /** Prerequisites come before what needs them. */
  upward: Int32Array
  /** 1: also in the other pathway. */
  shared: Uint8Array
  /** Tenths of a quarter hour that both pathways may share at most, whatever the hours of this one. */
  sharedLimit: number
  apart: ApartRule | undefined
}

/** Lays a problem out. Items with a prerequisite that is not among the items, or is their own, can never be taken and are left out. */
export function modelOf(problem: PathwayProblem, apart?: ApartRule): Model {
  const items = takeable(problem.items)
  const number = new Map(items.map((item, index) => [item.id, index]))
  const parents = items.map((item) => [...new Set(item.prerequisites)].map((id) => number.get(id) ?? -1))
  const ancestors = items.map((_, index) => reachable(index, parents))
  const heirs: number[][] = items.map(() => [])
  ancestors.forEach((list, index) => {
    for (const ancestor of list) heirs[ancestor]?.push(index)
  })
  const groups = [...new Set(items.flatMap((item) => item.group ?? []))]
  const others = new Set(apart?.items)
  const [liftStart, liftCell] = flat(items.map((item) => item.lifts.map((lift) => lift.cell)))
  const [parentStart, parent] = flat(parents)
  const [ancestorStart, ancestor] = flat(ancestors)
  const [heirStart, heir] = flat(heirs)
  const depth = ancestors.map((list) => list.length)
  return {
    ids: items.map((item) => item.id),
    count: items.length,
    capacity: problem.hours,
    maxItems: problem.maxItems,
    hours: Int32Array.from(items, (item) => item.hours),
    weight: Int32Array.from(problem.cells, (cell) => cell.weight),
    gap: Int32Array.from(problem.cells, (cell) => cell.gap),
    liftStart,
    liftCell,
    lift: Int32Array.from(items.flatMap((item) => item.lifts.map((lift) => lift.lift))),
    parentStart,
    parent,
    ancestorStart,
    ancestor,
    heirStart,
    heir,
    group: Int32Array.from(items, (item) => (item.group === undefined ? -1 : groups.indexOf(item.group))),
    groups: groups.length,
    // An item has more ancestors than any of its prerequisites has.
    upward: Int32Array.from(items.keys()).sort((a, b) => (depth[a] ?? 0) - (depth[b] ?? 0)),
    shared: Uint8Array.from(items, (item) => (others.has(item.id) ? 1 : 0)),
    sharedLimit: apart ? apart.tenths * Math.min(apart.hours, problem.hours) : 0,
    apart,
  }
}

/** Items whose prerequisites can all be taken before them, by id. */
function takeable(items: readonly ProblemItem[]): ProblemItem[] {
  const ready = new Set<string>()
  for (let before = -1; before < ready.size; ) {
    before = ready.size
    for (const item of items) if (item.prerequisites.every((id) => ready.has(id))) ready.add(item.id)
  }
  return items.filter((item) => ready.has(item.id)).sort((a, b) => compareIds(a.id, b.id))
}

function reachable(from: number, next: readonly (readonly number[])[]): number[] {
  const found = new Set<number>()
  const waiting = [...(next[from] ?? [])]
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    if (found.has(one)) continue
    found.add(one)
    waiting.push(...(next[one] ?? []))
  }
  return [...found]
}

function flat(lists: readonly (readonly number[])[]): [start: Int32Array, all: Int32Array] {
  const start = new Int32Array(lists.length + 1)
  lists.forEach((list, index) => {
    start[index + 1] = (start[index] ?? 0) + list.length
  })
  return [start, Int32Array.from(lists.flat())]
}
