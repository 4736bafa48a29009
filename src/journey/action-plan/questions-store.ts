import { randomUUID } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { Tx } from '../../platform/database/connection.ts'
import type { DB } from '../../platform/database/tables.ts'
import { NotFoundError } from '../../platform/errors.ts'

/** A question to an expert about a draft plan. */
export type ExpertQuestion = {
  id: string
  communityId: string
  journeyId: string
  part: string
  question: string
  language: string
  expertId: string | undefined
  askedBy: string | undefined
  askedAt: Date
  /** From when the expert may see the community; not yet while its lead has to agree. */
  sharedAt: Date | undefined
  answer: string | undefined
  answeredAt: Date | undefined
  withdrawnAt: Date | undefined
}

/**
 * Asks an expert. With `share` the expert is assigned to the community at once; without, once `shareWithExpert` says that the
 * community agreed. The caller has checked who asks; its transaction is the service's, since only a manager may assign.
 *
 * @returns the id of the question; the same open question asked twice is one
 * @throws NotFoundError when the person is no expert
 */
export async function askExpert(
  tx: Tx,
  given: {
    communityId: string
    journeyId: string
    part: string
    question: string
    language: string
    expertId: string
    by: string
    at: Date
    share: boolean
  },
): Promise<string> {
  const expert = await tx
    .selectFrom('people_role')
    .select('person_id')
    .where('person_id', '=', given.expertId)
    .where('role', '=', 'expert')
    .executeTakeFirst()
  if (expert === undefined) throw new NotFoundError()
  const again = await tx
    .selectFrom('action_plan_expert_question')
    .select('id')
    .where('journey_id', '=', given.journeyId)
    .where('expert_id', '=', given.expertId)
    .where('question', '=', given.question)
    .where('answered_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (again) return again.id
  const id = randomUUID()
  await tx
    .insertInto('action_plan_expert_question')
    .values({
      id,
      community_id: given.communityId,
      journey_id: given.journeyId,
      part: given.part,
      question: given.question,
      language: given.language,
      expert_id: given.expertId,
      asked_by: given.by,
      asked_at: given.at,
      shared_by: given.share ? given.by : null,
      shared_at: given.share ? given.at : null,
    })
    .execute()
  if (given.share) await assignExpert(tx, given)
  return id
}

/** The community agrees that an expert sees its journey: the question goes out. The transaction is the service's. */
export async function shareWithExpert(
  tx: Tx,
  given: { journeyId: string; id: string; by: string; at: Date },
): Promise<ExpertQuestion | undefined> {
  const row = await tx
    .updateTable('action_plan_expert_question')
    .set({ shared_by: given.by, shared_at: given.at })
    .where('journey_id', '=', given.journeyId)
    .where('id', '=', given.id)
    .where('shared_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .returningAll()
    .executeTakeFirst()
  if (row === undefined) return undefined
  const question = questionOf(row)
  if (question.expertId) await assignExpert(tx, { ...given, ...question, expertId: question.expertId })
  return question
}

async function assignExpert(tx: Tx, given: { communityId: string; expertId: string; by: string; at: Date }) {
  await tx
    .insertInto('people_assignment')
    .values({
      community_id: given.communityId,
      person_id: given.expertId,
      role: 'expert',
      assigned_at: given.at,
      assigned_by: given.by,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['community_id', 'person_id', 'role'])
        .doUpdateSet({ ended_at: null, assigned_at: given.at, assigned_by: given.by })
        .where('people_assignment.ended_at', 'is not', null),
    )
    .execute()
}

/** The expert's answer. @returns nothing when it was answered or taken back before */
export async function answerExpertQuestion(
  tx: Tx,
  given: { id: string; answer: string; by: string; at: Date },
): Promise<ExpertQuestion | undefined> {
  const changed = await tx
    .updateTable('action_plan_expert_question')
    .set({ answer: given.answer, answered_at: given.at })
    .where('id', '=', given.id)
    .where('expert_id', '=', given.by)
    .where('shared_at', 'is not', null)
    .where('answered_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow()
  return changed.numUpdatedRows === 1n ? getExpertQuestion(tx, given.id) : undefined
}

/** Takes an open question back, so that the plan need not wait for it. @returns whether there was one */
export async function withdrawExpertQuestion(
  tx: Tx,
  given: { journeyId: string; id: string; at: Date },
): Promise<boolean> {
  const changed = await tx
    .updateTable('action_plan_expert_question')
    .set({ withdrawn_at: given.at })
    .where('journey_id', '=', given.journeyId)
    .where('id', '=', given.id)
    .where('answered_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow()
  return changed.numUpdatedRows === 1n
}

/** @throws NotFoundError when there is none that the transaction's person may see */
export async function getExpertQuestion(tx: Tx, id: string): Promise<ExpertQuestion> {
  const row = await tx.selectFrom('action_plan_expert_question').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new NotFoundError()
  return questionOf(row)
}

/** All questions about a draft, oldest first; those taken back are not among them. */
export async function listQuestionsOf(tx: Tx, journeyId: string): Promise<ExpertQuestion[]> {
  const rows = await tx
    .selectFrom('action_plan_expert_question')
    .selectAll()
    .where('journey_id', '=', journeyId)
    .where('withdrawn_at', 'is', null)
    .orderBy('asked_at')
    .limit(100)
    .execute()
  return rows.map(questionOf)
}

/** Questions about a draft that nobody answered or took back. */
export async function openQuestionsOf(tx: Tx, journeyId: string): Promise<ExpertQuestion[]> {
  return (await listQuestionsOf(tx, journeyId)).filter(({ answeredAt }) => answeredAt === undefined)
}

/** What an expert was asked, open ones first, each with the community's name. */
export async function listQuestionsForExpert(
  tx: Tx,
  expertId: string,
): Promise<(ExpertQuestion & { communityName: string })[]> {
  const rows = await tx
    .selectFrom('action_plan_expert_question as question')
    .innerJoin('people_community as community', 'community.id', 'question.community_id')
    .selectAll('question')
    .select('community.name as communityName')
    .where('question.expert_id', '=', expertId)
    .where('question.shared_at', 'is not', null)
    .where('question.withdrawn_at', 'is', null)
    .orderBy('question.answered_at', (order) => order.desc().nullsFirst())
    .orderBy('question.asked_at')
    .limit(200)
    .execute()
  return rows.map((row) => ({ ...questionOf(row), communityName: row.communityName }))
}

/** The experts there are, by name. */
export async function listExperts(tx: Tx): Promise<{ personId: string; name: string }[]> {
  return tx
    .selectFrom('people_role as role')
    .innerJoin('people_person as person', 'person.id', 'role.person_id')
    .select(['role.person_id as personId', 'person.name'])
    .where('role.role', '=', 'expert')
    .orderBy('person.name')
    .limit(200)
    .execute()
}

function questionOf(row: Selectable<DB['action_plan_expert_question']>): ExpertQuestion {
  return {
    id: row.id,
    communityId: row.community_id,
    journeyId: row.journey_id,
    part: row.part,
    question: row.question,
    language: row.language,
    expertId: row.expert_id ?? undefined,
    askedBy: row.asked_by ?? undefined,
    askedAt: row.asked_at,
    sharedAt: row.shared_at ?? undefined,
    answer: row.answer ?? undefined,
    answeredAt: row.answered_at ?? undefined,
    withdrawnAt: row.withdrawn_at ?? undefined,
  }
}
