import type { Db } from '../platform/database/connection.ts'
import type { Pack } from './schema.ts'
import { findRelease } from './store.ts'

/** Finds a published release by its hash. */
export type FindContent = (hash: string) => Promise<{ pack: Pack; release: string } | undefined>

/** Packs kept in memory at once: a service has a handful of releases, and a pack takes a few megabytes. */
const mostKept = 4

/** Finds published releases, of which the last few stay in memory: a release never changes. */
export function releaseFinder(db: Db): FindContent {
  const kept = new Map<string, { pack: Pack; release: string }>()
  return async (hash) => {
    const known = kept.get(hash)
    if (known) return known
    const found = await findRelease(db, hash)
    if (found === undefined) return undefined
    const content = { pack: found.pack, release: found.hash }
    kept.set(hash, content)
    const oldest = kept.keys().next()
    if (kept.size > mostKept && !oldest.done) kept.delete(oldest.value)
    return content
  }
}
