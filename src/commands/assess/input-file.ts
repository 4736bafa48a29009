import { open, stat } from 'node:fs/promises'

/** The largest answers file that is read; more than two hundred people answering everything fit in a tenth of it. */
export const largestFile = 20 * 1024 * 1024

/** Why the text of a file could not be had. */
export type FileProblem =
  | { code: 'not-found' }
  | { code: 'folder' }
  | { code: 'not-a-file' }
  | { code: 'not-allowed' }
  | { code: 'unreadable'; detail: string }
  | { code: 'too-large'; bytes: number }
  | { code: 'empty' }
  | { code: 'workbook' }
  | { code: 'utf-16' }
  /** Not UTF-8; `row` is the line of the first byte that does not fit, counted from 1. */
  | { code: 'not-utf-8'; row: number }

/**
 * Reads a text file in UTF-8, with or without a byte order mark.
 * @returns the text without the mark, or the one reason why there is none; a file that is too large is never read
 */
export async function readTextFile(
  path: string,
  limit = largestFile,
): Promise<{ ok: true; text: string } | { ok: false; problem: FileProblem }> {
  let bytes: Uint8Array
  try {
    const found = await stat(path)
    if (found.isDirectory()) return refused({ code: 'folder' })
    if (!found.isFile()) return refused({ code: 'not-a-file' })
    if (found.size > limit) return refused({ code: 'too-large', bytes: found.size })
    const file = await open(path)
    try {
      bytes = await file.readFile()
    } finally {
      await file.close()
    }
  } catch (fault) {
    return refused(faultOf(fault))
  }
  return decode(bytes)
}

function decode(bytes: Uint8Array): { ok: true; text: string } | { ok: false; problem: FileProblem } {
  const [first, second, third, fourth] = bytes
  if (first === 0x50 && second === 0x4b && third === 3 && fourth === 4) return refused({ code: 'workbook' })
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || bytes.includes(0)) {
    return refused({ code: 'utf-16' })
  }
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return refused({ code: 'not-utf-8', row: lineOfBadByte(bytes) })
  }
  return text.trim() === '' ? refused({ code: 'empty' }) : { ok: true, text }
}

/** A decoder that is not strict puts U+FFFD where the bytes stop making sense. */
function lineOfBadByte(bytes: Uint8Array): number {
  const text = new TextDecoder('utf-8').decode(bytes)
  return text.slice(0, text.indexOf('\uFFFD')).split(/\r\n|\r|\n/).length
}

function faultOf(fault: unknown): FileProblem {
  const code = fault instanceof Error && 'code' in fault ? fault.code : undefined
  if (code === 'ENOENT' || code === 'ENOTDIR') return { code: 'not-found' }
  if (code === 'EISDIR') return { code: 'folder' }
  if (code === 'EACCES' || code === 'EPERM') return { code: 'not-allowed' }
  return { code: 'unreadable', detail: fault instanceof Error ? fault.message : String(fault) }
}

function refused(problem: FileProblem): { ok: false; problem: FileProblem } {
  return { ok: false, problem }
}
