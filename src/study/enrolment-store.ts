import { type Selectable, sql } from 'kysely'
import type { Tx } from '../platform/database/connection.ts'
import type { DB } from '../platform/database/tables.ts'
import { isLanguage, type Language } from '../platform/languages.ts'

/** Which form of the check comes before a course; the other one comes after. */
export type FormOrder = 'a-first' | 'b-first'

/** That someone studies an item, and where they are in it. */
export type Enrolment = {
  item: string
  /** Hash of the release they started on. */
  release: string
  formOrder: FormOrder
  /** The lesson last open. */
  lastLesson: string | undefined
  /** Whether results may count in means of many; nothing until the person said so. */
  agreedToAggregate: boolean | undefined
  startedAt: Date
  lastAt: Date
  /** When the person said that they are done, where the rule leaves it to them. */
  markedAt: Date | undefined
  doneAt: Date | undefined
}

type Key = { personId: string; item: string }

/** What someone studies of one item, if they started it. */
export async function findEnrolment(tx: Tx, { personId, item }: Key): Promise<Enrolment | undefined> {
  const row = await tx
    .selectFrom('study_enrolment')
    .selectAll()
    .where('person_id', '=', personId)
    .where('item', '=', item)
    .executeTakeFirst()
  return row && enrolmentOf(row)
}

/** Like `findEnrolment`, and takes the row's lock: of two acts at once, the second sees what the first did. */
export async function lockEnrolment(tx: Tx, { personId, item }: Key): Promise<Enrolment | undefined> {
  const row = await tx
    .selectFrom('study_enrolment')
    .selectAll()
    .where('person_id', '=', personId)
    .where('item', '=', item)
    .forUpdate()
    .executeTakeFirst()
  return row && enrolmentOf(row)
}

/** How many items a page of one's learning holds; more than a catalogue of our own makes. */
const most = 200

/** All that someone studies or studied, what they last had open first. */
export async function listEnrolments(tx: Tx, personId: string): Promise<(Enrolment & { lessonsDone: number })[]> {
  const rows = await tx
    .selectFrom('study_enrolment as enrolment')
    .selectAll('enrolment')
    .select((eb) =>
      eb
        .selectFrom('study_lesson')
        .select(sql<number>`count(*)::int`.as('count'))
        .whereRef('study_lesson.person_id', '=', 'enrolment.person_id')
        .whereRef('study_lesson.item', '=', 'enrolment.item')
        .as('lessons_done'),
    )
    .where('person_id', '=', personId)
    .orderBy('last_at', 'desc')
    .orderBy('item')
    .limit(most)
    .execute()
  return rows.map((row) => ({ ...enrolmentOf(row), lessonsDone: row.lessons_done ?? 0 }))
}

/**
 * Starts an item, once: a second time changes nothing. The order of the check's forms alternates between learners.
 *
 * @returns whether it was started now
 */
export async function startEnrolment(tx: Tx, given: Key & { release: string; at: Date }): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('study_enrolment')
    .values({
      person_id: given.personId,
      item: given.item,
      release: given.release,
      form_order: sql<string>`study_next_form_order(${given.item})`,
      started_at: given.at,
      last_at: given.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Keeps the place, for every device. */
export async function keepPlace(tx: Tx, given: Key & { lesson?: string; at: Date }): Promise<void> {
  await tx
    .updateTable('study_enrolment')
    .set({ last_at: given.at, ...(given.lesson === undefined ? {} : { last_lesson: given.lesson }) })
    .where('person_id', '=', given.personId)
    .where('item', '=', given.item)
    .execute()
}

/** The lessons someone marked done, of any release. */
export async function listLessonsDone(tx: Tx, { personId, item }: Key): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('study_lesson')
    .select('lesson')
    .where('person_id', '=', personId)
    .where('item', '=', item)
    .execute()
  return new Set(rows.map((row) => row.lesson))
}

/** @returns whether the lesson was not done before */
export async function markLesson(tx: Tx, given: Key & { lesson: string; at: Date }): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('study_lesson')
    .values({ person_id: given.personId, item: given.item, lesson: given.lesson, done_at: given.at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Takes the mark off a lesson again; whoever was done with the course stays done. */
export async function unmarkLesson(tx: Tx, given: Key & { lesson: string }): Promise<void> {
  await tx
    .deleteFrom('study_lesson')
    .where('person_id', '=', given.personId)
    .where('item', '=', given.item)
    .where('lesson', '=', given.lesson)
    .execute()
}

/** The person says that they are done with what leaves it to them. */
export async function markItem(tx: Tx, given: Key & { at: Date }): Promise<void> {
  await tx
    .updateTable('study_enrolment')
    .set((eb) => ({ marked_at: eb.fn.coalesce('marked_at', eb.val(given.at)), last_at: given.at }))
    .where('person_id', '=', given.personId)
    .where('item', '=', given.item)
    .execute()
}

/** @returns whether the person was not done before */
export async function setDone(tx: Tx, given: Key & { at: Date }): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('study_enrolment')
    .set({ done_at: given.at, last_at: given.at })
    .where('person_id', '=', given.personId)
    .where('item', '=', given.item)
    .where('done_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Goes on with the text of another release. What lessons of the same id brought stays; so do notes and checks. */
export async function setRelease(
  tx: Tx,
  given: Key & { release: string; lessons: readonly string[]; at: Date },
): Promise<void> {
  const { personId, item, lessons } = given
  let gone = tx.deleteFrom('study_lesson').where('person_id', '=', personId).where('item', '=', item)
  if (lessons.length > 0) gone = gone.where('lesson', 'not in', lessons)
  await gone.execute()
  await tx
    .updateTable('study_enrolment')
    .set((eb) => ({
      release: given.release,
      last_at: given.at,
      last_lesson: eb
        .case()
        .when('last_lesson', 'in', lessons.length > 0 ? lessons : [''])
        .then(eb.ref('last_lesson'))
        .else(null)
        .end(),
    }))
    .where('person_id', '=', personId)
    .where('item', '=', item)
    .execute()
}

/** Name and language of the learner themselves, for what they earn. */
export async function findLearner(tx: Tx, personId: string): Promise<{ name: string; language: Language } | undefined> {
  const row = await tx
    .selectFrom('people_person')
    .select(['name', 'language'])
    .where('id', '=', personId)
    .executeTakeFirst()
  return row && { name: row.name, language: isLanguage(row.language) ? row.language : 'en' }
}

/** Says whether results before and after may count in means of many people. */
export async function setAgreement(tx: Tx, given: Key & { agreed: boolean }): Promise<void> {
  await tx
    .updateTable('study_enrolment')
    .set({ agreed_to_aggregate: given.agreed })
    .where('person_id', '=', given.personId)
    .where('item', '=', given.item)
    .execute()
}

function enrolmentOf(row: Selectable<DB['study_enrolment']>): Enrolment {
  return {
    item: row.item,
    release: row.release,
    formOrder: row.form_order === 'b-first' ? 'b-first' : 'a-first',
    lastLesson: row.last_lesson ?? undefined,
    agreedToAggregate: row.agreed_to_aggregate ?? undefined,
    startedAt: row.started_at,
    lastAt: row.last_at,
    markedAt: row.marked_at ?? undefined,
    doneAt: row.done_at ?? undefined,
  }
}
