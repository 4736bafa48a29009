import type { Item, Pack } from '../../src/content/schema.ts'

/** One person's answer about one component of a pack with a single facet. */
export type HandAnswer = { component: string; level: number | 'dk'; wanted?: number; importance?: number }

export type HandPlan = {
  scores: Record<string, number>
  A: { items: string[]; hours: number; value: number }
  B: { items: string[]; hours: number; value: number }
  /** Absent when the pathways share most items. */
  delta?: number
}

type Choice = { items: string[]; hours: number; value: number }

/**
 * The pathways of docs/method.md worked out the slow way, straight from the method and from nothing in `src/domain`: every set of items is
 * looked at. For packs with one facet, a small catalogue, and no duty.
 */
export function planByHand(
  pack: Pack,
  answers: readonly HandAnswer[],
  given: { hours: number; maxItems: number; needs: readonly string[]; offline: boolean },
): HandPlan {
  const scores: Record<string, number> = {}
  const gaps: Record<string, number> = {}
  const importance: Record<string, number> = {}
  for (const { id } of pack.components) {
    const mine = answers.filter((answer) => answer.component === id)
    const numbers = mine.map(({ level }) => level).filter((level) => level !== 'dk')
    if (numbers.length > 0) scores[id] = mean(numbers)
    const wishes = mine.map(({ wanted }) => wanted).filter((wanted) => wanted !== undefined)
    const said = mine.map((answer) => answer.importance).filter((value) => value !== undefined)
    importance[id] = said.length > 0 ? mean(said) : 1
    const score = scores[id]
    if (wishes.length > 0 && score !== undefined) gaps[id] = Math.max(0, Math.floor(median(wishes)) - score)
  }
  const reach = Object.fromEntries(pack.components.map(({ id }) => [id, reachable(pack, id)]))
  const most = Math.max(...Object.values(reach))
  const weight = (id: string, b: { importance: number; leverage: number; need: number }) =>
    b.importance * ((importance[id] ?? 1) / 3) +
    b.leverage * (most === 0 ? 0 : (reach[id] ?? 0) / most) +
    b.need * (given.needs.includes(id) ? 1 : 0)
  const weightsA = { importance: 0.2, leverage: 0.5, need: 0.1 }
  const weightsB = { importance: 0.6, leverage: 0.05, need: 0.25 }

  const lift = (item: Item, id: string) => {
    const entry = item.lifts.find(({ component }) => component === id)
    const score = scores[id]
    if (!entry || score === undefined) return 0
    return parts(Math.max(0, Math.min(score + entry.lift, entry.ceiling) - score), 100)
  }
  const knows = (item: Item) => item.lifts.every(({ component, ceiling }) => (scores[component] ?? -1) >= ceiling)
  const usable = pack.items.filter((item) => !given.offline || item.offline)
  const parents = new Map<string, string[]>()
  for (const item of usable) {
    const open = item.prerequisites.filter((id) => !knows(pack.items.find((other) => other.id === id) as Item))
    const held = open.map((id) => standIn(pack, usable, id))
    if (!held.includes(undefined)) parents.set(item.id, held as string[])
  }
  const known = usable.filter((item) => everyParent(item.id, parents))
  const useful = known.filter((item) => Object.keys(gaps).some((id) => (gaps[id] ?? 0) > 0 && lift(item, id) > 0))
  const kept = new Set<string>()
  const keep = (id: string) => {
    kept.add(id)
    for (const parent of parents.get(id) ?? []) keep(parent)
  }
  for (const item of useful) keep(item.id)
  const catalogue = known.filter((item) => kept.has(item.id))

  const worth = (chosen: readonly Item[], b: typeof weightsA) =>
    Object.entries(gaps).reduce((sum, [id, gap]) => {
      const covered = chosen.reduce((total, item) => total + lift(item, id), 0)
      return sum + parts(weight(id, b), 10_000) * Math.min(parts(gap, 100), covered)
    }, 0)
  const allowed = subsets(catalogue).filter((chosen) => {
    const ids = chosen.map(({ id }) => id)
    const groups = chosen.map(({ variantGroup }) => variantGroup).filter((group) => group !== undefined)
    return (
      chosen.length <= given.maxItems &&
      hoursOf(chosen) <= given.hours &&
      new Set(groups).size === groups.length &&
      ids.every((id) => (parents.get(id) ?? []).every((parent) => ids.includes(parent)))
    )
  })
  const best = (b: typeof weightsA, sets: readonly Item[][]) =>
    sets
      .map(
        (chosen): Choice => ({
          items: chosen.map(({ id }) => id).sort(),
          hours: hoursOf(chosen),
          value: worth(chosen, b),
        }),
      )
      .reduce((one, other) => (isBetter(other, one) ? other : one))

  const A = best(weightsA, allowed)
  const freeB = best(weightsB, allowed)
  for (const delta of [0.5, 0.6, 0.7, 0.8]) {
    const apart = allowed.filter((chosen) => {
      const shared = hoursOf(chosen.filter(({ id }) => A.items.includes(id)))
      return shared <= delta * Math.min(A.hours, hoursOf(chosen)) + 1e-9
    })
    const B = best(weightsB, apart)
    if (4 * B.value >= 3 * freeB.value) return { scores, A, B, delta }
  }
  return { scores, A, B: freeB }
}

/** More worth, then fewer hours, then fewer items, then the list of ids that comes first. */
function isBetter(one: Choice, other: Choice): boolean {
  if (one.value !== other.value) return one.value > other.value
  if (one.hours !== other.hours) return one.hours < other.hours
  if (one.items.length !== other.items.length) return one.items.length < other.items.length
  const place = one.items.findIndex((id, index) => id !== other.items[index])
  return place >= 0 && (one.items[place] ?? '') < (other.items[place] ?? '')
}

/** The item itself, or the first usable one of its group. */
function standIn(pack: Pack, usable: readonly Item[], id: string): string | undefined {
  if (usable.some((item) => item.id === id)) return id
  const group = pack.items.find((item) => item.id === id)?.variantGroup
  return usable
    .filter((item) => group !== undefined && item.variantGroup === group)
    .map((item) => item.id)
    .sort()[0]
}

function everyParent(id: string, parents: ReadonlyMap<string, string[]>): boolean {
  return parents.get(id)?.every((parent) => everyParent(parent, parents)) ?? false
}

function reachable(pack: Pack, id: string): number {
  const found = new Set<string>()
  const visit = (from: string) => {
    for (const next of pack.components.find((component) => component.id === from)?.enables ?? []) {
      if (!found.has(next)) {
        found.add(next)
        visit(next)
      }
    }
  }
  visit(id)
  return found.size
}

function subsets<T>(list: readonly T[]): T[][] {
  return list.reduce<T[][]>((all, one) => all.concat(all.map((some) => [...some, one])), [[]])
}

function hoursOf(items: readonly Item[]): number {
  return items.reduce((sum, { hours }) => sum + hours, 0)
}

/** Half up; the noise of binary fractions is far below a millionth. */
function parts(x: number, size: number): number {
  return Math.round(Number((x * size).toFixed(6)))
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}
