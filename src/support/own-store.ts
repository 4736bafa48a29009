import type { ExportRow, PersonalData } from '../people/index.ts'

const most = 2000

/**
 * What someone asked, wrote, booked and held. Questions that the community reads stay its own when the account goes, without the name;
 * a private question was theirs alone and goes along.
 */
export const ownSupport: PersonalData = {
  name: 'support',

  async export(tx, { personId }) {
    const questions = await tx
      .selectFrom('support_question')
      .select(['id', 'community_id', 'subject', 'language', 'item', 'component', 'private', 'state', 'asked_at'])
      .where('asked_by', '=', personId)
      .orderBy('asked_at')
      .limit(most)
      .execute()
    const messages = await tx
      .selectFrom('support_message')
      .select(['question_id', 'body', 'language', 'at'])
      .where('written_by', '=', personId)
      .orderBy('at')
      .limit(most)
      .execute()
    const sessions = await tx
      .selectFrom('support_session')
      .select(['id', 'community_id', 'topic', 'starts_at', 'state', 'hours', 'booked_by', 'notes', 'notes_by'])
      .where((eb) =>
        eb.or([eb('booked_by', '=', personId), eb('host_id', '=', personId), eb('notes_by', '=', personId)]),
      )
      .orderBy('starts_at')
      .limit(most)
      .execute()
    const taking = await tx
      .selectFrom('support_session_person')
      .select(['session_id', 'community_id'])
      .where('person_id', '=', personId)
      .orderBy('session_id')
      .limit(most)
      .execute()
    const feedback = await tx
      .selectFrom('support_feedback')
      .select(['session_id', 'useful', 'clear', 'next_step', 'at'])
      .where('person_id', '=', personId)
      .orderBy('at')
      .limit(most)
      .execute()
    return [
      ...questions.map(
        (row): ExportRow => ({
          entry: 'question',
          id: row.id,
          community: row.community_id,
          text: row.subject,
          language: row.language,
          item: row.item,
          component: row.component,
          private: row.private,
          state: row.state,
          at: row.asked_at.toISOString(),
        }),
      ),
      ...messages.map(
        (row): ExportRow => ({
          entry: 'message',
          id: row.question_id,
          text: row.body,
          language: row.language,
          at: row.at.toISOString(),
        }),
      ),
      ...sessions.map(
        (row): ExportRow => ({
          entry: 'session',
          id: row.id,
          community: row.community_id,
          // The subject is that of who booked it, the notes of who wrote them.
          text: row.booked_by === personId ? row.topic : null,
          notes: row.notes_by === personId ? row.notes : null,
          state: row.state,
          hours: row.hours === null ? null : Number(row.hours),
          at: row.starts_at.toISOString(),
        }),
      ),
      ...taking.map((row): ExportRow => ({ entry: 'takes-part', id: row.session_id, community: row.community_id })),
      ...feedback.map(
        (row): ExportRow => ({
          entry: 'feedback',
          id: row.session_id,
          useful: row.useful,
          clear: row.clear,
          nextStep: row.next_step,
          at: row.at.toISOString(),
        }),
      ),
    ]
  },

  // What was said of sessions no longer counts in anyone's averages.
  async withdraw(tx, { personId, communityId }) {
    const { numDeletedRows } = await tx
      .deleteFrom('support_feedback')
      .where('person_id', '=', personId)
      .where('community_id', '=', communityId)
      .executeTakeFirstOrThrow()
    return Number(numDeletedRows)
  },

  async erase(tx, { personId }) {
    const questions = await tx
      .deleteFrom('support_question')
      .where('asked_by', '=', personId)
      .where('private', '=', true)
      .executeTakeFirstOrThrow()
    const feedback = await tx.deleteFrom('support_feedback').where('person_id', '=', personId).executeTakeFirstOrThrow()
    return Number(questions.numDeletedRows) + Number(feedback.numDeletedRows)
  },
}
