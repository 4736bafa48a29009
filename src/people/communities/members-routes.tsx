import { type Context, Hono } from 'hono'
import { type MemberRole, memberRoles } from '../../domain/access.ts'
import { paths } from '../../paths.ts'
import { NotFoundError } from '../../platform/errors.ts'
import { uuid } from '../../platform/ids.ts'
import { isLanguage } from '../../platform/languages.ts'
import { cancelMail } from '../../platform/mail/store.ts'
import { readForm, textIn, textsIn } from '../../platform/web/posted-form.ts'
import { documentOf } from '../../ui/layout.tsx'
import type { FieldError } from '../../ui/parts.tsx'
import type { PlaceEnvironment } from '../access/actor.ts'
import { asPerson, asService } from '../access/person-store.ts'
import { frameOf, type RoomDependencies } from '../access/room.ts'
import { getCommunity, lockCommunity } from './community-store.ts'
import { recordCommunityEvent } from './event-store.ts'
import { invitationState } from './invitation.ts'
import { invitationMessages } from './invitation-messages.ts'
import { closeInvitation, listInvitations, lockInvitation } from './invitation-store.ts'
import { inviteMember, resendInvitation } from './invite.ts'
import { leaveCommunity } from './leaving.ts'
import { membersMessages } from './members-messages.ts'
import { InvitationsPage, type InviteValues, LeavePage, MemberPage, MembersPage } from './members-pages.tsx'
import { addMember, endRoles, listAssigned, listMembers, namesOf } from './members-store.ts'
import { changeRoles, endMembership, isLastLead } from './membership.ts'

