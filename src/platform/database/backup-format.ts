import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { z } from 'zod'
import { StartError } from '../start-error.ts'

/**
 * A backup is one gzipped text file, a JSON value a line: a header, `[table, row]` for every row, and an end that carries
 * the number of rows and the SHA-256 of all lines before it, so that a file cut short or changed is noticed.
 */
export const headerSchema = z.object({
  waymark: z.literal('backup'),
  format: z.literal(1),
  createdAt: z.iso.datetime(),
  migrations: z.array(z.object({ number: z.number().int(), name: z.string(), hash: z.string() })),
})

const rowSchema = z.tuple([z.string(), z.record(z.string(), z.unknown())])
const endSchema = z.object({ end: z.literal('backup'), rows: z.number().int(), sha256: z.string() })

export type BackupHeader = z.infer<typeof headerSchema>
export type BackupRow = { table: string; row: Record<string, unknown> }

/** Adds up the lines of a backup; the same on writing and on reading. */
export class LineSum {
  readonly #hash = createHash('sha256')
  rows = -1

  add(line: string): void {
    this.#hash.update(`${line}\n`)
    this.rows += 1
  }

  /** The last line, after the header and the rows have been added. */
  end(): string {
    return JSON.stringify({ end: 'backup', rows: this.rows, sha256: this.#hash.digest('hex') })
  }
}

/**
 * Reads a backup's rows in order; the header comes first, as the only value without a table.
 *
 * @throws StartError when the file is not a backup, was cut short or was changed
 */
export async function* readBackup(file: string): AsyncGenerator<BackupHeader | BackupRow> {
  const sum = new LineSum()
  let complete = false
  try {
    for await (const line of linesOf(file)) {
      if (complete) throw new Error('lines after the end')
      const value: unknown = JSON.parse(line)
      if (sum.rows === -1) {
        sum.add(line)
        yield headerSchema.parse(value)
      } else if (Array.isArray(value)) {
        sum.add(line)
        const [table, row] = rowSchema.parse(value)
        yield { table, row }
      } else {
        endSchema.parse(value)
        if (line !== sum.end()) throw new Error('the sums differ')
        complete = true
      }
    }
    if (!complete) throw new Error('no end')
  } catch (error) {
    if (error instanceof StartError) throw error
    throw new StartError(
      {
        en: `${file} is not a complete backup of Waymark (${reason(error)}). Nothing was changed. Use another copy of the file.`,
        fr: `${file} n’est pas une sauvegarde complète de Waymark. Rien n’a été modifié. Utilisez une autre copie du fichier.`,
      },
      { cause: error, status: 2 },
    )
  }
}

async function* linesOf(file: string): AsyncGenerator<string> {
  let fault: Error | undefined
  const input = pipeline(createReadStream(file), createGunzip(), (error) => {
    fault = error ?? undefined
  })
  yield* createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })
  if (fault !== undefined) throw fault
}

function reason(error: unknown): string {
  if (error instanceof z.ZodError) return 'unexpected content'
  if (error instanceof Error) return (error as NodeJS.ErrnoException).code ?? error.message
  return String(error)
}
