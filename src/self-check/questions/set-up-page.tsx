import { formComponents } from '../../content/text.ts'
import type { PlanBasis } from '../../domain/action-plan-types.ts'
import { planLimits } from '../../domain/plan-basis.ts'
import { onDevice, paths, type SelfCheckPlace } from '../../paths.ts'
import { Choices, ErrorSummary, type FieldError, Say } from '../../ui/parts.tsx'
import { selfCheckMessages } from './messages.ts'
import { type KeptPage, minutesOf, SelfCheckPage, type SelfCheckPageProps } from './shell.tsx'

/** What was typed, so that an error keeps it in the field. */
export type SetUpValues = Pick<PlanBasis, 'form' | 'variant'> & { hours: string; weeks: string }

/** The set-up of a self-check under a private link. */
export type KeptSetUp = KeptPage & {
  values: SetUpValues
  version: number
  errors: FieldError[]
  conflict: boolean
}

/** What the profile suggests (form, wording, hours, weeks), all of it open to change. */
export function SetUpPage(props: SelfCheckPageProps & { kept?: KeptSetUp }) {
  const { language, pack, kept } = props
  const t = selfCheckMessages[language]
  const place: SelfCheckPlace = kept ? { kind: 'kept', token: kept.token } : onDevice
  const intro = (
    <>
      {kept && <ErrorSummary errors={kept.errors} language={language} />}
      <h1>{t.setUpTitle}</h1>
      <p class="lead">{t.setUpLead}</p>
    </>
  )
  const words = { hoursError: t.hoursError(planLimits.hours), weeksError: t.weeksError(planLimits.weeks) }
  const first = pack.components[0]
  return (
    <SelfCheckPage
      {...props}
      {...(kept ? { kept } : {})}
      at={paths.setUp}
      title={t.setUpTitle}
      script={{ page: 'set-up', words, pack: true }}
    >
      {intro}
      {kept ? (
        <form method="post" action={paths.setUp(language, place)} novalidate>
          <input type="hidden" name="version" value={String(kept.version)} />
          <Fields {...props} />
        </form>
      ) : (
        <form id="set-up" data-next={first ? paths.question(language, place, first.id) : ''} novalidate>
          <fieldset id="answers" disabled>
            <Fields {...props} />
          </fieldset>
        </form>
      )}
    </SelfCheckPage>
  )
}

function Fields({ language, pack, kept }: SelfCheckPageProps & { kept?: KeptSetUp }) {
  const t = selfCheckMessages[language]
  const forms = (['short', 'full'] as const).filter(
    (form) => form === 'full' || formComponents(pack, 'short').length < pack.components.length,
  )
  const label = { short: t.formShort, full: t.formFull }
  return (
    <>
      {forms.length > 1 && (
        <Choices
          name="form"
          legend={t.formTitle}
          hint={t.formHint}
          choices={forms.map((form) => ({
            value: form,
            label: label[form](formComponents(pack, form).length, t.minutes(minutesOf(pack, form))),
            checked: kept?.values.form === form,
          }))}
        />
      )}
      {pack.variants.length > 1 && (
        <Choices
          name="variant"
          legend={t.variantTitle}
          hint={t.variantHint}
          choices={pack.variants.map((variant) => ({
            value: variant.id,
            label: <Say text={variant.name} language={language} />,
            checked: kept?.values.variant === variant.id,
          }))}
        />
      )}
      <NumberField
        name="hours"
        label={t.hoursLabel}
        hint={t.hoursHint}
        limits={planLimits.hours}
        step="0.25"
        value={kept?.values.hours}
        error={kept?.errors.find(({ field }) => field === 'hours')?.message}
      />
      <NumberField
        name="weeks"
        label={t.weeksLabel}
        hint={t.weeksHint}
        limits={planLimits.weeks}
        step="1"
        value={kept?.values.weeks}
        error={kept?.errors.find(({ field }) => field === 'weeks')?.message}
      />
      <p class="actions">
        <button type="submit">{t.setUpNext}</button>
      </p>
    </>
  )
}

type NumberProps = {
  name: string
  label: string
  hint: string
  limits: { least: number; most: number }
  step: string
  value: string | undefined
  error: string | undefined
}

function NumberField(props: NumberProps) {
  const { name, error } = props
  return (
    <div class={error ? 'field has-error' : 'field'}>
      <label class="label" for={name}>
        {props.label}
      </label>
      <p class="hint" id={`${name}-hint`}>
        {props.hint}
      </p>
      <p class="field-error" id={`${name}-error`} hidden={!error}>
        {error}
      </p>
      <input
        type="number"
        id={name}
        name={name}
        inputmode="decimal"
        min={String(props.limits.least)}
        max={String(props.limits.most)}
        step={props.step}
        value={props.value}
        aria-describedby={`${name}-hint ${name}-error`}
      />
    </div>
  )
}
