// Writes the table types from a freshly migrated database; with --check it only says whether the file is up to date.
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, startEmbeddedServer } from '../src/platform/database/embedded/server.ts'
import { openDatabase } from '../src/platform/database/open-database.ts'
import { root } from './installation.mjs'

const file = join(root, 'src', 'platform', 'database', 'tables.ts')
const folder = mkdtempSync(join(tmpdir(), 'waymark-types-'))
chmodSync(folder, 0o755)
const server = await startEmbeddedServer({ dataFolder: folder, tcpPort: await freePort(), settings: ['fsync=off'] })
try {
  const databaseUrl = `postgresql://postgres@127.0.0.1:${server.port}/postgres`
  await (await openDatabase({ dataFolder: folder, databaseUrl })).close()
  const output = join(folder, 'tables.ts')
  const generator = join(root, 'node_modules', 'kysely-codegen', 'dist', 'cli', 'bin.js')
  const args = [
    '--url',
    databaseUrl,
    '--dialect',
    'postgres',
    '--default-schema',
    'waymark',
    '--include-pattern',
    'waymark.*',
  ]
  const result = spawnSync(process.execPath, [generator, ...args, '--out-file', output], {
    cwd: root,
    encoding: 'utf8',
  })
  if (result.status !== 0) throw new Error(result.stderr || result.stdout)
  const types = readFileSync(output, 'utf8')
  if (!process.argv.includes('--check')) writeFileSync(file, types)
  else if (readFileSync(file, 'utf8') !== types) {
    console.error('src/platform/database/tables.ts does not agree with the migrations. Run: npm run types:generate')
    process.exitCode = 1
  }
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
