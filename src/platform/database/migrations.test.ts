import pg from 'pg'
import { expect, test } from 'vitest'
import { testDatabase } from '../../../test/test-database.ts'
import { checkHistory, listApplied, type Migration, migrate, readMigrations } from './migrations.ts'

const { url } = await testDatabase()
const known = await readMigrations()
const later = (sql: string): Migration => ({ number: known.length + 1, name: 'later.sql', sql, hash: 'later' })

async function asOwner<T>(action: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: url, options: '-c search_path=waymark' })
  await owner.connect()
  try {
    return await action(owner)
  } finally {
    await owner.end()
  }
}

test('every migration says in its first line why it is there', () => {
  expect(known.filter(({ sql }) => !sql.startsWith('-- Why: '))).toEqual([])
})

test('a database that is up to date is left alone', async () => {
  expect(await asOwner((owner) => migrate(owner, known))).toEqual([])
})

test('a migration that breaks leaves nothing behind', async () => {
  const broken = [...known, later('CREATE TABLE half_made (id int); SELECT 1/0;')]
  await expect(asOwner((owner) => migrate(owner, broken))).rejects.toThrow(/division by zero/)
  const left = await asOwner((owner) => owner.query(`SELECT to_regclass('half_made') AS found`))
  expect(left.rows[0].found).toBeNull()
  expect(await asOwner(listApplied)).toHaveLength(known.length)
})

test('of two programs that migrate at once one waits for the other', async () => {
  const slow = [...known, later('SELECT pg_sleep(0.3); CREATE TABLE made_once (id int);')]
  const both = await Promise.all([asOwner((owner) => migrate(owner, slow)), asOwner((owner) => migrate(owner, slow))])
  expect(both.flat()).toEqual(['later.sql'])
})

test('data that is newer than the program is refused', () => {
  const newer = [...known, later('')]
  expect(() => checkHistory(newer, known)).toThrow(/newer than this program.*later\.sql/)
})

test('a migration that was edited after it ran is refused', () => {
  const edited = known.map((migration) => ({ ...migration, hash: 'edited' }))
  expect(() => checkHistory(known, edited)).toThrow(/edited afterwards/)
})
