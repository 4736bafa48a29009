import { isRecord, type SelfCheckRecord } from '../../self-check/record.ts'

/** A finished self-check kept on the device for a later comparison. */
export type SavedSelfCheck = { savedAt: string; record: SelfCheckRecord }

const key = 'waymark.saved.v1'

/** Enough for years of rounds, and far below what a browser keeps for a site. */
const most = 24

/** The saved self-checks, the newest first. What cannot be read is left alone and not shown. */
export function savedList(): SavedSelfCheck[] {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(value) ? value.filter(isSaved) : []
  } catch {
    return []
  }
}

/**
 * Saves a copy of the self-check as it is now; the same state is saved once.
 *
 * @throws DOMException when the device has no room left
 */
export function saveNow(record: SelfCheckRecord, now: Date): SavedSelfCheck {
  const saved = { savedAt: now.toISOString(), record }
  const others = savedList().filter((other) => other.record.updatedAt !== record.updatedAt)
  put([saved, ...others].slice(0, most))
  return saved
}

/** Removes one; returns the list as it was, so that it can be put back. */
export function removeSaved(savedAt: string): SavedSelfCheck[] {
  const before = savedList()
  put(before.filter((saved) => saved.savedAt !== savedAt))
  return before
}

/** Puts a whole list back. */
export function put(list: SavedSelfCheck[]): void {
  localStorage.setItem(key, JSON.stringify(list))
}

function isSaved(value: unknown): value is SavedSelfCheck {
  if (typeof value !== 'object' || value === null) return false
  const { savedAt, record } = value as Partial<SavedSelfCheck>
  return typeof savedAt === 'string' && !Number.isNaN(Date.parse(savedAt)) && isRecord(record)
}
