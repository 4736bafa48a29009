import type { AnswerSet, Profile } from '../../domain/answers.ts'
import { rowsOfVoice, type StoredAnswer } from '../../domain/participation.ts'
import type { JourneyFacts } from '../../domain/stages.ts'
import type { Tx } from '../../platform/database/connection.ts'
import { type ComponentAnswer, setAside } from '../../self-check/questions/index.ts'
import { getCommunityOf } from '../record/index.ts'
import { countVoices, findRound, getRound, type Round } from './round-store.ts'

/** What the diagnostic knows for the guards of its stage. */
export async function diagnosticFacts(
  tx: Tx,
  journeyId: string,
): Promise<Pick<JourneyFacts, 'enoughRespondents' | 'baselineLocked'>> {
  const round = await findRound(tx, journeyId, 'baseline')
  if (round === undefined) return { enoughRespondents: false, baselineLocked: false }
  const { submitted } = await countVoices(tx, round.id)
  return {
    enoughRespondents: submitted >= round.least || round.overrideReason !== undefined,
    baselineLocked: round.lockedAt !== undefined,
  }
}

/** A locked round, for the stages after it. */
export type LockedRound = {
  id: string
  lockedAt: Date
  release: string
  /** Voices that handed in; two who gave one joint answer are one. */
  respondents: number
  /** There are two voices, and both agreed that their figures are shown (Method 4.4). */
  pairAgreed: boolean
  form: 'short' | 'full'
  variant: string
}

/** The locked baseline of a journey; nothing while it is open, or open again. */
export async function findBaseline(tx: Tx, journeyId: string): Promise<LockedRound | undefined> {
  return findLocked(tx, journeyId, 'baseline')
}

/** The locked round of that name. */
export async function findLocked(tx: Tx, journeyId: string, name: Round['name']): Promise<LockedRound | undefined> {
  const round = await findRound(tx, journeyId, name)
  if (round?.lockedAt === undefined) return undefined
  const { submitted, agreed } = await countVoices(tx, round.id)
  return {
    id: round.id,
    lockedAt: round.lockedAt,
    release: round.release,
    respondents: submitted,
    pairAgreed: submitted === 2 && agreed === 2,
    form: round.form,
    variant: round.variant,
  }
}

/**
 * What a round says, for the engine: every voice that handed in and has not withdrawn, by code and role. Notes stay out of it.
 * The transaction must carry the purpose `compute`; without it, only what its person may read is in the rows.
 *
 * @returns needs and agreed levels are left for the caller to add
 */
