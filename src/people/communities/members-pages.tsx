import { type MemberRole, may, memberRoles, type Standing } from '../../domain/access.ts'
import { paths } from '../../paths.ts'
import { languageNames, languages } from '../../platform/languages.ts'
import { dayIn, longDate } from '../../ui/dates.ts'
import { SelectField, TextField } from '../../ui/fields.tsx'
import { Choices, ErrorSummary, type FieldError, Table } from '../../ui/parts.tsx'
import { roleWords } from '../../ui/words/roles.ts'
import type { Place } from '../access/actor.ts'
import type { Frame } from '../access/room.ts'
import { CommunityFrame } from './community-frame.tsx'
import { type Invitation, type InvitationState, invitationState } from './invitation.ts'
import { invitationMessages } from './invitation-messages.ts'
import { membersMessages } from './members-messages.ts'
import type { AssignedStaff, Member } from './members-store.ts'

type Common = { frame: Frame; place: Place; standing: Standing; timeZone: string }

/** Who takes part for the community. */
export function MembersPage(
  props: Common & { members: Member[]; assigned: AssignedStaff[]; waiting: number; note?: string | undefined },
) {
  const { frame, place, standing, members, assigned, waiting } = props
  const { language } = frame
  const t = membersMessages[language]
  const mayChange = may('community.invite', standing)
  const day = (moment: Date) => longDate(dayIn(moment, props.timeZone), language)
  const roles = (list: readonly MemberRole[]) => list.map((role) => roleWords[language][role]).join(', ')
  return (
    <CommunityFrame frame={frame} place={place} standing={standing} part="members" title={t.title}>
      {props.note && (
        <p class="note" role="status">
          {props.note}
        </p>
      )}
      <p class="lead">{t.lead}</p>
      {mayChange && (
        <p class="actions">
          <a class="button" href={paths.community(language, place.communityId, 'invitations')}>
            {t.invite}
          </a>
          {waiting > 0 && (
            <a href={paths.community(language, place.communityId, 'invitations')}>{t.awaited(waiting)}</a>
          )}
        </p>
      )}
      <Table
        caption={t.caption}
        head={[...t.head, ...(mayChange ? [t.headChange] : [])]}
        rows={members.map((member) => [
          <>
            {member.name}
            {member.title && <span class="quiet"> ({member.title})</span>}
          </>,
          member.email,
          roles(member.roles),
          day(member.joinedAt),
          ...(mayChange
            ? [
                <a
                  href={paths.community(language, place.communityId, 'members', member.personId)}
                  aria-label={t.changeFor(member.name)}
                >
                  {t.change}
                </a>,
              ]
            : []),
        ])}
      />
      <h2>{t.staffTitle}</h2>
      {assigned.length === 0 ? (
        <p>{t.staffNone}</p>
      ) : (
        <ul>
          {assigned.map(({ name, role }) => (
            <li>
              {name}, {roleWords[language][role].toLowerCase()}
            </li>
          ))}
        </ul>
      )}
    </CommunityFrame>
  )
}

/** The roles of one member, and taking them out. */
export function MemberPage(
  props: Common & { member: Member; chosen: readonly MemberRole[]; errors: FieldError[]; self: boolean },
) {
  const { frame, place, standing, member, chosen, errors, self } = props
  const { language } = frame
  const t = membersMessages[language]
  const address = paths.community(language, place.communityId, 'members', member.personId)
  const error = (field: string) => errors.find((one) => one.field === field)?.message
  return (
    <CommunityFrame frame={frame} place={place} standing={standing} part="members" title={t.memberTitle(member.name)}>
      <ErrorSummary errors={errors} language={language} />
      <form method="post" action={address}>
        <Choices
          name="roles"
          legend={t.roles}
          hint={t.rolesHint}
          error={error('roles')}
          several
          choices={memberRoles.map((role) => ({
            value: role,
            label: roleWords[language][role],
            checked: chosen.includes(role),
          }))}
        />
        <p class="actions">
          <button type="submit">{t.save}</button>
        </p>
      </form>
      {self ? (
        <p>
          <a href={paths.community(language, place.communityId, 'leave')}>{t.leaveTitle(place.communityName)}</a>
        </p>
      ) : (
        <>
          <h2>{t.remove}</h2>
          <p>{t.removeText(member.name)}</p>
          <form method="post" action={`${address}/remove`}>
            <Choices
              name="confirm"
              legend={<span class="visually-hidden">{t.remove}</span>}
              several
              error={error('confirm')}
              choices={[{ value: 'yes', label: t.removeConfirm(member.name) }]}
            />
            <button type="submit" class="second">
              {t.remove}
            </button>
          </form>
        </>
      )}
    </CommunityFrame>
  )
}

export type InviteValues = { email: string; role: string; title: string; language: string }

