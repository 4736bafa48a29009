import { sql } from 'kysely'
import type { ExportRow, PersonalData } from '../../people/index.ts'

const time = (at: Date | null) => at?.toISOString() ?? null

/**
 * Requests that someone sent with their address, what they answered, self-checks they brought along, agreements they accepted, and
 * what they say of themselves as an advisor.
 */
export const ownRequests: PersonalData = {
  name: 'requests',

  async export(tx, { personId }) {
    const account = await tx
      .selectFrom('people_person')
      .select(['email', 'email_verified'])
      .where('id', '=', personId)
      .executeTakeFirst()
    const email = account?.email_verified ? account.email : ''
    const requests = await tx
      .selectFrom('request')
      .select(['id', 'state', 'community_name', 'contact_name', 'contact_role', 'email', 'hopes', 'profile'])
      .select(['consented_at', 'received_at'])
      .where('email', '=', email)
      .orderBy('received_at')
      .limit(1000)
      .execute()
    const messages = await tx
      .selectFrom('request_message')
      .select(['request_id', 'body', 'at'])
      .where((eb) =>
        eb.or([
          eb('person_id', '=', personId),
          eb.and([
            eb('from_program', '=', false),
            eb('person_id', 'is', null),
            eb('request_id', 'in', eb.selectFrom('request').select('id').where('email', '=', email)),
          ]),
        ]),
      )
      .orderBy('at')
      .limit(5000)
      .execute()
    const carried = await tx
      .selectFrom('request_carried')
      .select(['community_id', 'journey_id', 'answers', 'consented_at'])
      .where((eb) => eb.or([eb('person_id', '=', personId), eb('email', '=', email)]))
      .orderBy('consented_at')
      .limit(1000)
      .execute()
    const agreements = await tx
      .selectFrom('request_agreement')
      .select(['journey_id', 'data_terms', 'approval_body', 'accepted_at'])
      .where('accepted_by', '=', personId)
      .orderBy('accepted_at')
      .limit(1000)
      .execute()
    return [
      ...requests.map(
        (row): ExportRow => ({
          entry: 'request',
          state: row.state,
          community: row.community_name,
          name: row.contact_name,
          role: row.contact_role,
          email: row.email,
          hopes: row.hopes,
          profile: JSON.stringify(row.profile),
          consentedAt: time(row.consented_at),
          at: time(row.received_at),
        }),
      ),
      ...messages.map((row): ExportRow => ({ entry: 'message', text: row.body, at: time(row.at) })),
      ...carried.map(
        (row): ExportRow => ({
          entry: 'self-check',
          community: row.community_id,
          journey: row.journey_id,
          answers: JSON.stringify(row.answers),
          consentedAt: time(row.consented_at),
        }),
      ),
      ...agreements.map(
        (row): ExportRow => ({
          entry: 'agreement',
          journey: row.journey_id,
          dataTerms: row.data_terms,
          approvalBody: row.approval_body,
          at: time(row.accepted_at),
        }),
      ),
    ]
  },

  // A self-check that was brought along goes back; what was filled in from it goes with the answers.
  async withdraw(tx, { personId, communityId, journeyId }) {
    let query = tx
      .deleteFrom('request_carried')
      .where('person_id', '=', personId)
      .where('community_id', '=', communityId)
    if (journeyId !== undefined) query = query.where('journey_id', '=', journeyId)
    const { numDeletedRows } = await query.executeTakeFirstOrThrow()
    return Number(numDeletedRows)
  },

  async erase(tx) {
    // The policies show nothing but their own.
    const carried = await tx.deleteFrom('request_carried').executeTakeFirstOrThrow()
    const { rows } = await sql<{ count: string }>`SELECT request_forget() AS count`.execute(tx)
    return Number(carried.numDeletedRows) + Number(rows[0]?.count ?? 0)
  },
}
