import { paths } from '../../paths.ts'
import { dayIn, longDate, timeOfDay } from '../../ui/dates.ts'
import { TextField } from '../../ui/fields.tsx'
import { Layout } from '../../ui/layout.tsx'
import { ErrorSummary, Table } from '../../ui/parts.tsx'
import type { Frame } from '../access/room.ts'
import type { PeopleEvent } from '../communities/event-store.ts'
import { peopleWords } from '../communities/event-words.ts'
import type { SetUp } from '../identity/second-factor.ts'
import type { PasskeyLine } from '../identity/second-factor-store.ts'
import type { SessionLine } from '../identity/session-store.ts'
import { AccountFrame } from '../own/account-frame.tsx'
import { signInMessages } from '../sign-in/messages.ts'
import { PasskeyButton } from '../sign-in/pages.tsx'
import { GeneratorForm } from '../sign-in/second-factor-pages.tsx'
import { deviceOf } from './devices.ts'
import { securityMessages } from './messages.ts'

export type SecurityProps = {
  frame: Frame
  email: string
  timeZone: string
  passkeys: PasskeyLine[]
  generator: boolean
  recoveryCodes: number
  /** What was done with how they sign in, newest first. */
  events: PeopleEvent[]
  /** What could not be done, in words. */
  problem?: string | undefined
}

export function SecurityPage(props: SecurityProps) {
  const { frame, email, timeZone, passkeys, generator, recoveryCodes, problem, events } = props
  const { language } = frame
  const t = securityMessages[language]
  const s = signInMessages[language]
  const base = paths.account(language, 'security')
  return (
    <AccountFrame frame={frame} part="security" title={t.title} scripts={['passkey.js']}>
      <ErrorSummary language={language} errors={problem ? [{ field: 'second-factors', message: problem }] : []} />
      <p>{t.intro}</p>

      <h2>{t.link}</h2>
      <p>{t.linkText(email)}</p>

      <h2 id="second-factors">{t.passkeys}</h2>
      {passkeys.length === 0 ? (
        <p>{t.noPasskeys}</p>
      ) : (
        <Table
          caption={t.passkeys}
          hideCaption
          head={[t.passkeyName, t.passkeyAdded, t.change]}
          rows={passkeys.map((one) => [
            one.name || s.passkeyName,
            longDate(dayIn(one.madeAt, timeZone), language),
            <a href={`${base}/passkeys/${one.id}`} aria-label={t.changeNamed(one.name || s.passkeyName)}>
              {t.change}
            </a>,
          ])}
        />
      )}
      <PasskeyButton
        label={s.addPasskey}
        problem={s.passkeyDidNotWork}
        without={s.setUpPasskeyNeedsScript}
        options={`${base}/passkeys/options`}
        answer={`${base}/passkeys`}
        newName={s.passkeyName}
        to={base}
      />

      <h2>{t.generator}</h2>
      <p>{generator ? t.generatorOn : t.generatorOff}</p>
      <p>
        <a href={`${base}/generator`}>{generator ? t.generatorReplace : t.generatorSetUp}</a>
      </p>
      {generator && (
        <form method="post" action={`${base}/generator/remove`}>
          <button type="submit" class="second">
            {t.generatorRemove}
          </button>
        </form>
      )}

      {(generator || passkeys.length > 0) && (
        <>
          <h2>{t.recovery}</h2>
          <p>{recoveryCodes > 0 ? t.recoveryLeft(recoveryCodes) : t.recoveryNone}</p>
          <form method="post" action={`${base}/recovery-codes`}>
            <button type="submit" class="second">
              {recoveryCodes > 0 ? t.recoveryAgain : t.recoveryMake}
            </button>
          </form>
        </>
      )}

      <h2>{t.sessions}</h2>
      <p>
        <a href={paths.account(language, 'sessions')}>{t.seeSessions}</a>
      </p>

      <h2>{t.happened}</h2>
      {events.length === 0 ? (
        <p>{t.happenedNone}</p>
      ) : (
        <Table
          caption={t.happened}
          hideCaption
          head={[t.when, t.what]}
          rows={events.map((event) => [
            `${longDate(dayIn(event.at, timeZone), language)}, ${timeOfDay(event.at, language, timeZone)}`,
            peopleWords(event.act, event.detail, language),
          ])}
        />
      )}
    </AccountFrame>
  )
}

