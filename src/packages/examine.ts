import type { ScanFile } from '../platform/uploads/upload.ts'
import { type PackedFile, readArchive } from './archive.ts'
import { type Manifest, readManifest } from './manifest.ts'
import { isPage } from './media-types.ts'
import { type PackageProblem, problem } from './problems.ts'

/** A package that may be kept: what its manifest says, and its files. */
export type ExaminedPackage = Omit<Manifest, 'language'> & {
  language: string
  files: PackedFile[]
  packedBytes: number
  unpackedBytes: number
}

/**
 * Unpacks and checks a package; nothing is kept yet.
 *
 * @param scan where the host has a scanner: every file is shown to it once, and what it cannot check is refused
 * @param language of the package, where its manifest names none
 */
export async function examinePackage(
  zip: Buffer,
  options: { scan?: ScanFile | undefined; language: string },
): Promise<ExaminedPackage | PackageProblem> {
  const archive = await readArchive(zip)
  if (!archive.ok) return archive
  const { files } = archive
  const paths = new Set(files.map(({ path }) => path))
  const manifest = files.find(({ path }) => path === 'imsmanifest.xml')
  if (manifest === undefined) return problemOfLegacy(paths)
  const read = readManifest(manifest.content, paths)
  if (!read.ok) return read
  const scanned = new Set<string>()
  for (const { path, content, sha256 } of options.scan ? files : []) {
    const hash = sha256.toString('hex')
    if (scanned.has(hash)) continue
    scanned.add(hash)
    const outcome = content.length === 0 ? 'clean' : await options.scan?.(content)
    if (outcome === 'infected' || outcome === 'cannot-check') return problem(outcome, path)
  }
  const framed = files.some(
    ({ path, content }) => isPage(path) && /<(frame|iframe)\b/i.test(content.toString('latin1')),
  )
  return {
    ...read,
    language: read.language ?? options.language,
    notes: framed ? [...read.notes, 'frames'] : read.notes,
    files,
    packedBytes: zip.length,
    unpackedBytes: files.reduce((sum, { content }) => sum + content.length, 0),
  }
}

/** Without a manifest where it belongs: what the archive is instead, so that its maker knows what to ask for. */
function problemOfLegacy(paths: ReadonlySet<string>): PackageProblem {
  const named = (pattern: RegExp) => [...paths].find((path) => pattern.test(path))
  const inside = named(/(^|\/)imsmanifest\.xml$/i)
  if (inside !== undefined) return problem('in-a-folder', inside)
  const aicc = named(/\.(crs|au|des|cst)$/i)
  if (aicc !== undefined) return problem('aicc', aicc)
  const other = named(/(^|\/)(cmi5|tincan)\.xml$/i)
  if (other !== undefined) return problem('other-standard', other)
  const page = named(/\.x?html?$/i)
  return page === undefined ? problem('no-manifest') : problem('html-only', page)
}
