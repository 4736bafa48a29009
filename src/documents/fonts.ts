import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { inflateSync } from 'node:zlib'

const styles = ['Regular', 'Bold', 'Italic', 'BoldItalic'] as const

/**
 * Unpacks a WOFF 1.0 file into the plain OpenType file inside it (W3C "WOFF File Format 1.0", sections 3 to 5): the font
 * package ships web formats only, and the document renderers read plain ones.
 *
 * @throws Error if the bytes are not WOFF 1.0
 */
export function openTypeFromWoff(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('not a WOFF 1.0 file')
  const flavour = woff.readUInt32BE(4)
  const count = woff.readUInt16BE(12)
  const power = Math.floor(Math.log2(count))
  const header = Buffer.alloc(12 + 16 * count)
  header.writeUInt32BE(flavour, 0)
  header.writeUInt16BE(count, 4)
  header.writeUInt16BE(16 * 2 ** power, 6)
  header.writeUInt16BE(power, 8)
  header.writeUInt16BE(16 * (count - 2 ** power), 10)
  const bodies: Buffer[] = []
  let offset = header.length
  for (let index = 0; index < count; index++) {
    const entry = 44 + 20 * index
    const start = woff.readUInt32BE(entry + 4)
    const packedLength = woff.readUInt32BE(entry + 8)
    const length = woff.readUInt32BE(entry + 12)
    const packed = woff.subarray(start, start + packedLength)
    const body = packedLength < length ? inflateSync(packed) : packed
    const padded = Buffer.alloc(Math.ceil(length / 4) * 4)
    body.copy(padded)
    woff.copy(header, 12 + 16 * index, entry, entry + 4)
    header.writeUInt32BE(woff.readUInt32BE(entry + 16), 12 + 16 * index + 4)
    header.writeUInt32BE(offset, 12 + 16 * index + 8)
    header.writeUInt32BE(length, 12 + 16 * index + 12)
    bodies.push(padded)
    offset += padded.length
  }
  return Buffer.concat([header, ...bodies])
}

let loaded: Buffer[] | undefined

/** The family of all documents, BC Sans: made for the languages of Canada, Inuktitut and Cree syllabics included. */
export function documentFonts(): Buffer[] {
  if (loaded === undefined) {
    const folder = join(dirname(createRequire(import.meta.url).resolve('@bcgov/bc-sans/package.json')), 'fonts')
    loaded = styles.map((style) => openTypeFromWoff(readFileSync(join(folder, `BCSans-${style}.woff`))))
  }
  return loaded
}

let known: ((codePoint: number) => boolean) | undefined

/** Says whether the documents' family can draw a character. */
export function canDraw(codePoint: number): boolean {
  known ??= coverage(documentFonts()[0] ?? Buffer.alloc(0))
  return known(codePoint)
}

/**
 * Reads which characters a font has: the segments of its Unicode map, `cmap` format 4 or 12 (OpenType 1.9, "cmap").
 * A character inside a segment counts as drawn; the family has no holes there that matter.
 */
function coverage(font: Buffer): (codePoint: number) => boolean {
  const map = tableAt(font, 'cmap')
  const ranges: { start: number; end: number }[] = []
  for (let index = 0; index < font.readUInt16BE(map + 2); index++) {
    const subtable = map + font.readUInt32BE(map + 4 + 8 * index + 4)
    const format = font.readUInt16BE(subtable)
    if (format === 4) {
      const doubled = font.readUInt16BE(subtable + 6)
      for (let at = 0; at < doubled; at += 2) {
        const end = font.readUInt16BE(subtable + 14 + at)
        ranges.push({ start: font.readUInt16BE(subtable + 16 + doubled + at), end: Math.min(end, 0xfffe) })
      }
    }
    if (format === 12) {
      for (let group = 0; group < font.readUInt32BE(subtable + 12); group++) {
        const at = subtable + 16 + 12 * group
        ranges.push({ start: font.readUInt32BE(at), end: font.readUInt32BE(at + 4) })
      }
    }
  }
  return (codePoint) => ranges.some(({ start, end }) => codePoint >= start && codePoint <= end)
}

function tableAt(font: Buffer, tag: string): number {
  for (let index = 0; index < font.readUInt16BE(4); index++) {
    const entry = 12 + 16 * index
    if (font.toString('latin1', entry, entry + 4) === tag) return font.readUInt32BE(entry + 8)
  }
  throw new Error(`the font has no ${tag} table`)
}
