import type { SelfCheckRecord } from '../../self-check/record/record.ts'
import { soundRecord } from '../../self-check/record/sound-record.ts'

/** A finished self-check kept on the device for a later comparison. */
export type SavedSelfCheck = { savedAt: string; record: SelfCheckRecord }

const key = 'waymark.saved.v1'

/** Enough for years of rounds, and far below what a browser keeps for a site. */
const most = 24

/** The saved self-checks, the newest first. What cannot be read is left alone and not shown. */
export function savedList(): SavedSelfCheck[] {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(value) ? value.flatMap(soundSaved) : []
  } catch {
    return []
  }
}

/**
 * Saves a copy of the self-check as it is now; the same state is saved once.
 *
 * @returns nothing when the browser did not keep it
 */
export function saveNow(record: SelfCheckRecord, now: Date): SavedSelfCheck | undefined {
  const saved = { savedAt: now.toISOString(), record }
  const others = savedList().filter((other) => other.record.updatedAt !== record.updatedAt)
  return put([saved, ...others].slice(0, most)) ? saved : undefined
}

/** Removes one; returns the list as it was, so that it can be put back, or nothing when the browser did not keep the change. */
export function removeSaved(savedAt: string): SavedSelfCheck[] | undefined {
  const before = savedList()
  return put(before.filter((saved) => saved.savedAt !== savedAt)) ? before : undefined
}

/**
 * Puts a whole list back.
 *
 * @returns false when the browser did not keep it
 */
export function put(list: SavedSelfCheck[]): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(list))
    return true
  } catch {
    return false
  }
}

function soundSaved(value: unknown): SavedSelfCheck[] {
  const { savedAt, record: kept } = (value ?? {}) as Partial<SavedSelfCheck>
  const record = soundRecord(kept)
  return typeof savedAt === 'string' && !Number.isNaN(Date.parse(savedAt)) && record ? [{ savedAt, record }] : []
}
