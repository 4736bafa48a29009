import { componentName } from '../../content/names.ts'
import type { Pack } from '../../content/schema.ts'
import { may, takesChange } from '../../domain/access.ts'
import { paths } from '../../paths.ts'
import { uploadMessages } from '../../platform/uploads/messages.ts'
import { acceptedUploads } from '../../platform/uploads/upload.ts'
import { longDate } from '../../ui/dates.ts'
import { SelectField, TextArea, TextField } from '../../ui/fields.tsx'
import { ErrorSummary, type FieldError, Table } from '../../ui/parts.tsx'
import { JourneyFrame } from '../record/index.ts'
import { actionStatuses } from './action-status.ts'
import { actionFields, asTyped, type TypedAction } from './actions-forms.ts'
import { actionMessages } from './actions-messages.ts'
import type { PlanAction } from './actions-store.ts'
import type { PageProps } from './draft-props.ts'

export type ActionPageProps = PageProps & {
  pack: Pack
  owners: { personId: string; name: string }[]
  /** Nothing: a new one. */
  action: PlanAction | undefined
  /** Made with the form, so that a form sent twice makes one action. */
  newId: string
  typed: TypedAction
  done?: { doneOn: string; note: string; link: string }
  errors: FieldError[]
  today: string
  notice?: string | undefined
}

/** One action: what it is, who does it, by when; and once it is done, what shows it. */
export function ActionPage(props: ActionPageProps) {
  const { frame, place, standing, action, errors } = props
  const { language } = frame
  const t = actionMessages[language]
  const list = paths.journey(language, place.journey.id, 'actions')
  const mayEdit = may('action.edit', standing) && takesChange('action.edit', place.journey)
  return (
    <JourneyFrame
      frame={frame}
      place={place}
      standing={standing}
      part="actions"
      title={action === undefined ? t.addTitle : t.editTitle}
    >
      <ErrorSummary errors={errors} language={language} />
      {props.notice && (
        <p class="note" role="status">
          {props.notice}
        </p>
      )}
      {action && <Facts {...props} action={action} />}
      {mayEdit && <ActionForm {...props} />}
      {mayEdit && action && action.status !== 'done' && <DoneForm {...props} action={action} />}
      <p class="no-print">
        <a href={list}>{t.back}</a>
      </p>
    </JourneyFrame>
  )
}

function Facts({ frame, place, pack, action }: ActionPageProps & { action: PlanAction }) {
  const { language } = frame
  const t = actionMessages[language]
  return (
    <>
      <p class="lead" lang={action.language === language ? undefined : action.language}>
        {action.title}
      </p>
      {action.description !== '' && (
        <p lang={action.language === language ? undefined : action.language}>{action.description}</p>
      )}
      <p class="meta">
        {[
          t.statuses[action.status],
          action.owner?.name ?? t.nobody,
          action.due === undefined ? t.noDate : longDate(action.due, language),
          ...(action.component ? [componentName(pack, action.component, language)] : []),
          t.origin[action.origin],
        ].join(' · ')}
      </p>
      {action.status === 'done' && (
        <div class="note">
          {action.doneOn && <p>{t.doneFacts(longDate(action.doneOn, language))}</p>}
          {action.doneNote !== '' && <p>{action.doneNote}</p>}
          {action.doneLink !== '' && (
            <p>
              <a href={action.doneLink} rel="noopener noreferrer">
                {t.evidenceLink}
              </a>
            </p>
          )}
          {action.doneFileId && (
            <p>
              <a href={paths.journey(language, place.journey.id, 'actions', action.id, 'evidence')}>{t.evidenceFile}</a>
            </p>
          )}
        </div>
      )}
    </>
  )
}