export type PasskeyPageProps = {
  frame: Frame
  passkey: PasskeyLine
  error?: string | undefined
  problem?: string | undefined
}

export function PasskeyPage({ frame, passkey, error, problem }: PasskeyPageProps) {
  const { language } = frame
  const t = securityMessages[language]
  const base = paths.account(language, 'security')
  const errors = [
    ...(error ? [{ field: 'name', message: error }] : []),
    ...(problem ? [{ field: 'remove', message: problem }] : []),
  ]
  return (
    <Layout {...frame} title={t.passkeyTitle}>
      <ErrorSummary language={language} errors={errors} />
      <h1>{t.passkeyTitle}</h1>
      <form method="post" action={`${base}/passkeys/${passkey.id}`} novalidate>
        <TextField
          name="name"
          label={t.passkeyName}
          hint={t.passkeyNameHint}
          value={passkey.name}
          error={error}
          required
          maxlength={60}
        />
        <div class="actions">
          <button type="submit">{t.saveName}</button>
        </div>
      </form>
      <h2>{t.removeTitle}</h2>
      <p>{t.removeText}</p>
      <form method="post" action={`${base}/passkeys/${passkey.id}/remove`}>
        <button type="submit" class="second" id="remove">
          {t.remove}
        </button>
      </form>
      <p>
        <a href={base}>{t.back}</a>
      </p>
    </Layout>
  )
}

export function GeneratorPage({ frame, setUp, error }: { frame: Frame; setUp: SetUp; error?: string | undefined }) {
  const { language } = frame
  const t = securityMessages[language]
  const base = paths.account(language, 'security')
  return (
    <Layout {...frame} title={t.generatorTitle}>
      <ErrorSummary language={language} errors={error ? [{ field: 'code', message: error }] : []} />
      <h1>{t.generatorTitle}</h1>
      <GeneratorForm language={language} setUp={setUp} action={`${base}/generator`} error={error} />
      <p>
        <a href={base}>{t.back}</a>
      </p>
    </Layout>
  )
}

export function SessionsPage(props: { frame: Frame; timeZone: string; sessions: SessionLine[]; current: string }) {
  const { frame, timeZone, sessions, current } = props
  const { language } = frame
  const t = securityMessages[language]
  const base = paths.account(language, 'sessions')
  const nameOf = (userAgent: string) => {
    const { browser, system } = deviceOf(userAgent)
    if (browser === undefined) return system ?? t.unknownBrowser
    return system === undefined ? browser : t.on(browser, system)
  }
  return (
    <AccountFrame frame={frame} part="sessions" title={t.sessionsTitle}>
      <p>{sessions.length > 1 ? t.sessionsText : t.onlyThis}</p>
      <Table
        caption={t.sessionsTitle}
        hideCaption
        head={[t.device, t.started, t.lastUsed, t.end]}
        rows={sessions.map((one) => [
          one.id === current ? `${nameOf(one.userAgent)} (${t.thisOne})` : nameOf(one.userAgent),
          longDate(dayIn(one.startedAt, timeZone), language),
          longDate(dayIn(one.lastUsedAt, timeZone), language),
          <form method="post" action={`${base}/${one.id}/end`}>
            <button type="submit" class="plain" aria-label={t.endNamed(nameOf(one.userAgent))}>
              {t.end}
            </button>
          </form>,
        ])}
      />
      {sessions.length > 1 && (
        <form method="post" action={`${base}/end-others`} class="actions">
          <button type="submit" class="second">
            {t.endOthers}
          </button>
        </form>
      )}
      <p>
        <a href={paths.account(language, 'security')}>{t.back}</a>
      </p>
    </AccountFrame>
  )
}
