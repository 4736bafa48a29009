import { expect, test } from 'vitest'
import { readZip, writeZip } from './zip.ts'

test('what is written to an archive can be read back, and the bytes depend on nothing else', () => {
  const entries = [
    { name: 'a.txt', bytes: Buffer.from('one') },
    { name: 'folder/é.txt', bytes: Buffer.from('two '.repeat(1000)) },
    { name: 'empty', bytes: Buffer.alloc(0) },
  ]
  const archive = writeZip(entries, '2026-11-24')
  expect(readZip(archive)).toEqual(entries)
  expect(Buffer.compare(archive, writeZip(entries, '2026-11-24'))).toBe(0)
})

test('what is not an archive is refused', () => {
  expect(() => readZip(Buffer.from('plain text'))).toThrow('not a ZIP archive')
})
