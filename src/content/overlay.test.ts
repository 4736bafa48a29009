import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { projectFolder } from '../platform/project-folder.ts'
import { defaultLifts } from './default-lifts.ts'
import { mergeOverlay, type Overlay, overlayProblems } from './overlay.ts'
import { examineOverlay } from './overlay-folder.ts'
import { readPack } from './read.ts'
import { packHash } from './release.ts'
import type { Item, Pack } from './schema.ts'

const read = await readPack(join(projectFolder, 'content', 'sample'))
if (!read.ok) throw new Error('The sample has problems')
const base: Pack = read.pack
const folders: string[] = []
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))))

const model = base.items.find(({ id }) => id === 'guide-reading-help') as Item
const own: Item = { ...model, id: 'reading-circle', prerequisites: [] }
const overlayOf = (given: Partial<Overlay>): Overlay => ({
  id: 'our-library',
  version: '1.0.0',
  base: base.id,
  hide: [],
  replaces: false,
  items: [],
  bodies: {},
  ...given,
})

test('an overlay adds and hides, and leaves the pack it lies over as it was', () => {
  const before = packHash(base)
  const link = { kind: 'link' as const, url: 'https://example.org/', publisher: { en: 'Library', fr: 'Bibliothèque' } }
  const merged = mergeOverlay(
    base,
    overlayOf({ hide: ['guide-local-stories'], items: [own], bodies: { [own.id]: link } }),
  )
  const ids = merged.items.map(({ id }) => id)
  expect(ids).toContain('reading-circle')
  expect(ids).not.toContain('guide-local-stories')
  expect(ids).toEqual([...ids].sort())
  expect(merged.bodies['reading-circle']).toEqual(link)
  expect(merged.version).toBe(`${base.version}+our-library.1.0.0`)
  expect(merged.id).toBe(base.id)
  expect(packHash(base)).toBe(before)
  expect(packHash(merged)).not.toBe(before)
})

test('hiding what other items lean on is a problem that names both', () => {
  const prerequisite = base.items.find((item) => item.prerequisites.length > 0) as Item
  const hidden = prerequisite.prerequisites[0] ?? ''
  expect(overlayProblems(base, overlayOf({ hide: [hidden] }))).toContainEqual({
    reason: 'needs-hidden',
    item: prerequisite.id,
    hidden,
  })
  // A template that a course fills in along the way counts as much.
  expect(overlayProblems(base, overlayOf({ hide: ['template-shelf-list'] })).map(({ reason }) => reason)).toContain(
    'needs-hidden',
  )
})

test('another pack, an item that is not there and an id that is taken are problems', () => {
  expect(overlayProblems(base, overlayOf({ base: 'other' }))).toEqual([{ reason: 'other-base', base: 'other' }])
  expect(overlayProblems(base, overlayOf({ hide: ['nowhere'] }))).toEqual([
    { reason: 'nothing-to-hide', item: 'nowhere' },
  ])
  expect(overlayProblems(base, overlayOf({ items: [model] }))).toEqual([{ reason: 'id-taken', item: model.id }])
  const replacing = overlayOf({ items: [{ ...model, hours: 9 }], replaces: true })
  expect(overlayProblems(base, replacing)).toEqual([])
  const merged = mergeOverlay(base, replacing)
  expect(merged.items.filter(({ id }) => id === model.id).map(({ hours }) => hours)).toEqual([9])
})

/** A folder with an overlay. */
async function folderWith(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-overlay-'))
  folders.push(folder)
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), text)
  }
  return folder
}

const overlayFile = (lines = '') => `id: our-library\nversion: 1.0.0\nbase: ${base.id}\n${lines}`
const itemFile = (changes: Partial<Item> = {}) => JSON.stringify({ ...own, ...changes })
const linkFile = 'url: https://example.org/course\npublisher: { en: The library, fr: La bibliothèque }\n'

test('an overlay in a folder is read, merged and checked like a pack', async () => {
  const folder = await folderWith({
    'overlay.yaml': overlayFile('hide: [guide-local-stories]'),
    'catalogue/reading-circle/item.yaml': itemFile(),
    'catalogue/reading-circle/link.yaml': linkFile,
  })
  const { pack, problems } = await examineOverlay(folder, base)
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(pack?.bodies['reading-circle']).toMatchObject({ kind: 'link', url: 'https://example.org/course' })
  // What ships is not looked at again: nothing is said about its files.
  expect(problems.every(({ file }) => file.startsWith('catalogue/reading-circle/'))).toBe(true)
})

test('what is wrong with an overlay is said with file and id', async () => {
  const folder = await folderWith({
    'overlay.yaml': overlayFile('hide: [template-shelf-list, nowhere]'),
    'notes.txt': 'x',
    'catalogue/reading-circle/item.yaml': itemFile({
      lifts: [{ component: 'nothing', facet: 'knowledge', lift: 1, ceiling: 2 }],
    }),
    'catalogue/reading-circle/course.yaml': 'lessons: []',
  })
  const { problems } = await examineOverlay(folder, base)
  const lines = problems.filter(({ severity }) => severity === 'error').map(({ file, what }) => `${file} ${what}`)
  expect(lines.some((line) => line.startsWith('notes.txt'))).toBe(true)
  expect(lines.some((line) => line.includes('no item "nowhere" to hide'))).toBe(true)
  expect(lines.some((line) => line.includes('"template-shelf-list", which is hidden'))).toBe(true)
  expect(lines.some((line) => line.startsWith('catalogue/reading-circle/item.yaml'))).toBe(true)
  expect(lines.some((line) => line.startsWith('catalogue/reading-circle/course.yaml'))).toBe(true)
})

test('an overlay that only hides needs no catalogue; one without its file is none', async () => {
  const { pack, problems } = await examineOverlay(
    await folderWith({ 'overlay.yaml': overlayFile('hide: [guide-local-stories]') }),
    base,
  )
  expect([pack?.items.length, problems.length]).toEqual([base.items.length - 1, 0])
  const without = await examineOverlay(await folderWith({ 'README.md': 'x' }), base)
  expect(without.pack).toBeUndefined()
})

test('an item that is added without figures takes the usual ones of its kind', () => {
  const level = { name: { en: 'x', fr: 'x' } }
  const facetOf = (id: string, levels: number) => ({ id, levels: Array(levels).fill(level) })
  const facets = [facetOf('practice', 5), facetOf('knowledge', 5)] as unknown as Pack['facets']
  expect(defaultLifts('guideline', ['a', 'b'], { facets })).toEqual([
    { component: 'a', facet: 'knowledge', lift: 0.5, ceiling: 3 },
    { component: 'a', facet: 'practice', lift: 0.25, ceiling: 2 },
    { component: 'b', facet: 'knowledge', lift: 0.5, ceiling: 3 },
    { component: 'b', facet: 'practice', lift: 0.25, ceiling: 2 },
  ])
  // One facet of three levels: once, and no higher than it goes.
  const single = [facetOf('doing', 3)] as unknown as Pack['facets']
  expect(defaultLifts('course-advanced', ['a'], { facets: single })).toEqual([
    { component: 'a', facet: 'doing', lift: 1, ceiling: 2 },
  ])
})
