import { paths } from '../../paths.ts'
import type { Tx } from '../../platform/database/connection.ts'
import type { QueueMail } from '../../platform/mail/mail.ts'
import type { Actor } from '../access/actor.ts'
import { lockCommunity } from './community-store.ts'
import { recordCommunityEvent } from './event-store.ts'
import { membersMessages } from './members-messages.ts'
import { addMember, endRoles, listMembers } from './members-store.ts'
import { type Change, endMembership } from './membership.ts'

/**
 * Someone leaves by their own wish; the last lead names who leads next. Runs as the service, since who leaves may not be allowed to
 * change the list of members.
 */
export async function leaveCommunity(
  tx: Tx,
  { queueMail, origin }: { queueMail: QueueMail; origin: string },
  given: {
    communityId: string
    actor: Pick<Actor, 'personId' | 'name'>
    successor?: string | undefined
    at: Date
  },
): Promise<Change> {
  const { communityId, actor, at } = given
  const community = await lockCommunity(tx, communityId)
  const members = await listMembers(tx, communityId)
  const change = endMembership(members, {
    personId: actor.personId,
    byLead: false,
    own: true,
    successor: given.successor,
  })
  if (!change.ok) return change
  const { successor } = change
  if (successor !== undefined) {
    await addMember(tx, { communityId, personId: successor, role: 'lead', at })
    await recordCommunityEvent(tx, {
      communityId,
      personId: actor.personId,
      act: 'community.handed-over',
      at,
      detail: { to: successor },
    })
    const next = members.find(({ personId }) => personId === successor)
    if (next) {
      const { language } = next
      const mail = membersMessages[language].mail({ community: community.name, from: actor.name })
      await queueMail(
        tx,
        {
          key: `community.handed-over:${communityId}:${successor}:${at.toISOString()}`,
          kind: 'stage-change',
          to: { address: next.email, name: next.name, personId: successor },
          language,
          subject: mail.subject,
          paragraphs: mail.paragraphs,
          link: { label: mail.link, href: origin + paths.community(language, communityId) },
          communityId,
        },
        at,
      )
    }
  }
  await endRoles(tx, { communityId, personId: actor.personId, roles: change.end, at })
  await recordCommunityEvent(tx, {
    communityId,
    personId: actor.personId,
    act: 'member.left',
    at,
    detail: { roles: change.end },
  })
  return change
}
