// Starts a part of the bundle with the project's own Node, whatever Node runs this.
import { spawn } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { markInUse } from './build.mjs'
import { nodeProgram } from './installation.mjs'

/**
 * Runs a bundled program to its end. In the same process when that already is the right Node, so that signals arrive
 * without a go-between.
 *
 * @param {string} folder the build, as `ensureBuilt` gives it
 * @param {string} name `main` or `commands/waymark`
 * @param {string[]} args what the program gets after its own name
 */
export async function run(folder, name, args) {
  const file = join(folder, 'server', `${name}.js`)
  const node = nodeProgram()
  if (node === undefined) {
    console.error(
      'Waymark needs Node.js 24 on this kind of machine. Install it, then start again.\n' +
        'Sur ce type de machine, Waymark a besoin de Node.js 24. Installez-le, puis recommencez.',
    )
    process.exitCode = 1
    return
  }
  if (realpathSync(process.execPath) === realpathSync(node)) {
    process.argv = [process.argv[0], file, ...args]
    stopWithParent()
    await import(pathToFileURL(file).href)
    return
  }
  const child = spawn(node, [file, ...args], { stdio: 'inherit' })
  if (child.pid !== undefined) markInUse(folder, child.pid)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  process.exitCode = await new Promise((resolve) => {
    child.on('exit', (status, signal) => resolve(exitStatus(status, signal)))
  })
}

/** The status a shell would give: of a program that a signal ended, 128 and the signal's number. */
export function exitStatus(status, signal) {
  return status ?? (signal === null ? 1 : 128 + constants.signals[signal])
}

/** npm that is killed outright cannot tell its script: the service then stops as if it had been told. */
function stopWithParent() {
  const parent = process.ppid
  if (!['start', 'demo'].includes(process.env.npm_lifecycle_event) || parent === 1) return
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    process.emit('SIGTERM', 'SIGTERM')
  }, 250)
  watch.unref()
}
