import type { Domain, Pack } from '../../content/schema.ts'
import { say } from '../../content/text.ts'
import type { Standing } from '../../domain/access.ts'
import { paths } from '../../paths.ts'
import type { Frame } from '../../people/index.ts'
import { answerWords, describeAnswer } from '../../self-check/questions/index.ts'
import { TextArea, TextField } from '../../ui/fields.tsx'
import { Choices, ErrorSummary, type FieldError, Say, Table } from '../../ui/parts.tsx'
import { JourneyFrame } from '../record/index.ts'
import { answerMessages } from './answer-messages.ts'
import { EvidenceName } from './evidence-page.tsx'
import type { Entry } from './forms.ts'
import { diagnosticMessages } from './messages.ts'
import type { Response } from './results-store.ts'

type Common = {
  frame: Frame
  place: Parameters<typeof JourneyFrame>[0]['place']
  standing: Standing
  errors?: FieldError[]
}

function Back({ frame, place }: Common) {
  return (
    <p>
      <a href={paths.journey(frame.language, place.journey.id, 'diagnostic')}>
        {answerMessages[frame.language].backToDiagnostic}
      </a>
    </p>
  )
}

export type ResponsesPageProps = Common & {
  pack: Pack
  /** The domain that shows: one a page. */
  domain: Domain
  responses: Response[]
  /** Parts can still be returned. */
  open: boolean
  returned: boolean
  /** What was typed for a respondent, by id. */
  values?: { respondentId: string; question: string }
}

