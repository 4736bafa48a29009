import { randomUUID } from 'node:crypto'
import { type Selectable, sql } from 'kysely'
import type { Tx } from '../database/connection.ts'
import type { DB } from '../database/tables.ts'
import { isLanguage } from '../languages.ts'
import type { Mail, MailKind, MailStatus } from './mail.ts'

/** A message as it is kept. */
export type KeptMail = Omit<Mail, 'notBefore'> & {
  id: string
  status: MailStatus
  attempts: number
  /** What kept it from leaving, as the mail server or the service said it. */
  problem: string | undefined
  notBefore: Date
  createdAt: Date
  sendingSince: Date | undefined
  sentAt: Date | undefined
  unsubscribeToken: string
}

/**
 * Keeps a message until it has left, unless one with its key is kept already.
 *
 * @returns its id and when it may leave; nothing when the key was known
 */
export async function insertMail(tx: Tx, mail: Mail, now: Date): Promise<{ id: string; notBefore: Date } | undefined> {
  const id = randomUUID()
  const notBefore = mail.notBefore ?? now
  // Without a target in the conflict, so that the row need not be one the transaction's person may see.
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('mail_message')
    .values({
      id,
      key: mail.key,
      kind: mail.kind,
      person_id: mail.to.personId ?? null,
      address: mail.to.address,
      name: mail.to.name ?? null,
      language: mail.language,
      subject: mail.subject,
      paragraphs: JSON.stringify(mail.paragraphs),
      link: mail.link ? JSON.stringify(mail.link) : null,
      attachments: JSON.stringify(mail.attachments ?? []),
      secret: mail.secret ?? false,
      community_id: mail.communityId ?? null,
      journey_id: mail.journeyId ?? null,
      cancel_tag: mail.cancelTag ?? null,
      not_before: notBefore,
      created_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n ? { id, notBefore } : undefined
}

/** Drops every message with a tag that has not left, whoever it was for. @returns how many */
export async function cancelMail(tx: Tx, tag: string): Promise<number> {
  const { rows } = await sql<{ cancelled: number }>`SELECT mail_cancel(${tag}) AS cancelled`.execute(tx)
  return rows[0]?.cancelled ?? 0
}

/**
 * Takes a message for sending: from now on it is `sending`, and no other process will take it.
 *
 * @returns nothing when it is not waiting, not yet due, or another process holds it
 */
export async function takeMail(tx: Tx, id: string, now: Date): Promise<KeptMail | undefined> {
  const row = await tx
    .selectFrom('mail_message')
    .selectAll()
    .where('id', '=', id)
    .where('status', '=', 'queued')
    .where('not_before', '<=', now)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  return row && keptMail(row)
}

/** Whether the person asked not to get this kind of mail. */
export async function isRefused(tx: Tx, mail: Pick<KeptMail, 'kind' | 'to'>): Promise<boolean> {
  if (mail.to.personId === undefined) return false
  const row = await tx
    .selectFrom('mail_refusal')
    .select('since')
    .where('person_id', '=', mail.to.personId)
    .where('kind', '=', mail.kind)
    .executeTakeFirst()
  return row !== undefined
}

/** Writes down where a message stands. Once a secret one has left, what it held is erased. */
export async function setMailStatus(
  tx: Tx,
  mail: Pick<KeptMail, 'id' | 'secret'>,
  status: MailStatus,
  given: { now: Date; problem?: string; attempt?: boolean; notBefore?: Date } = { now: new Date(0) },
): Promise<void> {
  const erased = status === 'sent' && mail.secret
  await tx
    .updateTable('mail_message')
    .set((eb) => ({
      status,
      problem: given.problem ?? null,
      ...(given.attempt ? { attempts: eb('attempts', '+', 1) } : {}),
      ...(given.notBefore ? { not_before: given.notBefore } : {}),
      sending_since: status === 'sending' ? given.now : null,
      ...(status === 'sent' ? { sent_at: given.now } : {}),
      ...(erased ? { paragraphs: '[]', link: null } : {}),
    }))
    .where('id', '=', mail.id)
    .execute()
}

/** Messages that wait, soonest first: for a start, when the jobs that would send them may be missing. */
export async function listWaiting(tx: Tx, after: { notBefore: Date; id: string } | undefined, limit: number) {
  let query = tx.selectFrom('mail_message').select(['id', 'not_before']).where('status', '=', 'queued')
  if (after) {
    query = query.where(sql<boolean>`(not_before, id) > (${after.notBefore}, ${after.id}::uuid)`)
  }
  const rows = await query.orderBy('not_before').orderBy('id').limit(limit).execute()
  return rows.map((row) => ({ id: row.id, notBefore: row.not_before }))
}

/** Removes what left, or was dropped, before a moment. @returns how many */
export async function deleteOldMail(tx: Tx, before: Date): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('mail_message')
    .where('created_at', '<', before)
    .where('status', 'in', ['sent', 'cancelled', 'failed', 'held'])
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

/** Erases sign-in links that never left and have long run out. */
export async function dropSpentLinks(tx: Tx, before: Date): Promise<void> {
  await tx
    .updateTable('mail_message')
    .set({ status: 'cancelled', paragraphs: '[]', link: null })
    .where('created_at', '<', before)
    .where('status', 'in', ['held', 'failed', 'cancelled'])
    .where('kind', '=', 'sign-in')
    .where(sql<boolean>`paragraphs <> '[]'`)
    .execute()
}

/** The row as our own type. */
export function keptMail(row: Selectable<DB['mail_message']>): KeptMail {
  const link = row.link as Mail['link'] | null
  return {
    id: row.id,
    key: row.key,
    kind: row.kind as MailKind,
    to: {
      address: row.address,
      ...(row.name === null ? {} : { name: row.name }),
      ...(row.person_id === null ? {} : { personId: row.person_id }),
    },
    language: isLanguage(row.language) ? row.language : 'en',
    subject: row.subject,
    paragraphs: row.paragraphs as string[],
    ...(link ? { link } : {}),
    attachments: row.attachments as NonNullable<Mail['attachments']>,
    secret: row.secret,
    ...(row.community_id === null ? {} : { communityId: row.community_id }),
    ...(row.journey_id === null ? {} : { journeyId: row.journey_id }),
    ...(row.cancel_tag === null ? {} : { cancelTag: row.cancel_tag }),
    status: row.status as MailStatus,
    attempts: row.attempts,
    problem: row.problem ?? undefined,
    notBefore: row.not_before,
    createdAt: row.created_at,
    sendingSince: row.sending_since ?? undefined,
    sentAt: row.sent_at ?? undefined,
    unsubscribeToken: row.unsubscribe_token,
  }
}
