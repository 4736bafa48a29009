import { paths } from '../../paths.ts'
import type { Language } from '../../platform/languages.ts'
import { type OptionalKind, optionalKinds } from '../../platform/mail/mail.ts'
import { dayIn, longDate, timeOfDay } from '../../ui/dates.ts'
import { type AssetUrl, Layout } from '../../ui/layout.tsx'
import { Choices, Table } from '../../ui/parts.tsx'
import type { Frame } from '../access/room.ts'
import { AccountFrame } from '../own/account-frame.tsx'
import { mailMessages } from './messages.ts'
import type { OwnMail, Showing } from './store.ts'

const moment = (at: Date, language: Language, timeZone: string) =>
  `${longDate(dayIn(at, timeZone), language)}, ${timeOfDay(at, language, timeZone)}`

/** What mail reaches a person, what they would rather not get, and who looked into it. */
export function OwnMailPage(props: {
  frame: Frame
  address: string
  timeZone: string
  refused: readonly OptionalKind[]
  saved: boolean
  mail: OwnMail[]
  page: number
  more: boolean
  showings: Showing[]
}) {
  const { language } = props.frame
  const t = mailMessages[language]
  const here = paths.account(language, 'mail')
  return (
    <AccountFrame frame={props.frame} part="mail" title={t.title}>
      <p>{t.intro(props.address)}</p>
      {props.saved && (
        <p class="note" role="status">
          {t.saved}
        </p>
      )}
      <form method="post" action={here}>
        <Choices
          name="wanted"
          legend={t.chooseLegend}
          hint={t.chooseHint}
          several
          choices={optionalKinds.map((kind) => ({
            value: kind,
            label: t.optional[kind],
            checked: !props.refused.includes(kind),
          }))}
        />
        <div class="actions">
          <button type="submit">{t.save}</button>
        </div>
      </form>
      <h2>{t.recent}</h2>
      {props.mail.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <Table
          caption={t.recent}
          hideCaption
          head={[t.subject, t.kind, t.when, t.status]}
          rows={props.mail.map((one) => [
            one.subject,
            t.kinds[one.kind],
            moment(one.at, language, props.timeZone),
            t.statuses[one.status],
          ])}
        />
      )}
      {(props.page > 1 || props.more) && (
        <nav aria-label={t.pages}>
          {props.page > 1 && <a href={`${here}?page=${props.page - 1}`}>{t.newer}</a>}{' '}
          {props.more && <a href={`${here}?page=${props.page + 1}`}>{t.older}</a>}
        </nav>
      )}
      {props.showings.length > 0 && (
        <>
          <h2>{t.shownTitle}</h2>
          <p>{t.shownIntro}</p>
          <ul>
            {props.showings.map((one) => (
              <li>{t.shown(one.by ?? t.someone, one.subject, moment(one.at, language, props.timeZone))}</li>
            ))}
          </ul>
        </>
      )}
    </AccountFrame>
  )
}

/** Where the link under an optional message leads: asking, done, or no longer known. Nobody needs to be signed in. */
export function UnsubscribePage(props: {
  language: Language
  path: string
  asset: AssetUrl
  state: 'ask' | 'done' | 'unknown'
  kind?: OptionalKind
}) {
  const { language, state } = props
  const t = mailMessages[language]
  const kind = props.kind ? t.optional[props.kind] : ''
  const title = { ask: t.unsubscribeTitle, done: t.unsubscribedTitle, unknown: t.unknownTitle }[state]
  const text = { ask: t.unsubscribeText(kind), done: t.unsubscribedText(kind), unknown: t.unknownText }[state]
  return (
    <Layout language={language} path={props.path} asset={props.asset} title={title} hidden>
      <h1>{title}</h1>
      <p>{text}</p>
      {state === 'ask' ? (
        <form method="post" action={props.path}>
          <div class="actions">
            <button type="submit">{t.unsubscribeButton}</button>
          </div>
        </form>
      ) : (
        <p>
          <a href={paths.account(language, 'mail')}>{t.changeMind}</a>
        </p>
      )}
    </Layout>
  )
}
