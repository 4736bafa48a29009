import type { Db } from '../platform/database/connection.ts'
import { packHash } from './release.ts'
import type { Pack } from './schema.ts'
import { insertRelease } from './store.ts'

/**
 * Stores a checked pack as a frozen release. Publishing the same content again changes nothing, not even its date.
 * @param hash as given by `readPack`
 * @throws Error when the hash is not that of the pack
 */
export async function publishRelease(
  db: Db,
  pack: Pack,
  hash: string,
  now: Date,
): Promise<'published' | 'already-published'> {
  if (packHash(pack) !== hash) throw new Error(`The hash ${hash} is not that of the pack ${pack.id} ${pack.version}.`)
  return (await insertRelease(db, { hash, pack, publishedAt: now })) ? 'published' : 'already-published'
}
