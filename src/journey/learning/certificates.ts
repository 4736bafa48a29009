import type { Text } from '../../content/schema.ts'
import { issueCredential } from '../../credentials/index.ts'
import { asService, listMembers, type RoomDependencies } from '../../people/index.ts'
import type { Tx } from '../../platform/database/connection.ts'
import { languages } from '../../platform/languages.ts'
import { listNames } from '../record/index.ts'
import { type Board, type BoardRow, findBoard, listBoardRows, listDoneBoards } from './board-store.ts'
import type { LearningDependencies } from './complete.ts'
import { learningMessages } from './messages.ts'
import { findLanguages } from './people-store.ts'

/**
 * Gives the pathway's certificate to everyone who earned it, once: the pathway is done, and each item they have, of those that were
 * followed, is done for them; one at least. It names the items they did and the hours planned for them, never hours spent.
 *
 * @param who everyone of the community today, since a person's transaction issues for them alone; the service's for whoever left, too
 */
export async function certify(
  deps: LearningDependencies,
  tx: Tx,
  board: Board,
  rows: readonly BoardRow[],
  at: Date,
  who: 'members' | 'everyone' = 'members',
): Promise<void> {
  const earned = earnedBy(rows)
  if (who === 'members') {
    const members = new Set((await listMembers(tx, board.communityId)).map(({ personId }) => personId))
    for (const personId of [...earned.keys()]) if (!members.has(personId)) earned.delete(personId)
  }
  if (earned.size === 0) return
  const content = await deps.findContent(board.release)
  const names = await listNames(tx, [...earned.keys()])
  const spoken = await findLanguages(tx, [...earned.keys()])
  for (const [personId, items] of earned) {
    const holderName = names.get(personId)
    if (holderName === undefined) continue
    const objectives = items.flatMap((row): Text[] => {
      if (row.item === undefined) return [inEach(row.title ?? '')]
      const item = content?.pack.items.find(({ id }) => id === row.item)
      return item ? [item.title] : []
    })
    await issueCredential(deps, tx, {
      personId,
      holderName,
      kind: 'pathway',
      subject: {
        id: board.journeyId,
        title: Object.fromEntries(
          languages.map((language) => [language, learningMessages[language].certificateTitle]),
        ) as Text,
        hours: items.reduce((sum, { hours }) => sum + hours, 0),
        objectives,
      },
      language: spoken.get(personId) ?? 'en',
      at,
    })
  }
}

/** Who earned the certificate of a pathway that is done, with the items they did. */
export function earnedBy(rows: readonly Pick<BoardRow, 'item' | 'title' | 'hours' | 'state' | 'people'>[]) {
  const earned = new Map<string, (typeof rows)[number][]>()
  const short = new Set<string>()
  for (const row of rows) {
    if (row.state === 'set-aside' || row.state === 'prior') continue
    for (const { personId, state } of row.people) {
      if (state !== 'done') short.add(personId)
      earned.set(personId, [...(earned.get(personId) ?? []), row])
    }
  }
  for (const personId of short) earned.delete(personId)
  return earned
}

function inEach(text: string): Text {
  return Object.fromEntries(languages.map((language) => [language, text])) as Text
}

/** Days after a pathway is done in which the service looks for people who earned its certificate and were passed over. */
const looksBack = 3

/** Certificates of people who had left the community when its pathway was done: as the service, since nobody else may issue for them. */
export async function issueDueCertificates(
  deps: LearningDependencies & Pick<RoomDependencies, 'db' | 'now'>,
): Promise<void> {
  const journeyIds = await asService(deps.db, (tx) =>
    listDoneBoards(tx, new Date(deps.now().getTime() - looksBack * 86_400_000)),
  )
  for (const journeyId of journeyIds) {
    await asService(deps.db, async (tx) => {
      const board = await findBoard(tx, journeyId)
      if (board?.doneAt) await certify(deps, tx, board, await listBoardRows(tx, journeyId), deps.now(), 'everyone')
    })
  }
}
