import type { Standing } from '../../domain/access.ts'
import { paths } from '../../paths.ts'
import { dayIn, longDate, timeOfDay } from '../../ui/dates.ts'
import { SelectField, TextField } from '../../ui/fields.tsx'
import { Choices, ErrorSummary, type FieldError, Table } from '../../ui/parts.tsx'
import { roleWords } from '../../ui/words/roles.ts'
import type { Place } from '../access/actor.ts'
import type { Frame } from '../access/room.ts'
import { CommunityFrame } from './community-frame.tsx'
import type { ProtocolFile } from './community-store.ts'
import { consentMessages } from './consent-messages.ts'
import { communityMessages } from './messages.ts'
import type { Opening, Read } from './reads-store.ts'
import {
  type Consent,
  consentsNow,
  type DataTerms,
  type DataUse,
  dataTerms,
  dataUses,
  type TermsDecision,
} from './terms.ts'

type Common = { frame: Frame; place: Place; standing: Standing; timeZone: string }

export type DecisionValues = { terms: string; decidedOn: string; body: string; reference: string }

/** The community's terms, each use of its data with yes or no, and every decision so far. */
export function ConsentPage(
  props: Common & {
    terms: DataTerms | undefined
    protocol: ProtocolFile | undefined
    consents: Consent[]
    termsHistory: TermsDecision[]
    names: Map<string, string>
    values: DecisionValues
    errors: FieldError[]
    note?: string | undefined
  },
) {
  const { frame, place, standing, consents, errors, values } = props
  const { language } = frame
  const t = consentMessages[language]
  const c = communityMessages[language]
  const address = paths.community(language, place.communityId, 'consent')
  const now = consentsNow(consents)
  return (
    <CommunityFrame frame={frame} place={place} standing={standing} part="consent" title={t.title}>
      <ErrorSummary errors={errors} language={language} />
      {props.note && (
        <p class="note" role="status">
          {props.note}
        </p>
      )}
      <p class="lead">{t.lead}</p>

      <h2>{t.usesTitle}</h2>
      <p>{t.usesLead}</p>
      <ul class="rows">
        {dataUses.map((use) => {
          const last = consents.find((one) => one.use === use)
          return (
            <li>
              <h3>{t.uses[use]}</h3>
              <p>{t.usesText[use]}</p>
              <p>
                <strong>{now[use] ? t.yes : t.no}</strong>
                {last && (
                  <span class="quiet">
                    {' '}
                    {t.since(longDate(last.decidedOn, language))}
                    {last.decidedByBody && `, ${t.by(last.decidedByBody)}`}
                    {last.reference && ` (${last.reference})`}
                  </span>
                )}
              </p>
              {now[use] ? (
                <form method="post" action={`${address}/${use}/withdraw`}>
                  <button type="submit" class="second" aria-label={t.withdrawFrom(t.uses[use])}>
                    {t.withdraw}
                  </button>
                </form>
              ) : (
                <p>
                  <a href={`${address}/${use}`} aria-label={t.sayYesTo(t.uses[use])}>
                    {t.sayYes}
                  </a>
                </p>
              )}
            </li>
          )
        })}
      </ul>
      <p class="quiet">
        {t.noModels} {t.namesText}
      </p>

      <h2>{t.termsTitle}</h2>
      <p>{props.terms ? t.termsNow(c.dataTerms[props.terms]) : t.termsNone}</p>
      <p>
        {props.protocol && (
          <>
            {t.protocolNow}{' '}
            <a href={paths.community(language, place.communityId, 'files', props.protocol.id)}>{props.protocol.name}</a>
            {' · '}
          </>
        )}
        <a href={`${paths.community(language, place.communityId, 'files')}?purpose=protocol#file`}>{t.attach}</a>
      </p>
      <form method="post" action={`${address}/terms`}>
        <Choices
          name="terms"
          legend={t.changeTerms}
          hint={t.termsHint}
          error={errors.find(({ field }) => field === 'terms')?.message}
          choices={dataTerms.map((value) => ({
            value,
            label: c.dataTerms[value],
            hint: t.termsHints[value],
            checked: value === values.terms,
          }))}
        />
        <DecisionFields frame={frame} values={values} needed={false} errors={errors} />
        <p class="actions">
          <button type="submit">{t.save}</button>
        </p>
      </form>

      <h2>{t.historyTitle}</h2>
      <History {...props} />
    </CommunityFrame>
  )
}

