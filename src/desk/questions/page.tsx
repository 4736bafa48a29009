import type { Standing } from '../../domain/access.ts'
import type { ExpertQuestion } from '../../journey/action-plan/index.ts'
import { paths } from '../../paths.ts'
import type { Frame } from '../../people/index.ts'
import { dayIn, longDate } from '../../ui/dates.ts'
import { TextArea } from '../../ui/fields.tsx'
import { ErrorSummary } from '../../ui/parts.tsx'
import { DeskFrame } from '../frame.tsx'
import { questionWords } from './words.ts'

type Asked = ExpertQuestion & { communityName: string }

/** What an expert was asked: open questions with a form each, then what they answered. */
export function QuestionsPage(props: {
  frame: Frame
  standing: Standing
  timeZone: string
  questions: Asked[]
  sent: boolean
  /** An answer that could not be sent: to which question, what was written, and why. */
  unsent?: { id: string; answer: string; problem: 'empty' | 'gone' }
}) {
  const { frame, standing, questions, timeZone, unsent } = props
  const { language } = frame
  const t = questionWords[language]
  const date = (moment: Date) => longDate(dayIn(moment, timeZone), language)
  const open = questions.filter(({ answeredAt }) => answeredAt === undefined)
  const answered = questions.filter(({ answeredAt }) => answeredAt !== undefined)
  const foreign = (one: Asked) => (one.language === language ? undefined : one.language)
  return (
    <DeskFrame frame={frame} standing={standing} page="questions" title={t.title}>
      {unsent?.problem === 'empty' && (
        <ErrorSummary errors={[{ field: `answer-${unsent.id}`, message: t.empty }]} language={language} />
      )}
      {unsent?.problem === 'gone' && (
        <div class="note amber" role="alert">
          <p>{t.gone}</p>
          <p class="lines">{unsent.answer}</p>
        </div>
      )}
      {props.sent && (
        <p class="note" role="status">
          {t.sent}
        </p>
      )}
      <p>{t.lead}</p>
      {questions.length === 0 && <p class="note">{t.none}</p>}
      {open.length > 0 && <h2>{t.open}</h2>}
      {open.map((one) => (
        <section>
          <h3>{t.from(one.communityName, date(one.askedAt))}</h3>
          <p class="lines" lang={foreign(one)}>
            {one.question}
          </p>
          <p>
            <a href={paths.journey(language, one.journeyId, 'draft-plan')}>
              {t.seePlan}
              <span class="visually-hidden"> {one.communityName}</span>
            </a>
          </p>
          <form method="post" action={paths.desk(language, 'questions', one.id)}>
            <TextArea
              name={`answer-${one.id}`}
              label={t.answer}
              hint={t.answerHint}
              value={unsent !== undefined && unsent.id === one.id ? unsent.answer : ''}
              error={unsent !== undefined && unsent.id === one.id && unsent.problem === 'empty' ? t.empty : undefined}
            />
            <p class="actions">
              <button type="submit">{t.send}</button>
            </p>
          </form>
        </section>
      ))}
      {answered.length > 0 && <h2>{t.answered}</h2>}
      {answered.map((one) => (
        <section>
          <h3>{t.from(one.communityName, date(one.askedAt))}</h3>
          <p class="lines" lang={foreign(one)}>
            {one.question}
          </p>
          {one.answeredAt && <h4>{t.yourAnswer(date(one.answeredAt))}</h4>}
          <p class="lines">{one.answer}</p>
        </section>
      ))}
    </DeskFrame>
  )
}
