import type { ApartRule, PathwayProblem } from '../../src/domain/pathways/problem-types.ts'

export type BruteForceAnswer = { items: string[]; value: number; hours: number }

/**
 * The best pathway by looking at every set of items (up to about 16 of them), written straight from Method 4.7 and sharing
 * no code with the solver.
 */
export function bruteForce(problem: PathwayProblem, apart?: ApartRule): BruteForceAnswer {
  const items = [...problem.items].sort((a, b) => (a.id < b.id ? -1 : 1))
  const others = new Set(apart?.items)
  const needs = items.map((item) => item.prerequisites.map((id) => items.findIndex((other) => other.id === id)))
  let best: BruteForceAnswer = { items: [], value: 0, hours: 0 }
  for (let set = 1; set < 2 ** items.length; set++) {
    let hours = 0
    let shared = 0
    let size = 0
    let allowed = true
    for (let at = 0; at < items.length && allowed; at++) {
      if ((set & (1 << at)) === 0) continue
      const item = items[at]
      if (!item) continue
      hours += item.hours
      size += 1
      if (others.has(item.id)) shared += item.hours
      allowed = (needs[at] ?? []).every((need) => need >= 0 && (set & (1 << need)) !== 0)
    }
    if (!allowed || hours > problem.hours || size > problem.maxItems) continue
    if (apart && shared * 10 > apart.tenths * Math.min(hours, apart.hours)) continue
    const chosen = items.filter((_, at) => (set & (1 << at)) !== 0)
    const groups = chosen.flatMap((item) => item.group ?? [])
    if (new Set(groups).size < groups.length) continue
    let value = 0
    problem.cells.forEach((cell, index) => {
      let sum = 0
      for (const item of chosen) for (const lift of item.lifts) if (lift.cell === index) sum += lift.lift
      value += cell.weight * Math.min(cell.gap, sum)
    })
    const answer = { items: chosen.map((item) => item.id), value, hours }
    if (isPreferred(answer, best)) best = answer
  }
  return best
}

function isPreferred(a: BruteForceAnswer, b: BruteForceAnswer): boolean {
  if (a.value !== b.value) return a.value > b.value
  if (a.hours !== b.hours) return a.hours < b.hours
  if (a.items.length !== b.items.length) return a.items.length < b.items.length
  const at = a.items.findIndex((id, index) => id !== b.items[index])
  return at >= 0 && (a.items[at] ?? '') < (b.items[at] ?? '')
}

/** Both pathways by brute force: A, B without the rule, then the first delta that leaves B at least three quarters of it. */
export function bruteForceTwo(a: PathwayProblem, b: PathwayProblem) {
  const foundA = bruteForce(a)
  const freeB = bruteForce(b)
  for (const tenths of [5, 6, 7, 8]) {
    const foundB = bruteForce(b, { items: foundA.items, hours: foundA.hours, tenths })
    if (foundB.value >= 0.75 * freeB.value) return { a: foundA, b: foundB, freeB, tenths }
  }
  return { a: foundA, b: freeB, freeB }
}
