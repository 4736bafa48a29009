import type { LearningState, ShareState } from '../../domain/learning/board.ts'
import { isOpen, lastWeek } from '../../domain/learning/board.ts'
import { addDays } from '../../domain/plan-dates.ts'
import { paths } from '../../paths.ts'
import type { Tx } from '../../platform/database/connection.ts'
import { longDate } from '../../ui/dates.ts'
import { findReceivers } from '../action-plan/index.ts'
import { type Board, lockBoard, saveBoard, setItemState } from './board-store.ts'
import { type LearningDependencies, nameOf, record, settleBoard } from './complete.ts'
import { recordHours } from './hours-store.ts'
import { type Entry, loadEntries, titleOf } from './load.ts'
import { learningMessages } from './messages.ts'
import { entryOf } from './plan-acts.ts'
import { deleteShare, insertShares, setShare } from './shares-store.ts'

type By = { journeyId: string; item: string; by: string; at: Date }

/** Takes the board's lock and finds the item. Nothing is done to what is set aside. */
async function openFor(
  deps: LearningDependencies,
  tx: Tx,
  { journeyId, item }: By,
): Promise<{ board: Board; entry: Entry; pack: Awaited<ReturnType<typeof loadEntries>>['pack'] } | undefined> {
  const board = await lockBoard(tx, journeyId)
  if (board === undefined) return undefined
  const { pack, entries } = await loadEntries(deps, tx, board)
  const entry = entryOf(entries, item)
  return entry.state === 'set-aside' || entry.state === 'prior' ? undefined : { board, entry, pack }
}

/** Gives an item to someone of the community, who is told unless they did it themselves. */
export async function giveTo(
  deps: LearningDependencies,
  tx: Tx,
  given: By & { personId: string; byName: string; communityName: string },
): Promise<void> {
  const found = await openFor(deps, tx, given)
  if (found === undefined) return
  const { board, entry, pack } = found
  const { personId, by, at } = given
  const item = { id: entry.id, communityId: board.communityId }
  if ((await insertShares(tx, item, { personIds: [personId], by, at })) === 0) return
  await settleBoard(deps, tx, board, given)
  const isOwn = personId === by
  await record(tx, board, given, isOwn ? 'learning.taken' : 'learning.assigned', nameOf(entry))
  if (isOwn) return
  const [person] = await findReceivers(tx, [personId])
  if (person === undefined) return
  const language = person.language === 'fr' ? 'fr' : 'en'
  const t = learningMessages[language].mail
  const due = longDate(addDays(board.startsOn, lastWeek(entry) * 7 - 1), language)
  await deps.queueMail(
    tx,
    {
      key: `learning.given:${entry.id}:${personId}`,
      kind: 'message',
      to: { address: person.email, name: person.name, personId },
      language,
      subject: t.givenSubject(given.communityName),
      paragraphs: [t.greeting(person.name), t.given(given.byName, titleOf(entry, pack, language).text, due)],
      link: {
        label: t.openItem,
        href: `${deps.origin}${paths.journey(language, board.journeyId, 'learning', 'items', entry.id)}`,
      },
      communityId: board.communityId,
      journeyId: board.journeyId,
    },
    at,
  )
}

/** Takes an item from someone, or gives one's own back. */
export async function takeFrom(deps: LearningDependencies, tx: Tx, given: By & { personId: string }): Promise<void> {
  const found = await openFor(deps, tx, given)
  if (found === undefined || !(await deleteShare(tx, given.item, given.personId))) return
  const { board, entry } = found
  // The last one who had it takes the item's state along: without people it is open until someone says so.
  if (entry.people.length === 1 && !isOpen(entry)) {
    await setItemState(tx, entry.id, { state: 'planned', at: given.at })
  }
  await settleBoard(deps, tx, board, given)
  const act = given.personId === given.by ? 'learning.given-back' : 'learning.unassigned'
  await record(tx, board, given, act, nameOf(entry))
}

/** Says where someone stands with an item that they have. */
export async function setOwn(deps: LearningDependencies, tx: Tx, given: By & { state: ShareState }): Promise<void> {
  const found = await openFor(deps, tx, given)
  if (found === undefined) return
  const { board, entry } = found
  const before = entry.people.find(({ personId }) => personId === given.by)?.state
  if (!(await setShare(tx, given.item, given.by, { state: given.state, at: given.at }))) return
  const act =
    given.state === 'done' ? 'learning.share-done' : before === 'done' ? 'learning.reopened' : 'learning.item-begun'
  await record(tx, board, given, act, nameOf(entry))
  await settleBoard(deps, tx, board, given)
}

/** Says that an item nobody has is done, or open after all. Where people have it, theirs decides. */
export async function setWhole(
  deps: LearningDependencies,
  tx: Tx,
  given: By & { state: Extract<LearningState, 'planned' | 'done'> },
): Promise<void> {
  const found = await openFor(deps, tx, given)
  if (found === undefined) return
  const { board, entry } = found
  if (entry.people.length > 0 || entry.state === given.state) return
  await setItemState(tx, entry.id, { state: given.state, at: given.at })
  await record(tx, board, given, given.state === 'done' ? 'learning.item-done' : 'learning.reopened', nameOf(entry))
  await settleBoard(deps, tx, board, given)
}

/** Counts hours that a member spent on an item; who spent them stays theirs, so that the record says nothing of it. */
export async function addHours(
  tx: Tx,
  given: By & { hours: number; key: string; communityId: string },
): Promise<boolean> {
  return recordHours(tx, {
    journeyId: given.journeyId,
    communityId: given.communityId,
    personId: given.by,
    itemId: given.item,
    hours: given.hours,
    source: 'own',
    about: `own:${given.key}`,
    at: given.at,
  })
}

/** The lead asks to close the pathway before everything is done, with a reason; or lets it go on after all. */
export async function askToClose(
  tx: Tx,
  given: { journeyId: string; by: string; at: Date; reason: string | undefined; language: string },
): Promise<void> {
  const board = await lockBoard(tx, given.journeyId)
  if (board === undefined || (board.closed !== undefined) === (given.reason !== undefined)) return
  const { reason, at, by } = given
  await saveBoard(tx, board.journeyId, {
    closed: reason === undefined ? null : { at, by, reason, language: given.language },
  })
  await record(
    tx,
    board,
    given,
    reason === undefined ? 'learning.close-taken-back' : 'learning.close-asked',
    reason === undefined ? {} : { reason },
  )
}
