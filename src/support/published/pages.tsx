import { itemTitle, nameOf } from '../../content/names.ts'
import type { Pack } from '../../content/schema.ts'
import { say } from '../../content/text.ts'
import type { Standing } from '../../domain/access.ts'
import { paths } from '../../paths.ts'
import type { Frame } from '../../people/index.ts'
import { type Language, languages, locales } from '../../platform/languages.ts'
import { SelectField, TextArea } from '../../ui/fields.tsx'
import { type AssetUrl, Layout } from '../../ui/layout.tsx'
import { ErrorSummary, type FieldError } from '../../ui/parts.tsx'
import { ProgramMenu } from '../../ui/program-menu.tsx'
import { languageIn } from '../directory/messages.ts'
import { Notice } from '../parts.tsx'
import { publishedMessages } from './messages.ts'
import type { AnswerText, LibraryAnswer, PublishedAnswer } from './store.ts'

/** A month as people write it. */
function monthName(month: string, language: Language): string {
  const format = new Intl.DateTimeFormat(locales[language], { year: 'numeric', month: 'long', timeZone: 'UTC' })
  return format.format(new Date(`${month}-01T00:00:00Z`))
}

/** A published answer, open to everyone. */
export function AnswerPage(props: {
  language: Language
  path: string
  asset: AssetUrl
  pack: Pack
  answer: PublishedAnswer
}) {
  const { language, pack, answer } = props
  const t = publishedMessages[language]
  const foreign = answer.language === language ? undefined : answer.language
  const [title = '', ...rest] = answer.question.split('\n')
  const domain = pack.components.find(({ id }) => id === answer.component)?.domain
  return (
    <Layout
      language={language}
      path={props.path}
      asset={props.asset}
      section="catalogue"
      title={title}
      description={answer.answer.slice(0, 150)}
    >
      <p class="crumb">{t.kind}</p>
      <h1 lang={foreign}>{title}</h1>
      {foreign && <p class="note">{t.otherLanguage}</p>}
      {rest.join('\n').trim() !== '' && (
        <p class="lines" lang={foreign}>
          {rest.join('\n').trim()}
        </p>
      )}
      <h2>{t.answer}</h2>
      <p class="lines" lang={foreign}>
        {answer.answer}
      </p>
      {(answer.item !== undefined || domain !== undefined) && <h2>{t.about}</h2>}
      <ul>
        {answer.item !== undefined && (
          <li>
            <a href={paths.item(language, answer.item)}>{itemTitle(pack, answer.item, language)}</a>
          </li>
        )}
        {answer.component !== undefined && domain !== undefined && (
          <li>
            <a href={paths.component(language, domain, answer.component)}>
              {nameOf(pack.components, answer.component, language)}
            </a>
          </li>
        )}
      </ul>
      <p class="meta">{t.published(monthName(answer.month, language))}</p>
    </Layout>
  )
}

type AuthorProps = { frame: Frame; standing: Standing }

function AuthorFrame(props: AuthorProps & { title: string; children: unknown }) {
  const { frame, standing, title } = props
  return (
    <Layout {...frame} title={title} section="program">
      <ProgramMenu language={frame.language} standing={standing} part="answers" />
      <h1>{title}</h1>
      {props.children as never}
    </Layout>
  )
}

/** What waits for the authors, and what they published. */
export function AnswersPage(props: AuthorProps & { answers: readonly LibraryAnswer[]; notice: string | undefined }) {
  const { frame, answers } = props
  const { language } = frame
  const t = publishedMessages[language]
  const list = (state: LibraryAnswer['state']) => (
    <ul class="rows">
      {answers
        .filter((one) => one.state === state)
        .map((one) => {
          const written = one.texts[language] ? language : languages.find((other) => one.texts[other])
          return (
            <li>
              <a href={paths.program(language, 'answers', one.id)} lang={written === language ? undefined : written}>
                {(written && one.texts[written]?.question.split('\n')[0]?.slice(0, 120)) || t.edit}
              </a>
              <p class="meta">{monthName(one.month, language)}</p>
            </li>
          )
        })}
    </ul>
  )
  const has = (state: LibraryAnswer['state']) => answers.some((one) => one.state === state)
  return (
    <AuthorFrame {...props} title={t.title}>
      <Notice text={props.notice} />
      <p class="lead">{t.lead}</p>
      {answers.length === 0 && <p>{t.none}</p>}
      {has('draft') && (
        <>
          <h2>{t.drafts}</h2>
          {list('draft')}
        </>
      )}
      {has('published') && (
        <>
          <h2>{t.done}</h2>
          {list('published')}
        </>
      )}
    </AuthorFrame>
  )
}

