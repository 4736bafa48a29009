import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CommanderError } from 'commander'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { aTerminal } from '../../test/builders/terminal.ts'
import { testDatabase } from '../../test/test-database.ts'
import type { Language } from '../platform/languages.ts'
import { StartError } from '../platform/start-error.ts'
import { waymarkProgram } from './program.ts'

const { url } = await testDatabase()
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waymark-program-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))
beforeEach(() => void vi.stubEnv('DATABASE_URL', url))
afterEach(() => void vi.unstubAllEnvs())

async function run(args: string[], language: Language) {
  const { terminal, printed } = aTerminal(language)
  const fault = await waymarkProgram(terminal)
    .parseAsync(args, { from: 'user' })
    .then(
      () => undefined,
      (error: unknown) => error,
    )
  return { ...printed, fault }
}

test.each([[[]], [['pack', 'check']], [['demo']], [['migrate']], [['backup']], [['restore']]])(
  'the help of waymark %j has an example and the exit statuses, in both languages',
  async (command) => {
    const english = await run([...command, '--help'], 'en')
    expect(english.out).toMatch(
      /^Usage: [\s\S]*Example:\n {2}npx waymark [\s\S]*Exit status:\n {2}0 .*\n {2}1 .*\n {2}2 /,
    )
    expect(english.fault).toBeInstanceOf(CommanderError)
    const french = await run([...command, '--help'], 'fr')
    expect(french.out).toMatch(
      /^Utilisation\u00a0: [\s\S]*Exemple\u00a0:\n {2}npx waymark [\s\S]*Code de sortie\u00a0:\n {2}0 /,
    )
    expect(french.out).not.toMatch(/Usage:|Options:|Commands:|display|the file|database/)
  },
)

test('migrate, backup and restore answer in the language of the terminal', async () => {
  const file = join(folder, 'waymark.backup')
  const tail = (text: string) => text.replace(`${folder}/`, '')
  expect((await run(['migrate'], 'en')).out).toBe('The database is up to date.\n')
  expect((await run(['migrate'], 'fr')).out).toBe('La base de données est à jour.\n')
  expect(tail((await run(['backup', file], 'en')).out)).toMatch(/^Backed up \d+ rows to waymark\.backup\.\n$/)
  expect(tail((await run(['backup', file], 'fr')).out)).toMatch(/^\d+ lignes? sauvegardées? dans waymark\.backup\.\n$/)
  const restored = await run(['restore', file, '--replace'], 'fr')
  expect(tail(restored.out)).toMatch(/^\d+ lignes? restaurées? à partir de waymark\.backup\.\n$/)
})

test('a damaged backup is refused in plain sentences', async () => {
  const file = join(folder, 'whole.backup')
  const damaged = join(folder, 'damaged.backup')
  await run(['backup', file], 'en')
  const bytes = await readFile(file)
  await writeFile(damaged, bytes.fill(0x55, 20, 60))
  const { fault } = await run(['restore', damaged, '--replace'], 'en')
  if (!(fault instanceof StartError)) throw new Error('the damaged backup was not refused')
  expect(fault.status).toBe(2)
  expect(fault.printed.replaceAll(`${folder}/`, '')).toBe(
    'damaged.backup is not a complete backup of Waymark. Nothing was changed. Use another copy of the file.\ndamaged.backup n’est pas une sauvegarde complète de Waymark. Rien n’a été modifié. Utilisez une autre copie du fichier.',
  )
})