export async function answerSetOf(tx: Tx, roundId: string): Promise<AnswerSet> {
  const round = await getRound(tx, roundId)
  const community = await getCommunityOf(tx, round.communityId)
  const respondents = await tx
    .selectFrom('diagnostic_respondent')
    .select(['id', 'code', 'role', 'components'])
    .where('round_id', '=', roundId)
    .where('submitted_at', 'is not', null)
    .where('removed_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .orderBy('invited_at')
    .orderBy('code')
    .execute()
  const answers = await tx
    .selectFrom('diagnostic_answer')
    .select(['respondent_id', 'component', 'answer'])
    .where('round_id', '=', roundId)
    .orderBy('component')
    .execute()
  const heard = new Set(answers.map((row) => row.respondent_id))
  return {
    rows: respondents
      .filter(({ id }) => heard.has(id))
      .flatMap((respondent) =>
        rowsOfVoice(
          {
            code: respondent.code,
            role: respondent.role ?? undefined,
            asked: respondent.components ?? round.components,
            answers: new Map(
              answers
                .filter((row) => row.respondent_id === respondent.id)
                .map((row) => [row.component, row.answer as unknown as StoredAnswer]),
            ),
          },
          { facets: round.facets, ...(round.needsReason ? {} : { setAside }) },
        ),
      ),
    profile: (community.profile ?? {}) as Profile,
    needs: [],
    agreed: {},
    release: round.release,
  }
}

/** One respondent as an advisor sees them: code and role, never a name. */
export type Response = {
  respondentId: string
  code: string
  role: string | undefined
  kind: 'member' | 'joint' | 'paper' | 'phone'
  submittedAt: Date | undefined
  returnedAt: Date | undefined
  question: string | undefined
  withdrawn: boolean
  answers: ResponseAnswer[]
}

export type ResponseAnswer = {
  component: string
  answer: ComponentAnswer
  entered: 'self' | 'paper' | 'phone'
  /** Left out where it stays with the community. */
  note: string | undefined
  evidence: { id: string; link: string | undefined; fileName: string | undefined }[]
  /** Changed after the round had been locked. */
  changed: boolean
}

/** What each respondent said, for the advisor; row-level security shows it to nobody else. Who was removed is left out. */
export async function responsesOf(tx: Tx, roundId: string): Promise<Response[]> {
  const respondents = await tx
    .selectFrom('diagnostic_respondent')
    .selectAll()
    .where('round_id', '=', roundId)
    .where('removed_at', 'is', null)
    .orderBy('invited_at')
    .orderBy('code')
    .execute()
  // What someone has not handed in yet is theirs alone, unless the advisor wrote it down for them.
  const handedIn = (row: { kind: string; submitted_at: Date | null; returned_at: Date | null }) =>
    row.submitted_at !== null || row.returned_at !== null || row.kind === 'paper' || row.kind === 'phone'
  const shown = respondents.filter((row) => row.withdrawn_at === null && handedIn(row)).map((row) => row.id)
  const answers =
    shown.length === 0
      ? []
      : await tx
          .selectFrom('diagnostic_answer as answer')
          .leftJoin('diagnostic_note as note', (join) =>
            join
              .onRef('note.respondent_id', '=', 'answer.respondent_id')
              .onRef('note.component', '=', 'answer.component'),
          )
          .select((eb) => [
            'answer.respondent_id',
            'answer.component',
            'answer.answer',
            'answer.entered',
            'note.text as note',
            eb
              .exists(
                eb
                  .selectFrom('diagnostic_answer_change as change')
                  .select('change.id')
                  .whereRef('change.respondent_id', '=', 'answer.respondent_id')
                  .whereRef('change.component', '=', 'answer.component'),
              )
              .as('changed'),
          ])
          .where('answer.round_id', '=', roundId)
          .where('answer.respondent_id', 'in', shown)
          .orderBy('answer.component')
          .execute()
  const evidence =
    shown.length === 0
      ? []
      : await tx
          .selectFrom('diagnostic_evidence as evidence')
          .leftJoin('journey_file as file', 'file.id', 'evidence.file_id')
          .select([
            'evidence.id',
            'evidence.respondent_id',
            'evidence.component',
            'evidence.link',
            'file.name as fileName',
          ])
          .where('evidence.respondent_id', 'in', shown)
          .orderBy('evidence.added_at')
          .execute()
  return respondents.map((row) => ({
    respondentId: row.id,
    code: row.code,
    role: row.role ?? undefined,
    kind: row.kind as Response['kind'],
    submittedAt: row.submitted_at ?? undefined,
    returnedAt: row.returned_at ?? undefined,
    question: row.question ?? undefined,
    withdrawn: row.withdrawn_at !== null,
    answers: answers
      .filter((answer) => answer.respondent_id === row.id)
      .map((answer) => ({
        component: answer.component,
        answer: answer.answer as unknown as ComponentAnswer,
        entered: answer.entered as ResponseAnswer['entered'],
        note: answer.note ?? undefined,
        evidence: evidence
          .filter((one) => one.respondent_id === row.id && one.component === answer.component)
          .map(({ id, link, fileName }) => ({ id, link: link ?? undefined, fileName: fileName ?? undefined })),
        changed: Boolean(answer.changed),
      })),
  }))
}
