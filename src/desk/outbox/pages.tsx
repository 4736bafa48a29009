import type { Standing } from '../../domain/access.ts'
import { paths } from '../../paths.ts'
import type { Frame } from '../../people/index.ts'
import { mailMessages } from '../../people/mail/index.ts'
import { type MailStatus, mailStatuses } from '../../platform/mail/mail.ts'
import type { KeptMail } from '../../platform/mail/store.ts'
import { ProgramFrame } from '../../program/index.ts'
import { dayIn, longDate, timeOfDay } from '../../ui/dates.ts'
import { Table } from '../../ui/parts.tsx'
import { outboxMessages } from './messages.ts'
import type { OutboxLine } from './store.ts'

type Base = { frame: Frame; standing: Standing; timeZone: string }

function moment(at: Date, { frame, timeZone }: Base): string {
  return `${longDate(dayIn(at, timeZone), frame.language)}, ${timeOfDay(at, frame.language, timeZone)}`
}

/** Every message of the service, a page at a time. */
export function OutboxPage(
  props: Base & {
    lines: OutboxLine[]
    counts: Partial<Record<MailStatus, number>>
    status: MailStatus | undefined
    page: number
    more: boolean
    released: number | undefined
  },
) {
  const { frame, status, page, counts } = props
  const { language } = frame
  const t = outboxMessages[language]
  const kinds = mailMessages[language].kinds
  const here = paths.program(language, 'outbox')
  const at = (to: number) => `${here}?${new URLSearchParams({ ...(status ? { status } : {}), page: String(to) })}`
  return (
    <ProgramFrame frame={frame} standing={props.standing} part="outbox" title={t.title} wide>
      <p>{t.intro}</p>
      {props.released !== undefined && (
        <p class="note" role="status">
          {t.released(props.released)}
        </p>
      )}
      {(counts.held ?? 0) > 0 && (
        <section class="note amber" aria-labelledby="held">
          <h2 id="held">{t.releaseTitle}</h2>
          <p>{t.noServer}</p>
          <form method="post" action={paths.program(language, 'outbox', 'release')}>
            <button type="submit" class="second" aria-describedby="release-note">
              {t.release}
            </button>
            <p class="hint" id="release-note">
              {t.releaseNote}
            </p>
          </form>
        </section>
      )}
      <form method="get" action={here} class="actions">
        <label class="label" for="status">
          {t.filter}
        </label>
        <select id="status" name="status">
          <option value="">{t.all}</option>
          {mailStatuses.map((one) => (
            <option value={one} selected={one === status}>
              {`${t.statuses[one]} (${counts[one] ?? 0})`}
            </option>
          ))}
        </select>
        <button type="submit" class="second">
          {t.apply}
        </button>
      </form>
      {props.lines.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <Table
          caption={t.title}
          hideCaption
          head={[t.subject, t.to, t.kind, t.created, t.status]}
          rows={props.lines.map((line) => [
            <a href={paths.program(language, 'outbox', line.id)}>{line.subject}</a>,
            line.address,
            kinds[line.kind],
            moment(line.createdAt, props),
            t.statuses[line.status],
          ])}
        />
      )}
      {(page > 1 || props.more) && (
        <nav aria-label={t.pages}>
          {page > 1 && <a href={at(page - 1)}>{t.newer}</a>} {props.more && <a href={at(page + 1)}>{t.older}</a>}
        </nav>
      )}
    </ProgramFrame>
  )
}

/** One message: where it stands, what can be done, and, on request, what it says. */
export function OutboxMailPage(
  props: Base & {
    mail: KeptMail
    shown: boolean
    done: 'resent' | 'cancelled' | undefined
    readers: { at: Date; by: string | undefined }[]
    mayResend: boolean
    mayCancel: boolean
  },
) {
  const { frame, mail } = props
  const { language } = frame
  const t = outboxMessages[language]
  const act = (name: 'show' | 'resend' | 'cancel') => paths.program(language, 'outbox', mail.id, name)
  const unsure = mail.status === 'sending'
  const facts: [string, string][] = [
    [t.to, mail.to.name ? `${mail.to.name} <${mail.to.address}>` : mail.to.address],
    [t.kind, mailMessages[language].kinds[mail.kind]],
    [t.language, t.languages[mail.language]],
    [t.created, moment(mail.createdAt, props)],
    ...(mail.notBefore > mail.createdAt ? [[t.notBefore, moment(mail.notBefore, props)] as [string, string]] : []),
    [t.status, t.statuses[mail.status]],
    ...(mail.attempts > 0 ? [[t.attempts, String(mail.attempts)] as [string, string]] : []),
    ...(mail.problem ? [[t.answer, t.problems[mail.problem] ?? mail.problem] as [string, string]] : []),
    ...(mail.sentAt ? [[t.sent, moment(mail.sentAt, props)] as [string, string]] : []),
    ...(mail.attachments?.length
      ? [[t.attached, mail.attachments.map(({ name }) => name).join(', ')] as [string, string]]
      : []),
  ]
  return (
    <ProgramFrame frame={frame} standing={props.standing} part="outbox" title={mail.subject}>
      {props.done && (
        <p class="note" role="status">
          {t[props.done]}
        </p>
      )}
      <dl class="facts">
        {facts.map(([name, value]) => (
          <>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </>
        ))}
      </dl>
      <h2>{t.text}</h2>
      {props.shown ? (
        <MailText mail={mail} erased={t.erased} />
      ) : (
        <form method="post" action={act('show')}>
          <p>{mail.secret ? t.maskedSecret : t.masked}</p>
          <button type="submit" class="second" aria-describedby="show-note">
            {t.show}
          </button>
          <p class="hint" id="show-note">
            {t.showNote}
          </p>
        </form>
      )}
      {unsure && (props.mayResend || props.mayCancel) && <p class="note amber">{t.resendUnsure}</p>}
      <div class="actions">
        {props.mayResend && (
          <form method="post" action={act('resend')}>
            <button type="submit">{t.resend}</button>
          </form>
        )}
        {props.mayCancel && (
          <form method="post" action={act('cancel')}>
            <button type="submit" class="second">
              {unsure ? t.cancelUnsure : t.cancel}
            </button>
          </form>
        )}
      </div>
      {props.readers.length > 0 && (
        <>
          <h2>{t.shownTitle}</h2>
          <ul>
            {props.readers.map((reader) => (
              <li>{t.shown(reader.by ?? t.someone, moment(reader.at, props))}</li>
            ))}
          </ul>
        </>
      )}
      <p>
        <a href={paths.program(language, 'outbox')}>{t.back}</a>
      </p>
    </ProgramFrame>
  )
}

function MailText({ mail, erased }: { mail: KeptMail; erased: string }) {
  if (mail.paragraphs.length === 0) return <p>{erased}</p>
  return (
    <div class="note" lang={mail.language}>
      {mail.paragraphs.map((text) => (
        <p>{text}</p>
      ))}
      {mail.link && (
        <p>
          {mail.link.label}{' '}
          <a class="unbroken" href={mail.link.href}>
            {mail.link.href}
          </a>
        </p>
      )}
    </div>
  )
}
