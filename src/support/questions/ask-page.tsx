import type { Pack } from '../../content/schema.ts'
import { say } from '../../content/text.ts'
import type { Standing } from '../../domain/access.ts'
import { paths } from '../../paths.ts'
import { CommunityFrame, type Frame, type Place } from '../../people/index.ts'
import { languageNames, languages } from '../../platform/languages.ts'
import { SelectField, TextArea, TextField } from '../../ui/fields.tsx'
import { Layout } from '../../ui/layout.tsx'
import { ErrorSummary, type FieldError } from '../../ui/parts.tsx'
import { longest } from '../forms.ts'
import { FilesField, TickBox } from '../parts.tsx'
import type { AboutLine } from './about.ts'
import { questionMessages } from './messages.ts'
import type { About } from './store.ts'

/** A question as it is typed. */
export type TypedQuestion = { subject: string; body: string; discipline: string; language: string; private: boolean }

/** What a question is about, with links. */
export function AboutList({ lines }: { lines: readonly AboutLine[] }) {
  if (lines.length === 0) return null
  return (
    <dl class="facts">
      {lines.map(({ label, title, href }) => (
        <>
          <dt>{label}</dt>
          <dd>{href === undefined ? title : <a href={href}>{title}</a>}</dd>
        </>
      ))}
    </dl>
  )
}

/** The form of a new question. */
export function AskPage(props: {
  frame: Frame
  place: Place
  standing: Standing
  pack: Pack
  /** Of the question that this form makes: sent twice, it is one. */
  id: string
  about: About
  lines: readonly AboutLine[]
  typed: TypedQuestion
  errors: FieldError[]
}) {
  const { frame, place, standing, pack, about, typed, errors } = props
  const { language } = frame
  const t = questionMessages[language]
  const error = (field: string) => errors.find((one) => one.field === field)?.message
  const hidden = { id: props.id, item: about.item, lesson: about.lesson, component: about.component }
  return (
    <CommunityFrame frame={frame} place={place} standing={standing} part="support" title={t.askTitle}>
      <ErrorSummary errors={errors} language={language} />
      <p class="lead">{t.askLead}</p>
      <AboutList lines={props.lines} />
      <form method="post" action={paths.support(language, place.communityId, 'ask')} enctype="multipart/form-data">
        {Object.entries({ ...hidden, action: about.actionId }).map(
          ([name, value]) => value !== undefined && <input type="hidden" name={name} value={value} />,
        )}
        <TextField
          name="subject"
          label={t.subject}
          value={typed.subject}
          error={error('subject')}
          maxlength={longest.line}
        />
        <TextArea name="body" label={t.body} hint={t.bodyHint} value={typed.body} error={error('body')} rows={8} />
        <SelectField
          name="discipline"
          label={t.discipline}
          hint={t.disciplineHint}
          value={typed.discipline}
          empty={t.anyDiscipline}
          options={pack.domains.map(({ id, name }) => ({ value: id, label: say(name, language).text }))}
        />
        <SelectField
          name="language"
          label={t.language}
          value={typed.language}
          options={languages.map((one) => ({ value: one, label: languageNames[one] }))}
        />
        <FilesField language={language} error={error('files')} />
        <TickBox name="private" label={t.privateLabel} hint={t.privateHint} checked={typed.private} />
        <p class="actions">
          <button type="submit">{t.send}</button>
          <a href={paths.support(language, place.communityId)}>{t.backToSupport}</a>
        </p>
      </form>
    </CommunityFrame>
  )
}

/** For which of several communities someone asks. */
export function ChoosePage(props: {
  frame: Frame
  communities: readonly { communityId: string; name: string }[]
  /** What the question is about, as it stands in the address. */
  query: string
}) {
  const { frame, communities } = props
  const { language } = frame
  const t = questionMessages[language]
  return (
    <Layout {...frame} section="start" title={t.askTitle}>
      <h1>{communities.length === 0 ? t.askTitle : t.chooseTitle}</h1>
      {communities.length === 0 ? (
        <>
          <p class="lead">{t.noCommunity}</p>
          <p>
            <a href={paths.newCommunity(language)}>{t.setUp}</a>
          </p>
        </>
      ) : (
        <>
          <p class="lead">{t.chooseLead}</p>
          <ul class="rows">
            {communities.map(({ communityId, name }) => (
              <li>
                <a href={`${paths.support(language, communityId, 'ask')}${props.query}`}>{name}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Layout>
  )
}
