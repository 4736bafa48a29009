import type { Db } from '../platform/database/connection.ts'
import { canonicalJson } from './release.ts'
import type { Pack } from './schema.ts'

export type Release = { hash: string; pack: Pack; publishedAt: Date }

/** The published release of that hash, exactly as it was published. */
export async function findRelease(db: Db, hash: string): Promise<Release | undefined> {
  const row = await db
    .selectFrom('content_release')
    .select(['hash', 'body', 'published_at'])
    .where('hash', '=', hash)
    .executeTakeFirst()
  // Only `insertRelease` writes the body, and the table can only be added to. Earlier releases described items without bodies.
  return (
    row && {
      hash: row.hash,
      pack: { bodies: {}, ...(row.body as unknown as Omit<Pack, 'bodies'>) },
      publishedAt: row.published_at,
    }
  )
}

/** Adds a release; false when that hash is already there. */
export async function insertRelease(db: Db, { hash, pack, publishedAt }: Release): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('content_release')
    .values({ hash, pack_id: pack.id, version: pack.version, body: canonicalJson(pack), published_at: publishedAt })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}
