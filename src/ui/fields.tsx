import type { Child } from 'hono/jsx'

export type FieldProps = {
  /** Also the id that an error summary links to. */
  name: string
  label: Child
  value?: string | undefined
  hint?: Child
  error?: string | undefined
  required?: boolean
  language?: string | undefined
}

function described({ name, hint, error }: FieldProps): string | undefined {
  return [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ') || undefined
}

function Head({ name, label, hint, error }: FieldProps) {
  return (
    <>
      <label class="label" for={name}>
        {label}
      </label>
      {hint && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="field-error" id={`${name}-error`}>
          {error}
        </p>
      )}
    </>
  )
}

const attributes = (props: FieldProps) => ({
  id: props.name,
  name: props.name,
  'aria-describedby': described(props),
  'aria-invalid': props.error ? ('true' as const) : undefined,
  required: props.required,
  lang: props.language,
})

/** One line to type, under its label. */
export function TextField(
  props: FieldProps & {
    type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'date' | 'time' | 'number' | 'datetime-local'
    autocomplete?: string
    inputmode?: 'numeric' | 'decimal'
    min?: string
    max?: string
    step?: string
    maxlength?: number
  },
) {
  return (
    <div class={props.error ? 'field has-error' : 'field'}>
      <Head {...props} />
      <input
        {...attributes(props)}
        type={props.type ?? 'text'}
        value={props.value ?? ''}
        autocomplete={props.autocomplete}
        inputmode={props.inputmode}
        min={props.min}
        max={props.max}
        step={props.step}
        maxlength={props.maxlength}
      />
    </div>
  )
}

/** Several lines to type, under their label. */
export function TextArea(props: FieldProps & { rows?: number; maxlength?: number }) {
  return (
    <div class={props.error ? 'field has-error' : 'field'}>
      <Head {...props} />
      <textarea {...attributes(props)} rows={props.rows ?? 4} maxlength={props.maxlength}>
        {props.value ?? ''}
      </textarea>
    </div>
  )
}

/** A list to choose one from; `empty` is the choice of none. */
export function SelectField(props: FieldProps & { options: { value: string; label: string }[]; empty?: string }) {
  return (
    <div class={props.error ? 'field has-error' : 'field'}>
      <Head {...props} />
      <select {...attributes(props)}>
        {props.empty !== undefined && <option value="">{props.empty}</option>}
        {props.options.map((option) => (
          <option value={option.value} selected={option.value === props.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}
