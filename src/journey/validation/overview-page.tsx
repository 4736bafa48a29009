import { domainName } from '../../content/names.ts'
import { paths } from '../../paths.ts'
import { dayIn, longDate } from '../../ui/dates.ts'
import { TextArea } from '../../ui/fields.tsx'
import { ErrorSummary, type FieldError } from '../../ui/parts.tsx'
import { JourneyFrame } from '../record/index.ts'
import { Effect } from './effect.tsx'
import { validationMessages } from './messages.ts'
import { type BlockProps, errorOf, GuideBlock } from './parts.tsx'

/** What the record still waits for, in the order of the page. */
export type Missing = 'findingsDecided' | 'prioritiesRanked' | 'pathwayChosen'

type OverviewProps = Omit<BlockProps, 'conflict'> & {
  missing: Missing[]
  errors: FieldError[]
  reason?: string
  closes: boolean
}

/** The validation interview at a glance: each block with its state, what it changes in the plan, and the record. */
export function ValidationPage(props: OverviewProps) {
  const { frame, place, standing, v, errors } = props
  const { language } = frame
  const t = validationMessages[language]
  const { decided } = v
  const to = (...rest: string[]) => paths.journey(language, place.journey.id, 'validation', ...rest)
  const done = v.agenda.filter(({ id }) => decided.findings.has(id)).length
  const changed = [...decided.levels.values()].flatMap(({ value }) => Object.keys(value.components)).length
  const state = (is: boolean, optional = false) => (is ? t.states.done : optional ? t.states.optional : t.states.todo)
  const date = decided.setting?.value.date
  const domains = v.pack.domains.filter(({ id }) =>
    v.measured.components.some((one) => one.domain === id && one.asked && one.scope === 'in'),
  )
  const rows: { href: string; label: string; state: string }[] = [
    {
      href: to('setting'),
      label: t.blocks.setting,
      state: date
        ? (place.journey.stage === 'validation' ? t.booked : t.held)(longDate(date, language))
        : state(false, true),
    },
    { href: to('findings'), label: t.blocks.findings, state: t.decidedOf(done, v.agenda.length) },
    { href: to('ranking'), label: t.blocks.ranking, state: state(decided.ranking !== undefined) },
    { href: to('choice'), label: t.blocks.choice, state: state(decided.choice !== undefined) },
    { href: to('consent'), label: t.blocks.consent, state: state(decided.consent !== undefined, true) },
    { href: to('open'), label: t.blocks.open, state: state(decided.open !== undefined, true) },
  ]
  return (
    <JourneyFrame frame={frame} place={place} standing={standing} part="validation" title={t.title}>
      <ErrorSummary errors={errors} language={language} />
      <p class="lead">{t.lead}</p>
      {place.journey.alone && <p>{t.alone}</p>}
      {place.journey.stage !== 'validation' && <p class="note">{t.closed}</p>}
      <ul class="rows validation-blocks">
        {rows.map(({ href, label, state: said }) => (
          <li>
            <a href={href}>{label}</a> <span class="quiet">{said}</span>
          </li>
        ))}
      </ul>
      <h2>{t.blocks.levels}</h2>
      <p class="quiet">{t.changedLevels(changed)}</p>
      <ul class="rows">
        {domains.map(({ id }) => (
          <li>
            <a href={to('levels', id)}>{domainName(v.pack, id, language)}</a>
          </li>
        ))}
      </ul>
      <Effect v={v} language={language} />
      <RecordSection {...props} />
      <h2>{t.guide}</h2>
      {v.guide.blocks.map((block) => (
        <GuideBlock block={block} language={language} />
      ))}
    </JourneyFrame>
  )
}

function RecordSection({ frame, place, v, missing, writes, closes, errors, reason, timeZone }: OverviewProps) {
  const { language } = frame
  const t = validationMessages[language]
  const { record } = v
  return (
    <section class="validation-record">
      <h2>{t.blocks.record}</h2>
      {record && (
        <p>
          {t.published(record.version, longDate(dayIn(record.publishedAt, timeZone), language))}{' '}
          <a href={paths.journeyDocument(language, place.journey.id, record.id)}>{t.readRecord}</a>
        </p>
      )}
      {record && !record.upToDate && <p class="note">{t.changedSince}</p>}
      {missing.length > 0 && (
        <>
          <p>{t.nextStep}</p>
          <ul>
            {missing.map((one) => (
              <li>{t.missing[one]}</li>
            ))}
          </ul>
        </>
      )}
      {writes && closes && missing.length === 0 && !record?.upToDate && (
        <form method="post" action={paths.journey(language, place.journey.id, 'validation', 'record')}>
          <p>{t.recordLead}</p>
          <input type="hidden" name="after" value={String(v.decided.lastEntry)} />
          {record && (
            <TextArea
              name="reason"
              label={t.publishReason}
              value={reason ?? ''}
              error={errorOf(errors, 'reason')}
              rows={3}
              maxlength={1000}
            />
          )}
          <p class="actions">
            <button type="submit">{record ? t.publishAgain : t.publish}</button>
          </p>
        </form>
      )}
    </section>
  )
}