/** Who is invited, and the form that invites. */
export function InvitationsPage(
  props: Common & {
    invitations: Invitation[]
    names: Map<string, string>
    now: Date
    values: InviteValues
    errors: FieldError[]
    note?: string | undefined
  },
) {
  const { frame, place, standing, invitations, values, errors } = props
  const { language } = frame
  const t = invitationMessages[language]
  const address = paths.community(language, place.communityId, 'invitations')
  const error = (field: string) => errors.find((one) => one.field === field)?.message
  const day = (moment: Date) => longDate(dayIn(moment, props.timeZone), language)
  const given = memberRoles.filter((role) => role !== 'lead' || standing.community.includes('lead'))
  const word = (invitation: Invitation, state: InvitationState) => {
    const by = invitation.acceptedBy && props.names.get(invitation.acceptedBy)
    return state === 'accepted' && by ? t.acceptedBy(by) : t.states[state]
  }
  return (
    <CommunityFrame frame={frame} place={place} standing={standing} part="invitations" title={t.listTitle}>
      <ErrorSummary errors={errors} language={language} />
      {props.note && (
        <p class="note" role="status">
          {props.note}
        </p>
      )}
      <h2>{t.inviteTitle}</h2>
      <form method="post" action={address}>
        <TextField
          name="email"
          type="email"
          label={t.email}
          hint={t.emailHint}
          value={values.email}
          error={error('email')}
          required
          autocomplete="off"
        />
        <Choices
          name="role"
          legend={t.role}
          error={error('role')}
          choices={given.map((role) => ({
            value: role,
            label: roleWords[language][role],
            hint: t.whatRole[role],
            checked: role === values.role,
          }))}
        />
        <TextField name="title" label={t.titleLabel} value={values.title} error={error('title')} maxlength={120} />
        <SelectField
          name="language"
          label={t.languageLabel}
          value={values.language}
          options={languages.map((value) => ({ value, label: languageNames[value] }))}
        />
        <p class="actions">
          <button type="submit">{t.send}</button>
        </p>
      </form>
      <h2>{t.sentTitle}</h2>
      {invitations.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <Table
          caption={t.sentTitle}
          hideCaption
          head={t.head}
          rows={invitations.map((invitation) => {
            const state = invitationState(invitation, props.now)
            return [
              invitation.email,
              roleWords[language][invitation.role],
              word(invitation, state),
              day(invitation.sentAt),
              state === 'open' || state === 'expired' ? (
                <>
                  <form method="post" action={`${address}/${invitation.id}/resend`} class="in-row">
                    <button type="submit" class="plain" aria-label={t.resendFor(invitation.email)}>
                      {t.resend}
                    </button>
                  </form>
                  <form method="post" action={`${address}/${invitation.id}/revoke`} class="in-row">
                    <button type="submit" class="plain" aria-label={t.revokeFor(invitation.email)}>
                      {t.revoke}
                    </button>
                  </form>
                </>
              ) : (
                ''
              ),
            ]
          })}
        />
      )}
    </CommunityFrame>
  )
}

/** Leaving, with a hand-over where the person is the only lead. */
export function LeavePage(
  props: Common & { handOver: boolean; others: Member[]; chosen: string; errors: FieldError[] },
) {
  const { frame, place, standing, handOver, others, errors } = props
  const { language } = frame
  const t = membersMessages[language]
  const alone = handOver && others.length === 0
  return (
    <CommunityFrame
      frame={frame}
      place={place}
      standing={standing}
      part="leave"
      title={t.leaveTitle(place.communityName)}
    >
      <ErrorSummary errors={errors} language={language} />
      {alone ? (
        <>
          <h2>{t.nobodyTitle}</h2>
          <p>{t.nobodyText}</p>
          <p>
            <a href={paths.community(language, place.communityId, 'invitations')}>{t.invite}</a>
          </p>
        </>
      ) : (
        <>
          {t.leaveText.map((text) => (
            <p>{text}</p>
          ))}
          <p>
            {t.leaveOwn} <a href={paths.account(language, 'data')}>{t.toData}</a>
          </p>
          <form method="post" action={paths.community(language, place.communityId, 'leave')}>
            {handOver && (
              <Choices
                name="successor"
                legend={t.successor}
                hint={t.successorHint}
                error={errors.find(({ field }) => field === 'successor')?.message}
                choices={others.map((member) => ({
                  value: member.personId,
                  label: member.name,
                  hint: member.roles.map((role) => roleWords[language][role]).join(', '),
                  checked: member.personId === props.chosen,
                }))}
              />
            )}
            <p class="actions">
              <button type="submit">{handOver ? t.leaveHandOver : t.leave}</button>
            </p>
          </form>
        </>
      )}
    </CommunityFrame>
  )
}
