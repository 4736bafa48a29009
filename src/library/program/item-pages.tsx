import { itemKinds, type Pack } from '../../content/schema.ts'
import { say } from '../../content/text.ts'
import type { Standing } from '../../domain/access.ts'
import { paths } from '../../paths.ts'
import type { Frame } from '../../people/index.ts'
import type { Language } from '../../platform/languages.ts'
import { acceptedUploads } from '../../platform/uploads/upload.ts'
import { ProgramFrame } from '../../program/index.ts'
import { SelectField, TextArea, TextField } from '../../ui/fields.tsx'
import { Choices, ErrorSummary, type FieldError, Say } from '../../ui/parts.tsx'
import { itemKindWords } from '../../ui/words/item-kinds.ts'
import { libraryMessages } from '../messages.ts'
import { audiences, type ItemDraft, type ItemField } from './item-form.ts'
import { programLibraryMessages } from './messages.ts'
import type { AddedItem } from './store.ts'

export type ItemFormProps = {
  frame: Frame
  standing: Standing
  pack: Pack
  draft: ItemDraft
  errors: FieldError[]
  /** Of an item that is there already. */
  isNew: boolean
  /** Name of the file it has now. */
  fileName: string | undefined
  fileHint: string
  packages: { id: string; title: string }[]
  /** What someone else saved meanwhile. */
  theirs: AddedItem | undefined
}

/** One item that the program adds: a link, a file or a package, with its line in the catalogue. */
export function ItemFormPage(props: ItemFormProps) {
  const { frame, standing, draft, errors, isNew, theirs } = props
  const { language } = frame
  const t = programLibraryMessages[language]
  const error = (field: ItemField) => errors.find((one) => one.field === field)?.message
  const action = isNew
    ? paths.program(language, 'library', 'new', draft.source, ...(draft.source === 'file' ? ['files'] : []))
    : paths.program(language, 'library', 'items', draft.id, ...(draft.source === 'file' ? ['files'] : []))
  const line = (name: 'titleEn' | 'titleFr' | 'publisherEn' | 'publisherFr' | 'licence', hint?: string) => (
    <TextField name={name} label={t.fields[name]} value={draft[name]} hint={hint} error={error(name)} maxlength={150} />
  )
  const lines = (name: 'summaryEn' | 'summaryFr' | 'objectiveEn' | 'objectiveFr', hint?: string) => (
    <TextArea
      name={name}
      label={t.fields[name]}
      value={draft[name]}
      hint={hint}
      error={error(name)}
      rows={3}
      maxlength={500}
    />
  )
  const title = isNew ? t.newTitle[draft.source] : t.editTitle(language === 'fr' ? draft.titleFr : draft.titleEn)
  return (
    <ProgramFrame frame={frame} standing={standing} part="library" title={title}>
      <ErrorSummary errors={errors} language={language} />
      {theirs && (
        <section class="note amber" role="alert">
          <p>{t.conflict}</p>
          <p>
            <strong>
              <Say text={theirs.item.title} language={language} />
            </strong>
            {'. '}
            <Say text={theirs.item.summary} language={language} />
          </p>
          <p>{t.conflictNext}</p>
        </section>
      )}
      <form
        method="post"
        action={action}
        enctype={draft.source === 'file' ? 'multipart/form-data' : undefined}
        novalidate
      >
        <input type="hidden" name="id" value={draft.id} />
        <input type="hidden" name="version" value={String(theirs?.version ?? draft.version)} />
        {draft.source === 'link' && (
          <>
            <TextField
              name="url"
              type="url"
              label={t.fields.url}
              value={draft.url}
              hint={t.hints.url}
              error={error('url')}
            />
            {line('publisherEn')}
            {line('publisherFr')}
          </>
        )}
        {draft.source === 'file' && <FileField {...props} error={error('file')} />}
        {draft.source === 'package' && <PackageField {...props} error={error('package')} />}
        {line('titleEn')}
        {line('titleFr')}
        {lines('summaryEn', t.hints.summary)}
        {lines('summaryFr', t.hints.summary)}
        <SelectField
          name="kind"
          label={t.fields.kind}
          hint={t.hints.kind}
          value={draft.kind}
          error={error('kind')}
          empty={t.chooseKind}
          options={itemKinds.map((kind) => ({ value: kind, label: itemKindWords[language][kind] }))}
        />
        <TextField
          name="hours"
          label={t.fields.hours}
          hint={t.hints.hours}
          value={language === 'fr' ? draft.hours.replace('.', ',') : draft.hours}
          error={error('hours')}
          inputmode="decimal"
          maxlength={7}
        />
        {lines('objectiveEn')}
        {lines('objectiveFr')}
        <Components language={language} pack={props.pack} chosen={draft.components} error={error('components')} />
        <Choices
          name="languages"
          legend={t.fields.languages}
          several
          inline
          error={error('languages')}
          choices={props.pack.languages.map((code) => ({
            value: code,
            label: t.languageNames[code] ?? code,
            checked: draft.languages.includes(code),
          }))}
        />
        <Choices
          name="audience"
          legend={t.fields.audience}
          several
          error={error('audience')}
          choices={audiences.map((group) => ({
            value: group,
            label: libraryMessages[language].audiences[group],
            checked: draft.audience.includes(group),
          }))}
        />
        <Choices
          name="offline"
          legend={t.more}
          several
          choices={[{ value: 'yes', label: t.offline, checked: draft.offline }]}
        />
        {line('licence', t.hints.licence)}
        <p class="actions">
          <button type="submit">{isNew ? t.add : t.save}</button>
          <a href={paths.program(language, 'library')}>{t.cancel}</a>
        </p>
      </form>
    </ProgramFrame>
  )
}

