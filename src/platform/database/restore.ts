import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type pg from 'pg'
import { StartError } from '../start-error.ts'
import { listTables } from './backup.ts'
import { type BackupHeader, type BackupRow, readBackup } from './backup-format.ts'
import { schemaName, serverRole } from './connection.ts'
import { runningLock } from './embedded/server.ts'
import { jobsSchema } from './jobs-schema.ts'
import { checkHistory, type Migration, recordOfMigrations, runMigration } from './migrations.ts'

/** Rows inserted with one statement. */
const batch = 500

/** What a start puts there by itself, and therefore does not count as somebody's data. */
const madeByStart = [
  'content_release',
  'library_entry',
  'library_word',
  'people_secret',
  'people_verification',
  'job_run',
  'program_event',
]

/**
 * Puts a backup into the database, all of it or nothing: the tables are made anew as they were when the backup was made,
 * filled, and then brought up to date. The whole file is read and checked before anything is touched.
 *
 * @param owner a connection as the owner of the tables
 * @param options `replace`: remove the data that is there
 * @returns the number of rows restored
 * @throws StartError when the file is not usable, the service is running, or there is data and `replace` was not asked for
 */
export async function restore(
  owner: pg.Client,
  file: string,
  migrations: Migration[],
  options: { replace: boolean },
): Promise<number> {
  const header = await checkBackup(resolve(file))
  checkHistory(header.migrations, migrations)
  const free = await owner.query('SELECT pg_try_advisory_lock(hashtext($1)) AS free', [runningLock])
  if (free.rows[0].free !== true) {
    throw new StartError({
      en: 'Waymark is running with this database. Stop it, then restore.',
      fr: 'Waymark fonctionne avec cette base de données. Arrêtez-le, puis restaurez.',
    })
  }
  await owner.query('BEGIN')
  try {
    await owner.query(`SET LOCAL waymark.maintenance = 'on'`)
    if (!options.replace) await refuseData(owner)
    // The queues hold nothing but what is under way; the next start makes them anew.
    await owner.query(`DROP SCHEMA IF EXISTS ${jobsSchema} CASCADE`)
    await owner.query(`DROP SCHEMA ${schemaName} CASCADE`)
    await owner.query(`CREATE SCHEMA ${schemaName}`)
    await owner.query(`GRANT USAGE ON SCHEMA ${schemaName} TO ${serverRole}`)
    await owner.query(recordOfMigrations)
    for (const migration of migrations.slice(0, header.migrations.length)) await runMigration(owner, migration)
    const rows = await insertRows(owner, resolve(file))
    for (const migration of migrations.slice(header.migrations.length)) await runMigration(owner, migration)
    await holdDueMail(owner)
    await owner.query('COMMIT')
    return rows
  } catch (error) {
    await owner.query('ROLLBACK')
    throw error
  } finally {
    await owner.query('SELECT pg_advisory_unlock(hashtext($1))', [runningLock])
  }
}

async function checkBackup(file: string): Promise<BackupHeader> {
  const found = await stat(file).catch(() => undefined)
  if (!found?.isFile()) {
    throw new StartError({ en: `There is no file ${file}.`, fr: `Il n’y a pas de fichier ${file}.` }, { status: 2 })
  }
  let header: BackupHeader | undefined
  for await (const value of readBackup(file)) if (!('table' in value)) header = value
  if (header === undefined) throw new Error(`No header in ${file}`)
  return header
}

async function refuseData(owner: pg.Client): Promise<void> {
  for (const table of await listTables(owner)) {
    if (madeByStart.includes(table)) continue
    const { rowCount } = await owner.query(`SELECT FROM ${schemaName}.${table} LIMIT 1`)
    if (rowCount === 0) continue
    throw new StartError({
      en: 'There is data in this database already. Make a backup of it first; then "waymark restore --replace FILE" puts the backup in its place.',
      fr: 'Cette base de données contient déjà des données. Faites-en d’abord une sauvegarde; ensuite, « waymark restore --replace FICHIER » mettra la sauvegarde à leur place.',
    })
  }
}

/** What was due when the backup was made, or has become due since, may have left in the meantime: a person decides in the outbox. */
async function holdDueMail(owner: pg.Client): Promise<void> {
  await owner.query(
    `UPDATE ${schemaName}.mail_message SET status = 'sending', problem = 'restored', sending_since = now()
     WHERE status = 'queued' AND not_before <= now()`,
  )
}

async function insertRows(owner: pg.Client, file: string): Promise<number> {
  let count = 0
  let waiting: BackupRow[] = []
  const tables = await listTables(owner)
  const flush = async () => {
    const table = waiting[0]?.table
    if (table === undefined) return
    if (!tables.includes(table)) throw new Error(`The backup holds a table ${table} that its migrations do not make`)
    const rows = JSON.stringify(waiting.map(({ row }) => row))
    await owner.query(
      `INSERT INTO ${schemaName}.${table} SELECT * FROM jsonb_populate_recordset(NULL::${schemaName}.${table}, $1)`,
      [rows],
    )
    count += waiting.length
    waiting = []
  }
  for await (const value of readBackup(file)) {
    if (!('table' in value)) continue
    if (waiting.length === batch || (waiting[0] !== undefined && waiting[0].table !== value.table)) await flush()
    waiting.push(value)
  }
  await flush()
  return count
}
