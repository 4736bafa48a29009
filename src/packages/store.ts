import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../platform/database/connection.ts'
import type { ExaminedPackage } from './examine.ts'
import type { Standard, Unit } from './manifest.ts'
import { isReadableAlone } from './media-types.ts'
import type { SequencingNote } from './sequencing.ts'

/** One version of a package as it is kept, without its files. */
export type PackageVersion = {
  id: string
  packageId: string
  number: number
  standard: Standard
  edition: string
  title: string
  language: string
  packedBytes: number
  unpackedBytes: number
  fileCount: number
  units: Unit[]
  notes: SequencingNote[]
  uploadedAt: Date
}

const columns = [
  'version.id',
  'version.package_id',
  'version.number',
  'version.standard',
  'version.edition',
  'version.title',
  'version.language',
  'version.packed_bytes',
  'version.unpacked_bytes',
  'version.file_count',
  'version.units',
  'version.notes',
  'version.uploaded_at',
] as const

type Row = {
  id: string
  package_id: string
  number: number
  standard: string
  edition: string
  title: string
  language: string
  packed_bytes: number
  unpacked_bytes: number
  file_count: number
  units: unknown
  notes: unknown
  uploaded_at: Date
}

// Only `insertVersion` writes these rows.
const versionOf = (row: Row): PackageVersion => ({
  id: row.id,
  packageId: row.package_id,
  number: row.number,
  standard: row.standard as Standard,
  edition: row.edition,
  title: row.title,
  language: row.language,
  packedBytes: row.packed_bytes,
  unpackedBytes: row.unpacked_bytes,
  fileCount: row.file_count,
  units: row.units as Unit[],
  notes: row.notes as SequencingNote[],
  uploadedAt: row.uploaded_at,
})

/** The newest version of each package, the newest package first; at most `limit`. */
export async function listPackages(tx: Tx, limit: number): Promise<PackageVersion[]> {
  const rows = await tx
    .selectFrom('packages_package as package')
    .innerJoin('packages_version as version', 'version.package_id', 'package.id')
    .select(columns)
    .where('version.number', '=', (eb) =>
      eb
        .selectFrom('packages_version as other')
        .select((inner) => inner.fn.max('other.number').as('newest'))
        .whereRef('other.package_id', '=', 'package.id'),
    )
    .orderBy('package.created_at', 'desc')
    .orderBy('package.id')
    .limit(limit)
    .execute()
  return rows.map(versionOf)
}

/** Every version of a package, the newest first; none when there is no such package. */
export async function listVersions(tx: Tx, packageId: string): Promise<PackageVersion[]> {
  const rows = await tx
    .selectFrom('packages_version as version')
    .select(columns)
    .where('version.package_id', '=', packageId)
    .orderBy('version.number', 'desc')
    .execute()
  return rows.map(versionOf)
}

export async function findVersion(tx: Tx, versionId: string): Promise<PackageVersion | undefined> {
  const row = await tx
    .selectFrom('packages_version as version')
    .select(columns)
    .where('version.id', '=', versionId)
    .executeTakeFirst()
  return row && versionOf(row)
}

