import { type Selectable, sql } from 'kysely'
import type { QuestionState } from '../../domain/support-thread.ts'
import type { Tx } from '../../platform/database/connection.ts'
import type { DB } from '../../platform/database/tables.ts'
import { NotFoundError } from '../../platform/errors.ts'
import { isLanguage, type Language } from '../../platform/languages.ts'

/** What a question is about: a part of the catalogue, of the framework, or of the community's plan. */
export type About = {
  item: string | undefined
  lesson: string | undefined
  component: string | undefined
  actionId: string | undefined
}

/** A question of a community's learner, without what was written in its thread. */
export type Question = About & {
  id: string
  communityId: string
  journeyId: string | undefined
  askedBy: string | undefined
  askedAt: Date
  subject: string
  language: Language
  /** Id of a domain. */
  discipline: string | undefined
  /** For whoever asked and whoever answers alone. */
  private: boolean
  state: QuestionState
  thanks: boolean
  answererId: string | undefined
  /** Who answers is not of the community's own team. */
  outside: boolean
  insideOnly: boolean
  /** From when on who answers may read it. */
  sharedAt: Date | undefined
  firstAnsweredAt: Date | undefined
  changedAt: Date
  version: number
}

export type QuestionLine = Question & { communityName: string; answererName: string | undefined }

/** How many questions a list shows at most. */
const most = 100

/**
 * Keeps a new question. The caller has checked who asks; its transaction is the service's, since sending it on counts everyone's load.
 *
 * @returns false when the form was sent before
 */
