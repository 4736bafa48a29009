import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../../test/test-database.ts'
import { type Tx, withSettings } from './connection.ts'

const { db, url } = await testDatabase()
const release = 'a'.repeat(64)

type Plan = { 'QUERY PLAN': string }

const hashOf = (token: string) => createHash('sha256').update(token).digest()
const by = <T>(token: string, action: (tx: Tx) => Promise<T>) =>
  withSettings(db, { 'waymark.kept_token_hash': hashOf(token).toString('hex') }, action)

async function keep(token: string, expiresAt = new Date('2030-01-31')): Promise<string> {
  const id = randomUUID()
  await by(token, async (tx) => {
    const row = { id, token_hash: hashOf(token), language: 'fr', profile: '{}', needs: '[]', release }
    await tx
      .insertInto('self_check_kept')
      .values({ ...row, created_at: new Date('2020-01-01'), expires_at: expiresAt })
      .execute()
    await tx
      .insertInto('self_check_kept_answer')
      .values({
        kept_id: id,
        component_id: 'asset-upkeep',
        answer: '{"practice":2}',
        updated_at: new Date('2030-01-01'),
      })
      .execute()
  })
  return id
}

beforeAll(async () => {
  const row = { hash: release, pack_id: 'sample', version: '1', body: '{}', published_at: new Date('2030-01-01') }
  await db.insertInto('content_release').values(row).execute()
})

test('whoever holds the link sees that self-check and its answers, and no other', async () => {
  const mine = await keep('mine')
  const theirs = await keep('theirs')
  const seen = await by('mine', async (tx) => ({
    kept: await tx.selectFrom('self_check_kept').select('id').execute(),
    answers: await tx.selectFrom('self_check_kept_answer').select('kept_id').execute(),
  }))
  expect(seen).toEqual({ kept: [{ id: mine }], answers: [{ kept_id: mine }] })
  const changed = await by('mine', (tx) =>
    tx.updateTable('self_check_kept_answer').set({ answer: '{}' }).where('kept_id', '=', theirs).executeTakeFirst(),
  )
  expect(changed.numUpdatedRows).toBe(0n)
  const removed = await by('mine', (tx) => tx.deleteFrom('self_check_kept').where('id', '=', theirs).executeTakeFirst())
  expect(removed.numDeletedRows).toBe(0n)
})

test('a self-check and its answers are found by an index, not by looking through all of them', async () => {
  await keep('indexed')
  const plans = await by('indexed', async (tx) => {
    // A table of a few rows would be looked through whole otherwise.
    await sql`SET LOCAL enable_seqscan = off`.execute(tx)
    const kept = await sql<Plan>`EXPLAIN SELECT * FROM self_check_kept WHERE expires_at > now()`.execute(tx)
    const answers =
      await sql<Plan>`EXPLAIN SELECT * FROM self_check_kept_answer WHERE kept_id = ${randomUUID()}`.execute(tx)
    return [kept, answers].map(({ rows }) => rows.map((row) => row['QUERY PLAN']).join('\n'))
  })
  expect(plans[0]).toMatch(/Index Cond: \(token_hash = decode\(current_setting/)
  expect(plans[1]).toMatch(/self_check_kept_answer_pkey/)
  expect(plans.join('\n')).not.toMatch(/Seq Scan/)
})

test('without a link there are no rows', async () => {
  await keep('some')
  expect(await db.selectFrom('self_check_kept').selectAll().execute()).toEqual([])
  expect(await db.selectFrom('self_check_kept_answer').selectAll().execute()).toEqual([])
  expect(
    await withSettings(db, { 'waymark.kept_token_hash': '' }, (tx) =>
      tx.selectFrom('self_check_kept').selectAll().execute(),
    ),
  ).toEqual([])
})

test('nothing can be written under the link of someone else', async () => {
  const theirs = await keep('victim')
  const answer = { component_id: 'data-sharing', answer: '{}', updated_at: new Date('2030-01-01') }
  const writing = by('intruder', (tx) =>
    tx
      .insertInto('self_check_kept_answer')
      .values({ kept_id: theirs, ...answer })
      .execute(),
  )
  await expect(writing).rejects.toThrow(/row-level security/)
})

test('the server cannot lift the protection or borrow the setting of the owner', async () => {
  await keep('locked')
  await expect(sql`ALTER TABLE self_check_kept DISABLE ROW LEVEL SECURITY`.execute(db)).rejects.toThrow(/must be owner/)
  await expect(sql`SET row_security = off; SELECT * FROM self_check_kept`.execute(db)).rejects.toThrow()
  const seen = await withSettings(db, { 'waymark.maintenance': 'on' }, (tx) =>
    tx.selectFrom('self_check_kept').selectAll().execute(),
  )
  expect(seen).toEqual([])
  const role = await sql<{ super: boolean; bypass: boolean }>`
    SELECT rolsuper AS super, rolbypassrls AS bypass FROM pg_roles WHERE rolname = current_user`.execute(db)
  expect(role.rows).toEqual([{ super: false, bypass: false }])
  await expect(sql`UPDATE content_release SET version = '2'`.execute(db)).rejects.toThrow(/permission denied/)
})

test('even the owner of the tables sees no self-check unless it says that it maintains the data', async () => {
  await keep('owned')
  const owner = new pg.Client({ connectionString: url, options: '-c search_path=waymark' })
  await owner.connect()
  try {
    expect((await owner.query('SELECT FROM self_check_kept')).rowCount).toBe(0)
    await owner.query(`SET waymark.maintenance = 'on'`)
    expect((await owner.query('SELECT FROM self_check_kept')).rowCount).toBeGreaterThan(0)
  } finally {
    await owner.end()
  }
})

test('what is past its time is removed with its answers, and only that', async () => {
  const old = await keep('old', new Date('2020-01-02'))
  const recent = await keep('recent', new Date('2999-03-01'))
  const purged = await sql<{ removed: number }>`SELECT self_check_purge_expired() AS removed`.execute(db)
  expect(purged.rows[0]?.removed).toBe(1)
  expect(await by('old', (tx) => tx.selectFrom('self_check_kept').where('id', '=', old).selectAll().execute())).toEqual(
    [],
  )
  expect(await by('recent', (tx) => tx.selectFrom('self_check_kept').select('id').execute())).toEqual([{ id: recent }])
})

test('the server cannot remove what is still to be kept by naming another time', async () => {
  await expect(sql`SELECT self_check_purge_expired('infinity')`.execute(db)).rejects.toThrow(/does not exist/)
})
