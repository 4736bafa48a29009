import { isRecord, newRecord, type SelfCheckRecord } from '../../self-check/record.ts'

const key = 'waymark.self-check.v1'
const beforeImportKey = 'waymark.before-import.v1'
const linkKey = 'waymark.link.v1'

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
 * @returns false when the browser did not keep it
 */
export function changeRecord(release: string, change: (record: SelfCheckRecord) => void): boolean {
  const now = new Date()
  const record = readRecord() ?? newRecord({ id: randomId(), now, release })
  change(record)
  record.updatedAt = now.toISOString()
  return writeRecord(record)
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

/** Puts another self-check here; the one that was here can be had back with `undoReplace`. */
export function replaceRecord(record: SelfCheckRecord): boolean {
  const before = readRecord()
  return write(beforeImportKey, before ?? null) && writeRecord(record)
}

/** Whether a self-check was replaced and can be had back. */
export function canUndoReplace(): boolean {
  return read(beforeImportKey) !== undefined
}

/** Puts back what was here before the last `replaceRecord`. */
export function undoReplace(): void {
  const before = read(beforeImportKey)
  if (isRecord(before)) writeRecord(before)
  else localStorage.removeItem(key)
  localStorage.removeItem(beforeImportKey)
}

/** The private link that this device asked for, while its time lasts. */
export function readLink(): MadeLink | undefined {
  const link = read(linkKey) as MadeLink | undefined
  return link && Date.parse(link.expiresAt) > Date.now() ? link : undefined
}

export function writeLink(link: MadeLink | undefined): void {
  if (link) write(linkKey, link)
  else localStorage.removeItem(linkKey)
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
