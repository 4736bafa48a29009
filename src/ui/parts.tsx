import type { Child } from 'hono/jsx'
import type { Text } from '../content/schema.ts'
import { say } from '../content/text.ts'
import type { Language } from '../platform/languages.ts'
import { uiMessages } from './messages.ts'

/** A text of the pack. When it does not exist in the page's language, the other one shows with its own `lang`. */
export function Say({ text, language }: { text: Text; language: Language }) {
  const said = say(text, language)
  return said.language === language ? <>{said.text}</> : <span lang={said.language}>{said.text}</span>
}

/** The mark on a component whose wording still needs review. */
export function ReviewMark({ review, language }: { review: string; language: Language }) {
  if (review !== 'draft-for-review') return null
  const t = uiMessages[language]
  return (
    <p class="note">
      <strong>{t.draftForReview}.</strong> {t.draftForReviewNote}
    </p>
  )
}

export type FieldError = { field: string; message: string }

/** The list of what to correct, each line a link to its field. */
export function ErrorSummary({ errors, language }: { errors: FieldError[]; language: Language }) {
  if (errors.length === 0) return null
  const t = uiMessages[language]
  return (
    <div class="error-summary" role="alert" tabindex={-1} id="error-summary">
      <h2>{t.errorSummaryTitle}</h2>
      <ul>
        {errors.map((error) => (
          <li>
            <a href={`#${error.field}`}>{error.message}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

export type Choice = {
  value: string
  label: Child
  hint?: Child
  checked?: boolean
  id?: string /** Set off from the choices above it. */
  apart?: boolean
}

/** Radio buttons or check boxes under one question: legend, hint, error, choices. */
export function Choices(props: {
  name: string
  legend: Child
  hint?: Child
  error?: string | undefined
  choices: Choice[]
  several?: boolean
  /** The legend is the page's question, drawn large. */
  large?: boolean
  inline?: boolean
  /** Stands under the choices, inside the group. */
  after?: Child
}) {
  const hintId = props.hint ? `${props.name}-hint` : undefined
  const errorId = props.error ? `${props.name}-error` : undefined
  const described = [hintId, errorId].filter(Boolean).join(' ') || undefined
  return (
    <fieldset class={props.error ? 'field has-error' : 'field'} id={props.name} aria-describedby={described}>
      <legend class={props.large ? 'large' : undefined}>{props.legend}</legend>
      {props.hint && (
        <p class="hint" id={hintId}>
          {props.hint}
        </p>
      )}
      {props.error && (
        <p class="field-error" id={errorId}>
          {props.error}
        </p>
      )}
      <div class={props.inline ? 'choices inline' : 'choices'}>
        {props.choices.map((choice, index) => {
          const id = choice.id ?? `${props.name}-${index}`
          return (
            <div class={choice.apart ? 'choice apart' : 'choice'}>
              <input
                type={props.several ? 'checkbox' : 'radio'}
                id={id}
                name={props.name}
                value={choice.value}
                checked={choice.checked}
                aria-describedby={choice.hint ? `${id}-hint` : undefined}
              />
              <label for={id}>{choice.label}</label>
              {choice.hint && (
                <p class="hint" id={`${id}-hint`}>
                  {choice.hint}
                </p>
              )}
            </div>
          )
        })}
      </div>
      {props.after}
    </fieldset>
  )
}

/** A chart with its figures as a table underneath, folded away. */
export function Figure(props: {
  chart: { svg: string; table: { caption: string; head: string[]; rows: string[][] } }
  /** The same chart drawn for a narrow screen, shown instead below 40rem. */
  narrow?: { svg: string }
  language: Language
  caption?: Child
}) {
  const { table } = props.chart
  return (
    <figure class="chart">
      <div class={props.narrow ? 'on-wide' : undefined} dangerouslySetInnerHTML={{ __html: props.chart.svg }} />
      {props.narrow && <div class="on-narrow" dangerouslySetInnerHTML={{ __html: props.narrow.svg }} />}
      {props.caption && <figcaption>{props.caption}</figcaption>}
      <details>
        <summary>{uiMessages[props.language].tableOfChart}</summary>
        <Table caption={table.caption} head={table.head} rows={table.rows} />
      </details>
    </figure>
  )
}

/** A table that scrolls inside its own region on a narrow screen; the first cell of a row is its header. */
export function Table(props: { caption: string; head: Child[]; rows: Child[][]; hideCaption?: boolean }) {
  return (
    <section class="scroll" tabindex={0} aria-label={props.caption}>
      <table>
        <caption class={props.hideCaption ? 'visually-hidden' : undefined}>{props.caption}</caption>
        <thead>
          <tr>
            {props.head.map((cell) => (
              <th scope="col">{cell}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map(([first, ...rest]) => (
            <tr>
              <th scope="row">{first}</th>
              {rest.map((cell) => (
                <td>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
