import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { MemberRole } from '../../domain/access.ts'
import type { Tx } from '../../platform/database/connection.ts'
import type { DB } from '../../platform/database/tables.ts'
import { isLanguage, type Language } from '../../platform/languages.ts'
import { type Invitation, invitationDays } from './invitation.ts'

const expiry = (at: Date) => new Date(at.getTime() + invitationDays * 86_400_000)
const hashOf = (token: string) => createHash('sha256').update(token).digest()

/** A secret for the link; the database keeps its hash alone. */
function newToken(): { token: string; hash: Buffer } {
  const token = randomBytes(32).toString('base64url')
  return { token, hash: hashOf(token) }
}

/** @returns id, and the token that goes into the mail and nowhere else */
export async function insertInvitation(
  tx: Tx,
  given: {
    communityId: string
    journeyId?: string | undefined
    email: string
    role: MemberRole
    title?: string | undefined
    language: Language
    by: string
    at: Date
  },
): Promise<{ id: string; token: string; expiresAt: Date }> {
  const id = randomUUID()
  const { token, hash } = newToken()
  const expiresAt = expiry(given.at)
  await tx
    .insertInto('people_invitation')
    .values({
      id,
      community_id: given.communityId,
      journey_id: given.journeyId ?? null,
      email: given.email,
      role: given.role,
      title: given.title ?? null,
      language: given.language,
      token_hash: hash,
      invited_by: given.by,
      invited_at: given.at,
      sent_at: given.at,
      expires_at: expiresAt,
    })
    .execute()
  return { id, token, expiresAt }
}

/** Gives an invitation a new secret and fourteen more days; the link of the earlier mail stops working. */
export async function renewInvitation(tx: Tx, id: string, at: Date): Promise<{ token: string; expiresAt: Date }> {
  const { token, hash } = newToken()
  const expiresAt = expiry(at)
  await tx
    .updateTable('people_invitation')
    .set((eb) => ({ token_hash: hash, sent_at: at, sent_times: eb('sent_times', '+', 1), expires_at: expiresAt }))
    .where('id', '=', id)
    .execute()
  return { token, expiresAt }
}

/** Ends an invitation one way or another. */
export async function closeInvitation(
  tx: Tx,
  id: string,
  given: { how: 'declined' | 'revoked'; at: Date } | { how: 'accepted'; at: Date; by: string },
): Promise<void> {
  const set =
    given.how === 'accepted'
      ? { accepted_at: given.at, accepted_by: given.by }
      : given.how === 'declined'
        ? { declined_at: given.at }
        : { revoked_at: given.at }
  await tx.updateTable('people_invitation').set(set).where('id', '=', id).execute()
}

/** Finds an invitation by the secret of its link, and takes the row's lock: it is accepted once. */
export async function lockInvitationByToken(tx: Tx, token: string): Promise<Invitation | undefined> {
  const row = await tx
    .selectFrom('people_invitation')
    .selectAll()
    .where('token_hash', '=', hashOf(token))
    .forUpdate()
    .executeTakeFirst()
  return row && invitationOf(row)
}

/** Finds one of a community's invitations and takes its lock. */
export async function lockInvitation(tx: Tx, communityId: string, id: string): Promise<Invitation | undefined> {
  const row = await tx
    .selectFrom('people_invitation')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row && invitationOf(row)
}

/** The invitation of an address to a role that nobody has answered or taken back, expired or not. */
export async function findUnanswered(
  tx: Tx,
  communityId: string,
  email: string,
  role: MemberRole,
): Promise<Invitation | undefined> {
  const row = await tx
    .selectFrom('people_invitation')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('email', '=', email)
    .where('role', '=', role)
    .where('accepted_at', 'is', null)
    .where('declined_at', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return row && invitationOf(row)
}

/** Invitations of a community, newest first. */
export async function listInvitations(tx: Tx, communityId: string): Promise<Invitation[]> {
  const rows = await tx
    .selectFrom('people_invitation')
    .selectAll()
    .where('community_id', '=', communityId)
    .orderBy('invited_at', 'desc')
    .limit(200)
    .execute()
  return rows.map(invitationOf)
}

/** How many invitations a community sent since a moment. */
export async function countInvitedSince(tx: Tx, communityId: string, since: Date): Promise<number> {
  const row = await tx
    .selectFrom('people_invitation')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('community_id', '=', communityId)
    .where('invited_at', '>', since)
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}

/** Invitations that wait for an address; the transaction is the service's, so the caller names whose address it is. */
export async function listInvitationsTo(
  tx: Tx,
  email: string,
  now: Date,
): Promise<{ id: string; communityName: string; role: MemberRole; expiresAt: Date }[]> {
  const rows = await tx
    .selectFrom('people_invitation as invitation')
    .innerJoin('people_community as community', 'community.id', 'invitation.community_id')
    .select(['invitation.id', 'community.name', 'invitation.role', 'invitation.expires_at'])
    .where('invitation.email', '=', email)
    .where('invitation.accepted_at', 'is', null)
    .where('invitation.declined_at', 'is', null)
    .where('invitation.revoked_at', 'is', null)
    .where('invitation.expires_at', '>', now)
    .orderBy('invitation.expires_at')
    .limit(20)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    communityName: row.name,
    role: row.role as MemberRole,
    expiresAt: row.expires_at,
  }))
}

/** An invitation to an address, by its id, locked; for the person who has shown that the address is theirs. */
export async function lockInvitationTo(tx: Tx, id: string, email: string): Promise<Invitation | undefined> {
  const row = await tx
    .selectFrom('people_invitation')
    .selectAll()
    .where('id', '=', id)
    .where('email', '=', email)
    .forUpdate()
    .executeTakeFirst()
  return row && invitationOf(row)
}

function invitationOf(row: Selectable<DB['people_invitation']>): Invitation {
  return {
    id: row.id,
    communityId: row.community_id,
    journeyId: row.journey_id ?? undefined,
    email: row.email,
    role: row.role as MemberRole,
    title: row.title ?? undefined,
    language: isLanguage(row.language) ? row.language : 'en',
    invitedBy: row.invited_by ?? undefined,
    invitedAt: row.invited_at,
    sentAt: row.sent_at,
    sentTimes: row.sent_times,
    expiresAt: row.expires_at,
    acceptedAt: row.accepted_at ?? undefined,
    acceptedBy: row.accepted_by ?? undefined,
    declinedAt: row.declined_at ?? undefined,
    revokedAt: row.revoked_at ?? undefined,
  }
}
