import { renderSVG } from 'uqr'
import { paths } from '../../paths.ts'
import type { Language } from '../../platform/languages.ts'
import { TextField } from '../../ui/fields.tsx'
import { Layout } from '../../ui/layout.tsx'
import { ErrorSummary } from '../../ui/parts.tsx'
import type { Frame } from '../access/room.ts'
import type { SetUp } from '../identity/second-factor.ts'
import { signInMessages } from './messages.ts'
import { PasskeyButton } from './pages.tsx'

export type AskFactorProps = {
  frame: Frame
  to: string
  generator: boolean
  passkeys: boolean
  error?: { field: 'code' | 'recovery'; message: string } | undefined
}

/** Asks someone with a second factor to show it. */
export function AskFactorPage({ frame, to, generator, passkeys, error }: AskFactorProps) {
  const { language } = frame
  const t = signInMessages[language]
  const errorOf = (field: string) => (error?.field === field ? error.message : undefined)
  const action = paths.secondFactor(language)
  return (
    <Layout {...frame} title={t.factorTitle} scripts={passkeys ? ['passkey.js'] : []}>
      <ErrorSummary language={language} errors={error ? [error] : []} />
      <h1>{t.factorTitle}</h1>
      <p>{t.factorText}</p>
      {passkeys && (
        <PasskeyButton
          label={t.factorPasskey}
          problem={t.passkeyDidNotWork}
          without={t.factorPasskeyNeedsScript}
          options={paths.signInPasskey(language, 'options')}
          answer={paths.signInPasskey(language)}
          to={to}
        />
      )}
      {generator && (
        <form method="post" action={action} novalidate>
          <input type="hidden" name="to" value={to} />
          <CodeField language={language} label={t.factorCode} hint={t.factorCodeHint} error={errorOf('code')} />
          <div class="actions">
            <button type="submit" name="kind" value="code">
              {t.continue}
            </button>
          </div>
        </form>
      )}
      <h2>{t.recoveryTitle}</h2>
      <form method="post" action={action} novalidate>
        <input type="hidden" name="to" value={to} />
        <TextField
          name="recovery"
          label={t.recoveryCode}
          hint={t.recoveryHint}
          autocomplete="off"
          error={errorOf('recovery')}
          required
          maxlength={40}
        />
        <div class="actions">
          <button type="submit" class="second" name="kind" value="recovery">
            {t.recoveryUse}
          </button>
        </div>
      </form>
      <p>{t.lostAll}</p>
    </Layout>
  )
}

function CodeField(props: { language: Language; label: string; hint?: string; error?: string | undefined }) {
  return (
    <TextField
      name="code"
      label={props.label}
      hint={props.hint}
      inputmode="numeric"
      autocomplete="one-time-code"
      error={props.error}
      required
      maxlength={12}
    />
  )
}

/** The picture, the key and the field for the first code. Works with scripts off. */
export function GeneratorForm(props: {
  language: Language
  setUp: SetUp
  action: string
  to?: string
  error?: string | undefined
}) {
  const { language, setUp, action, to, error } = props
  const t = signInMessages[language]
  const picture = renderSVG(setUp.address, { border: 2 })
  return (
    <form method="post" action={action} novalidate>
      {to !== undefined && <input type="hidden" name="to" value={to} />}
      <input type="hidden" name="sealed" value={setUp.sealed} />
      <p>{t.generatorStep1}</p>
      <div class="qr" role="img" aria-label={t.generatorPicture} dangerouslySetInnerHTML={{ __html: picture }} />
      <p>
        {t.generatorKey} <code class="key">{setUp.secret.match(/.{1,4}/g)?.join(' ')}</code>
      </p>
      <CodeField language={language} label={t.generatorStep2} error={error} />
      <div class="actions">
        <button type="submit" name="kind" value="set-up">
          {t.turnOn}
        </button>
      </div>
    </form>
  )
}

/** Staff without a second factor set one up before they do anything. */
export function SetUpFactorPage(props: { frame: Frame; to: string; setUp: SetUp; error?: string | undefined }) {
  const { frame, to, setUp, error } = props
  const { language } = frame
  const t = signInMessages[language]
  return (
    <Layout {...frame} title={t.setUpTitle} scripts={['passkey.js']}>
      <ErrorSummary language={language} errors={error ? [{ field: 'code', message: error }] : []} />
      <h1>{t.setUpTitle}</h1>
      <p>{t.setUpText}</p>
      <h2>{t.passkeySetUpTitle}</h2>
      <p>{t.passkeySetUpText}</p>
      <PasskeyButton
        label={t.addPasskey}
        problem={t.passkeyDidNotWork}
        without={t.setUpPasskeyNeedsScript}
        options={`${paths.account(language, 'security')}/passkeys/options`}
        answer={`${paths.account(language, 'security')}/passkeys`}
        newName={t.passkeyName}
        to={to}
      />
      <h2>{t.generatorTitle}</h2>
      <GeneratorForm language={language} setUp={setUp} action={paths.secondFactor(language)} to={to} error={error} />
    </Layout>
  )
}

/** Recovery codes, shown this once. */
export function RecoveryCodesPage({ frame, codes, to }: { frame: Frame; codes: string[]; to: string }) {
  const t = signInMessages[frame.language]
  return (
    <Layout {...frame} title={t.codesTitle} noSwitch>
      <h1>{t.codesTitle}</h1>
      <p>{t.codesText}</p>
      <ul class="recovery-codes">
        {codes.map((code) => (
          <li>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <p class="actions">
        <a class="button" href={to}>
          {t.codesKept}
        </a>
      </p>
    </Layout>
  )
}
