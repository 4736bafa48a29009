import { componentName } from '../../content/names.ts'
import type { Pack } from '../../content/schema.ts'
import { paths } from '../../paths.ts'
import { ErrorSummary, type FieldError } from '../../ui/parts.tsx'
import { JourneyFrame } from '../record/index.ts'
import type { Entry } from './entries-store.ts'
import { autosave } from './guide-pages.tsx'
import { interviewMessages } from './messages.ts'
import { BothTexts, Notice, type PageProps, TagPicker, TextField } from './parts.tsx'
import { isNeedPart, longestPart, type SummaryPart, summaryParts } from './summary.ts'

export type NeedsPageProps = PageProps & {
  pack: Pack
  /** As shown in the form: what was typed, or what is saved. */
  entries: ReadonlyMap<string, Entry>
  /** Parts that someone else changed meanwhile, as they are saved. */
  saved?: ReadonlyMap<string, Entry>
  /** Components suggested for needs: those of the guide. */
  suggested: readonly string[]
  errors: FieldError[]
  notice?: string
}

/** Needs in their own words with their components, strengths, limits, hopes: what the summary is made of. */
export function NeedsPage(props: NeedsPageProps) {
  const { frame, place, standing, pack, errors } = props
  const { language } = frame
  const t = interviewMessages[language]
  const at = (...rest: string[]) => paths.journey(language, place.journey.id, 'interview', ...rest)
  return (
    <JourneyFrame
      frame={frame}
      place={place}
      standing={standing}
      part="interview"
      title={t.needsTitle}
      scripts={['interview.js']}
    >
      <ErrorSummary errors={errors} language={language} />
      <Notice text={props.notice} />
      <BothParts {...props} />
      <p class="lead">{t.needsLead}</p>
      <form method="post" action={at('needs')} {...autosave(language)}>
        {summaryParts.map((part) => (
          <>
            <PartField {...props} part={part} />
            {isNeedPart(part) && (
              <TagPicker
                name={`${part}-tags`}
                legend={t.needTags}
                hint={t.needTagsHint}
                pack={pack}
                language={language}
                chosen={props.entries.get(part)?.tags ?? []}
                suggested={part === 'need-1' ? props.suggested : []}
                error={errors.find(({ field }) => field === `${part}-tags`)?.message}
              />
            )}
          </>
        ))}
        <p class="actions">
          <button type="submit">{t.save}</button>
          <button type="submit" name="go" value="summary" class="second">
            {t.summaryOpen}
          </button>
          <a href={at()}>{t.back}</a>
          <span class="quiet" data-status role="status" />
        </p>
      </form>
    </JourneyFrame>
  )
}

/** One part of the summary as a field, with the version it was read at. */
export function PartField(props: {
  frame: NeedsPageProps['frame']
  entries: ReadonlyMap<string, Entry>
  saved?: ReadonlyMap<string, Entry>
  errors: FieldError[]
  part: SummaryPart
}) {
  const { part, errors } = props
  const { language } = props.frame
  const t = interviewMessages[language]
  const entry = props.entries.get(part)
  const version = props.saved?.get(part)?.version ?? entry?.version ?? 0
  return (
    <>
      <input type="hidden" name={`${part}-version`} value={String(version)} data-version={part} />
      <TextField
        name={part}
        label={t.parts[part]}
        hint={t.partHints[part]}
        value={entry?.text ?? ''}
        rows={part.startsWith('need') ? 3 : 4}
        error={errors.find(({ field }) => field === part)?.message}
        lang={entry && entry.language !== language ? entry.language : undefined}
        max={longestPart[part]}
      />
    </>
  )
}

/** Both texts of every part that someone else changed. */
export function BothParts(props: {
  frame: NeedsPageProps['frame']
  pack: Pack
  entries: ReadonlyMap<string, Entry>
  saved?: ReadonlyMap<string, Entry>
}) {
  const { pack, entries, saved } = props
  const { language } = props.frame
  const t = interviewMessages[language]
  const names = (ids: readonly string[] = []) => ids.map((id) => componentName(pack, id, language))
  return (
    <BothTexts
      language={language}
      texts={summaryParts.flatMap((part) => {
        const theirs = saved?.get(part)
        if (theirs === undefined) return []
        return [
          {
            label: t.parts[part],
            saved: theirs.text,
            yours: entries.get(part)?.text ?? '',
            savedTags: names(theirs.tags),
            yourTags: names(entries.get(part)?.tags),
          },
        ]
      })}
    />
  )
}
