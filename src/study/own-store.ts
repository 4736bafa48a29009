import type { ExportRow, PersonalData } from '../people/index.ts'
import type { Tx } from '../platform/database/connection.ts'

/** More rows than anyone's learning makes. */
const most = 5000

/** Deletes a person's rows of one kind. @returns how many */
async function deleteOwn(
  tx: Tx,
  table: 'study_enrolment' | 'study_note' | 'study_check' | 'study_draft' | 'study_share',
  personId: string,
): Promise<number> {
  const { numDeletedRows } = await tx.deleteFrom(table).where('person_id', '=', personId).executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

/** What someone studies, with the lessons they are done with. Deleting it comes last: notes and checks hang on it. */
const learning: PersonalData = {
  name: 'learning',
  async export(tx, { personId }) {
    const rows = await tx
      .selectFrom('study_enrolment as enrolment')
      .leftJoin('study_lesson as lesson', (join) =>
        join.onRef('lesson.person_id', '=', 'enrolment.person_id').onRef('lesson.item', '=', 'enrolment.item'),
      )
      .select([
        'enrolment.item',
        'enrolment.release',
        'enrolment.started_at',
        'enrolment.last_at',
        'enrolment.last_lesson',
      ])
      .select(['enrolment.marked_at', 'enrolment.done_at', 'enrolment.form_order', 'enrolment.agreed_to_aggregate'])
      .select(['lesson.lesson', 'lesson.done_at as lesson_done_at'])
      .where('enrolment.person_id', '=', personId)
      .orderBy('enrolment.started_at')
      .orderBy('enrolment.item')
      .orderBy('lesson.done_at')
      .limit(most)
      .execute()
    return rows.map(
      (row): ExportRow => ({
        item: row.item,
        release: row.release,
        startedAt: row.started_at.toISOString(),
        lastAt: row.last_at.toISOString(),
        lastLesson: row.last_lesson,
        markedAt: row.marked_at?.toISOString() ?? null,
        doneAt: row.done_at?.toISOString() ?? null,
        orderOfForms: row.form_order,
        mayCountInMeans: row.agreed_to_aggregate,
        lesson: row.lesson,
        lessonDoneAt: row.lesson_done_at?.toISOString() ?? null,
      }),
    )
  },
  erase: (tx, { personId }) => deleteOwn(tx, 'study_enrolment', personId),
}

const notes: PersonalData = {
  name: 'learning-notes',
  async export(tx, { personId }) {
    const rows = await tx
      .selectFrom('study_note')
      .select(['item', 'lesson', 'body', 'updated_at'])
      .where('person_id', '=', personId)
      .orderBy('item')
      .orderBy('lesson')
      .limit(most)
      .execute()
    return rows.map((row) => ({
      item: row.item,
      lesson: row.lesson,
      note: row.body,
      updatedAt: row.updated_at.toISOString(),
    }))
  },
  erase: (tx, { personId }) => deleteOwn(tx, 'study_note', personId),
}

const checks: PersonalData = {
  name: 'learning-checks',
  async export(tx, { personId }) {
    const rows = await tx
      .selectFrom('study_check')
      .select(['item', 'purpose', 'form', 'release', 'answers', 'right_count', 'question_count', 'sent_at'])
      .where('person_id', '=', personId)
      .orderBy('sent_at')
      .limit(most)
      .execute()
    return rows.map((row) => ({
      item: row.item,
      purpose: row.purpose,
      form: row.form,
      release: row.release,
      answers: JSON.stringify(row.answers),
      right: row.right_count,
      questions: row.question_count,
      sentAt: row.sent_at.toISOString(),
    }))
  },
  erase: (tx, { personId }) => deleteOwn(tx, 'study_check', personId),
}

/** Results that a learner shows to communities. Taking part out of a community takes them back there. */
const shares: PersonalData = {
  name: 'learning-results-shared',
  async export(tx, { personId }) {
    const rows = await tx
      .selectFrom('study_share')
      .selectAll()
      .where('person_id', '=', personId)
      .orderBy('shared_at')
      .limit(most)
      .execute()
    return rows.map((row) => ({
      item: row.item,
      community: row.community_id,
      rightBefore: row.pre_right,
      questionsBefore: row.pre_of,
      rightAfter: row.post_right,
      questionsAfter: row.post_of,
      sharedAt: row.shared_at.toISOString(),
    }))
  },
  async withdraw(tx, { personId, communityId }) {
    const { numDeletedRows } = await tx
      .deleteFrom('study_share')
      .where('person_id', '=', personId)
      .where('community_id', '=', communityId)
      .executeTakeFirstOrThrow()
    return Number(numDeletedRows)
  },
  erase: (tx, { personId }) => deleteOwn(tx, 'study_share', personId),
}

const drafts: PersonalData = {
  name: 'learning-drafts',
  async export(tx, { personId }) {
    const rows = await tx
      .selectFrom('study_draft')
      .select(['item', 'field_values', 'updated_at'])
      .where('person_id', '=', personId)
      .orderBy('item')
      .limit(most)
      .execute()
    return rows.map((row) => ({
      template: row.item,
      values: JSON.stringify(row.field_values),
      updatedAt: row.updated_at.toISOString(),
    }))
  },
  erase: (tx, { personId }) => deleteOwn(tx, 'study_draft', personId),
}

/** Versions of a community's templates that a person saved. The community keeps them, without the name, when the account goes. */
const templates: PersonalData = {
  name: 'templates-kept',
  async export(tx, { personId }) {
    const rows = await tx
      .selectFrom('study_template_version')
      .select(['template_id', 'community_id', 'version', 'field_values', 'saved_at'])
      .where('saved_by', '=', personId)
      .orderBy('saved_at')
      .limit(most)
      .execute()
    return rows.map((row) => ({
      template: row.template_id,
      community: row.community_id,
      version: row.version,
      values: JSON.stringify(row.field_values),
      savedAt: row.saved_at.toISOString(),
    }))
  },
}

/** Learning events go with the account by themselves: nobody may delete one alone. */
const events: PersonalData = {
  name: 'learning-events',
  async export(tx, { personId }) {
    const rows = await tx
      .selectFrom('study_event')
      .select(['id', 'verb', 'object', 'object_kind', 'result', 'at'])
      .where('person_id', '=', personId)
      .orderBy('place')
      .limit(most)
      .execute()
    return rows.map((row) => ({
      event: row.id,
      verb: row.verb,
      object: row.object,
      kind: row.object_kind,
      result: row.result === null ? null : JSON.stringify(row.result),
      at: row.at.toISOString(),
    }))
  },
}

/** What this room keeps about a person: to see, export, withdraw and delete. */
export const ownStudy: readonly PersonalData[] = [notes, checks, shares, drafts, templates, events, learning]
