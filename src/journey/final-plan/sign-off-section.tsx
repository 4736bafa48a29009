import { may, type Standing } from '../../domain/access.ts'
import { paths } from '../../paths.ts'
import type { Frame, JourneyEnvironment } from '../../people/index.ts'
import type { Language } from '../../platform/languages.ts'
import { uploadMessages } from '../../platform/uploads/messages.ts'
import { acceptedUploads } from '../../platform/uploads/upload.ts'
import { dayIn, longDate } from '../../ui/dates.ts'
import { TextArea, TextField } from '../../ui/fields.tsx'
import { Choices, type FieldError } from '../../ui/parts.tsx'
import type { Asked, Decided } from './forms.ts'
import type { FinalPlan } from './load.ts'
import { finalPlanRoomMessages } from './messages.ts'

/** What was typed and could not be used. */
export type SignOffTyped = { asked?: Asked; decided?: Decided; revision?: string }

type SectionProps = {
  frame: Frame
  place: JourneyEnvironment['Variables']['place']
  standing: Standing
  timeZone: string
  plan: FinalPlan
  preparing: boolean
  errors: FieldError[]
  typed?: SignOffTyped
}

/** Asking the approval body, or writing down what it decided. */
export function SignOffSection(props: SectionProps) {
  const { plan, preparing, standing, frame } = props
  const t = finalPlanRoomMessages[frame.language]
  if (!preparing && !plan.open) return null
  return (
    <section id="sign-off">
      <h2>{t.signOffTitle}</h2>
      {plan.open ? <Waiting {...props} open={plan.open} /> : may('final-plan.prepare', standing) && <Ask {...props} />}
    </section>
  )
}

function Ask({ frame, place, plan, errors, typed }: SectionProps) {
  const { language } = frame
  const t = finalPlanRoomMessages[language]
  const error = (field: string) => errors.find((one) => one.field === field)?.message
  const usual = t.bodies[plan.v.community.approvalBody] ?? ''
  if (plan.data === undefined) return <p>{t.errors.noDates}</p>
  return (
    <form method="post" action={paths.journey(language, place.journey.id, 'final-plan', 'ask')}>
      <p>{t.askLead}</p>
      <input type="hidden" name="seen" value={plan.seen} />
      <TextField name="body" label={t.body} value={typed?.asked?.body ?? usual} error={error('body')} maxlength={300} />
      <TextField
        name="expected"
        type="date"
        label={t.expected}
        hint={t.expectedHint}
        value={typed?.asked?.expectedOn ?? ''}
        error={error('expected')}
      />
      <div class="field choice">
        <input type="checkbox" id="pause" name="pause" value="yes" checked={typed?.asked?.pause ?? true} />
        <label for="pause">{t.pause}</label>
      </div>
      <p class="actions">
        <button type="submit">{t.ask}</button>
      </p>
    </form>
  )
}

function Waiting({
  frame,
  place,
  standing,
  plan,
  open,
  timeZone,
  errors,
  typed,
}: SectionProps & { open: NonNullable<FinalPlan['open']> }) {
  const { language } = frame
  const t = finalPlanRoomMessages[language]
  const error = (field: string) => errors.find((one) => one.field === field)?.message
  const decided = typed?.decided
  const { id } = place.journey
  return (
    <>
      <p>{t.asked(open.body, longDate(dayIn(open.askedAt, timeZone), language), open.askedBy ?? t.somebody)}</p>
      {open.expectedOn && <p>{t.expectedOn(longDate(open.expectedOn, language))}</p>}
      {open.paused && <p>{t.clockStopped}</p>}
      {may('final-plan.sign-off', standing) && (
        <form method="post" action={paths.journey(language, id, 'final-plan', 'decide')} encType="multipart/form-data">
          <input type="hidden" name="of" value={open.id} />
          <Choices
            name="decision"
            legend={t.decideTitle}
            error={error('decision')}
            choices={[
              { value: 'signed', label: t.signed, hint: t.signWarning, checked: decided?.decision === 'signed' },
              { value: 'returned', label: t.returned, checked: decided?.decision === 'returned' },
            ]}
          />
          <TextField
            name="decidedOn"
            type="date"
            label={t.decidedOn}
            value={decided?.decidedOn ?? ''}
            error={error('decidedOn')}
          />
          <TextField
            name="reference"
            label={t.references[plan.v.community.approvalBody] ?? t.references.council}
            value={decided?.reference ?? ''}
            maxlength={300}
          />
          <TextArea
            name="comments"
            label={t.comments}
            hint={t.commentsHint}
            value={decided?.comments ?? ''}
            error={error('comments')}
            rows={4}
            maxlength={6000}
          />
          <div class={error('file') ? 'field has-error' : 'field'}>
            <label class="label" for="file">
              {t.file}
            </label>
            <p class="hint" id="file-hint">
              {t.fileHint} {uploadMessages[language].hint}
            </p>
            {error('file') && (
              <p class="field-error" id="file-error">
                {error('file')}
              </p>
            )}
            <input
              type="file"
              id="file"
              name="file"
              accept={acceptedUploads}
              aria-describedby={error('file') ? 'file-hint file-error' : 'file-hint'}
            />
          </div>
          <p class="actions">
            <button type="submit">{t.record}</button>
          </p>
        </form>
      )}
      {may('final-plan.prepare', standing) && (
        <form method="post" action={paths.journey(language, id, 'final-plan', 'take-back')}>
          <input type="hidden" name="of" value={open.id} />
          <p class="hint">{t.takeBackHint}</p>
          <p class="actions">
            <button type="submit" class="second">
              {t.takeBack}
            </button>
          </p>
        </form>
      )}
    </>
  )
}

/** Every decision so far, the newest first. */
export function History({
  plan,
  place,
  language,
  timeZone,
}: {
  plan: FinalPlan
  place: SectionProps['place']
  language: Language
  timeZone: string
}) {
  const t = finalPlanRoomMessages[language]
  const decided = plan.signOffs.filter(({ decision }) => decision !== undefined)
  if (decided.length === 0) return null
  return (
    <section>
      <h2>{t.history}</h2>
      <ul class="rows">
        {decided.map((row) => {
          const day = longDate(row.decidedOn ?? dayIn(row.decidedAt ?? row.askedAt, timeZone), language)
          return (
            <li>
              <p>
                {row.decision === 'signed' && t.wasSigned(row.body, day, row.documentVersion ?? 1)}
                {row.decision === 'returned' && t.wasReturned(row.body, day)}
                {row.decision === 'taken-back' && t.wasTakenBack(day)}
              </p>
              {row.reference && <p>{t.reference(row.reference)}</p>}
              {row.comments && <p>{row.comments}</p>}
              {row.fileId && (
                <p>
                  <a href={paths.journey(language, place.journey.id, 'final-plan', 'signed-file', row.id)}>
                    {t.signedFile}
                  </a>
                </p>
              )}
              <p class="quiet">{t.recordedBy(row.recordedBy ?? t.somebody)}</p>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
