import type { Pack } from '../../content/schema.ts'
import { formComponents } from '../../content/text.ts'
import { may, type Standing } from '../../domain/access.ts'
import { type RoundTimes, takesAnswers } from '../../domain/participation.ts'
import { isBefore } from '../../domain/stages.ts'
import { paths } from '../../paths.ts'
import type { Frame } from '../../people/index.ts'
import type { Language } from '../../platform/languages.ts'
import { dayIn, longDate } from '../../ui/dates.ts'
import { Choices, ErrorSummary, type FieldError, Say, Table } from '../../ui/parts.tsx'
import { JourneyFrame } from '../record/index.ts'
import { answerMessages } from './answer-messages.ts'
import type { MailInvitation, OpenValues } from './forms.ts'
import { ClosesField, InviteForms } from './invite-forms.tsx'
import { mayUnlock } from './load.ts'
import { diagnosticMessages } from './messages.ts'
import type { RespondentKind } from './respondent-store.ts'

type Place = Parameters<typeof JourneyFrame>[0]['place']

/** Where a respondent stands. */
export type VoiceState = 'invited' | 'answering' | 'handed-in' | 'returned' | 'withdrawn'

/** A line of the participation table: how far, never what. */
export type VoiceLine = {
  id: string
  /** Whose it is, or the code, as the reader may know it. */
  who: string
  role: string | undefined
  kind: RespondentKind
  done: number
  of: number
  state: VoiceState
}

/** What the page says of an open or locked round. */
export type RoundView = RoundTimes & {
  form: 'short' | 'full'
  variant: string
  least: number
  submitted: number
  overrideReason: string | undefined
  unlockReason: string | undefined
  voices: VoiceLine[]
  /** Domains that nobody calls part of their work, once someone has said so of any. */
  domainsWithoutVoice: string[]
  own: { done: number; of: number; state: VoiceState } | undefined
  /** Members who may still be invited. */
  invitable: { personId: string; name: string }[]
}

export type DiagnosticPageProps = {
  frame: Frame
  place: Place
  standing: Standing
  pack: Pack
  /** Of the community. */
  timeZone: string
  now: Date
  /** What is proposed for a round that is not open yet. */
  proposal?: OpenValues
  round?: RoundView
  errors?: FieldError[]
  invitation?: MailInvitation
  saved?: boolean
}

/** The diagnostic of a journey: opened, followed, locked. Nobody sees here what anyone answered. */
export function DiagnosticPage(props: DiagnosticPageProps) {
  const { frame, place, standing, pack, round, proposal } = props
  const { language } = frame
  const t = diagnosticMessages[language]
  const errors = props.errors ?? []
  const open = may('diagnostic.invite', standing) && proposal
  return (
    <JourneyFrame frame={frame} place={place} standing={standing} part="diagnostic" title={t.title}>
      <ErrorSummary errors={errors} language={language} />
      {props.saved && (
        <p class="note" role="status">
          {t.saved}
        </p>
      )}
      <p class="lead">{t.lead}</p>
      {!round && isBefore(place.journey.stage, 'diagnostic') && <p>{t.notYet}</p>}
      {!round && !isBefore(place.journey.stage, 'diagnostic') && !open && <p>{t.notOpen}</p>}
      {!round && open && <OpenForm {...props} proposal={proposal} errors={errors} />}
      {round && <RoundState {...props} round={round} />}
      {round && <Paper language={language} form={round.form} variant={round.variant} pack={pack} />}
    </JourneyFrame>
  )
}

function OpenForm(props: DiagnosticPageProps & { proposal: OpenValues; errors: FieldError[] }) {
  const { frame, place, pack, proposal, errors } = props
  const { language } = frame
  const t = diagnosticMessages[language]
  return (
    <section>
      <h2>{t.openTitle}</h2>
      <p>{t.openLead}</p>
      <form method="post" action={paths.journey(language, place.journey.id, 'diagnostic', 'open')}>
        <Choices
          name="form"
          legend={t.formTitle}
          hint={t.formHint}
          choices={(['short', 'full'] as const).map((form) => ({
            value: form,
            label: t.forms[form](formComponents(pack, form).length),
            checked: proposal.form === form,
          }))}
        />
        {pack.variants.length > 1 && (
          <Choices
            name="variant"
            legend={t.variantTitle}
            choices={pack.variants.map(({ id, name }) => ({
              value: id,
              label: <Say text={name} language={language} />,
              checked: proposal.variant === id,
            }))}
          />
        )}
        <ClosesField t={t} {...props} value={proposal.closes} errors={errors} />
        <p class="actions">
          <button type="submit">{t.openButton}</button>
        </p>
      </form>
      <Paper language={language} form={proposal.form} variant={proposal.variant} pack={pack} />
    </section>
  )
}

