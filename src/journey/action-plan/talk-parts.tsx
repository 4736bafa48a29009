import { may } from '../../domain/access.ts'
import { paths } from '../../paths.ts'
import { dayIn, longDate } from '../../ui/dates.ts'
import { SelectField, TextArea } from '../../ui/fields.tsx'
import { partName, talkParts } from './describe.ts'
import { draftMessages } from './draft-messages.ts'
import type { DraftPageProps } from './draft-props.ts'

/** The longest comment or question. */
export const longestTalk = 2000

const written = ({ frame, talk }: DraftPageProps, moment: Date) =>
  longDate(dayIn(moment, talk.timeZone), frame.language)

const nameIn = ({ frame, talk }: DraftPageProps, id: string | undefined) =>
  (id === undefined ? undefined : talk.names.get(id)) ?? draftMessages[frame.language].someone

function partOptions({ read, pack, frame }: DraftPageProps) {
  const { language } = frame
  return talkParts(read.plan).map((part) => ({ value: part, label: partName(part, { pack, language }, read.card) }))
}

/** What people said about the parts of the plan; open ones can be marked as dealt with. */
export function Comments(props: DraftPageProps) {
  const { frame, place, standing, pack, talk, read, errors = [], typed = {} } = props
  const { language } = frame
  const t = draftMessages[language]
  const at = (...rest: string[]) => paths.journey(language, place.journey.id, 'draft-plan', 'comments', ...rest)
  const mayComment = may('draft-plan.comment', standing)
  const error = errors.find(({ field }) => field === 'comment')?.message
  return (
    <section id="comments">
      <h2>{t.commentsTitle}</h2>
      {talk.comments.length === 0 && <p>{t.noComments}</p>}
      <ul class="rows">
        {talk.comments.map((comment) => (
          <li>
            <p class="meta">
              {partName(comment.part, { pack, language }, read.card)} ·{' '}
              {t.wrote(nameIn(props, comment.writtenBy), written(props, comment.writtenAt))}
            </p>
            <p lang={comment.language === language ? undefined : comment.language}>{comment.text}</p>
            {comment.resolvedAt ? (
              <p class="quiet">{t.resolved(nameIn(props, comment.resolvedBy), written(props, comment.resolvedAt))}</p>
            ) : (
              mayComment && (
                <form method="post" action={at(comment.id, 'resolve')} class="no-print">
                  <button type="submit" class="plain" aria-label={t.resolveOf(comment.text.slice(0, 60))}>
                    {t.resolve}
                  </button>
                </form>
              )
            )}
          </li>
        ))}
      </ul>
      {mayComment && (
        <form method="post" action={at()} class="no-print narrow">
          <SelectField
            name="comment-part"
            label={t.commentPart}
            options={partOptions(props)}
            value={typed['comment-part'] ?? 'whole'}
          />
          <TextArea
            name="comment"
            label={t.commentText}
            rows={3}
            maxlength={longestTalk}
            value={typed.comment}
            error={error}
          />
          <button type="submit" class="second">
            {t.comment}
          </button>
        </form>
      )}
    </section>
  )
}

/** What experts were asked about the plan, and the form to ask. */
export function ExpertQuestions(props: DraftPageProps) {
  const { frame, place, standing, pack, talk, read, editing, errors = [], typed = {} } = props
  const { language } = frame
  const t = draftMessages[language]
  const at = (...rest: string[]) => paths.journey(language, place.journey.id, 'draft-plan', 'questions', ...rest)
  const mayAsk = may('draft-plan.ask-expert', standing) && editing !== undefined
  const error = (field: string) => errors.find((one) => one.field === field)?.message
  if (talk.questions.length === 0 && !mayAsk) return null
  return (
    <section id="questions">
      <h2>{t.expertTitle}</h2>
      <ul class="rows">
        {talk.questions.map((question) => (
          <li>
            <p class="meta">
              {partName(question.part, { pack, language }, read.card)} ·{' '}
              {t.askedTo(
                nameIn(props, question.askedBy),
                nameIn(props, question.expertId),
                written(props, question.askedAt),
              )}
            </p>
            <p lang={question.language === language ? undefined : question.language}>{question.question}</p>
            {question.answer !== undefined && question.answeredAt ? (
              <>
                <p class="quiet">{t.answered(nameIn(props, question.expertId), written(props, question.answeredAt))}</p>
                <p>{question.answer}</p>
              </>
            ) : (
              <p class="quiet">{question.sharedAt ? t.waitsForAnswer : t.waitsForYes}</p>
            )}
            {question.sharedAt === undefined && may('draft-plan.share', standing) && (
              <form method="post" action={at(question.id, 'share')} class="no-print">
                <button type="submit">{t.share}</button>
              </form>
            )}
            {question.answeredAt === undefined && mayAsk && (
              <form method="post" action={at(question.id, 'take-back')} class="no-print">
                <button type="submit" class="plain">
                  {t.takeBack}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {mayAsk && editing.experts.length === 0 && <p>{t.noExperts}</p>}
      {mayAsk && editing.experts.length > 0 && (
        <form method="post" action={at()} class="no-print narrow">
          <p>{t.expertLead}</p>
          {editing.consentFirst && <p>{t.expertConsent}</p>}
          <SelectField
            name="expert"
            label={t.expert}
            empty={t.chooseExpert}
            options={editing.experts.map(({ personId, name }) => ({ value: personId, label: name }))}
            value={typed.expert}
            error={error('expert')}
          />
          <SelectField
            name="question-part"
            label={t.commentPart}
            options={partOptions(props)}
            value={typed['question-part'] ?? 'whole'}
          />
          <TextArea
            name="question"
            label={t.question}
            rows={3}
            maxlength={longestTalk}
            value={typed.question}
            error={error('question')}
          />
          <button type="submit" class="second">
            {t.ask}
          </button>
        </form>
      )}
    </section>
  )
}
