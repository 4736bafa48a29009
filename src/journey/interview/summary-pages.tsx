import { componentName } from '../../content/names.ts'
import type { Pack } from '../../content/schema.ts'
import { may } from '../../domain/access.ts'
import { paths } from '../../paths.ts'
import { dayIn, longDate } from '../../ui/dates.ts'
import { ErrorSummary, type FieldError } from '../../ui/parts.tsx'
import { JourneyFrame } from '../record/index.ts'
import type { Correction, Entry } from './entries-store.ts'
import { interviewMessages } from './messages.ts'
import { BothParts, PartField } from './needs-page.tsx'
import { Notice, type PageProps, Written, type Zones } from './parts.tsx'
import { isNeedPart, type SummaryPart, type SummaryState, summaryParts, summaryVersion } from './summary.ts'

export type SummaryPageProps = PageProps & {
  pack: Pack
  zones: Zones
  entries: ReadonlyMap<string, Entry>
  corrections: Correction[]
  state: SummaryState
  open: boolean
  missing: { part: SummaryPart; reason: 'no-need' | 'no-tag' }[]
  /** Shown once someone tried to share what is not complete. */
  showMissing?: boolean
  notice?: string
}

/** The summary as it stands, and what its reader may do with it now. */
export function SummaryPage(props: SummaryPageProps) {
  const { frame, place, standing, pack, state, entries } = props
  const { language } = frame
  const t = interviewMessages[language]
  const at = (...rest: string[]) => paths.journey(language, place.journey.id, 'interview', ...rest)
  const dayOf = (moment: Date) => longDate(dayIn(moment, props.zones.reader), language)
  const line =
    state.kind === 'shared'
      ? t.summaryShared(dayOf(state.until))
      : state.kind === 'over'
        ? t.summaryOver(dayOf(state.until))
        : state.kind === 'frozen'
          ? t.summaryFrozen(dayOf(state.at))
          : t.summaryNotYet
  const edits = props.open && may('interview.edit', standing)
  const corrects = props.open && may('interview.correct', standing)
  const errors = props.showMissing
    ? props.missing.map(({ part, reason }) => ({ field: `part-${part}`, message: t.shareMissing[reason] }))
    : []
  return (
    <JourneyFrame frame={frame} place={place} standing={standing} part="interview" title={t.summaryTitle}>
      <ErrorSummary errors={errors} language={language} />
      <Notice text={props.notice} />
      <p class="lead">{line}</p>
      {summaryParts.map((part) => {
        const entry = entries.get(part)
        if ((part === 'need-2' || part === 'need-3') && !entry?.text) return null
        return (
          <section id={`part-${part}`}>
            <h2>{t.parts[part]}</h2>
            {entry?.text ? (
              <Written text={entry.text} from={entry.language} language={language} />
            ) : (
              <p>{t.nothingWritten}</p>
            )}
            {isNeedPart(part) && entry && entry.tags.length > 0 && (
              <p class="meta">{entry.tags.map((id) => componentName(pack, id, language)).join(' · ')}</p>
            )}
          </section>
        )
      })}
      <Corrections {...props} />
      <div class="actions">
        {edits && state.kind === 'open' && !place.journey.alone && (
          <form method="post" action={at('share')}>
            <input type="hidden" name="version" value={String(summaryVersion(entries))} />
            <p class="hint" id="share-hint">
              {t.shareHint}
            </p>
            <button type="submit" aria-describedby="share-hint">
              {t.share}
            </button>
          </form>
        )}
        {corrects && (state.kind === 'shared' || (place.journey.alone && state.kind !== 'frozen')) && (
          <form method="post" action={at('confirm')}>
            <h2>{t.confirmTitle}</h2>
            <p>{t.confirmLead}</p>
            <input type="hidden" name="version" value={String(summaryVersion(entries))} />
            <button type="submit">{t.confirm}</button>
          </form>
        )}
        {state.kind === 'over' && props.open && (edits || corrects) && (
          <form method="post" action={at('freeze')}>
            <button type="submit">{t.freeze}</button>
          </form>
        )}
      </div>
      <p class="actions">
        {corrects && state.kind === 'shared' && (
          <a class="button second" href={at('correct')}>
            {t.correct}
          </a>
        )}
        {edits && state.kind === 'open' && <a href={at('needs')}>{t.needsOpen}</a>}
        <a href={at()}>{t.back}</a>
      </p>
    </JourneyFrame>
  )
}

function Corrections({ frame, corrections, zones, state }: SummaryPageProps) {
  const { language } = frame
  const t = interviewMessages[language]
  if (state.kind === 'open' && corrections.length === 0) return null
  return (
    <section>
      <h2>{t.corrections}</h2>
      {corrections.length === 0 && <p>{t.noCorrections}</p>}
      <ul class="rows">
        {corrections.map((one) => (
          <li>
            <h3>{t.parts[one.part as SummaryPart] ?? one.part}</h3>
            <p class="meta">{longDate(dayIn(one.at, zones.reader), language)}</p>
            <dl class="facts">
              <dt>{t.correctionBefore}</dt>
              <dd class="written" lang={one.language}>
                {one.before || t.nothingWritten}
              </dd>
              <dt>{t.correctionAfter}</dt>
              <dd class="written" lang={one.language}>
                {one.after || t.nothingWritten}
              </dd>
            </dl>
          </li>
        ))}
      </ul>
    </section>
  )
}

export type CorrectPageProps = PageProps & {
  pack: Pack
  entries: ReadonlyMap<string, Entry>
  saved?: ReadonlyMap<string, Entry>
  errors: FieldError[]
}

/** The lead changes what is not right; each change is kept beside what stood there before. */
export function CorrectPage(props: CorrectPageProps) {
  const { frame, place, standing } = props
  const { language } = frame
  const t = interviewMessages[language]
  const at = (...rest: string[]) => paths.journey(language, place.journey.id, 'interview', ...rest)
  return (
    <JourneyFrame frame={frame} place={place} standing={standing} part="interview" title={t.correctTitle}>
      <ErrorSummary errors={props.errors} language={language} />
      <BothParts {...props} />
      <p class="lead">{t.correctLead}</p>
      <form method="post" action={at('correct')}>
        {summaryParts.map((part) => (
          <PartField {...props} part={part} />
        ))}
        <p class="actions">
          <button type="submit">{t.correctSave}</button>
          <a href={at('summary')}>{t.back}</a>
        </p>
      </form>
    </JourneyFrame>
  )
}
