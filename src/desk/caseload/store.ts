import { sql } from 'kysely'
import type { Case } from '../../domain/caseload.ts'
import type { JourneyDocumentKind, JourneyState, Stage } from '../../domain/stages.ts'
import type { Tx } from '../../platform/database/connection.ts'

/** One journey of a caseload, with its community. */
export type CaseloadEntry = { journeyId: string; communityId: string; community: string; invented: boolean; case: Case }

/** A caseload is read at once; more journeys than this one person cannot advise. */
const mostJourneys = 200

/**
 * The journeys of the communities that an advisor is assigned to, with what the next step is decided by. A fixed number of queries,
 * however many journeys there are.
 */
export async function listCaseload(tx: Tx, advisorId: string, today: string): Promise<CaseloadEntry[]> {
  const journeys = await tx
    .selectFrom('journey')
    .innerJoin('people_assignment as assignment', 'assignment.community_id', 'journey.community_id')
    .innerJoin('people_community as community', 'community.id', 'journey.community_id')
    .select([
      'journey.id',
      'journey.community_id',
      'community.name',
      'community.invented',
      'journey.stage',
      'journey.state',
      'journey.alone',
      'journey.weeks',
      'journey.clock_from',
      'journey.stage_since',
      'journey.last_contact_at',
    ])
    .where('assignment.person_id', '=', advisorId)
    .where('assignment.role', '=', 'advisor')
    .where('assignment.ended_at', 'is', null)
    .where('journey.state', '!=', 'declined')
    .orderBy('journey.stage_since')
    .limit(mostJourneys)
    .execute()
  if (journeys.length === 0) return []
  const ids = journeys.map(({ id }) => id)

  const pauses = await tx
    .selectFrom('journey_pause')
    .select(['journey_id', 'from_at', 'until_at'])
    .where('journey_id', 'in', ids)
    .execute()
  const bookings = await tx
    .selectFrom('interview_booking')
    .select((eb) => ['journey_id', eb.fn.max('starts_at').as('at')])
    .where('journey_id', 'in', ids)
    .where('state', '!=', 'cancelled')
    .groupBy('journey_id')
    .execute()
  const interviews = await tx
    .selectFrom('interview')
    .select(['journey_id', 'held_at', 'shared_at', 'frozen_at'])
    .where('journey_id', 'in', ids)
    .execute()
  const rounds = await tx
    .selectFrom('diagnostic_round as round')
    .leftJoin('diagnostic_respondent as respondent', 'respondent.round_id', 'round.id')
    .select((eb) => [
      'round.journey_id',
      'round.closes_at',
      'round.locked_at',
      'round.least_respondents',
      eb.fn.count<string>('respondent.id').as('invited'),
      eb.fn.count<string>('respondent.submitted_at').as('submitted'),
    ])
    .where('round.journey_id', 'in', ids)
    .where('round.name', '=', 'baseline')
    .groupBy(['round.id', 'round.journey_id', 'round.closes_at', 'round.locked_at', 'round.least_respondents'])
    .execute()
  const documents = await tx
    .selectFrom('journey_document')
    .select(['journey_id', 'kind'])
    .distinct()
    .where('journey_id', 'in', ids)
    .execute()
  const drafts = await tx.selectFrom('action_plan_draft').select('journey_id').where('journey_id', 'in', ids).execute()
  const questions = await tx
    .selectFrom('action_plan_expert_question')
    .select((eb) => ['journey_id', eb.fn.countAll<string>().as('n')])
    .where('journey_id', 'in', ids)
    .where('answered_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .groupBy('journey_id')
    .execute()
  const signOffs = await tx
    .selectFrom('final_plan_sign_off')
    .select('journey_id')
    .where('journey_id', 'in', ids)
    .where('decision', 'is', null)
    .execute()
  const overdue = await tx
    .selectFrom('action_plan_action')
    .select((eb) => ['journey_id', eb.fn.countAll<string>().as('n')])
    .where('journey_id', 'in', ids)
    .where('status', 'in', ['planned', 'doing'])
    .where(sql<boolean>`due < ${today}::date`)
    .groupBy('journey_id')
    .execute()
  const learning = await tx
    .selectFrom('learning_board as board')
    .leftJoin('learning_item as item', 'item.journey_id', 'board.journey_id')
    .select((eb) => [
      'board.journey_id',
      sql<boolean>`board.done_at IS NOT NULL OR board.closed_at IS NOT NULL`.as('over'),
      eb.fn
        .countAll<string>()
        .filterWhere('item.state', 'in', ['planned', 'doing'])
        .filterWhere(
          sql<boolean>`board.starts_on + 7 * (item.first_week - 1 + jsonb_array_length(item.parts)) <= ${today}::date`,
        )
        .as('overdue'),
    ])
    .where('board.journey_id', 'in', ids)
    .groupBy('board.journey_id')
    .execute()
  const unread = await listUnread(tx, advisorId, ids)

  const of = <T extends { journey_id: string }>(rows: readonly T[], id: string) =>
    rows.find((row) => row.journey_id === id)
  return journeys.map((row) => {
    const interview = of(interviews, row.id)
    const round = of(rounds, row.id)
    return {
      journeyId: row.id,
      communityId: row.community_id,
      community: row.name,
      invented: row.invented,
      case: {
        stage: row.stage as Stage,
        state: row.state as JourneyState,
        alone: row.alone,
        weeks: row.weeks === 4 ? 4 : 6,
        clockFrom: row.clock_from ?? undefined,
        stageSince: row.stage_since,
        lastContactAt: row.last_contact_at ?? undefined,
        pauses: pauses
          .filter((pause) => pause.journey_id === row.id)
          .map((pause) => ({ from: pause.from_at, until: pause.until_at ?? undefined })),
        interview: {
          at: of(bookings, row.id)?.at ?? undefined,
          held: interview?.held_at != null,
          sharedAt: interview?.shared_at ?? undefined,
          frozen: interview?.frozen_at != null,
        },
        diagnostic: round && {
          closesAt: round.closes_at,
          invited: Number(round.invited),
          submitted: Number(round.submitted),
          least: round.least_respondents,
          locked: round.locked_at !== null,
        },
        published: documents
          .filter((document) => document.journey_id === row.id)
          .map(({ kind }) => kind as JourneyDocumentKind),
        draftMade: of(drafts, row.id) !== undefined,
        expertQuestions: Number(of(questions, row.id)?.n ?? 0),
        signOffAsked: of(signOffs, row.id) !== undefined,
        overdueActions: Number(of(overdue, row.id)?.n ?? 0),
        learning: {
          over: of(learning, row.id)?.over === true,
          overdueItems: Number(of(learning, row.id)?.overdue ?? 0),
        },
        unread: unread.get(row.id) ?? 0,
      },
    }
  })
}

/** How many messages of others a person has not seen, by journey. */
export async function listUnread(
  tx: Tx,
  personId: string,
  journeyIds: readonly string[],
): Promise<Map<string, number>> {
  if (journeyIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('desk_message as message')
    .leftJoin('desk_message_seen as seen', (join) =>
      join.onRef('seen.journey_id', '=', 'message.journey_id').on('seen.person_id', '=', personId),
    )
    .select((eb) => ['message.journey_id', eb.fn.countAll<string>().as('n')])
    .where('message.journey_id', 'in', [...journeyIds])
    .where((eb) => eb.or([eb('message.written_by', 'is', null), eb('message.written_by', '!=', personId)]))
    .where((eb) => eb.or([eb('seen.seen_at', 'is', null), eb('message.at', '>', eb.ref('seen.seen_at'))]))
    .groupBy('message.journey_id')
    .execute()
  return new Map(rows.map((row) => [row.journey_id, Number(row.n)]))
}

export type AdvisorNote = { body: string; version: number; updatedAt: Date | undefined }

/** The advisors' note on a community; empty, version 0, before anyone wrote one. */
export async function findNote(tx: Tx, communityId: string): Promise<AdvisorNote> {
  const row = await tx
    .selectFrom('desk_note')
    .select(['body', 'version', 'updated_at'])
    .where('community_id', '=', communityId)
    .executeTakeFirst()
  return row
    ? { body: row.body, version: row.version, updatedAt: row.updated_at }
    : { body: '', version: 0, updatedAt: undefined }
}

/** @returns false when it was changed since `version` */
export async function saveNote(
  tx: Tx,
  given: { communityId: string; body: string; version: number; at: Date; by: string },
): Promise<boolean> {
  const values = { body: given.body, updated_at: given.at, updated_by: given.by }
  if (given.version === 0) {
    const added = await tx
      .insertInto('desk_note')
      .values({ community_id: given.communityId, ...values })
      .onConflict((conflict) => conflict.column('community_id').doNothing())
      .executeTakeFirst()
    return added.numInsertedOrUpdatedRows === 1n
  }
  const changed = await tx
    .updateTable('desk_note')
    .set((eb) => ({ ...values, version: eb('version', '+', 1) }))
    .where('community_id', '=', given.communityId)
    .where('version', '=', given.version)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

/** Communities an advisor is assigned to. */
export async function isAdvisorOf(tx: Tx, personId: string, communityId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('people_assignment as assignment')
    .innerJoin('people_community as community', 'community.id', 'assignment.community_id')
    .select('community.name')
    .where('assignment.person_id', '=', personId)
    .where('assignment.community_id', '=', communityId)
    .where('assignment.role', '=', 'advisor')
    .where('assignment.ended_at', 'is', null)
    .executeTakeFirst()
  return row?.name
}
