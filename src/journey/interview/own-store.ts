import type { ExportRow, PersonalData } from '../../people/index.ts'

const most = 2000

/**
 * What a person wrote, booked or took part in at a needs interview. The notes and the summary are the community's and stay when the
 * account goes; the database then takes the name off them.
 */
export const ownInterview: PersonalData = {
  name: 'interview',

  async export(tx, { personId }) {
    const notes = await tx
      .selectFrom('interview_entry')
      .select(['journey_id', 'part', 'text', 'stays_with_us', 'language', 'updated_at'])
      .where('updated_by', '=', personId)
      .orderBy('updated_at')
      .limit(most)
      .execute()
    const kept = await tx
      .selectFrom('interview_kept_note')
      .select(['journey_id', 'block', 'text', 'updated_at'])
      .where('updated_by', '=', personId)
      .orderBy('updated_at')
      .limit(most)
      .execute()
    // What stood there before was someone else's.
    const corrections = await tx
      .selectFrom('interview_correction')
      .select(['journey_id', 'part', 'after', 'language', 'at'])
      .where('person_id', '=', personId)
      .orderBy('id')
      .limit(most)
      .execute()
    const taking = await tx
      .selectFrom('interview_participant')
      .select(['journey_id', 'role'])
      .where('person_id', '=', personId)
      .orderBy('id')
      .limit(most)
      .execute()
    const bookings = await tx
      .selectFrom('interview_booking')
      .select(['journey_id', 'starts_at', 'place', 'reason', 'booked_at'])
      .where('booked_by', '=', personId)
      .orderBy('booked_at')
      .limit(most)
      .execute()
    return [
      ...notes.map(
        (row): ExportRow => ({
          entry: 'note',
          journey: row.journey_id,
          part: row.part,
          text: row.text,
          staysWithUs: row.stays_with_us,
          language: row.language,
          at: row.updated_at.toISOString(),
        }),
      ),
      ...kept.map(
        (row): ExportRow => ({
          entry: 'note',
          journey: row.journey_id,
          part: `block:${row.block}`,
          text: row.text,
          staysWithUs: true,
          at: row.updated_at.toISOString(),
        }),
      ),
      ...corrections.map(
        (row): ExportRow => ({
          entry: 'correction',
          journey: row.journey_id,
          part: row.part,
          text: row.after,
          language: row.language,
          at: row.at.toISOString(),
        }),
      ),
      ...taking.map((row): ExportRow => ({ entry: 'participant', journey: row.journey_id, role: row.role })),
      ...bookings.map(
        (row): ExportRow => ({
          entry: 'booking',
          journey: row.journey_id,
          startsAt: row.starts_at.toISOString(),
          place: row.place,
          reason: row.reason,
          at: row.booked_at.toISOString(),
        }),
      ),
    ]
  },
}
