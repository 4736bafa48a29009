import { randomUUID } from 'node:crypto'
import { asPerson } from '../../src/people/index.ts'
import type { TestApp } from '../test-app.ts'

/** A pathway on a journey's board: items of the catalogue, and who has each of them. What a plan would have said of it is not made. */
export async function aPathway(
  { db, clock, release }: Pick<TestApp, 'db' | 'clock' | 'release'>,
  given: {
    communityId: string
    journeyId: string
    by: { personId: string }
    items: { item: string; people: { personId: string }[] }[]
  },
): Promise<void> {
  const { communityId, journeyId, by } = given
  await asPerson(db, by, async (tx) => {
    await tx
      .insertInto('learning_board')
      .values({
        journey_id: journeyId,
        community_id: communityId,
        release,
        plan_version: 1,
        starts_on: clock.time,
        weekly_hours: 2,
        planned_weeks: given.items.length,
        begun_at: clock.time,
      })
      .execute()
    for (const [index, { item, people }] of given.items.entries()) {
      const id = randomUUID()
      await tx
        .insertInto('learning_item')
        .values({
          id,
          community_id: communityId,
          journey_id: journeyId,
          item,
          hours: 2,
          first_week: index + 1,
          parts: JSON.stringify([2]),
          position: index,
          origin: 'plan',
        })
        .execute()
      for (const { personId } of people) {
        await tx
          .insertInto('learning_share')
          .values({
            item_id: id,
            person_id: personId,
            community_id: communityId,
            assigned_by: by.personId,
            assigned_at: clock.time,
          })
          .execute()
      }
    }
  })
}
