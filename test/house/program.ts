import { type ChildProcess, spawn } from 'node:child_process'
import { chmod, mkdtemp, readlink, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll } from 'vitest'
import { projectFolder } from '../../src/platform/project-folder.ts'

export type Ended = { status: number | null; signal: NodeJS.Signals | null; output: string }

export type Program = {
  process: ChildProcess
  /** The address it printed; fails with what it printed instead when it ends first. */
  url: Promise<string>
  ended: Promise<Ended>
}

const folders: string[] = []
const programs: Program[] = []

afterAll(async () => {
  for (const program of programs) {
    program.process.kill('SIGTERM')
    await program.ended
  }
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
})

/** A folder that goes when the file's tests are done, together with what its database keeps elsewhere. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-house-'))
  await chmod(folder, 0o755)
  folders.push(folder)
  return folder
}

/** Lets the place to which a data folder's `postgresql` leads be removed with the rest. */
export async function alsoRemove(link: string): Promise<string> {
  const target = await readlink(link)
  folders.push(join(dirname(link), target))
  folders.push(target)
  return target
}

/** Starts the service as `npm start` does, on a free port unless told otherwise. */
export function startProgram(environment: Record<string, string>): Program {
  return run(['scripts/start.mjs'], { PORT: '0', DATABASE_URL: '', ...environment })
}

/** Runs `waymark …` to its end. */
export function waymark(args: string[], environment: Record<string, string>): Promise<Ended> {
  return run(['bin/waymark.mjs', ...args], { DATABASE_URL: '', ...environment }).ended
}

function run(args: string[], environment: Record<string, string>): Program {
  const child = spawn(process.execPath, args, { cwd: projectFolder, env: { ...process.env, ...environment } })
  let output = ''
  let announce: (url: string) => void
  const announced = new Promise<string>((resolve) => {
    announce = resolve
  })
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk
      const url = /http:\/\/localhost:\d+\//.exec(output)?.[0]
      if (url !== undefined) announce(url)
    })
  }
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (status, signal) => resolve({ status, signal, output }))
  })
  const url = Promise.race([
    announced,
    ended.then((end) => {
      throw new Error(`The program ended with ${end.status ?? end.signal}: ${end.output}`)
    }),
  ])
  url.catch(() => undefined)
  const program = { process: child, url, ended }
  programs.push(program)
  return program
}
