import type { Language } from '../../platform/languages.ts'
import type { FieldError } from '../../ui/parts.tsx'
import { requestMessages } from './messages.ts'

/** What a field is described by: its hint and its error. */
export function describedBy(id: string, hint: boolean, error: string | undefined) {
  const ids = [...(hint ? [`${id}-hint`] : []), ...(error === undefined ? [] : [`${id}-error`])]
  return ids.length === 0 ? {} : { 'aria-describedby': ids.join(' ') }
}

type FieldProps = { id: string; label: string; hint?: string; value: string; error: string | undefined }

function Head({ id, label, hint, error }: FieldProps) {
  return (
    <>
      <label class="label" for={id}>
        {label}
      </label>
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p class="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </>
  )
}

/** A field of one line. */
export function LineField(props: FieldProps & { type?: 'text' | 'email'; autocomplete?: string }) {
  const { id, value, error } = props
  return (
    <div class={error === undefined ? 'field' : 'field has-error'}>
      <Head {...props} />
      <input
        type={props.type ?? 'text'}
        id={id}
        name={id}
        value={value}
        maxlength={300}
        autocomplete={props.autocomplete}
        {...describedBy(id, props.hint !== undefined, error)}
      />
    </div>
  )
}

/** A field of several lines. */
export function TextField(props: FieldProps & { language?: Language }) {
  const { id, value, error } = props
  return (
    <div class={error === undefined ? 'field' : 'field has-error'}>
      <Head {...props} />
      <textarea
        id={id}
        name={id}
        maxlength={4000}
        lang={props.language}
        {...describedBy(id, props.hint !== undefined, error)}
      >
        {value}
      </textarea>
    </div>
  )
}

/** A self-check to bring along: a private link or a file, and the box of consent. */
export function CarriedFields(props: {
  language: Language
  link: string
  consent: boolean
  consentLabel: string
  errors: FieldError[]
}) {
  const t = requestMessages[props.language]
  const error = (field: string) => props.errors.find((one) => one.field === field)?.message
  const fileError = error('carried-file')
  return (
    <>
      <LineField
        id="carried-link"
        label={t.carriedLink}
        hint={t.carriedLinkHint}
        value={props.link}
        error={error('carried-link')}
        autocomplete="off"
      />
      <div class={fileError === undefined ? 'field' : 'field has-error'}>
        <Head id="carried-file" label={t.carriedFile} hint={t.carriedFileHint} value="" error={fileError} />
        <input
          type="file"
          id="carried-file"
          name="carried-file"
          accept=".json,.csv,application/json,text/csv"
          {...describedBy('carried-file', true, fileError)}
        />
      </div>
      <div class="field choice">
        <input type="checkbox" id="carried-consent" name="carried-consent" value="yes" checked={props.consent} />
        <label for="carried-consent">{props.consentLabel}</label>
      </div>
    </>
  )
}
