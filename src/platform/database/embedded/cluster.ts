import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, lstatSync } from 'node:fs'
import { chown, mkdir, mkdtemp, readFile, readlink, rename, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Account } from './account.ts'
import { type Binaries, sharedFolder } from './binaries.ts'
import { makePassword } from './password.ts'
import { explainServerLog, lostLink, onDisk, otherVersion } from './trouble.ts'

/** The user that owns everything inside the embedded PostgreSQL; only this machine's owner of the files can be it. */
export const superuser = 'postgres'

export type Cluster = {
  /** PostgreSQL's own data folder. */
  folder: string
  /** What the server wrote, for the host to read. */
  logFile: string
}

/**
 * Finds the database's files for a data folder, and makes them the first time. They are made beside and then moved into
 * place, so that an interrupted first start leaves nothing half made.
 *
 * @param account who PostgreSQL runs as. When that user cannot reach the data folder (root in a folder that only root may
 *   enter), the files are kept in `/var/lib/waymark/` under a name of their own, and `postgresql` in the data folder is a link there
 * @param withPassword whether a new database asks for a password, kept in the data folder
 * @throws StartError when the disk refuses, or the files were made by another PostgreSQL
 */
export async function prepareCluster(
  dataFolder: string,
  binaries: Binaries,
  account: Account | undefined,
  withPassword: boolean,
): Promise<Cluster> {
  return onDisk(dataFolder, async () => {
    await mkdir(dataFolder, { recursive: true, mode: 0o755 })
    const place = join(dataFolder, 'postgresql')
    const logFile = join(dataFolder, 'postgresql.log')
    const link = lstatSync(place, { throwIfNoEntry: false })
    if (link?.isSymbolicLink() && !existsSync(place)) {
      throw lostLink(place, resolve(dataFolder, await readlink(place)))
    }
    if (link === undefined) {
      const reachable = account === undefined || canEnter(dataFolder, account)
      const home = reachable ? dataFolder : join(sharedFolder, 'data')
      await mkdir(home, { recursive: true, mode: 0o755 })
      const made = await makeCluster(home, binaries, account, dataFolder, withPassword)
      if (reachable) await rename(made, place)
      else {
        const kept = join(home, randomBytes(6).toString('hex'))
        await rename(made, kept)
        await symlink(kept, place)
      }
    }
    const version = (await readFile(join(place, 'PG_VERSION'), 'utf8')).trim()
    if (Number(version) !== binaries.majorVersion) throw otherVersion(place, version, binaries.majorVersion)
    const folder =
      link?.isSymbolicLink() || lstatSync(place).isSymbolicLink() ? resolve(dataFolder, await readlink(place)) : place
    return { folder, logFile }
  })
}

function canEnter(folder: string, account: Account): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { ...account, cwd: '/', stdio: 'ignore' }).status === 0
}

async function makeCluster(
  home: string,
  binaries: Binaries,
  account: Account | undefined,
  dataFolder: string,
  withPassword: boolean,
): Promise<string> {
  const fresh = await mkdtemp(join(home, 'postgresql.new-'))
  try {
    if (account !== undefined) await chown(fresh, account.uid, account.gid)
    // A fixed collation, the same on every machine: an update of the system can never put an index out of order.
    const collation = binaries.majorVersion >= 17 ? ['--locale-provider=builtin', '--locale=C.UTF-8'] : ['--locale=C']
    const authentication = withPassword
      ? ['--auth=scram-sha-256', `--pwfile=${await makePassword(dataFolder, account)}`]
      : ['--auth=trust']
    const args = ['-D', fresh, `--username=${superuser}`, ...authentication, '--encoding=UTF8', ...collation]
    const child = spawn(binaries.initdb, args, {
      ...account,
      cwd: tmpdir(),
      env: serverEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    const status = await new Promise<number | null>((done, fail) => child.on('close', done).on('error', fail))
    if (status !== 0) throw explainServerLog(output, dataFolder)
    return fresh
  } catch (error) {
    await rm(fresh, { recursive: true, force: true })
    throw error
  }
}

/** PostgreSQL's messages are read by the program, so they come in English; settings of another PostgreSQL stay out. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('PG') && !name.startsWith('LC_'))
  return { ...Object.fromEntries(kept), LC_ALL: 'C' }
}
