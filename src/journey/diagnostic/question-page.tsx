import type { Component, Pack } from '../../content/schema.ts'
import { say } from '../../content/text.ts'
import type { Standing } from '../../domain/access.ts'
import { longestTexts } from '../../domain/answer-rows.ts'
import type { Frame } from '../../people/index.ts'
import {
  About,
  answerWords,
  BothValues,
  type ComponentAnswer,
  Definition,
  describeAnswer,
  QuestionFields,
  questionMessages,
} from '../../self-check/questions/index.ts'
import { uiMessages } from '../../ui/messages.ts'
import { ErrorSummary, type FieldError, ReviewMark } from '../../ui/parts.tsx'
import { JourneyFrame } from '../record/index.ts'
import { answerMessages } from './answer-messages.ts'
import type { Entered } from './answer-store.ts'
import type { Closed } from './load.ts'
import { answerAddress, type Whose } from './whose.ts'

export type QuestionPageProps = {
  frame: Frame
  place: Parameters<typeof JourneyFrame>[0]['place']
  standing: Standing
  whose: Whose
  pack: Pack
  variant: string
  component: Component
  /** What is asked, in order. */
  asked: Component[]
  answer: ComponentAnswer
  staysWithUs: boolean
  version: number
  entered: Entered
  evidence: number
  /** Why nothing can be saved now. `refused`: something was sent all the same and stands in the fields. */
  closed: Closed | undefined
  refused?: boolean
  errors?: FieldError[]
  /** What someone else, or another window, saved in the meantime. */
  other?: { answer: ComponentAnswer; staysWithUs: boolean }
}

/** One component a page. Nobody else's answer shows here. */
export function QuestionPage(props: QuestionPageProps) {
  const { frame, place, standing, whose, pack, component, asked, closed } = props
  const { language } = frame
  const t = answerMessages[language]
  const errors = props.errors ?? []
  const number = asked.indexOf(component) + 1
  const name = say(component.name, language).text
  const address = (...rest: string[]) => answerAddress(language, place.journey.id, whose, ...rest)
  const before = asked[number - 2]
  const after = asked[number]
  return (
    <JourneyFrame
      frame={frame}
      place={place}
      standing={standing}
      part="diagnostic"
      title={(errors.length > 0 ? t.error : '') + t.questionTitle(number, asked.length, name)}
    >
      <p>
        <a href={address()}>{t.all}</a>
      </p>
      <ErrorSummary errors={errors} language={language} />
      {closed && (
        <p class="note amber" role={props.refused ? 'alert' : undefined}>
          {props.refused ? t.closedBecause[closed] : t.readOnly[closed]}
        </p>
      )}
      {t.byHand[props.entered] && <p class="note">{t.byHand[props.entered]}</p>}
      {props.other && <Conflict {...props} other={props.other} />}
      <p class="lead">
        <Definition component={component} language={language} variants={[props.variant]} />
      </p>
      <ReviewMark review={component.review} language={language} />
      <About component={component} language={language} />
      {closed && !props.refused ? (
        <>
          <fieldset class="read-only" disabled>
            <QuestionFields
              language={language}
              pack={pack}
              component={component}
              kept={{ answer: props.answer, variant: props.variant, errors }}
            />
            <Note {...props} />
          </fieldset>
          <p class="actions">
            {before && (
              <a class="button second" href={address(before.id)}>
                {t.previous}
              </a>
            )}
            {after && (
              <a class="button second" href={address(after.id)}>
                {t.following}
              </a>
            )}
          </p>
          {props.evidence > 0 && <p class="quiet">{t.evidenceCount(props.evidence)}</p>}
        </>
      ) : (
        <form id="answer" method="post" action={address(component.id)} novalidate>
          {/* The button that Enter presses; without it a clear button would come first. */}
          {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: the Tab key passes it over, and the same button stands in sight below */}
          <button type="submit" name="go" value="next" class="visually-hidden" tabindex={-1} aria-hidden="true">
            {t.save}
          </button>
          <input type="hidden" name="version" value={String(props.version)} />
          <QuestionFields
            language={language}
            pack={pack}
            component={component}
            kept={{ answer: props.answer, variant: props.variant, errors }}
          />
          <Note {...props} />
          <p class="actions">
            {before && (
              <a class="button second" href={address(before.id)}>
                {t.previous}
              </a>
            )}
            <button type="submit" name="go" value="next">
              {t.save}
            </button>
            <button type="submit" class="plain" name="go" value="list">
              {t.toList}
            </button>
            {whose.kind === 'own' && (
              <button type="submit" class="plain" name="go" value="evidence">
                {t.toEvidence}
              </button>
            )}
          </p>
          {props.evidence > 0 && <p class="quiet">{t.evidenceCount(props.evidence)}</p>}
        </form>
      )}
    </JourneyFrame>
  )
}

function Note({ frame, whose, answer, staysWithUs, errors }: QuestionPageProps) {
  const t = answerMessages[frame.language]
  const error = errors?.find(({ field }) => field === 'note')?.message
  return (
    <>
      <div class={error ? 'field has-error' : 'field'}>
        <label class="label large" for="note">
          {t.noteLabel} <span class="optional">({uiMessages[frame.language].optional})</span>
        </label>
        <p class="hint" id="note-hint">
          {t.noteHint}
        </p>
        {error && (
          <p class="field-error" id="note-error">
            {error}
          </p>
        )}
        <textarea
          id="note"
          name="note"
          rows={3}
          maxlength={longestTexts.note}
          aria-describedby={error ? 'note-hint note-error' : 'note-hint'}
        >
          {answer.note}
        </textarea>
      </div>
      {whose.kind === 'own' && (
        <div class="field choice">
          <input
            type="checkbox"
            id="stays"
            name="stays"
            value="yes"
            checked={staysWithUs}
            aria-describedby="stays-hint"
          />
          <label for="stays">{t.stays}</label>
          <p class="hint" id="stays-hint">
            {t.staysHint}
          </p>
        </div>
      )}
    </>
  )
}

/** Both versions side by side; the person decides. */
function Conflict(props: QuestionPageProps & { other: { answer: ComponentAnswer; staysWithUs: boolean } }) {
  const { frame, place, whose, pack, component, other } = props
  const { language } = frame
  const t = answerMessages[language]
  const words = answerWords(pack, language)
  const lines = (answer: ComponentAnswer, stays: boolean) =>
    new Map([...describeAnswer(answer, words), ...(stays ? ([[t.stays, '✓']] as [string, string][]) : [])])
  const [saved, yours] = [lines(other.answer, other.staysWithUs), lines(props.answer, props.staysWithUs)]
  const blank = questionMessages[language].states.blank
  return (
    <BothValues
      language={language}
      title={t.conflictTitle}
      lead={t.conflictLead}
      values={[...new Set([...saved.keys(), ...yours.keys()])]
        .filter((label) => saved.get(label) !== yours.get(label))
        .map((label) => ({ label, saved: saved.get(label) ?? blank, yours: yours.get(label) ?? blank }))}
    >
      <p>{t.conflictBelow}</p>
      <p class="actions">
        <button type="submit" form="answer" name="go" value="next">
          {t.conflictKeepYours}
        </button>
        <a class="button second" href={answerAddress(language, place.journey.id, whose, component.id)}>
          {t.conflictKeepSaved}
        </a>
      </p>
    </BothValues>
  )
}
