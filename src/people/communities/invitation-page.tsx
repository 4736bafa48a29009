import { paths } from '../../paths.ts'
import type { Language } from '../../platform/languages.ts'
import { longDate } from '../../ui/dates.ts'
import { type AssetUrl, Layout, type SignedIn } from '../../ui/layout.tsx'
import { Choices, ErrorSummary, type FieldError } from '../../ui/parts.tsx'
import type { Invitation, InvitationState } from './invitation.ts'
import { invitationMessages } from './invitation-messages.ts'

export type InvitationPageProps = {
  language: Language
  path: string
  asset: AssetUrl
  person?: SignedIn
  /** The last part of this page's address: the link's secret, or the invitation's id for whom it is addressed to. */
  token: string
  /** Left out when the link leads to none. */
  found?: {
    invitation: Invitation
    state: InvitationState
    communityName: string
    inviter: string | undefined
    /** The day after which it cannot be answered. */
    until: string
    /** The person has a role there already. */
    member: boolean
  }
  /** Whose session it is; left out when nobody has signed in. */
  email?: string
  errors: FieldError[]
  declined?: boolean
}

/** What an invitation's link opens: what it is about, and the two answers. Opening it changes nothing. */
export function InvitationPage(props: InvitationPageProps) {
  const { language, path, asset, person, token, found, email, errors } = props
  const t = invitationMessages[language]
  const layout = { language, path, asset, hidden: true as const, ...(person ? { person } : {}) }
  if (props.declined) {
    return (
      <Layout {...layout} title={t.declinedTitle}>
        <h1>{t.declinedTitle}</h1>
        <p>{t.declinedText}</p>
        <ToStart language={language} shown={person !== undefined} />
      </Layout>
    )
  }
  if (found === undefined || found.state !== 'open') {
    const title = found && found.state !== 'open' ? t.closedTitle[found.state] : t.unknownTitle
    return (
      <Layout {...layout} title={title}>
        <h1>{title}</h1>
        <p>{found && found.state !== 'open' ? t.closedText[found.state] : t.unknownText}</p>
        <ToStart language={language} shown />
      </Layout>
    )
  }
  const { invitation, communityName, inviter, until, member } = found
  const role = t.asRole[invitation.role]
  const title = t.title(communityName)
  const other = email !== undefined && email !== invitation.email
  const address = paths.invitation(language, token)
  return (
    <Layout {...layout} title={title}>
      <ErrorSummary errors={errors} language={language} />
      <h1>{title}</h1>
      <p class="lead">{inviter ? t.invites(inviter, communityName, role) : t.invitesNobody(communityName, role)}</p>
      <p>{t.whatRole[invitation.role]}</p>
      <p class="quiet">{t.until(longDate(until, language))}</p>
      {email === undefined ? (
        <>
          <h2>{t.whatHappens}</h2>
          <ol>
            {t.steps.map((step) => (
              <li>{step}</li>
            ))}
          </ol>
          <p class="actions">
            <a class="button" href={paths.signIn(language, address)}>
              {t.signIn}
            </a>
          </p>
        </>
      ) : (
        <>
          {member && <p class="note">{t.already}</p>}
          <form method="post" action={`${address}/accept`}>
            {other && (
              <Choices
                name="confirm"
                legend={t.otherAddress(invitation.email, email)}
                several
                error={errors.find(({ field }) => field === 'confirm')?.message}
                choices={[{ value: 'yes', label: t.confirmOther(email) }]}
              />
            )}
            <p class="actions">
              <button type="submit">{t.accept}</button>
              <button type="submit" class="second" formaction={`${address}/decline`}>
                {t.decline}
              </button>
            </p>
          </form>
        </>
      )}
    </Layout>
  )
}

function ToStart({ language, shown }: { language: Language; shown: boolean }) {
  return shown ? (
    <p>
      <a href={paths.start(language)}>{invitationMessages[language].toStart}</a>
    </p>
  ) : null
}
