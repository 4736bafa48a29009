import { nameOf } from '../../content/names.ts'
import type { Pack } from '../../content/schema.ts'
import type { Standing } from '../../domain/access.ts'
import type { Match } from '../../domain/support-routing.ts'
import { questionStates, waits } from '../../domain/support-thread.ts'
import { paths } from '../../paths.ts'
import type { Frame } from '../../people/index.ts'
import { type Language, languageNames } from '../../platform/languages.ts'
import { dayIn, longDate } from '../../ui/dates.ts'
import { TextArea } from '../../ui/fields.tsx'
import { Choices, ErrorSummary, type FieldError, Table } from '../../ui/parts.tsx'
import { DeskPage } from '../desk-frame.tsx'
import type { KnownHelper, QueueLine, Times } from '../desk-store.ts'
import { FilesField, Notice } from '../parts.tsx'
import type { AboutLine } from './about.ts'
import { AboutList } from './ask-page.tsx'
import { Reasons } from './home-page.tsx'
import { questionMessages } from './messages.ts'
import type { Question } from './store.ts'
import { Routes, Thread } from './thread-parts.tsx'
import type { Message, Route } from './thread-store.ts'

type Common = { frame: Frame; standing: Standing; timeZone: string }

/** How long something took, as people say it. */
export function waited(hours: number, language: Language): string {
  const t = questionMessages[language]
  if (hours < 1) return t.lessThanHour
  return hours < 48 ? t.hours(Math.round(hours)) : t.days(Math.round(hours / 24))
}

/** What waits for an advisor or expert, and for management how long everything waits. */
export function DeskQuestionsPage(
  props: Common & {
    personId: string
    pack: Pack
    now: Date
    /** Left out for who answers none. */
    mine: readonly (Question & { communityName: string })[] | undefined
    queue: { lines: readonly QueueLine[]; times: Times } | undefined
    notice?: string | undefined
  },
) {
  const { frame, mine, queue } = props
  const { language } = frame
  const t = questionMessages[language]
  const date = (at: Date) => longDate(dayIn(at, props.timeZone), language)
  const list = (questions: readonly (Question & { communityName: string })[]) => (
    <ul class="rows">
      {questions.map((one) => (
        <li>
          <a href={paths.desk(language, 'support', one.id)} lang={one.language === language ? undefined : one.language}>
            {one.subject}
          </a>
          <p class="meta">
            {[
              t.states[one.state],
              t.from(one.communityName, date(one.askedAt)),
              ...(one.answererId === props.personId ? [] : [t.notYours]),
              ...(one.thanks ? [t.thanked] : []),
            ].join(' · ')}
          </p>
        </li>
      ))}
    </ul>
  )
  const waiting = mine?.filter(({ state }) => waits(state)) ?? []
  const done = mine?.filter(({ state }) => !waits(state)) ?? []
  return (
    <DeskPage frame={frame} standing={props.standing} page="support" title={t.deskTitle} wide={queue !== undefined}>
      <Notice text={props.notice} />
      {mine && (
        <>
          <p class="lead">{t.deskLead}</p>
          {mine.length === 0 && <p>{t.deskNone}</p>}
          {waiting.length > 0 && <h2>{t.waiting}</h2>}
          {waiting.length > 0 && list(waiting)}
          {done.length > 0 && <h2>{t.done}</h2>}
          {done.length > 0 && list(done)}
        </>
      )}
      {queue && <Queue {...props} queue={queue} />}
    </DeskPage>
  )
}

function Queue(props: Common & { pack: Pack; now: Date; queue: { lines: readonly QueueLine[]; times: Times } }) {
  const { frame, pack, queue } = props
  const { language } = frame
  const t = questionMessages[language]
  const { counts, medianHours, oldestOpen } = queue.times
  const since = (at: Date) => waited((props.now.getTime() - at.getTime()) / 3_600_000, language)
  return (
    <>
      <h2>{t.queueTitle}</h2>
      <p>{t.queueLead}</p>
      <ul>
        <li>{questionStates.map((state) => t.count(t.states[state], counts[state])).join(' · ')}</li>
        <li>{medianHours === undefined ? t.noMedian : t.median(waited(medianHours, language))}</li>
        <li>{oldestOpen === undefined ? t.noOldest : t.oldest(since(oldestOpen))}</li>
      </ul>
      {queue.lines.length === 0 ? (
        <p>{t.queueNone}</p>
      ) : (
        <Table
          caption={t.queueTitle}
          hideCaption
          head={[t.head.community, t.head.area, t.head.language, t.head.waited, t.head.who, t.head.act]}
          rows={queue.lines.map((line) => [
            line.communityName,
            line.discipline === undefined ? t.anyDiscipline : nameOf(pack.domains, line.discipline, language),
            languageNames[line.language],
            since(line.askedAt),
            line.answerer === undefined
              ? t.unrouted
              : line.waitsForAgreement
                ? `${line.answerer} (${t.waitsShort})`
                : line.answerer,
            <a href={paths.desk(language, 'support', line.id, 'choose')} aria-label={t.choose(line.communityName)}>
              {t.chooseShort}
            </a>,
          ])}
        />
      )}
    </>
  )
}