/** The people of a community: who they are, what they may do, who is invited, and leaving. */
export function membersRoutes(deps: RoomDependencies) {
  const { db, guard, asset, now } = deps
  const common = (c: Context<PlaceEnvironment>) => ({
    frame: frameOf(c, asset),
    place: c.var.place,
    standing: c.var.standing,
    timeZone: c.var.actor.timeZone,
  })
  const byLead = (c: Context<PlaceEnvironment>) => c.var.standing.community.includes('lead')

  const memberPage = async (
    c: Context<PlaceEnvironment>,
    personId: string,
    given: { chosen?: readonly MemberRole[]; errors?: FieldError[] },
  ) => {
    const { actor, place } = c.var
    const members = await asPerson(db, actor, (tx) => listMembers(tx, place.communityId))
    const member = members.find((one) => one.personId === personId)
    if (member === undefined) throw new NotFoundError()
    return documentOf(
      <MemberPage
        {...common(c)}
        member={member}
        chosen={given.chosen ?? member.roles}
        errors={given.errors ?? []}
        self={personId === actor.personId}
      />,
    )
  }

  const invitationsPage = async (
    c: Context<PlaceEnvironment>,
    given: { values?: InviteValues; errors?: FieldError[]; note?: string | undefined },
  ) => {
    const { actor, place } = c.var
    const found = await asPerson(db, actor, async (tx) => {
      const invitations = await listInvitations(tx, place.communityId)
      const names = await namesOf(
        tx,
        invitations.map(({ acceptedBy }) => acceptedBy),
      )
      return { invitations, names, community: await getCommunity(tx, place.communityId) }
    })
    return documentOf(
      <InvitationsPage
        {...common(c)}
        invitations={found.invitations}
        names={found.names}
        now={now()}
        values={given.values ?? { email: '', role: 'contributor', title: '', language: found.community.language }}
        errors={given.errors ?? []}
        note={given.note}
      />,
    )
  }

  const leavePage = async (c: Context<PlaceEnvironment>, given: { chosen?: string; errors?: FieldError[] }) => {
    const { actor, place } = c.var
    const members = await asPerson(db, actor, (tx) => listMembers(tx, place.communityId))
    return documentOf(
      <LeavePage
        {...common(c)}
        handOver={isLastLead(members, actor.personId)}
        others={members.filter(({ personId }) => personId !== actor.personId)}
        chosen={given.chosen ?? ''}
        errors={given.errors ?? []}
      />,
    )
  }

  return new Hono<PlaceEnvironment>()
    .get('/communities/:community/members', guard.community('community.members'), async (c) => {
      const { actor, place, language } = c.var
      const found = await asPerson(db, actor, async (tx) => ({
        members: await listMembers(tx, place.communityId),
        assigned: await listAssigned(tx, place.communityId),
        invitations: await listInvitations(tx, place.communityId),
      }))
      const t = membersMessages[language]
      const saved = found.members.find(({ personId }) => personId === c.req.query('saved'))
      return c.html(
        documentOf(
          <MembersPage
            {...common(c)}
            members={found.members}
            assigned={found.assigned}
            waiting={found.invitations.filter((one) => invitationState(one, now()) === 'open').length}
            note={saved ? t.saved(saved.name) : c.req.query('removed') === undefined ? undefined : t.removed}
          />,
        ),
      )
    })
    .get('/communities/:community/members/:person', guard.community('community.invite'), async (c) =>
      c.html(await memberPage(c, c.req.param('person'), {})),
    )
    .post('/communities/:community/members/:person', guard.community('community.invite'), async (c) => {
      const { actor, place, language } = c.var
      const { communityId } = place
      const personId = c.req.param('person')
      const posted = textsIn(await readForm(c.req), 'roles')
      const roles = memberRoles.filter((role) => posted.includes(role))
      const at = now()
      const change = await asPerson(db, actor, async (tx) => {
        await lockCommunity(tx, communityId)
        const members = await listMembers(tx, communityId)
        const decided = changeRoles(members, { personId, roles, byLead: byLead(c) })
        if (!decided.ok || decided.add.length + decided.end.length === 0) return decided
        const title = members.find((member) => member.personId === personId)?.title
        for (const role of decided.add) await addMember(tx, { communityId, personId, role, title, at })
        await endRoles(tx, { communityId, personId, roles: decided.end, at })
        await recordCommunityEvent(tx, {
          communityId,
          personId: actor.personId,
          act: 'member.roles-changed',
          at,
          detail: { person: personId, added: decided.add, ended: decided.end },
        })
        return decided
      })
      if (change.ok) return c.redirect(`${paths.community(language, communityId, 'members')}?saved=${personId}`, 303)
      const message = membersMessages[language].errors[change.reason]
      const errors = [{ field: 'roles', message }]
      return c.html(await memberPage(c, personId, { chosen: roles, errors }), 422)
    })
    .post('/communities/:community/members/:person/remove', guard.community('community.invite'), async (c) => {
      const { actor, place, language } = c.var
      const { communityId } = place
      const personId = c.req.param('person')
      const t = membersMessages[language]
      const back = `${paths.community(language, communityId, 'members')}?removed`
      if (textIn(await readForm(c.req), 'confirm') !== 'yes') {
        const errors = [{ field: 'confirm', message: t.removeError }]
        return c.html(await memberPage(c, personId, { errors }), 422)
      }
      const at = now()
      const change = await asPerson(db, actor, async (tx) => {
        await lockCommunity(tx, communityId)
        const members = await listMembers(tx, communityId)
        const decided = endMembership(members, { personId, byLead: byLead(c), own: personId === actor.personId })
        if (!decided.ok) return decided
        await endRoles(tx, { communityId, personId, roles: decided.end, at })
        await recordCommunityEvent(tx, {
          communityId,
          personId: actor.personId,
          act: 'member.removed',
          at,
          detail: { person: personId, roles: decided.end },
        })
        return decided
      })
      // Sent twice: the person is gone already, which is what was asked for.
      if (change.ok || change.reason === 'no-such-member') return c.redirect(back, 303)
      const errors = [{ field: 'confirm', message: t.errors[change.reason] }]
      return c.html(await memberPage(c, personId, { errors }), 422)
    })
    .get('/communities/:community/invitations', guard.community('community.invite'), async (c) => {
      const t = invitationMessages[c.var.language]
      const notes: Record<string, string> = { again: t.sentAgain, nothing: t.notSent, revoked: t.takenBack }
      const sent = c.req.query('sent')
      return c.html(await invitationsPage(c, { note: sent ? t.sent(sent) : notes[c.req.query('note') ?? ''] }))
    })
    .post('/communities/:community/invitations', guard.community('community.invite'), async (c) => {
      const { actor, place, language } = c.var
      const { communityId } = place
      const t = invitationMessages[language]
      const form = await readForm(c.req)
      const mailLanguage = textIn(form, 'language')
      const values: InviteValues = {
        email: textIn(form, 'email').trim(),
        role: textIn(form, 'role'),
        title: textIn(form, 'title').replace(/\s+/g, ' ').trim().slice(0, 120),
        language: isLanguage(mailLanguage) ? mailLanguage : language,
      }
      const role = memberRoles.find((one) => one === values.role)
      if (role === undefined || (role === 'lead' && !byLead(c))) {
        const errors = [{ field: 'role', message: t.roleError }]
        return c.html(await invitationsPage(c, { values, errors }), 422)
      }
      const outcome = await asPerson(db, actor, (tx) =>
        inviteMember(tx, deps, {
          communityId,
          email: values.email,
          role,
          ...(values.title ? { title: values.title } : {}),
          language: isLanguage(values.language) ? values.language : language,
          by: actor.personId,
          at: now(),
        }),
      )
      if (outcome.ok) {
        const sent = encodeURIComponent(values.email)
        return c.redirect(`${paths.community(language, communityId, 'invitations')}?sent=${sent}`, 303)
      }
      const errors = [{ field: 'email', message: t.problems[outcome.reason] }]
      return c.html(await invitationsPage(c, { values, errors }), 422)
    })
    .post('/communities/:community/invitations/:invitation/resend', guard.community('community.invite'), async (c) => {
      const { actor, place, language } = c.var
      const { communityId } = place
      const id = uuidIn(c.req.param('invitation'))
      const sent = await asPerson(db, actor, (tx) =>
        resendInvitation(tx, deps, { communityId, id, by: actor.personId, at: now() }),
      )
      const note = sent ? 'again' : 'nothing'
      return c.redirect(`${paths.community(language, communityId, 'invitations')}?note=${note}`, 303)
    })
    .post('/communities/:community/invitations/:invitation/revoke', guard.community('community.invite'), async (c) => {
      const { actor, place, language } = c.var
      const { communityId } = place
      const id = uuidIn(c.req.param('invitation'))
      const at = now()
      await asPerson(db, actor, async (tx) => {
        const invitation = await lockInvitation(tx, communityId, id)
        if (invitation === undefined) throw new NotFoundError()
        if (!['open', 'expired'].includes(invitationState(invitation, at))) return
        await closeInvitation(tx, id, { how: 'revoked', at })
        await cancelMail(tx, `invitation:${id}`)
        await recordCommunityEvent(tx, {
          communityId,
          personId: actor.personId,
          act: 'member.invitation-revoked',
          at,
          detail: { role: invitation.role, invitation: id },
        })
      })
      return c.redirect(`${paths.community(language, communityId, 'invitations')}?note=revoked`, 303)
    })
    .get('/communities/:community/leave', guard.community('community.leave'), async (c) => {
      return c.html(await leavePage(c, {}))
    })
    .post('/communities/:community/leave', guard.community('community.leave'), async (c) => {
      const { actor, place, language } = c.var
      const successor = textIn(await readForm(c.req), 'successor')
      const change = await asService(db, (tx) =>
        leaveCommunity(tx, deps, { communityId: place.communityId, actor, successor, at: now() }),
      )
      if (change.ok || change.reason === 'no-such-member') return c.redirect(paths.start(language), 303)
      const errors = [{ field: 'successor', message: membersMessages[language].errors['no-such-successor'] }]
      return c.html(await leavePage(c, { chosen: successor, errors }), 422)
    })
}

function uuidIn(text: string): string {
  if (!uuid.test(text)) throw new NotFoundError()
  return text
}
