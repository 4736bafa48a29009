import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { aPerson } from '../../../test/builders/communities.ts'
import { supportPeople } from '../../../test/builders/support.ts'
import { testApp } from '../../../test/test-app.ts'
import { asPerson, asService } from '../../people/index.ts'
import { withSettings } from '../../platform/database/connection.ts'
import { listPublishedAnswers } from './index.ts'

const service = await testApp()
const { app, db, clock } = service
const people = await supportPeople(service)
const { item, component, get, read, post, expert, author, place } = people

test('a published answer has no trace of who asked, is taken back, and can be cut off', async () => {
  const here = await place({ name: 'Willow Bend' })
  const { id } = await people.ask(here.at, here.helper, { subject: 'How many copies?' })
  expect((await get(here.helper, `${here.at}/${id}/publish`)).status).toBe(404)
  await post(expert, `/en/desk/support/${id}/reply`, { body: 'Two, in two places.', key: randomUUID() })
  expect(await read(here.helper, `${here.at}/${id}/publish`)).toContain('Two, in two places.')
  const copy = { question: 'How many copies should we keep?', answer: 'Two.' }
  expect((await post(here.helper, `${here.at}/${id}/publish`, copy)).status).toBe(422)
  for (const _click of [1, 2]) await post(here.helper, `${here.at}/${id}/publish`, { ...copy, agree: 'yes' })
  expect(await listPublishedAnswers(db, { item, language: 'en' })).toEqual([])

  const list = await read(author, '/en/program/answers')
  expect(list).not.toContain('Willow Bend')
  const [, draft] = /program\/answers\/([0-9a-f-]{36})/.exec(list) ?? []
  const texts = {
    'question-en': 'How many copies?',
    'answer-en': 'Two, apart from each other.',
    'question-fr': 'Combien de copies?',
    'answer-fr': 'Deux, loin l’une de l’autre.',
    item,
    version: '1',
  }
  const path = `/en/program/answers/${draft}`
  expect((await post(author, path, { ...texts, 'answer-fr': '', act: 'publish' })).status).toBe(422)
  expect((await post(author, path, { ...texts, act: 'publish' })).status).toBe(303)
  expect((await post(author, path, { ...texts, act: 'publish' })).status).toBe(409)
  const [answer] = await listPublishedAnswers(db, { item, language: 'fr' })
  expect(answer).toMatchObject({ question: 'Combien de copies?', language: 'fr', month: '2030-01' })
  expect(await (await app.request(`/fr/catalogue-answers/${draft}`)).text()).toContain('Deux, loin')

  // No value of the copy's row leads to the thread, to a person or to a community, in any table.
  const { rows } = await sql<{ removal_hash: Buffer }>`SELECT * FROM support_published`.execute(db)
  const row = JSON.stringify(rows)
  for (const secret of [
    id,
    here.helper.personId,
    here.lead.personId,
    here.communityId,
    here.journeyId,
    'Willow Bend',
    expert.personId,
  ]) {
    expect(row).not.toContain(secret)
  }
  // What the search knows of it is the copy, no more.
  const { rows: found } =
    await sql`SELECT to_jsonb(e) AS entry FROM library_entry e WHERE to_jsonb(e)::text LIKE ${`%${draft}%`}`.execute(db)
  expect(found.length).toBeGreaterThan(0)
  expect(JSON.stringify(found)).not.toMatch(
    new RegExp([id, here.helper.personId, here.communityId, 'Willow Bend'].join('|')),
  )
  const copyValues = [String(draft), Buffer.from(rows[0]?.removal_hash ?? '').toString('hex')]
  const tables = await sql<{ name: string }>`
    SELECT relname::text AS name FROM pg_class
    WHERE relkind = 'r' AND relnamespace = 'waymark'::regnamespace AND relname NOT IN ('support_published', 'library_entry')
      AND has_table_privilege(oid, 'SELECT')`.execute(db)
  for (const { name } of tables.rows) {
    for (const settings of [{ 'waymark.person': here.helper.personId }, { 'waymark.purpose': 'service' }]) {
      const held = await withSettings<{ rows: { n: number }[] }>(
        db,
        settings as Record<`waymark.${string}`, string>,
        (tx) =>
          sql<{ n: number }>`SELECT count(*)::int AS n FROM ${sql.table(name)} AS t WHERE ${sql.join(
            copyValues.map((value) => sql`to_jsonb(t)::text LIKE ${`%${value}%`}`),
            sql` OR `,
          )}`.execute(tx),
      )
      expect(`${name} ${held.rows[0]?.n}`).toBe(`${name} 0`)
    }
  }

  await post(here.helper, `${here.at}/${id}/take-back`, {})
  expect(await listPublishedAnswers(db, { item, language: 'en' })).toEqual([])
  expect((await app.request(`/en/catalogue-answers/${draft}`)).status).toBe(404)
  const { rows: gone } = await sql`SELECT FROM library_entry e WHERE to_jsonb(e)::text LIKE ${`%${draft}%`}`.execute(db)
  expect(gone).toEqual([])

  await post(here.helper, `${here.at}/${id}/publish`, { ...copy, agree: 'yes' })
  const [, again] = /program\/answers\/([0-9a-f-]{36})/.exec(await read(author, '/en/program/answers')) ?? []
  await post(author, `/en/program/answers/${again}`, { ...texts, act: 'publish' })
  await post(here.helper, `${here.at}/${id}/cut`, {})
  const token = await asPerson(db, here.helper, (tx) =>
    tx.selectFrom('support_consent').select('token').where('question_id', '=', id).executeTakeFirst(),
  )
  expect(token?.token).toBeNull()
  await post(here.helper, `${here.at}/${id}/take-back`, {})
  expect(await listPublishedAnswers(db, { component, item, language: 'en' })).toHaveLength(1)
  // A colleague who neither asked nor leads decides nothing about it.
  const colleague = await aPerson(service)
  await asService(db, (tx) =>
    tx
      .insertInto('people_member')
      .values({
        community_id: here.communityId,
        person_id: colleague.personId,
        role: 'contributor',
        joined_at: clock.time,
      })
      .execute(),
  )
  expect((await get(colleague, `${here.at}/${id}/publish`)).status).toBe(403)
})
