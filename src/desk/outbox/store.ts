import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connection.ts'
import type { MailKind, MailStatus } from '../../platform/mail/mail.ts'
import { type KeptMail, keptMail } from '../../platform/mail/store.ts'

/** One line of the outbox: nothing of what the message says but its subject. */
export type OutboxLine = {
  id: string
  address: string
  kind: MailKind
  subject: string
  status: MailStatus
  createdAt: Date
}

/** Messages, newest first; one more than asked for says that there is another page. */
export async function listOutbox(
  tx: Tx,
  filter: { status?: MailStatus | undefined; limit: number; offset: number },
): Promise<OutboxLine[]> {
  let query = tx
    .selectFrom('mail_message')
    .select(['id', 'address', 'kind', 'subject', 'status', 'created_at'])
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(filter.limit)
    .offset(filter.offset)
  if (filter.status) query = query.where('status', '=', filter.status)
  const rows = await query.execute()
  return rows.map((row) => ({
    id: row.id,
    address: row.address,
    kind: row.kind as MailKind,
    subject: row.subject,
    status: row.status as MailStatus,
    createdAt: row.created_at,
  }))
}

/** How many messages stand where. */
export async function countOutbox(tx: Tx): Promise<Partial<Record<MailStatus, number>>> {
  const rows = await tx
    .selectFrom('mail_message')
    .select((eb) => ['status', eb.fn.countAll<string>().as('n')])
    .groupBy('status')
    .execute()
  return Object.fromEntries(rows.map((row) => [row.status, Number(row.n)]))
}

export async function findOutboxMail(tx: Tx, id: string): Promise<KeptMail | undefined> {
  const row = await tx.selectFrom('mail_message').selectAll().where('id', '=', id).executeTakeFirst()
  return row && keptMail(row)
}

/** Who looked into a message, newest first. */
export async function listReaders(tx: Tx, id: string): Promise<{ at: Date; by: string | undefined }[]> {
  const rows = await tx
    .selectFrom('mail_showing as showing')
    .leftJoin('people_person as reader', 'reader.id', 'showing.shown_by')
    .select(['showing.at', 'reader.name'])
    .where('showing.message_id', '=', id)
    .orderBy('showing.at', 'desc')
    .limit(50)
    .execute()
  return rows.map((row) => ({ at: row.at, by: row.name ?? undefined }))
}

/** Takes note that someone looked into a message; the person it is for sees it. */
export async function insertShowing(
  tx: Tx,
  given: { mail: Pick<KeptMail, 'id' | 'to'>; by: string; at: Date },
): Promise<void> {
  await tx
    .insertInto('mail_showing')
    .values({
      message_id: given.mail.id,
      person_id: given.mail.to.personId ?? null,
      shown_by: given.by,
      at: given.at,
    })
    .execute()
}

/** From where a person may put a message back into the queue, or take it out. */
export const mayResend: readonly MailStatus[] = ['failed', 'held', 'cancelled', 'sending']
export const mayCancel: readonly MailStatus[] = ['queued', 'failed', 'held', 'sending']

/** A message that is being sent at this moment is nobody's to decide on: only one that has stood there for a while. */
const sendingTakes = 300_000

/**
 * Puts a message back into the queue, or takes it out.
 *
 * @returns whether it still stood where that is possible
 */
export async function decideMail(tx: Tx, id: string, status: 'queued' | 'cancelled', now: Date): Promise<boolean> {
  const from = status === 'queued' ? mayResend : mayCancel
  const { numUpdatedRows } = await tx
    .updateTable('mail_message')
    .set({
      status,
      problem: null,
      sending_since: null,
      ...(status === 'queued' ? { not_before: now, attempts: 0 } : {}),
    })
    .where('id', '=', id)
    .where('status', 'in', [...from])
    .where(sql<boolean>`NOT (secret AND paragraphs = '[]')`)
    .where((eb) =>
      eb.or([
        eb('status', '<>', 'sending'),
        eb('problem', 'is not', null),
        eb('sending_since', '<', new Date(now.getTime() - sendingTakes)),
      ]),
    )
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** A link to sign in lives minutes; an hour later it would only puzzle. */
const signInLives = 3_600_000

/** Puts held messages back into the queue and drops sign-in links that ran out. @returns what is in the queue again */
export async function releaseHeld(tx: Tx, now: Date, limit: number): Promise<{ id: string; notBefore: Date }[]> {
  await tx
    .updateTable('mail_message')
    .set({ status: 'cancelled' })
    .where('status', '=', 'held')
    .where('kind', '=', 'sign-in')
    .where('created_at', '<', new Date(now.getTime() - signInLives))
    .execute()
  const rows = await tx
    .updateTable('mail_message')
    .set({ status: 'queued', not_before: now })
    .where('id', 'in', (eb) => eb.selectFrom('mail_message').select('id').where('status', '=', 'held').limit(limit))
    .returning('id')
    .execute()
  return rows.map(({ id }) => ({ id, notBefore: now }))
}
