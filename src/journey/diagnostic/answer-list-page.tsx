import type { Component, Pack } from '../../content/schema.ts'
import type { Standing } from '../../domain/access.ts'
import { paths } from '../../paths.ts'
import type { Frame } from '../../people/index.ts'
import { type AnswerState, isDone, questionMessages } from '../../self-check/questions/index.ts'
import { dayIn, longDate } from '../../ui/dates.ts'
import { Choices, ErrorSummary, type FieldError, Say } from '../../ui/parts.tsx'
import { JourneyFrame } from '../record/index.ts'
import { answerMessages } from './answer-messages.ts'
import type { Closed } from './load.ts'
import { Paper } from './overview-page.tsx'
import type { Respondent } from './respondent-store.ts'
import type { Round } from './round-store.ts'
import { actAddress, answerAddress, type Whose } from './whose.ts'

type Common = {
  frame: Frame
  place: Parameters<typeof JourneyFrame>[0]['place']
  standing: Standing
}

/** What everyone is told before they answer (Method 6.3). */
function Told({ language }: { language: Frame['language'] }) {
  return (
    <ul>
      {answerMessages[language].told.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  )
}

/** Shows before the first question: who sees what. */
export function ToldPage({ frame, place, standing }: Common) {
  const { language } = frame
  const t = answerMessages[language]
  return (
    <JourneyFrame frame={frame} place={place} standing={standing} part="diagnostic" title={t.toldTitle}>
      <Told language={language} />
      <p>
        <a href={paths.account(language, 'data')}>{t.ownPage}</a>
      </p>
      <form method="post" action={actAddress(language, place.journey.id, { kind: 'own' }, 'told')}>
        <p class="actions">
          <button type="submit">{t.toldButton}</button>
        </p>
      </form>
    </JourneyFrame>
  )
}

export type AnswerListProps = Common & {
  whose: Whose
  pack: Pack
  round: Round
  respondent: Respondent
  asked: Component[]
  states: ReadonlyMap<string, AnswerState>
  closed: Closed | undefined
  /** Of the community. */
  timeZone: string
  /** A self-check of theirs can be brought in. */
  carried: boolean
  /** Two people answer, so that they are asked whether their figures may be shown. */
  pair: boolean
  errors?: FieldError[]
  /** How many components were just filled in. */
  filled?: number
}

/** What one respondent is asked, how far they are, and how they hand in. */
export function AnswerListPage(props: AnswerListProps) {
  const { frame, place, standing, whose, pack, round, respondent, asked, states, closed, timeZone } = props
  const { language } = frame
  const t = answerMessages[language]
  const words = questionMessages[language]
  const own = whose.kind === 'own'
  const isOpen = (id: string) => !isDone(states.get(id) ?? 'blank')
  const done = asked.filter(({ id }) => !isOpen(id)).length
  const next = asked.find(({ id }) => isOpen(id)) ?? asked[0]
  const address = (...rest: string[]) => answerAddress(language, place.journey.id, whose, ...rest)
  return (
    <JourneyFrame
      frame={frame}
      place={place}
      standing={standing}
      part="diagnostic"
      title={own ? t.title : t.entryTitle(respondent.code)}
    >
      <p>
        <a href={paths.journey(language, place.journey.id, 'diagnostic', ...(own ? [] : ['enter']))}>
          {own ? t.backToDiagnostic : t.entryList}
        </a>
      </p>
      <ErrorSummary errors={props.errors ?? []} language={language} />
      {props.filled !== undefined && (
        <p class="note" role="status">
          {t.filled(props.filled)}
        </p>
      )}
      {closed && (
        <p class="note">
          {closed === 'handed-in' && respondent.submittedAt
            ? t.submitted(longDate(dayIn(respondent.submittedAt, timeZone), language))
            : t.readOnly[closed]}
        </p>
      )}
      {respondent.question && !respondent.submittedAt && (
        <section class="note amber">
          <h2>{t.asked}</h2>
          <p class="as-written">{respondent.question}</p>
        </section>
      )}
      <p class="lead">{t.progress(done, asked.length)}</p>
      {!closed && <p>{t.closes(longDate(dayIn(round.closesAt, timeZone), language))}</p>}
      {own && !closed && <p>{t.resume}</p>}
      {own && respondent.kind === 'joint' && <p>{t.joint}</p>}
      {own && respondent.kind === 'member' && <p class="quiet">{t.yourCode(respondent.code)}</p>}
      {!own && (
        <details>
          <summary>{t.toldByHand}</summary>
          <Told language={language} />
        </details>
      )}
      {!closed && next && (
        <p class="actions">
          <a class="button" href={address(next.id)}>
            {done > 0 ? t.goOn : t.begin}
          </a>
        </p>
      )}
      {pack.domains
        .map((domain) => ({ domain, components: asked.filter((component) => component.domain === domain.id) }))
        .filter(({ components }) => components.length > 0)
        .map(({ domain, components }) => (
          <section>
            <h2>
              <Say text={domain.name} language={language} />
            </h2>
            <ul class="answer-list">
              {components.map((component) => (
                <li>
                  <a href={address(component.id)}>
                    <Say text={component.name} language={language} />
                  </a>{' '}
                  <span class="quiet">{words.states[states.get(component.id) ?? 'blank']}</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      {own && !closed && <BringIn {...props} />}
      {own && props.pair && !round.lockedAt && <PairConsent {...props} />}
      <HandIn {...props} done={done} />
      <Paper language={language} form={round.form} variant={round.variant} pack={pack} />
    </JourneyFrame>
  )
}

function BringIn({ frame, place, whose, carried, errors }: AnswerListProps) {
  const { language } = frame
  const t = answerMessages[language]
  const error = errors?.find(({ field }) => field === 'file')?.message
  return (
    <section>
      <h2>{t.carriedTitle}</h2>
      {carried && (
        <form method="post" action={actAddress(language, place.journey.id, whose, 'carried')}>
          <p>{t.carried}</p>
          <p class="actions">
            <button type="submit" class="second">
              {t.carriedButton}
            </button>
          </p>
        </form>
      )}
      <details open={error !== undefined}>
        <summary>{t.importButton}</summary>
        <form
          method="post"
          enctype="multipart/form-data"
          action={actAddress(language, place.journey.id, whose, 'import')}
        >
          <div class={error ? 'field has-error' : 'field'}>
            <label class="label" for="file">
              {t.importLabel}
            </label>
            <p class="hint" id="file-hint">
              {t.importHint}
            </p>
            {error && (
              <p class="field-error" id="file-error">
                {error}
              </p>
            )}
            <input
              type="file"
              id="file"
              name="file"
              accept=".csv,.json"
              aria-describedby={error ? 'file-hint file-error' : 'file-hint'}
            />
          </div>
          <p class="actions">
            <button type="submit" class="second">
              {t.importButton}
            </button>
          </p>
        </form>
      </details>
    </section>
  )
}

function PairConsent({ frame, place, whose, respondent }: AnswerListProps) {
  const { language } = frame
  const t = answerMessages[language]
  return (
    <section>
      <h2>{t.pairTitle}</h2>
      <p>{t.pairLead}</p>
      <p>{t.pairIs(respondent.pairAgreedAt !== undefined)}</p>
      <form method="post" action={actAddress(language, place.journey.id, whose, 'pair')}>
        <p class="actions">
          <button type="submit" class="second" name="agree" value="yes">
            {t.pairYes}
          </button>
          <button type="submit" class="second" name="agree" value="no">
            {t.pairNo}
          </button>
        </p>
      </form>
    </section>
  )
}

function HandIn(props: AnswerListProps & { done: number }) {
  const { frame, place, whose, pack, respondent, asked, closed, done } = props
  const { language } = frame
  const t = answerMessages[language]
  if (closed === 'handed-in') {
    return (
      <form method="post" action={actAddress(language, place.journey.id, whose, 'reopen')}>
        <p class="actions">
          <button type="submit" class="second">
            {t.reopenButton}
          </button>
        </p>
      </form>
    )
  }
  if (closed) return null
  const left = asked.length - done
  const domains = pack.domains.filter(({ id }) => asked.some(({ domain }) => domain === id))
  return (
    <section>
      <h2 id="submit">{t.submitTitle}</h2>
      <form method="post" action={actAddress(language, place.journey.id, whose, 'submit')}>
        <Choices
          name="domains"
          several
          legend={t.domainsTitle}
          hint={t.domainsHint}
          choices={domains.map(({ id, name }) => ({
            value: id,
            label: <Say text={name} language={language} />,
            checked: respondent.ownDomains.includes(id),
          }))}
        />
        {left > 0 && <p>{t.submitBlank(left)}</p>}
        <p>{t.submitLead}</p>
        <p class="actions">
          <button type="submit">{whose.kind === 'own' ? t.submitButton : t.submitFor}</button>
        </p>
      </form>
    </section>
  )
}
