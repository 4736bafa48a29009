import type { Child } from 'hono/jsx'
import { inLanguage, onDevice, paths } from '../paths.ts'
import { type Language, languageNames, languages } from '../platform/languages.ts'
import { uiMessages } from './messages.ts'

/** Finds the address of a built file (`site.css`, `self-check.js`) by its name in the source. */
export type AssetUrl = (name: string) => string

export type Section = 'framework' | 'catalogue' | 'method' | 'self-check' | 'start' | 'study' | 'desk' | 'program'

/** Who is signed in, as the head of a page shows it. */
export type SignedIn = { name: string; desk: boolean; program: boolean }

export type LayoutProps = {
  language: Language
  /** Path of this page, so that the language switch can stay on it. */
  path: string
  title: string
  description?: string
  section?: Section
  asset: AssetUrl
  /** Names of island scripts this page uses; it works, or says what to do, without them. */
  scripts?: string[]
  /** A wide page (charts side by side) instead of one column of text. */
  wide?: boolean
  /** Keep the page out of search engines: private links, errors. */
  hidden?: boolean
  /** The language switch posts nothing and keeps the place; pages without a twin leave it out. */
  noSwitch?: boolean
  /** The person who is signed in; pages that are the same for everyone leave it out. */
  person?: SignedIn
  children: Child
}

/** Every page of the service: head, menu, one main region, footer. */
export function Layout(props: LayoutProps) {
  const { language, path, title, section, asset } = props
  const t = uiMessages[language]
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title === t.product ? title : `${title} · ${t.product}`}</title>
        {props.description && <meta name="description" content={props.description} />}
        {props.hidden && <meta name="robots" content="noindex" />}
        <meta name="color-scheme" content="light" />
        <meta name="theme-color" content="#1f5a4a" />
        <link rel="icon" href={asset('icon.svg')} type="image/svg+xml" />
        <link rel="stylesheet" href={asset('site.css')} />
        {!props.hidden &&
          languages.map((other) => <link rel="alternate" hreflang={other} href={inLanguage(path, other)} />)}
        {(props.scripts ?? []).map((name) => (
          <script src={asset(name)} type="module" />
        ))}
      </head>
      <body>
        <a class="skip" href="#content">
          {t.skipToContent}
        </a>
        <header class="masthead">
          <div class="bar">
            <a class="wordmark" href={paths.home(language)}>
              <Mark />
              {t.product}
            </a>
            {!props.noSwitch && (
              <nav class="languages" aria-label={t.languageSwitch}>
                {languages
                  .filter((other) => other !== language)
                  .map((other) => (
                    <a href={inLanguage(path, other)} lang={other} hreflang={other} data-language-switch>
                      {languageNames[other]}
                    </a>
                  ))}
              </nav>
            )}
            <Menu language={language} {...(section === undefined ? {} : { section })} />
            <AccountMenu
              language={language}
              {...(props.person ? { person: props.person } : {})}
              {...(section === undefined ? {} : { section })}
            />
          </div>
        </header>
        <main id="content" class={props.wide ? 'wide' : undefined} tabindex={-1}>
          {props.children}
        </main>
        <footer class="foot">
          <div class="bar">
            <nav aria-label={t.footerMenu}>
              <ul>
                <li>
                  <a href={paths.about(language)}>{t.aboutIdeas}</a>
                </li>
                <li>
                  <a href={paths.method(language)}>{t.howComputed}</a>
                </li>
                <li>
                  <a href={`${paths.home(language)}#privacy`}>{t.yourPrivacy}</a>
                </li>
                <li>
                  <a href={paths.contact(language)}>{t.contact}</a>
                </li>
                <li>
                  <a href={paths.privacy(language)}>{t.privacyNotice}</a>
                </li>
                <li>
                  <a href={paths.accessibility(language)}>{t.accessibility}</a>
                </li>
                <li>
                  <a href={paths.terms(language)}>{t.terms}</a>
                </li>
              </ul>
            </nav>
            <p>{t.footerAbout}</p>
            <p class="quiet">
              {t.footerLicence} {t.footerIndependent}
            </p>
          </div>
        </footer>
      </body>
    </html>
  )
}

function Menu({ language, section }: { language: Language; section?: Section }) {
  const t = uiMessages[language]
  const entries: [Section, string, string][] = [
    ['self-check', paths.selfCheck(language, onDevice), t.selfCheck],
    ['framework', paths.framework(language), t.framework],
    ['catalogue', paths.catalogue(language), t.catalogue],
    ['method', paths.method(language), t.method],
  ]
  return (
    <nav class="menu" aria-label={t.mainMenu}>
      <ul>
        {entries.map(([id, href, label]) => (
          <li>
            <a href={href} aria-current={id === section ? 'true' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The way in, or what is the person's own: where they start, their desk, their account, the way out. */
function AccountMenu({ language, person, section }: { language: Language; person?: SignedIn; section?: Section }) {
  const t = uiMessages[language]
  if (person === undefined) {
    return (
      <nav class="account" aria-label={t.accountMenu}>
        <a href={paths.start(language)}>{t.signIn}</a>
      </nav>
    )
  }
  const entries: [Section, string, string, boolean][] = [
    ['start', paths.start(language), t.yourPlace, true],
    ['study', paths.study(language), t.yourLearning, true],
    ['desk', paths.desk(language), t.desk, person.desk],
    ['program', paths.program(language), t.program, person.program],
  ]
  return (
    <nav class="account signed-in" aria-label={t.accountMenu}>
      <ul>
        {entries
          .filter(([, , , shown]) => shown)
          .map(([id, href, label]) => (
            <li>
              <a href={href} aria-current={id === section ? 'true' : undefined}>
                {label}
              </a>
            </li>
          ))}
        <li>
          <a href={paths.account(language)}>{person.name}</a>
        </li>
        <li>
          <form method="post" action={paths.signOut(language)}>
            <button type="submit" class="plain">
              {t.signOut}
            </button>
          </form>
        </li>
      </ul>
    </nav>
  )
}

/** Three stones on a path: the mark that says "this way". */
function Mark() {
  return (
    <svg class="mark" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
      <ellipse cx="12" cy="19" rx="9" ry="3.6" fill="currentColor" />
      <ellipse cx="12.6" cy="12.4" rx="6.2" ry="2.9" fill="currentColor" />
      <ellipse cx="11.6" cy="6.6" rx="3.9" ry="2.3" fill="currentColor" />
    </svg>
  )
}

/** The whole document as text, ready to send. */
export function documentOf(page: Child): string {
  return `<!doctype html>${String(page)}`
}
