import { createHash } from 'node:crypto'
import { writeZip, type ZipEntry } from '../../documents/zip.ts'
import { writeCsv } from '../../platform/csv.ts'
import type { Tx } from '../../platform/database/connection.ts'
import { type Language, languages } from '../../platform/languages.ts'

/** One file of a community's export; its name may hold folders. */
export type ExportFile = { name: string; content: string | Uint8Array }

/** What one column or field of a file means. `file` may end in `*` for several alike. */
export type DictionaryEntry = { file: string; field: string; meaning: Record<Language, string> }

/**
 * What a room adds to a community's export: results, counts as Method 4.4 allows, documents, notes that may be shared. Never an
 * individual answer, and nothing that stays with the community's own people.
 */
export type ExportPart = {
  collect(tx: Tx, asked: { communityId: string; journeyId: string | undefined }): Promise<ExportFile[]>
  dictionary: readonly DictionaryEntry[]
}

/** Puts an export together: the files, what their columns mean in every language, and a list with checksums. */
export function packExport(
  files: readonly ExportFile[],
  dictionary: readonly DictionaryEntry[],
  given: { readme: Record<Language, string>; date: string },
): Buffer {
  const entries: ZipEntry[] = files.map(({ name, content }) => ({ name, bytes: Buffer.from(content) }))
  const described = dictionary.filter(({ file }) => files.some(({ name }) => isNamed(name, file)))
  for (const language of languages) {
    entries.unshift({
      name: `data-dictionary.${language}.csv`,
      bytes: Buffer.from(
        writeCsv(
          ['file', 'field', 'meaning'],
          described.map(({ file, field, meaning }) => [file, field, meaning[language]]),
        ),
      ),
    })
    entries.unshift({ name: `README.${language}.txt`, bytes: Buffer.from(given.readme[language]) })
  }
  const sums = entries.map(({ name, bytes }) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}`)
  return writeZip([...entries, { name: 'SHA256SUMS.txt', bytes: Buffer.from(`${sums.join('\n')}\n`) }], given.date)
}

function isNamed(name: string, pattern: string): boolean {
  const [start = '', end = ''] = pattern.split('*')
  return pattern.includes('*') ? name.startsWith(start) && name.endsWith(end) : name === pattern
}
