import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '../test-database.ts'

const { db, url } = await testDatabase()
const owner = new pg.Client({ connectionString: url, options: '-c search_path=waymark' })
await owner.connect()
afterAll(() => owner.end())

/** Tables that hold no one's data: what is published for all, and the history of the database itself. */
const forAll = ['content_release', 'library_entry', 'library_word', 'migration']

const tables = (
  await owner.query<{ name: string; forced: boolean; community: boolean }>(`
    SELECT c.relname AS name, c.relrowsecurity AND c.relforcerowsecurity AS forced,
      EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'community_id') AS community
    FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'waymark'::regnamespace ORDER BY 1`)
).rows

test('row-level security is on and forced on every table with people’s or communities’ data', () => {
  expect(tables.filter(({ forced, name }) => !forced && !forAll.includes(name)).map(({ name }) => name)).toEqual([])
  expect(tables.filter(({ community }) => community).length).toBeGreaterThan(20)
})

test('the server, with no person and no purpose set, reads no row of any of them', async () => {
  const personId = '00000000-0000-4000-8000-000000000001'
  const communityId = '00000000-0000-4000-8000-000000000002'
  await owner.query(`SET waymark.maintenance = 'on'`)
  await owner.query(`SET waymark.purpose = 'service'`)
  await owner.query('ALTER TABLE people_person NO FORCE ROW LEVEL SECURITY')
  await owner.query('ALTER TABLE people_community NO FORCE ROW LEVEL SECURITY')
  await owner.query(`INSERT INTO people_person (id, name, email) VALUES ($1, 'Someone', 'someone@example.org')`, [
    personId,
  ])
  await owner.query(
    `INSERT INTO people_community (id, name, language, created_at) VALUES ($1, 'Somewhere', 'en', now())`,
    [communityId],
  )
  await owner.query('ALTER TABLE people_person FORCE ROW LEVEL SECURITY')
  await owner.query('ALTER TABLE people_community FORCE ROW LEVEL SECURITY')
  const open: string[] = []
  for (const { name } of tables.filter((table) => !forAll.includes(table.name))) {
    const allowed = await sql<{
      yes: boolean
    }>`SELECT has_table_privilege(${`waymark.${name}`}, 'SELECT') AS yes`.execute(db)
    if (!allowed.rows[0]?.yes) continue
    const { rows } = await sql<{ n: string }>`SELECT count(*) AS n FROM ${sql.table(name)}`.execute(db)
    // Settings of the program itself are for everyone; there are none in a new database.
    if (Number(rows[0]?.n) > 0) open.push(name)
  }
  expect(open).toEqual([])
})

test('every policy of the server’s role asks who acts: none is true for all, save for what the program shows everyone', async () => {
  const { rows } = await owner.query<{ name: string; policy: string }>(`
    SELECT tablename AS name, policyname AS policy FROM pg_policies
    WHERE schemaname = 'waymark' AND 'waymark_server' = ANY (roles) AND cmd <> 'INSERT' AND btrim(qual) = 'true'`)
  expect(rows.map(({ name }) => name).sort()).toEqual([
    // What is published for every site to read: public keys, and which places of the list are revoked.
    'credentials_key',
    'credentials_list',
    'credentials_status',
    'program_file',
    'program_setting',
  ])
})

test('every reference to another table can be followed by an index', async () => {
  const { rows } = await owner.query<{ name: string; columns: string }>(`
    SELECT c.conrelid::regclass::text AS name,
      (SELECT string_agg(a.attname, ', ' ORDER BY k.n) FROM unnest(c.conkey) WITH ORDINALITY AS k (num, n)
       JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.num) AS columns
    FROM pg_constraint c
    WHERE c.contype = 'f' AND c.connamespace = 'waymark'::regnamespace AND NOT EXISTS (
      SELECT FROM pg_index i WHERE i.indrelid = c.conrelid AND (i.indkey::int2[])[0] = c.conkey[1])`)
  expect(rows.map(({ name, columns }) => `${name} (${columns})`)).toEqual([])
})
