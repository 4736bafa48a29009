/** One component and facet with something left to close. */
export type ProblemCell = {
  component: string
  facet: string
  /** W = w / F in ten-thousandths, half up (F facets). 0 or more. */
  weight: number
  /** Gap in hundredths of a level, half up. Above 0. */
  gap: number
}

export type ProblemItem = {
  id: string
  /** Quarter hours, above 0. */
  hours: number
  /** Effective lifts in hundredths of a level, half up, each above 0; `cell` is an index into the problem's cells. */
  lifts: { cell: number; lift: number }[]
  /** Ids of items of this problem that must be in the pathway too. */
  prerequisites: string[]
  /** Items of one group hold the same content: at most one is planned. */
  group?: string
}

/**
 * What a pathway is chosen from (Method 4.7), in whole numbers only, so that no binary fraction decides a tie.
 * Plain data: it goes to a worker and is its own cache key.
 */
export type PathwayProblem = {
  cells: ProblemCell[]
  items: ProblemItem[]
  /** H in quarter hours. */
  hours: number
  /** Most items in the pathway. */
  maxItems: number
}

/** The rule that keeps pathway B apart from A: shared hours <= tenths/10 x the shorter of the two. */
export type ApartRule = {
  /** Items of the other pathway. */
  items: readonly string[]
  /** Hours of the other pathway, in quarters. */
  hours: number
  /** Delta in tenths, 0 to 10. */
  tenths: number
}

export type PathwaySolution = {
  /** Chosen ids, by code unit. */
  items: string[]
  /** V in 10^-6. */
  value: number
  /** Quarter hours. */
  hours: number
  /** No pathway is worth more than this. Equals `value` when `proven`. */
  upperBound: number
  /** The search came to its end, so no other pathway is better. */
  proven: boolean
  /** Nodes of the search tree that were looked at. */
  nodes: number
}
