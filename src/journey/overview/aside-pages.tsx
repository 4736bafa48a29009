import type { Child } from 'hono/jsx'
import { stagesBack } from '../../domain/stages.ts'
import { type JourneyPart, paths } from '../../paths.ts'
import type { Frame, Place } from '../../people/index.ts'
import { Layout } from '../../ui/layout.tsx'
import { Choices, ErrorSummary, type FieldError } from '../../ui/parts.tsx'
import { type Journey, JourneyFrame, type JourneyFrameProps, journeyMessages } from '../record/index.ts'
import { asideMessages } from './aside-messages.ts'

export type AsidePart = Extract<JourneyPart, 'back' | 'pause' | 'resume' | 'withdraw' | 'reopen'>

type AsideProps = Pick<JourneyFrameProps, 'frame' | 'place' | 'standing'> & {
  part: AsidePart
  journey: Journey
  /** What was typed, when it comes back with errors. */
  typed?: Record<string, string>
  errors?: FieldError[]
}

/** The page of an act that is rare or cannot be undone: what it means, what it asks, one button. */
export function AsidePage({ part, journey, typed = {}, errors = [], ...page }: AsideProps) {
  const { language } = page.frame
  const t = asideMessages[language]
  const words = t[part]
  const error = (field: string) => errors.find((one) => one.field === field)?.message
  return (
    <JourneyFrame {...page} part={part} title={words.title}>
      <ErrorSummary errors={errors} language={language} />
      <p class="lead">{words.lead}</p>
      {part === 'withdraw' && <WhatHappens {...page} />}
      <form method="post" action={paths.journey(language, journey.id, part)} class="narrow">
        <input type="hidden" name="version" value={typed.version ?? journey.version} />
        {part === 'back' && (
          <Choices
            name="to"
            legend={t.back.to}
            error={error('to')}
            choices={stagesBack(journey).map((stage) => ({
              value: stage,
              label: journeyMessages[language].stages[stage],
              checked: typed.to === stage,
            }))}
          />
        )}
        {(part === 'back' || part === 'pause') && (
          <Field id="reason" label={t[part].reason} hint={t[part].reasonHint} error={error('reason')}>
            <textarea id="reason" name="reason" maxlength={600} {...described('reason', true, error('reason'))}>
              {typed.reason}
            </textarea>
          </Field>
        )}
        {part === 'pause' && (
          <Field id="expected" label={t.pause.expected} hint={t.pause.expectedHint} error={error('expected')}>
            <input
              type="text"
              id="expected"
              name="expected"
              inputmode="numeric"
              value={typed.expected}
              {...described('expected', true, error('expected'))}
            />
          </Field>
        )}
        {part === 'withdraw' && (
          <>
            <Field id="reason" label={t.withdraw.reason}>
              <textarea id="reason" name="reason" maxlength={600}>
                {typed.reason}
              </textarea>
            </Field>
            <Field id="confirm" label={t.withdraw.confirm(page.place.communityName)} error={error('confirm')}>
              <input
                type="text"
                id="confirm"
                name="confirm"
                autocomplete="off"
                value={typed.confirm}
                {...described('confirm', false, error('confirm'))}
              />
            </Field>
          </>
        )}
        <p class="actions">
          <button type="submit">{words.button}</button>
          <a href={paths.journey(language, journey.id)}>{t.backToOverview}</a>
        </p>
      </form>
    </JourneyFrame>
  )
}

function WhatHappens({ frame, place }: Pick<AsideProps, 'frame' | 'place'>) {
  const t = asideMessages[frame.language].withdraw
  return (
    <>
      <h2>{t.happens}</h2>
      <ul>
        {t.items.map((item) => (
          <li>{item}</li>
        ))}
      </ul>
      <p>
        <a href={paths.community(frame.language, place.communityId, 'export')}>{t.takeFirst}</a>
      </p>
    </>
  )
}

/** What a field is described by: its hint and its error. */
function described(id: string, hint: boolean, error: string | undefined) {
  const ids = [...(hint ? [`${id}-hint`] : []), ...(error === undefined ? [] : [`${id}-error`])]
  return ids.length === 0 ? {} : { 'aria-describedby': ids.join(' ') }
}

function Field(props: { id: string; label: string; hint?: string; error?: string | undefined; children: Child }) {
  return (
    <div class={props.error === undefined ? 'field' : 'field has-error'}>
      <label class="label" for={props.id}>
        {props.label}
      </label>
      {props.hint !== undefined && (
        <p class="hint" id={`${props.id}-hint`}>
          {props.hint}
        </p>
      )}
      {props.error !== undefined && (
        <p class="field-error" id={`${props.id}-error`}>
          {props.error}
        </p>
      )}
      {props.children}
    </div>
  )
}

/** Before a community starts a journey by itself. */
export function NewJourneyPage({ frame, place, running }: { frame: Frame; place: Place; running: string | undefined }) {
  const { language } = frame
  const t = asideMessages[language].newJourney
  return (
    <Layout {...frame} title={`${t.title} · ${place.communityName}`} section="start">
      <p class="crumb">
        <a href={paths.community(language, place.communityId)}>{place.communityName}</a>
      </p>
      <h1>{t.title}</h1>
      {running !== undefined ? (
        <>
          <p class="note">{t.running}</p>
          <p>
            <a href={paths.journey(language, running)}>{t.toRunning}</a>
          </p>
        </>
      ) : (
        <>
          <p class="lead">{t.lead}</p>
          <h2>{t.steps}</h2>
          <ol>
            {t.stepItems.map((item) => (
              <li>{item}</li>
            ))}
          </ol>
          <form method="post" action={paths.newJourney(language, place.communityId)}>
            <Choices
              name="weeks"
              legend={t.weeks}
              inline
              choices={[
                { value: '6', label: t.six, checked: true },
                { value: '4', label: t.four },
              ]}
            />
            <button type="submit">{t.button}</button>
          </form>
        </>
      )}
    </Layout>
  )
}
