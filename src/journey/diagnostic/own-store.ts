import type { ExportRow, PersonalData } from '../../people/index.ts'
import type { Tx } from '../../platform/database/connection.ts'
import type { ComponentAnswer } from '../../self-check/questions/index.ts'

/** Respondents that are a person's own, in every community and round. */
async function ownRespondents(tx: Tx, personId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('diagnostic_person')
    .select('respondent_id')
    .where('person_id', '=', personId)
    .execute()
  return rows.map((row) => row.respondent_id)
}

/** What a person answered in diagnostics, for their own page: see, export, withdraw, delete (Method 6.3). */
export const ownAnswers: PersonalData = {
  name: 'answers',

  async export(tx, { personId }) {
    const ids = await ownRespondents(tx, personId)
    if (ids.length === 0) return []
    const rows = await tx
      .selectFrom('diagnostic_answer as answer')
      .innerJoin('diagnostic_respondent as respondent', 'respondent.id', 'answer.respondent_id')
      .leftJoin('diagnostic_round as round', 'round.id', 'answer.round_id')
      .leftJoin('diagnostic_note as note', (join) =>
        join.onRef('note.respondent_id', '=', 'answer.respondent_id').onRef('note.component', '=', 'answer.component'),
      )
      .select(['round.name as round', 'respondent.code', 'respondent.role', 'respondent.submitted_at'])
      .select(['answer.component', 'answer.answer', 'answer.entered', 'answer.updated_at', 'note.text as note'])
      .select(['note.stays_with_us', 'respondent.withdrawn_at'])
      .where('answer.respondent_id', 'in', ids)
      .orderBy('answer.round_id')
      .orderBy('answer.component')
      .limit(5000)
      .execute()
    return rows.flatMap((row) => {
      const { given, reasons, wanted, importance } = row.answer as unknown as ComponentAnswer
      return Object.entries(given).map(
        ([facet, mark], index): ExportRow => ({
          round: row.round ?? null,
          respondent: row.code,
          role: row.role,
          component: row.component,
          facet,
          level: mark,
          reason: reasons?.[facet] ?? null,
          wanted: index === 0 ? (wanted ?? null) : null,
          importance: index === 0 ? (importance ?? null) : null,
          note: index === 0 ? row.note : null,
          noteStaysWithUs: index === 0 ? row.stays_with_us : null,
          entered: row.entered,
          updatedAt: row.updated_at.toISOString(),
          submittedAt: row.submitted_at?.toISOString() ?? null,
          withdrawnAt: row.withdrawn_at?.toISOString() ?? null,
        }),
      )
    })
  },

  async withdraw(tx, { personId, communityId, journeyId, at }) {
    const ids = await ownRespondents(tx, personId)
    if (ids.length === 0) return 0
    let query = tx
      .updateTable('diagnostic_respondent')
      .set((eb) => ({ withdrawn_at: at, version: eb('version', '+', 1) }))
      .where('id', 'in', ids)
      .where('community_id', '=', communityId)
      .where('withdrawn_at', 'is', null)
    if (journeyId !== undefined) {
      query = query.where('round_id', 'in', (eb) =>
        eb.selectFrom('diagnostic_round').select('id').where('journey_id', '=', journeyId),
      )
    }
    const { numUpdatedRows } = await query.executeTakeFirstOrThrow()
    return Number(numUpdatedRows)
  },

  // A joint answer is also the other person's: it stays, without this one's name.
  async erase(tx, { personId, at }) {
    const ids = await ownRespondents(tx, personId)
    if (ids.length === 0) return 0
    const alone = await tx
      .selectFrom('diagnostic_respondent')
      .select('id')
      .where('id', 'in', ids)
      .where('kind', '!=', 'joint')
      .execute()
    const own = alone.map((row) => row.id)
    let deleted = 0
    if (own.length > 0) {
      await tx
        .updateTable('diagnostic_respondent')
        .set({ withdrawn_at: at, role: null, answered: [], question: null })
        .where('id', 'in', own)
        .execute()
      await tx.deleteFrom('diagnostic_note').where('respondent_id', 'in', own).execute()
      await tx.deleteFrom('diagnostic_answer_change').where('respondent_id', 'in', own).execute()
      await tx.deleteFrom('diagnostic_evidence').where('respondent_id', 'in', own).execute()
      const gone = await tx.deleteFrom('diagnostic_answer').where('respondent_id', 'in', own).executeTakeFirstOrThrow()
      deleted = Number(gone.numDeletedRows)
    }
    await tx.deleteFrom('diagnostic_person').where('person_id', '=', personId).execute()
    return deleted
  },
}

/** What a person showed for their answers: links and files. The files themselves are among their files. */
export const ownEvidence: PersonalData = {
  name: 'evidence',

  async export(tx, { personId }) {
    const rows = await tx
      .selectFrom('diagnostic_evidence as evidence')
      .innerJoin('diagnostic_person as own', 'own.respondent_id', 'evidence.respondent_id')
      .leftJoin('journey_file as file', 'file.id', 'evidence.file_id')
      .select(['evidence.component', 'evidence.link', 'file.name', 'evidence.stays_with_us', 'evidence.added_at'])
      .where('own.person_id', '=', personId)
      .orderBy('evidence.added_at')
      .limit(5000)
      .execute()
    return rows.map((row) => ({
      component: row.component,
      link: row.link,
      file: row.name,
      staysWithUs: row.stays_with_us,
      addedAt: row.added_at.toISOString(),
    }))
  },
}
