import { readZip, writeZip, type ZipEntry } from './zip.ts'

/**
 * Takes out of a Word file what depends on the moment it was written: dates become the date of the data, inside and in the
 * archive; drawings are counted from 1 in each file; the keys that veil embedded fonts are counted instead of drawn at random.
 */
export function withFixedParts(file: Buffer, date: string): Uint8Array {
  const entries = readZip(file)
  const fonts = refreshFontKeys(entries)
  return new Uint8Array(
    writeZip(
      fonts.map((entry) => fixed(entry, date)),
      date,
    ),
  )
}

function fixed(entry: ZipEntry, date: string): ZipEntry {
  const change = changes[entry.name]
  return change === undefined ? entry : { ...entry, bytes: Buffer.from(change(entry.bytes.toString('utf8'), date)) }
}

const changes: Record<string, (xml: string, date: string) => string> = {
  'docProps/core.xml': (xml, date) => xml.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, `${date}T00:00:00Z`),
  'word/document.xml': (xml) => {
    let drawings = 0
    return xml.replaceAll(
      /(<(?:wp:docPr|pic:cNvPr)\b[^>]*?\bid=")\d+"/g,
      (_, start: string) => `${start}${++drawings}"`,
    )
  },
}

const fontTable = 'word/fontTable.xml'
const key = /w:fontKey="\{([0-9A-Fa-f-]{36})\}"/g

/** The Nth key of the font table belongs to `font<N>.odttf`; each font's first 32 bytes are veiled with it (ECMA-376 part 4, 2.8.1). */
function refreshFontKeys(entries: readonly ZipEntry[]): ZipEntry[] {
  const table = entries.find((entry) => entry.name === fontTable)?.bytes.toString('utf8') ?? ''
  const old = [...table.matchAll(key)].map((match) => match[1] ?? '')
  const counted = old.map((_, index) => `00000000-0000-4000-8000-${String(index + 1).padStart(12, '0')}`)
  let place = 0
  const renamed = table.replaceAll(key, () => `w:fontKey="{${counted[place++]}}"`)
  return entries.map((entry) => {
    if (entry.name === fontTable) return { ...entry, bytes: Buffer.from(renamed) }
    const index = Number(/^word\/fonts\/font(\d+)\.odttf$/.exec(entry.name)?.[1] ?? 0) - 1
    const [from, to] = [old[index], counted[index]]
    if (from === undefined || to === undefined) return entry
    return { ...entry, bytes: veil(veil(entry.bytes, from), to) }
  })
}

/** Veiling twice with one key gives the font back. */
function veil(font: Buffer, guid: string): Buffer {
  const mask = Buffer.from(guid.replaceAll('-', ''), 'hex').reverse()
  const out = Buffer.from(font)
  for (let index = 0; index < 32; index++) out[index] = (out[index] ?? 0) ^ (mask[index % 16] ?? 0)
  return out
}
