import { nameOf } from '../../content/names.ts'
import type { Pack } from '../../content/schema.ts'
import type { Standing } from '../../domain/access.ts'
import { type AdvisorMatch, isOpen } from '../../domain/requests.ts'
import { paths } from '../../paths.ts'
import type { Frame } from '../../people/index.ts'
import { type Language, languageNames } from '../../platform/languages.ts'
import { dayIn, longDate } from '../../ui/dates.ts'
import { Layout } from '../../ui/layout.tsx'
import { Choices, ErrorSummary, type FieldError, Table } from '../../ui/parts.tsx'
import { ProgramMenu } from '../../ui/program-menu.tsx'
import { TextField } from './fields.tsx'
import { programRequestMessages } from './program-messages.ts'
import { Talk } from './request-pages.tsx'
import type { RequestFilter, RequestMessage, ServiceRequest } from './store.ts'

type Page = { frame: Frame; standing: Standing; timeZone: string }

/** Requests that wait, or those that are decided. */
export function RequestsPage({
  frame,
  standing,
  timeZone,
  requests,
  filter,
  page,
  more,
}: Page & { requests: ServiceRequest[]; filter: RequestFilter; page: number; more: boolean }) {
  const { language } = frame
  const t = programRequestMessages[language]
  const here = paths.program(language, 'requests')
  const at = (query: Record<string, string>) => `${here}?${new URLSearchParams(query)}`
  return (
    <Layout {...frame} title={t.title} section="program" wide>
      <ProgramMenu language={language} standing={standing} part="requests" />
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <nav class="journey-nav" aria-label={t.show}>
        <ul>
          <li>
            <a href={here} aria-current={filter === 'open' ? 'page' : undefined}>
              {t.open}
            </a>
          </li>
          <li>
            <a href={at({ show: 'decided' })} aria-current={filter === 'decided' ? 'page' : undefined}>
              {t.decided}
            </a>
          </li>
        </ul>
      </nav>
      {requests.length === 0 ? (
        <p>{filter === 'open' ? t.none : t.noneDecided}</p>
      ) : (
        <Table
          caption={t.caption}
          hideCaption
          head={[t.community, t.contact, t.language, t.received, t.state]}
          rows={requests.map((one) => [
            <>
              <a href={paths.program(language, 'requests', one.id)}>{one.communityName}</a>
              {one.handedOver && <span class="quiet"> ({t.handOver})</span>}
            </>,
            one.contactName,
            languageNames[one.language],
            longDate(dayIn(one.receivedAt, timeZone), language),
            t.states[one.state],
          ])}
        />
      )}
      <ul class="downloads">
        {page > 1 && (
          <li>
            <a href={at({ show: filter, page: String(page - 1) })}>{t.newer}</a>
          </li>
        )}
        {more && (
          <li>
            <a href={at({ show: filter, page: String(page + 1) })}>{t.more}</a>
          </li>
        )}
      </ul>
    </Layout>
  )
}

export type RequestPageProps = Page & {
  request: ServiceRequest
  talk: RequestMessage[]
  advisors: AdvisorMatch[]
  pack: Pack
  typed?: Record<string, string>
  errors?: FieldError[]
  conflict?: boolean
}

