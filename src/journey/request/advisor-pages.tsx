import { nameOf } from '../../content/names.ts'
import type { Pack } from '../../content/schema.ts'
import type { Standing } from '../../domain/access.ts'
import { paths } from '../../paths.ts'
import type { Frame } from '../../people/index.ts'
import { languageNames, languages } from '../../platform/languages.ts'
import { Layout } from '../../ui/layout.tsx'
import { Choices, ErrorSummary, type FieldError, Say, Table } from '../../ui/parts.tsx'
import { ProgramMenu } from '../../ui/program-menu.tsx'
import type { StoredAdvisor } from './advisor-store.ts'
import { LineField } from './fields.tsx'
import { programRequestMessages } from './program-messages.ts'

/** What every advisor brings, for managers. */
export function AdvisorsPage(props: { frame: Frame; standing: Standing; advisors: StoredAdvisor[]; pack: Pack }) {
  const { frame, standing, advisors, pack } = props
  const { language } = frame
  const t = programRequestMessages[language]
  return (
    <Layout {...frame} title={t.advisorsTitle} section="program" wide>
      <ProgramMenu language={language} standing={standing} part="advisors" />
      <h1>{t.advisorsTitle}</h1>
      <p class="lead">{t.advisorsLead}</p>
      {advisors.length === 0 ? (
        <p>{t.noAdvisors}</p>
      ) : (
        <Table
          caption={t.advisorsTitle}
          hideCaption
          head={[t.name, t.languages, t.disciplines, t.loadHead]}
          rows={advisors.map((one) => [
            <a href={paths.program(language, 'advisors', one.personId)}>{one.name}</a>,
            one.languages.map((code) => languageNames[code as keyof typeof languageNames] ?? code).join(', '),
            one.disciplines.map((id) => nameOf(pack.domains, id, language)).join(', ') || t.bringsNothing,
            t.load(one.load, one.mostJourneys),
          ])}
        />
      )}
    </Layout>
  )
}

export type TypedAdvisor = { languages: string[]; disciplines: string[]; most: string }

/** What one advisor brings, for managers. */
export function AdvisorPage(props: {
  frame: Frame
  standing: Standing
  advisor: StoredAdvisor
  pack: Pack
  typed?: TypedAdvisor
  errors?: FieldError[]
  saved?: boolean
  /** What had been chosen when someone else was first. */
  lost?: string
}) {
  const { frame, standing, advisor, pack, typed, errors = [], saved, lost } = props
  const { language } = frame
  const t = programRequestMessages[language]
  const title = t.profileOf(advisor.name)
  const error = (field: string) => errors.find((one) => one.field === field)?.message
  const chosen = typed ?? { ...advisor, most: String(advisor.mostJourneys) }
  return (
    <Layout {...frame} title={title} section="program">
      <ProgramMenu language={language} standing={standing} part="advisors" />
      <p class="crumb">
        <a href={paths.program(language, 'advisors')}>{t.advisorsTitle}</a>
      </p>
      <h1>{title}</h1>
      {saved && (
        <p class="note" role="status">
          {t.saved}
        </p>
      )}
      {lost !== undefined && (
        <div class="note amber" role="alert">
          <p>
            {t.profileConflict} {lost}
          </p>
        </div>
      )}
      <ErrorSummary errors={errors} language={language} />
      <p class="lead">{t.profileLead}</p>
      <form method="post" action={paths.program(language, 'advisors', advisor.personId)}>
        <input type="hidden" name="version" value={advisor.version} />
        <Choices
          name="languages"
          legend={t.languages}
          error={error('languages')}
          several
          inline
          choices={languages.map((one) => ({
            value: one,
            label: <span lang={one}>{languageNames[one]}</span>,
            checked: chosen.languages.includes(one),
          }))}
        />
        <Choices
          name="disciplines"
          legend={t.disciplines}
          several
          choices={pack.domains.map((domain) => ({
            value: domain.id,
            label: <Say text={domain.name} language={language} />,
            checked: chosen.disciplines.includes(domain.id),
          }))}
        />
        <LineField id="most" label={t.most} hint={t.mostHint} value={chosen.most} error={error('most')} />
        <button type="submit">{t.save}</button>
      </form>
    </Layout>
  )
}
