import { agreementBlocks } from '../../documents/agreement-document.ts'
import { DocumentBlocks } from '../../documents/page.tsx'
import { may } from '../../domain/access.ts'
import { paths } from '../../paths.ts'
import { approvalBodies, dataTerms } from '../../people/index.ts'
import { type Language, languageNames, languages } from '../../platform/languages.ts'
import { dayIn, longDate } from '../../ui/dates.ts'
import { Choices, ErrorSummary, type FieldError } from '../../ui/parts.tsx'
import { JourneyFrame, type JourneyFrameProps } from '../record/index.ts'
import { agreementMessages } from './agreement-messages.ts'
import type { Intake } from './agreement-store.ts'

export type TypedIntake = { language: string; terms: string; approval: string }

type AgreementPageProps = Pick<JourneyFrameProps, 'frame' | 'place' | 'standing'> & {
  intake: Intake
  timeZone: string
  typed?: TypedIntake
  errors?: FieldError[]
  saved?: boolean
  /** What had been chosen when someone else was first. */
  lost?: TypedIntake
}

/** Whether everything is recorded that the agreement names. */
export function isComplete({ leads, community, protocol }: Intake): boolean {
  const { dataTerms: terms, approvalBody } = community
  return (
    leads.length > 0 &&
    terms !== undefined &&
    approvalBody !== undefined &&
    (terms !== 'own-protocol' || protocol !== undefined)
  )
}

/** How the community works, the agreement itself, and the way to each further use. */
export function AgreementPage(props: AgreementPageProps) {
  const { intake, timeZone, errors = [], saved, lost, ...page } = props
  const { language } = page.frame
  const t = agreementMessages[language]
  const { agreement, journey } = intake
  return (
    <JourneyFrame {...page} part="request" title={t.title}>
      {saved && (
        <p class="note" role="status">
          {t.saved}
        </p>
      )}
      {lost && (
        <div class="note amber" role="alert">
          <p>{t.conflict}</p>
          <p>
            {[
              languageNames[lost.language as Language] ?? '',
              t.terms[lost.terms]?.[0] ?? '',
              t.bodies[lost.approval] ?? '',
            ]
              .filter((one) => one !== '')
              .join(' · ')}
          </p>
        </div>
      )}
      <ErrorSummary errors={errors} language={language} />
      <p class="lead">{t.lead}</p>
      {agreement && (
        <div class="note">
          <p>
            {t.accepted(longDate(dayIn(agreement.acceptedAt, timeZone), language), agreement.acceptedBy ?? '–')}{' '}
            <a href={paths.journeyDocument(language, journey.id, agreement.documentId)}>{t.readAgreement}</a>
          </p>
        </div>
      )}
      <IntakePart {...props} />
      <AcceptPart {...props} />
      {may('community.consent', props.standing) && (
        <>
          <h2>{t.consentTitle}</h2>
          <p>{t.consentText}</p>
          <p>
            <a href={paths.community(language, page.place.communityId, 'consent')}>{t.consentLink}</a>
          </p>
        </>
      )}
    </JourneyFrame>
  )
}

