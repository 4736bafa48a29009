import { formComponents } from '../content/text.ts'
import type { PlanBasis } from '../domain/action-plan-types.ts'
import { onDevice, paths, type SelfCheckPlace } from '../paths.ts'
import { Layout } from '../ui/layout.tsx'
import { Choices, ErrorSummary, type FieldError, Say } from '../ui/parts.tsx'
import { selfCheckMessages } from './messages.ts'
import { DeviceShell, KeptNote, minutesOf, type SelfCheckPageProps, selfCheckScript } from './shell.tsx'
import { slimPack } from './slim-pack.ts'

/** What was typed, so that an error keeps it in the field. */
export type SetUpValues = Pick<PlanBasis, 'form' | 'variant'> & { hours: string; weeks: string }

/** The set-up of a self-check under a private link. */
export type KeptSetUp = {
  token: string
  values: SetUpValues
  version: number
  errors: FieldError[]
  conflict: boolean
}

export const setUpLimits = { hours: 400, weeks: 52 } as const

/** What the profile suggests (form, wording, hours, weeks), all of it open to change. */
export function SetUpPage(props: SelfCheckPageProps & { kept?: KeptSetUp }) {
  const { language, pack, asset, kept } = props
  const t = selfCheckMessages[language]
  const place: SelfCheckPlace = kept ? { kind: 'kept', token: kept.token } : onDevice
  const intro = (
    <>
      {kept && <ErrorSummary errors={kept.errors} language={language} />}
      <h1>{t.setUpTitle}</h1>
      <p class="lead">{t.setUpLead}</p>
    </>
  )
  const common = { language, path: paths.setUp(language, place), title: t.setUpTitle, asset }
  if (kept) {
    return (
      <Layout {...common} section="self-check" hidden>
        <KeptNote language={language} token={kept.token} />
        {kept.conflict && (
          <p class="note amber" role="alert">
            {t.settingsConflict}
          </p>
        )}
        {intro}
        <form method="post" action={paths.setUp(language, place)} novalidate>
          <input type="hidden" name="version" value={String(kept.version)} />
          <Fields {...props} />
        </form>
      </Layout>
    )
  }
  const words = { hoursError: t.hoursError, weeksError: t.weeksError }
  const first = pack.components[0]
  return (
    <Layout {...common} section="self-check" scripts={[selfCheckScript]}>
      <DeviceShell page="set-up" language={language} release={props.release} words={words} pack={slimPack(pack)}>
        {intro}
        <form id="set-up" data-next={first ? paths.question(language, place, first.id) : ''} novalidate>
          <fieldset id="answers" disabled>
            <Fields {...props} />
          </fieldset>
        </form>
      </DeviceShell>
    </Layout>
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
        max={setUpLimits.hours}
        step="0.25"
        value={kept?.values.hours}
        error={kept?.errors.find(({ field }) => field === 'hours')?.message}
      />
      <NumberField
        name="weeks"
        label={t.weeksLabel}
        hint={t.weeksHint}
        max={setUpLimits.weeks}
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
  max: number
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
        min={name === 'weeks' ? '1' : '0'}
        max={String(props.max)}
        step={props.step}
        value={props.value}
        aria-describedby={`${name}-hint ${name}-error`}
      />
    </div>
  )
}
