import type { Pack } from '../../content/schema.ts'
import {
  type BoardedItem,
  type LearnedItem,
  type LearningRecordData,
  learningRecordDocument,
} from '../../documents/learning-record-document.ts'
import type { DocumentModel } from '../../documents/model.ts'
import { lastWeek } from '../../domain/learning/board.ts'
import { learningProgress } from '../../domain/learning/progress.ts'
import type { RoomDependencies } from '../../people/index.ts'
import type { Tx } from '../../platform/database/connection.ts'
import { type Language, languages } from '../../platform/languages.ts'
import { dayIn } from '../../ui/dates.ts'
import { getCommunityOf, getJourney, publishDocument } from '../record/index.ts'
import { type Board, findBoard } from './board-store.ts'
import { hourTotals } from './hours-store.ts'
import { type Entry, loadEntries } from './load.ts'
import { learningMessages } from './messages.ts'
import { learningTotals } from './totals-store.ts'

/** Reads what the learning record says today. */
export async function recordData(
  deps: Pick<RoomDependencies, 'findContent'>,
  tx: Tx,
  board: Board,
  at: Date,
): Promise<{ pack: Pack; data: LearningRecordData }> {
  const { pack, entries } = await loadEntries(deps, tx, board)
  const community = await getCommunityOf(tx, board.communityId)
  const totals = await learningTotals(tx, board.journeyId)
  const hours = await hourTotals(tx, board.journeyId)
  const progress = learningProgress(entries)
  return {
    pack,
    data: {
      schemaVersion: 1,
      community: community.name,
      date: dayIn(at, community.time_zone),
      startsOn: board.startsOn,
      planVersion: board.planVersion,
      progress: {
        done: progress.done,
        planned: progress.planned,
        ...(progress.share === undefined ? {} : { share: progress.share }),
      },
      hoursSpent: hours.hours,
      people: totals?.people ?? 0,
      sessions: hours.sessions,
      templatesKept: totals?.templatesKept ?? 0,
      ...(board.closed
        ? {
            closed: {
              on: dayIn(board.closed.at, community.time_zone),
              reason: { text: board.closed.reason, language: board.closed.language },
            },
          }
        : {}),
      items: entries.map((entry) => learned(entry, hours.byItem.get(entry.id) ?? 0)),
    },
  }
}

function learned(entry: Entry, spent: number): LearnedItem {
  return {
    ...(entry.item === undefined
      ? { title: { text: entry.title ?? '', language: entry.language ?? 'en' } }
      : { item: entry.item }),
    hours: entry.hours,
    spent,
    firstWeek: entry.firstWeek,
    lastWeek: lastWeek(entry),
    state: entry.state,
    people: entry.people.length,
    peopleDone: entry.people.filter(({ state }) => state === 'done').length,
    ...(entry.reason === '' ? {} : { reason: { text: entry.reason, language: entry.reasonLanguage ?? 'en' } }),
    reasons: entry.reasons,
  }
}

/** The items of the board for its document, with who has each; what was set aside is left out. */
export function boarded(entries: readonly Entry[], spent: Map<string, number>, language: Language): BoardedItem[] {
  const t = learningMessages[language]
  return entries
    .filter(({ state }) => state !== 'set-aside')
    .map((entry) => ({
      ...learned(entry, spent.get(entry.id) ?? 0),
      who: entry.people.map(({ name, state }) => t.personState(name, t.shareStates[state])),
    }))
}

/** Freezes the learning record when the journey moves on from learning. A journey without a board has none. */
export async function publishLearningRecord(
  deps: Pick<RoomDependencies, 'findContent'>,
  tx: Tx,
  given: { journeyId: string; by: string; at: Date },
): Promise<void> {
  const board = await findBoard(tx, given.journeyId)
  if (board === undefined) return
  const journey = await getJourney(tx, given.journeyId)
  const { pack, data } = await recordData(deps, tx, board, given.at)
  const models = Object.fromEntries(
    languages.map((language) => [language, learningRecordDocument({ pack, language, data, published: true })]),
  ) as Record<Language, DocumentModel>
  await publishDocument(
    tx,
    { id: journey.id, communityId: journey.communityId, release: board.release },
    { kind: 'learning-record', models, data, at: given.at, by: given.by },
  )
}