export type TypedAnswer = { texts: Record<Language, AnswerText>; item: string; component: string }

/** Wording an answer in both languages. */
export function EditAnswerPage(
  props: AuthorProps & {
    pack: Pack
    answer: LibraryAnswer
    typed: TypedAnswer
    errors: FieldError[]
    notice: string | undefined
    /** What was typed when someone else was first. */
    lost: TypedAnswer | undefined
  },
) {
  const { frame, pack, answer, typed, errors, lost } = props
  const { language } = frame
  const t = publishedMessages[language]
  const error = (field: string) => errors.find((one) => one.field === field)?.message
  const at = (...rest: string[]) => paths.program(language, 'answers', answer.id, ...rest)
  const options = (list: readonly { id: string }[], name: (id: string) => string) =>
    list.map(({ id }) => ({ value: id, label: name(id) }))
  return (
    <AuthorFrame {...props} title={t.edit}>
      <ErrorSummary errors={errors} language={language} />
      <Notice text={props.notice} />
      {lost && (
        <div class="note amber" role="alert">
          <p>{t.conflict}</p>
          {languages.map((one) => (
            <p class="lines" lang={one}>
              {[lost.texts[one].question, lost.texts[one].answer].filter(Boolean).join('\n\n')}
            </p>
          ))}
        </div>
      )}
      <p class="lead">{t.check}</p>
      {answer.state === 'published' && (
        <p>
          <a href={paths.publishedAnswer(language, answer.id)}>{t.see}</a>
        </p>
      )}
      <form method="post" action={at()}>
        <input type="hidden" name="version" value={String(answer.version)} />
        {languages.map((one) => (
          <>
            <TextArea
              name={`question-${one}`}
              label={t.question(languageIn[language][one])}
              value={typed.texts[one].question}
              error={error(`question-${one}`)}
              language={one === language ? undefined : one}
              rows={4}
            />
            <TextArea
              name={`answer-${one}`}
              label={t.answerIn(languageIn[language][one])}
              value={typed.texts[one].answer}
              error={error(`answer-${one}`)}
              language={one === language ? undefined : one}
              rows={10}
            />
          </>
        ))}
        <SelectField
          name="item"
          label={t.item}
          value={typed.item}
          empty={t.noItem}
          options={options(pack.items, (id) => itemTitle(pack, id, language))}
        />
        <SelectField
          name="component"
          label={t.component}
          value={typed.component}
          empty={t.noItem}
          options={pack.components.map(({ id, name }) => ({ value: id, label: say(name, language).text }))}
        />
        <p class="actions">
          <button type="submit" name="act" value="publish">
            {t.publish}
          </button>
          <button type="submit" class="second" name="act" value="save">
            {t.save}
          </button>
          <a href={at('remove')}>{t.remove}</a>
        </p>
      </form>
    </AuthorFrame>
  )
}

/** Asks once more before an answer is deleted. */
export function RemoveAnswerPage(props: AuthorProps & { answer: LibraryAnswer }) {
  const { frame, answer } = props
  const { language } = frame
  const t = publishedMessages[language]
  return (
    <AuthorFrame {...props} title={t.removeTitle}>
      <p class="lead">{t.removeLead}</p>
      <form method="post" action={paths.program(language, 'answers', answer.id, 'remove')}>
        <p class="actions">
          <button type="submit">{t.remove}</button>
          <a href={paths.program(language, 'answers', answer.id)}>{t.back}</a>
        </p>
      </form>
    </AuthorFrame>
  )
}
