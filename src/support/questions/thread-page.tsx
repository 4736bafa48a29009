import { may, type Standing } from '../../domain/access.ts'
import { paths } from '../../paths.ts'
import { CommunityFrame, type Frame, type Place } from '../../people/index.ts'
import { TextArea } from '../../ui/fields.tsx'
import { ErrorSummary, type FieldError } from '../../ui/parts.tsx'
import { FilesField, Notice, OneButton } from '../parts.tsx'
import type { AboutLine } from './about.ts'
import { AboutList } from './ask-page.tsx'
import type { CopyState } from './consent-store.ts'
import { questionMessages } from './messages.ts'
import type { Question } from './store.ts'
import { Routes, Thread } from './thread-parts.tsx'
import type { Message, Route } from './thread-store.ts'

export type ThreadPageProps = {
  frame: Frame
  place: Place
  standing: Standing
  timeZone: string
  personId: string
  question: Question
  lines: readonly AboutLine[]
  messages: readonly Message[]
  routes: readonly Route[]
  copy: CopyState
  /** Whether this person may agree to publishing, and take it back. */
  mayPublish: boolean
  formKey: string
  typed: string
  errors: FieldError[]
  notice?: string | undefined
  conflict?: boolean
}

/** A question and its answers, for the community and its advisor. */
export function ThreadPage(props: ThreadPageProps) {
  const { frame, place, standing, question, errors } = props
  const { language } = frame
  const t = questionMessages[language]
  const at = (...rest: string[]) => paths.support(language, place.communityId, question.id, ...rest)
  const error = (field: string) => errors.find((one) => one.field === field)?.message
  const isMember = may('support.ask', standing)
  const closed = question.state === 'closed'
  return (
    <CommunityFrame frame={frame} place={place} standing={standing} part="support" title={question.subject}>
      <ErrorSummary errors={errors} language={language} />
      <Notice text={props.notice} />
      <Notice text={props.conflict ? t.changed : undefined} alert />
      <p class="meta">
        {closed ? (question.thanks ? t.closedThanks : t.closed) : t.states[question.state]}
        {question.private && ` · ${t.isPrivate}`}
      </p>
      <AboutList lines={props.lines} />
      <h2>{t.questions}</h2>
      <Thread
        frame={frame}
        timeZone={props.timeZone}
        messages={props.messages}
        personId={props.personId}
        communityName={place.communityName}
        names
        fileHref={(file) => at('files', file)}
      />
      {isMember && (
        <form method="post" action={at('reply')} enctype="multipart/form-data">
          <input type="hidden" name="key" value={props.formKey} />
          <TextArea
            name="body"
            label={closed ? t.replyReopen : t.reply}
            hint={t.replyHint}
            value={props.typed}
            error={error('body')}
            rows={5}
          />
          <FilesField language={language} error={error('files')} />
          <p class="actions">
            <button type="submit" class="second">
              {t.replySend}
            </button>
          </p>
        </form>
      )}
      {!isMember && may('support.answer', standing) && (
        <p>
          <a href={paths.desk(language, 'support', question.id)}>{t.answerAtDesk}</a>
        </p>
      )}
      {isMember && !closed && (
        <>
          <h2>{t.close}</h2>
          <p>{t.closeLead}</p>
          <p class="actions">
            <OneButton action={at('close')} label={t.closeThanks} fields={{ thanks: 'yes' }} kind="second" />
            <OneButton action={at('close')} label={t.closePlain} kind="plain" />
          </p>
        </>
      )}
      <Routes frame={frame} timeZone={props.timeZone} question={question} routes={props.routes} />
      {question.firstAnsweredAt !== undefined && (props.mayPublish || props.copy !== 'none') && (
        <Publishing {...props} />
      )}
      <p>
        <a href={paths.support(language, place.communityId)}>{t.backToSupport}</a>
      </p>
    </CommunityFrame>
  )
}

function Publishing({ frame, place, question, copy, mayPublish }: ThreadPageProps) {
  const { language } = frame
  const t = questionMessages[language]
  const at = (...rest: string[]) => paths.support(language, place.communityId, question.id, ...rest)
  const said = {
    none: t.publishLead,
    draft: t.publishDraft,
    published: t.publishPublished,
    gone: t.publishGone,
    cut: t.publishCut,
  }
  return (
    <>
      <h2>{t.publishTitle}</h2>
      <p>{said[copy]}</p>
      {mayPublish && (
        <ul class="plain-list">
          {(copy === 'none' || copy === 'gone') && (
            <li>
              <a href={at('publish')}>{t.publishAsk}</a>
            </li>
          )}
          {(copy === 'draft' || copy === 'published') && (
            <li>
              <a href={at('take-back')}>{t.takeBack}</a>
            </li>
          )}
          {copy === 'published' && (
            <li>
              <a href={at('cut')}>{t.cut}</a>
            </li>
          )}
        </ul>
      )}
    </>
  )
}
