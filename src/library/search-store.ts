import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../platform/database/connection.ts'
import { configOf } from './entry-store.ts'
import { evenText } from './plain-text.ts'

/** What narrows a search, besides its words. */
export type EntryFilter = {
  /** Any of these components. */
  components?: readonly string[]
  /** A kind of item, or `answer`. */
  kind?: string
  /** A level that an objective describes. */
  level?: number
  /** A language the item is offered in. */
  offeredIn?: string
  /** At most so many hours. */
  hours?: number
  offline: boolean
}

export type EntryKind = 'item' | 'lesson' | 'guideline' | 'template' | 'answer'

/** Where the words stand: the best of the places in which the entry was found. */
export type FoundIn = 'title' | 'about' | 'text' | 'alike' | 'filter'

export type FoundEntry = {
  id: string
  kind: EntryKind
  item: string
  part: string
  itemKind: string | null
  hours: number | null
  title: string
  foundIn: FoundIn
}

/** Entries that are ranked at most, half of them by their titles so that those are never missed. A reader goes no further. */
export const mostRanked = 1000

type Scope = { release: string; language: string; filter: EntryFilter }

/** A search goes through the entries of a release and the published answers, in one language. */
function inScope({ release, language, filter }: Scope): RawBuilder<unknown> {
  const conditions = [
    sql`(e.release = ${release} OR e.release IS NULL)`,
    sql`e.language = ${language}`,
    ...(filter.components === undefined ? [] : [sql`e.components && ${[...filter.components]}::text[]`]),
    ...(filter.kind === undefined ? [] : [sql`coalesce(e.item_kind, e.kind) = ${filter.kind}`]),
    ...(filter.level === undefined ? [] : [sql`${filter.level}::integer = ANY (e.levels)`]),
    ...(filter.offeredIn === undefined ? [] : [sql`${filter.offeredIn} = ANY (e.languages)`]),
    ...(filter.hours === undefined ? [] : [sql`coalesce(e.hours, 0) <= ${filter.hours}`]),
    ...(filter.offline ? [sql`e.offline`] : []),
  ]
  return sql.join(conditions, sql` AND `)
}

type EntryRow = Omit<FoundEntry, 'item' | 'itemKind' | 'foundIn'> & {
  item_id: string
  item_kind: string | null
  found_in: FoundIn
  total: number
}

const columns = sql`e.id, e.kind, e.item_id, e.part, e.item_kind, e.hours, e.title`

function foundOf({ rows }: { rows: EntryRow[] }): { entries: FoundEntry[]; total: number } {
  const entries = rows.map(({ item_id, item_kind, found_in, total: _, ...row }) => ({
    ...row,
    item: item_id,
    itemKind: item_kind,
    foundIn: found_in,
  }))
  return { entries, total: rows[0]?.total ?? 0 }
}

/**
 * Entries that hold the words, best first: a word in the title counts most, then one in the summary, then one in the text.
 *
 * @param words as typed: several words must all stand there, "or" and "-" and quotes mean what they mean in web searches
 * @returns one page, and how many there are; what comes after the bound above is counted and not shown
 */
export async function searchByWords(
  db: Db,
  scope: Scope & { words: string; limit: number; offset: number },
): Promise<{ entries: FoundEntry[]; total: number }> {
  const query = sql`websearch_to_tsquery(${configOf(scope.language)}::regconfig, ${evenText(scope.words)})`
  return foundOf(
    await sql<EntryRow>`
      WITH hit AS MATERIALIZED (
        SELECT ${columns}, e.title_words, e.search, e.title_search, e.title_search @@ ${query} AS in_title
        FROM library_entry e WHERE ${inScope(scope)} AND e.search @@ ${query}
      ), ranked AS (
        (SELECT ${columns}, e.title_words, 'title' AS found_in, ts_rank(e.title_search, ${query}, 1) AS rank
          FROM hit e WHERE e.in_title LIMIT ${mostRanked / 2})
        UNION ALL
        (SELECT ${columns}, e.title_words,
            CASE WHEN ts_filter(e.search, '{a,b}') @@ ${query} THEN 'about' ELSE 'text' END AS found_in,
            ts_rank('{0.1, 0.2, 0.5, 1.0}', e.search, ${query}, 1) AS rank
          FROM hit e WHERE NOT e.in_title LIMIT ${mostRanked / 2})
      )
      SELECT ${columns}, e.found_in, (SELECT count(*) FROM hit)::integer AS total FROM ranked e
      ORDER BY e.found_in = 'title' DESC, e.rank + CASE WHEN e.kind = 'lesson' THEN 0 ELSE 0.1 END DESC, e.title_words, e.id
      LIMIT ${scope.limit} OFFSET ${scope.offset}`.execute(db),
  )
}

