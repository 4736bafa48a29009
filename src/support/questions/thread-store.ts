import { randomUUID } from 'node:crypto'
import type { Tx } from '../../platform/database/connection.ts'
import { NotFoundError } from '../../platform/errors.ts'
import type { Upload } from '../../platform/uploads/upload.ts'

/** What was written in a thread, with its files. */
export type Message = {
  id: string
  writtenBy: string | undefined
  /** As far as the reader may know it. */
  name: string | undefined
  /** By whoever answers, not by the community. */
  answers: boolean
  body: string
  language: string
  at: Date
  files: { id: string; name: string; size: number }[]
}

/**
 * Adds to a thread, with files. The caller has checked that the writer may.
 *
 * @returns false when the same form was sent before
 */
export async function insertMessage(
  tx: Tx,
  given: {
    questionId: string
    communityId: string
    by: string
    answers: boolean
    body: string
    language: string
    formKey: string
    files: readonly Upload[]
    at: Date
  },
): Promise<boolean> {
  const id = randomUUID()
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('support_message')
    .values({
      id,
      question_id: given.questionId,
      community_id: given.communityId,
      written_by: given.by,
      answers: given.answers,
      body: given.body,
      language: given.language,
      form_key: given.formKey,
      at: given.at,
    })
    .onConflict((conflict) => conflict.columns(['question_id', 'form_key']).doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows !== 1n) return false
  if (given.files.length > 0) {
    await tx
      .insertInto('support_file')
      .values(
        given.files.map((file) => ({
          id: randomUUID(),
          message_id: id,
          community_id: given.communityId,
          name: file.name,
          media_type: file.mediaType,
          size: file.content.length,
          sha256: file.sha256,
          content: file.content,
        })),
      )
      .execute()
  }
  return true
}

/** A thread from its beginning; at most the first 500 messages. */
export async function listMessages(tx: Tx, questionId: string): Promise<Message[]> {
  const rows = await tx
    .selectFrom('support_message as message')
    .leftJoin('people_person as person', 'person.id', 'message.written_by')
    .select(['message.id', 'message.written_by', 'person.name', 'message.answers', 'message.body'])
    .select(['message.language', 'message.at'])
    .where('message.question_id', '=', questionId)
    .orderBy('message.at')
    .orderBy('message.id')
    .limit(500)
    .execute()
  const ids = rows.map(({ id }) => id)
  const files =
    ids.length === 0
      ? []
      : await tx
          .selectFrom('support_file')
          .select(['id', 'message_id', 'name', 'size'])
          .where('message_id', 'in', ids)
          .orderBy('name')
          .execute()
  return rows.map((row) => ({
    id: row.id,
    writtenBy: row.written_by ?? undefined,
    name: row.name ?? undefined,
    answers: row.answers,
    body: row.body,
    language: row.language,
    at: row.at,
    files: files.filter((file) => file.message_id === row.id).map(({ id, name, size }) => ({ id, name, size })),
  }))
}

/** @throws NotFoundError when the thread has no such file, or the transaction's person may not read it */
export async function getThreadFile(
  tx: Tx,
  questionId: string,
  id: string,
): Promise<{ name: string; mediaType: string; content: Buffer }> {
  const row = await tx
    .selectFrom('support_file as file')
    .innerJoin('support_message as message', 'message.id', 'file.message_id')
    .select(['file.name', 'file.media_type', 'file.content'])
    .where('file.id', '=', id)
    .where('message.question_id', '=', questionId)
    .executeTakeFirst()
  if (row === undefined) throw new NotFoundError()
  return { name: row.name, mediaType: row.media_type, content: row.content }
}

/** One time a question was sent to someone. */
export type Route = { to: string | undefined; by: string | undefined; reason: string; at: Date }

export async function insertRoute(
  tx: Tx,
  given: { questionId: string; communityId: string; to: string; by: string | undefined; reason: string; at: Date },
): Promise<void> {
  await tx
    .insertInto('support_route')
    .values({
      id: randomUUID(),
      question_id: given.questionId,
      community_id: given.communityId,
      to_id: given.to,
      by_id: given.by ?? null,
      reason: given.reason,
      at: given.at,
    })
    .execute()
}

/** Whom a question was sent to, from the first on. Staff's names are everyone's to read. */
export async function listRoutes(tx: Tx, questionId: string): Promise<Route[]> {
  const rows = await tx
    .selectFrom('support_route as route')
    .leftJoin('people_person as receiver', 'receiver.id', 'route.to_id')
    .leftJoin('people_person as sender', 'sender.id', 'route.by_id')
    .select(['receiver.name as to', 'sender.name as by', 'route.reason', 'route.at'])
    .where('route.question_id', '=', questionId)
    .orderBy('route.at')
    .orderBy('route.id')
    .limit(50)
    .execute()
  return rows.map((row) => ({ ...row, to: row.to ?? undefined, by: row.by ?? undefined }))
}
