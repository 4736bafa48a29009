import type { Standing } from '../domain/access.ts'
import { paths } from '../paths.ts'
import type { Frame } from '../people/index.ts'
import type { Language } from '../platform/languages.ts'
import { dayIn, longDate } from '../ui/dates.ts'
import { SelectField } from '../ui/fields.tsx'
import { Layout } from '../ui/layout.tsx'
import { Choices, ErrorSummary, Table } from '../ui/parts.tsx'
import { ProgramMenu } from '../ui/program-menu.tsx'
import { packageProgramMessages } from './program-messages.ts'
import type { PackageVersion } from './store.ts'

type Shared = { frame: Frame; standing: Standing; timeZone: string }

/** Upload, and every package that is kept. */
export function PackagesPage(props: Shared & { packages: PackageVersion[]; error?: string | undefined }) {
  const { frame, standing, timeZone, packages, error } = props
  const { language } = frame
  const t = packageProgramMessages[language]
  return (
    <Layout {...frame} title={t.title} section="program">
      <ProgramMenu language={language} standing={standing} part="packages" />
      <ErrorSummary errors={error ? [{ field: 'file', message: error }] : []} language={language} />
      <h1>{t.title}</h1>
      <p>{t.lead}</p>
      <h2>{t.upload}</h2>
      <Upload
        action={`${paths.program(language, 'packages')}/files`}
        label={t.file}
        error={error}
        language={language}
      />
      <h2>{t.kept}</h2>
      {packages.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <Table
          caption={t.kept}
          hideCaption
          head={[t.name, t.standard, t.parts, t.size, t.uploaded]}
          rows={packages.map((one) => [
            <a
              href={paths.program(language, 'packages', one.packageId)}
              {...(one.language === language ? {} : { lang: one.language })}
            >
              {one.title}
            </a>,
            `SCORM ${one.edition}`,
            String(one.units.length),
            size(one.unpackedBytes, language),
            longDate(dayIn(one.uploadedAt, timeZone), language),
          ])}
        />
      )}
    </Layout>
  )
}

type Detail = Shared & {
  version: PackageVersion
  earlier: PackageVersion[]
  learners: ReadonlyMap<string, number>
  items: { id: string; title: string }[]
}

/** One package: what it is, what of it is not followed, its versions, and who uses it. */
export function PackageDetailPage(props: Detail & { error?: string | undefined }) {
  const { frame, standing, timeZone, version, earlier, learners, items, error } = props
  const { language } = frame
  const t = packageProgramMessages[language]
  const { packageId } = version
  return (
    <Layout {...frame} title={version.title} section="program">
      <ProgramMenu language={language} standing={standing} part="packages" />
      <ErrorSummary errors={error ? [{ field: 'file', message: error }] : []} language={language} />
      <h1 {...(version.language === language ? {} : { lang: version.language })}>{version.title}</h1>
      <dl class="facts">
        <dt>{t.standard}</dt>
        <dd>SCORM {version.edition}</dd>
        <dt>{t.language}</dt>
        <dd>{version.language === 'en' ? t.english : version.language === 'fr' ? t.french : version.language}</dd>
        <dt>{t.size}</dt>
        <dd>
          {size(version.unpackedBytes, language)}, {t.filesCount(version.fileCount)}
        </dd>
        <dt>{t.id}</dt>
        <dd>
          <code>{packageId}</code>
        </dd>
      </dl>
      <p class="actions">
        <a class="button second" href={paths.packagePlayer(language, packageId)}>
          {t.tryIt}
        </a>
      </p>
      <h2>{t.parts}</h2>
      <Table
        caption={t.parts}
        hideCaption
        head={[t.name, t.launches]}
        rows={version.units.map((unit) => [[...unit.under, unit.title].join(' · '), <code>{unit.path}</code>])}
      />
      <h2>{t.notes}</h2>
      {version.notes.length === 0 ? (
        <p>{t.noNotes}</p>
      ) : (
        <>
          <p>{t.notesText}</p>
          <ul>
            {version.notes.map((note) => (
              <li>{t.sequencing[note]}</li>
            ))}
          </ul>
        </>
      )}
      <h2>{t.usedBy}</h2>
      <UsedBy items={items} language={language} />
      <h2>{t.versions}</h2>
      <Table
        caption={t.versions}
        hideCaption
        head={[t.versions, t.uploaded, t.learners]}
        rows={[version, ...earlier].map((one) => [
          t.versionOf(one.number),
          longDate(dayIn(one.uploadedAt, timeZone), language),
          String(learners.get(one.id) ?? 0),
        ])}
      />
      <h2>{t.replace}</h2>
      <p>{t.replaceText}</p>
      <Upload
        action={`${paths.program(language, 'packages', packageId)}/files`}
        label={t.newFile}
        error={error}
        language={language}
        chosen={version.language}
      />
      <p>
        <a href={paths.program(language, 'packages', packageId, 'delete')}>{t.delete}</a>
      </p>
    </Layout>
  )
}

