import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { unzip } from 'fflate'
import { contentMessages } from '../content/messages.ts'
import { type Problem, problemLine } from '../content/problems.ts'
import { examinePack } from '../content/read.ts'
import { packHash } from '../content/release.ts'
import type { Pack } from '../content/schema.ts'
import type { Language } from '../platform/languages.ts'

/** Bytes of the file, and of what it unpacks to. */
export const packLimits = { zipped: 10_000_000, unpacked: 50_000_000, files: 5000 } as const

export type PackUpload =
  | { kind: 'unusable'; problem: 'notZip' | 'tooLarge' | 'noPack' }
  | { kind: 'problems'; errors: string[]; notes: string[] }
  | { kind: 'good'; pack: Pack; hash: string; notes: string[] }

/**
 * Unpacks a ZIP into a folder of its own, checks the pack in it, and removes the folder again. Nothing is published.
 *
 * @param reservedIds ids that no component may have, because the service uses them in its addresses
 */
export async function examineUpload(
  zip: Uint8Array,
  language: Language,
  reservedIds: readonly string[],
): Promise<PackUpload> {
  if (zip.length > packLimits.zipped) return { kind: 'unusable', problem: 'tooLarge' }
  const files = await unpack(zip)
  if (typeof files === 'string') return { kind: 'unusable', problem: files }
  const root = Object.keys(files)
    .filter((name) => name === 'pack.yaml' || name.endsWith('/pack.yaml'))
    .sort((a, b) => a.length - b.length)[0]
  if (root === undefined) return { kind: 'unusable', problem: 'noPack' }
  const prefix = root.slice(0, -'pack.yaml'.length)
  const folder = await mkdtemp(join(tmpdir(), 'waymark-pack-'))
  try {
    for (const [name, content] of Object.entries(files)) {
      const path = name.startsWith(prefix) ? name.slice(prefix.length) : ''
      // Only plain paths below the pack: what a zip calls "../x" or "/x" is not written anywhere.
      if (!/^[\w][\w.-]*(\/[\w][\w.-]*)*$/.test(path)) continue
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), content)
    }
    const { loaded, problems } = await examinePack(folder, { t: contentMessages[language], reservedIds })
    const line = (problem: Problem) => problemLine(problem).replaceAll(`${folder}/`, '')
    const errors = problems.filter(({ severity }) => severity === 'error').map(line)
    const notes = problems.filter(({ severity }) => severity !== 'error').map(line)
    if (loaded === undefined || errors.length > 0) return { kind: 'problems', errors, notes }
    return { kind: 'good', pack: loaded.pack, hash: packHash(loaded.pack), notes }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function unpack(zip: Uint8Array): Promise<Record<string, Uint8Array> | 'notZip' | 'tooLarge'> {
  let bytes = 0
  let count = 0
  let tooLarge = false
  return new Promise((resolve) => {
    unzip(
      zip,
      {
        // Sizes are those the archive declares; what unpacks to more than it says is cut off by the library.
        filter: (file) => {
          bytes += file.originalSize
          count += 1
          tooLarge ||= bytes > packLimits.unpacked || count > packLimits.files
          return !tooLarge && !file.name.endsWith('/')
        },
      },
      (error, files) => resolve(tooLarge ? 'tooLarge' : error ? 'notZip' : files),
    )
  })
}
