import { nameOf } from '../../content/names.ts'
import type { Pack } from '../../content/schema.ts'
import { say } from '../../content/text.ts'
import { may, type Standing } from '../../domain/access.ts'
import { paths } from '../../paths.ts'
import type { DirectoryEntry, Frame } from '../../people/index.ts'
import { type Language, languageNames, languages } from '../../platform/languages.ts'
import { SelectField, TextArea, TextField } from '../../ui/fields.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Choices, ErrorSummary, type FieldError, Say } from '../../ui/parts.tsx'
import { DeskPage } from '../desk-frame.tsx'
import { Notice, TickBox } from '../parts.tsx'
import { directoryMessages, languageIn } from './messages.ts'

/** What someone says of themselves in the reader's language, else in the other one. */
function About({ entry, language }: { entry: DirectoryEntry; language: Language }) {
  const said = entry.about[language] ? language : languages.find((one) => entry.about[one])
  if (said === undefined) return null
  return (
    <p class="lines" lang={said === language ? undefined : said}>
      {entry.about[said]}
    </p>
  )
}

function facts(entry: DirectoryEntry, pack: Pack, language: Language): [string, string][] {
  const t = directoryMessages[language]
  const known = languages.filter((one) => entry.languages.includes(one))
  return (
    [
      [t.disciplines, entry.disciplines.map((id) => nameOf(pack.domains, id, language)).join(', ')],
      [t.languages, known.map((one) => languageNames[one]).join(', ')],
      [t.places, entry.places.join(', ')],
      [
        t.availability,
        [
          entry.takesQuestions ? t.takesQuestions : t.noQuestions,
          entry.takesSessions ? t.takesSessions : t.noSessions,
        ].join('; '),
      ],
    ] as [string, string][]
  ).filter(([, value]) => value !== '')
}

function Facts({ entry, pack, language }: { entry: DirectoryEntry; pack: Pack; language: Language }) {
  return (
    <dl class="facts">
      {facts(entry, pack, language).map(([label, value]) => (
        <>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </>
      ))}
    </dl>
  )
}

export type DirectoryFilter = { discipline: string; language: string; place: string }

/** Everyone who helps, as far as they fit what was chosen. */
export function DirectoryPage(props: {
  frame: Frame
  standing: Standing
  pack: Pack
  filter: DirectoryFilter
  entries: readonly DirectoryEntry[]
  /** Before anything was chosen there was nobody. */
  isEmpty: boolean
}) {
  const { frame, standing, pack, filter } = props
  const { language } = frame
  const t = directoryMessages[language]
  return (
    <Layout {...frame} title={t.title}>
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      {may('directory.edit', standing) && (
        <p>
          <a href={paths.directory(language, 'me')}>{t.yours}</a>
        </p>
      )}
      <form method="get" action={paths.directory(language)}>
        <SelectField
          name="discipline"
          label={t.discipline}
          value={filter.discipline}
          empty={t.any}
          options={pack.domains.map(({ id, name }) => ({ value: id, label: say(name, language).text }))}
        />
        <SelectField
          name="language"
          label={t.language}
          value={filter.language}
          empty={t.any}
          options={languages.map((one) => ({ value: one, label: languageNames[one] }))}
        />
        <TextField name="place" type="search" label={t.place} hint={t.placeHint} value={filter.place} maxlength={80} />
        <button type="submit" class="second">
          {t.filter}
        </button>
      </form>
      {props.entries.length === 0 && <p>{props.isEmpty ? t.empty : t.none}</p>}
      <ul class="rows">
        {props.entries.map((entry) => (
          <li>
            <h2>
              <a href={paths.directory(language, entry.personId)}>{entry.name}</a>
            </h2>
            <p class="meta">{entry.roles.map((role) => t.roles[role]).join(', ')}</p>
            <Facts entry={entry} pack={pack} language={language} />
          </li>
        ))}
      </ul>
    </Layout>
  )
}

