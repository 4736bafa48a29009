import { say } from '../content/text.ts'
import { paths } from '../paths.ts'
import { dayIn, longDate } from '../ui/dates.ts'
import { Layout, type LayoutProps } from '../ui/layout.tsx'
import { Say } from '../ui/parts.tsx'
import { credentialMessages } from './messages.ts'
import type { IssuedCredential } from './store.ts'

/** What a page that is open to all hands to `Layout`; with the person where someone is signed in. */
export type OpenFrame = Pick<LayoutProps, 'language' | 'path' | 'asset' | 'person'> & { hidden: true }

/** The page that a certificate leads to: what was finished, and whether that is valid today. */
export function CredentialPage(props: {
  frame: OpenFrame
  timeZone: string
  credential: IssuedCredential
  issuerName: string
  verdict: 'valid' | 'not-valid' | 'open'
  now: Date
  isHolder: boolean
}) {
  const { frame, credential, verdict } = props
  const { language } = frame
  const t = credentialMessages[language]
  const { id, kind, subject, revokedAt } = credential
  const day = (moment: Date) => longDate(dayIn(moment, props.timeZone), language)
  const title = say(subject.title, language).text
  return (
    <Layout {...frame} title={t.pageTitle(title)}>
      <p class="quiet">{t.kinds[kind].name}</p>
      <h1>
        <Say text={subject.title} language={language} />
      </h1>
      {props.isHolder && (
        <p class="note">
          {credential.hidden ? t.yourHidden : t.yours} <a href={paths.credentials(language)}>{t.manage}</a>
        </p>
      )}
      <section
        class={verdict === 'valid' ? 'note certificate-state' : 'note amber certificate-state'}
        aria-labelledby="state"
      >
        <h2 id="state">{verdict === 'valid' ? t.validNow : revokedAt ? t.revokedNow : t.notValidNow}</h2>
        <p>
          {verdict === 'valid'
            ? t.validText(day(props.now))
            : revokedAt
              ? t.revokedText(day(revokedAt))
              : t.notValidText}
        </p>
      </section>
      <dl class="facts">
        <dt>{t.holder}</dt>
        <dd>{credential.holderName}</dd>
        <dt>{t.issuer}</dt>
        <dd>{props.issuerName}</dd>
        <dt>{t.day}</dt>
        <dd>{day(credential.issuedAt)}</dd>
        {subject.hours !== undefined && (
          <>
            <dt>{t.effort}</dt>
            <dd>{t.effortHours(subject.hours)}</dd>
          </>
        )}
      </dl>
      {subject.objectives.length > 0 && (
        <>
          <h2>{t.learned[kind]}</h2>
          <ul>
            {subject.objectives.map((objective) => (
              <li>
                <Say text={objective} language={language} />
              </li>
            ))}
          </ul>
        </>
      )}
      <p>{t.kinds[kind].rule}</p>
      <p class="actions">
        <a class="button second" href={`${paths.credentials(language, id)}.pdf`}>
          {t.pdf}
        </a>
        <a href={`${paths.credentials(language, id)}.json`}>{t.json}</a>
        <a href={paths.credentials(language, 'verify')}>{t.verifyLink}</a>
      </p>
    </Layout>
  )
}
