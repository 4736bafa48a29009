// What two starts at once must not both do is done under a lock: a file in `.cache/` that names the process holding it.
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { uptime } from 'node:os'
import { dirname } from 'node:path'

/** Milliseconds after which a lock is taken for left behind, whatever its process: numbers of processes are used again. */
const longest = 3_600_000

/**
 * Waits until nobody else holds the lock, and takes it. One left behind by a process that is gone counts as free.
 *
 * @param {string} file the lock file
 * @returns {() => void} gives it back
 */
export function acquireLock(file) {
  mkdirSync(dirname(file), { recursive: true })
  for (let turn = 0; ; turn += 1) {
    try {
      writeFileSync(file, `${process.pid}\n`, { flag: 'wx' })
      return () => rmSync(file, { force: true })
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    if (removeIfStale(file)) continue
    if (turn === 0) {
      console.error(
        `Waiting for another Waymark that is preparing itself (${file})…\n` +
          `En attente d’un autre Waymark qui se prépare (${file})…`,
      )
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200)
  }
}

function removeIfStale(file) {
  const seen = readLock(file)
  if (seen === undefined) return true
  if (!isStale(seen)) return false
  // Moved first: of two that both saw the old lock, the later one may have hold of the other's new one, and puts it back.
  const aside = `${file}.${process.pid}`
  try {
    renameSync(file, aside)
    if (readLock(aside)?.pid !== seen.pid) linkSync(aside, file)
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error
  } finally {
    rmSync(aside, { force: true })
  }
  return true
}

function readLock(file) {
  try {
    return { pid: Number(readFileSync(file, 'utf8')), since: statSync(file).mtimeMs }
  } catch (error) {
    if (error.code === 'ENOENT') return undefined
    throw error
  }
}

/** A lock that is only just being written has no number yet: it is not stale until it has had time. */
function isStale({ pid, since }) {
  const now = Date.now()
  if (since < now - longest || since < now - uptime() * 1000) return true
  return pid === 0 ? since < now - 5000 : pid === process.pid || !isAlive(pid)
}

/** Whether a process with this number is running. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code !== 'ESRCH'
  }
}
