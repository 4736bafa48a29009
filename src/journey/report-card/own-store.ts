import type { ExportRow, PersonalData } from '../../people/index.ts'

/** Comments, own ratings and evidence grades that someone gave as an advisor. They are part of the review and stay, without the name. */
export const ownReview: PersonalData = {
  name: 'review',

  async export(tx, { personId }) {
    const comments = await tx
      .selectFrom('report_card_comment')
      .select(['journey_id', 'part', 'text', 'language', 'updated_at'])
      .where('updated_by', '=', personId)
      .orderBy('updated_at')
      .limit(5000)
      .execute()
    const ratings = await tx
      .selectFrom('report_card_rating')
      .select(['journey_id', 'component', 'levels', 'grade', 'updated_at'])
      .where('updated_by', '=', personId)
      .orderBy('updated_at')
      .limit(5000)
      .execute()
    return [
      ...comments.map(
        (row): ExportRow => ({
          entry: 'comment',
          journey: row.journey_id,
          part: row.part,
          text: row.text,
          language: row.language,
          at: row.updated_at.toISOString(),
        }),
      ),
      ...ratings.map(
        (row): ExportRow => ({
          entry: 'rating',
          journey: row.journey_id,
          component: row.component,
          levels: JSON.stringify(row.levels),
          grade: row.grade,
          at: row.updated_at.toISOString(),
        }),
      ),
    ]
  },
}
