import type { Pack } from '../../content/schema.ts'
import { may, type Standing } from '../../domain/access.ts'
import { type Lock, mayRemind } from '../../domain/participation.ts'
import { paths } from '../../paths.ts'
import type { Frame } from '../../people/index.ts'
import { dayIn, longDate } from '../../ui/dates.ts'
import { TextArea } from '../../ui/fields.tsx'
import { ErrorSummary, type FieldError, Say } from '../../ui/parts.tsx'
import { JourneyFrame } from '../record/index.ts'
import { diagnosticMessages } from './messages.ts'
import type { Respondent } from './respondent-store.ts'

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
        {diagnosticMessages[frame.language].backToDiagnostic}
      </a>
    </p>
  )
}

export type RespondentPageProps = Common & {
  pack: Pack
  respondent: Respondent
  name: string
  /** Ids of what they are given. */
  given: readonly string[]
  /** Mail can reach them. */
  reachable: boolean
  now: Date
  done?: 'saved' | 'reminded'
}

/** One respondent, for the lead: which parts they are given, a reminder, removal. Never an answer. */
export function RespondentPage(props: RespondentPageProps) {
  const { frame, place, standing, pack, respondent, given, now } = props
  const { language } = frame
  const t = diagnosticMessages[language]
  const errors = props.errors ?? []
  const partsError = errors.find(({ field }) => field === 'components')?.message
  const address = (...rest: string[]) =>
    paths.journey(language, place.journey.id, 'diagnostic', 'respondents', respondent.id, ...rest)
  return (
    <JourneyFrame
      frame={frame}
      place={place}
      standing={standing}
      part="diagnostic"
      title={t.respondentTitle(props.name)}
    >
      <Back {...props} />
      <ErrorSummary errors={errors} language={language} />
      {props.done && (
        <p class="note" role="status">
          {props.done === 'saved' ? t.saved : t.reminded}
        </p>
      )}
      <section>
        <h2 id="components">{t.partsTitle}</h2>
        <p class="hint">{t.partsHint}</p>
        {partsError && <p class="field-error">{partsError}</p>}
        <form method="post" action={address()}>
          {pack.domains.map((domain) => (
            <fieldset class="parts-of-domain">
              <legend>
                <Say text={domain.name} language={language} />
              </legend>
              <div class="choices">
                {pack.components
                  .filter((component) => component.domain === domain.id)
                  .map((component) => (
                    <div class="choice">
                      <input
                        type="checkbox"
                        id={`part-${component.id}`}
                        name="components"
                        value={component.id}
                        checked={given.includes(component.id)}
                      />
                      <label for={`part-${component.id}`}>
                        <Say text={component.name} language={language} />
                      </label>
                    </div>
                  ))}
              </div>
            </fieldset>
          ))}
          <p class="actions">
            <button type="submit">{t.partsButton}</button>
          </p>
        </form>
      </section>
      <section>
        <h2>{t.remindTitle}</h2>
        {respondent.submittedAt ? (
          <p>{t.remindDone}</p>
        ) : !props.reachable ? (
          <p>{t.remindNoAddress}</p>
        ) : (
          <>
            <p>{t.remindLead}</p>
            {mayRemind(respondent.remindedAt, now) ? (
              <form method="post" action={address('remind')}>
                <button type="submit" class="second">
                  {t.remindButton}
                </button>
              </form>
            ) : (
              <p>{t.remindToday}</p>
            )}
          </>
        )}
      </section>
      <section>
        <h2>{t.removeTitle}</h2>
        <details>
          <summary>{t.removeTitle}</summary>
          <p>{t.removeLead}</p>
          <form method="post" action={address('remove')}>
            <button type="submit" class="second">
              {t.removeButton}
            </button>
          </form>
        </details>
      </section>
    </JourneyFrame>
  )
}

export type LockPageProps = Common & {
  timeZone: string
  lockedAt: Date | undefined
  overrideReason: string | undefined
  least: number
  submitted: number
  /** Who has begun or was invited, and has not handed in. */
  open: number
  lock: Lock
  /** The stage is still the diagnostic, so that a locked round may be opened again. */
  mayUnlock: boolean
  values?: { reason: string }
}

/** Locks the baseline, or opens a locked one again with a reason. */
export function LockPage(props: LockPageProps) {
  const { frame, place, standing, lock, submitted, least } = props
  const { language } = frame
  const t = diagnosticMessages[language]
  const errors = props.errors ?? []
  const mayOverride = may('diagnostic.override', standing)
  return (
    <JourneyFrame
      frame={frame}
      place={place}
      standing={standing}
      part="diagnostic"
      title={props.lockedAt ? t.unlockTitle : t.lockTitle}
    >
      <Back {...props} />
      <ErrorSummary errors={errors} language={language} />
      {props.lockedAt ? (
        <Unlock {...props} lockedAt={props.lockedAt} />
      ) : (
        <>
          <p class="lead">{t.lockLead}</p>
          <p>{t.handedIn(submitted, submitted + props.open)}</p>
          {props.overrideReason && <p>{t.overridden(props.overrideReason)}</p>}
          {lock.ok && (
            <form method="post" action={paths.journey(language, place.journey.id, 'diagnostic', 'lock')}>
              {props.open > 0 && <p class="note">{t.lockOpen(props.open)}</p>}
              <p class="actions">
                <button type="submit">{t.lockButton}</button>
              </p>
            </form>
          )}
          {!lock.ok && lock.reason === 'nobody-answered' && <p>{t.lockNobody}</p>}
          {!lock.ok && lock.reason === 'too-few' && !mayOverride && <p>{t.lockTooFewWait(submitted, least)}</p>}
          {!lock.ok && lock.reason === 'too-few' && mayOverride && (
            <form method="post" action={paths.journey(language, place.journey.id, 'diagnostic', 'override')}>
              <p>{t.lockTooFew(submitted, least)}</p>
              <TextArea
                name="reason"
                label={t.overrideReason}
                hint={t.overrideHint}
                rows={3}
                maxlength={2000}
                value={props.values?.reason}
                error={errors.find(({ field }) => field === 'reason')?.message}
              />
              <p class="actions">
                <button type="submit">{t.overrideButton}</button>
              </p>
            </form>
          )}
        </>
      )}
    </JourneyFrame>
  )
}

function Unlock(props: LockPageProps & { lockedAt: Date }) {
  const { frame, place, standing, timeZone, lockedAt } = props
  const { language } = frame
  const t = diagnosticMessages[language]
  return (
    <>
      <p class="lead">{t.lockedSince(longDate(dayIn(lockedAt, timeZone), language))}</p>
      <p>
        <a href={paths.journey(language, place.journey.id)}>{t.lockedGoOn}</a>
      </p>
      {!props.mayUnlock && <p>{t.unlockBack}</p>}
      {props.mayUnlock && may('diagnostic.override', standing) && (
        <section>
          <h2>{t.unlockTitle}</h2>
          <p>{t.unlockLead}</p>
          <form method="post" action={paths.journey(language, place.journey.id, 'diagnostic', 'unlock')}>
            <TextArea
              name="reason"
              label={t.unlockReason}
              rows={3}
              maxlength={2000}
              value={props.values?.reason}
              error={(props.errors ?? []).find(({ field }) => field === 'reason')?.message}
            />
            <p class="actions">
              <button type="submit" class="second">
                {t.unlockButton}
              </button>
            </p>
          </form>
        </section>
      )}
    </>
  )
}