/** Items and answers by title, where there are no words and only filters. */
export async function listByFilter(
  db: Db,
  scope: Scope & { limit: number; offset: number },
): Promise<{ entries: FoundEntry[]; total: number }> {
  return foundOf(
    await sql<EntryRow>`
      SELECT ${columns}, 'filter' AS found_in, count(*) OVER ()::integer AS total FROM library_entry e
      WHERE ${inScope(scope)} AND e.kind <> 'lesson'
      ORDER BY e.title_words, e.id LIMIT ${scope.limit} OFFSET ${scope.offset}`.execute(db),
  )
}

/**
 * Entries whose title holds something written almost like the words.
 *
 * @param typed folded
 */
export async function searchTitlesAlike(
  db: Db,
  scope: Scope & { typed: string; limit: number },
): Promise<FoundEntry[]> {
  const { entries } = foundOf(
    await sql<EntryRow>`
      SELECT ${columns}, 'alike' AS found_in, 0 AS total FROM library_entry e
      WHERE library_holds_alike(e.title_words, ${scope.typed}) AND ${inScope(scope)}
      ORDER BY library_likeness_within(e.title_words, ${scope.typed}) DESC, e.title_words, e.id
      LIMIT ${scope.limit}`.execute(db),
  )
  return entries
}

/** Opens and closes a matched word in a headline; texts of a pack hold no such signs. */
const [open, close] = ['\u0001', '\u0002']

/**
 * Where the words stand in the texts of some entries.
 *
 * @returns entry id -> pieces of its own text, each with the matched words apart; none where the words are not in the text
 */
export async function findSnippets(
  db: Db,
  given: { language: string; words: string; ids: readonly string[] },
): Promise<Map<string, SnippetPart[]>> {
  if (given.ids.length === 0) return new Map()
  const config = sql`${configOf(given.language)}::regconfig`
  const options = `StartSel=${open}, StopSel=${close}, MaxWords=26, MinWords=12, MaxFragments=1`
  const { rows } = await sql<{ id: string; text: string; headline: string }>`
    SELECT e.id, e.text, ts_headline(${config}, translate(e.text, '’\u00a0\u202f…–—«»“”', '''  .--""""'),
      websearch_to_tsquery(${config}, ${evenText(given.words)}), ${options}) AS headline
    FROM library_entry e WHERE e.id = ANY (${[...given.ids]}::uuid[])`.execute(db)
  const snippets = rows.map(({ id, text, headline }) => [id, snippetOf(text, headline)] as const)
  return new Map(snippets.filter(([, parts]) => parts.some((part) => part.matched)))
}

export type SnippetPart = { text: string; matched: boolean }

/** Lines one after the other: a sentence goes on with a space, anything else is set apart. */
function asOneLine(text: string): string {
  return text.replaceAll(/([.!?:;…])\n/g, '$1 ').replaceAll('\n', ' · ')
}

/** The piece of the text that a headline shows, with the text's own signs. */
function snippetOf(text: string, headline: string): SnippetPart[] {
  const pieces = headline.split(new RegExp(`[${open}${close}]`))
  const shown = pieces.join('')
  const start = evenText(text).indexOf(shown)
  if (start < 0) return []
  let place = start
  const parts = pieces.map((piece, index) => {
    const from = place
    place += piece.length
    return { text: asOneLine(text.slice(from, place)), matched: index % 2 === 1 }
  })
  const cutBefore = start > 0 && text[start - 1] !== '\n'
  const cutAfter = place < text.length && !/^[.!?\n]/.test(text.slice(place))
  return [
    ...(cutBefore ? [{ text: '… ', matched: false }] : []),
    ...parts.filter((part) => part.text !== ''),
    ...(cutAfter ? [{ text: ' …', matched: false }] : []),
  ]
}

/** Which of some folded words occur in a release. */
export async function listKnownWords(
  db: Db,
  given: { release: string; language: string; words: readonly string[] },
): Promise<Set<string>> {
  const rows = await db
    .selectFrom('library_word')
    .select('word')
    .where('release', '=', given.release)
    .where('language', '=', given.language)
    .where('word', 'in', given.words)
    .execute()
  return new Set(rows.map(({ word }) => word))
}

/** A word that occurs in a release: folded, as it is written, and in how many entries. */
export type WordAlike = { word: string; written: string; entries: number }

/** Words of a release that are written somewhat like one that nobody wrote, the likest first. */
export async function listWordsAlike(
  db: Db,
  given: { release: string; language: string; word: string },
): Promise<WordAlike[]> {
  const { rows } = await sql<WordAlike>`
    SELECT w.word, w.written, w.entries FROM library_word w
    WHERE library_alike(w.word, ${given.word}) AND w.release = ${given.release} AND w.language = ${given.language}
    ORDER BY library_likeness(w.word, ${given.word}) DESC, w.entries DESC LIMIT 20`.execute(db)
  return rows
}