/** One person of the directory. */
export function EntryPage(props: { frame: Frame; pack: Pack; entry: DirectoryEntry }) {
  const { frame, pack, entry } = props
  const { language } = frame
  const t = directoryMessages[language]
  return (
    <Layout {...frame} title={entry.name}>
      <p class="crumb">
        <a href={paths.directory(language)}>{t.title}</a>
      </p>
      <h1>{entry.name}</h1>
      <p class="meta">{entry.roles.map((role) => t.roles[role]).join(', ')}</p>
      {entry.version === 0 && <p>{t.nothingYet}</p>}
      <About entry={entry} language={language} />
      <Facts entry={entry} pack={pack} language={language} />
      <p>{t.askLead}</p>
      <p>
        <a href={paths.ownSupport(language, 'ask')}>{t.ask}</a>
      </p>
    </Layout>
  )
}

export type TypedEntry = {
  languages: string[]
  disciplines: string[]
  places: string
  about: Record<Language, string>
  takesQuestions: boolean
  takesSessions: boolean
  mostQuestions: string
  most: string
}

/** Changing one's own entry. */
export function EditEntryPage(props: {
  frame: Frame
  standing: Standing
  pack: Pack
  entry: DirectoryEntry
  typed: TypedEntry
  errors: FieldError[]
  saved: boolean
  /** What was typed when someone else was first. */
  lost: string | undefined
}) {
  const { frame, standing, pack, entry, typed, errors } = props
  const { language } = frame
  const t = directoryMessages[language]
  const error = (field: string) => errors.find((one) => one.field === field)?.message
  return (
    <DeskPage frame={frame} standing={standing} page="profile" title={t.editTitle}>
      <Notice text={props.saved ? t.saved : undefined} />
      {props.lost !== undefined && (
        <div class="note amber" role="alert">
          <p>{t.conflict}</p>
          <p class="lines">{props.lost}</p>
        </div>
      )}
      <ErrorSummary errors={errors} language={language} />
      <p class="lead">{t.editLead}</p>
      <form method="post" action={paths.directory(language, 'me')}>
        <input type="hidden" name="version" value={String(entry.version)} />
        <Choices
          name="languages"
          legend={t.languages}
          error={error('languages')}
          several
          inline
          choices={languages.map((one) => ({
            value: one,
            label: <span lang={one}>{languageNames[one]}</span>,
            checked: typed.languages.includes(one),
          }))}
        />
        <Choices
          name="disciplines"
          legend={t.disciplines}
          hint={t.disciplinesHint}
          several
          choices={pack.domains.map((domain) => ({
            value: domain.id,
            label: <Say text={domain.name} language={language} />,
            checked: typed.disciplines.includes(domain.id),
          }))}
        />
        <TextArea
          name="places"
          label={t.places}
          hint={t.placesHint}
          value={typed.places}
          error={error('places')}
          rows={3}
        />
        {languages.map((one) => (
          <TextArea
            name={`about-${one}`}
            label={t.about(languageIn[language][one])}
            hint={t.aboutHint}
            value={typed.about[one]}
            error={error(`about-${one}`)}
            language={one === language ? undefined : one}
          />
        ))}
        <TickBox name="questions" label={t.questionsLabel} checked={typed.takesQuestions} />
        <TextField
          name="mostQuestions"
          label={t.mostQuestions}
          hint={t.mostQuestionsHint}
          inputmode="numeric"
          value={typed.mostQuestions}
          error={error('mostQuestions')}
        />
        <TickBox name="sessions" label={t.sessionsLabel} hint={t.sessionsHint} checked={typed.takesSessions} />
        {entry.roles.includes('advisor') && (
          <TextField name="most" label={t.most} inputmode="numeric" value={typed.most} error={error('most')} />
        )}
        <p class="actions">
          <button type="submit">{t.save}</button>
          <a href={paths.directory(language)}>{t.back}</a>
        </p>
      </form>
    </DeskPage>
  )
}
