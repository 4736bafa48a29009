import type { Child } from 'hono/jsx'
import type { Standing } from '../domain/access.ts'
import { paths } from '../paths.ts'
import type { Frame } from '../people/index.ts'
import { SelectField, TextArea, TextField } from '../ui/fields.tsx'
import { ErrorSummary } from '../ui/parts.tsx'
import { ProgramFrame } from './frame.tsx'
import { programMessages } from './messages.ts'
import type { SettingsField } from './settings.ts'
import { settingsMessages } from './settings-messages.ts'

/** Field name of the form -> what is typed in it. A text in two languages has `name.en` and `name.fr`. */
export type SettingsForm = Record<string, string>

export type SettingsPageProps = {
  frame: Frame
  standing: Standing
  form: SettingsForm
  version: number
  problems: SettingsField[]
  saved: boolean
  conflict: boolean
  files: { kind: string; name: string }[]
  fileProblem?: { kind: string; message: string } | undefined
}

/** How the program presents itself and runs. */
export function SettingsPage(props: SettingsPageProps) {
  const { frame, standing, form, problems } = props
  const { language } = frame
  const t = settingsMessages[language]
  const p = programMessages[language]
  const error = (field: SettingsField) => (problems.includes(field) ? t.unusable(t.labels[field]) : undefined)
  const line = (field: SettingsField, type: 'text' | 'email' | 'tel' | 'number' = 'text') => (
    <TextField
      name={field}
      type={type}
      label={t.labels[field]}
      hint={t.hints[field]}
      value={form[field]}
      error={error(field)}
    />
  )
  const both = (field: SettingsField) => (
    <>
      {(['en', 'fr'] as const).map((other) => (
        <TextField
          name={`${field}.${other}`}
          label={`${t.labels[field]} (${other === 'en' ? t.inEnglish : t.inFrench})`}
          hint={t.hints[field]}
          value={form[`${field}.${other}`]}
          error={error(field)}
          language={other === language ? undefined : other}
        />
      ))}
    </>
  )
  return (
    <ProgramFrame frame={frame} standing={standing} part="settings" title={t.title}>
      <ErrorSummary
        errors={problems.map((field) => ({
          field: `${field}.en` in form ? `${field}.en` : field,
          message: t.unusable(t.labels[field]),
        }))}
        language={language}
      />
      {props.saved && (
        <p class="note" role="status">
          {p.saved}
        </p>
      )}
      {props.conflict && (
        <p class="note amber" role="alert">
          {p.conflict}
        </p>
      )}
      <p>{t.lead}</p>
      <form method="post">
        <input type="hidden" name="version" value={String(props.version)} />
        <Part title={t.identity}>
          {both('name')}
          {both('funderLine')}
        </Part>
        <Part title={t.contact}>
          {line('contactName')}
          {line('contactEmail', 'email')}
          {line('contactPhone', 'tel')}
          <TextArea name="contactAddress" label={t.labels.contactAddress} value={form.contactAddress} rows={3} />
        </Part>
        <Part title={t.privacy}>
          {line('privacyLead')}
          {line('privacyEmail', 'email')}
          {both('dataPlace')}
        </Part>
        <Part title={t.calendar}>
          <SelectField
            name="weeks"
            label={t.labels.weeks}
            value={form.weeks}
            options={[6, 4].map((n) => ({ value: String(n), label: t.weeks(n) }))}
          />
          {line('diagnosticDays', 'number')}
          <TextArea
            name="closedDays"
            label={t.labels.closedDays}
            hint={t.hints.closedDays}
            value={form.closedDays}
            error={error('closedDays')}
            rows={4}
          />
        </Part>
        <Part title={t.keeping}>
          {line('answersMonths', 'number')}
          {line('logsMonths', 'number')}
        </Part>
        <Part title={t.journeys}>{line('minimumRespondents', 'number')}</Part>
        <p class="actions">
          <button type="submit">{p.save}</button>
        </p>
      </form>
      <h2>{t.files}</h2>
      <FileForm {...props} kind="logo" label={t.logo} hint={t.logoHint} accept="image/png,image/jpeg" />
      <FileForm {...props} kind="word-template" label={t.template} hint={t.templateHint} accept=".docx" />
    </ProgramFrame>
  )
}

function Part({ title, children }: { title: string; children: Child }) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

function FileForm(
  props: Pick<SettingsPageProps, 'frame' | 'files' | 'fileProblem'> & {
    kind: 'logo' | 'word-template'
    label: string
    hint: string
    accept: string
  },
) {
  const { language } = props.frame
  const t = settingsMessages[language]
  const action = `${paths.program(language, 'settings', props.kind)}/files`
  const current = props.files.find(({ kind }) => kind === props.kind)
  const problem = props.fileProblem?.kind === props.kind ? props.fileProblem.message : undefined
  return (
    <div class="field">
      <form method="post" action={action} enctype="multipart/form-data">
        <label class="label" for={props.kind}>
          {props.label}
        </label>
        <p class="hint" id={`${props.kind}-hint`}>
          {props.hint} {current ? t.current(current.name) : t.none}
        </p>
        {problem && (
          <p class="field-error" id={`${props.kind}-error`}>
            {problem}
          </p>
        )}
        <input
          type="file"
          id={props.kind}
          name="file"
          accept={props.accept}
          aria-describedby={`${props.kind}-hint${problem ? ` ${props.kind}-error` : ''}`}
        />
        <p class="actions">
          <button type="submit" class="second">
            {t.upload}
          </button>
        </p>
      </form>
      {current && (
        <form method="post" action={paths.program(language, 'settings', props.kind, 'remove')}>
          <button type="submit" class="plain">
            {t.remove}
            <span class="visually-hidden"> {props.label}</span>
          </button>
        </form>
      )}
    </div>
  )
}