/** What each respondent said, for the advisor: by code and role, one domain a page. */
export function ResponsesPage(props: ResponsesPageProps) {
  const { frame, place, standing, pack, domain, responses } = props
  const { language } = frame
  const t = answerMessages[language]
  const address = (id: string) =>
    `${paths.journey(language, place.journey.id, 'diagnostic', 'responses')}?domain=${encodeURIComponent(id)}`
  const heard = responses.filter(({ answers }) => answers.length > 0)
  return (
    <JourneyFrame frame={frame} place={place} standing={standing} part="diagnostic" title={t.responsesTitle}>
      <Back {...props} />
      <ErrorSummary errors={props.errors ?? []} language={language} />
      {props.returned && (
        <p class="note" role="status">
          {t.returned}
        </p>
      )}
      <p class="lead">{t.responsesLead}</p>
      {heard.length === 0 ? (
        <p>{t.responsesEmpty}</p>
      ) : (
        <>
          <nav aria-label={t.domains}>
            <ul class="inline-list">
              {pack.domains.map(({ id, name }) => (
                <li>
                  <a href={address(id)} aria-current={id === domain.id ? 'page' : undefined}>
                    <Say text={name} language={language} />
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <h2>
            <Say text={domain.name} language={language} />
          </h2>
          {pack.components
            .filter((component) => component.domain === domain.id)
            .map((component) => (
              <ComponentResponses {...props} id={component.id} name={say(component.name, language).text} />
            ))}
        </>
      )}
      <Returning {...props} />
    </JourneyFrame>
  )
}

function ComponentResponses(props: ResponsesPageProps & { id: string; name: string }) {
  const { frame, place, pack, responses, id, name } = props
  const { language } = frame
  const t = answerMessages[language]
  const d = diagnosticMessages[language]
  const words = answerWords(pack, language)
  const rows = responses.flatMap((response) =>
    response.answers.filter(({ component }) => component === id).map((answer) => ({ response, answer })),
  )
  if (rows.length === 0) return null
  return (
    <>
      <h3>{name}</h3>
      <Table
        caption={name}
        hideCaption
        head={[t.respondent, d.role, t.answerIs, t.note, t.evidence]}
        rows={rows.map(({ response, answer }) => [
          response.code,
          [response.role, d.kinds[response.kind]].filter(Boolean).join(', ') || '–',
          <>
            {describeAnswer(answer.answer, words).map(([label, value]) => (
              <span class="line">
                {label}
                {words.colon}
                {value}
              </span>
            ))}
            {answer.entered !== 'self' && <span class="line quiet">{t.byHand[answer.entered]}</span>}
            {answer.changed && <span class="line quiet">{t.changed}</span>}
            {!response.submittedAt && <span class="line quiet">{t.notHandedIn}</span>}
          </>,
          <span class="as-written">{answer.note ?? ''}</span>,
          answer.evidence.map((one) => (
            <span class="line">
              <EvidenceName
                one={one}
                href={paths.journey(language, place.journey.id, 'diagnostic', 'responses', 'files', one.id)}
              />
            </span>
          )),
        ])}
      />
    </>
  )
}

function Returning(props: ResponsesPageProps) {
  const { frame, place, responses, open, values } = props
  const { language } = frame
  const t = answerMessages[language]
  if (!open) return null
  const handedIn = responses.filter(({ submittedAt, withdrawn }) => submittedAt && !withdrawn)
  return (
    <section>
      <h2>{t.returnTitle}</h2>
      <p>{handedIn.length === 0 ? t.noneToReturn : t.returnLead}</p>
      {handedIn.map(({ respondentId, code, role }) => {
        const field = `question-${code}`
        const error = (props.errors ?? []).find((one) => one.field === field)?.message
        return (
          <details open={error !== undefined}>
            <summary>{[code, role].filter(Boolean).join(', ')}</summary>
            <form
              method="post"
              action={paths.journey(language, place.journey.id, 'diagnostic', 'responses', respondentId, 'return')}
            >
              <TextArea
                name={field}
                label={t.returnLabel(code)}
                rows={3}
                maxlength={2000}
                value={values?.respondentId === respondentId ? values.question : undefined}
                error={error}
              />
              <p class="actions">
                <button type="submit" class="second">
                  {t.returnButton(code)}
                </button>
              </p>
            </form>
          </details>
        )
      })}
    </section>
  )
}

export type EnterPageProps = Common & {
  /** Whoever has not handed in, by code; with the name where the advisor entered it. */
  people: { id: string; code: string; name: string | undefined; role: string | undefined; kind: Response['kind'] }[]
  open: boolean
  values?: Partial<Entry>
}

/** The advisor enters what people say on paper or by phone. */
export function EnterPage(props: EnterPageProps) {
  const { frame, place, standing, people, open, values } = props
  const { language } = frame
  const t = answerMessages[language]
  const d = diagnosticMessages[language]
  const errors = props.errors ?? []
  const errorOf = (name: string) => errors.find(({ field }) => field === name)?.message
  return (
    <JourneyFrame frame={frame} place={place} standing={standing} part="diagnostic" title={t.enterTitle}>
      <Back {...props} />
      <ErrorSummary errors={errors} language={language} />
      <p class="lead">{t.enterLead}</p>
      <section>
        <h2>{t.enterList}</h2>
        {people.length === 0 ? (
          <p>{t.enterNone}</p>
        ) : (
          <ul class="rows">
            {people.map(({ id, code, name, role, kind }) => (
              <li>
                <a href={paths.journey(language, place.journey.id, 'diagnostic', 'enter', id)}>
                  {t.enterOpen(name ? `${name} (${code})` : code)}
                </a>{' '}
                <span class="quiet">{[role, d.kinds[kind]].filter(Boolean).join(', ')}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
      {open && (
        <section>
          <h2>{t.enterAdd}</h2>
          <form method="post" action={paths.journey(language, place.journey.id, 'diagnostic', 'enter')}>
            <Choices
              name="kind"
              legend={t.enterHow}
              inline
              error={errorOf('kind')}
              choices={(['paper', 'phone'] as const).map((value) => ({
                value,
                label: t.enterHows[value],
                checked: values?.kind === value,
              }))}
            />
            <TextField
              name="name"
              label={t.enterName}
              hint={t.enterNameHint}
              maxlength={200}
              autocomplete="off"
              value={values?.name}
            />
            <TextField
              name="role"
              label={d.roleLabel}
              hint={d.roleHint}
              maxlength={120}
              value={values?.role}
              error={errorOf('role')}
            />
            <p class="actions">
              <button type="submit">{t.enterAdd}</button>
            </p>
          </form>
        </section>
      )}
    </JourneyFrame>
  )
}
