// Every check that needs no running program. Each runs to its end, so that one look shows everything there is to put right.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './installation.mjs'

const tool = (...path) => join(root, 'node_modules', ...path)
const packs = ['content/open-smart-cities', 'content/sample']

const checks = [
  { name: 'format and lint', args: [tool('@biomejs', 'biome', 'bin', 'biome'), 'ci', '--colors=off', '.'] },
  { name: 'types', args: [tool('typescript', 'bin', 'tsc'), '--noEmit', '--project', '.'] },
  {
    name: 'who may use what',
    args: [
      tool('dependency-cruiser', 'bin', 'dependency-cruise.mjs'),
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'err-long',
      ...existing('src', 'test', 'bench'),
    ],
  },
  { name: 'nothing unused', args: [tool('knip', 'bin', 'knip.js'), '--no-config-hints'] },
  ...packs.map((pack) => ({ name: `content of ${pack}`, args: [join('bin', 'waymark.mjs'), 'pack', 'check', pack] })),
  { name: 'table types', args: [join('scripts', 'generate-types.mjs'), '--check'] },
]

function existing(...folders) {
  return folders.filter((folder) => existsSync(join(root, folder)))
}

/**
 * Runs all checks.
 *
 * @returns {{ passed: number, failed: number }} how many were clean
 */
export function runChecks() {
  const failed = checks.filter(({ name, args }) => {
    const start = Date.now()
    const { status, stdout, stderr } = spawnSync(process.execPath, args, {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 50_000_000,
    })
    const clean = status === 0
    console.log(`${clean ? '✓' : '✗'} ${name} (${((Date.now() - start) / 1000).toFixed(1)} s)`)
    if (!clean) console.log(`${stdout}${stderr}`)
    return !clean
  })
  return { passed: checks.length - failed.length, failed: failed.length }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { passed, failed } = runChecks()
  console.log(`${passed} passed, ${failed} failed`)
  process.exitCode = failed === 0 ? 0 : 1
}
