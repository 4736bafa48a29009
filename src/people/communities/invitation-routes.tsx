import { type Context, Hono } from 'hono'
import { paths } from '../../paths.ts'
import type { Tx } from '../../platform/database/connection.ts'
import { uuid } from '../../platform/ids.ts'
import { readForm, textIn } from '../../platform/web/posted-form.ts'
import { privateLinkHeaders } from '../../platform/web/security-headers.ts'
import { dayIn } from '../../ui/dates.ts'
import { documentOf } from '../../ui/layout.tsx'
import type { FieldError } from '../../ui/parts.tsx'
import type { Actor, ActorEnvironment } from '../access/actor.ts'
import { asService } from '../access/person-store.ts'
import { type RoomDependencies, signedIn } from '../access/room.ts'
import { getCommunity } from './community-store.ts'
import { recordCommunityEvent } from './event-store.ts'
import { type Invitation, invitationState } from './invitation.ts'
import { invitationMessages } from './invitation-messages.ts'
import { InvitationPage, type InvitationPageProps } from './invitation-page.tsx'
import { closeInvitation, lockInvitationByToken, lockInvitationTo } from './invitation-store.ts'
import { addMember, listMembers, nameOf } from './members-store.ts'

/** By the secret of its link, or by its id for the person whose address it was sent to. */
async function lockFor(tx: Tx, token: string, actor: Actor | undefined): Promise<Invitation | undefined> {
  if (!uuid.test(token)) return lockInvitationByToken(tx, token)
  return actor && lockInvitationTo(tx, token, actor.email)
}

/** What the link of an invitation leads to. The page is public on purpose: its address is the secret. */
export function invitationRoutes(deps: RoomDependencies) {
  const { db, guard, asset, now } = deps

  const view = async (tx: Tx, invitation: Invitation, actor: Actor | undefined) => {
    const community = await getCommunity(tx, invitation.communityId)
    const members = await listMembers(tx, invitation.communityId)
    return {
      invitation,
      state: invitationState(invitation, now()),
      communityName: community.name,
      inviter: await nameOf(tx, invitation.invitedBy),
      until: dayIn(invitation.expiresAt, actor?.timeZone ?? community.timeZone),
      member: members.some(({ personId }) => personId === actor?.personId),
    }
  }

  const page = (
    c: Context<ActorEnvironment>,
    actor: Actor | undefined,
    more: Partial<InvitationPageProps> & { errors?: FieldError[] },
  ) =>
    documentOf(
      <InvitationPage
        language={c.var.language}
        path={c.req.path}
        asset={asset}
        token={c.req.param('token') ?? ''}
        errors={[]}
        {...(actor ? { person: signedIn(actor), email: actor.email } : {})}
        {...more}
      />,
    )

  return new Hono<ActorEnvironment>()
    .use('/invitations/*', privateLinkHeaders)
    .get('/invitations/:token', async (c) => {
      const actor = await guard.actorOf(c)
      const found = await asService(db, async (tx) => {
        const invitation = await lockFor(tx, c.req.param('token'), actor)
        return invitation && (await view(tx, invitation, actor))
      })
      if (found?.state === 'accepted' && actor && found.invitation.acceptedBy === actor.personId) {
        return c.redirect(paths.community(c.var.language, found.invitation.communityId), 303)
      }
      return c.html(
        page(c, actor, found ? { found } : {}),
        found === undefined ? 404 : found.state === 'open' ? 200 : 410,
      )
    })
    .post('/invitations/:token/accept', guard.program('account.own'), async (c) => {
      const { actor, language } = c.var
      const form = await readForm(c.req)
      const at = now()
      // Whoever accepts is no member yet: the service adds them, on the word of the invitation that it holds locked.
      const outcome = await asService(db, async (tx) => {
        const invitation = await lockFor(tx, c.req.param('token'), actor)
        if (invitation === undefined) return { done: false as const }
        const { communityId, role } = invitation
        const again = invitation.acceptedBy === actor.personId
        const sameAddress = invitation.email === actor.email
        const open = invitationState(invitation, at) === 'open'
        if (again || (open && (sameAddress || textIn(form, 'confirm') === 'yes'))) {
          if (!again) {
            await addMember(tx, { communityId, personId: actor.personId, role, title: invitation.title, at })
            await closeInvitation(tx, invitation.id, { how: 'accepted', at, by: actor.personId })
            await recordCommunityEvent(tx, {
              communityId,
              personId: actor.personId,
              act: 'member.joined',
              at,
              detail: { role, invitation: invitation.id, otherAddress: !sameAddress },
            })
          }
          return { done: true as const, invitation }
        }
        return { done: false as const, found: await view(tx, invitation, actor), confirm: open }
      })
      if (outcome.done) {
        const { communityId, journeyId } = outcome.invitation
        const to = journeyId ? paths.journey(language, journeyId, 'diagnostic') : paths.community(language, communityId)
        return c.redirect(to, 303)
      }
      const errors = outcome.confirm ? [{ field: 'confirm', message: invitationMessages[language].confirmError }] : []
      const { found } = outcome
      return c.html(page(c, actor, found ? { found, errors } : {}), outcome.confirm ? 422 : found ? 410 : 404)
    })
    .post('/invitations/:token/decline', guard.program('account.own'), async (c) => {
      const { actor } = c.var
      const at = now()
      const found = await asService(db, async (tx) => {
        const invitation = await lockFor(tx, c.req.param('token'), actor)
        if (invitation === undefined) return undefined
        const before = await view(tx, invitation, actor)
        if (before.state === 'open') {
          await closeInvitation(tx, invitation.id, { how: 'declined', at })
          await recordCommunityEvent(tx, {
            communityId: invitation.communityId,
            act: 'member.declined',
            at,
            detail: { role: invitation.role, invitation: invitation.id },
          })
        }
        return before
      })
      const said = found?.state === 'open' || found?.state === 'declined'
      return c.html(
        page(c, actor, found ? { found, declined: said } : {}),
        found === undefined ? 404 : said ? 200 : 410,
      )
    })
}
