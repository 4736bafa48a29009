import { facetNumber } from '../../content/names.ts'
import type { Facet } from '../../content/schema.ts'
import { wordingOf } from '../../content/text.ts'
import { longestTexts } from '../../domain/answer-rows.ts'
import { paths, type SelfCheckPlace } from '../../paths.ts'
import { uiMessages } from '../../ui/messages.ts'
import { Choices, Say } from '../../ui/parts.tsx'
import { type Mark, reasonNeeded } from '../record/record.ts'
import { selfCheckMessages } from './messages.ts'
import { askedUnderLink } from './progress.tsx'
import { type QuestionProps, variantsShown, Wordings } from './question-parts.tsx'

/** The fields of one component: on the device without values or address, under a link as a form that posts. */
export function QuestionForm(props: QuestionProps & { place: SelfCheckPlace }) {
  const { language, pack, component, kept, place } = props
  const t = selfCheckMessages[language]
  const [first, ...others] = pack.facets
  const asked = kept ? askedUnderLink(pack, kept, component.id) : pack.components
  const before = asked[asked.indexOf(component) - 1]
  const fields = (
    <>
      {first && <FacetQuestion {...props} facet={first} first />}
      <div class="only-if-here">
        <p class="hint without-has">{t.ignoredHint}</p>
        {others.map((facet) => (
          <FacetQuestion {...props} facet={facet} />
        ))}
        {first && <WantedQuestion {...props} facet={first} />}
        <Choices
          name="importance"
          legend={t.importanceTitle}
          large
          inline
          choices={t.importances.map((label, value) => ({
            value: String(value),
            label,
            checked: kept?.answer.importance === value,
          }))}
          after={<Clear {...props} field="importance" shown={kept?.answer.importance !== undefined} />}
        />
      </div>
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

function FacetQuestion(props: QuestionProps & { facet: Facet; first?: boolean }) {
  const { pack, language, kept, facet } = props
  const t = selfCheckMessages[language]
  const name = `given.${facet.id}`
  const mark: Mark = kept?.answer.given[facet.id] ?? null
  return (
    <div class={props.first ? 'facet-question first-facet' : 'facet-question'}>
      <Choices
        name={name}
        legend={
          <>
            <span class={`facet-name facet-${facetNumber(pack, facet.id)}`}>
              <Say text={facet.name} language={language} />
            </span>{' '}
            <Say text={facet.prompt} language={language} />
          </>
        }
        large
        choices={[
          ...levelChoices(props, facet, mark),
          { value: 'dk', label: t.dontKnow, hint: t.dontKnowHint, checked: mark === 'dk', apart: true },
          { value: 'na', label: t.notHere, checked: mark === 'na' },
        ]}
        after={
          <>
            <Reason {...props} />
            <Clear {...props} field={name} shown={mark !== null} />
          </>
        }
      />
    </div>
  )
}

/** Why a facet does not apply; it shows while "does not apply" is chosen. */
function Reason({ language, pack, kept, facet }: QuestionProps & { facet: Facet }) {
  const t = selfCheckMessages[language]
  const id = `reason.${facet.id}`
  const error = kept?.errors.find(({ field }) => field === id)?.message
  return (
    <div class={error ? 'reason has-error' : 'reason'}>
      <label class="label" for={id}>
        {t.reasonLabel}
      </label>
      <p class="hint" id={`${id}-hint`}>
        {kept ? t.reasonHintKept : t.reasonHint} {kept && !reasonNeeded(pack, kept.variant) && t.reasonOptional}
      </p>
      {error && (
        <p class="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <textarea
        id={id}
        name={id}
        rows={2}
        maxlength={longestTexts.reason}
        aria-describedby={`${id}-hint${error ? ` ${id}-error` : ''}`}
      >
        {kept?.answer.reasons?.[facet.id]}
      </textarea>
    </div>
  )
}

function WantedQuestion(props: QuestionProps & { facet: Facet }) {
  const t = selfCheckMessages[props.language]
  const wanted = props.kept?.answer.wanted
  return (
    <Choices
      name="wanted"
      legend={t.wantedTitle}
      hint={t.wantedHint}
      large
      choices={levelChoices(props, props.facet, wanted ?? null)}
      after={<Clear {...props} field="wanted" shown={wanted !== undefined} />}
    />
  )
}

/** The descriptors as choices, lowest level first, without numbers (Method 2.5). */
function levelChoices(props: QuestionProps, facet: Facet, mark: Mark) {
  const { component, language } = props
  const variants = variantsShown(props)
  const differs = (variant: string) => component.variants[variant]?.rubrics[facet.id] !== undefined
  const shown = variants.length > 1 && variants.some(differs) ? variants : variants.slice(0, 1)
  return facet.levels.map(({ level }) => ({
    value: String(level),
    checked: mark === level,
    label: (
      <Wordings
        texts={shown.map((variant) => {
          const text = wordingOf(component, variant, facet.id).find((candidate) => candidate.level === level)?.text
          return { variant, text: text && <Say text={text} language={language} /> }
        })}
      />
    ),
  }))
}

/** Radio buttons cannot be let go of, so a choice has a button that clears it. */
function Clear({ language, kept, field, shown }: QuestionProps & { field: string; shown: boolean }) {
  const t = selfCheckMessages[language]
  if (kept && !shown) return null
  return kept ? (
    <button type="submit" class="plain clear" name="clear" value={field}>
      {t.clear}
    </button>
  ) : (
    <button type="button" class="plain clear" data-clear={field} hidden>
      {t.clear}
    </button>
  )
}
