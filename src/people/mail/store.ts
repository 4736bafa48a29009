import type { Tx } from '../../platform/database/connection.ts'
import { isOptional, type MailKind, type MailStatus, type OptionalKind } from '../../platform/mail/mail.ts'

export type OwnMail = { id: string; kind: MailKind; subject: string; status: MailStatus; at: Date }

/** The messages to a person, newest first; one more than asked for says that there is another page. */
export async function listOwnMail(
  tx: Tx,
  personId: string,
  page: { limit: number; offset: number },
): Promise<OwnMail[]> {
  const rows = await tx
    .selectFrom('mail_message')
    .select(['id', 'kind', 'subject', 'status', 'created_at', 'sent_at'])
    .where('person_id', '=', personId)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(page.limit)
    .offset(page.offset)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as MailKind,
    subject: row.subject,
    status: row.status as MailStatus,
    at: row.sent_at ?? row.created_at,
  }))
}

/** The messages to a person, for their own export. What signed them in is left out. */
export async function exportOwnMail(tx: Tx, personId: string): Promise<Record<string, string | null>[]> {
  const rows = await tx
    .selectFrom('mail_message')
    .select(['kind', 'address', 'language', 'subject', 'paragraphs', 'secret', 'status', 'created_at', 'sent_at'])
    .where('person_id', '=', personId)
    .orderBy('created_at', 'desc')
    .limit(5000)
    .execute()
  return rows.map((row) => ({
    kind: row.kind,
    address: row.address,
    language: row.language,
    subject: row.subject,
    text: row.secret ? null : (row.paragraphs as string[]).join('\n\n'),
    status: row.status,
    createdAt: row.created_at.toISOString(),
    sentAt: row.sent_at?.toISOString() ?? null,
  }))
}

export type Showing = { at: Date; subject: string; by: string | undefined }

/** Who looked into a person's messages, newest first. */
export async function listShowings(tx: Tx, personId: string): Promise<Showing[]> {
  const rows = await tx
    .selectFrom('mail_showing as showing')
    .innerJoin('mail_message as message', 'message.id', 'showing.message_id')
    .leftJoin('people_person as reader', 'reader.id', 'showing.shown_by')
    .select(['showing.at', 'message.subject', 'reader.name'])
    .where('showing.person_id', '=', personId)
    .orderBy('showing.at', 'desc')
    .limit(50)
    .execute()
  return rows.map((row) => ({ at: row.at, subject: row.subject, by: row.name ?? undefined }))
}

/** The kinds of mail a person does not want. */
export async function listRefusals(tx: Tx, personId: string): Promise<OptionalKind[]> {
  const rows = await tx.selectFrom('mail_refusal').select('kind').where('person_id', '=', personId).execute()
  return rows.map((row) => row.kind).filter(isOptional)
}

/** Takes note of what a person does not want from now on; what is not named is wanted again. */
export async function setRefusals(tx: Tx, personId: string, kinds: readonly OptionalKind[], now: Date): Promise<void> {
  await tx.deleteFrom('mail_refusal').where('person_id', '=', personId).execute()
  for (const kind of kinds) await refuse(tx, personId, kind, now)
}

/** Takes note that a person does not want a kind of mail. Once is enough. */
export async function refuse(tx: Tx, personId: string, kind: OptionalKind, now: Date): Promise<void> {
  await tx
    .insertInto('mail_refusal')
    .values({ person_id: personId, kind, since: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Whose message a link under it belongs to, and of which kind it was. */
export async function findByUnsubscribeToken(
  tx: Tx,
  token: string,
): Promise<{ personId: string; kind: OptionalKind } | undefined> {
  const row = await tx
    .selectFrom('mail_message')
    .select(['person_id', 'kind'])
    .where('unsubscribe_token', '=', token)
    .executeTakeFirst()
  return row?.person_id && isOptional(row.kind) ? { personId: row.person_id, kind: row.kind } : undefined
}
