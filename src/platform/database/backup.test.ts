import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../../test/test-database.ts'
import { backup } from './backup.ts'
import { readMigrations } from './migrations.ts'
import { restore } from './restore.ts'

const source = await testDatabase()
const target = await testDatabase()
const now = () => new Date('2030-01-01T12:00:00Z')
const migrations = await readMigrations()
const folder = await mkdtemp(join(tmpdir(), 'waymark-backup-'))
const file = join(folder, 'waymark.backup')
const release = 'b'.repeat(64)

async function asOwner<T>(url: string, action: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: url, options: `-c search_path=waymark -c waymark.maintenance=on` })
  await owner.connect()
  try {
    return await action(owner)
  } finally {
    await owner.end()
  }
}

const contents = (url: string) =>
  asOwner(url, async (owner) => {
    const result: Record<string, unknown[]> = {}
    for (const table of ['content_release', 'self_check_kept', 'self_check_kept_answer']) {
      result[table] = (await owner.query(`SELECT to_jsonb(t) AS row FROM ${table} t ORDER BY t::text`)).rows
    }
    return result
  })

beforeAll(async () => {
  await asOwner(source.url, async (owner) => {
    const body = JSON.stringify({ title: 'Prêt\u00a0: ᐃᓄᒃᑎᑐᑦ "…" \\ \n', numbers: [0.1, 1e21, -0] })
    await owner.query(`INSERT INTO content_release VALUES ($1, 'sample', '1.0', $2, '2030-01-01T00:00:00.123456Z')`, [
      release,
      body,
    ])
    await owner.query(
      `INSERT INTO self_check_kept (id, token_hash, language, profile, needs, release, created_at, expires_at)
       SELECT gen_random_uuid(), sha256(n::text::bytea), 'fr', '{"residents": 4200}', '[]', $1, now(), now() + interval '30 days'
       FROM generate_series(1, 1200) n`,
      [release],
    )
    await owner.query(
      `INSERT INTO self_check_kept_answer (kept_id, component_id, answer, version, updated_at)
       SELECT id, component, '{"practice": null}', 3, now() FROM self_check_kept, unnest(ARRAY['asset-upkeep', 'data-sharing']) component`,
    )
  })
})

afterAll(() => rm(folder, { recursive: true, force: true }))

test('what was backed up comes back the same, to the last microsecond', async () => {
  expect(await asOwner(source.url, (owner) => backup(owner, file, now))).toBe(3601)
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect(await asOwner(target.url, (owner) => restore(owner, file, migrations, { replace: false }))).toBe(3601)
  expect(await contents(target.url)).toEqual(await contents(source.url))
  const seen = await target.db.selectFrom('self_check_kept').selectAll().execute()
  expect(seen, 'row-level security is on again').toEqual([])
})

test('a database with data in it is only replaced when that is asked for', async () => {
  await expect(asOwner(target.url, (owner) => restore(owner, file, migrations, { replace: false }))).rejects.toThrow(
    /data in this database already/,
  )
  expect(await asOwner(target.url, (owner) => restore(owner, file, migrations, { replace: true }))).toBe(3601)
})

test.each([
  ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
  ['without its end', (bytes: Buffer) => gzipSync(gunzipSync(bytes).toString().split('\n').slice(0, -2).join('\n'))],
  ['with a value changed', (bytes: Buffer) => gzipSync(gunzipSync(bytes).toString().replace('4200', '4201'))],
  ['that is another file', () => Buffer.from('PK not a backup')],
  ['that is empty', () => Buffer.alloc(0)],
])('a backup %s is refused and nothing changes', async (_what, spoil) => {
  const spoilt = join(folder, 'spoilt.backup')
  await writeFile(spoilt, spoil(await readFile(file)))
  const before = await contents(target.url)
  await expect(asOwner(target.url, (owner) => restore(owner, spoilt, migrations, { replace: true }))).rejects.toThrow(
    /not a complete backup/,
  )
  expect(await contents(target.url)).toEqual(before)
})

test('a backup of a newer Waymark is refused with the reason', async () => {
  await expect(
    asOwner(target.url, (owner) => restore(owner, file, migrations.slice(0, 1), { replace: true })),
  ).rejects.toThrow(/newer than this program/)
})

test('a running service keeps its data from being replaced', async () => {
  await asOwner(target.url, async (service) => {
    await service.query(`SELECT pg_advisory_lock_shared(hashtext('waymark running'))`)
    await expect(asOwner(target.url, (owner) => restore(owner, file, migrations, { replace: true }))).rejects.toThrow(
      /Waymark is running/,
    )
  })
})

test('a restore that breaks off half way leaves what was there', async () => {
  const broken = migrations.map((migration, index) =>
    index < migrations.length - 1
      ? migration
      : { ...migration, sql: `${migration.sql}; ALTER TABLE self_check_kept ADD CHECK (language = 'en')` },
  )
  const before = await contents(target.url)
  await expect(asOwner(target.url, (owner) => restore(owner, file, broken, { replace: true }))).rejects.toThrow()
  expect(await contents(target.url)).toEqual(before)
})

test('a place that cannot be written gets a clear message and no file', async () => {
  const nowhere = join(folder, 'missing', 'waymark.backup')
  await expect(asOwner(source.url, (owner) => backup(owner, nowhere, now))).rejects.toThrow(
    /could not be written.*ENOENT/,
  )
})
