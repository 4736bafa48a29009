import { longestTexts } from '../../domain/answer-rows.ts'
import { paths, type SelfCheckPlace } from '../../paths.ts'
import { uiMessages } from '../../ui/messages.ts'
import { selfCheckMessages } from './messages.ts'
import { askedUnderLink } from './progress.tsx'
import { QuestionFields } from './question-fields.tsx'
import type { QuestionProps } from './question-parts.tsx'

/** The fields of one component: on the device without values or address, under a link as a form that posts. */
export function QuestionForm(props: QuestionProps & { place: SelfCheckPlace }) {
  const { language, pack, component, kept, place } = props
  const t = selfCheckMessages[language]
  const asked = kept ? askedUnderLink(pack, kept, component.id) : pack.components
  const before = asked[asked.indexOf(component) - 1]
  const fields = (
    <>
      <QuestionFields {...props} />
      <div class="field">
        <label class="label large" for="note">
          {t.noteLabel} <span class="optional">({uiMessages[language].optional})</span>
        </label>
        <p class="hint" id="note-hint">
          {t.noteHint}
        </p>
        <textarea id="note" name="note" rows={3} maxlength={longestTexts.note} aria-describedby="note-hint">
          {kept?.answer.note}
        </textarea>
      </div>
      <p class="actions">
        {before && (
          <a class="button second" href={paths.question(language, place, before.id)} data-back>
            {t.back}
          </a>
        )}
        <button type="submit" name="go" value="next">
          {kept ? t.save : t.next}
        </button>
        <button type="submit" class="plain" name="go" value="review">
          {t.toReview}
        </button>
        {!kept && <span class="quiet" role="status" id="saved" />}
      </p>
    </>
  )
  if (!kept) {
    return (
      <form id="question" data-next={paths.review(language, place)} novalidate>
        <fieldset id="answers" disabled>
          {fields}
        </fieldset>
      </form>
    )
  }
  return (
    <form id="answer" method="post" action={paths.question(language, place, component.id)} novalidate>
      <DefaultButton label={t.save} />
      <input type="hidden" name="version" value={String(kept.version)} />
      {fields}
    </form>
  )
}

/** The button that Enter presses; without it a clear button would come first. */
function DefaultButton({ label }: { label: string }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: the Tab key passes it over, and the same button stands in sight below
    <button type="submit" name="go" value="next" class="visually-hidden" tabindex={-1} aria-hidden="true">
      {label}
    </button>
  )
}
