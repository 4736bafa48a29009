import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { anArchive, aPackage12 } from '../../test/builders/packages.ts'
import { readArchive } from './archive.ts'
import { packageLimits } from './limits.ts'

const text = (content: string) => new TextEncoder().encode(content)

/** Changes two bytes of every entry in the archive's directory. */
function withDirectory(zip: Buffer, offset: number, value: number): Buffer {
  const changed = Buffer.from(zip)
  for (let at = changed.indexOf('PK\x01\x02'); at !== -1; at = changed.indexOf('PK\x01\x02', at + 4)) {
    changed.writeUInt16LE(value, at + offset)
  }
  return changed
}

const reasonOf = async (zip: Buffer) => {
  const outcome = await readArchive(zip)
  return outcome.ok ? 'ok' : outcome.reason
}

test('a good archive is unpacked file by file, and the same content counts once', async () => {
  const outcome = await readArchive(
    anArchive({ ...aPackage12(), 'a/copy.js': aPackage12()['lesson.js'] ?? '', '__MACOSX/._x': 'x' }),
  )
  if (!outcome.ok) throw new Error(outcome.reason)
  expect(outcome.files.map(({ path }) => path).sort()).toEqual([
    'a/copy.js',
    'docs/guide.pdf',
    'imsmanifest.xml',
    'lesson.html',
    'lesson.js',
  ])
  const [copy, lesson] = ['a/copy.js', 'lesson.js'].map((path) => outcome.files.find((file) => file.path === path))
  expect(copy?.content).toBe(lesson?.content)
})

test('what is no archive, or is cut off, is said to be so', async () => {
  expect(await reasonOf(Buffer.from('hello'))).toBe('not-zip')
  const good = anArchive(aPackage12())
  expect(await reasonOf(good.subarray(0, good.length - 40))).toBe('not-zip')
})

test('content that is damaged is found', async () => {
  const zip = anArchive({ 'a.txt': 'a'.repeat(5000) })
  zip.fill(0xff, 36, 50)
  expect(await reasonOf(zip)).toBe('broken')
})

test('no name leads outside, on any system', async () => {
  for (const name of ['../evil.html', 'a/../../evil.html', '/etc/evil', 'C:/evil.html']) {
    expect(`${name} ${await reasonOf(anArchive({ [name]: 'x' }))}`).toBe(`${name} outside`)
  }
  for (const name of ['..\\evil.html', 'a\\..\\..\\evil.html', 'a\u0000b.html', 'a/./b.html', 'a//b.html']) {
    expect(`${name} ${await reasonOf(anArchive({ [name]: 'x' }))}`).toBe(`${name} backslash`)
  }
})

test('a link to another file is refused', async () => {
  const zip = Buffer.from(zipSync({ 'link.html': [text('/etc/passwd'), { os: 3, attrs: (0o120777 << 16) >>> 0 }] }))
  expect(await reasonOf(zip)).toBe('link')
})

test('an encrypted file and an unusual way of packing are refused before they are read', async () => {
  const zip = anArchive({ 'a.html': 'x'.repeat(100) })
  expect(await reasonOf(withDirectory(zip, 8, 1))).toBe('encrypted')
  expect(await reasonOf(withDirectory(zip, 10, 14))).toBe('method')
})

test('names that differ only in capitals are one name to some systems', async () => {
  expect(await reasonOf(anArchive({ 'Page.html': 'a', 'page.html': 'b' }))).toBe('same-name')
})

test('a bomb is not unpacked', async () => {
  const bomb = anArchive({ 'zeros.bin': new Uint8Array(20_000_000) })
  expect(bomb.length).toBeLessThan(100_000)
  expect(await reasonOf(bomb)).toBe('bomb')
})

test('a file that holds more than the directory says is cut off', async () => {
  const zip = anArchive({ 'zeros.bin': new Uint8Array(900_000) })
  const at = zip.indexOf('PK\x01\x02')
  zip.writeUInt32LE(10, at + 24)
  expect(await reasonOf(zip)).toBe('broken')
})

test('too many files, folders too deep and names too long are refused', async () => {
  const many = Object.fromEntries(Array.from({ length: packageLimits.files + 1 }, (_, n) => [`${n}.txt`, '']))
  expect(await reasonOf(anArchive(many, { stored: true }))).toBe('too-many-files')
  expect(await reasonOf(anArchive({ [`${'d/'.repeat(packageLimits.depth + 1)}a.txt`]: '' }))).toBe('too-deep')
  expect(await reasonOf(anArchive({ [`${'x'.repeat(packageLimits.path + 1)}.txt`]: '' }))).toBe('long-path')
})
