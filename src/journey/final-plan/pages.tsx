import type { Child } from 'hono/jsx'
import { componentName } from '../../content/names.ts'
import { finalPlanDocument } from '../../documents/final-plan-document.ts'
import { DocumentBlocks } from '../../documents/page.tsx'
import { may, type Standing } from '../../domain/access.ts'
import { paths } from '../../paths.ts'
import type { Frame, JourneyEnvironment } from '../../people/index.ts'
import { dayIn, longDate } from '../../ui/dates.ts'
import { TextArea, TextField } from '../../ui/fields.tsx'
import { ErrorSummary, type FieldError } from '../../ui/parts.tsx'
import { JourneyFrame } from '../record/index.ts'
import type { Dates, PlanEntry, WrittenBlock } from './entries.ts'
import { dateField } from './forms.ts'
import type { FinalPlan, NotReady } from './load.ts'
import { finalPlanRoomMessages } from './messages.ts'
import { History, SignOffSection, type SignOffTyped } from './sign-off-section.tsx'

export type PageProps = {
  frame: Frame
  place: JourneyEnvironment['Variables']['place']
  standing: Standing
  /** IANA name of the reader's time zone. */
  timeZone: string
}

/** Before there is anything to make a plan from. */
export function NotReadyPage(props: PageProps & { why: NotReady }) {
  const t = finalPlanRoomMessages[props.frame.language]
  return (
    <JourneyFrame {...props} part="final-plan" title={t.title}>
      <p>{props.why === 'no-record' ? t.notYet : t.recordOld}</p>
      <p>
        <a href={paths.journey(props.frame.language, props.place.journey.id, 'validation')}>{t.prepare}</a>
      </p>
    </JourneyFrame>
  )
}

/** Whether the plan may be changed now: nothing is before the body, and what was signed last is being revised. */
export function isPreparing(plan: FinalPlan): boolean {
  return plan.open === undefined && (plan.signed === undefined || plan.version > plan.signed.version)
}

type FinalPlanPageProps = PageProps & { plan: FinalPlan; errors: FieldError[]; typed?: SignOffTyped }

/** The final plan: what is still to prepare, the sign-off, and the plan itself as it stands or as it was put before the body. */
export function FinalPlanPage(props: FinalPlanPageProps) {
  const { frame, place, standing, plan, errors, timeZone } = props
  const { language } = frame
  const t = finalPlanRoomMessages[language]
  const preparing = isPreparing(plan)
  const data = plan.open?.plan ?? plan.data
  const prepares = may('final-plan.prepare', standing)
  return (
    <JourneyFrame frame={frame} place={place} standing={standing} part="final-plan" title={t.title} wide>
      <ErrorSummary errors={errors} language={language} />
      <p class="lead">{t.lead}</p>
      {plan.signed && (
        <p class="note">
          {t.current(plan.signed.version)}{' '}
          <a href={paths.journeyDocument(language, place.journey.id, plan.signed.id)}>{t.readPlan}</a>
        </p>
      )}
      {plan.signed && preparing && <p>{t.revising(plan.version)}</p>}
      {plan.open && <p class="note">{t.waiting}</p>}
      {preparing && prepares && <Parts {...props} />}
      <SignOffSection {...props} preparing={preparing} />
      <History plan={plan} place={place} language={language} timeZone={timeZone} />
      {!preparing && !plan.open && prepares && <Revise {...props} />}
      {data && (preparing || plan.open) && (
        <section class="plan-as-it-is">
          <p>
            {t.downloads}
            {(['pdf', 'docx', 'txt'] as const).map((format) => (
              <>
                {' '}
                <a href={paths.journey(language, place.journey.id, 'final-plan', `plan.${format}`)}>
                  {t.formats[format]}
                </a>
              </>
            ))}
          </p>
          <DocumentBlocks document={finalPlanDocument({ pack: plan.v.pack, language, data, version: plan.version })} />
        </section>
      )}
    </JourneyFrame>
  )
}

function Parts({ frame, place, plan }: FinalPlanPageProps) {
  const { language } = frame
  const t = finalPlanRoomMessages[language]
  const { id } = place.journey
  const rows = [
    { part: 'dates', label: t.parts.dates, state: plan.entries.dates ? t.done : t.todo },
    { part: 'message', label: t.parts.message, state: plan.entries.message?.value.text ? t.done : t.optional },
    { part: 'resources', label: t.parts.resources, state: plan.entries.resources?.value.text ? t.done : t.optional },
  ]
  return (
    <section>
      <h2>{t.prepare}</h2>
      <ul class="rows validation-blocks">
        {rows.map(({ part, label, state }) => (
          <li>
            <a href={paths.journey(language, id, 'final-plan', part)}>{label}</a> <span class="quiet">{state}</span>
          </li>
        ))}
        <li>
          <a href={paths.journey(language, id, 'actions')}>{t.parts.actions}</a>
        </li>
      </ul>
    </section>
  )
}

