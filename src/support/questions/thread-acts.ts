import { randomBytes, randomUUID } from 'node:crypto'
import { type QuestionState, stateAfter } from '../../domain/support-thread.ts'
import { getCommunityOf, recordEvent } from '../../journey/record/index.ts'
import type { Actor } from '../../people/index.ts'
import type { Tx } from '../../platform/database/connection.ts'
import { ConflictError } from '../../platform/errors.ts'
import type { Upload } from '../../platform/uploads/upload.ts'
import { type MailDependencies, tellAnswerer, tellAsker } from './mails.ts'
import { lockQuestion, type Question, updateQuestion } from './store.ts'
import { insertMessage } from './thread-store.ts'

/** What is written into a thread. */
export type Writing = { body: string; language: string; formKey: string; files: readonly Upload[] }

/** Adds a line to the community's record. Of a private question it says neither who nor which. */
export async function recordOf(
  tx: Tx,
  question: Question,
  given: { act: string; at: Date; personId: string; fromCommunity: boolean },
): Promise<void> {
  const unnamed = question.private && given.fromCommunity
  await recordEvent(tx, {
    communityId: question.communityId,
    ...(question.journeyId === undefined ? {} : { journeyId: question.journeyId }),
    ...(unnamed ? {} : { personId: given.personId }),
    act: given.act,
    at: given.at,
    detail: unnamed ? { unnamed: 'yes' } : { question: question.id },
  })
}

/**
 * Someone writes into a thread: the community asks further, or whoever answers answers. The caller has checked that they may; the
 * transaction is the service's, since the mail goes to people of another place.
 *
 * @param side `ask` is the community's, `answer` that of whoever answers
 * @throws ConflictError when the thread was closed, or passed on to someone else
 */
export async function writeInThread(
  deps: MailDependencies,
  tx: Tx,
  given: { questionId: string; actor: Actor; side: 'ask' | 'answer'; writing: Writing; mayAnswer?: boolean },
): Promise<void> {
  const { actor, side, writing } = given
  const question = await lockQuestion(tx, given.questionId)
  const at = deps.now()
  const isAnswerer = question.answererId === actor.personId && question.sharedAt !== undefined
  if (side === 'answer' && !isAnswerer && given.mayAnswer !== true) throw new ConflictError()
  const state = stateAfter(question.state, side, question.firstAnsweredAt !== undefined)
  if (state === undefined) throw new ConflictError()
  const { id: questionId, communityId } = question
  const answers = side === 'answer'
  const added = await insertMessage(tx, { ...writing, questionId, communityId, by: actor.personId, answers, at })
  if (!added) return
  await updateQuestion(tx, questionId, {
    at,
    state,
    ...(answers && question.firstAnsweredAt === undefined ? { firstAnsweredAt: at } : {}),
    ...(question.state === 'closed' ? { thanks: false, closedAt: undefined } : {}),
  })
  const about = { question, communityName: (await getCommunityOf(tx, communityId)).name }
  if (answers) {
    await recordOf(tx, question, { act: 'support.answered', at, personId: actor.personId, fromCommunity: false })
    await tellAsker(deps, tx, about, writing.formKey)
    return
  }
  const act = question.state === 'closed' ? 'support.reopened' : 'support.followed-up'
  await recordOf(tx, question, { act, at, personId: actor.personId, fromCommunity: true })
  // Until the community agreed, whoever would answer knows nothing of it.
  if (question.sharedAt !== undefined)
    await tellAnswerer(deps, tx, about, { kind: 'followed-up', key: writing.formKey })
}

/** Closes a question, with thanks or without; closed twice it stays closed. The transaction is the person's. */
export async function closeQuestion(
  tx: Tx,
  given: { questionId: string; actor: Actor; thanks: boolean; at: Date },
): Promise<void> {
  const question = await lockQuestion(tx, given.questionId)
  const state: QuestionState | undefined = stateAfter(question.state, 'close', true)
  if (state === undefined) return
  await updateQuestion(tx, question.id, { at: given.at, state, thanks: given.thanks, closedAt: given.at })
  await recordOf(tx, question, {
    act: 'support.closed',
    at: given.at,
    personId: given.actor.personId,
    fromCommunity: true,
  })
}

/** A key for a new form: what is sent with it twice is kept once. */
export const newKey = () => randomUUID()

/** A secret with which a published copy can be taken back. */
export const newToken = () => randomBytes(32)
