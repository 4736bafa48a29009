import { isRecord, newRecord, type SelfCheckRecord } from '../../self-check/record/record.ts'
import type { Content } from '../../self-check/record/releases.ts'

const key = 'waymark.self-check.v1'
const beforeImportKey = 'waymark.before-import.v1'
const linkKey = 'waymark.link.v1'

/** Today's release and pack, as the page names them. */
export type Today = Content<{ id: string }>

/** A private link that this device asked for. */
export type MadeLink = { path: string; forget: string; expiresAt: string }

/** The self-check on this device, or nothing when there is none or it cannot be read. */
export function readRecord(): SelfCheckRecord | undefined {
  const value = read(key)
  return isRecord(value) ? value : undefined
}

/**
 * Puts a self-check in the place of the one on this device.
 *
 * @returns false when the browser did not keep it
 */
export function writeRecord(record: SelfCheckRecord): boolean {
  return write(key, record)
}

/**
 * Changes the self-check on this device, beginning one if there is none. It is read anew each time, so that another window's
 * answers stay.
 *
 * @param change may change what it is given; what it returns is kept
 * @returns false when the browser did not keep it
 */
export function changeRecord(today: Today, change: (record: SelfCheckRecord) => SelfCheckRecord): boolean {
  const now = new Date()
  const { release, pack } = today
  const record = readRecord() ?? newRecord({ id: randomId(), now, release, pack: pack.id })
  return writeRecord({ ...change(record), updatedAt: now.toISOString() })
}

/** Calls back when another window changed the self-check, or this page comes back from the browser's memory. */
export function onOtherChange(action: () => void): void {
  addEventListener('storage', (event) => {
    if (event.key === key || event.key === null) action()
  })
  addEventListener('pageshow', (event) => {
    if (event.persisted) action()
  })
}

/** Whether the browser keeps anything for this site at all. */
export function canStore(): boolean {
  const probe = 'waymark.probe'
  const kept = write(probe, true)
  if (kept) localStorage.removeItem(probe)
  return kept
}

/** Removes everything of Waymark from this browser. */
export function eraseAll(): void {
  const keys = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index))
  for (const one of keys) if (one?.startsWith('waymark.')) localStorage.removeItem(one)
}

/** Whether there are saved self-checks to compare. */
export function hasSaved(): boolean {
  const saved = read('waymark.saved.v1')
  return Array.isArray(saved) && saved.length > 0
}

/**
 * Puts another self-check here; the one that was here can be had back with `undoReplace`.
 *
 * @returns false when the browser did not keep it; the one that was here still is
 */
export function replaceRecord(record: SelfCheckRecord): boolean {
  const before = readRecord()
  if (!write(beforeImportKey, before ?? null)) return false
  if (writeRecord(record)) return true
  localStorage.removeItem(beforeImportKey)
  return false
}

/** Whether a self-check was replaced and can be had back. */
export function canUndoReplace(): boolean {
  return read(beforeImportKey) !== undefined
}

/**
 * Puts back what was here before the last `replaceRecord`.
 *
 * @returns false when the browser did not keep it; nothing has changed then
 */
export function undoReplace(): boolean {
  const before = read(beforeImportKey)
  if (isRecord(before) && !writeRecord(before)) return false
  if (!isRecord(before)) localStorage.removeItem(key)
  localStorage.removeItem(beforeImportKey)
  return true
}

/** The private link that this device asked for, while its time lasts. */
export function readLink(): MadeLink | undefined {
  const link = read(linkKey) as MadeLink | undefined
  return link && Date.parse(link.expiresAt) > Date.now() ? link : undefined
}

/** @returns false when the browser did not keep it */
export function writeLink(link: MadeLink | undefined): boolean {
  if (link) return write(linkKey, link)
  localStorage.removeItem(linkKey)
  return true
}

/** An id by chance; `randomUUID` exists on secure pages only. */
export function randomId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

function read(name: string): unknown {
  try {
    const text = localStorage.getItem(name)
    return text === null ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

function write(name: string, value: unknown): boolean {
  try {
    localStorage.setItem(name, JSON.stringify(value))
    return true
  } catch {
    return false
  }
}
