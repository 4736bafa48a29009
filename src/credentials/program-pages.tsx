import type { Standing } from '../domain/access.ts'
import { paths } from '../paths.ts'
import type { Frame } from '../people/index.ts'
import { ProgramFrame } from '../program/index.ts'
import { dayIn, longDate } from '../ui/dates.ts'
import { TextArea, TextField } from '../ui/fields.tsx'
import { ErrorSummary, type FieldError, Say, Table } from '../ui/parts.tsx'
import { credentialProgramMessages } from './program-messages.ts'
import type { IssuedCredential } from './store.ts'

type Common = { frame: Frame; standing: Standing; timeZone: string }

/** Certificates issued, to find one that should be revoked. */
export function ProgramCredentialsPage(
  props: Common & {
    credentials: IssuedCredential[]
    words: string
    /** Where the next page begins, if there is one. */
    next: number | undefined
    isFirst: boolean
    maySeeKeys: boolean
  },
) {
  const { frame, standing, timeZone, credentials, words, next } = props
  const { language } = frame
  const t = credentialProgramMessages[language]
  const day = (moment: Date) => longDate(dayIn(moment, timeZone), language)
  const at = (query: Record<string, string>) =>
    `${paths.program(language, 'credentials')}?${new URLSearchParams({ ...(words ? { words } : {}), ...query })}`
  return (
    <ProgramFrame frame={frame} standing={standing} part="credentials" title={t.title}>
      <p>{t.lead}</p>
      {props.maySeeKeys && (
        <p>
          <a href={paths.program(language, 'credentials', 'keys')}>{t.keys}</a>
        </p>
      )}
      <form method="get" action={paths.program(language, 'credentials')}>
        <TextField name="words" type="search" label={t.find} value={words} maxlength={100} />
        <p class="actions">
          <button type="submit" class="second">
            {t.findButton}
          </button>
        </p>
      </form>
      {credentials.length === 0 ? (
        <p>{words === '' && props.isFirst ? t.none : t.noneFound}</p>
      ) : (
        <Table
          caption={t.list}
          head={[t.holder, t.what, t.day, t.state]}
          rows={credentials.map((credential) => [
            <a href={paths.program(language, 'credentials', credential.id)} aria-label={t.open(credential.holderName)}>
              {credential.holderName}
            </a>,
            <Say text={credential.subject.title} language={language} />,
            day(credential.issuedAt),
            credential.revokedAt ? t.revoked(day(credential.revokedAt)) : t.valid,
          ])}
        />
      )}
      {(next !== undefined || !props.isFirst) && (
        <p class="actions">
          {next !== undefined && <a href={at({ from: String(next) })}>{t.next}</a>}
          {!props.isFirst && <a href={at({})}>{t.newest}</a>}
        </p>
      )}
    </ProgramFrame>
  )
}

/** One certificate, and the form that revokes it. */
export function ProgramCredentialPage(
  props: Common & { credential: IssuedCredential; reason: string; errors: FieldError[]; revokedNow: boolean },
) {
  const { frame, standing, timeZone, credential, errors } = props
  const { language } = frame
  const t = credentialProgramMessages[language]
  const day = (moment: Date) => longDate(dayIn(moment, timeZone), language)
  return (
    <ProgramFrame frame={frame} standing={standing} part="credentials" title={t.oneTitle(credential.holderName)}>
      <ErrorSummary errors={errors} language={language} />
      {props.revokedNow && (
        <p class="note" role="status">
          {t.revokedNow}
        </p>
      )}
      <dl class="facts">
        <dt>{t.kind[credential.kind]}</dt>
        <dd>
          <Say text={credential.subject.title} language={language} />
        </dd>
        <dt>{t.day}</dt>
        <dd>{day(credential.issuedAt)}</dd>
        <dt>{t.number}</dt>
        <dd class="breaks">{credential.id}</dd>
        <dt>{t.state}</dt>
        <dd>{credential.revokedAt ? t.revoked(day(credential.revokedAt)) : t.valid}</dd>
        {credential.revokedReason !== undefined && (
          <>
            <dt>{t.revokedReason}</dt>
            <dd class="lines">{credential.revokedReason}</dd>
          </>
        )}
      </dl>
      {credential.revokedAt === undefined && (
        <>
          <h2>{t.revokeTitle}</h2>
          <p>{t.revokeText}</p>
          <form method="post" action={paths.program(language, 'credentials', credential.id)}>
            <TextArea
              name="reason"
              label={t.reason}
              hint={t.reasonHint}
              value={props.reason}
              error={errors[0]?.message}
              maxlength={1000}
            />
            <p class="actions">
              <button type="submit">{t.revoke}</button>
            </p>
          </form>
        </>
      )}
      <p>
        <a href={paths.program(language, 'credentials')}>{t.back}</a>
      </p>
    </ProgramFrame>
  )
}
