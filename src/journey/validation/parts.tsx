import type { Child } from 'hono/jsx'
import type { Guide } from '../../content/schema.ts'
import type { Standing } from '../../domain/access.ts'
import { paths } from '../../paths.ts'
import type { Frame, JourneyEnvironment } from '../../people/index.ts'
import { type Language, locales } from '../../platform/languages.ts'
import { dayIn, longDate } from '../../ui/dates.ts'
import { SelectField, TextArea } from '../../ui/fields.tsx'
import { ErrorSummary, type FieldError, Say } from '../../ui/parts.tsx'
import { JourneyFrame } from '../record/index.ts'
import type { Entry } from './entries.ts'
import type { Validation } from './load.ts'
import { validationMessages } from './messages.ts'
import { saidIn } from './said.ts'
import { participantName, sayer, together } from './who.ts'

/** What every page of a block is drawn from. */
export type BlockProps = {
  frame: Frame
  place: JourneyEnvironment['Variables']['place']
  standing: Standing
  /** IANA name of the reader's time zone. */
  timeZone: string
  v: Validation
  /** Whether the reader may change it, and the stage allows it. */
  writes: boolean
  errors: FieldError[]
  /** What someone else saved since the form was drawn. */
  conflict?: Entry | undefined
}

/** Frame of a block's page: the way back, the guide's own words for it, what is wrong, what someone else saved. */
export function BlockPage(props: BlockProps & { title: string; lead: string; guideBlock?: string; children: Child }) {
  const { frame, place, standing, v, errors, conflict, timeZone } = props
  const { language } = frame
  const t = validationMessages[language]
  const block = v.guide.blocks.find(({ id }) => id === props.guideBlock)
  const name = conflict?.personName ?? t.somebody
  return (
    <JourneyFrame frame={frame} place={place} standing={standing} part="validation" title={props.title}>
      <p>
        <a href={paths.journey(language, place.journey.id, 'validation')}>{t.back}</a>
      </p>
      <ErrorSummary errors={errors} language={language} />
      {conflict && (
        <div class="note amber" role="alert">
          <h2>{t.conflictTitle}</h2>
          <p>{t.conflictText}</p>
          <p>
            <strong>{t.theirs(name, momentIn(conflict.at, timeZone, language))}</strong>
          </p>
          <Described entry={conflict} v={v} language={language} />
        </div>
      )}
      <p class="lead">{props.lead}</p>
      {block && <GuideBlock block={block} language={language} />}
      {!props.writes && place.journey.stage !== 'validation' && <p class="note">{t.closed}</p>}
      {props.children}
    </JourneyFrame>
  )
}

/** A saved version in words. */
export function Described({ entry, v, language }: { entry: Entry; v: Validation; language: Language }) {
  return (
    <ul>
      {saidIn(entry, v, language).map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  )
}

/** A block of the guide, folded away. */
export function GuideBlock({ block, language }: { block: Guide['blocks'][number]; language: Language }) {
  const t = validationMessages[language]
  return (
    <details class="guide-block">
      <summary>
        <Say text={block.title} language={language} /> · {t.guideMinutes(block.minutes)}
      </summary>
      <p>
        <Say text={block.note} language={language} />
      </p>
      <ul>
        {block.questions.map((question) => (
          <li>
            <Say text={question} language={language} />
          </li>
        ))}
      </ul>
      {block.probes.length > 0 && (
        <>
          <p>{t.probes}</p>
          <ul>
            {block.probes.map((probe) => (
              <li>
                <Say text={probe} language={language} />
              </li>
            ))}
          </ul>
        </>
      )}
    </details>
  )
}

/** Who saved the version on the page, and when. */
export function VersionLine({
  entry,
  timeZone,
  language,
}: {
  entry: Entry | undefined
  timeZone: string
  language: Language
}) {
  if (entry === undefined) return null
  const t = validationMessages[language]
  return <p class="quiet">{t.version(entry.personName ?? t.somebody, momentIn(entry.at, timeZone, language))}</p>
}

/** The form of a block: it carries the version it was drawn from. */
/** A block's form; whoever may not write sees what it holds, and cannot type in vain. */
export function BlockForm(props: { version: number; action: string; writes: boolean; children: Child }) {
  if (!props.writes)
    return (
      <fieldset class="read-only" disabled>
        {props.children}
      </fieldset>
    )
  return (
    <form method="post" action={props.action}>
      <input type="hidden" name="version" value={String(props.version)} />
      {props.children}
    </form>
  )
}

type FieldProps = { v: Validation; value: string; errors: FieldError[]; language: Language }

/** Whose view it is. */
export function WhoField({ v, value, errors, language }: FieldProps) {
  const t = validationMessages[language]
  const known = v.participants.map((one) => ({ value: one.personId, label: participantName(one, language) }))
  const left =
    value === '' || value === together || known.some((option) => option.value === value)
      ? []
      : [{ value, label: sayer(v, value, language) }]
  return (
    <SelectField
      name="by"
      label={t.who}
      hint={t.whoHint}
      error={errorOf(errors, 'by')}
      value={value === '' ? together : value}
      options={[{ value: together, label: t.together }, ...known, ...left]}
    />
  )
}

export function ReasonField({
  value,
  errors,
  language,
  name = 'reason',
  label,
}: Omit<FieldProps, 'v'> & { name?: string; label?: string }) {
  const t = validationMessages[language]
  return (
    <TextArea
      name={name}
      label={label ?? t.reason}
      hint={t.reasonHint}
      error={errorOf(errors, name)}
      value={value}
      rows={3}
      maxlength={4000}
    />
  )
}

export function errorOf(errors: readonly FieldError[], field: string): string | undefined {
  return errors.find((error) => error.field === field)?.message
}

/** A moment on the reader's clock: "15 January 2030, 10:05 a.m.". */
export function momentIn(moment: Date, timeZone: string, language: Language): string {
  const time = new Intl.DateTimeFormat(locales[language], { hour: 'numeric', minute: '2-digit', timeZone }).format(
    moment,
  )
  return `${longDate(dayIn(moment, timeZone), language)}, ${time}`
}
