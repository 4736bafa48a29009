import type { Pack } from '../content/schema.ts'
import type { Db, Tx } from '../platform/database/connection.ts'
import { type Entry, entriesOf, wordsOf } from './entries.ts'
import { deleteAnswer, insertEntries, insertWords, isIndexed, settleEntries } from './entry-store.ts'

/**
 * Makes a published release searchable in each of its languages, all or nothing. Doing it again changes nothing.
 *
 * @param release the hash of the release, which is published already
 */
export async function indexRelease(db: Db, pack: Pack, release: string): Promise<'indexed' | 'already-indexed'> {
  if (await isIndexed(db, release)) return 'already-indexed'
  await db.transaction().execute(async (tx) => {
    for (const language of pack.languages) {
      const entries = entriesOf(pack, language)
      await insertEntries(tx, release, language, entries)
      await insertWords(tx, release, language, wordsOf(entries))
    }
    await settleEntries(tx)
  })
  return 'indexed'
}

/** An answer to a question that its asker let the program publish; it holds nothing about who asked. */
export type SearchableAnswer = {
  id: string
  /** The item it is about, where it is about one. */
  item?: string
  components: readonly string[]
  /** Language -> question and answer, without marks. */
  texts: Record<string, { title: string; text: string }>
}

/**
 * Makes a published answer searchable in the languages it has, as it reads now, inside the transaction that publishes it. When it
 * is taken back, the database takes it out of the search by itself.
 */
export async function indexAnswer(tx: Tx, answer: SearchableAnswer): Promise<void> {
  await deleteAnswer(tx, answer.id)
  for (const [language, { title, text }] of Object.entries(answer.texts)) {
    const entry: Entry = {
      kind: 'answer',
      item: answer.item ?? '',
      part: answer.id,
      components: [...answer.components],
      levels: [],
      languages: [language],
      offline: false,
      title,
      about: '',
      text,
    }
    await insertEntries(tx, null, language, [entry])
  }
}