export async function insertQuestion(
  tx: Tx,
  given: Pick<
    Question,
    | 'id'
    | 'communityId'
    | 'journeyId'
    | 'subject'
    | 'language'
    | 'item'
    | 'lesson'
    | 'component'
    | 'actionId'
    | 'discipline'
    | 'private'
  > & {
    by: string
    at: Date
  },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('support_question')
    .values({
      id: given.id,
      community_id: given.communityId,
      journey_id: given.journeyId ?? null,
      asked_by: given.by,
      asked_at: given.at,
      subject: given.subject,
      language: given.language,
      item: given.item ?? null,
      lesson: given.lesson ?? null,
      component: given.component ?? null,
      action_id: given.actionId ?? null,
      discipline: given.discipline ?? null,
      private: given.private,
      changed_at: given.at,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** @throws NotFoundError when there is none that the transaction's person may see */
export async function getQuestion(tx: Tx, id: string): Promise<Question> {
  return found(await tx.selectFrom('support_question').selectAll().where('id', '=', id).executeTakeFirst())
}

/** Like `getQuestion`, and takes the row's lock: two acts cannot both pass the same check. */
export async function lockQuestion(tx: Tx, id: string): Promise<Question> {
  return found(await tx.selectFrom('support_question').selectAll().where('id', '=', id).forUpdate().executeTakeFirst())
}

function found(row: Row | undefined): Question {
  if (row === undefined) throw new NotFoundError()
  return questionOf(row)
}

const lines = (tx: Tx) =>
  tx
    .selectFrom('support_question as question')
    .innerJoin('people_community as community', 'community.id', 'question.community_id')
    .leftJoin('people_person as answerer', 'answerer.id', 'question.answerer_id')
    .selectAll('question')
    .select(['community.name as communityName', 'answerer.name as answererName'])
    .orderBy('question.changed_at', 'desc')
    .orderBy('question.id')
    .limit(most)

/** The questions of a community that the transaction's person may see, the newest change first. */
export async function listCommunityQuestions(tx: Tx, communityId: string): Promise<QuestionLine[]> {
  return (await lines(tx).where('question.community_id', '=', communityId).execute()).map(lineOf)
}

/** What someone asked, in every community they are in. */
export async function listQuestionsBy(tx: Tx, personId: string): Promise<QuestionLine[]> {
  return (await lines(tx).where('question.asked_by', '=', personId).execute()).map(lineOf)
}

/** How many questions someone asked since a moment. */
export async function countAskedSince(tx: Tx, personId: string, since: Date): Promise<number> {
  const row = await tx
    .selectFrom('support_question')
    .select(sql<number>`count(*)::int`.as('n'))
    .where('asked_by', '=', personId)
    .where('asked_at', '>', since)
    .executeTakeFirst()
  return row?.n ?? 0
}

/** The communities someone is a member of today, by name. */
export async function membershipsOf(tx: Tx, personId: string): Promise<{ communityId: string; name: string }[]> {
  return tx
    .selectFrom('people_member as member')
    .innerJoin('people_community as community', 'community.id', 'member.community_id')
    .select(['community.id as communityId', 'community.name'])
    .distinct()
    .where('member.person_id', '=', personId)
    .where('member.left_at', 'is', null)
    .orderBy('community.name')
    .limit(100)
    .execute()
}

/** Questions that someone answers, and those of the communities they advise. The community's name is read apart. */
export async function listQuestionsFor(tx: Tx, personId: string): Promise<Question[]> {
  const rows = await tx
    .selectFrom('support_question')
    .selectAll()
    .where((eb) =>
      eb.or([
        eb('answerer_id', '=', personId),
        eb(
          'community_id',
          'in',
          eb
            .selectFrom('people_assignment')
            .select('people_assignment.community_id')
            .where('people_assignment.person_id', '=', personId)
            .where('people_assignment.role', '=', 'advisor')
            .where('people_assignment.ended_at', 'is', null),
        ),
      ]),
    )
    .orderBy('changed_at', 'desc')
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map(questionOf)
}

/** Changes where a question stands; the caller holds its lock. */
export async function updateQuestion(
  tx: Tx,
  id: string,
  change: {
    at: Date
    state?: QuestionState
    thanks?: boolean
    answererId?: string | undefined
    outside?: boolean
    insideOnly?: boolean
    sharedAt?: Date | undefined
    sharedBy?: string | undefined
    firstAnsweredAt?: Date
    closedAt?: Date | undefined
    discipline?: string | undefined
  },
): Promise<void> {
  await tx
    .updateTable('support_question')
    .set((eb) => ({
      changed_at: change.at,
      version: eb('version', '+', 1),
      ...(change.state ? { state: change.state } : {}),
      ...(change.thanks === undefined ? {} : { thanks: change.thanks }),
      ...('answererId' in change ? { answerer_id: change.answererId ?? null } : {}),
      ...(change.outside === undefined ? {} : { outside: change.outside }),
      ...(change.insideOnly === undefined ? {} : { inside_only: change.insideOnly }),
      ...('sharedAt' in change ? { shared_at: change.sharedAt ?? null } : {}),
      ...('sharedBy' in change ? { shared_by: change.sharedBy ?? null } : {}),
      ...(change.firstAnsweredAt ? { first_answered_at: change.firstAnsweredAt } : {}),
      ...('closedAt' in change ? { closed_at: change.closedAt ?? null } : {}),
      ...('discipline' in change ? { discipline: change.discipline ?? null } : {}),
    }))
    .where('id', '=', id)
    .execute()
}

/** Names of communities, for those who answer from outside: the service reads them, and nothing else of the community. */
export async function communityNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('people_community')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Questions that wait until a lead or steward agrees. What is private names no subject. Read as the service, for them alone. */
export async function listAwaitingAgreement(
  tx: Tx,
  communityId: string,
): Promise<{ id: string; subject: string | undefined; discipline: string | undefined; askedAt: Date; to: string }[]> {
  const rows = await tx
    .selectFrom('support_question as question')
    .innerJoin('people_person as answerer', 'answerer.id', 'question.answerer_id')
    .select([
      'question.id',
      'question.discipline',
      'question.asked_at',
      'answerer.name',
      sql<string | null>`CASE WHEN question.private THEN NULL ELSE question.subject END`.as('subject'),
    ])
    .where('question.community_id', '=', communityId)
    .where('question.shared_at', 'is', null)
    .where('question.state', '!=', 'closed')
    .orderBy('question.asked_at')
    .limit(most)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    subject: row.subject ?? undefined,
    discipline: row.discipline ?? undefined,
    askedAt: row.asked_at,
    to: row.name,
  }))
}

type Row = Selectable<DB['support_question']>

const lineOf = (row: Row & { communityName: string; answererName: string | null }): QuestionLine => ({
  ...questionOf(row),
  communityName: row.communityName,
  answererName: row.answererName ?? undefined,
})

function questionOf(row: Row): Question {
  return {
    id: row.id,
    communityId: row.community_id,
    journeyId: row.journey_id ?? undefined,
    askedBy: row.asked_by ?? undefined,
    askedAt: row.asked_at,
    subject: row.subject,
    language: isLanguage(row.language) ? row.language : 'en',
    item: row.item ?? undefined,
    lesson: row.lesson ?? undefined,
    component: row.component ?? undefined,
    actionId: row.action_id ?? undefined,
    discipline: row.discipline ?? undefined,
    private: row.private,
    state: row.state as QuestionState,
    thanks: row.thanks,
    answererId: row.answerer_id ?? undefined,
    outside: row.outside,
    insideOnly: row.inside_only,
    sharedAt: row.shared_at ?? undefined,
    firstAnsweredAt: row.first_answered_at ?? undefined,
    changedAt: row.changed_at,
    version: row.version,
  }
}
