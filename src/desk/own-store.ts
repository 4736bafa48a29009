import type { ExportRow, PersonalData } from '../people/index.ts'

/** Messages between advisor and community that a person wrote. They are the community's and stay, without the name. */
export const ownMessages: PersonalData = {
  name: 'messages',

  async export(tx, { personId }) {
    const rows = await tx
      .selectFrom('desk_message')
      .select(['journey_id', 'body', 'at'])
      .where('written_by', '=', personId)
      .orderBy('at')
      .limit(5000)
      .execute()
    return rows.map((row): ExportRow => ({ journey: row.journey_id, text: row.body, at: row.at.toISOString() }))
  },
}

/** Notes on communities that a person wrote last as an advisor. */
export const ownNotes: PersonalData = {
  name: 'notes',

  async export(tx, { personId }) {
    const rows = await tx
      .selectFrom('desk_note')
      .select(['community_id', 'body', 'updated_at'])
      .where('updated_by', '=', personId)
      .orderBy('updated_at')
      .limit(1000)
      .execute()
    return rows.map(
      (row): ExportRow => ({ community: row.community_id, text: row.body, at: row.updated_at.toISOString() }),
    )
  },
}
