import type { Child } from 'hono/jsx'
import { paths } from '../../paths.ts'
import type { Language } from '../../platform/languages.ts'
import { TextField } from '../../ui/fields.tsx'
import { type AssetUrl, Layout } from '../../ui/layout.tsx'
import { ErrorSummary } from '../../ui/parts.tsx'
import { signInMessages } from './messages.ts'

export type SignInFrame = { language: Language; path: string; asset: AssetUrl }

/** A page on the way in: nothing to search for, nothing to keep. */
export function SignInLayout(props: {
  frame: SignInFrame
  title: string
  scripts?: string[]
  noSwitch?: boolean
  children: Child
}) {
  const { frame, title, scripts = [], noSwitch = false } = props
  return (
    <Layout {...frame} title={title} scripts={scripts} noSwitch={noSwitch} hidden>
      {props.children}
    </Layout>
  )
}

/** The address where a link is to be sent, the first thing on every way in. */
export function LinkForm(props: {
  language: Language
  to?: string | undefined
  email?: string
  error?: string | undefined
}) {
  const t = signInMessages[props.language]
  return (
    <form method="post" action={paths.signIn(props.language)} novalidate>
      {props.to !== undefined && <input type="hidden" name="to" value={props.to} />}
      <TextField
        name="email"
        label={t.email}
        hint={t.emailHint}
        type="email"
        autocomplete="username webauthn"
        value={props.email}
        error={props.error}
        required
        maxlength={254}
      />
      <div class="actions">
        <button type="submit">{t.sendLink}</button>
      </div>
    </form>
  )
}

export type SignInPageProps = {
  frame: SignInFrame
  to: string | undefined
  email?: string
  error?: string | undefined
  directoryName: string | undefined
}

export function SignInPage({ frame, to, email = '', error, directoryName }: SignInPageProps) {
  const { language } = frame
  const t = signInMessages[language]
  const goTo = to === undefined ? '' : `?to=${encodeURIComponent(to)}`
  return (
    <SignInLayout frame={frame} title={t.title} scripts={['passkey.js']}>
      <ErrorSummary language={language} errors={error ? [{ field: 'email', message: error }] : []} />
      <h1>{t.title}</h1>
      <p>{t.intro}</p>
      <LinkForm language={language} to={to} email={email} error={error} />
      {directoryName !== undefined && (
        <>
          <h2>{t.or}</h2>
          <p>
            <a class="button second" href={`${paths.signInDirectory(language)}${goTo}`}>
              {t.withDirectory(directoryName)}
            </a>
          </p>
        </>
      )}
      <h2>{t.passkeyTitle}</h2>
      <p>{t.passkeyText}</p>
      <PasskeyButton
        label={t.usePasskey}
        problem={t.passkeyDidNotWork}
        without={t.passkeyNeedsScript}
        options={paths.signInPasskey(language, 'options')}
        answer={paths.signInPasskey(language)}
        to={to}
      />
    </SignInLayout>
  )
}

/** The island `passkey.ts` brings the button to life; without a script the page says what to do instead. */
export function PasskeyButton(props: {
  label: string
  problem: string
  without: string
  /** Where the script asks for a challenge, and where it sends what the device answers. */
  options: string
  answer: string
  /** A new passkey instead of one that exists; with the name it gets. */
  newName?: string
  to?: string | undefined
}) {
  return (
    <div
      data-passkey={props.newName === undefined ? 'use' : 'add'}
      data-options={props.options}
      data-answer={props.answer}
      data-name={props.newName}
      data-to={props.to}
    >
      <p class="note" data-without>
        {props.without}
      </p>
      <p>
        <button type="button" class="second" hidden>
          {props.label}
        </button>
      </p>
      <p class="field-error" role="alert" hidden>
        {props.problem}
      </p>
    </div>
  )
}

export function CheckMailPage({ frame, error }: { frame: SignInFrame; error?: string | undefined }) {
  const { language } = frame
  const t = signInMessages[language]
  return (
    <SignInLayout frame={frame} title={t.checkTitle}>
      <ErrorSummary language={language} errors={error ? [{ field: 'code', message: error }] : []} />
      <h1>{t.checkTitle}</h1>
      <p>{t.checkText}</p>
      <p>{t.checkTime}</p>
      <form method="post" action={paths.signInCode(language)} novalidate>
        <TextField
          name="code"
          label={t.code}
          hint={t.codeHint}
          inputmode="numeric"
          autocomplete="one-time-code"
          error={error}
          required
          maxlength={20}
        />
        <div class="actions">
          <button type="submit">{t.continue}</button>
        </div>
      </form>
      <p>
        {t.noMail} <a href={paths.signIn(language)}>{t.askAgain}</a>
      </p>
    </SignInLayout>
  )
}

