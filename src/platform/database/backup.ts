import { createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import type { Now } from '../clock.ts'
import { StartError } from '../start-error.ts'
import { LineSum } from './backup-format.ts'
import { schemaName } from './connection.ts'
import { listApplied } from './migrations.ts'

/** Rows fetched at a time, so that memory stays small however large a table is. */
const batch = 500

/**
 * Writes everything that is in the database, as of one moment, to a file; the service may go on meanwhile. The file appears
 * under its name only when it is complete and on the disk. It holds people's data: only its owner may read it.
 *
 * @param owner a connection as the owner of the tables
 * @returns the number of rows written
 * @throws StartError when the file cannot be written
 */
export async function backup(owner: pg.Client, file: string, now: Now): Promise<number> {
  const target = resolve(file)
  const partial = resolve(dirname(target), `.${basename(target)}.${process.pid}.partial`)
  const sum = new LineSum()
  await owner.query('BEGIN ISOLATION LEVEL REPEATABLE READ')
  try {
    await owner.query(`SET LOCAL waymark.maintenance = 'on'`)
    await pipeline(
      Readable.from(lines(owner, sum, now)),
      createGzip(),
      createWriteStream(partial, { mode: 0o600, flags: 'wx' }),
    )
    await sync(partial)
    await rename(partial, target)
    return sum.rows
  } catch (error) {
    await rm(partial, { force: true })
    const code = (error as NodeJS.ErrnoException).code ?? ''
    if (!/^E[A-Z]+$/.test(code)) throw error
    throw new StartError(
      {
        en: `The backup could not be written to ${target} (${code}). Choose a folder that exists, has room and can be written.`,
        fr: `La sauvegarde n’a pas pu être écrite dans ${target} (${code}). Choisissez un dossier qui existe, qui a de la place et qui est modifiable.`,
      },
      { cause: error },
    )
  } finally {
    await owner.query('ROLLBACK')
  }
}

async function* lines(owner: pg.Client, sum: LineSum, now: Now): AsyncGenerator<string> {
  const line = (value: unknown) => {
    const text = JSON.stringify(value)
    sum.add(text)
    return `${text}\n`
  }
  const migrations = await listApplied(owner)
  yield line({ waymark: 'backup', format: 1, createdAt: now().toISOString(), migrations })
  for (const table of await listTables(owner)) {
    await owner.query(`DECLARE rows NO SCROLL CURSOR FOR SELECT to_jsonb(t) AS row FROM ${schemaName}.${table} t`)
    for (;;) {
      const { rows } = await owner.query(`FETCH ${batch} FROM rows`)
      for (const { row } of rows) yield line([table, row])
      if (rows.length < batch) break
    }
    await owner.query('CLOSE rows')
  }
  yield `${sum.end()}\n`
}

/** Waymark's tables, each after the ones it refers to, without the record of migrations. */
export async function listTables(owner: pg.Client): Promise<string[]> {
  const tables = (
    await owner.query<{ name: string; needs: string[] }>(
      `SELECT t.relname AS name,
         ARRAY(SELECT DISTINCT f.confrelid::regclass::text FROM pg_constraint f
               WHERE f.conrelid = t.oid AND f.contype = 'f' AND f.confrelid <> t.oid) AS needs
       FROM pg_class t WHERE t.relnamespace = $1::regnamespace AND t.relkind = 'r' AND t.relname <> 'migration'
       ORDER BY t.relname`,
      [schemaName],
    )
  ).rows
  const ordered: string[] = []
  while (ordered.length < tables.length) {
    const next = tables.find(
      ({ name, needs }) => !ordered.includes(name) && needs.every((need) => ordered.includes(need)),
    )
    if (next === undefined) throw new Error('Tables refer to each other in a circle')
    ordered.push(next.name)
  }
  return ordered
}

async function sync(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  await handle.sync()
  await handle.close()
}
