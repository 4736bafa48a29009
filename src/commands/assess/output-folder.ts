import { randomUUID } from 'node:crypto'
import { mkdir, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'

/** Why a folder cannot take the documents. */
export type OutputProblem =
  | { code: 'not-a-folder'; path: string }
  | { code: 'not-allowed'; path: string }
  | { code: 'read-only'; path: string }
  | { code: 'full'; path: string }
  | { code: 'file-in-the-way'; path: string }
  | { code: 'unusable'; path: string; detail: string }

export type OutputFile = { name: string; content: string | Uint8Array }

export class OutputError extends Error {
  override readonly name = 'OutputError'
  readonly problem: OutputProblem

  constructor(problem: OutputProblem) {
    super(problem.code)
    this.problem = problem
  }
}

/**
 * The folder the documents go to. They are written to a hidden folder inside or beside it first and renamed at the end, so that nobody ever
 * finds one half written. A folder that does not exist yet appears at once with everything in it.
 */
export class OutputFolder {
  readonly path: string

  private constructor(path: string) {
    this.path = path
  }

  /**
   * Looks whether the folder can take these files, before any work is done for them. Leaves nothing behind.
   * @throws OutputError when it cannot
   */
  static async open(path: string, names: readonly string[]): Promise<OutputFolder> {
    const absolute = resolve(path)
    try {
      const nearest = await nearestExisting(absolute)
      if (!(await stat(nearest)).isDirectory()) throw new OutputError({ code: 'not-a-folder', path: nearest })
      // Trying is the only answer that counts: rights alone do not tell of disks that are read-only or special.
      const trial = join(nearest, `.waymark-${randomUUID()}`)
      await mkdir(trial)
      await rmdir(trial)
      for (const name of names) await refuseFolderAt(join(absolute, name))
    } catch (fault) {
      throw asOutputError(fault, path)
    }
    return new OutputFolder(absolute)
  }

  /**
   * Puts all files in place.
   * @throws OutputError when the disk refuses; what was there before is then still there
   */
  async commit(files: readonly OutputFile[]): Promise<void> {
    const exists = (await nearestExisting(this.path)) === this.path
    const parent = exists ? this.path : dirname(this.path)
    const draft = join(parent, `.waymark-${randomUUID()}`)
    let madeFirst: string | undefined
    try {
      madeFirst = await mkdir(parent, { recursive: true })
      await mkdir(draft)
      for (const { name, content } of files) await writeFile(join(draft, name), content, { flush: true })
      if (exists) {
        for (const { name } of files) await rename(join(draft, name), join(this.path, name))
        await rm(draft, { recursive: true })
      } else await rename(draft, this.path)
    } catch (fault) {
      await rm(draft, { recursive: true, force: true })
      if (madeFirst !== undefined) await removeEmpty(parent, madeFirst)
      throw asOutputError(fault, this.path)
    }
  }
}

/** The path itself, or the closest folder or file above it that is there. */
async function nearestExisting(path: string): Promise<string> {
  try {
    await stat(path)
    return path
  } catch (fault) {
    const code = fault instanceof Error && 'code' in fault ? fault.code : undefined
    const above = dirname(path)
    if ((code !== 'ENOENT' && code !== 'ENOTDIR') || above === path) throw fault
    return nearestExisting(above)
  }
}

/** Takes away the folders that were made for nothing, from the lowest to the first. */
async function removeEmpty(lowest: string, first: string): Promise<void> {
  for (let folder = lowest; folder.length >= first.length; folder = dirname(folder)) {
    try {
      await rmdir(folder)
    } catch {
      return
    }
  }
}

async function refuseFolderAt(path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined)
  if (found?.isDirectory()) throw new OutputError({ code: 'file-in-the-way', path })
}

function asOutputError(fault: unknown, path: string): OutputError {
  if (fault instanceof OutputError) return fault
  const code = fault instanceof Error && 'code' in fault ? fault.code : undefined
  if (code === 'ENOTDIR' || code === 'EEXIST') return new OutputError({ code: 'not-a-folder', path })
  if (code === 'EACCES' || code === 'EPERM') return new OutputError({ code: 'not-allowed', path })
  if (code === 'EROFS') return new OutputError({ code: 'read-only', path })
  if (code === 'ENOSPC' || code === 'EDQUOT') return new OutputError({ code: 'full', path })
  return new OutputError({ code: 'unusable', path, detail: fault instanceof Error ? fault.message : String(fault) })
}
