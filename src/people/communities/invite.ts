import type { MemberRole } from '../../domain/access.ts'
import { paths } from '../../paths.ts'
import type { Tx } from '../../platform/database/connection.ts'
import type { Language } from '../../platform/languages.ts'
import type { QueueMail } from '../../platform/mail/mail.ts'
import { longDate } from '../../ui/dates.ts'
import { getCommunity } from './community-store.ts'
import { recordCommunityEvent } from './event-store.ts'
import { invitationState } from './invitation.ts'
import { invitationMessages } from './invitation-messages.ts'
import {
  countInvitedSince,
  findUnanswered,
  insertInvitation,
  lockInvitation,
  renewInvitation,
} from './invitation-store.ts'
import { listMembers, nameOf } from './members-store.ts'

/** Invitations that one community may send in a day. */
const mostInADay = 60

/** A second click within this time sends no second mail. */
const pause = 60_000

export type InviteProblem = 'no-address' | 'already-member' | 'already-invited' | 'too-many'

type Sending = { queueMail: QueueMail; origin: string }

/**
 * Invites an address to a role in a community, in the caller's transaction as a lead or steward, and queues the mail. An earlier
 * invitation that has expired is sent anew.
 *
 * @param given.journeyId where accepting leads, for those invited to answer
 */
export async function inviteMember(
  tx: Tx,
  { queueMail, origin }: Sending,
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
): Promise<{ ok: true; invitationId: string } | { ok: false; reason: InviteProblem }> {
  const { communityId, role, at } = given
  const email = readAddress(given.email)
  if (email === undefined) return { ok: false, reason: 'no-address' }
  const members = await listMembers(tx, communityId)
  if (members.some((member) => member.email === email && member.roles.includes(role))) {
    return { ok: false, reason: 'already-member' }
  }
  const before = await findUnanswered(tx, communityId, email, role)
  if (before && invitationState(before, at) === 'open') return { ok: false, reason: 'already-invited' }
  if ((await countInvitedSince(tx, communityId, new Date(at.getTime() - 86_400_000))) >= mostInADay) {
    return { ok: false, reason: 'too-many' }
  }
  const sent = before
    ? { id: before.id, ...(await renewInvitation(tx, before.id, at)) }
    : await insertInvitation(tx, { ...given, email })
  await recordCommunityEvent(tx, {
    communityId,
    personId: given.by,
    act: 'member.invited',
    at,
    detail: { role, invitation: sent.id },
  })
  await queueInvitation(tx, { queueMail, origin }, { ...given, ...sent, email, times: (before?.sentTimes ?? 0) + 1 })
  return { ok: true, invitationId: sent.id }
}

/**
 * Sends an invitation once more with a new link; the old link stops working.
 *
 * @returns false when there is nothing to send: answered, taken back, or sent a moment ago
 */
export async function resendInvitation(
  tx: Tx,
  sending: Sending,
  given: { communityId: string; id: string; by: string; at: Date },
): Promise<boolean> {
  const { communityId, id, by, at } = given
  const invitation = await lockInvitation(tx, communityId, id)
  const state = invitation && invitationState(invitation, at)
  if (!invitation || (state !== 'open' && state !== 'expired')) return false
  if (at.getTime() - invitation.sentAt.getTime() < pause) return false
  const sent = await renewInvitation(tx, id, at)
  await recordCommunityEvent(tx, {
    communityId,
    personId: by,
    act: 'member.invited-again',
    at,
    detail: { role: invitation.role, invitation: id },
  })
  await queueInvitation(tx, sending, { ...invitation, ...sent, by, at, times: invitation.sentTimes + 1 })
  return true
}

async function queueInvitation(
  tx: Tx,
  { queueMail, origin }: Sending,
  given: {
    id: string
    token: string
    times: number
    communityId: string
    email: string
    role: MemberRole
    language: Language
    by: string
    at: Date
    expiresAt: Date
  },
): Promise<void> {
  const t = invitationMessages[given.language]
  const community = await getCommunity(tx, given.communityId)
  const inviter = (await nameOf(tx, given.by)) ?? community.name
  const until = longDate(given.expiresAt.toISOString().slice(0, 10), given.language)
  const mail = t.mail({ community: community.name, inviter, role: t.asRole[given.role], until })
  await queueMail(
    tx,
    {
      key: `member.invited:${given.id}:${given.times}`,
      kind: 'invitation',
      to: { address: given.email },
      language: given.language,
      subject: mail.subject,
      paragraphs: mail.paragraphs,
      link: { label: mail.link, href: origin + paths.invitation(given.language, given.token) },
      communityId: given.communityId,
      secret: true,
      cancelTag: `invitation:${given.id}`,
    },
    given.at,
  )
}

/** An address in small letters, if it is one that mail can be sent to. */
export function readAddress(text: string): string | undefined {
  const address = text.trim().toLowerCase()
  return /^[^\s@<>()[\],;:"\\]{1,64}@[^\s@<>()[\],;:"\\]+\.[^\s@.<>()[\],;:"\\]{2,}$/.test(address) &&
    address.length <= 254
    ? address
    : undefined
}