function ActionForm({ frame, place, pack, owners, action, newId, typed, errors }: ActionPageProps) {
  const { language } = frame
  const t = actionMessages[language]
  const error = (field: string) => errors.find((one) => one.field === field)?.message
  const maybe = (label: string) => (
    <>
      {label} <span class="quiet">({t.optional})</span>
    </>
  )
  return (
    <form method="post" action={paths.journey(language, place.journey.id, 'actions', action?.id ?? 'new')}>
      {action ? (
        <input type="hidden" name="version" value={String(action.version)} />
      ) : (
        <input type="hidden" name="id" value={newId} />
      )}
      <TextField
        name="title"
        label={t.titleLabel}
        value={typed.title}
        error={error('title')}
        maxlength={300}
        required
      />
      <TextArea
        name="description"
        label={maybe(t.descriptionLabel)}
        value={typed.description}
        error={error('description')}
        rows={3}
        maxlength={2000}
      />
      <SelectField
        name="component"
        label={maybe(t.componentLabel)}
        empty={t.noComponent}
        options={pack.components.map(({ id }) => ({ value: id, label: componentName(pack, id, language) }))}
        value={typed.component}
      />
      <SelectField
        name="owner"
        label={maybe(t.ownerLabel)}
        hint={t.ownerHint}
        empty={t.noOwner}
        options={owners.map(({ personId, name }) => ({ value: personId, label: name }))}
        value={typed.owner}
      />
      <TextField
        name="ownerName"
        label={maybe(t.otherOwner)}
        hint={t.otherOwnerHint}
        value={typed.ownerName}
        error={error('ownerName')}
        maxlength={120}
      />
      <TextField name="due" label={maybe(t.dueLabel)} type="date" value={typed.due} error={error('due')} />
      <TextField
        name="effort"
        label={maybe(t.effortLabel)}
        inputmode="decimal"
        value={typed.effort}
        error={error('effort')}
      />
      <TextField name="cost" label={maybe(t.costLabel)} inputmode="decimal" value={typed.cost} error={error('cost')} />
      <SelectField
        name="status"
        label={t.statusLabel}
        options={actionStatuses
          .filter((status) => status !== 'done' || typed.status === 'done')
          .map((status) => ({ value: status, label: t.statuses[status] }))}
        value={typed.status}
      />
      <p class="actions">
        <button type="submit">{action === undefined ? t.add : t.save}</button>
      </p>
    </form>
  )
}

function DoneForm({ frame, place, action, done, errors, today }: ActionPageProps & { action: PlanAction }) {
  const { language } = frame
  const t = actionMessages[language]
  const error = (field: string) => errors.find((one) => one.field === field)?.message
  const fileError = error('file')
  return (
    <section>
      <h2>{t.doneTitle}</h2>
      <p>{t.doneLead}</p>
      <form
        method="post"
        enctype="multipart/form-data"
        action={paths.journey(language, place.journey.id, 'actions', action.id, 'evidence')}
      >
        <input type="hidden" name="version" value={String(action.version)} />
        <TextField
          name="doneOn"
          label={t.doneOn}
          type="date"
          value={done?.doneOn ?? today}
          error={error('doneOn')}
          max={today}
        />
        <TextArea name="note" label={t.doneNote} value={done?.note} error={error('note')} rows={3} maxlength={2000} />
        <TextField name="link" label={t.doneLink} type="url" value={done?.link} error={error('link')} maxlength={500} />
        <div class={fileError ? 'field has-error' : 'field'}>
          <label class="label" for="file">
            {t.doneFile}
          </label>
          <p class="hint" id="file-hint">
            {uploadMessages[language].hint}
          </p>
          {fileError && (
            <p class="field-error" id="file-error">
              {fileError}
            </p>
          )}
          <input
            id="file"
            name="file"
            type="file"
            accept={acceptedUploads}
            aria-describedby={fileError ? 'file-hint file-error' : 'file-hint'}
          />
        </div>
        <button type="submit" class="second">
          {t.done}
        </button>
      </form>
    </section>
  )
}

/** Two people changed one action: both versions side by side, and nothing saved until someone decides. */
export function ActionConflictPage(
  props: PageProps & {
    pack: Pack
    owners: { personId: string; name: string }[]
    action: PlanAction
    typed: TypedAction
  },
) {
  const { frame, place, standing, pack, owners, action, typed } = props
  const { language } = frame
  const t = actionMessages[language]
  const saved = asTyped(action)
  const at = paths.journey(language, place.journey.id, 'actions', action.id)
  const labels: Record<keyof TypedAction, string> = {
    title: t.titleLabel,
    description: t.descriptionLabel,
    component: t.componentLabel,
    owner: t.ownerLabel,
    ownerName: t.otherOwner,
    due: t.dueLabel,
    effort: t.effortLabel,
    cost: t.costLabel,
    status: t.statusLabel,
  }
  const say = (field: keyof TypedAction, value: string): string => {
    if (value === '') return '–'
    if (field === 'component') return componentName(pack, value, language)
    if (field === 'owner') return owners.find(({ personId }) => personId === value)?.name ?? action.owner?.name ?? value
    if (field === 'status') return t.statuses[value as PlanAction['status']] ?? value
    return value
  }
  return (
    <JourneyFrame frame={frame} place={place} standing={standing} part="actions" title={t.conflictTitle}>
      <p class="lead">{t.conflictLead}</p>
      <Table
        caption={t.conflictTitle}
        hideCaption
        head={[t.field, t.theirs, t.yours]}
        rows={actionFields
          .filter((field) => saved[field] !== typed[field])
          .map((field) => [labels[field], say(field, saved[field]), say(field, typed[field])])}
      />
      <form method="post" action={at}>
        <input type="hidden" name="version" value={String(action.version)} />
        {actionFields.map((field) => (
          <input type="hidden" name={field} value={typed[field]} />
        ))}
        <p class="actions">
          <button type="submit">{t.keepMine}</button>
          <a href={at}>{t.keepTheirs}</a>
        </p>
      </form>
    </JourneyFrame>
  )
}
