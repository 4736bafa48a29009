import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { aCommunity, aJourney, aPerson } from '../../../test/builders/communities.ts'
import { signedInAs } from '../../../test/sign-in.ts'
import { testApp } from '../../../test/test-app.ts'
import { withSettings } from '../../platform/database/connection.ts'
import { asPerson, asService } from '../index.ts'

const service = await testApp()
const lead = await aPerson(service, { name: 'Lee' })
const stranger = await aPerson(service)
const communityId = await aCommunity(service, { members: [['lead', lead]] })
const journeyId = await aJourney(service, { communityId, by: lead, stage: 'interview' })

test('a query with no person set returns no rows', async () => {
  const { db } = service
  for (const table of ['people_person', 'people_community', 'people_member', 'journey', 'journey_stage'] as const) {
    expect(await db.selectFrom(table).selectAll().execute()).toEqual([])
  }
})

test('a member sees the community and its journey, a stranger neither', async () => {
  const seen = (personId: string) =>
    asPerson(service.db, { personId }, async (tx) => ({
      journeys: (await tx.selectFrom('journey').select('id').execute()).map(({ id }) => id),
      people: (await tx.selectFrom('people_person').select('id').execute()).length,
    }))
  expect((await seen(lead.personId)).journeys).toEqual([journeyId])
  expect(await seen(stranger.personId)).toEqual({ journeys: [], people: 1 })
})

test('a purpose is over when its transaction is', async () => {
  await withSettings(service.db, { 'waymark.purpose': 'service' }, (tx) => sql`SELECT 1`.execute(tx))
  const { rows } = await sql<{ v: string }>`SELECT current_setting('waymark.purpose', true) AS v`.execute(service.db)
  expect(rows[0]?.v ?? '').toBe('')
})

test('nobody can make themselves a member', async () => {
  const joining = asPerson(service.db, stranger, (tx) =>
    tx
      .insertInto('people_member')
      .values({
        community_id: communityId,
        person_id: stranger.personId,
        role: 'lead',
        joined_at: service.clock.time,
      })
      .execute(),
  )
  await expect(joining).rejects.toThrow(/row-level security/)
})

const contributor = await aPerson(service)
const elsewhere = await aCommunity(service, { name: 'Elk Crossing', members: [['lead', stranger]] })
await asService(service.db, (tx) =>
  tx
    .insertInto('people_member')
    .values({
      community_id: communityId,
      person_id: contributor.personId,
      role: 'contributor',
      joined_at: service.clock.time,
    })
    .execute(),
)
const read = async (personId: string) =>
  (await service.app.request(`/en/journeys/${journeyId}`, { headers: signedInAs(personId) })).status

test('who has lost their role in the program reads no community any more, though the assignment was not ended', async () => {
  for (const role of ['advisor', 'expert'] as const) {
    const person = await aPerson(service, { staff: [role] })
    await asService(service.db, (tx) =>
      tx
        .insertInto('people_assignment')
        .values({ community_id: communityId, person_id: person.personId, role, assigned_at: service.clock.time })
        .execute(),
    )
    const journeys = () => asPerson(service.db, person, (tx) => tx.selectFrom('journey').select('id').execute())
    expect(await journeys()).toEqual([{ id: journeyId }])
    expect(await read(person.personId)).toBe(200)
    await asService(service.db, (tx) => tx.deleteFrom('people_role').where('person_id', '=', person.personId).execute())
    expect(await journeys()).toEqual([])
    expect(await read(person.personId)).toBe(404)
  }
})

test('a former manager’s opening of a community is over with the role', async () => {
  const manager = await aPerson(service, { staff: ['manager'] })
  await asPerson(service.db, manager, (tx) =>
    tx
      .insertInto('people_opening')
      .values({
        id: randomUUID(),
        community_id: communityId,
        person_id: manager.personId,
        person_name: manager.name,
        reason: 'A question of the lead',
        // Openings end by the database's own clock.
        opened_at: new Date(),
        expires_at: new Date(Date.now() + 3_600_000),
      })
      .execute(),
  )
  const events = () => asPerson(service.db, manager, (tx) => tx.selectFrom('journey_stage').select('id').execute())
  expect((await events()).length).toBeGreaterThan(0)
  await asService(service.db, (tx) => tx.deleteFrom('people_role').where('person_id', '=', manager.personId).execute())
  expect(await events()).toEqual([])
})

test('a member who advises for the program is not the advisor of their own community', async () => {
  const both = await aPerson(service, { staff: ['advisor'] })
  const own = await aCommunity(service, { members: [['lead', both]], assigned: [['advisor', both]] })
  const advised = await asPerson(service.db, both, (tx) => sql`SELECT advised_communities()`.execute(tx))
  expect(advised.rows).toEqual([])
  const id = await aJourney(service, { communityId: own, by: both, stage: 'diagnostic' })
  const answers = await service.app.request(`/en/journeys/${id}/diagnostic/responses`, {
    headers: signedInAs(both.personId),
  })
  expect(answers.status).toBe(403)
})

test('a row of one’s own community cannot be put under the journey of another', async () => {
  const smuggled = asPerson(service.db, stranger, (tx) =>
    tx
      .insertInto('journey_stage')
      .values({ community_id: elsewhere, journey_id: journeyId, stage: 'closed', entered_at: service.clock.time })
      .execute(),
  )
  await expect(smuggled).rejects.toThrow(/same_community/)
})

test('a contributor reads the community, and neither ends nor changes it or its people in the database itself', async () => {
  const changed = await asPerson(service.db, contributor, async (tx) => [
    await tx.updateTable('people_community').set({ name: 'Mine' }).where('id', '=', communityId).executeTakeFirst(),
    await tx.deleteFrom('people_community').where('id', '=', communityId).executeTakeFirst(),
    await tx.deleteFrom('people_member').where('person_id', '=', lead.personId).executeTakeFirst(),
  ])
  expect(changed.map((one) => Number('numUpdatedRows' in one ? one.numUpdatedRows : one.numDeletedRows))).toEqual([
    0, 0, 0,
  ])
})
