import { paths } from '../paths.ts'
import type { Language } from '../platform/languages.ts'
import type { FieldError } from '../ui/parts.tsx'
import { noteMessages } from './note-messages.ts'
import { longestNote } from './note-store.ts'

export type NotesFormProps = {
  language: Language
  item: string
  /** The lesson that the notes stand beside, or `wholeText`. */
  lesson: string
  /** What is in the field: saved, or as it was typed. */
  body: string
  /** What the writer saw last; 0 when there were no notes. */
  version: number
  errors?: FieldError[]
  /** Saved on another device meanwhile; both are shown then. */
  elsewhere?: string
}

/** Where notes are kept of what is no course: they stand beside the whole of it. */
export const wholeText = 'text'

/** Notes of one's own beside a lesson. The island `notes.js` saves them while they are written; the button works without it. */
export function NotesForm(props: NotesFormProps) {
  const { language } = props
  const t = noteMessages[language]
  const error = props.errors?.find(({ field }) => field === 'note')?.message
  return (
    <section class="own-notes no-print" aria-labelledby="notes-title">
      <h2 id="notes-title">{t.label}</h2>
      {props.elsewhere !== undefined && (
        <div class="error-summary" role="alert" tabindex={-1} id="conflict">
          <h3>{t.conflictTitle}</h3>
          <p>{t.conflictLead}</p>
          <dl>
            <dt>{t.conflictSaved}</dt>
            <dd class="written">{props.elsewhere || t.nothing}</dd>
            <dt>{t.conflictYours}</dt>
            <dd class="written">{props.body || t.nothing}</dd>
          </dl>
        </div>
      )}
      <form
        method="post"
        action={paths.study(language, props.item, props.lesson, 'notes')}
        data-autosave=""
        data-saving={t.saving}
        data-saved={t.saved}
        data-offline={t.offline}
        data-conflict={t.conflict}
      >
        <input type="hidden" name="version" value={String(props.version)} />
        <div class={error ? 'field has-error' : 'field'}>
          <p class="hint" id="note-hint">
            {t.hint}
          </p>
          {error && (
            <p class="field-error" id="note-error">
              {error}
            </p>
          )}
          <textarea
            id="note"
            name="note"
            rows={6}
            maxlength={longestNote}
            aria-labelledby="notes-title"
            aria-describedby={error ? 'note-hint note-error' : 'note-hint'}
            aria-invalid={error ? 'true' : undefined}
          >
            {props.body}
          </textarea>
        </div>
        <p class="save-line">
          <button type="submit" class="second">
            {t.save}
          </button>{' '}
          <span data-status role="status" class="quiet" />
        </p>
      </form>
    </section>
  )
}
