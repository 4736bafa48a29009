import type { Model } from './model.ts'

/** Above any rounding error of the sums below, and far below 1, the smallest difference between two values. */
const noise = 1e-4

/** The items still open at a node: positions `from` up to `to` of the lists. */
export type OpenItems = {
  item: Int32Array
  /** What the item would add to V now, 10^-6. */
  gain: Int32Array
  /** Gain per quarter hour; the list is in this order, the largest first. */
  rate: Float64Array
}

/** What is left at a node. */
export type Left = {
  /** Hundredths of a level, by cell. */
  gaps: Int32Array
  /** Quarter hours. */
  hours: number
  slots: number
  /** Quarter hours that may still be shared with the other pathway; without limit when there is none. */
  shared: number
}

/** What a quarter hour, a place in the pathway and a shared quarter hour cost, when the limits are added up to one. */
export type Prices = { hour: number; slot: number; sharedHour: number }

/**
 * Makes the bounds of Method 4.7, step 3: how much V can still grow at most. Each answer is a whole number in 10^-6, 0 or
 * more, and may be cut short as soon as it reaches `enough`. `docs/method-4.7.md` shows why each is a bound.
 */
export function boundsOf(model: Model) {
  const { count, hours, liftStart, liftCell, lift, weight, heirStart, heir, upward, shared } = model
  const room = new Float64Array(weight.length)
  const largest = new Float64Array(Math.min(model.maxItems, count) + 1)
  const order = new Int32Array(count)
  const cost = new Float64Array(count)
  const gainOf = new Float64Array(count)
  const rateOf = new Float64Array(count)
  const isOpen = new Uint8Array(count)

  /** V is submodular: `slots` more items add at most the sum of the `slots` largest gains of today. */
  function byNumber(open: OpenItems, from: number, to: number, slots: number): number {
    let kept = 0
    let sum = 0
    for (let at = from; at < to; at++) {
      const gain = open.gain[at] as number
      if (kept === slots) {
        const smallest = largest[kept - 1] as number
        if (gain <= smallest) continue
        sum -= smallest
        kept--
      }
      let place = kept++
      for (; place > 0 && (largest[place - 1] as number) < gain; place--) largest[place] = largest[place - 1] as number
      largest[place] = gain
      sum += gain
    }
    return sum
  }

  function makeRoom(gaps: Int32Array): void {
    for (let cell = 0; cell < room.length; cell++) room[cell] = (weight[cell] as number) * (gaps[cell] as number)
  }

  /** What the item adds beyond the items taken before it, no cell beyond its gap. */
  function takePieces(item: number, gaps: Int32Array): number {
    let taken = 0
    for (let of = liftStart[item] as number; of < (liftStart[item + 1] as number); of++) {
      const cell = liftCell[of] as number
      const free = room[cell] as number
      if (free <= 0) continue
      const piece = (weight[cell] as number) * Math.min(gaps[cell] as number, lift[of] as number)
      const part = Math.min(piece, free)
      room[cell] = free - part
      taken += part
    }
    return taken
  }

  /**
   * Items may be taken in part, cell by cell, the hours of an item shared over its cells in proportion to its gains there;
   * so all its pieces have the item's own gain per hour, and the best partial choice takes them in that order.
   */
  function byHours(open: OpenItems, from: number, to: number, left: Left, enough: number): number {
    makeRoom(left.gaps)
    let hoursLeft = left.hours
    let total = 0
    for (let at = from; at < to; at++) {
      const rate = open.rate[at] as number
      if (rate === 0) break
      const taken = takePieces(open.item[at] as number, left.gaps)
      const needs = taken / rate
      if (needs >= hoursLeft) return total + hoursLeft * rate
      hoursLeft -= needs
      total += taken
      if (total >= enough) return total
    }
    return total
  }

  /**
   * Moves cost from each open item to those that need it and gain more for their cost, until they are alike. What needs an
   * item is never chosen without it, so no real choice gets dearer by this.
   */
  function shareCosts(): void {
    for (let at = count - 1; at >= 0; at--) {
      const item = upward[at] as number
      const start = heirStart[item] as number
      const end = heirStart[item + 1] as number
      if (isOpen[item] === 0 || start === end) continue
      let poolGain = gainOf[item] as number
      let poolCost = cost[item] as number
      for (let before = -1; before < poolGain; ) {
        before = poolGain
        let best = -1
        let bestRate = poolGain / poolCost
        for (let of = start; of < end; of++) {
          const other = heir[of] as number
          if (isOpen[other] !== 1 || gainOf[other] === 0) continue
          const rate = (gainOf[other] as number) / (cost[other] as number)
          if (rate <= bestRate) continue
          best = other
          bestRate = rate
        }
        if (best < 0) break
        isOpen[best] = 2
        poolGain += gainOf[best] as number
        poolCost += cost[best] as number
      }
      const rate = poolGain / poolCost
      for (let of = start; of < end; of++) {
        const other = heir[of] as number
        if (isOpen[other] !== 2) continue
        isOpen[other] = 1
        cost[other] = (gainOf[other] as number) / rate
      }
      if (poolGain > (gainOf[item] as number)) cost[item] = (gainOf[item] as number) / rate
    }
  }

  /** As `byHours`, with hours, slots and shared hours added up at the prices, and prerequisites taken into account. */
  function byCost(open: OpenItems, from: number, to: number, left: Left, prices: Prices, enough: number): number {
    let costLeft = prices.hour * left.hours + prices.slot * left.slots
    if (prices.sharedHour > 0) costLeft += prices.sharedHour * left.shared
    for (let at = from; at < to; at++) {
      const item = open.item[at] as number
      const itsHours = hours[item] as number
      cost[item] = itsHours * (prices.hour + (shared[item] === 1 ? prices.sharedHour : 0)) + prices.slot
      gainOf[item] = open.gain[at] as number
      isOpen[item] = 1
    }
    shareCosts()
    let size = 0
    for (let at = from; at < to; at++) {
      const item = open.item[at] as number
      isOpen[item] = 0
      const gain = gainOf[item] as number
      if (gain === 0) continue
      const rate = gain / (cost[item] as number)
      rateOf[item] = rate
      let place = size++
      for (; place > 0 && (rateOf[order[place - 1] as number] as number) < rate; place--) {
        order[place] = order[place - 1] as number
      }
      order[place] = item
    }
    makeRoom(left.gaps)
    let total = 0
    for (let at = 0; at < size; at++) {
      const item = order[at] as number
      const rate = rateOf[item] as number
      const taken = takePieces(item, left.gaps)
      const needs = taken / rate
      if (needs >= costLeft) return total + costLeft * rate
      costLeft -= needs
      total += taken
      if (total >= enough) return total
    }
    return total
  }

  /** The smallest of the bounds; the dearer ones are worked out only while the others reach `enough`. */
  function bound(open: OpenItems, from: number, to: number, left: Left, prices: Prices[], enough: number): number {
    if (left.slots <= 0 || left.hours <= 0 || from === to) return 0
    let limit = Number.POSITIVE_INFINITY
    if (to - from > left.slots) {
      limit = byNumber(open, from, to, left.slots)
      if (limit < enough) return limit
    }
    limit = Math.min(limit, Math.floor(byHours(open, from, to, left, enough) + noise))
    for (let at = 0; at < prices.length && limit >= enough; at++) {
      const one = prices[at] as Prices
      limit = Math.min(limit, Math.floor(byCost(open, from, to, left, one, enough) + noise))
      if (limit >= enough || at === 0) continue
      // What helped here will help nearby: next time it comes first.
      prices[at] = prices[0] as Prices
      prices[0] = one
    }
    return limit
  }

  /** Prices worth trying at every node: those with the smallest bound at the root, and each limit alone. Any prices give a bound. */
  function choosePrices(open: OpenItems, from: number, to: number, left: Left): Prices[] {
    const single = [
      { hour: 1, slot: 0, sharedHour: 0 },
      { hour: 0, slot: 1, sharedHour: 0 },
    ]
    if (from === to || left.slots <= 0 || left.hours <= 0) return single
    const perSlot = left.hours / left.slots
    let best: Prices | undefined
    let smallest = Number.POSITIVE_INFINITY
    for (const sharedHour of Number.isFinite(left.shared) ? [0, 0.25, 0.5, 1, 2] : [0]) {
      for (const share of [0, 0.125, 0.25, 0.5, 1, 2, 4, 8]) {
        const prices = { hour: 1, slot: share * perSlot, sharedHour }
        const total = byCost(open, from, to, left, prices, Number.POSITIVE_INFINITY)
        if (total >= smallest) continue
        smallest = total
        best = prices
      }
    }
    return best && (best.slot > 0 || best.sharedHour > 0) ? [best, ...single] : single
  }

  return { bound, choosePrices }
}
