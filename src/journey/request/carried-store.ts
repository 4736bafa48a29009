import { randomUUID } from 'node:crypto'
import type { Tx } from '../../platform/database/connection.ts'
import type { SelfCheckRecord } from '../../self-check/index.ts'

/** A self-check that someone brought along, with their consent. Theirs alone. */
export type CarriedSelfCheck = { id: string; release: string; record: SelfCheckRecord; consentedAt: Date }

/**
 * The self-check that a person brought into a journey, or into the request it came from; the newest where there are several. The
 * transaction must be that person's: nobody else sees it.
 */
export async function findCarried(tx: Tx, journeyId: string, personId: string): Promise<CarriedSelfCheck | undefined> {
  const row = await tx
    .selectFrom('request_carried as carried')
    .leftJoin('request', 'request.id', 'carried.request_id')
    .innerJoin('people_person as person', (join) => join.on('person.id', '=', personId))
    .select(['carried.id', 'carried.release', 'carried.answers', 'carried.consented_at'])
    .where((eb) => eb.or([eb('carried.journey_id', '=', journeyId), eb('request.journey_id', '=', journeyId)]))
    .where((eb) => eb.or([eb('carried.person_id', '=', personId), eb('carried.email', '=', eb.ref('person.email'))]))
    .orderBy('carried.consented_at', 'desc')
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      release: row.release,
      record: row.answers as unknown as SelfCheckRecord,
      consentedAt: row.consented_at,
    }
  )
}

/** Keeps a self-check with a request: whoever asked has no account yet, so their address says whose it is. */
export async function insertCarriedWithRequest(
  tx: Tx,
  given: { requestId: string; email: string; record: SelfCheckRecord; at: Date },
): Promise<void> {
  await tx
    .insertInto('request_carried')
    .values({
      id: randomUUID(),
      request_id: given.requestId,
      email: given.email.toLowerCase(),
      release: given.record.release,
      answers: JSON.stringify(given.record),
      consented_at: given.at,
    })
    .execute()
}

/** Keeps a self-check with a journey, in the place of one that the person brought before. */
export async function replaceCarried(
  tx: Tx,
  given: {
    journeyId: string
    communityId: string
    person: { personId: string; email: string }
    record: SelfCheckRecord
    at: Date
  },
): Promise<void> {
  await deleteCarried(tx, given.journeyId, given.person.personId)
  await tx
    .insertInto('request_carried')
    .values({
      id: randomUUID(),
      journey_id: given.journeyId,
      community_id: given.communityId,
      person_id: given.person.personId,
      email: given.person.email.toLowerCase(),
      release: given.record.release,
      answers: JSON.stringify(given.record),
      consented_at: given.at,
    })
    .execute()
}

/** Takes back what the transaction's person brought. */
export async function deleteCarried(tx: Tx, journeyId: string, personId: string): Promise<void> {
  for (let found = await findCarried(tx, journeyId, personId); found; ) {
    await tx.deleteFrom('request_carried').where('id', '=', found.id).execute()
    found = await findCarried(tx, journeyId, personId)
  }
}
