import type { MemberRole } from '../../domain/access.ts'
import type { Language } from '../../platform/languages.ts'

/** How long an invitation may be accepted. */
export const invitationDays = 14

/** A promise of a role to whoever reads an address. */
export type Invitation = {
  id: string
  communityId: string
  /** Where accepting leads, for those invited to answer. */
  journeyId: string | undefined
  email: string
  role: MemberRole
  title: string | undefined
  language: Language
  invitedBy: string | undefined
  invitedAt: Date
  sentAt: Date
  sentTimes: number
  expiresAt: Date
  acceptedAt: Date | undefined
  acceptedBy: string | undefined
  declinedAt: Date | undefined
  revokedAt: Date | undefined
}

export type InvitationState = 'open' | 'expired' | 'accepted' | 'declined' | 'revoked'

/** Where an invitation stands. */
export function invitationState(
  invitation: Pick<Invitation, 'acceptedAt' | 'declinedAt' | 'revokedAt' | 'expiresAt'>,
  now: Date,
): InvitationState {
  if (invitation.acceptedAt) return 'accepted'
  if (invitation.declinedAt) return 'declined'
  if (invitation.revokedAt) return 'revoked'
  return invitation.expiresAt <= now ? 'expired' : 'open'
}
