import type { Child } from 'hono/jsx'
import type { Question, Text } from '../content/schema.ts'
import { say } from '../content/text.ts'
import type { GivenAnswer, GivenAnswers, MarkedCheck, MarkedQuestion } from '../domain/course-check.ts'
import { type Language, locales } from '../platform/languages.ts'
import { checkMessages } from './check-messages.ts'
import { uiMessages } from './messages.ts'
import { Say } from './parts.tsx'

type FeedbackProps = {
  language: Language
  questions: readonly Question[]
  answers: GivenAnswers
  marks: MarkedCheck
  /** Level of the heading of each question; 2 unless told. */
  headingLevel?: 2 | 3
}

/** After sending: how many were right, and for every question what each of its options means. */
export function CheckFeedback({ language, questions, answers, marks, headingLevel = 2 }: FeedbackProps) {
  const t = checkMessages[language]
  const Heading = headingLevel === 2 ? 'h2' : 'h3'
  return (
    <>
      <p class="check-score" role="status">
        {t.score(marks.right, questions.length)}
      </p>
      {questions.map((question, index) => {
        const mark = marks.questions[index]
        if (mark === undefined) return null
        return (
          <section class="check-feedback">
            <Heading>
              <span class="place">{t.questionOf(index + 1, questions.length)}</span>{' '}
              <Say text={question.prompt} language={language} />
            </Heading>
            <p class={mark.right ? 'outcome met' : 'outcome'}>
              <strong>{mark.right ? t.right : mark.answered ? t.notYet : t.notAnswered}</strong>
            </p>
            <Parts question={question} mark={mark} given={answers[question.id]} language={language} />
          </section>
        )
      })}
    </>
  )
}

type PartsProps<Kind extends Question['kind']> = {
  question: Extract<Question, { kind: Kind }>
  /** Left out where only the right answer is told, as on a printed key. */
  mark: MarkedQuestion | undefined
  given: GivenAnswer | undefined
  language: Language
}

function Parts({ question, ...rest }: PartsProps<Question['kind']>) {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return <OptionLines question={question} {...rest} />
    case 'order':
      return <StepLines question={question} {...rest} />
    case 'match':
      return <PairLines question={question} {...rest} />
    case 'number':
      return <NumberLines question={question} {...rest} />
  }
}

/** The right answer to one question, with the words on each option: for a key in print. */
export function RightAnswer({ question, language }: { question: Question; language: Language }) {
  return <Parts question={question} mark={undefined} given={undefined} language={language} />
}

function Line({ text, tags, feedback, language }: { text: Child; tags: string[]; feedback: Text; language: Language }) {
  return (
    <li>
      {text}
      {tags.length > 0 && <span class="tags"> ({tags.join(', ')})</span>}
      <p class="hint">
        <Say text={feedback} language={language} />
      </p>
    </li>
  )
}

function OptionLines({ question, mark, language }: PartsProps<'single' | 'multiple'>) {
  const t = checkMessages[language]
  return (
    <>
      <p class="quiet">{t.options}</p>
      <ul class="feedback-lines">
        {question.options.map((option, index) => {
          const tags = [...(option.right ? [t.isRight] : []), ...(mark?.parts[index]?.chosen ? [t.yourChoice] : [])]
          const text = <Say text={option.text} language={language} />
          return (
            <Line
              text={option.right ? <strong>{text}</strong> : text}
              tags={tags}
              feedback={option.feedback}
              language={language}
            />
          )
        })}
      </ul>
    </>
  )
}

function StepLines({ question, mark, given, language }: PartsProps<'order'>) {
  const t = checkMessages[language]
  const order: readonly string[] = Array.isArray(given) ? given : []
  return (
    <>
      <p class="quiet">{t.rightOrder}</p>
      <ol class="feedback-lines">
        {question.steps.map((step) => {
          const place = order.indexOf(step.id) + 1
          const tags = mark === undefined || place === 0 ? [] : [t.yourPlace(place)]
          const text = <Say text={step.text} language={language} />
          return <Line text={text} tags={tags} feedback={step.feedback} language={language} />
        })}
      </ol>
    </>
  )
}

function PairLines({ question, mark, given, language }: PartsProps<'match'>) {
  const t = checkMessages[language]
  const chosen = typeof given === 'object' && !Array.isArray(given) ? (given as Record<string, string>) : {}
  return (
    <>
      <p class="quiet">{t.pairs}</p>
      <ul class="feedback-lines">
        {question.pairs.map((pair, index) => {
          const part = mark?.parts[index]
          const other = question.pairs.find(({ id }) => id === chosen[pair.id])
          const wrong = part?.chosen && !part.right && other ? [t.yourMatch(say(other.right, language).text)] : []
          const text = (
            <>
              <Say text={pair.left} language={language} />
              {uiMessages[language].colon}
              <strong>
                <Say text={pair.right} language={language} />
              </strong>
            </>
          )
          return <Line text={text} tags={wrong} feedback={pair.feedback} language={language} />
        })}
      </ul>
    </>
  )
}

function NumberLines({ question, mark, given, language }: PartsProps<'number'>) {
  const t = checkMessages[language]
  const format = new Intl.NumberFormat(locales[language], { maximumFractionDigits: 6 })
  const unit = question.unit ? `\u00a0${say(question.unit, language).text}` : ''
  const answer = `${format.format(question.answer)}${unit}`
  return (
    <>
      {mark?.answered && typeof given === 'string' && <p>{t.yourNumber(given)}</p>}
      <p>
        {question.tolerance > 0
          ? t.withinNumber(answer, `${format.format(question.tolerance)}${unit}`)
          : t.theNumber(answer)}
      </p>
      <p class="hint">
        <Say
          text={mark === undefined || mark.right ? question.feedback.right : question.feedback.wrong}
          language={language}
        />
      </p>
    </>
  )
}
