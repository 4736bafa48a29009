import { paths } from '../../paths.ts'
import type { Language } from '../../platform/languages.ts'
import { dayIn, longDate, timeOfDay } from '../../ui/dates.ts'
import { TextField } from '../../ui/fields.tsx'
import { type AssetUrl, Layout } from '../../ui/layout.tsx'
import { Choices, ErrorSummary, type FieldError, Table } from '../../ui/parts.tsx'
import type { Frame } from '../access/room.ts'
import type { PeopleEvent } from '../communities/event-store.ts'
import { peopleWords } from '../communities/event-words.ts'
import { AccountFrame } from './account-frame.tsx'
import { dataMessages } from './data-messages.ts'

/** Somewhere that answers can be taken out of. */
export type WithdrawChoice = { value: string; label: string }

/** What is kept about a person, and the three things they can do with it. */
export function DataPage(props: {
  frame: Frame
  timeZone: string
  counts: { name: string; count: number }[]
  exportedAt: Date | undefined
  choices: WithdrawChoice[]
  chosen: string
  events: PeopleEvent[]
  errors: FieldError[]
  note?: string | undefined
}) {
  const { frame, counts, choices, errors, events } = props
  const { language } = frame
  const t = dataMessages[language]
  const here = paths.account(language, 'data')
  const error = (field: string) => errors.find((one) => one.field === field)?.message
  const when = (moment: Date) =>
    `${longDate(dayIn(moment, props.timeZone), language)}, ${timeOfDay(moment, language, props.timeZone)}`
  return (
    <AccountFrame frame={frame} part="data" title={t.title}>
      <ErrorSummary errors={errors} language={language} />
      {props.note && (
        <p class="note" role="status">
          {props.note}
        </p>
      )}
      <p class="lead">{t.lead}</p>

      <h2>{t.exportTitle}</h2>
      <p>{t.exportText}</p>
      <Downloads language={language} />
      {props.exportedAt && <p class="quiet">{t.exportedAt(when(props.exportedAt))}</p>}
      <Table
        caption={t.holds}
        head={t.holdsHead}
        rows={counts.map(({ name, count }) => [t.kinds[name] ?? name, String(count)])}
      />

      <h2>{t.withdrawTitle}</h2>
      {choices.length === 0 ? (
        <p>{t.withdrawNone}</p>
      ) : (
        <>
          {t.withdrawText.map((text) => (
            <p>{text}</p>
          ))}
          <form method="post" action={`${here}/withdraw`}>
            <Choices
              name="from"
              legend={t.withdrawFrom}
              error={error('from')}
              choices={choices.map((choice) => ({ ...choice, checked: choice.value === props.chosen }))}
            />
            <Choices
              name="confirm"
              legend={<span class="visually-hidden">{t.withdraw}</span>}
              several
              error={error('confirm')}
              choices={[{ value: 'yes', label: t.withdrawConfirm }]}
            />
            <button type="submit" class="second">
              {t.withdraw}
            </button>
          </form>
        </>
      )}

      <h2>{t.deleteTitle}</h2>
      <p>
        <a href={`${here}/delete`}>{t.deleteLink}</a>
      </p>

      <h2>{t.recordTitle}</h2>
      {events.length === 0 ? (
        <p>{t.recordNone}</p>
      ) : (
        <ul class="rows">
          {events.map((event) => (
            <li>
              {peopleWords(event.act, event.detail, language)} <span class="quiet">({when(event.at)})</span>
            </li>
          ))}
        </ul>
      )}
    </AccountFrame>
  )
}

function Downloads({ language }: { language: Language }) {
  const t = dataMessages[language]
  const here = paths.account(language, 'data')
  return (
    <p class="actions">
      <a class="button" href={`${here}/export.json`} download>
        {t.exportJson}
      </a>
      <a href={`${here}/export.csv`} download>
        {t.exportCsv}
      </a>
    </p>
  )
}

/** Why an account cannot go just now. */
export type Blocked = { staff: boolean; hold: boolean; handOver: { communityId: string; name: string }[] }

/** What goes, what stays and why, and the typed confirmation. */
export function DeletePage(props: {
  frame: Frame
  email: string
  blocked: Blocked
  exported: boolean
  errors: FieldError[]
}) {
  const { frame, email, blocked, exported, errors } = props
  const { language } = frame
  const t = dataMessages[language]
  const free = !blocked.staff && !blocked.hold && blocked.handOver.length === 0
  return (
    <AccountFrame frame={frame} part="data" title={t.deleteTitle}>
      <ErrorSummary errors={errors} language={language} />
      <h2>{t.goes}</h2>
      <ul>
        {t.goesList.map((text) => (
          <li>{text}</li>
        ))}
      </ul>
      <h2>{t.stays}</h2>
      <ul>
        {t.staysList.map((text) => (
          <li>{text}</li>
        ))}
      </ul>
      {blocked.staff && <p class="note amber">{t.blocked.staff}</p>}
      {blocked.hold && (
        <p class="note amber">
          {t.blocked.hold} <a href={paths.contact(language)}>{t.contact}</a>
        </p>
      )}
      {blocked.handOver.length > 0 && (
        <div class="note amber">
          <p>{t.blocked['last-lead']}</p>
          <ul>
            {blocked.handOver.map(({ communityId, name }) => (
              <li>
                <a href={paths.community(language, communityId, 'leave')}>{t.handOver(name)}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
      {!exported && (
        <>
          <h2>{t.first}</h2>
          <p>{t.firstText}</p>
          <Downloads language={language} />
          <p class="quiet">{t.thenBack}</p>
        </>
      )}
      {free && exported && (
        <form method="post" action={`${paths.account(language, 'data')}/delete`}>
          <TextField
            name="email"
            label={t.typeLabel(email)}
            error={errors.find(({ field }) => field === 'email')?.message}
            autocomplete="off"
            required
          />
          <button type="submit">{t.delete}</button>
        </form>
      )}
    </AccountFrame>
  )
}

/** The certificate of a deletion; nobody is signed in any more. */
export function DeletedPage(props: {
  language: Language
  path: string
  asset: AssetUrl
  certificate: string
  day: string
  count: number
}) {
  const { language } = props
  const t = dataMessages[language]
  return (
    <Layout language={language} path={props.path} asset={props.asset} title={t.goneTitle} hidden noSwitch>
      <h1>{t.goneTitle}</h1>
      <p class="lead">{t.goneText}</p>
      <dl class="facts">
        <dt>{t.certificate}</dt>
        <dd>{props.certificate}</dd>
        <dt>{t.goneAt}</dt>
        <dd>{longDate(props.day, language)}</dd>
        <dt>{t.goneCount}</dt>
        <dd>{props.count}</dd>
      </dl>
      <p>
        <a href={paths.home(language)}>{t.home}</a>
      </p>
    </Layout>
  )
}
