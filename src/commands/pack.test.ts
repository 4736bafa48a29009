import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { samplePackWith, swap } from '../../test/builders/broken-pack.ts'
import { testDatabase } from '../../test/test-database.ts'
import type { Language } from '../platform/languages.ts'
import { addPack } from './pack.ts'

const { db, url } = await testDatabase()

beforeEach(() => {
  vi.stubEnv('DATABASE_URL', url)
})

afterEach(() => {
  vi.unstubAllEnvs()
  process.exitCode = undefined
})

async function run(args: string[], language: Language = 'en') {
  let out = ''
  let error = ''
  const program = new Command('waymark').exitOverride()
  addPack(program, {
    language,
    out: (text) => {
      out += text
    },
    error: (text) => {
      error += text
    },
    watched: false,
    elapsed: () => 0,
    today: () => '2026-11-24',
  })
  await program.parseAsync(args, { from: 'user' })
  return { out, error, exit: process.exitCode ?? 0 }
}

test('checking a good pack names its release and what a person should look at', async () => {
  const { out, error, exit } = await run(['pack', 'check', 'content/sample'])
  expect(out).toMatch(/^To look at: content\/sample\/pack\.yaml:8 \[sample\] "es"/)
  expect(out).toMatch(
    /content\/sample: no errors; 5 components, 10 catalogue items, 1 to look at\.\nRelease [0-9a-f]{64}\n$/,
  )
  expect({ error, exit }).toEqual({ error: '', exit: 0 })
})

test('checking goes through every folder, gives one line a problem, and ends with status 2', async () => {
  const broken = await samplePackWith({ 'duties.yaml': () => undefined })
  const { out, error, exit } = await run(['pack', 'check', broken, 'content/sample'])
  expect(error).toBe(
    `${broken}/duties.yaml the file is missing (allowed: a text file in UTF-8)\n${broken}: 1 problem; the pack cannot be used until they are put right.\n`,
  )
  expect(out).toContain('content/sample: no errors')
  expect(exit).toBe(2)
})

test('a component with the name of another page of the self-check is refused', async () => {
  const edits = { 'domains.yaml': swap('[shelf-care, ', '[profile, ') }
  const { error, exit } = await run(['pack', 'check', await samplePackWith(edits)])
  expect(error).toContain('"profile" is the address of another page of the self-check')
  expect(exit).toBe(2)
})

test('the check speaks French', async () => {
  const broken = await samplePackWith({ 'duties.yaml': () => undefined })
  const { error } = await run(['pack', 'check', broken], 'fr')
  expect(error).toContain('duties.yaml le fichier manque (permis\u00a0: un fichier texte en UTF-8)')
})

test('a folder that is not there is said in one sentence, in both languages', async () => {
  const english = await run(['pack', 'check', '/nonexist'])
  expect(english).toEqual({
    out: '',
    error: '/nonexist: there is no such folder; give the folder that holds pack.yaml.\n',
    exit: 2,
  })
  const french = await run(['pack', 'check', '/nonexist'], 'fr')
  expect(french.error).toBe('/nonexist\u00a0: ce dossier n’existe pas; donnez le dossier qui contient pack.yaml.\n')
  const file = await run(['pack', 'check', 'package.json'])
  expect(file.error).toBe('package.json: this is not a folder; give the folder that holds pack.yaml.\n')
})

test('publishing stores the release once', async () => {
  const first = await run(['pack', 'publish', 'content/sample'])
  expect(first.out).toMatch(/Published\.\n$/)
  const second = await run(['pack', 'publish', 'content/sample'])
  expect(second.out).toMatch(/already published; nothing has changed\.\n$/)
  const stored = await db.selectFrom('content_release').select(['pack_id', 'version']).execute()
  expect(stored).toEqual([{ pack_id: 'sample', version: '0.1.0' }])
})

test('a pack with problems is not published', async () => {
  const broken = await samplePackWith({
    'pack.yaml': (text) => text.replace('id: sample', 'id: broken'),
    'duties.yaml': () => undefined,
  })
  const { exit } = await run(['pack', 'publish', broken])
  expect(exit).toBe(2)
  const stored = await db.selectFrom('content_release').select('pack_id').where('pack_id', '=', 'broken').execute()
  expect(stored).toEqual([])
})

test('an overlay is checked and published over the pack that ships', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-overlay-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const overlay = 'id: ours\nversion: 2.0.0\nbase: open-smart-cities\n'
  await writeFile(join(folder, 'overlay.yaml'), `${overlay}hide: [no-such-item]\n`)
  const wrong = await run(['pack', 'check', folder])
  expect(wrong.exit).toBe(2)
  expect(wrong.error).toContain('overlay.yaml:4 the pack has no item "no-such-item" to hide')

  process.exitCode = undefined
  await writeFile(join(folder, 'overlay.yaml'), overlay)
  const { out, exit } = await run(['pack', 'publish', folder])
  expect(exit).toBe(0)
  expect(out).toContain('Published.')
  const releases = await db.selectFrom('content_release').select('version').execute()
  expect(releases.some(({ version }) => version.endsWith('+ours.2.0.0'))).toBe(true)
})
