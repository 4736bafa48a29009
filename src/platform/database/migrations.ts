import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { projectFolder } from '../project-folder.ts'
import { StartError } from '../start-error.ts'

export type Migration = { number: number; name: string; sql: string; hash: string }

export type AppliedMigration = { number: number; name: string; hash: string }

/** Made before the first migration runs, so that it can be recorded. */
export const recordOfMigrations = `CREATE TABLE IF NOT EXISTS migration (
  number integer PRIMARY KEY CHECK (number > 0),
  name text NOT NULL,
  hash text NOT NULL,
  applied_at timestamptz NOT NULL DEFAULT now()
)`

const fileName = /^(\d{4})-([a-z0-9-]+)\.sql$/

/** Where the database's history is kept. */
export const migrationsFolder = join(projectFolder, 'migrations')

/** Reads the numbered SQL files, in order. Line ends do not count in the hash, since a checkout may change them. */
export async function readMigrations(folder = migrationsFolder): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name, index) => {
      const number = Number(fileName.exec(name)?.[1])
      if (number !== index + 1) throw new Error(`${name} should be named ${String(index + 1).padStart(4, '0')}-…sql`)
      const sql = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n')
      return { number, name, sql, hash: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

/**
 * Brings the database up to date, one transaction a migration, under a lock: of two programs starting at once one waits.
 *
 * @param owner a connection of the role that owns the tables, with Waymark's schema first in its search path
 * @returns the names of the migrations that ran now
 * @throws StartError when the database is newer than the program, or a migration was edited after it ran
 */
export async function migrate(owner: pg.Client, migrations: Migration[]): Promise<string[]> {
  await owner.query(`SELECT pg_advisory_lock(hashtext('waymark migrate'))`)
  try {
    const applied = await listApplied(owner)
    checkHistory(applied, migrations)
    const missing = migrations.slice(applied.length)
    for (const migration of missing) await apply(owner, migration)
    return missing.map((migration) => migration.name)
  } finally {
    await owner.query(`SELECT pg_advisory_unlock(hashtext('waymark migrate'))`)
  }
}

/** The migrations that have run, in order. Makes the table that records them, the first time. */
export async function listApplied(owner: pg.Client): Promise<AppliedMigration[]> {
  await owner.query(recordOfMigrations)
  return (await owner.query<AppliedMigration>('SELECT number, name, hash FROM migration ORDER BY number')).rows
}

/** @throws StartError when what has run is not the beginning of what the program knows */
export function checkHistory(applied: AppliedMigration[], migrations: Migration[]): void {
  applied.forEach((ran, index) => {
    const known = migrations[index]
    if (known === undefined) {
      throw new StartError({
        en: `The data is newer than this program: it has migration ${ran.name}, which this Waymark does not know. Start the newer Waymark, or restore a backup made before it.`,
        fr: `Les données sont plus récentes que ce programme : elles contiennent la migration ${ran.name}, que ce Waymark ne connaît pas. Démarrez le Waymark plus récent, ou restaurez une sauvegarde faite avant.`,
      })
    }
    if (known.hash !== ran.hash) {
      throw new StartError({
        en: `Migration ${known.name} is not the one that made this data: its file was edited afterwards. Put the file back as it was; a change belongs in a new migration.`,
        fr: `La migration ${known.name} n’est pas celle qui a créé ces données : son fichier a été modifié depuis. Remettez le fichier tel qu’il était; un changement va dans une nouvelle migration.`,
      })
    }
  })
}

async function apply(owner: pg.Client, migration: Migration): Promise<void> {
  await owner.query('BEGIN')
  try {
    await runMigration(owner, migration)
    await owner.query('COMMIT')
  } catch (error) {
    await owner.query('ROLLBACK')
    throw error
  }
}

/** Runs one migration and records it, inside the caller's transaction. */
export async function runMigration(owner: pg.Client, migration: Migration): Promise<void> {
  await owner.query(migration.sql)
  await owner.query('INSERT INTO migration (number, name, hash) VALUES ($1, $2, $3)', [
    migration.number,
    migration.name,
    migration.hash,
  ])
}
