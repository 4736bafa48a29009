import type { Child } from 'hono/jsx'
import type { Pack } from '../../content/schema.ts'
import { onDevice, paths } from '../../paths.ts'
import { type Language, languageNames, languages } from '../../platform/languages.ts'
import { type AssetUrl, Layout } from '../../ui/layout.tsx'
import { Choices, ErrorSummary, type FieldError, Say } from '../../ui/parts.tsx'
import { CarriedFields, describedBy, LineField, TextField } from './fields.tsx'
import { requestMessages } from './messages.ts'
import type { TypedRequest } from './request-form.ts'
import type { RequestMessage, ServiceRequest } from './store.ts'

type PublicPage = { language: Language; asset: AssetUrl }

/** The public form: no account, one page. */
export function RequestPage({
  language,
  asset,
  pack,
  typed,
  errors = [],
}: PublicPage & { pack: Pack; typed: TypedRequest; errors?: FieldError[] }) {
  const t = requestMessages[language]
  const error = (field: string) => errors.find((one) => one.field === field)?.message
  const options = (id: string) => pack.profile.find((question) => question.id === id)?.options ?? []
  return (
    <Layout language={language} path={paths.request(language)} title={t.title} asset={asset}>
      <h1>{t.title}</h1>
      <ErrorSummary errors={errors} language={language} />
      <p class="lead">{t.lead}</p>
      <p>
        {t.alone} <a href={paths.selfCheck(language, onDevice)}>{t.aloneLink}</a>.
      </p>
      <form method="post" action={paths.request(language)} enctype="multipart/form-data">
        <input type="hidden" name="key" value={typed.key} />
        <input type="hidden" name="started" value={typed.started} />
        <LineField id="community" label={t.community} value={typed.community} error={error('community')} />
        <LineField id="name" label={t.name} value={typed.name} error={error('name')} autocomplete="name" />
        <LineField
          id="role"
          label={t.role}
          value={typed.role}
          error={error('role')}
          autocomplete="organization-title"
        />
        <LineField
          id="email"
          type="email"
          label={t.email}
          hint={t.emailHint}
          value={typed.email}
          error={error('email')}
          autocomplete="email"
        />
        <Choices
          name="language"
          legend={t.language}
          error={error('language')}
          inline
          choices={languages.map((one) => ({
            value: one,
            label: <span lang={one}>{languageNames[one]}</span>,
            checked: typed.language === one,
          }))}
        />
        <div class="field">
          <label class="label" for="size">
            {t.size}
          </label>
          <select id="size" name="size">
            <option value="">{t.unknown}</option>
            {options('staffFte').map((option) => (
              <option value={option.id} selected={option.id === typed.size}>
                {option.label[language] ?? option.label.en}
              </option>
            ))}
          </select>
        </div>
        <Choices
          name="type"
          legend={t.type}
          hint={t.typeHint}
          several
          choices={options('communityType').map((option) => ({
            value: option.id,
            label: <Say text={option.label} language={language} />,
            checked: typed.types.includes(option.id),
          }))}
        />
        <TextField id="hopes" label={t.hopes} hint={t.hopesHint} value={typed.hopes} error={error('hopes')} />
        <details open={typed.carriedLink !== '' || errors.some(({ field }) => field.startsWith('carried'))}>
          <summary>{t.carriedTitle}</summary>
          <p>{t.carriedLead}</p>
          <CarriedFields
            language={language}
            link={typed.carriedLink}
            consent={typed.carriedConsent}
            errors={errors}
            consentLabel={t.carriedConsent}
          />
        </details>
        <div class="trap" aria-hidden={error('trap') ? undefined : 'true'}>
          <label for="trap">{t.trap}</label>
          <input type="text" id="trap" name="trap" tabindex={error('trap') ? undefined : -1} autocomplete="off" />
        </div>
        <Box id="consent" legend={t.consent} label={t.consentBox} checked={typed.consent} error={error('consent')} />
        <button type="submit">{t.send}</button>
      </form>
    </Layout>
  )
}

function Box(props: { id: string; legend: Child; label: Child; checked: boolean; error: string | undefined }) {
  return (
    <div class={props.error === undefined ? 'field' : 'field has-error'}>
      {props.error !== undefined && (
        <p class="field-error" id={`${props.id}-error`}>
          {props.error}
        </p>
      )}
      <div class="choice">
        <input
          type="checkbox"
          id={props.id}
          name={props.id}
          value="yes"
          checked={props.checked}
          {...describedBy(props.id, false, props.error)}
        />
        <label for={props.id}>{props.label}</label>
      </div>
    </div>
  )
}

/** How a request stands, for whoever holds its link; with the question, where one was asked back. */
export function RequestSentPage({
  language,
  asset,
  token,
  request,
  talk,
  errors = [],
  typed = '',
}: PublicPage & {
  token: string
  request: ServiceRequest
  talk: RequestMessage[]
  errors?: FieldError[]
  typed?: string
}) {
  const t = requestMessages[language]
  const here = paths.requestSent(language, token)
  return (
    <Layout language={language} path={here} title={t.states[request.state]} asset={asset} hidden>
      <h1>{t.states[request.state]}</h1>
      <ErrorSummary errors={errors} language={language} />
      <p class="lead">{t.stateTexts[request.state]}</p>
      {request.state === 'declined' && (
        <p>
          <a href={paths.selfCheck(language, onDevice)}>{t.aloneLink}</a>
        </p>
      )}
      <Talk
        talk={talk.filter((one) => request.state !== 'declined' || one.language === language || !one.fromProgram)}
        language={language}
      />
      {request.state === 'asked-back' && (
        <form method="post" action={here}>
          <input type="hidden" name="version" value={request.version} />
          <TextField id="answer" label={t.yourAnswer} value={typed} error={errors[0]?.message} />
          <button type="submit">{t.sendAnswer}</button>
        </form>
      )}
      <h2>{t.yourRequest}</h2>
      <dl class="facts">
        <dt>{t.community}</dt>
        <dd>{request.communityName}</dd>
        <dt>{t.name}</dt>
        <dd>{request.contactName}</dd>
        <dt>{t.role}</dt>
        <dd>{request.contactRole}</dd>
        <dt>{t.hopes}</dt>
        <dd class="as-written">{request.hopes}</dd>
      </dl>
      <p class="note">{t.keepLink}</p>
    </Layout>
  )
}

/** Questions and answers about a request, in order. */
export function Talk({ talk, language }: { talk: RequestMessage[]; language: Language }) {
  const t = requestMessages[language]
  if (talk.length === 0) return null
  return (
    <section aria-labelledby="talk">
      <h2 id="talk">{t.talk}</h2>
      <ul class="rows">
        {talk.map((one) => (
          <li>
            <p class="quiet">{one.fromProgram ? t.fromProgram : t.fromYou}</p>
            <p class="as-written" lang={one.language === language ? undefined : one.language}>
              {one.body}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
