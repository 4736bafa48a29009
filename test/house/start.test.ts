import { readFileSync } from 'node:fs'
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { alsoRemove, startProgram, temporaryFolder, waymark } from './program.ts'

const asRoot = process.getuid?.() === 0

const healthOf = async (url: string) => (await fetch(new URL('/healthz', url))).json()
const postgresPid = async (data: string) =>
  Number((await readFile(join(data, 'postgresql', 'postmaster.pid'), 'utf8')).split('\n')[0])

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

test('the service starts on an empty folder, answers, and SIGTERM stops it and its database', async () => {
  const data = await temporaryFolder()
  const program = startProgram({ WAYMARK_DATA: data })
  expect(await healthOf(await program.url)).toMatchObject({ status: 'ok' })
  const postgres = await postgresPid(data)
  expect(isAlive(postgres)).toBe(true)
  program.process.kill('SIGTERM')
  expect(await program.ended).toMatchObject({ status: 0 })
  expect(isAlive(postgres)).toBe(false)
})

test('after kill -9 the database left behind is taken over, and the next start serves', async () => {
  const data = await temporaryFolder()
  const killed = startProgram({ WAYMARK_DATA: data })
  await killed.url
  const orphan = await postgresPid(data)
  killed.process.kill('SIGKILL')
  await killed.ended
  expect(isAlive(orphan)).toBe(true)
  const next = startProgram({ WAYMARK_DATA: data })
  expect(await healthOf(await next.url)).toMatchObject({ status: 'ok' })
  expect(isAlive(orphan)).toBe(false)
})

test('a lock left behind by a crash of the whole machine does not keep it from starting', async () => {
  const data = await temporaryFolder()
  const crashed = startProgram({ WAYMARK_DATA: data })
  await crashed.url
  const lock = await readFile(join(data, 'postgresql', 'postmaster.pid'), 'utf8')
  crashed.process.kill('SIGTERM')
  await crashed.ended
  // After the crash the number belongs to another program: this one.
  await writeFile(join(data, 'postgresql', 'postmaster.pid'), lock.replace(/^\d+/, String(process.pid)))
  expect(await healthOf(await startProgram({ WAYMARK_DATA: data }).url)).toMatchObject({ status: 'ok' })
})

test('a second start on the same data says that the first is running, and leaves it alone', async () => {
  const data = await temporaryFolder()
  const first = startProgram({ WAYMARK_DATA: data })
  const url = await first.url
  const second = await startProgram({ WAYMARK_DATA: data }).ended
  expect(second).toMatchObject({ status: 1 })
  expect(second.output).toMatch(/already running with the data in .*\n.*fonctionne déjà/)
  expect(await healthOf(url)).toMatchObject({ status: 'ok' })
})

test('while the service runs it can be backed up but not restored; stopped, it can be restored', async () => {
  const data = await temporaryFolder()
  const file = join(await temporaryFolder(), 'waymark.backup')
  const program = startProgram({ WAYMARK_DATA: data })
  await program.url
  expect(await waymark(['backup', file], { WAYMARK_DATA: data })).toMatchObject({ status: 0 })
  const refused = await waymark(['restore', file], { WAYMARK_DATA: data })
  expect(refused).toMatchObject({ status: 1 })
  expect(refused.output).toMatch(/already running/)
  program.process.kill('SIGTERM')
  await program.ended
  const restored = await waymark(['restore', file], { WAYMARK_DATA: data })
  expect(restored.output).toMatch(/Restored [1-9]\d* rows/)
  expect(restored).toMatchObject({ status: 0 })
})

test('a service that loses its database says so and ends, and the next start serves', async () => {
  const data = await temporaryFolder()
  const program = startProgram({ WAYMARK_DATA: data })
  await program.url
  process.kill(await postgresPid(data), 'SIGKILL')
  const ended = await program.ended
  expect(ended).toMatchObject({ status: 1 })
  expect(ended.output).toMatch(/database stopped by itself[\s\S]*s’est arrêtée d’elle-même/)
  expect(await healthOf(await startProgram({ WAYMARK_DATA: data }).url)).toMatchObject({ status: 'ok' })
})

test('a port in use is named, with another one to choose, and nothing is left running', async () => {
  const data = await temporaryFolder()
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, resolve))
  const address = other.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  const refused = await startProgram({ WAYMARK_DATA: data, PORT: String(port) }).ended
  other.close()
  expect(refused).toMatchObject({ status: 1 })
  expect(refused.output).toMatch(new RegExp(`Port ${port} is in use.*\\nLe port ${port} est utilisé`))
  await expect(postgresPid(data)).rejects.toThrow(/ENOENT/)
})

test('data of another PostgreSQL is refused with the way to carry it over', async () => {
  const data = await temporaryFolder()
  await mkdir(join(data, 'postgresql'))
  await writeFile(join(data, 'postgresql', 'PG_VERSION'), '17\n')
  const older = await startProgram({ WAYMARK_DATA: data }).ended
  expect(older).toMatchObject({ status: 1 })
  expect(older.output).toMatch(/made by PostgreSQL 17; this Waymark brings 18.*waymark restore FILE/)
  await writeFile(join(data, 'postgresql', 'PG_VERSION'), '99\n')
  expect((await startProgram({ WAYMARK_DATA: data }).ended).output).toMatch(/PostgreSQL 99, newer than the 18/)
})

test('data that may not be written is refused in words', async () => {
  // Root may write anywhere but where the kernel itself forbids it.
  const folder = asRoot ? '/sys' : join(await temporaryFolder(), 'locked')
  if (!asRoot) await mkdir(folder, { mode: 0o555 })
  const refused = await startProgram({ WAYMARK_DATA: join(folder, 'waymark') }).ended
  expect(refused).toMatchObject({ status: 1 })
  expect(refused.output).toMatch(/may not write in|disk is read-only/)
  expect(refused.output).toMatch(/n’a pas le droit d’écrire|en lecture seule/)
})

test('a file where the data folder should be is refused in words', async () => {
  const file = join(await temporaryFolder(), 'data')
  await writeFile(file, '')
  const refused = await startProgram({ WAYMARK_DATA: file }).ended
  expect(refused).toMatchObject({ status: 1 })
  expect(refused.output).toMatch(/is not a folder/)
})

test('a data folder that only its owner may enter works, also for root', async () => {
  const closed = join(await temporaryFolder(), 'closed')
  await mkdir(closed, { mode: 0o700 })
  const data = join(closed, 'data')
  const program = startProgram({ WAYMARK_DATA: data })
  expect(await healthOf(await program.url)).toMatchObject({ status: 'ok' })
  program.process.kill('SIGTERM')
  await program.ended
  if (asRoot) {
    const place = await alsoRemove(join(data, 'postgresql'))
    expect(place).toMatch(/^\/var\/lib\/waymark\/data\//)
    expect((await stat(place)).uid, 'PostgreSQL does not run as root').not.toBe(0)
  }
  const again = startProgram({ WAYMARK_DATA: data })
  expect(await healthOf(await again.url)).toMatchObject({ status: 'ok' })
})
