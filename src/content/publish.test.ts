import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../test/test-database.ts'
import { publishRelease } from './publish.ts'
import { readPack } from './read.ts'
import { packHash } from './release.ts'
import type { Pack } from './schema.ts'
import { findRelease } from './store.ts'

const { db } = await testDatabase()
const monday = new Date('2026-11-23T12:00:00Z')
const tuesday = new Date('2026-11-24T12:00:00Z')
let pack: Pack
let hash: string

beforeAll(async () => {
  const outcome = await readPack('content/sample')
  if (!outcome.ok) throw new Error('the sample pack has problems')
  pack = outcome.pack
  hash = outcome.hash
})

test('a published release is found by its hash, exactly as it was', async () => {
  expect(await publishRelease(db, pack, hash, monday)).toBe('published')
  const found = await findRelease(db, hash)
  expect(found).toEqual({ hash, pack, publishedAt: monday })
  expect(found && packHash(found.pack)).toBe(hash)
})

test('publishing the same content again changes nothing, not even its date', async () => {
  await publishRelease(db, pack, hash, monday)
  expect(await publishRelease(db, pack, hash, tuesday)).toBe('already-published')
  expect((await findRelease(db, hash))?.publishedAt).toEqual(monday)
})

test('changed content is another release, and the first one stays', async () => {
  await publishRelease(db, pack, hash, monday)
  const changed = { ...pack, version: '0.2.0' }
  expect(await publishRelease(db, changed, packHash(changed), tuesday)).toBe('published')
  expect((await findRelease(db, hash))?.pack.version).toBe('0.1.0')
})

test('a hash that is not that of the pack is refused', async () => {
  await expect(publishRelease(db, pack, 'a'.repeat(64), monday)).rejects.toThrow('not that of the pack')
  expect(await findRelease(db, 'a'.repeat(64))).toBeUndefined()
})

test('a release from before items held anything is read as one whose items hold nothing', async () => {
  const { bodies: _, ...earlier } = { ...pack, version: '0.0.9' }
  const earlierHash = packHash(earlier as Pack)
  await publishRelease(db, earlier as Pack, earlierHash, monday)
  expect((await findRelease(db, earlierHash))?.pack).toEqual({ ...earlier, bodies: {} })
})