function History(props: Common & { consents: Consent[]; termsHistory: TermsDecision[]; names: Map<string, string> }) {
  const { frame, consents, termsHistory, names, timeZone } = props
  const { language } = frame
  const t = consentMessages[language]
  const lines = [
    ...consents.map((one) => ({ ...one, what: t.uses[one.use], decision: one.granted ? t.yes : t.takenBack })),
    ...termsHistory.map((one) => ({
      ...one,
      what: t.historyTerms,
      decision: communityMessages[language].dataTerms[one.terms],
    })),
  ].sort((a, b) => b.recordedAt.getTime() - a.recordedAt.getTime())
  if (lines.length === 0) return <p>{t.historyNone}</p>
  return (
    <Table
      caption={t.historyTitle}
      hideCaption
      head={t.historyHead}
      rows={lines.map((line) => [
        longDate(dayIn(line.recordedAt, timeZone), language),
        line.what,
        line.decision,
        longDate(line.decidedOn, language),
        line.decidedByBody ?? '',
        line.reference ?? '',
        line.recordedBy === undefined ? t.gone : (names.get(line.recordedBy) ?? ''),
      ])}
    />
  )
}

function DecisionFields(props: { frame: Frame; values: DecisionValues; needed: boolean; errors: FieldError[] }) {
  const { values, errors } = props
  const t = consentMessages[props.frame.language]
  const error = (field: string) => errors.find((one) => one.field === field)?.message
  return (
    <>
      <TextField
        name="decidedOn"
        type="date"
        label={t.decidedOn}
        hint={t.decidedOnHint}
        value={values.decidedOn}
        error={error('decidedOn')}
      />
      <TextField
        name="body"
        label={t.body}
        hint={props.needed ? t.bodyNeeded : t.bodyHint}
        value={values.body}
        error={error('body')}
        maxlength={200}
      />
      <TextField
        name="reference"
        label={t.reference}
        hint={t.referenceHint}
        value={values.reference}
        error={error('reference')}
        maxlength={200}
      />
    </>
  )
}

/** Where a yes to one use is recorded. */
export function SayYesPage(
  props: Common & { use: DataUse; values: DecisionValues; bodyNeeded: boolean; errors: FieldError[] },
) {
  const { frame, place, standing, use, values, errors } = props
  const { language } = frame
  const t = consentMessages[language]
  return (
    <CommunityFrame frame={frame} place={place} standing={standing} part="consent" title={t.decisionTitle(t.uses[use])}>
      <ErrorSummary errors={errors} language={language} />
      <p class="lead">{t.usesText[use]}</p>
      <p>{t.usesLead}</p>
      <form method="post" action={paths.community(language, place.communityId, 'consent', use)}>
        <DecisionFields frame={frame} values={values} needed={props.bodyNeeded} errors={errors} />
        <p class="actions">
          <button type="submit">{t.record}</button>
        </p>
      </form>
    </CommunityFrame>
  )
}

/** Every read by staff, a page at a time. */
export function ReadsPage(
  props: Common & {
    reads: Read[]
    more: boolean
    page: number
    personId: string | undefined
    readers: { personId: string; name: string }[]
    openings: Opening[]
    names: Map<string, string>
  },
) {
  const { frame, place, standing, reads, page, personId, names, openings } = props
  const { language } = frame
  const t = consentMessages[language]
  const address = paths.community(language, place.communityId, 'reads')
  const when = (moment: Date) =>
    `${longDate(dayIn(moment, props.timeZone), language)}, ${timeOfDay(moment, language, props.timeZone)}`
  const who = (id: string | undefined) => (id === undefined ? t.gone : (names.get(id) ?? t.gone))
  const link = (to: number) => `${address}?page=${to}${personId ? `&person=${personId}` : ''}`
  return (
    <CommunityFrame frame={frame} place={place} standing={standing} part="reads" title={t.readsTitle}>
      <p class="lead">{t.readsLead}</p>
      {props.readers.length > 0 && (
        <form method="get" action={address}>
          <SelectField
            name="person"
            label={t.filterLabel}
            value={personId}
            empty={t.filterAll}
            options={props.readers.map((reader) => ({ value: reader.personId, label: reader.name }))}
          />
          <p>
            <button type="submit" class="second">
              {t.filter}
            </button>
          </p>
        </form>
      )}
      {reads.length === 0 ? (
        <p>{personId ? t.readsNoneOf : t.readsNone}</p>
      ) : (
        <Table
          caption={t.readsTitle}
          hideCaption
          head={t.readsHead}
          rows={reads.map((read) => [
            when(read.at),
            t.acts[read.act] ?? read.act,
            who(read.personId),
            roleWords[language][read.role],
          ])}
        />
      )}
      {(page > 1 || props.more) && (
        <nav class="actions" aria-label={t.pages}>
          {page > 1 && <a href={link(page - 1)}>{t.newer}</a>}
          <span>{t.pageNow(page)}</span>
          {props.more && <a href={link(page + 1)}>{t.older}</a>}
        </nav>
      )}
      <h2>{t.openingsTitle}</h2>
      <p>{t.openingsText}</p>
      {openings.length === 0 ? (
        <p>{t.openingsNone}</p>
      ) : (
        <Table
          caption={t.openingsTitle}
          hideCaption
          head={t.openingsHead}
          rows={openings.map((opening) => [
            when(opening.openedAt),
            when(opening.expiresAt),
            opening.name,
            opening.reason,
          ])}
        />
      )}
    </CommunityFrame>
  )
}