function RoundState(props: DiagnosticPageProps & { round: RoundView }) {
  const { frame, place, standing, pack, round, timeZone, now } = props
  const { language } = frame
  const t = diagnosticMessages[language]
  const address = (...rest: string[]) => paths.journey(language, place.journey.id, 'diagnostic', ...rest)
  const running = round.lockedAt === undefined && place.journey.state === 'active'
  const enough = round.submitted >= round.least || round.overrideReason !== undefined
  const day = (moment: Date) => longDate(dayIn(moment, timeZone), language)
  return (
    <>
      <section class="round-state">
        <p>
          <strong>
            {round.lockedAt
              ? t.lockedSince(day(round.lockedAt))
              : takesAnswers(round, now)
                ? t.openUntil(day(round.closesAt))
                : t.closedSince(day(round.closesAt))}
          </strong>
        </p>
        <p>{t.handedIn(round.submitted, round.voices.filter(({ state }) => state !== 'withdrawn').length)}</p>
        {!round.lockedAt && <p>{round.submitted >= round.least ? t.leastMet : t.least(round.least)}</p>}
        {round.overrideReason && <p>{t.overridden(round.overrideReason)}</p>}
        {round.unlockReason && !round.lockedAt && <p class="note">{t.unlocked(round.unlockReason)}</p>}
        {round.domainsWithoutVoice.length > 0 && (
          <>
            <p>{t.noVoice}</p>
            <ul>
              {pack.domains
                .filter(({ id }) => round.domainsWithoutVoice.includes(id))
                .map(({ name }) => (
                  <li>
                    <Say text={name} language={language} />
                  </li>
                ))}
            </ul>
          </>
        )}
      </section>
      <OwnPart {...props} round={round} />
      {may('diagnostic.lock', standing) && (round.lockedAt === undefined || mayUnlock(place)) && (
        <p class="actions">
          <a class={enough && !round.lockedAt ? 'button' : 'button second'} href={address('lock')}>
            {round.lockedAt ? t.unlockTitle : t.lockLink}
          </a>
        </p>
      )}
      <AdvisorLinks standing={standing} language={language} address={address} running={running} />
      {(may('diagnostic.invite', standing) || may('diagnostic.read-answers', standing)) && (
        <Participation {...props} round={round} running={running} />
      )}
      {running && may('diagnostic.invite', standing) && <InviteForms {...props} round={round} />}
    </>
  )
}

function OwnPart({ frame, place, standing, round, now }: DiagnosticPageProps & { round: RoundView }) {
  const t = diagnosticMessages[frame.language]
  if (!may('diagnostic.answer', standing)) return null
  const { own } = round
  const word = () => {
    if (!own) return ''
    if (own.state === 'handed-in') return t.ownSee
    if (round.lockedAt || !takesAnswers(round, now)) return t.ownLook(own.done, own.of)
    return own.done > 0 ? t.ownGoOn(own.done, own.of) : t.ownBegin
  }
  return (
    <section>
      <h2>{t.ownTitle}</h2>
      {own?.state === 'withdrawn' && <p>{answerMessages[frame.language].withdrawn}</p>}
      {own && own.state !== 'withdrawn' && (
        <p class="actions">
          <a
            class={own.state === 'handed-in' ? 'button second' : 'button'}
            href={paths.journey(frame.language, place.journey.id, 'diagnostic', 'answer')}
          >
            {word()}
          </a>
        </p>
      )}
      {!own && <p>{t.notInvited}</p>}
    </section>
  )
}

function AdvisorLinks(props: {
  standing: Standing
  language: Language
  address: (...rest: string[]) => string
  running: boolean
}) {
  const a = answerMessages[props.language]
  const links = [
    ...(may('diagnostic.read-answers', props.standing) ? [{ to: 'responses', label: a.responsesTitle }] : []),
    ...(props.running && may('diagnostic.enter-for', props.standing) ? [{ to: 'enter', label: a.enterTitle }] : []),
  ]
  if (links.length === 0) return null
  return (
    <ul>
      {links.map(({ to, label }) => (
        <li>
          <a href={props.address(to)}>{label}</a>
        </li>
      ))}
    </ul>
  )
}

function Participation(props: DiagnosticPageProps & { round: RoundView; running: boolean }) {
  const { frame, place, standing, round, running } = props
  const { language } = frame
  const t = diagnosticMessages[language]
  const runs = may('diagnostic.invite', standing)
  return (
    <section>
      <h2>{t.whoTitle}</h2>
      {round.voices.length === 0 ? (
        <p>{t.whoEmpty}</p>
      ) : (
        <>
          <p>{runs ? t.whoLead : t.whoLeadByCode}</p>
          <Table
            caption={t.whoTitle}
            hideCaption
            head={[runs ? t.person : t.code, t.role, t.done, t.state]}
            rows={round.voices.map((voice) => [
              runs && running ? (
                <a href={paths.journey(language, place.journey.id, 'diagnostic', 'respondents', voice.id)}>
                  {voice.who}
                </a>
              ) : (
                voice.who
              ),
              [voice.role, t.kinds[voice.kind]].filter(Boolean).join(', ') || '–',
              t.doneOf(voice.done, voice.of),
              t.states[voice.state],
            ])}
          />
        </>
      )}
    </section>
  )
}

/** The questionnaire on paper: without a connection it is filled in by hand, and entered later. */
export function Paper(props: { language: Language; form: 'short' | 'full'; variant: string; pack: Pack }) {
  const { language, form, variant } = props
  return (
    <p>
      <a href={paths.questionnaire(language, form, variant)}>{diagnosticMessages[language].paper}</a>
    </p>
  )
}
