import { paths } from '../../paths.ts'
import type { Frame } from '../../people/index.ts'
import { languageNames, languages } from '../../platform/languages.ts'
import { dayIn } from '../../ui/dates.ts'
import { SelectField, TextField } from '../../ui/fields.tsx'
import { Choices, type FieldError } from '../../ui/parts.tsx'
import { timeZoneOptions } from '../../ui/words/time-zones.ts'
import { type DiagnosticWords, diagnosticMessages } from './messages.ts'
import type { DiagnosticPageProps, RoundView } from './overview-page.tsx'

/** The lead invites more people, joins two, or moves the close. */
export function InviteForms(props: DiagnosticPageProps & { round: RoundView }) {
  const { frame, place, round, timeZone, invitation } = props
  const { language } = frame
  const t = diagnosticMessages[language]
  const errors = props.errors ?? []
  const errorOf = (name: string) => errors.find(({ field }) => field === name)?.message
  const address = (to: string) => paths.journey(language, place.journey.id, 'diagnostic', to)
  const fresh = round.voices.filter(({ kind, done, state }) => kind === 'member' && done === 0 && state === 'invited')
  return (
    <section>
      <h2>{t.inviteTitle}</h2>
      {round.invitable.length > 0 && (
        <form method="post" action={address('invite')}>
          <Choices
            name="members"
            several
            legend={t.inviteMembers}
            hint={t.inviteMembersHint}
            error={errorOf('members')}
            choices={round.invitable.map(({ personId, name }) => ({ value: personId, label: name }))}
          />
          <p class="actions">
            <button type="submit" class="second">
              {t.inviteMembersButton}
            </button>
          </p>
        </form>
      )}
      <h3>{t.inviteMail}</h3>
      <form method="post" action={address('invite-by-mail')}>
        <TextField
          name="email"
          type="email"
          label={t.email}
          autocomplete="off"
          value={invitation?.email}
          error={errorOf('email')}
        />
        <TextField
          name="role"
          label={t.roleLabel}
          hint={t.roleHint}
          maxlength={120}
          value={invitation?.role}
          error={errorOf('role')}
        />
        <SelectField
          name="language"
          label={t.mailLanguage}
          value={invitation?.language ?? language}
          options={languages.map((value) => ({ value, label: languageNames[value] }))}
        />
        <p class="actions">
          <button type="submit" class="second">
            {t.inviteMailButton}
          </button>
        </p>
      </form>
      {fresh.length > 1 && (
        <details open={errorOf('joint') !== undefined}>
          <summary>{t.jointTitle}</summary>
          <form method="post" action={address('joint')}>
            <Choices
              name="joint"
              several
              legend={t.jointChoose}
              hint={t.jointLead}
              error={errorOf('joint')}
              choices={fresh.map(({ id, who }) => ({ value: id, label: who }))}
            />
            <p class="actions">
              <button type="submit" class="second">
                {t.jointButton}
              </button>
            </p>
          </form>
        </details>
      )}
      <details open={errorOf('closes') !== undefined}>
        <summary>{t.closesChange}</summary>
        <form method="post" action={address('closes')}>
          <ClosesField
            t={t}
            frame={frame}
            timeZone={timeZone}
            value={dayIn(round.closesAt, timeZone)}
            errors={errors}
          />
          <p class="actions">
            <button type="submit" class="second">
              {t.closesButton}
            </button>
          </p>
        </form>
      </details>
    </section>
  )
}

/** The last day of a round, in the community's time zone. */
export function ClosesField(props: {
  t: DiagnosticWords
  frame: Frame
  timeZone: string
  value: string
  errors: FieldError[]
}) {
  const { t, timeZone } = props
  const zone = timeZoneOptions(props.frame.language, timeZone).find(({ value }) => value === timeZone)
  return (
    <TextField
      name="closes"
      type="date"
      label={t.closesLabel}
      hint={t.closesHint(zone?.label ?? timeZone)}
      value={props.value}
      error={props.errors.find(({ field }) => field === 'closes')?.message}
    />
  )
}
