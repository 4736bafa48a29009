import type { Tx } from '../platform/database/connection.ts'

/** What someone wrote beside a lesson. */
export type Note = { item: string; lesson: string; body: string; version: number; updatedAt: Date }

/** The longest note, in characters. */
export const longestNote = 20_000

type Key = { personId: string; item: string; lesson: string }

const columns = ['item', 'lesson', 'body', 'version', 'updated_at'] as const

/** The note beside one lesson, if there is one. */
export async function findNote(tx: Tx, { personId, item, lesson }: Key): Promise<Note | undefined> {
  const row = await tx
    .selectFrom('study_note')
    .select(columns)
    .where('person_id', '=', personId)
    .where('item', '=', item)
    .where('lesson', '=', lesson)
    .executeTakeFirst()
  return row && noteOf(row)
}

/** More notes than a person writes. */
const most = 2000

/** All notes of a person that hold something, by item and lesson. */
export async function listNotes(tx: Tx, personId: string): Promise<Note[]> {
  const rows = await tx
    .selectFrom('study_note')
    .select(columns)
    .where('person_id', '=', personId)
    .where('body', '!=', '')
    .orderBy('item')
    .orderBy('lesson')
    .limit(most)
    .execute()
  return rows.map(noteOf)
}

/**
 * Saves a note over the version that the writer saw. The same text once more is no change.
 *
 * @param given.version what the writer saw; 0 when there was none
 * @returns the new version, or the note that someone saved in between, on another device
 */
export async function saveNote(
  tx: Tx,
  given: Key & { body: string; version: number; at: Date },
): Promise<{ ok: true; version: number } | { ok: false; newest: Note }> {
  const { personId, item, lesson, body, version, at } = given
  const before = await findNote(tx, given)
  if (before?.body === body) return { ok: true, version: before.version }
  if (version === 0 && before === undefined) {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('study_note')
      .values({ person_id: personId, item, lesson, body, version: 1, updated_at: at })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow()
    if (numInsertedOrUpdatedRows === 1n) return { ok: true, version: 1 }
  } else {
    const { numUpdatedRows } = await tx
      .updateTable('study_note')
      .set({ body, version: version + 1, updated_at: at })
      .where('person_id', '=', personId)
      .where('item', '=', item)
      .where('lesson', '=', lesson)
      .where('version', '=', version)
      .executeTakeFirstOrThrow()
    if (numUpdatedRows === 1n) return { ok: true, version: version + 1 }
  }
  const newest = await findNote(tx, given)
  return { ok: false, newest: newest ?? { item, lesson, body: '', version: 0, updatedAt: at } }
}

function noteOf(row: { item: string; lesson: string; body: string; version: number; updated_at: Date }): Note {
  return { item: row.item, lesson: row.lesson, body: row.body, version: row.version, updatedAt: row.updated_at }
}
