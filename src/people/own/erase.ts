import type { Tx } from '../../platform/database/connection.ts'
import type { Actor } from '../access/actor.ts'
import { lockCommunity } from '../communities/community-store.ts'
import { recordCommunityEvent } from '../communities/event-store.ts'
import { endRoles, listMembers } from '../communities/members-store.ts'
import { isLastLead } from '../communities/membership.ts'
import type { Blocked } from './data-pages.tsx'
import { deletePerson, isHeld, listOwnCommunities, setPurpose } from './own-store.ts'
import type { PersonalData } from './personal-data.ts'

/**
 * What stands in the way of deleting an account. A community whose only person goes keeps its record, and the program may name a new
 * lead; one where others take part is handed over first. The transaction's purpose is `service`.
 */
export async function whatBlocks(tx: Tx, actor: Pick<Actor, 'personId' | 'staff'>): Promise<Blocked> {
  const handOver: Blocked['handOver'] = []
  for (const { communityId, left } of await listOwnCommunities(tx, actor.personId)) {
    if (left) continue
    const { name } = await lockCommunity(tx, communityId)
    const members = await listMembers(tx, communityId)
    if (members.length > 1 && isLastLead(members, actor.personId)) handOver.push({ communityId, name })
  }
  return { staff: actor.staff.length > 0, hold: await isHeld(tx, actor.personId), handOver }
}

/**
 * Deletes a person's account and what is theirs in every room, in one whole.
 *
 * @param tx begun as the person with the purpose `export`
 * @returns nothing when something stands in the way; nothing is deleted then
 */
export async function eraseEverything(
  tx: Tx,
  given: { actor: Pick<Actor, 'personId' | 'staff'>; kept: readonly PersonalData[]; at: Date },
): Promise<{ certificate: string; count: number } | undefined> {
  const { actor, kept, at } = given
  const { personId } = actor
  await setPurpose(tx, 'service')
  const blocked = await whatBlocks(tx, actor)
  if (blocked.staff || blocked.hold || blocked.handOver.length > 0) return undefined
  await setPurpose(tx, 'export')
  const counts: Record<string, number> = {}
  for (const one of kept) {
    if (one.erase) counts[one.name] = await one.erase(tx, { personId, at })
  }
  await setPurpose(tx, 'service')
  for (const { communityId, roles, left } of await listOwnCommunities(tx, personId)) {
    if (left) continue
    await endRoles(tx, { communityId, personId, roles, at })
    // Without the name: the record stays, the person goes.
    await recordCommunityEvent(tx, { communityId, act: 'member.account-deleted', at, detail: { roles } })
  }
  await setPurpose(tx, 'identity')
  const certificate = await deletePerson(tx, { personId, counts, at })
  return { certificate, count: Object.values(counts).reduce((sum, count) => sum + count, 1) }
}
