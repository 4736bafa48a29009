import { say } from '../content/text.ts'
import type { TemplateValues } from '../domain/template-values.ts'
import { paths } from '../paths.ts'
import type { Frame } from '../people/index.ts'
import type { Language } from '../platform/languages.ts'
import { dayIn, longDate } from '../ui/dates.ts'
import { SelectField, TextField } from '../ui/fields.tsx'
import { Layout } from '../ui/layout.tsx'
import { ErrorSummary, type FieldError, Say } from '../ui/parts.tsx'
import { itemKindWords } from '../ui/words/item-kinds.ts'
import { askHref, CountOffer, NewerOffer } from './item-parts.tsx'
import type { NewerText, Studied } from './load.ts'
import { studyMessages } from './messages.ts'
import { BothVersions } from './template-conflict.tsx'
import { type MoreRows, TemplateFields } from './template-fields.tsx'
import { fillMessages } from './template-messages.ts'

/** The lesson that a template is the exercise of, and where the way back leads. */
export type FromLesson = { course: string; lesson: string }

export type TemplatePageProps = {
  frame: Frame
  timeZone: string
  studied: Studied & { body: Extract<NonNullable<Studied['body']>, { kind: 'template' }> }
  newer: NewerText | undefined
  from: FromLesson | undefined
  /** In the form: saved, or as typed. */
  values: TemplateValues
  /** Of the draft as the writer last saw it; 0 when there was none. */
  version: number
  /** Saved on another device meanwhile. */
  elsewhere: TemplateValues | undefined
  more: MoreRows | undefined
  errors: FieldError[]
  notice: string | undefined
  /** Done, and open on a pathway that has it. */
  countable: boolean
  communities: { communityId: string; name: string }[]
  /** What was typed to keep it: left out, the template's own title. */
  keep: { community: string; name: string } | undefined
}

/** A template as a form: a draft of one's own, downloads, and keeping it with a community's files. */
export function TemplatePage(props: TemplatePageProps) {
  const { frame, studied, errors, from } = props
  const { language } = frame
  const { item, body, enrolment } = studied
  const t = fillMessages[language]
  const words = studyMessages[language]
  const title = say(item.title, language).text
  const at = (...rest: string[]) => paths.study(language, item.id, ...rest)
  return (
    <Layout {...frame} section="study" title={title}>
      <p class="crumb">
        <a href={paths.study(language)}>{words.title}</a> · {itemKindWords[language][item.kind]}
      </p>
      <h1>
        <Say text={item.title} language={language} />
      </h1>
      {from && (
        <p>
          <a href={paths.study(language, from.course, from.lesson)}>{t.backToLesson}</a>
        </p>
      )}
      <ErrorSummary errors={errors} language={language} />
      {props.elsewhere && <BothVersions language={language} body={body} saved={props.elsewhere} yours={props.values} />}
      {props.notice && (
        <p class="note" role="status">
          {props.notice}
        </p>
      )}
      {enrolment?.doneAt && <p>{words.isDone(longDate(dayIn(enrolment.doneAt, props.timeZone), language))}</p>}
      {props.countable && <CountOffer language={language} item={item.id} />}
      {props.newer && <NewerOffer language={language} item={item.id} studied={studied} newer={props.newer} />}
      <p class="lead">
        <Say text={body.intro} language={language} />
      </p>
      <p>{t.draftHint}</p>
      <form method="post" action={at('form')} class="fill-in-form">
        {/* Enter in a field saves; without this the first button of a table would be pressed. */}
        <button type="submit" name="act" value="save" class="visually-hidden" tabindex={-1}>
          {t.save}
        </button>
        <input type="hidden" name="version" value={String(props.version)} />
        {from && <input type="hidden" name="from" value={`${from.course}.${from.lesson}`} />}
        <TemplateFields language={language} body={body} values={props.values} errors={errors} more={props.more} />
        <p>
          <button type="submit" name="act" value="save">
            {t.save}
          </button>
        </p>
        <Keep {...props} title={title} />
      </form>
      {props.version > 0 && (
        <section>
          <h2>{t.download}</h2>
          <Downloads language={language} item={item.id} formats={body.formats} />
        </section>
      )}
      {enrolment?.doneAt === undefined && (
        <section>
          <h2>{words.markTitle}</h2>
          <p>{words.markText.template}</p>
          <form method="post" action={at('done')}>
            <button type="submit" class="second">
              {words.mark}
            </button>
          </form>
        </section>
      )}
      <p class="actions">
        <a href={askHref(language, item.id)}>{words.ask}</a>
        <a href={paths.item(language, item.id)}>{words.openPage}</a>
        <a href={paths.study(language)}>{words.title}</a>
      </p>
    </Layout>
  )
}

function Downloads(props: { language: Language; item: string; formats: readonly ('word' | 'spreadsheet')[] }) {
  const t = fillMessages[props.language]
  const link = (format: 'docx' | 'xlsx' | 'pdf', label: string) => (
    <a href={paths.study(props.language, props.item, 'download', format)} download>
      {label}
    </a>
  )
  return (
    <p class="actions">
      {link('docx', t.word)}
      {props.formats.includes('spreadsheet') && link('xlsx', t.sheet)}
      {link('pdf', t.pdf)}
    </p>
  )
}

function Keep({ frame, communities, keep, errors, title }: TemplatePageProps & { title: string }) {
  const { language } = frame
  const t = fillMessages[language]
  const errorOf = (name: string) => errors.find(({ field }) => field === name)?.message
  return (
    <section class="keep">
      <h2>{t.keepTitle}</h2>
      {communities.length === 0 ? (
        <p>{t.noCommunity}</p>
      ) : (
        <>
          <p>{t.keepText}</p>
          <CommunityChoice
            language={language}
            communities={communities}
            chosen={keep?.community ?? ''}
            error={errorOf('community')}
          />
          <TextField
            name="name"
            label={t.keepName}
            hint={t.keepNameHint}
            value={keep?.name ?? title}
            error={errorOf('name')}
            maxlength={120}
          />
          <button type="submit" name="act" value="keep" class="second">
            {t.keep}
          </button>
        </>
      )}
    </section>
  )
}

/** A list of one's communities to choose from; one alone needs no choice. */
function CommunityChoice(props: {
  language: Language
  communities: { communityId: string; name: string }[]
  chosen: string
  error: string | undefined
}) {
  const t = fillMessages[props.language]
  const [only] = props.communities
  if (props.communities.length === 1 && only) {
    return (
      <>
        <input type="hidden" name="community" value={only.communityId} />
        <p>
          <strong>{only.name}</strong>
        </p>
      </>
    )
  }
  return (
    <SelectField
      name="community"
      label={t.keepWhere}
      value={props.chosen}
      error={props.error}
      empty={t.choose}
      options={props.communities.map(({ communityId, name }) => ({ value: communityId, label: name }))}
    />
  )
}
