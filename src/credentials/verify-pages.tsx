import { paths } from '../paths.ts'
import { dayIn, longDate } from '../ui/dates.ts'
import { TextArea } from '../ui/fields.tsx'
import { Layout } from '../ui/layout.tsx'
import { ErrorSummary, Table } from '../ui/parts.tsx'
import type { Unreadable } from './credential-file.ts'
import { credentialMessages } from './messages.ts'
import type { OpenFrame } from './public-pages.tsx'
import type { Verification } from './verification.ts'

/** Takes a credential to check. */
export function VerifyPage({
  frame,
  text,
  reason,
}: {
  frame: OpenFrame
  text: string
  reason: Unreadable | undefined
}) {
  const { language } = frame
  const t = credentialMessages[language]
  const message = reason && t.unreadable[reason]
  return (
    <Layout {...frame} title={t.verifyTitle}>
      <h1>{t.verifyTitle}</h1>
      <ErrorSummary errors={message ? [{ field: 'text', message }] : []} language={language} />
      <p class="lead">{t.verifyLead}</p>
      <form method="post" action={paths.credentials(language, 'verify')} enctype="multipart/form-data">
        <div class="field">
          <label class="label" for="file">
            {t.file}
          </label>
          <p class="hint" id="file-hint">
            {t.fileHint}
          </p>
          <input type="file" id="file" name="file" accept=".json,application/json" aria-describedby="file-hint" />
        </div>
        <TextArea name="text" label={t.text} hint={t.textHint} value={text} rows={8} error={message} />
        <p class="actions">
          <button type="submit">{t.check}</button>
        </p>
      </form>
    </Layout>
  )
}

/** What came of the checks, in words. */
export function VerifiedPage(props: {
  frame: OpenFrame
  timeZone: string
  verification: Extract<Verification, { readable: true }>
}) {
  const { frame, timeZone } = props
  const { language } = frame
  const t = credentialMessages[language]
  const { claims, checks, verdict } = props.verification
  return (
    <Layout {...frame} title={t.verdicts[verdict]}>
      <h1>{t.verdicts[verdict]}</h1>
      <p class="lead">{t.verdictTexts[verdict]}</p>
      <h2>{t.says}</h2>
      <dl class="facts">
        <dt>{t.holder}</dt>
        <dd>{claims.holderName ?? t.unnamed}</dd>
        <dt>{t.what}</dt>
        <dd>{claims.title ?? t.unnamed}</dd>
        <dt>{t.issuer}</dt>
        <dd class="breaks">{claims.issuerName ? `${claims.issuerName} (${claims.issuerId})` : claims.issuerId}</dd>
        {claims.validFrom && (
          <>
            <dt>{t.day}</dt>
            <dd>{longDate(dayIn(claims.validFrom, timeZone), language)}</dd>
          </>
        )}
      </dl>
      <h2>{t.checksTitle}</h2>
      <Table
        caption={t.checksTitle}
        hideCaption
        head={t.checkHead}
        rows={[
          [t.checkNames.signature, t.checks.signature[checks.signature]],
          [t.checkNames.issuer, t.checks.issuer[checks.issuer]],
          [t.checkNames.dates, t.checks.dates[checks.dates]],
          [t.checkNames.status, t.checks.status[checks.status]],
        ]}
      />
      <p class="actions">
        <a class="button second" href={paths.credentials(language, 'verify')}>
          {t.another}
        </a>
      </p>
    </Layout>
  )
}
