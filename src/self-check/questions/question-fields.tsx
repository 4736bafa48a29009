import { facetNumber } from '../../content/names.ts'
import type { Facet } from '../../content/schema.ts'
import { wordingOf } from '../../content/text.ts'
import { longestTexts } from '../../domain/answer-rows.ts'
import { Choices, Say } from '../../ui/parts.tsx'
import { type Mark, reasonNeeded } from '../record/record.ts'
import { selfCheckMessages } from './messages.ts'
import { type FieldsProps, variantsShown, Wordings } from './question-parts.tsx'

/** What is asked of one component: each facet, the wanted level, the importance. */
export function QuestionFields(props: FieldsProps) {
  const { language, pack, kept } = props
  const t = selfCheckMessages[language]
  const [first, ...others] = pack.facets
  return (
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
    </>
  )
}

function FacetQuestion(props: FieldsProps & { facet: Facet; first?: boolean }) {
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
function Reason({ language, pack, kept, facet }: FieldsProps & { facet: Facet }) {
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

function WantedQuestion(props: FieldsProps & { facet: Facet }) {
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
function levelChoices(props: FieldsProps, facet: Facet, mark: Mark) {
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
function Clear({ language, kept, field, shown }: FieldsProps & { field: string; shown: boolean }) {
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
