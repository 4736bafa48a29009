import { randomUUID } from 'node:crypto'
import type { MemberRole, StaffRole } from '../../src/domain/access.ts'
import { type Stage, stages } from '../../src/domain/stages.ts'
import { insertJourney, setStage } from '../../src/journey/record/index.ts'
import { asService } from '../../src/people/index.ts'
import { withSettings } from '../../src/platform/database/connection.ts'
import type { TestApp } from '../test-app.ts'

type Base = Pick<TestApp, 'db' | 'clock' | 'release'>

/** Someone with an account: `await aPerson(service, { name: 'Ada', staff: ['advisor'] })`. */
export async function aPerson(
  { db, clock }: Base,
  given: { name?: string; email?: string; language?: 'en' | 'fr'; staff?: StaffRole[] } = {},
): Promise<{ personId: string; name: string; email: string }> {
  const personId = randomUUID()
  const name = given.name ?? `Person ${personId.slice(0, 4)}`
  const email = given.email ?? `${personId.slice(0, 8)}@example.org`
  await withSettings(db, { 'waymark.purpose': 'identity' }, (tx) =>
    tx
      .insertInto('people_person')
      .values({ id: personId, name, email, email_verified: true, language: given.language ?? 'en' })
      .execute(),
  )
  const staff = given.staff ?? []
  if (staff.length > 0) {
    await asService(db, (tx) =>
      tx
        .insertInto('people_role')
        .values(staff.map((role) => ({ person_id: personId, role, granted_at: clock.time })))
        .execute(),
    )
  }
  return { personId, name, email }
}

/** A community with its members and advisor: role -> person. Names in tests, seed and docs are the same few. */
export async function aCommunity(
  { db, clock }: Base,
  given: {
    name?: string
    members?: [MemberRole, { personId: string }][]
    assigned?: ['advisor' | 'expert', { personId: string }][]
    profile?: Record<string, string | string[]>
    language?: 'en' | 'fr'
    dataTerms?: string
  } = {},
): Promise<string> {
  const id = randomUUID()
  await asService(db, async (tx) => {
    await tx
      .insertInto('people_community')
      .values({
        id,
        name: given.name ?? 'Pine Harbour',
        profile: JSON.stringify(given.profile ?? { staffFte: '6-20' }),
        language: given.language ?? 'en',
        approval_body: 'council',
        data_terms: given.dataTerms ?? 'standard',
        created_at: clock.time,
      })
      .execute()
    for (const [role, { personId }] of given.members ?? []) {
      await tx
        .insertInto('people_member')
        .values({ community_id: id, person_id: personId, role, joined_at: clock.time })
        .execute()
    }
    for (const [role, { personId }] of given.assigned ?? []) {
      await tx
        .insertInto('people_assignment')
        .values({ community_id: id, person_id: personId, role, assigned_at: clock.time })
        .execute()
    }
  })
  return id
}

/** A journey of a community that stands in a stage; what rooms keep of earlier stages is not made. */
export async function aJourney(
  { db, clock, release }: Base,
  given: { communityId: string; by: { personId: string }; stage?: Stage; alone?: boolean },
): Promise<string> {
  return asService(db, async (tx) => {
    const id = await insertJourney(tx, {
      communityId: given.communityId,
      release,
      language: 'en',
      alone: given.alone ?? false,
      at: clock.time,
      by: given.by.personId,
    })
    for (const stage of stages.slice(1, stages.indexOf(given.stage ?? 'request') + 1)) {
      const journey = { id, communityId: given.communityId }
      await setStage(tx, journey, { stage, at: clock.time, by: given.by.personId })
    }
    if (given.stage !== undefined && given.stage !== 'request') {
      await tx.updateTable('journey').set({ clock_from: clock.time }).where('id', '=', id).execute()
    }
    return id
  })
}
