import type { Child } from 'hono/jsx'
import type { Question, Text } from '../content/schema.ts'
import { say } from '../content/text.ts'
import { answerField, type GivenAnswer, type GivenAnswers, shownOrder } from '../domain/course-check.ts'
import type { Language } from '../platform/languages.ts'
import { checkMessages } from './check-messages.ts'
import { ErrorSummary, type FieldError, Say } from './parts.tsx'

export type CheckFormProps = {
  language: Language
  /** Where the answers are sent. */
  action: string
  questions: readonly Question[]
  /** What was given before, shown again. */
  answers?: GivenAnswers
  /** Mixes steps and pairs; the same when the answers come back. */
  seed: string
  errors?: FieldError[]
  /** On the button; "Check my answers" unless told. */
  send?: string
  /** Hidden fields that go with the answers. */
  hidden?: Child
}

/** The questions of a check as one form, a group each. It works without scripts; the island `order-steps.js` adds moving by buttons. */
export function CheckForm(props: CheckFormProps) {
  const { language, questions } = props
  const t = checkMessages[language]
  return (
    <>
      <ErrorSummary errors={props.errors ?? []} language={language} />
      <form method="post" action={props.action} class="check">
        {props.hidden}
        {questions.map((question, index) => {
          const error = props.errors?.find(({ field }) => field === answerField(question.id))?.message
          const given = props.answers?.[question.id]
          return (
            <QuestionGroup
              question={question}
              place={t.questionOf(index + 1, questions.length)}
              language={language}
              error={error}
            >
              <Fields question={question} given={given} seed={props.seed} language={language} />
            </QuestionGroup>
          )
        })}
        <button type="submit">{props.send ?? t.send}</button>
      </form>
    </>
  )
}

function QuestionGroup(props: {
  question: Question
  place: string
  language: Language
  error: string | undefined
  children: Child
}) {
  const { question, language } = props
  const id = answerField(question.id)
  return (
    <fieldset class={props.error ? 'field has-error' : 'field'} id={id} aria-describedby={`${id}-hint`}>
      <legend class="large">
        <span class="place">{props.place}</span> <Say text={question.prompt} language={language} />
      </legend>
      <p class="hint" id={`${id}-hint`}>
        {checkMessages[language][question.kind]}
      </p>
      {props.error && <p class="field-error">{props.error}</p>}
      {props.children}
    </fieldset>
  )
}

type FieldsProps<Kind extends Question['kind']> = {
  question: Extract<Question, { kind: Kind }>
  given: GivenAnswer | undefined
  seed: string
  language: Language
}

function Fields({ question, ...rest }: FieldsProps<Question['kind']>) {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return <Options question={question} {...rest} />
    case 'order':
      return <Steps question={question} {...rest} />
    case 'match':
      return <Pairs question={question} {...rest} />
    case 'number':
      return <NumberLine question={question} {...rest} />
  }
}

function Options({ question, given, language }: FieldsProps<'single' | 'multiple'>) {
  const name = answerField(question.id)
  const chosen = typeof given === 'string' ? [given] : Array.isArray(given) ? given : []
  return (
    <div class="choices">
      {question.options.map((option) => (
        <div class="choice">
          <input
            type={question.kind === 'single' ? 'radio' : 'checkbox'}
            id={`${name}.${option.id}`}
            name={name}
            value={option.id}
            checked={chosen.includes(option.id)}
          />
          <label for={`${name}.${option.id}`}>
            <Say text={option.text} language={language} />
          </label>
        </div>
      ))}
    </div>
  )
}

/** Each step gets the number of its place: a list to choose from works everywhere. */
function Steps({ question, given, seed, language }: FieldsProps<'order'>) {
  const t = checkMessages[language]
  const order: readonly string[] = Array.isArray(given) ? given : []
  return (
    <ol class="order-steps plain-list" data-order-steps data-up={t.up} data-down={t.down}>
      {shownOrder(question, seed).map((id) => {
        const step = question.steps.find((one) => one.id === id)
        if (step === undefined) return null
        const field = answerField(question.id, id)
        const words = say(step.text, language).text
        const place = order.indexOf(id) + 1
        return (
          <li
            data-step={words}
            data-up={t.moveUp(words)}
            data-down={t.moveDown(words)}
            data-moved={t.moved(words, 0).replace('0', '{place}')}
          >
            <label for={field}>
              <Say text={step.text} language={language} />
            </label>
            <select id={field} name={field}>
              <option value="">{t.place}</option>
              {question.steps.map((_, index) => (
                <option value={String(index + 1)} selected={place === index + 1}>
                  {index + 1}
                </option>
              ))}
            </select>
          </li>
        )
      })}
    </ol>
  )
}

function Pairs({ question, given, seed, language }: FieldsProps<'match'>) {
  const t = checkMessages[language]
  const chosen = typeof given === 'object' && !Array.isArray(given) ? (given as Record<string, string>) : {}
  const right = new Map<string, Text>(question.pairs.map((pair) => [pair.id, pair.right]))
  return (
    <ul class="match-pairs plain-list">
      {question.pairs.map((pair) => {
        const field = answerField(question.id, pair.id)
        return (
          <li>
            <label for={field}>
              <Say text={pair.left} language={language} />
            </label>
            <select id={field} name={field}>
              <option value="">{t.choose}</option>
              {shownOrder(question, seed).map((id) => (
                <option value={id} selected={chosen[pair.id] === id}>
                  {say(right.get(id) ?? pair.right, language).text}
                </option>
              ))}
            </select>
          </li>
        )
      })}
    </ul>
  )
}

function NumberLine({ question, given, language }: FieldsProps<'number'>) {
  const field = answerField(question.id, 'value')
  const name = answerField(question.id)
  return (
    <span class="number-line">
      <label class="visually-hidden" for={field}>
        {checkMessages[language].number}
      </label>
      <input
        type="text"
        inputmode="decimal"
        id={field}
        name={name}
        value={typeof given === 'string' ? given : ''}
        maxlength={20}
        autocomplete="off"
      />
      {question.unit && (
        <span>
          <Say text={question.unit} language={language} />
        </span>
      )}
    </span>
  )
}