/** What a link leads to: looking at it changes nothing. */
export function LinkPage({ frame, token, to }: { frame: SignInFrame; token: string; to: string | undefined }) {
  const t = signInMessages[frame.language]
  return (
    <SignInLayout frame={frame} title={t.linkTitle} noSwitch>
      <h1>{t.linkTitle}</h1>
      <p>{t.linkText}</p>
      <form method="post" action={paths.signInLink(frame.language)}>
        <input type="hidden" name="token" value={token} />
        {to !== undefined && <input type="hidden" name="to" value={to} />}
        <div class="actions">
          <button type="submit">{t.linkButton}</button>
        </div>
      </form>
    </SignInLayout>
  )
}

export function OverPage({ frame, to }: { frame: SignInFrame; to: string | undefined }) {
  const t = signInMessages[frame.language]
  return (
    <SignInLayout frame={frame} title={t.overTitle} noSwitch>
      <h1>{t.overTitle}</h1>
      <p>{t.overText}</p>
      <LinkForm language={frame.language} to={to} />
    </SignInLayout>
  )
}

/** Something kept someone from coming in, and what to do instead. */
export function ClosedPage(props: { frame: SignInFrame; title: string; text: string; form: boolean }) {
  const { frame, title, text, form } = props
  return (
    <SignInLayout frame={frame} title={title} noSwitch>
      <h1>{title}</h1>
      <p>{text}</p>
      {form && <LinkForm language={frame.language} />}
    </SignInLayout>
  )
}

export function NamePage(props: { frame: SignInFrame; name: string; to: string; error?: string | undefined }) {
  const { frame, name, to, error } = props
  const t = signInMessages[frame.language]
  return (
    <SignInLayout frame={frame} title={t.nameTitle}>
      <ErrorSummary language={frame.language} errors={error ? [{ field: 'name', message: error }] : []} />
      <h1>{t.nameTitle}</h1>
      <form method="post" action={paths.signInName(frame.language)} novalidate>
        <input type="hidden" name="to" value={to} />
        <TextField
          name="name"
          label={t.name}
          hint={t.nameText}
          autocomplete="name"
          value={name}
          error={error}
          required
          maxlength={120}
        />
        <div class="actions">
          <button type="submit">{t.save}</button>
        </div>
      </form>
    </SignInLayout>
  )
}

export function SignedOutPage({ frame }: { frame: SignInFrame }) {
  const t = signInMessages[frame.language]
  return (
    <SignInLayout frame={frame} title={t.signedOutTitle}>
      <h1>{t.signedOutTitle}</h1>
      <p>{t.signedOutText}</p>
      <p>
        <a href={paths.signIn(frame.language)}>{t.signInAgain}</a>
      </p>
    </SignInLayout>
  )
}

export type FirstPageProps = {
  frame: SignInFrame
  token: string
  /** Whoever is signed in. */
  signedInAs: string | undefined
  given: { name: string; email: string }
  errors: { field: 'name' | 'email'; message: string }[]
}

export function FirstPage({ frame, token, signedInAs, given, errors }: FirstPageProps) {
  const t = signInMessages[frame.language]
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message
  return (
    <SignInLayout frame={frame} title={t.firstTitle} noSwitch>
      <ErrorSummary language={frame.language} errors={errors} />
      <h1>{t.firstTitle}</h1>
      <p>{t.firstText}</p>
      <form method="post" action={`/${frame.language}/sign-in/first`} novalidate>
        <input type="hidden" name="token" value={token} />
        {signedInAs === undefined ? (
          <>
            <TextField
              name="name"
              label={t.name}
              autocomplete="name"
              value={given.name}
              error={errorOf('name')}
              required
              maxlength={120}
            />
            <TextField
              name="email"
              label={t.email}
              type="email"
              autocomplete="email"
              value={given.email}
              error={errorOf('email')}
              required
              maxlength={254}
            />
          </>
        ) : (
          <p class="note">{t.firstAs(signedInAs)}</p>
        )}
        <div class="actions">
          <button type="submit">{t.firstButton}</button>
        </div>
      </form>
    </SignInLayout>
  )
}
