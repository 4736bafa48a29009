import type { MemberRole } from '../../domain/access.ts'

/** A person of a community and the roles they have there. */
export type MemberRoles = { personId: string; roles: readonly MemberRole[] }

export type Change =
  | { ok: true; add: MemberRole[]; end: MemberRole[]; successor?: string }
  | { ok: false; reason: 'no-such-member' | 'no-role' | 'last-lead' | 'only-leads-make-leads' | 'no-such-successor' }

const isLead = (member: MemberRoles) => member.roles.includes('lead')

/** Whether a community would be left without a lead if this one stopped being one. */
export function isLastLead(members: readonly MemberRoles[], personId: string): boolean {
  const leads = members.filter(isLead)
  return leads.length === 1 && leads[0]?.personId === personId
}

/**
 * Gives a member other roles. A community always keeps a lead, and only a lead makes or unmakes one: whoever approves people does not
 * thereby decide who leads.
 */
export function changeRoles(
  members: readonly MemberRoles[],
  given: { personId: string; roles: readonly MemberRole[]; byLead: boolean },
): Change {
  const member = members.find(({ personId }) => personId === given.personId)
  if (member === undefined) return { ok: false, reason: 'no-such-member' }
  if (given.roles.length === 0) return { ok: false, reason: 'no-role' }
  const add = given.roles.filter((role) => !member.roles.includes(role))
  const end = member.roles.filter((role) => !given.roles.includes(role))
  if ([...add, ...end].includes('lead') && !given.byLead) return { ok: false, reason: 'only-leads-make-leads' }
  if (end.includes('lead') && isLastLead(members, given.personId)) return { ok: false, reason: 'last-lead' }
  return { ok: true, add, end }
}

/**
 * Takes a member out, by their own wish or by another's. The last lead hands over first.
 *
 * @param given.successor who leads from then on; needed from the last lead
 */
export function endMembership(
  members: readonly MemberRoles[],
  given: { personId: string; byLead: boolean; own: boolean; successor?: string | undefined },
): Change {
  const member = members.find(({ personId }) => personId === given.personId)
  if (member === undefined) return { ok: false, reason: 'no-such-member' }
  if (isLead(member) && !given.own && !given.byLead) return { ok: false, reason: 'only-leads-make-leads' }
  const end = [...member.roles]
  if (!isLastLead(members, given.personId)) return { ok: true, add: [], end }
  if (given.successor === undefined || given.successor === '') return { ok: false, reason: 'last-lead' }
  const next = members.find(({ personId }) => personId === given.successor)
  if (next === undefined || next.personId === given.personId) return { ok: false, reason: 'no-such-successor' }
  return { ok: true, add: [], end, successor: next.personId }
}
