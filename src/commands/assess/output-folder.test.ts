import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { OutputError, OutputFolder } from './output-folder.ts'

let folder: string
let out: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waymark-output-'))
  out = join(folder, 'results')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const names = ['one.txt', 'two.txt']
const files = names.map((name) => ({ name, content: name }))

test('a new folder appears with everything in it, and looking at it makes nothing', async () => {
  const output = await OutputFolder.open(join(out, 'deep'), names)
  expect(readdirSync(folder)).toEqual([])
  await output.commit(files)
  expect(readdirSync(out)).toEqual(['deep'])
  expect(readdirSync(join(out, 'deep'))).toEqual(names)
})

test('folders made for a write that goes wrong are taken away again', async () => {
  const output = await OutputFolder.open(join(out, 'deep'), names)
  await expect(output.commit([{ name: 'no-such-folder/one.txt', content: '' }])).rejects.toThrow(OutputError)
  expect(readdirSync(folder)).toEqual([])
})

test('a write that goes wrong leaves what was there', async () => {
  mkdirSync(out)
  writeFileSync(join(out, 'one.txt'), 'old')
  const output = await OutputFolder.open(out, names)
  const outcome = output.commit([
    { name: 'one.txt', content: 'new' },
    { name: 'no-such-folder/two.txt', content: '' },
  ])
  await expect(outcome).rejects.toThrow(OutputError)
  expect(readdirSync(out)).toEqual(['one.txt'])
  expect(readFileSync(join(out, 'one.txt'), 'utf8')).toBe('old')
})

test('a folder in which one may not write is refused before any work', async () => {
  mkdirSync(out)
  chmodSync(out, 0o555)
  // The superuser may write everywhere, so the attempt is made as somebody else.
  const isSuperuser = process.getuid?.() === 0
  if (isSuperuser) {
    chmodSync(folder, 0o755)
    process.seteuid?.(65534)
  }
  try {
    await expect(OutputFolder.open(out, names)).rejects.toMatchObject({ problem: { code: 'not-allowed', path: out } })
  } finally {
    if (isSuperuser) process.seteuid?.(0)
  }
  expect(readdirSync(out)).toEqual([])
})