function Revise({ frame, place, errors, plan, typed }: FinalPlanPageProps) {
  const { language } = frame
  const t = finalPlanRoomMessages[language]
  return (
    <section>
      <h2>{t.reviseTitle}</h2>
      <p>{t.reviseLead}</p>
      <form method="post" action={paths.journey(language, place.journey.id, 'final-plan', 'revise')}>
        <input type="hidden" name="of" value={String(plan.signed?.version ?? 0)} />
        <TextArea
          name="revision"
          label={t.reviseReason}
          value={typed?.revision ?? ''}
          error={errors.find(({ field }) => field === 'revision')?.message}
          rows={3}
          maxlength={2000}
        />
        <p class="actions">
          <button type="submit" class="second">
            {t.revise}
          </button>
        </p>
      </form>
    </section>
  )
}

type BlockProps = PageProps & { version: number; errors: FieldError[]; conflict?: PlanEntry | undefined }

function BlockPage(
  props: BlockProps & { title: string; lead: string; part: string; saved: string[]; children: Child },
) {
  const { frame, place, standing, errors, conflict, timeZone } = props
  const { language } = frame
  const t = finalPlanRoomMessages[language]
  return (
    <JourneyFrame frame={frame} place={place} standing={standing} part="final-plan" title={props.title}>
      <p>
        <a href={paths.journey(language, place.journey.id, 'final-plan')}>{t.back}</a>
      </p>
      <ErrorSummary errors={errors} language={language} />
      {conflict && (
        <div class="note amber" role="alert">
          <h2>{t.conflictTitle}</h2>
          <p>{t.conflictText}</p>
          <p>{t.savedBy(conflict.personName ?? t.somebody, longDate(dayIn(conflict.at, timeZone), language))}</p>
          {props.saved.map((line) => (
            <p>{line}</p>
          ))}
        </div>
      )}
      <p class="lead">{props.lead}</p>
      <form method="post" action={paths.journey(language, place.journey.id, 'final-plan', props.part)}>
        <input type="hidden" name="version" value={String(props.version)} />
        {props.children}
        <p class="actions">
          <button type="submit">{t.save}</button>
        </p>
      </form>
    </JourneyFrame>
  )
}

/** The message of the community, or its resources. */
export function WrittenPage(props: BlockProps & { part: 'message' | 'resources'; value: WrittenBlock }) {
  const { part, value, errors, conflict } = props
  const t = finalPlanRoomMessages[props.frame.language]
  const [lead, label] = part === 'message' ? [t.messageLead, t.messageLabel] : [t.resourcesLead, t.resourcesLabel]
  const saved = conflict ? (conflict.value as WrittenBlock).text.split('\n') : []
  return (
    <BlockPage {...props} title={t.parts[part]} lead={lead} saved={saved}>
      <TextArea
        name="text"
        label={label}
        value={value.text}
        error={errors.find(({ field }) => field === 'text')?.message}
        rows={8}
        maxlength={6000}
      />
    </BlockPage>
  )
}

/** First day, review, and the date of each target. */
export function DatesPage(props: BlockProps & { value: Dates; plan: FinalPlan }) {
  const { value, errors, plan, conflict } = props
  const { language } = props.frame
  const t = finalPlanRoomMessages[language]
  const field = (name: string) => ({ name, error: errors.find((one) => one.field === name)?.message })
  const theirs = conflict?.value as Dates | undefined
  const saved = theirs ? [`${t.start} – ${theirs.start}`, `${t.review} – ${theirs.review}`] : []
  return (
    <BlockPage {...props} part="dates" title={t.parts.dates} lead={t.datesLead} saved={saved}>
      <TextField {...field('start')} type="date" label={t.start} value={value.start} />
      <TextField {...field('review')} type="date" label={t.review} hint={t.reviewHint} value={value.review} />
      {plan.v.plan.priorities.map(({ component }) => (
        <TextField
          {...field(dateField(component))}
          type="date"
          label={t.targetDate(componentName(plan.v.pack, component, language))}
          value={value.priorities[component] ?? ''}
        />
      ))}
    </BlockPage>
  )
}
