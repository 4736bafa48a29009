import type { Standing } from '../../domain/access.ts'
import { paths } from '../../paths.ts'
import { CommunityFrame, type Frame, type Place } from '../../people/index.ts'
import { locales } from '../../platform/languages.ts'
import { uploadMessages } from '../../platform/uploads/messages.ts'
import { acceptedUploads } from '../../platform/uploads/upload.ts'
import { dayIn, longDate } from '../../ui/dates.ts'
import { SelectField, TextField } from '../../ui/fields.tsx'
import { Choices, ErrorSummary, type FieldError, Table } from '../../ui/parts.tsx'
import { filesMessages } from './files-messages.ts'
import type { FilePurpose, StoredFile } from './files-store.ts'

type Common = { frame: Frame; place: Place; standing: Standing; timeZone: string }

export type FileValues = { purpose: FilePurpose; staysWithUs: boolean; label: string }

/** What may be added on this page; evidence and the like come with what they belong to. */
export const addedHere: readonly FilePurpose[] = ['community', 'protocol']

/** The files a community keeps, and the form that adds one. */
export function FilesPage(
  props: Common & {
    files: StoredFile[]
    names: Map<string, string>
    page: number
    more: boolean
    values: FileValues
    errors: FieldError[]
    note?: string | undefined
    /** Whether the reader may delete a file. */
    mayDelete: (file: StoredFile) => boolean
    /** Only the community's own people may keep something to themselves. */
    member: boolean
  },
) {
  const { frame, place, standing, files, page, values, errors } = props
  const { language } = frame
  const t = filesMessages[language]
  const address = paths.community(language, place.communityId, 'files')
  const error = (field: string) => errors.find((one) => one.field === field)?.message
  const size = (bytes: number) =>
    t.kilobytes(new Intl.NumberFormat(locales[language]).format(Math.max(1, Math.round(bytes / 1000))))
  return (
    <CommunityFrame frame={frame} place={place} standing={standing} part="files" title={t.title}>
      <ErrorSummary errors={errors} language={language} />
      {props.note && (
        <p class="note" role="status">
          {props.note}
        </p>
      )}
      <p class="lead">{t.lead}</p>
      {files.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <Table
          caption={t.title}
          hideCaption
          head={t.head}
          rows={files.map((file) => {
            const by = file.uploadedBy && props.names.get(file.uploadedBy)
            return [
              <>
                <a href={`${address}/${file.id}`} download>
                  {file.name}
                </a>
                {file.staysWithUs && <span class="quiet"> ({t.staysMark})</span>}
              </>,
              t.purposes[file.purpose],
              size(file.size),
              `${longDate(dayIn(file.uploadedAt, props.timeZone), language)}${by ? `, ${t.by(by)}` : ''}`,
              file.label ?? '',
              props.mayDelete(file) ? (
                <a href={`${address}/${file.id}/delete`} aria-label={t.removeFor(file.name)}>
                  {t.remove}
                </a>
              ) : (
                ''
              ),
            ]
          })}
        />
      )}
      {(page > 1 || props.more) && (
        <nav class="actions" aria-label={t.pages}>
          {page > 1 && <a href={`${address}?page=${page - 1}`}>{t.newer}</a>}
          {props.more && <a href={`${address}?page=${page + 1}`}>{t.older}</a>}
        </nav>
      )}

      <h2>{t.sendTitle}</h2>
      <form method="post" action={address} enctype="multipart/form-data">
        <div class={error('file') ? 'field has-error' : 'field'}>
          <label class="label" for="file">
            {t.file}
          </label>
          <p class="hint" id="file-hint">
            {uploadMessages[language].hint}
          </p>
          {error('file') && (
            <p class="field-error" id="file-error">
              {error('file')}
            </p>
          )}
          <input
            type="file"
            id="file"
            name="file"
            accept={acceptedUploads}
            required
            aria-describedby={error('file') ? 'file-hint file-error' : 'file-hint'}
          />
        </div>
        <SelectField
          name="purpose"
          label={t.purpose}
          value={values.purpose}
          options={addedHere.map((value) => ({ value, label: t.purposes[value] }))}
        />
        <TextField
          name="label"
          label={t.label}
          hint={t.labelHint}
          value={values.label}
          error={error('label')}
          maxlength={200}
        />
        {props.member && (
          <Choices
            name="stays"
            legend={<span class="visually-hidden">{t.stays}</span>}
            several
            choices={[{ value: 'yes', label: t.stays, hint: t.staysHint, checked: values.staysWithUs }]}
          />
        )}
        <p class="actions">
          <button type="submit">{t.send}</button>
        </p>
      </form>
    </CommunityFrame>
  )
}

/** Asks once more before a file goes for good. */
export function DeleteFilePage(props: Common & { file: StoredFile }) {
  const { frame, place, standing, file } = props
  const { language } = frame
  const t = filesMessages[language]
  const address = paths.community(language, place.communityId, 'files')
  return (
    <CommunityFrame frame={frame} place={place} standing={standing} part="files" title={t.removeTitle(file.name)}>
      <p>
        {t.removeText}{' '}
        <a href={`${address}/${file.id}`} download>
          {t.download}
        </a>
      </p>
      <form method="post" action={`${address}/${file.id}/delete`}>
        <p class="actions">
          <button type="submit">{t.removeConfirm}</button>
          <a href={address}>{t.back}</a>
        </p>
      </form>
    </CommunityFrame>
  )
}
