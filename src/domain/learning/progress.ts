import type { LearningItem } from './board.ts'

export type LearningProgress = {
  /** Hours planned of what is done: the share of its people who are done counts. */
  done: number
  /** Hours planned of everything that is not set aside. */
  planned: number
  /** `done / planned`, from 0 to 1; nothing where no hours are planned. */
  share: number | undefined
}

type Counted = Pick<LearningItem, 'hours' | 'state' | 'shares'>

/** How much of an item is done, from 0 to 1. */
export function itemProgress({ state, shares }: Counted): number {
  if (state === 'done' || state === 'prior') return 1
  return shares.length === 0 ? 0 : shares.filter((share) => share === 'done').length / shares.length
}

/**
 * Progress of a pathway, the one rule (docs/method.md, "Progress of a pathway"): planned hours of what is done, over planned hours of what
 * is not set aside. An item that several people have counts by the share of them who are done; prior learning counts as done.
 */
export function learningProgress(items: readonly Counted[]): LearningProgress {
  const counted = items.filter(({ state }) => state !== 'set-aside')
  const planned = counted.reduce((sum, { hours }) => sum + hours, 0)
  const done = counted.reduce((sum, item) => sum + item.hours * itemProgress(item), 0)
  return { done, planned, share: planned === 0 ? undefined : done / planned }
}
