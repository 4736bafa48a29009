import { paths } from '../../paths.ts'
import { dayIn, longDate } from '../../ui/dates.ts'
import { ErrorSummary, type FieldError } from '../../ui/parts.tsx'
import { JourneyFrame, type JourneyFrameProps } from '../record/index.ts'
import { agreementMessages } from './agreement-messages.ts'
import type { CarriedSelfCheck } from './carried-store.ts'
import { CarriedFields, describedBy, TextField } from './fields.tsx'
import type { ServiceRequest } from './store.ts'

type Page = Pick<JourneyFrameProps, 'frame' | 'place' | 'standing'> & { timeZone: string; errors?: FieldError[] }

/** A journey that runs alone asks for an advisor, with consent. */
export function HandOverPage({
  waiting,
  typed = '',
  timeZone,
  errors = [],
  ...page
}: Page & { waiting: ServiceRequest | undefined; typed?: string }) {
  const { language } = page.frame
  const t = agreementMessages[language].handOver
  const journeyId = page.place.journey.id
  const error = (field: string) => errors.find((one) => one.field === field)?.message
  return (
    <JourneyFrame {...page} part="hand-over" title={t.title}>
      <ErrorSummary errors={errors} language={language} />
      {waiting ? (
        <p class="note">{t.waiting(longDate(dayIn(waiting.receivedAt, timeZone), language))}</p>
      ) : (
        <>
          <p class="lead">{t.lead}</p>
          <h2>{t.sees}</h2>
          <ul>
            {t.items.map((item) => (
              <li>{item}</li>
            ))}
          </ul>
          <form method="post" action={paths.journey(language, journeyId, 'hand-over')}>
            <TextField id="hopes" label={t.hopes} value={typed} error={error('hopes')} />
            <div class={error('consent') ? 'field has-error' : 'field'}>
              {error('consent') && (
                <p class="field-error" id="consent-error">
                  {error('consent')}
                </p>
              )}
              <div class="choice">
                <input
                  type="checkbox"
                  id="consent"
                  name="consent"
                  value="yes"
                  {...describedBy('consent', false, error('consent'))}
                />
                <label for="consent">{t.consent}</label>
              </div>
            </div>
            <button type="submit">{t.send}</button>
          </form>
        </>
      )}
      <p>
        <a href={paths.journey(language, journeyId)}>{t.back}</a>
      </p>
    </JourneyFrame>
  )
}

/** A member brings a self-check along: a start for their own answers, and theirs alone. */
export function CarryPage({
  carried,
  link = '',
  timeZone,
  errors = [],
  ...page
}: Page & { carried: CarriedSelfCheck | undefined; link?: string }) {
  const { language } = page.frame
  const t = agreementMessages[language].carry
  const here = (...rest: string[]) => paths.journey(language, page.place.journey.id, 'self-check', ...rest)
  return (
    <JourneyFrame {...page} part="self-check" title={t.title}>
      <ErrorSummary errors={errors} language={language} />
      <p class="lead">{t.lead}</p>
      {carried && (
        <>
          <div class="note">
            <p>
              {t.kept(longDate(dayIn(carried.consentedAt, timeZone), language))} {t.replace}
            </p>
          </div>
          <form method="post" action={here('remove')}>
            <button type="submit" class="second">
              {t.remove}
            </button>
          </form>
        </>
      )}
      <form method="post" action={here()} enctype="multipart/form-data">
        <CarriedFields language={language} link={link} consent={false} consentLabel={t.consent} errors={errors} />
        <button type="submit">{t.bring}</button>
      </form>
    </JourneyFrame>
  )
}
