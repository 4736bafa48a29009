import type { Child } from 'hono/jsx'
import { componentName } from '../../content/names.ts'
import type { Pack } from '../../content/schema.ts'
import type { Standing } from '../../domain/access.ts'
import type { Frame, JourneyEnvironment } from '../../people/index.ts'
import type { Language } from '../../platform/languages.ts'
import { Say } from '../../ui/parts.tsx'
import { interviewMessages } from './messages.ts'
import { momentIn, sameClock, weekdayIn } from './times.ts'

/** What every page of the interview is drawn from. */
export type PageProps = {
  frame: Frame
  place: JourneyEnvironment['Variables']['place']
  standing: Standing
}

/** The clocks a time is shown on. */
export type Zones = { reader: string; community: string }

/** A moment on the reader's clock, and on the community's where that shows another time. */
export function When(props: { moment: Date; wholeDay?: boolean; zones: Zones; language: Language }) {
  const { moment, zones, language } = props
  const t = interviewMessages[language]
  if (props.wholeDay) return <span>{weekdayIn(moment, language, zones.community)}</span>
  if (sameClock(moment, zones.reader, zones.community)) return <span>{momentIn(moment, language, zones.reader)}</span>
  return (
    <span>
      {momentIn(moment, language, zones.reader)} ({t.yourTime})
      <br />
      {momentIn(moment, language, zones.community)} ({t.communityTime})
    </span>
  )
}

/** Something a person wrote, paragraph by paragraph; in another language than the page's it says so. */
export function Written({ text, from, language }: { text: string; from: string; language: Language }) {
  return (
    <>
      {text.split(/\n+/).map((paragraph) => (
        <p lang={from === language ? undefined : from}>{paragraph}</p>
      ))}
    </>
  )
}

/** A text field with its label, hint and error. */
export function TextField(props: {
  name: string
  label: Child
  hint?: Child
  error?: string | undefined
  value: string
  /** Lines; left out, one line. */
  rows?: number
  type?: 'text' | 'date' | 'time'
  lang?: string | undefined
  max?: number
}) {
  const { name, error } = props
  const described = [props.hint ? `${name}-hint` : '', error ? `${name}-error` : ''].filter(Boolean).join(' ')
  const common = {
    id: name,
    name,
    lang: props.lang,
    'aria-describedby': described || undefined,
    'aria-invalid': error ? ('true' as const) : undefined,
    maxlength: props.max,
  }
  return (
    <div class={error ? 'field has-error' : 'field'}>
      <label class="label" for={name}>
        {props.label}
      </label>
      {props.hint && (
        <p class="hint" id={`${name}-hint`}>
          {props.hint}
        </p>
      )}
      {error && (
        <p class="field-error" id={`${name}-error`}>
          {error}
        </p>
      )}
      {props.rows === undefined ? (
        <input type={props.type ?? 'text'} value={props.value} {...common} />
      ) : (
        <textarea rows={props.rows} {...common}>
          {props.value}
        </textarea>
      )}
    </div>
  )
}

/** Chooses components for a need or a block: those that are suggested first, all others by domain, folded away. */
export function TagPicker(props: {
  name: string
  legend: string
  hint?: string
  pack: Pack
  language: Language
  chosen: readonly string[]
  /** Shown openly; left out, only those already chosen are. */
  suggested?: readonly string[]
  error?: string | undefined
}) {
  const { name, pack, language, chosen } = props
  const t = interviewMessages[language]
  const open = new Set([...(props.suggested ?? []), ...chosen])
  const box = (id: string) => (
    <div class="choice" data-choice>
      <input type="checkbox" id={`${name}-${id}`} name={name} value={id} checked={chosen.includes(id)} />
      <label for={`${name}-${id}`}>{componentName(pack, id, language)}</label>
    </div>
  )
  return (
    <fieldset class={props.error ? 'field tags has-error' : 'field tags'} id={name} data-tags>
      <legend>{props.legend}</legend>
      {props.hint && <p class="hint">{props.hint}</p>}
      {props.error && <p class="field-error">{props.error}</p>}
      {open.size > 0 && <div class="choices">{[...open].map(box)}</div>}
      <details>
        <summary>{t.tagsOthers}</summary>
        <p class="find" data-find hidden>
          <label for={`${name}-find`}>{t.tagsFind}</label>
          <input type="search" id={`${name}-find`} autocomplete="off" />
        </p>
        {pack.domains.map((domain) => {
          const others = pack.components.filter((one) => one.domain === domain.id && !open.has(one.id))
          if (others.length === 0) return null
          return (
            <div data-group>
              <p class="domain">
                <Say text={domain.name} language={language} />
              </p>
              <div class="choices">{others.map((component) => box(component.id))}</div>
            </div>
          )
        })}
      </details>
    </fieldset>
  )
}

/** Where what was saved meanwhile stands beside what was just sent. */
export function BothTexts(props: {
  language: Language
  texts: { label: string; saved: string; yours: string; savedTags?: string[]; yourTags?: string[] }[]
}) {
  const t = interviewMessages[props.language]
  if (props.texts.length === 0) return null
  return (
    <div class="error-summary" role="alert" tabindex={-1} id="conflict">
      <h2>{t.conflictTitle}</h2>
      <p>{t.conflictLead}</p>
      {props.texts.map(({ label, saved, yours, savedTags = [], yourTags = [] }) => (
        <dl>
          <dt>
            <strong>{label}</strong> – {t.conflictSaved}
          </dt>
          <dd class="written">{[saved, savedTags.join(', ')].filter(Boolean).join('\n') || t.nothingWritten}</dd>
          <dt>
            <strong>{label}</strong> – {t.conflictYours}
          </dt>
          <dd class="written">{[yours, yourTags.join(', ')].filter(Boolean).join('\n') || t.nothingWritten}</dd>
        </dl>
      ))}
    </div>
  )
}

/** What the page says when it changed while it was open elsewhere. */
export function Notice({ text }: { text: string | undefined }) {
  if (text === undefined) return null
  return (
    <div class="note amber" role="alert">
      <p>{text}</p>
    </div>
  )
}
