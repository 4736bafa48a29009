import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Db, Tx } from '../platform/database/connection.ts'
import type { Entry, KnownWord } from './entries.ts'
import { evenText, folded } from './plain-text.ts'

/** Rows added with one statement. */
const batch = 500

/** How the words of a language are folded and stemmed; a language without rules of its own is folded only. */
export function configOf(language: string): string {
  return language === 'en' || language === 'fr' ? `waymark_${language}` : 'waymark_plain'
}

/** Whether a release can be searched. */
export async function isIndexed(db: Db, release: string): Promise<boolean> {
  const row = await db
    .selectFrom('library_entry')
    .select('id')
    .where('release', '=', release)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Adds what search finds in one language of a release; what is there already stays. For an answer the release is null. */
export async function insertEntries(
  tx: Tx,
  release: string | null,
  language: string,
  entries: readonly Entry[],
): Promise<void> {
  const config = configOf(language)
  for (let from = 0; from < entries.length; from += batch) {
    const rows = entries.slice(from, from + batch).map((entry) => ({
      ...entry,
      id: randomUUID(),
      answer: entry.kind === 'answer' ? entry.part : null,
      text: [entry.about, entry.text].filter((part) => part !== '').join('\n'),
      own: evenText(entry.text),
      about: evenText(entry.about),
      even_title: evenText(entry.title),
      title_words: folded(entry.title),
    }))
    await sql`
      INSERT INTO library_entry (id, release, language, kind, item_id, part, answer_id, item_kind, components, levels, languages, hours, offline,
        title, text, title_words, title_search, search)
      SELECT r.id, ${release}, ${language}, r.kind, r.item, r.part, r.answer, r."itemKind", r.components, r.levels, r.languages, r.hours, r.offline,
        r.title, r.text, r.title_words, to_tsvector(c.config, r.even_title),
        setweight(to_tsvector(c.config, r.even_title), 'A') || setweight(to_tsvector(c.config, r.about), 'B')
          || setweight(to_tsvector(c.config, r.own), 'C')
      FROM (SELECT ${config}::regconfig AS config) c,
        jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (id uuid, kind text, item text, part text, answer uuid, "itemKind" text,
          components text[], levels integer[], languages text[], hours double precision, offline boolean, title text, text text,
          about text, own text, even_title text, title_words text)
      ON CONFLICT DO NOTHING`.execute(tx)
  }
}

/** Adds the words that occur in one language of a release. */
export async function insertWords(
  tx: Tx,
  release: string,
  language: string,
  words: ReadonlyMap<string, KnownWord>,
): Promise<void> {
  const rows = [...words].map(([word, { written, entries }]) => ({ word, written, entries }))
  await sql`
    INSERT INTO library_word (release, language, word, written, entries)
    SELECT ${release}, ${language}, w.word, w.written, w.entries
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS w (word text, written text, entries integer)
    ON CONFLICT DO NOTHING`.execute(tx)
}

/** After a release was added: lets the database look at what it holds now, so that it searches the short way. */
export async function settleEntries(tx: Tx): Promise<void> {
  await sql`SELECT library_settle()`.execute(tx)
}

/** Takes an answer out of the search, in every language. */
export async function deleteAnswer(tx: Tx, answer: string): Promise<void> {
  await tx.deleteFrom('library_entry').where('answer_id', '=', answer).execute()
}
