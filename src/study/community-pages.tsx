import type { TemplateBody, Text } from '../content/schema.ts'
import type { Standing } from '../domain/access.ts'
import type { TemplateValues } from '../domain/template-values.ts'
import { paths } from '../paths.ts'
import { CommunityFrame, type Frame, type Place } from '../people/index.ts'
import { dayIn, longDate } from '../ui/dates.ts'
import { TextField } from '../ui/fields.tsx'
import { ErrorSummary, type FieldError, Say, Table } from '../ui/parts.tsx'
import type { SharedResult } from './check-store.ts'
import { studyMessages } from './messages.ts'
import { BothVersions } from './template-conflict.tsx'
import { type MoreRows, TemplateFields } from './template-fields.tsx'
import { fillMessages } from './template-messages.ts'
import type { FilledTemplate, TemplateVersion } from './template-store.ts'

type PageProps = { frame: Frame; place: Place; standing: Standing; timeZone: string }

/** The templates that a community filled in, the last changed first. */
export function TemplatesPage(
  props: PageProps & { templates: (FilledTemplate & { title: Text })[]; page: number; more: boolean },
) {
  const { frame, place, standing, templates, page } = props
  const { language } = frame
  const t = fillMessages[language]
  const at = (...rest: string[]) => paths.community(language, place.communityId, 'templates', ...rest)
  return (
    <CommunityFrame frame={frame} place={place} standing={standing} part="templates" title={t.listTitle}>
      <p class="lead">{t.listLead}</p>
      {templates.length === 0 && <p>{t.listNone}</p>}
      <ul class="rows">
        {templates.map((template) => (
          <li>
            <a href={at(template.id)}>{template.name}</a>
            <p class="meta">
              {template.name !== template.title[language] && (
                <>
                  <Say text={template.title} language={language} />
                  {' · '}
                </>
              )}
              {t.version(template.version)}
              {' · '}
              {t.changedOn(longDate(dayIn(template.updatedAt, props.timeZone), language))}
            </p>
          </li>
        ))}
      </ul>
      {(page > 1 || props.more) && (
        <nav class="actions" aria-label={t.pages}>
          {page > 1 && (
            <a href={`${at()}?page=${page - 1}`} rel="prev">
              {t.newer}
            </a>
          )}
          {props.more && (
            <a href={`${at()}?page=${page + 1}`} rel="next">
              {t.older}
            </a>
          )}
        </nav>
      )}
      <p class="actions">
        <a href={`${paths.catalogue(language)}?kind=template`}>{t.toCatalogue}</a>
        <a href={at('results')}>{t.sharedLink}</a>
      </p>
    </CommunityFrame>
  )
}

export type FilledTemplatePageProps = PageProps & {
  template: FilledTemplate
  title: Text
  body: TemplateBody
  versions: (TemplateVersion & { savedByName: string | undefined })[]
  /** In the form: saved, or as typed. */
  values: TemplateValues
  name: string
  /** As the writer last saw it. */
  version: number
  /** Saved by someone else meanwhile. */
  elsewhere: { values: TemplateValues; name: string } | undefined
  more: MoreRows | undefined
  errors: FieldError[]
  notice: string | undefined
}

/** A filled-in template as a form that anyone of the community writes on, with all its versions. */
export function FilledTemplatePage(props: FilledTemplatePageProps) {
  const { frame, place, standing, template, errors } = props
  const { language } = frame
  const t = fillMessages[language]
  const at = (...rest: string[]) => paths.community(language, place.communityId, 'templates', ...rest)
  const file = (id: string) => paths.community(language, place.communityId, 'files', id)
  return (
    <CommunityFrame frame={frame} place={place} standing={standing} part="templates" title={template.name}>
      <ErrorSummary errors={errors} language={language} />
      {props.elsewhere && (
        <BothVersions
          language={language}
          body={props.body}
          saved={props.elsewhere.values}
          yours={props.values}
          others={[{ label: t.nameLabel, saved: props.elsewhere.name, yours: props.name }]}
        />
      )}
      {props.notice && (
        <p class="note" role="status">
          {props.notice}
        </p>
      )}
      <p class="meta">
        <a href={paths.study(language, template.item)}>
          <Say text={props.title} language={language} />
        </a>
        {' · '}
        {t.version(template.version)}
      </p>
      <p class="lead">
        <Say text={props.body.intro} language={language} />
      </p>
      <form method="post" action={at(template.id)} class="fill-in-form">
        {/* Enter in a field saves; without this the first button of a table would be pressed. */}
        <button type="submit" name="act" value="save" class="visually-hidden" tabindex={-1}>
          {t.saveVersion}
        </button>
        <input type="hidden" name="version" value={String(props.version)} />
        <TextField
          name="name"
          label={t.nameLabel}
          value={props.name}
          error={errors.find(({ field }) => field === 'name')?.message}
          maxlength={120}
        />
        <TemplateFields language={language} body={props.body} values={props.values} errors={errors} more={props.more} />
        <button type="submit" name="act" value="save">
          {t.saveVersion}
        </button>
      </form>
      <h2>{t.versions}</h2>
      <ul class="rows">
        {props.versions.map((version) => (
          <li>
            <p>
              <strong>{t.version(version.version)}</strong>
              {' · '}
              <span class="meta">
                {t.savedBy(
                  version.savedByName ?? t.someone,
                  longDate(dayIn(version.savedAt, props.timeZone), language),
                )}
              </span>
            </p>
            <p class="actions">
              {version.wordFile && (
                <a href={file(version.wordFile)} aria-label={`${t.word}, ${t.version(version.version)}`} download>
                  {t.word}
                </a>
              )}
              {version.sheetFile && (
                <a href={file(version.sheetFile)} aria-label={`${t.sheet}, ${t.version(version.version)}`} download>
                  {t.sheet}
                </a>
              )}
              {!version.wordFile && !version.sheetFile && <span class="quiet">{t.filesGone}</span>}
            </p>
          </li>
        ))}
      </ul>
    </CommunityFrame>
  )
}

/** Results that learners chose to show to their community. */
export function SharedResultsPage(
  props: PageProps & { results: (SharedResult & { title: Text | undefined; name: string | undefined })[] },
) {
  const { frame, place, standing, results } = props
  const { language } = frame
  const t = fillMessages[language]
  const words = studyMessages[language]
  const items = [...new Set(results.map(({ item }) => item))]
  return (
    <CommunityFrame frame={frame} place={place} standing={standing} part="templates" title={t.sharedTitle}>
      <p class="lead">{t.sharedLead}</p>
      {results.length === 0 && <p>{t.sharedNone}</p>}
      {items.map((item) => {
        const own = results.filter((result) => result.item === item)
        const title = own[0]?.title?.[language] ?? own[0]?.title?.en ?? item
        return (
          <section>
            <h2>{title}</h2>
            <Table
              caption={title}
              hideCaption
              head={[t.person, t.before, t.after]}
              rows={own.map((result) => [
                result.name ?? t.someone,
                words.scoreOf(result.pre.right, result.pre.of),
                words.scoreOf(result.post.right, result.post.of),
              ])}
            />
          </section>
        )
      })}
      <p class="actions">
        <a href={paths.community(language, place.communityId, 'templates')}>{t.listTitle}</a>
      </p>
    </CommunityFrame>
  )
}
