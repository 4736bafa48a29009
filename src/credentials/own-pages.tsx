import { say } from '../content/text.ts'
import { paths } from '../paths.ts'
import type { Frame } from '../people/index.ts'
import { dayIn, longDate } from '../ui/dates.ts'
import { Layout } from '../ui/layout.tsx'
import { Say } from '../ui/parts.tsx'
import { credentialMessages } from './messages.ts'
import type { IssuedCredential } from './store.ts'

export type OwnNotice = 'hidden' | 'shown' | 'removed'

/** A person's certificates: to see, download, show or hide, and delete. */
export function OwnCredentialsPage(props: {
  frame: Frame
  timeZone: string
  credentials: IssuedCredential[]
  notice: OwnNotice | undefined
}) {
  const { frame, credentials, notice } = props
  const { language } = frame
  const t = credentialMessages[language]
  return (
    <Layout {...frame} title={t.title} section="start">
      <h1>{t.title}</h1>
      {notice && (
        <p class="note" role="status">
          {{ hidden: t.nowHidden, shown: t.nowShown, removed: t.removed }[notice]}
        </p>
      )}
      <p class="lead">{t.lead}</p>
      {credentials.length === 0 ? (
        <>
          <p>{t.none}</p>
          <p class="actions">
            <a class="button" href={paths.study(language)}>
              {t.toLearning}
            </a>
          </p>
        </>
      ) : (
        <ul class="rows certificates">
          {credentials.map((credential) => (
            <CredentialRow frame={frame} timeZone={props.timeZone} credential={credential} />
          ))}
        </ul>
      )}
      <h2>{t.aboutTitle}</h2>
      <ul>
        {t.about.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <p>
        <a href={paths.credentials(language, 'verify')}>{t.verifyLink}</a>
      </p>
    </Layout>
  )
}

function CredentialRow({
  frame,
  timeZone,
  credential,
}: {
  frame: Frame
  timeZone: string
  credential: IssuedCredential
}) {
  const { language } = frame
  const t = credentialMessages[language]
  const { id, subject, revokedAt, hidden } = credential
  const title = say(subject.title, language).text
  const day = (moment: Date) => longDate(dayIn(moment, timeZone), language)
  const forTitle = <span class="visually-hidden"> {title}</span>
  return (
    <li>
      <h2>
        <a href={paths.credentials(language, id)}>
          <Say text={subject.title} language={language} />
        </a>
      </h2>
      <p class="quiet">
        {t.kinds[credential.kind].name} · {t.issuedOn(day(credential.issuedAt))}
      </p>
      {revokedAt ? (
        <p>
          <strong>{t.revokedOn(day(revokedAt))}.</strong>{' '}
          {credential.revokedReason && `${t.reason} ${credential.revokedReason}`}
        </p>
      ) : (
        <p>{hidden ? t.hiddenState : t.shown}</p>
      )}
      <div class="actions">
        <a href={`${paths.credentials(language, id)}.pdf`}>
          {t.pdf}
          {forTitle}
        </a>
        <a href={`${paths.credentials(language, id)}.json`}>
          {t.json}
          {forTitle}
        </a>
        <form method="post" action={paths.credentials(language, id, 'visibility')}>
          <input type="hidden" name="hidden" value={hidden ? 'no' : 'yes'} />
          <button type="submit" class="plain">
            {hidden ? t.show : t.hide}
            {forTitle}
          </button>
        </form>
        <a href={paths.credentials(language, id, 'delete')}>
          {t.remove}
          {forTitle}
        </a>
      </div>
    </li>
  )
}

/** Asks once more before a certificate is deleted. */
export function DeleteCredentialPage({ frame, credential }: { frame: Frame; credential: IssuedCredential }) {
  const { language } = frame
  const t = credentialMessages[language]
  const title = t.removeTitle(say(credential.subject.title, language).text)
  return (
    <Layout {...frame} title={title} section="start">
      <h1>{title}</h1>
      <p>{t.removeText}</p>
      <form method="post" action={paths.credentials(language, credential.id, 'delete')}>
        <p class="actions">
          <button type="submit">{t.removeYes}</button>
          <a href={paths.credentials(language)}>{t.keep}</a>
        </p>
      </form>
    </Layout>
  )
}
