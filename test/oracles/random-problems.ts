import type { PathwayProblem, ProblemItem } from '../../src/domain/pathways/problem-types.ts'

/** A small repeatable source of chance (mulberry32): numbers in [0, 1), the same for the same seed. */
export function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

type Shape = {
  items: number
  components: number
  /** H as a share of all hours. */
  share: [from: number, to: number]
  maxItems: [from: number, to: number]
}

/** Two problems that differ in their weights only, with prerequisites, variant groups and items that lift one to three cells. */
export function randomPair(seed: number, shape: Shape): { a: PathwayProblem; b: PathwayProblem } {
  const next = chance(seed)
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  const facets = ['practice', 'knowledge']
  const gaps = Array.from({ length: shape.components * 2 }, () => whole(1, 12) * (next() < 0.5 ? 25 : whole(5, 25)))
  const weights = () => Array.from({ length: shape.components }, () => whole(300, 5000))
  const items: ProblemItem[] = []
  for (let at = 0; at < shape.items; at++) {
    const cells = new Set(Array.from({ length: whole(1, 3) }, () => whole(0, gaps.length - 1)))
    // Now and then an item that lifts nothing and only prepares for others.
    const lifts = next() < 0.05 ? [] : [...cells].map((cell) => ({ cell, lift: whole(1, 4) * 25 }))
    const prerequisites = at > 0 && next() < 0.4 ? [...new Set([whole(0, at - 1), whole(0, at - 1)])] : []
    const group = next() < 0.2 ? `group-${whole(1, Math.max(1, Math.floor(shape.items / 6)))}` : undefined
    items.push({
      id: `item-${at}`,
      hours: whole(1, 24),
      lifts,
      prerequisites: prerequisites.slice(0, whole(1, 2)).map((one) => `item-${one}`),
      ...(group ? { group } : {}),
    })
  }
  const total = items.reduce((sum, item) => sum + item.hours, 0)
  const [low, high] = shape.share
  const limits = { hours: Math.floor(total * (low + next() * (high - low))), maxItems: whole(...shape.maxItems) }
  const problem = (weightOf: number[]): PathwayProblem => ({
    cells: gaps.map((gap, cell) => ({
      component: `component-${cell >> 1}`,
      facet: facets[cell & 1] ?? '',
      weight: weightOf[cell >> 1] ?? 0,
      gap,
    })),
    items,
    ...limits,
  })
  return { a: problem(weights()), b: problem(weights()) }
}
