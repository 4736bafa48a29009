import { chooseHelper, rankHelpers } from '../../domain/support-routing.ts'
import { getCommunityOf, recordEvent } from '../../journey/record/index.ts'
import type { Tx } from '../../platform/database/connection.ts'
import { NotFoundError } from '../../platform/errors.ts'
import { type KnownHelper, listHelpers } from '../desk-store.ts'
import { type AboutQuestion, type MailDependencies, tellAnswerer, tellLeads, tellManagers } from './mails.ts'
import { type Question, updateQuestion } from './store.ts'
import { insertRoute } from './thread-store.ts'

/** Whether a community's data may be read by people outside its own team without asking it each time. */
export async function hasStandardTerms(tx: Tx, communityId: string): Promise<boolean> {
  return (await getCommunityOf(tx, communityId)).data_terms === 'standard'
}

const wantedOf = (question: Question) => ({
  language: question.language,
  discipline: question.discipline,
  insideOnly: question.insideOnly,
  except: question.askedBy === undefined ? [] : [question.askedBy],
})

/** Who could answer, the best first. The transaction is the service's. */
export async function rankFor(tx: Tx, question: Question) {
  const wanted = wantedOf(question)
  const except = [...wanted.except, ...(question.answererId === undefined ? [] : [question.answererId])]
  return rankHelpers(await listHelpers(tx, question.communityId), { ...wanted, except })
}

/**
 * Sends a question to whoever fits best. Nobody fits: it waits at the desk. Whoever fits is of another place and the community's data
 * is not under standard terms: it waits for the community's yes. The caller holds the question's lock in a transaction of the service.
 */
export async function sendByRule(deps: MailDependencies, tx: Tx, question: Question, at: Date): Promise<void> {
  const chosen = chooseHelper(await listHelpers(tx, question.communityId), wantedOf(question))
  if (chosen === undefined) {
    const communityName = (await getCommunityOf(tx, question.communityId)).name
    await updateQuestion(tx, question.id, { at, answererId: undefined, outside: false, sharedAt: undefined })
    await tellManagers(deps, tx, { question, communityName }, String(question.version))
    return
  }
  await sendTo(deps, tx, { question, helper: chosen.helper, by: undefined, reason: '', at })
}

/**
 * Sends a question to someone whom a person chose.
 *
 * @throws NotFoundError when that person is in no directory, or may not get it since the community keeps it inside
 */
export async function sendToChosen(
  deps: MailDependencies,
  tx: Tx,
  given: { question: Question; to: string; by: string; reason: string; at: Date },
): Promise<void> {
  const match = (await rankFor(tx, given.question)).find(({ helper }) => helper.personId === given.to)
  if (match === undefined || match.against.includes('outside')) throw new NotFoundError()
  await sendTo(deps, tx, { ...given, helper: match.helper })
}

async function sendTo(
  deps: MailDependencies,
  tx: Tx,
  given: { question: Question; helper: KnownHelper; by: string | undefined; reason: string; at: Date },
): Promise<void> {
  const { question, helper, by, at } = given
  const community = await getCommunityOf(tx, question.communityId)
  const outside = !helper.assigned
  const waits = outside && community.data_terms !== 'standard'
  const sent: Question = { ...question, answererId: helper.personId, outside }
  await updateQuestion(tx, question.id, {
    at,
    answererId: helper.personId,
    outside,
    sharedAt: waits ? undefined : at,
    sharedBy: undefined,
  })
  const { id: questionId, communityId } = question
  await insertRoute(tx, { questionId, communityId, to: helper.personId, by, reason: given.reason, at })
  await recordEvent(tx, {
    communityId,
    ...(question.journeyId === undefined ? {} : { journeyId: question.journeyId }),
    ...(by === undefined ? {} : { personId: by }),
    act: by === undefined ? 'support.routed' : 'support.passed-on',
    at,
    detail: { question: questionId },
  })
  const about: AboutQuestion = { question: sent, communityName: community.name }
  const key = `${question.version}:${at.getTime()}`
  if (waits) await tellLeads(deps, tx, about, key)
  else await tellAnswerer(deps, tx, about, { kind: by === undefined ? 'asked' : 'passed', key })
}
