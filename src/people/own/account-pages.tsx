import { paths } from '../../paths.ts'
import { languageNames, languages } from '../../platform/languages.ts'
import { SelectField, TextField } from '../../ui/fields.tsx'
import { ErrorSummary, type FieldError } from '../../ui/parts.tsx'
import { roleWords } from '../../ui/words/roles.ts'
import { timeZoneOptions } from '../../ui/words/time-zones.ts'
import type { Actor } from '../access/actor.ts'
import type { Frame } from '../access/room.ts'
import { AccountFrame } from './account-frame.tsx'
import { ownMessages } from './messages.ts'
import type { OwnCommunity } from './own-store.ts'

export type AccountValues = { name: string; language: string; timeZone: string; email: string }

/** What the service knows about a person, to see and correct. */
export function AccountPage(props: {
  frame: Frame
  actor: Actor
  values: AccountValues
  communities: OwnCommunity[]
  errors: FieldError[]
  note?: string | undefined
}) {
  const { frame, actor, values, communities, errors } = props
  const { language } = frame
  const t = ownMessages[language]
  const error = (field: string) => errors.find((one) => one.field === field)?.message
  return (
    <AccountFrame frame={frame} title={t.title}>
      <ErrorSummary errors={errors} language={language} />
      {props.note && (
        <p class="note" role="status">
          {props.note}
        </p>
      )}
      <p class="lead">{t.lead}</p>
      <form method="post" action={paths.account(language)}>
        <TextField
          name="name"
          label={t.name}
          hint={t.nameHint}
          value={values.name}
          error={error('name')}
          required
          maxlength={120}
          autocomplete="name"
        />
        <SelectField
          name="language"
          label={t.languageLabel}
          value={values.language}
          options={languages.map((value) => ({ value, label: languageNames[value] }))}
        />
        <SelectField
          name="timeZone"
          label={t.timeZone}
          hint={t.timeZoneHint}
          value={values.timeZone}
          options={timeZoneOptions(language, values.timeZone)}
        />
        <p class="actions">
          <button type="submit">{t.save}</button>
        </p>
      </form>

      <h2>{t.emailTitle}</h2>
      <p>{t.emailNow(actor.email)}</p>
      <form method="post" action={paths.account(language, 'email')}>
        <TextField
          name="email"
          type="email"
          label={t.emailNew}
          hint={t.emailHint}
          value={values.email}
          error={error('email')}
          autocomplete="email"
          required
        />
        <button type="submit" class="second">
          {t.emailAsk}
        </button>
      </form>

      <h2>{t.communities}</h2>
      {communities.length === 0 ? (
        <p>{t.communitiesNone}</p>
      ) : (
        <ul class="plain-list">
          {communities.map((community) => (
            <li>
              <a href={paths.community(language, community.communityId)}>{community.name}</a>
              <span class="quiet"> ({community.roles.map((role) => roleWords[language][role]).join(', ')})</span>
            </li>
          ))}
        </ul>
      )}
      {actor.staff.length > 0 && (
        <>
          <h2>{t.programRoles}</h2>
          <p>{actor.staff.map((role) => roleWords[language][role]).join(', ')}</p>
        </>
      )}
    </AccountFrame>
  )
}

/** What the link to a new address opens; nothing changes before the button is pressed. */
export function ConfirmEmailPage(props: { frame: Frame; token: string; email: string | undefined }) {
  const { frame, token, email } = props
  const { language } = frame
  const t = ownMessages[language]
  return (
    <AccountFrame frame={frame} part="email" title={email === undefined ? t.emailGoneTitle : t.emailConfirmTitle}>
      {email === undefined ? (
        <p>{t.emailGoneText}</p>
      ) : (
        <>
          <p class="lead">{t.emailConfirmText(email)}</p>
          <form method="post" action={paths.account(language, 'email', token)}>
            <button type="submit">{t.emailConfirm}</button>
          </form>
        </>
      )}
      <p>
        <a href={paths.account(language)}>{t.back}</a>
      </p>
    </AccountFrame>
  )
}
