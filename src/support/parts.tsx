import type { Child } from 'hono/jsx'
import type { Language } from '../platform/languages.ts'
import { uploadMessages } from '../platform/uploads/messages.ts'
import { acceptedUploads } from '../platform/uploads/upload.ts'
import { questionMessages } from './questions/messages.ts'

/** Something a person wrote, with its own language where it is not the page's. */
export function Written({ text, from, language }: { text: string; from: string; language: Language }) {
  return (
    <p class="lines" lang={from === language ? undefined : from}>
      {text}
    </p>
  )
}

/** Something that was done, or that changed while the page was open. */
export function Notice({ text, alert }: { text: string | undefined; alert?: boolean }) {
  if (text === undefined) return null
  return alert ? (
    <div class="note amber" role="alert">
      <p>{text}</p>
    </div>
  ) : (
    <p class="note" role="status">
      {text}
    </p>
  )
}

/** A field for up to three files. */
export function FilesField({ language, error }: { language: Language; error?: string | undefined }) {
  const t = questionMessages[language]
  return (
    <div class={error ? 'field has-error' : 'field'}>
      <label class="label" for="files">
        {t.files}
      </label>
      <p class="hint" id="files-hint">
        {t.filesHint(uploadMessages[language].hint)}
      </p>
      {error && (
        <p class="field-error" id="files-error">
          {error}
        </p>
      )}
      <input
        id="files"
        name="files"
        type="file"
        multiple
        accept={acceptedUploads}
        aria-describedby={error ? 'files-hint files-error' : 'files-hint'}
      />
    </div>
  )
}

/** One box to tick, with a hint and an error. */
export function TickBox(props: {
  name: string
  label: Child
  hint?: Child
  checked: boolean
  error?: string | undefined
}) {
  const { name, error } = props
  const described = [props.hint ? `${name}-hint` : '', error ? `${name}-error` : ''].filter(Boolean).join(' ')
  return (
    <div class={error ? 'field has-error' : 'field'}>
      {error && (
        <p class="field-error" id={`${name}-error`}>
          {error}
        </p>
      )}
      <div class="choice">
        <input
          type="checkbox"
          id={name}
          name={name}
          value="yes"
          checked={props.checked}
          aria-describedby={described || undefined}
        />
        <label for={name}>{props.label}</label>
        {props.hint && (
          <p class="hint" id={`${name}-hint`}>
            {props.hint}
          </p>
        )}
      </div>
    </div>
  )
}

/** A form of one button. */
export function OneButton(props: {
  action: string
  label: Child
  fields?: Record<string, string>
  kind?: 'second' | 'plain'
}) {
  return (
    <form method="post" action={props.action} class="in-line">
      {Object.entries(props.fields ?? {}).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <button type="submit" class={props.kind}>
        {props.label}
      </button>
    </form>
  )
}