function FileField({ frame, fileName, fileHint, error }: ItemFormProps & { error: string | undefined }) {
  const t = programLibraryMessages[frame.language]
  return (
    <div class={error ? 'field has-error' : 'field'}>
      <label class="label" for="file">
        {t.fields.file}
      </label>
      <p class="hint" id="file-hint">
        {fileName && `${t.hints.keepFile(fileName)} `}
        {fileHint}
      </p>
      {error && (
        <p class="field-error" id="file-error">
          {error}
        </p>
      )}
      <input
        type="file"
        id="file"
        name="file"
        accept={acceptedUploads}
        aria-describedby={error ? 'file-hint file-error' : 'file-hint'}
      />
    </div>
  )
}

function PackageField({ frame, draft, packages, error }: ItemFormProps & { error: string | undefined }) {
  const t = programLibraryMessages[frame.language]
  return (
    <>
      <SelectField
        name="package"
        label={t.fields.package}
        hint={packages.length === 0 ? t.noPackages : t.hints.package}
        value={draft.package}
        error={error}
        empty={t.choosePackage}
        options={packages.map(({ id, title }) => ({ value: id, label: title }))}
      />
      {packages.length === 0 && (
        <p>
          <a href={paths.program(frame.language, 'packages')}>{t.toPackages}</a>
        </p>
      )}
    </>
  )
}

/** Every component of the pack, by domain. */
function Components(props: { language: Language; pack: Pack; chosen: string[]; error: string | undefined }) {
  const { language, pack, chosen, error } = props
  const t = programLibraryMessages[language]
  return (
    <fieldset
      class={error ? 'field has-error' : 'field'}
      id="components"
      aria-describedby={error ? 'components-error' : undefined}
    >
      <legend>{t.fields.components}</legend>
      {error && (
        <p class="field-error" id="components-error">
          {error}
        </p>
      )}
      {pack.domains.map((domain) => (
        <fieldset class="field">
          <legend>
            <Say text={domain.name} language={language} />
          </legend>
          <div class="choices">
            {pack.components
              .filter((component) => component.domain === domain.id)
              .map(({ id, name }) => (
                <div class="choice">
                  <input type="checkbox" id={`c-${id}`} name="components" value={id} checked={chosen.includes(id)} />
                  <label for={`c-${id}`}>{say(name, language).text}</label>
                </div>
              ))}
          </div>
        </fieldset>
      ))}
    </fieldset>
  )
}
