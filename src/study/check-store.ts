import type { Tx } from '../platform/database/connection.ts'

/** When a check is sent: before the course and after it. Practice is not kept. */
export const checkPurposes = ['pre', 'post'] as const
export type CheckPurpose = (typeof checkPurposes)[number]

/** A check that someone sent, with what they answered; theirs alone. */
export type SentCheck = {
  purpose: CheckPurpose
  form: 'a' | 'b'
  /** The release whose questions they were. */
  release: string
  answers: Record<string, unknown>
  right: number
  of: number
  sentAt: Date
}

type Key = { personId: string; item: string }

/** The checks that someone sent for an item. */
export async function listChecks(tx: Tx, { personId, item }: Key): Promise<Partial<Record<CheckPurpose, SentCheck>>> {
  const rows = await tx
    .selectFrom('study_check')
    .select(['purpose', 'form', 'release', 'answers', 'right_count', 'question_count', 'sent_at'])
    .where('person_id', '=', personId)
    .where('item', '=', item)
    .execute()
  return Object.fromEntries(
    rows.map((row): [string, SentCheck] => [
      row.purpose,
      {
        purpose: row.purpose === 'pre' ? 'pre' : 'post',
        form: row.form === 'a' ? 'a' : 'b',
        release: row.release,
        answers: row.answers as Record<string, unknown>,
        right: row.right_count,
        of: row.question_count,
        sentAt: row.sent_at,
      },
    ]),
  )
}

/**
 * Keeps a check. What was sent first counts: a second one for the same purpose changes nothing.
 *
 * @returns whether it was kept
 */
export async function insertCheck(tx: Tx, given: Key & SentCheck): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('study_check')
    .values({
      person_id: given.personId,
      item: given.item,
      purpose: given.purpose,
      form: given.form,
      release: given.release,
      answers: JSON.stringify(given.answers),
      right_count: given.right,
      question_count: given.of,
      sent_at: given.sentAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Results before and after that a learner shows to a community. */
export type SharedResult = {
  personId: string
  item: string
  communityId: string
  pre: { right: number; of: number }
  post: { right: number; of: number }
  sharedAt: Date
}

/** Shows both results to a community, until they are taken back. */
export async function shareResult(tx: Tx, given: SharedResult): Promise<void> {
  const { pre, post } = given
  await tx
    .insertInto('study_share')
    .values({
      person_id: given.personId,
      item: given.item,
      community_id: given.communityId,
      pre_right: pre.right,
      pre_of: pre.of,
      post_right: post.right,
      post_of: post.of,
      shared_at: given.sharedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Takes a shared result back. */
export async function unshareResult(tx: Tx, given: Key & { communityId: string }): Promise<void> {
  await tx
    .deleteFrom('study_share')
    .where('person_id', '=', given.personId)
    .where('item', '=', given.item)
    .where('community_id', '=', given.communityId)
    .execute()
}

/** Where someone shows their results of an item. */
export async function listOwnShares(tx: Tx, { personId, item }: Key): Promise<SharedResult[]> {
  const rows = await tx
    .selectFrom('study_share')
    .selectAll()
    .where('person_id', '=', personId)
    .where('item', '=', item)
    .execute()
  return rows.map(sharedOf)
}

/** More results than a community's people share. */
const most = 1000

/** What people show to their community, by item. */
export async function listSharedResults(tx: Tx, communityId: string): Promise<SharedResult[]> {
  const rows = await tx
    .selectFrom('study_share')
    .selectAll()
    .where('community_id', '=', communityId)
    .orderBy('item')
    .orderBy('shared_at')
    .limit(most)
    .execute()
  return rows.map(sharedOf)
}

type ShareRow = {
  person_id: string
  item: string
  community_id: string
  pre_right: number
  pre_of: number
  post_right: number
  post_of: number
  shared_at: Date
}

function sharedOf(row: ShareRow): SharedResult {
  return {
    personId: row.person_id,
    item: row.item,
    communityId: row.community_id,
    pre: { right: row.pre_right, of: row.pre_of },
    post: { right: row.post_right, of: row.post_of },
    sharedAt: row.shared_at,
  }
}
