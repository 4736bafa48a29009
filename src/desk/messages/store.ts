import type { Tx } from '../../platform/database/connection.ts'

export type Message = {
  id: string
  /** Left out when the account is gone. */
  authorId: string | undefined
  author: string | undefined
  body: string
  at: Date
}

/** The messages of a journey, newest first. @param before an earlier page ends before this moment */
export async function listMessages(
  tx: Tx,
  journeyId: string,
  given: { before: Date | undefined; limit: number },
): Promise<Message[]> {
  let query = tx
    .selectFrom('desk_message as message')
    .leftJoin('people_person as person', 'person.id', 'message.written_by')
    .select(['message.id', 'message.written_by', 'message.body', 'message.at', 'person.name'])
    .where('message.journey_id', '=', journeyId)
    .orderBy('message.at', 'desc')
    .limit(given.limit)
  if (given.before !== undefined) query = query.where('message.at', '<', given.before)
  const rows = await query.execute()
  return rows.map((row) => ({
    id: row.id,
    authorId: row.written_by ?? undefined,
    author: row.name ?? undefined,
    body: row.body,
    at: row.at,
  }))
}

/** @returns false when this form has been sent before: it is written once */
export async function insertMessage(
  tx: Tx,
  given: {
    id: string
    communityId: string
    journeyId: string
    by: string
    body: string
    formKey: string
    at: Date
  },
): Promise<boolean> {
  const added = await tx
    .insertInto('desk_message')
    .values({
      id: given.id,
      community_id: given.communityId,
      journey_id: given.journeyId,
      written_by: given.by,
      body: given.body,
      form_key: given.formKey,
      at: given.at,
    })
    .onConflict((conflict) => conflict.columns(['journey_id', 'form_key']).doNothing())
    .executeTakeFirst()
  if (added.numInsertedOrUpdatedRows !== 1n) return false
  await tx.updateTable('journey').set({ last_contact_at: given.at }).where('id', '=', given.journeyId).execute()
  return true
}

/** The person has seen the journey's messages up to now. */
export async function markSeen(
  tx: Tx,
  given: { journeyId: string; communityId: string; personId: string; at: Date },
): Promise<void> {
  await tx
    .insertInto('desk_message_seen')
    .values({
      journey_id: given.journeyId,
      community_id: given.communityId,
      person_id: given.personId,
      seen_at: given.at,
    })
    .onConflict((conflict) => conflict.columns(['journey_id', 'person_id']).doUpdateSet({ seen_at: given.at }))
    .execute()
}

export type Receiver = { personId: string; name: string; email: string; language: string }

/** Who takes part in the messages of a community: its leads and stewards, and its advisors. */
export async function listReceivers(tx: Tx, communityId: string): Promise<Receiver[]> {
  const rows = await tx
    .selectFrom('people_person as person')
    .select(['person.id', 'person.name', 'person.email', 'person.language'])
    .where((eb) =>
      eb.or([
        eb.exists(
          eb
            .selectFrom('people_member as member')
            .select('member.person_id')
            .whereRef('member.person_id', '=', 'person.id')
            .where('member.community_id', '=', communityId)
            .where('member.role', 'in', ['lead', 'steward'])
            .where('member.left_at', 'is', null),
        ),
        eb.exists(
          eb
            .selectFrom('people_assignment as assignment')
            .select('assignment.person_id')
            .whereRef('assignment.person_id', '=', 'person.id')
            .where('assignment.community_id', '=', communityId)
            .where('assignment.role', '=', 'advisor')
            .where('assignment.ended_at', 'is', null),
        ),
      ]),
    )
    .orderBy('person.name')
    .limit(100)
    .execute()
  return rows.map((row) => ({ personId: row.id, name: row.name, email: row.email, language: row.language }))
}
