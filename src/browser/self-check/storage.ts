import { newRecord, type SelfCheckRecord } from '../../self-check/record/record.ts'
import type { Content } from '../../self-check/record/releases.ts'
import { soundRecord } from '../../self-check/record/sound-record.ts'

const key = 'waymark.self-check.v1'
const beforeImportKey = 'waymark.before-import.v1'
const linkKey = 'waymark.link.v1'
const unreadableKey = 'waymark.unreadable.v1'

/** Today's release and pack, as the page names them. */
export type Today = Content<{ id: string }>

/** A private link that this device asked for. */
export type MadeLink = { path: string; forget: string; expiresAt: string }

/** The self-check on this device, or nothing when there is none or it cannot be read. Damaged parts are left out. */
export function readRecord(): SelfCheckRecord | undefined {
  return soundRecord(read(key))
}

/**
 * Puts a self-check in the place of the one on this device. What is there and cannot be read is kept aside first.
 *
 * @returns false when the browser did not keep it
 */
export function writeRecord(record: SelfCheckRecord): boolean {
  return setUnreadableAside() && write(key, record)
}

/**
 * Moves what is kept as the self-check and cannot be read to a place of its own, so that nothing overwrites it.
 *
 * @returns false when it had to stay, for want of room
 */
export function setUnreadableAside(): boolean {
  const text = readText(key)
  if (text === undefined || readRecord() !== undefined) return true
  const earlier = readText(unreadableKey)
  try {
    localStorage.setItem(unreadableKey, earlier === undefined ? text : `${earlier}\n${text}`)
    localStorage.removeItem(key)
    return true
  } catch {
    return false
  }
}

/** What was kept as a self-check and could not be read, as it was. */
export function readUnreadable(): string | undefined {
  return readText(unreadableKey)
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
  const before = soundRecord(read(beforeImportKey))
  if (before && !writeRecord(before)) return false
  if (!before) localStorage.removeItem(key)
  localStorage.removeItem(beforeImportKey)
  return true
}

/** The private links that this device asked for, while their time lasts, the newest first. */
export function readLinks(): MadeLink[] {
  const links = [read(linkKey) ?? []].flat() as Partial<MadeLink>[]
  return links.filter(
    (link): link is MadeLink =>
      typeof link?.path === 'string' &&
      typeof link.forget === 'string' &&
      Date.parse(link.expiresAt ?? '') > Date.now(),
  )
}

/** @returns false when the browser did not keep it */
export function addLink(link: MadeLink): boolean {
  return write(linkKey, [link, ...readLinks()])
}

/** Forgets a link that leads nowhere any more. */
export function dropLink(path: string): void {
  const left = readLinks().filter((link) => link.path !== path)
  if (left.length === 0) localStorage.removeItem(linkKey)
  else write(linkKey, left)
}

/** An id by chance; `randomUUID` exists on secure pages only. */
export function randomId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

function read(name: string): unknown {
  try {
    return JSON.parse(readText(name) ?? '')
  } catch {
    return undefined
  }
}

function readText(name: string): string | undefined {
  try {
    return localStorage.getItem(name) ?? undefined
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