/** How many people have begun each version: version id -> people. */
export async function countLearners(tx: Tx, versionIds: readonly string[]): Promise<Map<string, number>> {
  if (versionIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('packages_version as version')
    .select(['version.id', sql<number>`packages_learners(version.id)`.as('people')])
    .where('version.id', 'in', [...versionIds])
    .execute()
  return new Map(rows.map((row) => [row.id, row.people]))
}

export async function insertPackage(tx: Tx, given: { at: Date; by: string }): Promise<string> {
  const id = randomUUID()
  await tx.insertInto('packages_package').values({ id, created_at: given.at, created_by: given.by }).execute()
  return id
}

/** Keeps a version with its files; content that another version holds already is not kept twice. */
export async function insertVersion(
  tx: Tx,
  given: { packageId: string; number: number; found: ExaminedPackage; at: Date; by: string },
): Promise<string> {
  const { packageId, found } = given
  const id = randomUUID()
  await tx
    .insertInto('packages_version')
    .values({
      id,
      package_id: packageId,
      number: given.number,
      standard: found.standard,
      edition: found.edition,
      title: found.title,
      language: found.language,
      packed_bytes: found.packedBytes,
      unpacked_bytes: found.unpackedBytes,
      file_count: found.files.length,
      units: JSON.stringify(found.units),
      notes: JSON.stringify(found.notes),
      uploaded_at: given.at,
      uploaded_by: given.by,
    })
    .execute()
  for (const { path, content, sha256 } of found.files) {
    await tx
      .insertInto('packages_blob')
      .values({ package_id: packageId, sha256, content })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await tx
      .insertInto('packages_file')
      .values({ version_id: id, package_id: packageId, path, sha256, bytes: content.length })
      .execute()
  }
  return id
}

/** Lets go of earlier versions that nobody has begun, and of content that no version needs any more. @returns how many versions */
export async function deleteUnusedVersions(tx: Tx, packageId: string): Promise<number> {
  const gone = await tx
    .deleteFrom('packages_version')
    .where('package_id', '=', packageId)
    .where('number', '<', (eb) =>
      eb
        .selectFrom('packages_version as other')
        .select((inner) => inner.fn.max('other.number').as('newest'))
        .where('other.package_id', '=', packageId),
    )
    .where(sql<number>`packages_learners(id)`, '=', 0)
    .executeTakeFirstOrThrow()
  await tx
    .deleteFrom('packages_blob')
    .where('package_id', '=', packageId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('packages_file as file')
            .select('file.path')
            .whereRef('file.package_id', '=', 'packages_blob.package_id')
            .whereRef('file.sha256', '=', 'packages_blob.sha256'),
        ),
      ),
    )
    .execute()
  return Number(gone.numDeletedRows)
}

/** With every version, file and attempt. @returns false when it was gone already */
export async function deletePackage(tx: Tx, packageId: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('packages_package')
    .where('id', '=', packageId)
    .executeTakeFirstOrThrow()
  return numDeletedRows === 1n
}

/** A file of a version, without what is in it. */
export type KeptFile = { packageId: string; path: string; sha256: Buffer; bytes: number }

/** Finds a file; where its name differs only in capitals, as packages made on some systems have it, it is found all the same. */
export async function findFile(tx: Tx, versionId: string, path: string): Promise<KeptFile | undefined> {
  const files = () =>
    tx
      .selectFrom('packages_file')
      .select(['package_id as packageId', 'path', 'sha256', 'bytes'])
      .where('version_id', '=', versionId)
  return (
    (await files().where('path', '=', path).executeTakeFirst()) ??
    (await files().where(sql`lower(path)`, '=', path.toLowerCase()).executeTakeFirst())
  )
}

/** What is in a file. @param part from one byte to another, both counted from 0 and included; left out, the whole */
export async function readFile(tx: Tx, file: KeptFile, part?: { first: number; last: number }): Promise<Buffer> {
  const content = part
    ? sql<Buffer>`substring(content from ${part.first + 1}::integer for ${part.last - part.first + 1}::integer)`
    : sql<Buffer>`content`
  const row = await tx
    .selectFrom('packages_blob')
    .select(content.as('content'))
    .where('package_id', '=', file.packageId)
    .where('sha256', '=', file.sha256)
    .executeTakeFirstOrThrow()
  return row.content
}

export type PackageFile = { path: string; bytes: number; hash: string }

/** Files of a version that are of use without the package around them, by name; at most 200. */
export async function listReadableFiles(tx: Tx, versionId: string): Promise<PackageFile[]> {
  const rows = await tx
    .selectFrom('packages_file')
    .select(['path', 'bytes', 'sha256'])
    .where('version_id', '=', versionId)
    .orderBy('path')
    .execute()
  return rows
    .filter(({ path }) => isReadableAlone(path))
    .slice(0, 200)
    .map(({ path, bytes, sha256 }) => ({ path, bytes, hash: sha256.toString('hex') }))
}
