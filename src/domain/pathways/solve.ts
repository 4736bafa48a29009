import { boundsOf, type Left, type Prices } from './bound.ts'
import { type Model, modelOf } from './model.ts'
import type { ApartRule, PathwayProblem, PathwaySolution } from './problem-types.ts'

/** Method 4.7, step 5: nodes after which the search stops with the best pathway so far. */
export const defaultNodeLimit = 1_000_000

/**
 * The best pathway (Method 4.7): highest V; then fewest hours, then fewest items, then the smaller sorted list of ids.
 * Depth-first branch and bound, exact while it stays under the node limit. Neither the order of the items nor that of the
 * cells changes the answer.
 * @param options.nodeLimit after so many nodes the search stops: `proven` is false, `upperBound` says what may be missed
 * @param options.apart keeps the pathway apart from another one
 */
export function solvePathway(
  problem: PathwayProblem,
  options: { nodeLimit?: number; apart?: ApartRule } = {},
): PathwaySolution {
  return search(modelOf(problem, options.apart), options.nodeLimit ?? defaultNodeLimit)
}

function search(model: Model, nodeLimit: number): PathwaySolution {
  const { count, hours, weight, liftStart, liftCell, lift, parentStart, parent, heirStart, heir, group, shared } = model
  const { ancestorStart, ancestor, upward, sharedLimit, apart } = model
  const { bound, choosePrices } = boundsOf(model)

  // The state: what is chosen and excluded, what is left of each gap, and what has been used up.
  const chosen = new Uint8Array(count)
  const barred = new Int32Array(count)
  const remaining = Int32Array.from(model.gap)
  const groupUsed = new Uint8Array(model.groups)
  let hoursLeft = model.capacity
  let slots = model.maxItems
  let sharedHours = 0
  let value = 0

  let best = -1
  let bestHours = 0
  let bestCount = 0
  const bestChosen = new Uint8Array(count)

  let nodes = 0
  let stopped = false
  let upper = 0

  // Each depth owns one stretch of these lists.
  const depths = Math.min(count, model.maxItems) + 1
  const open = {
    item: new Int32Array(depths * count),
    gain: new Int32Array(depths * count),
    rate: new Float64Array(depths * count),
  }
  const barredHere = new Int32Array(depths * count)
  const left: Left = { gaps: remaining, hours: 0, slots: 0, shared: 0 }
  let prices: Prices[] = []
  const mayHold = new Uint8Array(count)
  const canTake = new Uint8Array(count)
  /** What was left of the cell before each lift of a chosen item. */
  const restBefore = new Int32Array(lift.length)

  /** Keeps the present choice if it is preferred to the best so far. */
  function record(): void {
    const used = model.capacity - hoursLeft
    const size = model.maxItems - slots
    if (value < best) return
    if (value === best) {
      if (used > bestHours) return
      if (used === bestHours && (size > bestCount || (size === bestCount && !hasSmallerIds()))) return
    }
    if (apart && 10 * sharedHours > apart.tenths * Math.min(apart.hours, used)) return
    best = value
    bestHours = used
    bestCount = size
    bestChosen.set(chosen)
  }

  /** Of two lists of equal length, the one that holds the first id they do not share comes first. */
  function hasSmallerIds(): boolean {
    for (let item = 0; item < count; item++) if (chosen[item] !== bestChosen[item]) return chosen[item] === 1
    return false
  }

  function gainOf(item: number): number {
    let gain = 0
    for (let of = liftStart[item] as number; of < (liftStart[item + 1] as number); of++) {
      const cell = liftCell[of] as number
      const rest = remaining[cell] as number
      const more = lift[of] as number
      gain += (weight[cell] as number) * Math.min(rest, more)
    }
    return gain
  }

  /** Which items still fit together with everything they need: hours, number of items, group, and the hours both pathways share. */
  function markTakeable(): void {
    for (let at = 0; at < count; at++) {
      const item = upward[at] as number
      canTake[item] = 0
      if (chosen[item] === 1 || (barred[item] as number) > 0) continue
      const itsGroup = group[item] as number
      if (itsGroup >= 0 && groupUsed[itsGroup] === 1) continue
      let needed = hours[item] as number
      let both = shared[item] === 1 ? needed : 0
      let steps = 1
      let possible = true
      for (let of = ancestorStart[item] as number; of < (ancestorStart[item + 1] as number); of++) {
        const before = ancestor[of] as number
        if (chosen[before] === 1) continue
        if (canTake[before] === 0) possible = false
        needed += hours[before] as number
        if (shared[before] === 1) both += hours[before] as number
        steps++
      }
      if (!possible || needed > hoursLeft || steps > slots) continue
      if (apart && 10 * (sharedHours + both) > sharedLimit) continue
      canTake[item] = 1
    }
  }

  /** Fills the stretch of `depth` with the open items of the stretch above that can still be taken, by gain per hour, ties by id. */
  function fill(base: number, above: number, aboveEnd: number): number {
    markTakeable()
    let end = base
    for (let from = above; from < aboveEnd; from++) {
      const item = open.item[from] as number
      if (canTake[item] === 0) continue
      const gain = gainOf(item)
      const rate = gain / (hours[item] as number)
      let at = end++
      for (; at > base; at--) {
        const other = open.rate[at - 1] as number
        if (other > rate || (other === rate && (open.item[at - 1] as number) < item)) break
        open.item[at] = open.item[at - 1] as number
        open.gain[at] = open.gain[at - 1] as number
        open.rate[at] = other
      }
      open.item[at] = item
      open.gain[at] = gain
      open.rate[at] = rate
    }
    return end
  }

  /** The open item with every prerequisite chosen that comes first in the order; there always is one. */
  function firstAvailable(base: number, end: number): number {
    for (let at = base; at < end; at++) {
      const item = open.item[at] as number
      let ready = true
      for (let of = parentStart[item] as number; of < (parentStart[item + 1] as number); of++) {
        if (chosen[parent[of] as number] === 0) ready = false
      }
      if (ready) return item
    }
    return -1
  }

  function bar(item: number, by: 1 | -1): void {
    barred[item] = (barred[item] as number) + by
    for (let of = heirStart[item] as number; of < (heirStart[item + 1] as number); of++) {
      const other = heir[of] as number
      barred[other] = (barred[other] as number) + by
    }
  }

  /** Drops barred items from a stretch; order, gains and rates stay. */
  function withoutBarred(base: number, end: number): number {
    let to = base
    for (let from = base; from < end; from++) {
      if ((barred[open.item[from] as number] as number) > 0) continue
      open.item[to] = open.item[from] as number
      open.gain[to] = open.gain[from] as number
      open.rate[to] = open.rate[from] as number
      to++
    }
    return to
  }

  function whatIsLeft(spareHours = hoursLeft, spareSlots = slots): Left {
    left.hours = spareHours
    left.slots = spareSlots
    left.shared = apart ? sharedLimit / 10 - sharedHours : Number.POSITIVE_INFINITY
    return left
  }

  /** Nothing below this node can be preferred to the best pathway so far. */
  function isHopeless(base: number, end: number): boolean {
    const missing = best - value
    const more = bound(open, base, end, whatIsLeft(), prices, missing + 1)
    if (more !== missing) return more < missing
    // Only an equal value in fewer hours, or as many, could win now.
    const spare = bestHours - (model.capacity - hoursLeft)
    if (spare <= 0 || bound(open, base, end, whatIsLeft(spare), prices, missing) < missing) return true
    if (bound(open, base, end, whatIsLeft(spare - 1), prices, missing) >= missing) return false
    // Not in fewer hours either; so with fewer items, or as many of smaller ids.
    const spareSlots = bestCount - (model.maxItems - slots)
    if (spareSlots <= 0 || bound(open, base, end, whatIsLeft(spare, spareSlots), prices, missing) < missing) return true
    if (bound(open, base, end, whatIsLeft(spare, spareSlots - 1), prices, missing) >= missing) return false
    return !mayGetSmallerIds(base, end)
  }

  /** Whether the first id in which a choice below this node differs from the best can be one it holds and the best does not. */
  function mayGetSmallerIds(base: number, end: number): boolean {
    mayHold.set(chosen)
    for (let at = base; at < end; at++) mayHold[open.item[at] as number] = 1
    for (let item = 0; item < count; item++) if (mayHold[item] !== bestChosen[item]) return mayHold[item] === 1
    return false
  }

  function take(item: number, depth: number, base: number, end: number): void {
    const itsHours = hours[item] as number
    const itsGroup = group[item] as number
    const valueBefore = value
    chosen[item] = 1
    hoursLeft -= itsHours
    slots--
    if (itsGroup >= 0) groupUsed[itsGroup] = 1
    if (shared[item] === 1) sharedHours += itsHours
    const start = liftStart[item] as number
    const stop = liftStart[item + 1] as number
    value += gainOf(item)
    for (let of = start; of < stop; of++) {
      const cell = liftCell[of] as number
      const rest = remaining[cell] as number
      restBefore[of] = rest
      remaining[cell] = Math.max(0, rest - (lift[of] as number))
    }
    visit(depth + 1, base, end)
    for (let of = start; of < stop; of++) remaining[liftCell[of] as number] = restBefore[of] as number
    if (shared[item] === 1) sharedHours -= itsHours
    if (itsGroup >= 0) groupUsed[itsGroup] = 0
    slots++
    hoursLeft += itsHours
    chosen[item] = 0
    value = valueBefore
  }

  function visit(depth: number, above: number, aboveEnd: number): void {
    record()
    if (slots === 0 || hoursLeft === 0) return
    const base = depth * count
    let end = fill(base, above, aboveEnd)
    if (depth === 0) prices = choosePrices(open, base, end, whatIsLeft())
    let barredCount = 0
    while (end > base) {
      if (stopped || nodes === nodeLimit) {
        // What is left unseen here, on the way out of every open node, adds up to all that is unseen.
        stopped = true
        upper = Math.max(upper, value + bound(open, base, end, whatIsLeft(), prices, Number.POSITIVE_INFINITY))
        break
      }
      nodes++
      if (isHopeless(base, end)) break
      const item = firstAvailable(base, end)
      take(item, depth, base, end)
      bar(item, 1)
      barredHere[base + barredCount++] = item
      end = withoutBarred(base, end)
    }
    while (barredCount > 0) bar(barredHere[base + --barredCount] as number, -1)
  }

  open.item.set(Int32Array.from({ length: count }, (_, item) => item))
  visit(0, 0, count)
  return {
    items: model.ids.filter((_, item) => bestChosen[item] === 1),
    value: best,
    hours: bestHours,
    upperBound: stopped ? Math.max(best, upper) : best,
    proven: !stopped,
    nodes,
  }
}
