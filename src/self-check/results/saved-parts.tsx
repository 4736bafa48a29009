import { componentName, facetName } from '../../content/names.ts'
import type { Pack } from '../../content/schema.ts'
import { compareRounds } from '../../domain/compare.ts'
import type { ReportCard } from '../../domain/report-card-types.ts'
import { onDevice, paths } from '../../paths.ts'
import type { Language } from '../../platform/languages.ts'
import { changeChart } from '../../ui/charts/index.ts'
import { formatLevel } from '../../ui/charts/numbers.ts'
import { dayIn, longDate } from '../../ui/dates.ts'
import { Figure, Table } from '../../ui/parts.tsx'
import { resultsMessages } from './messages.ts'

/** A saved self-check as the lists show it. */
export type SavedEntry = { savedAt: string; answered: number }

/** A day as people write it, in the visitor's own time zone. */
export function dayOf(iso: string, language: Language): string {
  return longDate(dayIn(new Date(iso)), language)
}

/** The button that keeps today's self-check on the device, or the day it was kept. */
export function SaveForLater(props: { language: Language; savedAt?: string; announce?: boolean }) {
  const { language, savedAt } = props
  const t = resultsMessages[language]
  return (
    <section data-save-section class="no-print">
      <h2>{t.saveTitle}</h2>
      <p>{t.saveBody}</p>
      {savedAt === undefined ? (
        <p class="actions">
          <button type="button" class="second" data-save>
            {t.save}
          </button>
        </p>
      ) : (
        <p role={props.announce ? 'status' : undefined}>
          {t.saved(dayOf(savedAt, language))} <a href={paths.compare(language)}>{t.toCompare}</a>
        </p>
      )}
    </section>
  )
}

type ChooserProps = { language: Language; saved: SavedEntry[]; hasCurrent: boolean; before: string; after: string }

/** The value of the self-check that is being answered now, in the two lists. */
export const currentChoice = 'current'

/** Two lists to choose from, and the saved self-checks with a way to delete each. */
export function SavedChooser({ language, saved, hasCurrent, before, after }: ChooserProps) {
  const t = resultsMessages[language]
  if (saved.length === 0) {
    return (
      <>
        <p>{t.savedNone}</p>
        <p class="actions">
          <a class="button second" href={paths.reportCard(language, onDevice)}>
            {t.toReportCard}
          </a>
        </p>
      </>
    )
  }
  const options = [
    ...(hasCurrent ? [{ value: currentChoice, label: t.current }] : []),
    ...saved.map((entry) => ({
      value: entry.savedAt,
      label: t.savedOn(dayOf(entry.savedAt, language), entry.answered),
    })),
  ]
  const list = (id: string, label: string, chosen: string) => (
    <p>
      <label class="label" for={id}>
        {label}
      </label>
      <select id={id} name={id} data-round>
        {options.map((option) => (
          <option value={option.value} selected={option.value === chosen}>
            {option.label}
          </option>
        ))}
      </select>
    </p>
  )
  return (
    <>
      <div class="pair">
        {list('before', t.before, before)}
        {list('after', t.after, after)}
      </div>
      <details>
        <summary>{t.savedList}</summary>
        <ul>
          {saved.map((entry) => (
            <li>
              {t.savedOn(dayOf(entry.savedAt, language), entry.answered)}{' '}
              <button
                type="button"
                class="plain"
                data-remove={entry.savedAt}
                aria-label={t.removeOf(dayOf(entry.savedAt, language))}
              >
                {t.remove}
              </button>
            </li>
          ))}
        </ul>
      </details>
    </>
  )
}

/** What changed between two self-checks: a picture, and every figure as a table. */
export function Comparison(props: { before: ReportCard; after: ReportCard; pack: Pack; language: Language }) {
  const { before, after, pack, language } = props
  const comparison = compareRounds(before, after)
  const t = resultsMessages[language]
  if (!comparison.ok) {
    return <p class="note">{comparison.reason === 'different-pack' ? t.differentPack : t.differentWording}</p>
  }
  const level = (value: number | undefined) => (value === undefined ? t.noFigure : formatLevel(value, language))
  const rows = comparison.components.flatMap((component) =>
    component.facets.map((facet) => [
      componentName(pack, component.component, language),
      facetName(pack, facet.facet, language),
      level(facet.before),
      level(facet.after),
      component.wordingChanged ? t.wordingChanged : signed(facet.difference, language, t.noFigure),
    ]),
  )
  return (
    <>
      {!comparison.sameRelease && <p class="note">{t.newerRelease}</p>}
      <Figure
        chart={changeChart(comparison.components, pack, { language, id: 'change' })}
        narrow={changeChart(comparison.components, pack, { language, id: 'change-narrow', narrow: true })}
        language={language}
      />
      <h2>{t.changeByComponent}</h2>
      <Table
        caption={t.changeByComponent}
        hideCaption
        head={[t.component, t.facet, t.before, t.after, '±']}
        rows={rows}
      />
    </>
  )
}

function signed(value: number | undefined, language: Language, none: string): string {
  if (value === undefined) return none
  const text = formatLevel(value, language)
  return value > 0 ? `+${text}` : text
}
