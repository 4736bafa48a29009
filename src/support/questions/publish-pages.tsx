import type { Standing } from '../../domain/access.ts'
import { paths } from '../../paths.ts'
import { CommunityFrame, type Frame, type Place } from '../../people/index.ts'
import { TextArea } from '../../ui/fields.tsx'
import { ErrorSummary, type FieldError } from '../../ui/parts.tsx'
import { TickBox } from '../parts.tsx'
import { questionMessages } from './messages.ts'
import type { Question } from './store.ts'

type Props = { frame: Frame; place: Place; standing: Standing; question: Question }

/** Agreeing that an answer is published: what the authors get is what stands here. */
export function PublishPage(
  props: Props & { typed: { question: string; answer: string; agreed: boolean }; errors: FieldError[] },
) {
  const { frame, place, standing, question, typed, errors } = props
  const { language } = frame
  const t = questionMessages[language]
  const at = (...rest: string[]) => paths.support(language, place.communityId, question.id, ...rest)
  const error = (field: string) => errors.find((one) => one.field === field)?.message
  return (
    <CommunityFrame frame={frame} place={place} standing={standing} part="support" title={t.publishTitle}>
      <ErrorSummary errors={errors} language={language} />
      <p class="lead">{t.publishLead}</p>
      <p>{t.publishPageLead}</p>
      <form method="post" action={at('publish')}>
        <TextArea
          name="question"
          label={t.publishQuestion}
          value={typed.question}
          error={error('question')}
          rows={6}
          language={question.language === language ? undefined : question.language}
        />
        <TextArea
          name="answer"
          label={t.publishAnswer}
          value={typed.answer}
          error={error('answer')}
          rows={10}
          language={question.language === language ? undefined : question.language}
        />
        <TickBox name="agree" label={t.publishAgree} checked={typed.agreed} error={error('agree')} />
        <p class="actions">
          <button type="submit">{t.publishSend}</button>
          <a href={at()}>{t.back}</a>
        </p>
      </form>
    </CommunityFrame>
  )
}

/** Asks once more before a copy goes, or the way to it. */
export function ConfirmPage(props: Props & { act: 'take-back' | 'cut' }) {
  const { frame, place, standing, question, act } = props
  const { language } = frame
  const t = questionMessages[language]
  const at = (...rest: string[]) => paths.support(language, place.communityId, question.id, ...rest)
  const words =
    act === 'cut'
      ? { title: t.cutTitle, lead: t.cutLead, send: t.cutSend }
      : { title: t.takeBackTitle, lead: t.takeBackLead, send: t.takeBack }
  return (
    <CommunityFrame frame={frame} place={place} standing={standing} part="support" title={words.title}>
      <p class="lead">{words.lead}</p>
      <form method="post" action={at(act)}>
        <p class="actions">
          <button type="submit">{words.send}</button>
          <a href={at()}>{t.back}</a>
        </p>
      </form>
    </CommunityFrame>
  )
}
