import { createHash, randomBytes } from 'node:crypto'
import type { Tx } from '../../platform/database/connection.ts'

const hashOf = (token: string) => createHash('sha256').update(token).digest()

/** Makes the secret of a calendar's address; one that was made before ends. @returns the secret, which is not kept */
export async function makeCalendarToken(
  tx: Tx,
  given: { journeyId: string; communityId: string; personId: string; at: Date },
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await revokeCalendarToken(tx, given.journeyId, given.personId)
  await tx
    .insertInto('learning_calendar')
    .values({
      journey_id: given.journeyId,
      person_id: given.personId,
      community_id: given.communityId,
      token_hash: hashOf(token),
      made_at: given.at,
    })
    .execute()
  return token
}

/** Ends the address of a calendar. */
export async function revokeCalendarToken(tx: Tx, journeyId: string, personId: string): Promise<void> {
  await tx
    .deleteFrom('learning_calendar')
    .where('journey_id', '=', journeyId)
    .where('person_id', '=', personId)
    .execute()
}

/** When a person made the address that holds now. */
export async function calendarMadeAt(tx: Tx, journeyId: string, personId: string): Promise<Date | undefined> {
  const row = await tx
    .selectFrom('learning_calendar')
    .select('made_at')
    .where('journey_id', '=', journeyId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row?.made_at
}

/** Whose calendar an address is. Read it as the service: whoever asks has nothing but the address. */
export async function findCalendarOwner(
  tx: Tx,
  journeyId: string,
  token: string,
): Promise<{ personId: string } | undefined> {
  const row = await tx
    .selectFrom('learning_calendar')
    .select('person_id as personId')
    .where('journey_id', '=', journeyId)
    .where('token_hash', '=', hashOf(token))
    .executeTakeFirst()
  return row
}
