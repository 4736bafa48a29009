import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connection.ts'

/** How publishing stands: not asked, with the authors, public, gone, or cut off from the thread. */
export type CopyState = 'none' | 'draft' | 'published' | 'gone' | 'cut'

/**
 * Keeps that someone agreed to publishing, and hands the text to the authors. The copy refers to nothing: it knows the month, and the
 * SHA-256 of a secret that the thread keeps, with which it can be taken back.
 *
 * @param given.token 32 random bytes
 */
export async function agreeToPublish(
  tx: Tx,
  given: {
    questionId: string
    communityId: string
    by: string
    at: Date
    token: Buffer
    item: string | undefined
    component: string | undefined
    language: string
    question: string
    answer: string
  },
): Promise<void> {
  const consent = { agreed_by: given.by, agreed_at: given.at, token: given.token }
  await tx
    .insertInto('support_consent')
    .values({ question_id: given.questionId, community_id: given.communityId, ...consent })
    .onConflict((conflict) => conflict.column('question_id').doUpdateSet(consent))
    .execute()
  await tx
    .insertInto('support_published')
    .values({
      id: randomUUID(),
      item: given.item ?? null,
      component: given.component ?? null,
      texts: JSON.stringify({ [given.language]: { question: given.question, answer: given.answer } }),
      month: sql<Date>`date_trunc('month', ${given.at}::timestamptz)::date`,
      removal_hash: createHash('sha256').update(given.token).digest(),
    })
    .execute()
}

/** Where the published copy of a question stands. */
export async function readCopyState(tx: Tx, questionId: string): Promise<CopyState> {
  const consent = await findToken(tx, questionId)
  if (consent === undefined) return 'none'
  if (consent.token === undefined) return 'cut'
  const { rows } = await sql<{ state: string | null }>`SELECT support_copy_state(${consent.token}) AS state`.execute(tx)
  const state = rows[0]?.state
  return state === 'draft' || state === 'published' ? state : 'gone'
}

/** Removes the copy for good, and what was agreed. */
export async function takeBack(tx: Tx, questionId: string): Promise<void> {
  const consent = await findToken(tx, questionId)
  if (consent?.token === undefined) return
  await sql`SELECT support_remove_copy(${consent.token})`.execute(tx)
  await tx.deleteFrom('support_consent').where('question_id', '=', questionId).execute()
}

/** Erases the secret: from then on nothing leads from the thread to the copy. */
export async function cutOff(tx: Tx, questionId: string): Promise<void> {
  await tx.updateTable('support_consent').set({ token: null }).where('question_id', '=', questionId).execute()
}

async function findToken(tx: Tx, questionId: string): Promise<{ token: Buffer | undefined } | undefined> {
  const row = await tx
    .selectFrom('support_consent')
    .select('token')
    .where('question_id', '=', questionId)
    .executeTakeFirst()
  return row && { token: row.token ?? undefined }
}