/** A thread for whoever answers it. */
export function DeskThreadPage(
  props: Common & {
    personId: string
    question: Question
    communityName: string
    names: boolean
    lines: readonly AboutLine[]
    messages: readonly Message[]
    routes: readonly Route[]
    /** It was sent to them: they may pass it on. */
    isTheirs: boolean
    formKey: string
    typed: string
    errors: FieldError[]
    notice?: string | undefined
    conflict?: boolean
  },
) {
  const { frame, standing, question, errors } = props
  const { language } = frame
  const t = questionMessages[language]
  const at = (...rest: string[]) => paths.desk(language, 'support', question.id, ...rest)
  const error = (field: string) => errors.find((one) => one.field === field)?.message
  return (
    <DeskPage frame={frame} standing={standing} page="support" title={question.subject}>
      <ErrorSummary errors={errors} language={language} />
      <Notice text={props.notice} />
      <Notice text={props.conflict ? t.changed : undefined} alert />
      <p class="meta">
        {[
          t.states[question.state],
          t.from(props.communityName, longDate(dayIn(question.askedAt, props.timeZone), language)),
          ...(question.private ? [t.isPrivate] : []),
          ...(question.thanks ? [t.thanked] : []),
        ].join(' · ')}
      </p>
      <AboutList lines={props.lines} />
      <h2>{t.questions}</h2>
      <Thread
        frame={frame}
        timeZone={props.timeZone}
        messages={props.messages}
        personId={props.personId}
        communityName={props.communityName}
        names={props.names}
        fileHref={(file) => at('files', file)}
      />
      {question.state !== 'closed' && (
        <form method="post" action={at('reply')} enctype="multipart/form-data">
          <input type="hidden" name="key" value={props.formKey} />
          <TextArea
            name="body"
            label={t.answerLabel}
            hint={t.answerHint}
            value={props.typed}
            error={error('body')}
            rows={8}
          />
          <FilesField language={language} error={error('files')} />
          <p class="actions">
            <button type="submit">{t.answerSend}</button>
            {props.isTheirs && <a href={at('pass')}>{t.pass}</a>}
          </p>
        </form>
      )}
      <Routes frame={frame} timeZone={props.timeZone} question={question} routes={props.routes} />
    </DeskPage>
  )
}

/** Choosing someone: whoever answers passes a question on, or management sends it without reading it. */
export function ChooseHelperPage(
  props: Common & {
    question: Question
    communityName: string
    matches: readonly Match<KnownHelper>[]
    as: 'pass' | 'choose'
    typed: { to: string; reason: string }
    errors: FieldError[]
  },
) {
  const { frame, question, errors, typed } = props
  const { language } = frame
  const t = questionMessages[language]
  const error = (field: string) => errors.find((one) => one.field === field)?.message
  const passing = props.as === 'pass'
  const title = passing ? t.passTitle : t.routeTitle
  const offered = props.matches.filter(({ against }) => !against.includes('outside')).slice(0, 50)
  const back = passing ? paths.desk(language, 'support', question.id) : paths.desk(language, 'support')
  return (
    <DeskPage frame={frame} standing={props.standing} page="support" title={title}>
      <ErrorSummary errors={errors} language={language} />
      <p class="lead">{passing ? t.passLead : t.routeLead(props.communityName)}</p>
      {offered.length === 0 ? (
        <p>
          {t.nobodyElse} <a href={back}>{t.back}</a>
        </p>
      ) : (
        <form method="post" action={paths.desk(language, 'support', question.id, props.as)}>
          <Choices
            name="to"
            legend={t.head.who}
            error={error('to')}
            choices={offered.map((match) => ({
              value: match.helper.personId,
              label: match.helper.name,
              hint: <Reasons match={match} language={language} />,
              checked: typed.to === match.helper.personId,
            }))}
          />
          {passing && (
            <TextArea
              name="reason"
              label={t.passReason}
              hint={t.passReasonHint}
              value={typed.reason}
              error={error('reason')}
              rows={3}
            />
          )}
          <p class="actions">
            <button type="submit">{t.passSend}</button>
            <a href={back}>{t.back}</a>
          </p>
        </form>
      )}
    </DeskPage>
  )
}
