import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/database/connection.ts'
import { isLanguage, type Language, languages } from '../../platform/languages.ts'

/** A question and its answer in one language. */
export type AnswerText = { question: string; answer: string }

/** A published answer, or the draft of one. It refers to nobody. */
export type LibraryAnswer = {
  id: string
  state: 'draft' | 'published'
  item: string | undefined
  component: string | undefined
  texts: Partial<Record<Language, AnswerText>>
  /** `YYYY-MM` */
  month: string
  version: number
}

/** A published answer as a reader meets it: in their language, else in the one it has. */
export type PublishedAnswer = AnswerText & {
  id: string
  item: string | undefined
  component: string | undefined
  /** Of the text. */
  language: Language
  month: string
}

const columns = ['id', 'state', 'item', 'component', 'texts', 'version'] as const
const month = sql<string>`to_char(month, 'YYYY-MM')`.as('monthText')

/** The most that a page or a search index asks for. */
const most = 500

/**
 * Published answers, the newest month first; open to everyone. Those that exist in the language come in it, others in the one they have.
 *
 * @param asked.item of the catalogue, by id
 * @param asked.component of the framework, by id; with an item too, either is enough
 */
export async function listPublishedAnswers(
  db: Db | Tx,
  asked: { item?: string; component?: string; language: Language },
): Promise<PublishedAnswer[]> {
  let query = db
    .selectFrom('support_published')
    .select(columns)
    .select(month)
    .where('state', '=', 'published')
    .orderBy('month', 'desc')
    .orderBy('id')
    .limit(most)
  const { item, component } = asked
  if (item !== undefined && component !== undefined) {
    query = query.where((eb) => eb.or([eb('item', '=', item), eb('component', '=', component)]))
  } else if (item !== undefined) query = query.where('item', '=', item)
  else if (component !== undefined) query = query.where('component', '=', component)
  const rows = await query.execute()
  return rows.flatMap((row) => asRead(answerOf(row), asked.language) ?? [])
}

/** One published answer, for its own page. */
export async function findPublishedAnswer(
  db: Db,
  id: string,
  language: Language,
): Promise<PublishedAnswer | undefined> {
  const row = await db
    .selectFrom('support_published')
    .select(columns)
    .select(month)
    .where('id', '=', id)
    .where('state', '=', 'published')
    .executeTakeFirst()
  return row && asRead(answerOf(row), language)
}

/** What waits for the authors, then what is public. */
export async function listForAuthors(tx: Tx): Promise<LibraryAnswer[]> {
  const rows = await tx
    .selectFrom('support_published')
    .select(columns)
    .select(month)
    .orderBy('state')
    .orderBy('month', 'desc')
    .orderBy('id')
    .limit(200)
    .execute()
  return rows.map(answerOf)
}

export async function findForAuthors(tx: Tx, id: string): Promise<LibraryAnswer | undefined> {
  const row = await tx
    .selectFrom('support_published')
    .select(columns)
    .select(month)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && answerOf(row)
}

/**
 * Saves an author's wording and publishes it where asked; its month is then that of publishing.
 *
 * @returns false when someone else changed it since `version`, or it was taken back
 */
export async function saveAnswer(
  tx: Tx,
  given: {
    id: string
    version: number
    texts: LibraryAnswer['texts']
    item: string | undefined
    component: string | undefined
    publish: boolean
    at: Date
  },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('support_published')
    .set((eb) => ({
      texts: JSON.stringify(given.texts),
      item: given.item ?? null,
      component: given.component ?? null,
      version: eb('version', '+', 1),
      ...(given.publish
        ? { state: 'published', month: sql<Date>`date_trunc('month', ${given.at}::timestamptz)::date` }
        : {}),
    }))
    .where('id', '=', given.id)
    .where('version', '=', given.version)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Takes an answer out of the library, or sets a draft aside for good. */
export async function deleteAnswer(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('support_published').where('id', '=', id).execute()
}

function asRead(answer: LibraryAnswer, wanted: Language): PublishedAnswer | undefined {
  const language = answer.texts[wanted] ? wanted : languages.find((one) => answer.texts[one])
  const text = language && answer.texts[language]
  if (language === undefined || text === undefined) return undefined
  const { id, item, component, month: when } = answer
  return { id, item, component, month: when, language, ...text }
}

function answerOf(row: {
  id: string
  state: string
  item: string | null
  component: string | null
  texts: unknown
  version: number
  monthText: string
}): LibraryAnswer {
  const texts = Object.entries((row.texts ?? {}) as Record<string, AnswerText>).filter(([one]) => isLanguage(one))
  return {
    id: row.id,
    state: row.state === 'published' ? 'published' : 'draft',
    item: row.item ?? undefined,
    component: row.component ?? undefined,
    texts: Object.fromEntries(texts),
    month: row.monthText,
    version: row.version,
  }
}
