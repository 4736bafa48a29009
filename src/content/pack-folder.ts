import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { z } from 'zod'
import type { ContentMessages } from './messages.ts'
import { byCodeUnit, type Problem } from './problems.ts'
import { parseAs, parseYaml, type SourceFile } from './yaml.ts'

/** Reads below one folder and keeps a list of what went wrong. */
export class PackFolder {
  readonly problems: Problem[] = []
  readonly directory: string
  readonly t: ContentMessages

  constructor(directory: string, t: ContentMessages) {
    this.directory = directory
    this.t = t
  }

  report(file: string, what: string, allowed?: string): void {
    this.problems.push({ severity: 'error', file, what, ...(allowed === undefined ? {} : { allowed }) })
  }

  /** Names in a folder in a stable order; hidden files are passed over. Undefined, with a problem, if it cannot be read. */
  async list(folder: string): Promise<string[] | undefined> {
    try {
      const names = await readdir(join(this.directory, folder))
      return names.filter((name) => !name.startsWith('.')).sort(byCodeUnit)
    } catch (fault) {
      this.report(folder, this.folderFault(fault))
      return undefined
    }
  }

  /** Whether there is such a folder; says nothing if there is none. */
  async has(folder: string): Promise<boolean> {
    return readdir(join(this.directory, folder)).then(
      () => true,
      () => false,
    )
  }

  private folderFault(fault: unknown): string {
    const code = fault instanceof Error && 'code' in fault ? fault.code : undefined
    if (code === 'ENOENT') return this.t.folderMissing
    if (code === 'ENOTDIR') return this.t.notAFolder
    if (code === 'EACCES' || code === 'EPERM') return this.t.folderNotAllowed
    return this.t.folderUnreadable(faultText(fault))
  }

  async text(file: string): Promise<string | undefined> {
    try {
      const bytes = await readFile(join(this.directory, file))
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    } catch (fault) {
      const missing = fault instanceof Error && 'code' in fault && fault.code === 'ENOENT'
      this.report(file, missing ? this.t.fileMissing : this.t.fileUnreadable(faultText(fault)), this.t.textFile)
      return undefined
    }
  }

  async read<T>(file: string, schema: z.ZodType<T>): Promise<{ value: T; source: SourceFile } | undefined> {
    const text = await this.text(file)
    if (text === undefined) return undefined
    const parsed = parseYaml(file, text, this.t)
    if (!parsed.ok) {
      this.problems.push(...parsed.problems)
      return undefined
    }
    const outcome = parseAs(schema, parsed.source, this.t)
    if (!outcome.ok) {
      this.problems.push(...outcome.problems)
      return undefined
    }
    return { value: outcome.value, source: parsed.source }
  }
}

function faultText(fault: unknown): string {
  return fault instanceof Error ? fault.message : String(fault)
}
