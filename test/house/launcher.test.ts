import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { removeUnused } from '../../scripts/build.mjs'
import { acquireLock } from '../../scripts/lock.mjs'
import { exitStatus } from '../../scripts/run.mjs'
import { projectFolder } from '../../src/platform/project-folder.ts'
import { temporaryFolder } from './program.ts'

/** A number that belongs to no process: the one of a process that has ended. */
async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' })
  await ended(child)
  return child.pid ?? 0
}

const ended = (child: ChildProcess) => new Promise((resolve) => child.on('close', resolve))

test('a build in use stays when another takes its place, and goes when nobody uses it any more', async () => {
  const folder = await temporaryFolder()
  const inUse = { used: process.pid, left: await deadPid(), fresh: await deadPid() }
  for (const [name, pid] of Object.entries(inUse)) {
    await mkdir(join(folder, name, 'in-use'), { recursive: true })
    await writeFile(join(folder, name, 'in-use', String(pid)), '')
  }
  await mkdir(join(folder, 'new-1'))
  removeUnused(folder, 'fresh')
  expect((await readdir(folder)).sort()).toEqual(['fresh', 'used'])
})

test('what is locked waits until the lock is given back', async () => {
  const folder = await temporaryFolder()
  const file = join(folder, 'some.lock')
  const release = acquireLock(file)
  const program = `
    import { acquireLock } from ${JSON.stringify(pathToFileURL(join(projectFolder, 'scripts', 'lock.mjs')).href)}
    import { existsSync } from 'node:fs'
    acquireLock(${JSON.stringify(file)})()
    console.log(existsSync(${JSON.stringify(join(folder, 'first-is-done'))}) ? 'waited' : 'did not wait')`
  const other = spawn(process.execPath, ['--input-type=module', '--eval', program])
  onTestFinished(() => void other.kill())
  let output = ''
  other.stdout.on('data', (chunk) => (output += chunk))
  await new Promise((resolve) => other.stderr.once('data', resolve))
  await writeFile(join(folder, 'first-is-done'), '')
  release()
  await ended(other)
  expect(output).toBe('waited\n')
  expect(existsSync(file)).toBe(false)
})

test('a lock that a killed process left behind is taken over', async () => {
  const file = join(await temporaryFolder(), 'some.lock')
  await writeFile(file, `${await deadPid()}\n`)
  const release = acquireLock(file)
  expect(await readFile(file, 'utf8')).toBe(`${process.pid}\n`)
  release()
})

test('a lock from before the machine started, or of hours ago, is taken over whoever has its number now', async () => {
  const file = join(await temporaryFolder(), 'some.lock')
  await writeFile(file, `${process.ppid}\n`)
  const hoursAgo = new Date(Date.now() - 7_200_000)
  await utimes(file, hoursAgo, hoursAgo)
  acquireLock(file)()
  expect(existsSync(file)).toBe(false)
})

test('a program that a signal ended gives the status a shell would give', () => {
  expect(exitStatus(3, null)).toBe(3)
  expect(exitStatus(null, 'SIGTERM')).toBe(143)
  expect(exitStatus(null, 'SIGKILL')).toBe(137)
})
