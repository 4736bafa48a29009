import { onDevice, paths, type SelfCheckPlace } from '../../paths.ts'
import { Layout } from '../../ui/layout.tsx'
import { selfCheckMessages } from '../questions/messages.ts'
import { SelfCheckPage, type SelfCheckPageProps, selfCheckScript } from '../questions/shell.tsx'
import { keepingMessages } from './messages.ts'
import type { KeptSelfCheck } from './store.ts'

type KeptHomeProps = SelfCheckPageProps & {
  token: string
  kept: KeptSelfCheck
  /** The whole link, to be copied. */
  link: string
  /** The day the link ends, in words. */
  expires: string
  done: number
  asked: number
  /** Where "continue" goes. */
  next: string
}

/** The link itself, how long it lives, and the ways on and out. */
export function KeptHomePage(props: KeptHomeProps) {
  const { language, token, kept, done } = props
  const t = keepingMessages[language]
  const s = selfCheckMessages[language]
  const place: SelfCheckPlace = { kind: 'kept', token }
  return (
    <Layout
      language={language}
      path={paths.selfCheck(language, place)}
      title={t.keptTitle}
      section="self-check"
      asset={props.asset}
      scripts={[selfCheckScript]}
      hidden
    >
      <h1>{t.keptTitle}</h1>
      <p class="lead">{t.keptLead}</p>
      {kept.record.release !== props.release && <p class="note">{s.newRelease}</p>}
      <LinkField language={language} link={props.link} />
      <p>
        {t.bookmark} <strong>{t.expires(props.expires)}</strong>
      </p>
      <p>{t.answered(done, props.asked)}</p>
      <p class="actions">
        <a class="button" href={props.next}>
          {done === 0 ? t.keptStart : t.keptContinue}
        </a>
      </p>
      <ul>
        <li>
          <a href={paths.profile(language, place)}>{s.changeProfile}</a>
        </li>
        <li>
          <a href={paths.setUp(language, place)}>{s.setUpTitle}</a>
        </li>
        <li>
          <a href={paths.review(language, place)}>{s.reviewLink}</a>
        </li>
        <li>
          <a href={paths.reportCard(language, place)}>{s.reportLink}</a>
        </li>
        <li>
          <a href={paths.plan(language, place)}>{s.planLink}</a>
        </li>
        <li>
          <a href={paths.files(language, place)}>{s.files}</a>
        </li>
        <li>
          <a href={paths.forget(language, token)}>{t.deleteNow}</a>
        </li>
      </ul>
      <div id="self-check" data-page="bring" data-release={props.release}>
        <section id="bring" data-record={paths.keptRecord(language, token)} hidden>
          <h2>{t.bringTitle}</h2>
          <p>{t.bring}</p>
          <p class="note amber" id="bring-replaces" hidden>
            {t.bringReplaces}
          </p>
          <p class="actions">
            <button type="button" class="second" id="bring-button">
              {t.bringButton}
            </button>
          </p>
          <p role="status">
            <span id="bring-failed" hidden>
              {t.bringFailed}
            </span>
            <span id="bring-done" hidden>
              {t.bringDone} <a href={paths.selfCheck(language, onDevice)}>{t.goOnDevice}</a>
            </span>
          </p>
        </section>
      </div>
    </Layout>
  )
}

/** A link that can be selected by hand, and copied by the script. */
export function LinkField({ language, link }: { language: SelfCheckPageProps['language']; link: string }) {
  const t = keepingMessages[language]
  return (
    <div class="field">
      <label class="label" for="private-link">
        {t.linkLabel}
      </label>
      <input type="text" id="private-link" value={link} readonly spellcheck={false} />
      <p>
        <button type="button" class="plain" id="copy-link" hidden>
          {t.copy}
        </button>{' '}
        <span role="status">
          <span id="copied" hidden>
            {t.copied}
          </span>
          <span id="copy-failed" hidden>
            {t.copyFailed}
          </span>
        </span>
      </p>
    </div>
  )
}

/** Asks once before deleting. */
export function ForgetPage({ language, asset, token }: SelfCheckPageProps & { token: string }) {
  const t = keepingMessages[language]
  const place: SelfCheckPlace = { kind: 'kept', token }
  return (
    <Layout
      language={language}
      path={paths.forget(language, token)}
      title={t.forgetTitle}
      section="self-check"
      asset={asset}
      hidden
    >
      <h1>{t.forgetTitle}</h1>
      <p class="lead">{t.forgetLead}</p>
      <p>
        <a href={paths.files(language, place)}>{t.forgetExport}</a>.
      </p>
      <form method="post" action={paths.forget(language, token)}>
        <p class="actions">
          <button type="submit">{t.forgetYes}</button>
          <a class="button second" href={paths.selfCheck(language, place)}>
            {t.forgetNo}
          </a>
        </p>
      </form>
    </Layout>
  )
}

/** Says that the answers are gone. */
export function ForgottenPage({ language, asset }: SelfCheckPageProps) {
  const t = keepingMessages[language]
  return (
    <Layout
      language={language}
      path={paths.selfCheck(language, onDevice)}
      title={t.forgottenTitle}
      section="self-check"
      asset={asset}
      hidden
    >
      <h1>{t.forgottenTitle}</h1>
      <p class="lead">{t.forgotten}</p>
      <p>
        <a href={paths.selfCheck(language, onDevice)}>{t.withoutBack}</a>
      </p>
    </Layout>
  )
}

/** From a device to a private link, after saying what is sent. */
export function ResumeLinkPage(props: SelfCheckPageProps) {
  const { language } = props
  const t = keepingMessages[language]
  return (
    <SelfCheckPage {...props} at={paths.resumeLink} title={t.resumeTitle} script={{ page: 'resume-link', pack: true }}>
      <h1>{t.resumeTitle}</h1>
      <p class="lead">{t.resumeLead}</p>
      <p>{t.resumeWhat}</p>
      <p>{t.resumeLater}</p>
      <p id="nothing" hidden>
        {t.resumeNothing}
      </p>
      <p class="actions">
        <button
          type="button"
          id="make-link"
          data-to={paths.resumeLink(language)}
          data-first={t.resumeButton}
          data-again={t.resumeAgain}
          disabled
        >
          {t.resumeButton}
        </button>
      </p>
      <div role="status">
        <p class="note amber" id="make-failed" hidden>
          {t.resumeFailed}
        </p>
        <div class="note amber" id="make-problems" hidden>
          <p>{t.resumeProblems}</p>
          <ul />
        </div>
        <p class="note amber" id="make-limited" hidden>
          {t.resumeLimited}
        </p>
        <p class="note" id="link-deleted" tabindex={-1} hidden>
          {t.resumeDeleted}
        </p>
        <p class="note amber" id="delete-failed" hidden>
          {t.resumeDeleteFailed}
        </p>
        <p id="link-made" hidden>
          <strong>{t.resumeMade}</strong>
        </p>
      </div>
      <div id="link" hidden>
        <LinkField language={language} link="" />
        <p id="link-expiry" data-words={t.expires('{date}')} />
        <p class="actions">
          <button type="button" class="second" id="delete-link">
            {t.resumeDelete}
          </button>
        </p>
      </div>
      <section id="earlier-links" hidden>
        <h2>{t.resumeEarlier}</h2>
        <p>{t.resumeEarlierLead}</p>
        <ul />
      </section>
      <p class="quiet">
        {t.resumeFile} <a href={paths.files(language, onDevice)}>{t.filesTitle}</a>
      </p>
    </SelfCheckPage>
  )
}