/** One request: what was asked, what was said, and the three ways to answer. */
export function OneRequestPage({
  frame,
  timeZone,
  request,
  talk,
  advisors,
  pack,
  typed = {},
  errors = [],
  conflict,
}: RequestPageProps) {
  const { language } = frame
  const t = programRequestMessages[language]
  const say = (moment: Date) => longDate(dayIn(moment, timeZone), language)
  return (
    <Layout {...frame} title={`${request.communityName} · ${t.title}`} section="program">
      <p class="crumb">
        <a href={paths.program(language, 'requests')}>{t.all}</a>
      </p>
      <h1>{request.communityName}</h1>
      {conflict && (
        <p class="note amber" role="alert">
          {t.conflict}
        </p>
      )}
      <ErrorSummary errors={errors} language={language} />
      <dl class="facts">
        <dt>{t.state}</dt>
        <dd>
          {t.states[request.state]}
          {request.handedOver && ` (${t.handOver})`}
        </dd>
        <dt>{t.received}</dt>
        <dd>{say(request.receivedAt)}</dd>
        <dt>{t.contact}</dt>
        <dd>
          {request.contactName}, {request.contactRole}
        </dd>
        <dt>{t.email}</dt>
        <dd>
          <a href={`mailto:${request.email}`}>{request.email}</a>
        </dd>
        <dt>{t.language}</dt>
        <dd>{languageNames[request.language]}</dd>
        <dt>{t.profile}</dt>
        <dd>{profileWords(request, pack, language)}</dd>
        <dt>{t.consent}</dt>
        <dd>{say(request.consentedAt)}</dd>
        <dt>{t.hopes}</dt>
        <dd class="as-written" lang={request.language === language ? undefined : request.language}>
          {request.hopes}
        </dd>
      </dl>
      <p class="quiet">{t.carried}</p>
      <Talk talk={talk} language={language} />
      {isOpen(request.state) ? (
        <Answers {...{ language, request, advisors, pack, typed, errors }} />
      ) : (
        <p class="note">
          {request.decidedAt && t.decidedOn(say(request.decidedAt))}{' '}
          {request.journeyId && <a href={paths.journey(language, request.journeyId)}>{t.openJourney}</a>}
        </p>
      )}
    </Layout>
  )
}

function profileWords({ profile }: ServiceRequest, pack: Pack, language: Language): string {
  const words = ['staffFte', 'communityType'].flatMap((id) => {
    const question = pack.profile.find((one) => one.id === id)
    const picked = [profile[id] ?? []].flat()
    return picked.map((option) => question?.options.find((one) => one.id === option)?.label[language] ?? option)
  })
  return words.length > 0 ? words.join(' · ') : '–'
}

function Answers({
  language,
  request,
  advisors,
  pack,
  typed,
  errors,
}: Required<Pick<RequestPageProps, 'request' | 'advisors' | 'pack' | 'typed' | 'errors'>> & { language: Language }) {
  const t = programRequestMessages[language]
  const error = (field: string) => errors.find((one) => one.field === field)?.message
  const to = (act: string) => paths.program(language, 'requests', request.id, act)
  const version = <input type="hidden" name="version" value={request.version} />
  const wanted = t.inWords[request.language]
  const domain = (id: string) => nameOf(pack.domains, id, language)
  return (
    <>
      <h2>{t.acceptTitle}</h2>
      <p>{request.handedOver ? t.acceptHandOver : t.acceptLead}</p>
      {advisors.length === 0 ? (
        <p class="note amber">{t.noAdvisors}</p>
      ) : (
        <form method="post" action={to('accept')}>
          {version}
          <Choices
            name="advisor"
            legend={t.advisor}
            hint={t.advisorHint}
            error={error('advisor')}
            choices={advisors.map((one) => ({
              value: one.personId,
              label: one.name,
              checked: typed.advisor === one.personId,
              hint: [
                one.speaks ? t.speaks(wanted) : t.speaksNot(wanted),
                one.disciplines.length > 0 ? t.brings(one.disciplines.map(domain).join(', ')) : t.bringsNothing,
                t.load(one.load, one.mostJourneys),
                ...(one.room === 0 ? [t.full] : []),
              ].join(' · '),
            }))}
          />
          <button type="submit">{t.accept}</button>
        </form>
      )}
      {request.state !== 'asked-back' && (
        <>
          <h2>{t.askTitle}</h2>
          <p>{t.askLead}</p>
          <form method="post" action={to('ask')}>
            {version}
            <TextField id="question" label={t.question} value={typed.question ?? ''} error={error('question')} />
            <button type="submit" class="second">
              {t.ask}
            </button>
          </form>
        </>
      )}
      <h2>{t.declineTitle}</h2>
      <p>{t.declineLead}</p>
      <form method="post" action={to('decline')}>
        {version}
        {(['en', 'fr'] as const).map((one) => (
          <TextField
            id={`text-${one}`}
            label={t.textIn[one]}
            value={typed[`text-${one}`] ?? t.kindWords[one]}
            error={error(`text-${one}`)}
            {...(one === language ? {} : { language: one })}
          />
        ))}
        <button type="submit" class="second">
          {t.decline}
        </button>
      </form>
    </>
  )
}