/** Says what goes, and asks once more. */
export function DeletePage(props: Detail & { unsure?: boolean }) {
  const { frame, standing, version, earlier, learners, items, unsure } = props
  const { language } = frame
  const t = packageProgramMessages[language]
  const people = [version, ...earlier].reduce((sum, { id }) => sum + (learners.get(id) ?? 0), 0)
  const error = unsure ? t.deleteSureMissing : undefined
  return (
    <Layout {...frame} title={t.deleteTitle(version.title)} section="program">
      <ProgramMenu language={language} standing={standing} part="packages" />
      <ErrorSummary errors={error ? [{ field: 'sure', message: error }] : []} language={language} />
      <h1>{t.deleteTitle(version.title)}</h1>
      <p>{t.deleteText}</p>
      <p>{t.deleteLearners(people)}</p>
      {items.length > 0 && <p>{t.deleteUsed}</p>}
      <UsedBy items={items} language={language} />
      <form method="post" action={paths.program(language, 'packages', version.packageId, 'delete')}>
        <Choices
          name="sure"
          legend={t.delete}
          error={error}
          several
          choices={[{ value: 'yes', label: t.deleteSure }]}
        />
        <p class="actions">
          <button type="submit">{t.delete}</button>
          <a class="button second" href={paths.program(language, 'packages', version.packageId)}>
            {t.cancel}
          </a>
        </p>
      </form>
    </Layout>
  )
}

function UsedBy({ items, language }: { items: { id: string; title: string }[]; language: Language }) {
  if (items.length === 0) return <p>{packageProgramMessages[language].usedByNone}</p>
  return (
    <ul>
      {items.map(({ id, title }) => (
        <li>
          <a href={paths.item(language, id)}>{title}</a>
        </li>
      ))}
    </ul>
  )
}

function Upload(props: {
  action: string
  label: string
  error: string | undefined
  language: Language
  chosen?: string
}) {
  const { action, label, error, language, chosen } = props
  const t = packageProgramMessages[language]
  return (
    <form method="post" action={action} enctype="multipart/form-data">
      <div class={error ? 'field has-error' : 'field'}>
        <label class="label" for="file">
          {label}
        </label>
        <p class="hint" id="file-hint">
          {t.fileHint}
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
          accept=".zip"
          aria-describedby={error ? 'file-hint file-error' : 'file-hint'}
          aria-invalid={error ? 'true' : undefined}
        />
      </div>
      <SelectField
        name="language"
        label={t.language}
        hint={t.languageHint}
        value={chosen ?? language}
        options={[
          { value: 'en', label: t.english },
          { value: 'fr', label: t.french },
        ]}
      />
      <p class="actions">
        <button type="submit">{t.send}</button>
      </p>
    </form>
  )
}

/** In megabytes, at least a tenth. */
function size(bytes: number, language: Language): string {
  const format = new Intl.NumberFormat(`${language}-CA`, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 })
  return format.format(Math.max(0.1, bytes / 1_000_000))
}