function IntakePart({ frame, place, standing, intake, typed, errors = [] }: AgreementPageProps) {
  const { language } = frame
  const t = agreementMessages[language]
  const { community, journey, protocol, leads } = intake
  const edits = may('agreement.accept', standing)
  const error = (field: string) => errors.find((one) => one.field === field)?.message
  const chosen = typed ?? {
    language: journey.language,
    terms: community.dataTerms ?? '',
    approval: community.approvalBody ?? '',
  }
  return (
    <section aria-labelledby="intake">
      <h2 id="intake">{t.intakeTitle}</h2>
      <dl class="facts">
        <dt>{t.leadRole}</dt>
        <dd>
          {leads.length > 0 ? (
            leads.join(', ')
          ) : (
            <a href={paths.community(language, place.communityId, 'members')}>{t.nameLead}</a>
          )}
        </dd>
        {!edits && (
          <>
            <dt>{t.language}</dt>
            <dd>{languageNames[journey.language]}</dd>
            <dt>{t.dataTerms}</dt>
            <dd>{t.terms[community.dataTerms ?? '']?.[0] ?? t.notRecorded}</dd>
            <dt>{t.approval}</dt>
            <dd>{t.bodies[community.approvalBody ?? ''] ?? t.notRecorded}</dd>
          </>
        )}
      </dl>
      {edits && (
        <form method="post" action={paths.journey(language, journey.id, 'request')}>
          <input type="hidden" name="version" value={community.version} />
          <Choices
            name="language"
            legend={t.language}
            hint={t.languageHint}
            error={error('language')}
            inline
            choices={languages.map((one) => ({
              value: one,
              label: <span lang={one}>{languageNames[one]}</span>,
              checked: chosen.language === one,
            }))}
          />
          <Choices
            name="terms"
            legend={t.dataTerms}
            hint={t.dataTermsHint}
            error={error('terms')}
            choices={dataTerms.map((one) => ({
              value: one,
              label: t.terms[one]?.[0] ?? one,
              hint: t.terms[one]?.[1] ?? '',
              checked: chosen.terms === one,
            }))}
            after={
              <p>
                {protocol ? t.protocol(protocol.name) : t.noProtocol}{' '}
                <a href={paths.community(language, place.communityId, 'files')}>{t.attach}</a>
              </p>
            }
          />
          <Choices
            name="approval"
            legend={t.approval}
            error={error('approval')}
            choices={approvalBodies.map((one) => ({
              value: one,
              label: t.bodies[one] ?? one,
              checked: chosen.approval === one,
            }))}
          />
          <button type="submit">{t.save}</button>
        </form>
      )}
    </section>
  )
}

function AcceptPart({ frame, standing, intake, errors = [] }: AgreementPageProps) {
  const { language } = frame
  const t = agreementMessages[language]
  const { journey } = intake
  const values = agreementValues(intake)
  const error = errors.find((one) => one.field === 'accept')?.message
  return (
    <section aria-labelledby="agreement">
      <h2 id="agreement">{t.agreementTitle}</h2>
      {values === undefined ? (
        <p>{t.agreementLater}</p>
      ) : (
        <>
          {intake.agreement && <p>{t.again}</p>}
          <details open={intake.agreement === undefined}>
            <summary>{t.read}</summary>
            <div class="document inside">
              <DocumentBlocks
                document={{
                  kind: 'agreement',
                  language,
                  title: t.agreementTitle,
                  overline: '',
                  date: '',
                  facts: [],
                  blocks: deeper(agreementBlocks(values, language)),
                }}
              />
            </div>
          </details>
          {may('agreement.accept', standing) ? (
            <form method="post" action={paths.journey(language, journey.id, 'request', 'accept')}>
              <input type="hidden" name="version" value={intake.community.version} />
              <div class={error ? 'field has-error' : 'field'}>
                {error && (
                  <p class="field-error" id="accept-error">
                    {error}
                  </p>
                )}
                <div class="choice">
                  <input
                    type="checkbox"
                    id="accept"
                    name="accept"
                    value="yes"
                    aria-describedby={error ? 'accept-error' : undefined}
                  />
                  <label for="accept">{t.acceptBox}</label>
                </div>
              </div>
              <button type="submit">{t.accept}</button>
            </form>
          ) : (
            <p class="quiet">{t.onlyLead}</p>
          )}
        </>
      )}
    </section>
  )
}

/** Inside a page's own section every heading stands one level lower. */
function deeper(blocks: ReturnType<typeof agreementBlocks>): ReturnType<typeof agreementBlocks> {
  return blocks.map((block) => (block.kind === 'heading' ? { ...block, level: block.level === 1 ? 2 : 3 } : block))
}

/** What the agreement says of this community today; nothing while a part is missing. */
export function agreementValues(intake: Intake) {
  const { community, journey, protocol } = intake
  if (!isComplete(intake) || !community.dataTerms || !community.approvalBody) return undefined
  return {
    community: community.ownName ?? community.name,
    leads: intake.leads,
    stewards: intake.stewards,
    advisors: intake.advisors,
    alone: journey.alone,
    journeyLanguage: journey.language,
    dataTerms: community.dataTerms,
    approvalBody: community.approvalBody,
    ...(protocol && community.dataTerms === 'own-protocol' ? { protocolName: protocol.name } : {}),
  }
}
