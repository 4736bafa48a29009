import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { packageLimits } from './limits.ts'
import { type PackageProblem, problem } from './problems.ts'

/** A file of a package, unpacked; two with the same hash share their content. */
export type PackedFile = { path: string; content: Buffer; sha256: Buffer }

/** What some systems put into archives by themselves. */
const litter = /(^|\/)(__MACOSX(\/|$)|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._[^/]*$)/i

const symbolicLink = 0o120000
const kindOfFile = 0o170000

/**
 * Unpacks the archive of a stranger into memory. Names, sizes and kinds of all entries are judged from the archive's directory before
 * the first byte is unpacked, and no file may then hold more than the directory said.
 *
 * @param zip the whole archive, at most `packageLimits.packed` bytes
 * @returns its files without litter, in the archive's order, or the first problem
 */
export async function readArchive(zip: Buffer): Promise<{ ok: true; files: PackedFile[] } | PackageProblem> {
  if (zip.length > packageLimits.packed) return problem('too-large')
  let archive: ZipFile
  try {
    archive = await fromBufferPromise(zip, { autoClose: false, strictFileNames: true, validateEntrySizes: true })
  } catch {
    return problem('not-zip')
  }
  const listed = await listEntries(archive)
  if (!listed.ok) return listed
  const files: PackedFile[] = []
  const known = new Map<string, PackedFile>()
  for (const entry of listed.entries) {
    try {
      const content = await unpack(await archive.openReadStreamPromise(entry), entry.uncompressedSize)
      const sha256 = createHash('sha256').update(content).digest()
      const same = known.get(sha256.toString('hex'))
      const file = { path: entry.fileName.normalize('NFC'), content: same?.content ?? content, sha256 }
      known.set(sha256.toString('hex'), file)
      files.push(file)
    } catch {
      return problem('broken', entry.fileName)
    }
  }
  return { ok: true, files }
}

async function listEntries(archive: ZipFile): Promise<{ ok: true; entries: Entry[] } | PackageProblem> {
  const entries: Entry[] = []
  const names = new Set<string>()
  let bytes = 0
  try {
    for await (const entry of archive.eachEntry()) {
      const { fileName } = entry
      if (litter.test(fileName)) continue
      const found = judge(entry)
      if (found) return found
      if (fileName.endsWith('/')) continue
      // Systems that do not tell capitals apart would take one file for the other.
      const name = fileName.normalize('NFC').toLowerCase()
      if (names.has(name)) return problem('same-name', fileName)
      names.add(name)
      bytes += entry.uncompressedSize
      if (bytes > packageLimits.unpacked) return problem('unpacks-too-large')
      if (entries.push(entry) > packageLimits.files) return problem('too-many-files')
    }
  } catch (error) {
    return problemOf(error)
  }
  return { ok: true, entries }
}

/** One entry of the directory by itself. */
function judge(entry: Entry): PackageProblem | undefined {
  const { fileName, compressedSize, uncompressedSize } = entry
  const folders = fileName.split('/')
  if (fileName.startsWith('/') || folders.includes('..') || /^[a-z]:/i.test(fileName))
    return problem('outside', fileName)
  if (/[\\\p{Cc}]/u.test(fileName) || folders.slice(0, -1).some((name) => name === '' || name === '.')) {
    return problem('backslash', fileName)
  }
  if (fileName.length > packageLimits.path) return problem('long-path', `${fileName.slice(0, 80)}…`)
  if (folders.length - 1 > packageLimits.depth) return problem('too-deep', fileName)
  const kind = (entry.externalFileAttributes >>> 16) & kindOfFile
  if (kind === symbolicLink) return problem('link', fileName)
  if ((entry.generalPurposeBitFlag & 0x41) !== 0) return problem('encrypted', fileName)
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) return problem('method', fileName)
  if (uncompressedSize > packageLimits.file) return problem('file-too-large', fileName)
  if (uncompressedSize > packageLimits.ratioFrom && uncompressedSize > compressedSize * packageLimits.ratio) {
    return problem('bomb', fileName)
  }
  return undefined
}

/** The library stops at the first bad name with a sentence of its own. */
function problemOf(error: unknown): PackageProblem {
  const sentence = error instanceof Error ? error.message : ''
  const [, name = ''] = /: (.*)$/s.exec(sentence) ?? []
  if (/^(absolute path|invalid relative path)/.test(sentence)) return problem('outside', name.slice(0, 100))
  if (/^invalid characters/.test(sentence)) return problem('backslash', name.slice(0, 100))
  return problem('broken')
}

/** @throws Error when there is more than the directory said, or it cannot be unpacked */
async function unpack(stream: Readable, size: number): Promise<Buffer> {
  const pieces: Buffer[] = []
  let bytes = 0
  for await (const piece of stream as AsyncIterable<Buffer>) {
    bytes += piece.length
    if (bytes > size) throw new Error('more than the archive said')
    pieces.push(piece)
  }
  return Buffer.concat(pieces, bytes)
}
