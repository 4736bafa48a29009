import type { Child } from 'hono/jsx'
import { onDevice, paths } from '../paths.ts'
import type { Language } from '../platform/languages.ts'
import { type AssetUrl, Layout } from '../ui/layout.tsx'
import { uiMessages } from '../ui/messages.ts'
import { publicMessages } from './public-messages.ts'
import { type ProgramSettings, programName } from './settings.ts'

export type PublicPageProps = {
  language: Language
  path: string
  asset: AssetUrl
  settings: ProgramSettings
  logo: boolean
}

function Page({ title, children, ...props }: PublicPageProps & { title: string; children: Child }) {
  const { language, settings } = props
  return (
    <Layout language={language} path={props.path} asset={props.asset} title={title}>
      <h1>{title}</h1>
      {props.logo && (
        <p>
          <img class="program-logo" src={`/${language}/program/logo`} alt={programName(settings, language)} />
        </p>
      )}
      {children}
      {settings.funderLine[language] && <p class="quiet">{settings.funderLine[language]}</p>}
    </Layout>
  )
}

const Lines = ({ lines }: { lines: string[] }) => (
  <ul>
    {lines.map((line) => (
      <li>{line}</li>
    ))}
  </ul>
)

export function ContactPage(props: PublicPageProps) {
  const { language, settings } = props
  const t = publicMessages[language]
  const any = settings.contactName || settings.contactEmail || settings.contactPhone || settings.contactAddress
  return (
    <Page {...props} title={t.contactTitle}>
      {any ? (
        <>
          <p>{t.contactLead(programName(settings, language))}</p>
          <dl>
            {settings.contactName && (
              <>
                <dt>{programName(settings, language)}</dt>
                <dd>{settings.contactName}</dd>
              </>
            )}
            {settings.contactEmail && (
              <>
                <dt>{t.email}</dt>
                <dd>
                  <a href={`mailto:${settings.contactEmail}`}>{settings.contactEmail}</a>
                </dd>
              </>
            )}
            {settings.contactPhone && (
              <>
                <dt>{t.phone}</dt>
                <dd>{settings.contactPhone}</dd>
              </>
            )}
            {settings.contactAddress && (
              <>
                <dt>{t.address}</dt>
                <dd class="lines">{settings.contactAddress}</dd>
              </>
            )}
          </dl>
        </>
      ) : (
        <p>{t.contactNone}</p>
      )}
      <p>
        <a href={paths.selfCheck(language, onDevice)}>{t.selfCheckAnyway}</a>
      </p>
    </Page>
  )
}

export function PrivacyPage(props: PublicPageProps) {
  const { language, settings } = props
  const t = publicMessages[language]
  const place = settings.dataPlace[language]
  return (
    <Page {...props} title={t.privacyTitle}>
      <p class="lead">{t.privacyLead}</p>
      <h2>{t.collectTitle}</h2>
      <Lines lines={t.collect} />
      <h2>{t.whoTitle}</h2>
      <Lines lines={t.who} />
      <h2>{t.useTitle}</h2>
      <Lines lines={t.use} />
      <h2>{t.ownTitle}</h2>
      <p>{t.own}</p>
      <h2>{t.keepTitle}</h2>
      <p>{t.keep(settings.answersMonths, settings.logsMonths)}</p>
      <h2>{t.rightsTitle}</h2>
      <p>
        <a href={paths.account(language, 'data')}>{t.rights}</a>
      </p>
      <h2>{t.leadTitle}</h2>
      <p>
        {settings.privacyLead || t.privacyNone}
        {settings.privacyEmail && (
          <>
            {uiMessages[language].colon}
            <a href={`mailto:${settings.privacyEmail}`}>{settings.privacyEmail}</a>
          </>
        )}
      </p>
      <p>{place ? `${t.place} ${place}` : t.placeNone}</p>
    </Page>
  )
}

export function AccessibilityPage(props: PublicPageProps) {
  const t = publicMessages[props.language]
  return (
    <Page {...props} title={t.accessTitle}>
      <Lines lines={t.access} />
      <p>
        <a href={paths.contact(props.language)}>{t.accessHelp}</a>
      </p>
    </Page>
  )
}

export function TermsPage(props: PublicPageProps) {
  const t = publicMessages[props.language]
  return (
    <Page {...props} title={t.termsTitle}>
      <Lines lines={t.terms} />
      <p>
        <a href={paths.privacy(props.language)}>{t.privacyTitle}</a>
      </p>
    </Page>
  )
}
