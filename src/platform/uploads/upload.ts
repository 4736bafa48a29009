import { createHash } from 'node:crypto'
import { fileTypeFromBuffer } from 'file-type'
import type { PostedForm } from '../web/posted-form.ts'

/** The largest file that may be sent. */
export const largestUpload = 10_000_000

/** The largest request that may carry one, with its other fields. */
export const largestUploadBody = largestUpload + 100_000

/** What files may be: ending -> media type. Programs, pages, archives and documents with macros are not among them. */
export const uploadTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  png: 'image/png',
  jpg: 'image/jpeg',
  csv: 'text/csv',
  txt: 'text/plain',
} as const

export type UploadType = keyof typeof uploadTypes

/** The value of a file field's `accept`. */
export const acceptedUploads = [...Object.keys(uploadTypes).map((ending) => `.${ending}`), '.jpeg'].join(',')

/** A file that was sent, checked, and not yet stored. */
export type Upload = {
  ok: true
  /** Cleaned: no folders, no control characters, at most 120 characters, the ending of its type. */
  name: string
  type: UploadType
  mediaType: string
  content: Buffer
  sha256: Buffer
}

export type UploadProblem = {
  ok: false
  reason: 'missing' | 'empty' | 'too-large' | 'type' | 'not-what-it-says' | 'infected' | 'cannot-check'
}

/** Looks for what does harm; `clamdScanner` asks a clamd for it. */
export type ScanFile = (content: Uint8Array) => Promise<'clean' | 'infected' | 'cannot-check'>

/**
 * Reads and checks the file of a posted form. Its type is judged by its content, never by its name or by what the browser says;
 * the name must then agree.
 *
 * @param options.scan where the host has a scanner; what it cannot check is refused
 * @param options.allowed fewer types than `uploadTypes`
 */
export async function readUpload(
  form: PostedForm,
  field: string,
  options: { scan?: ScanFile | undefined; allowed?: readonly UploadType[]; largest?: number } = {},
): Promise<Upload | UploadProblem> {
  const file = [form[field]].flat().find((value) => value instanceof File)
  if (file === undefined || (file.name === '' && file.size === 0)) return { ok: false, reason: 'missing' }
  if (file.size === 0) return { ok: false, reason: 'empty' }
  if (file.size > (options.largest ?? largestUpload)) return { ok: false, reason: 'too-large' }
  const content = Buffer.from(await file.arrayBuffer())
  const says = endingOf(file.name)
  const type = await typeOf(content, says)
  const allowed = options.allowed ?? (Object.keys(uploadTypes) as UploadType[])
  if (type === undefined || !allowed.includes(type)) {
    return { ok: false, reason: allowed.some((one) => one === says) ? 'not-what-it-says' : 'type' }
  }
  if (type !== says) return { ok: false, reason: 'not-what-it-says' }
  const found = options.scan ? await options.scan(content) : 'clean'
  if (found !== 'clean') return { ok: false, reason: found }
  return {
    ok: true,
    name: cleanName(file.name, type),
    type,
    mediaType: uploadTypes[type],
    content,
    sha256: createHash('sha256').update(content).digest(),
  }
}

/** The ending of a name in small letters; `jpeg` is `jpg`. */
function endingOf(name: string): string {
  const ending = /\.([A-Za-z0-9]{1,8})$/.exec(name.trim())?.[1]?.toLowerCase() ?? ''
  return ending === 'jpeg' ? 'jpg' : ending
}

/** Nothing inside an archive is unpacked but its short list of parts: `file-type` stops at one megabyte. */
async function typeOf(content: Buffer, says: string): Promise<UploadType | undefined> {
  const found = await fileTypeFromBuffer(content)
  if (found === undefined) return (says === 'csv' || says === 'txt') && isPlainText(content) ? says : undefined
  const type = (Object.keys(uploadTypes) as UploadType[]).find((one) => one === found.ext)
  // A document of today's Word or Excel that carries a program says in its table of contents that it has none.
  return type !== undefined && !content.includes('vbaProject.bin') ? type : undefined
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** Text in UTF-8, or in the older Windows encoding that spreadsheets still write: no null and no other control characters. */
function isPlainText(content: Buffer): boolean {
  for (const byte of content) {
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c) return false
    if (byte === 0x7f) return false
  }
  const start = content.subarray(0, 1024).toString('latin1').trimStart().toLowerCase()
  if (/^(<!doctype|<html|<svg|<script|<\?xml|#!)/.test(start.replace(/^ï»¿/, ''))) return false
  try {
    utf8.decode(content)
    return true
  } catch {
    return !content.some((byte) => [0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(byte))
  }
}

/** A name that is safe on every system, and says what the file is. */
function cleanName(given: string, type: UploadType): string {
  const last = given.split(/[/\\]/).at(-1) ?? ''
  const stem = last
    .normalize('NFC')
    .replace(/\.[A-Za-z0-9]{1,8}$/, '')
    // Control characters, marks that turn the direction of writing, and what file systems forbid.
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}<>:"|?*]/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  const short = [...stem].slice(0, 110).join('').trim()
  const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(short)
  return `${short === '' || reserved ? 'file' : short}.${type}`
}

/**
 * Headers of a stored file on its way to someone: always a download, never shown, nothing in it can run.
 *
 * @param file its cleaned name and media type
 */
export function downloadHeaders(file: { name: string; mediaType: string }): Record<string, string> {
  const plain =
    file.name
      .normalize('NFKD')
      .replace(/[^\x20-\x7e]/g, '')
      .replace(/["\\%]/g, '') || 'file'
  const encoded = encodeURIComponent(file.name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return {
    'Content-Type': file.mediaType.startsWith('text/') ? `${file.mediaType}; charset=utf-8` : file.mediaType,
    'Content-Disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'Cache-Control': 'no-store',
  }
}
