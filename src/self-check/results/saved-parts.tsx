import { componentName, facetName } from '../../content/names.ts'
import type { Pack } from '../../content/schema.ts'
import { compareRounds } from '../../domain/compare.ts'
import type { ReportCard } from '../../domain/report-card-types.ts'
import { onDevice, paths } from '../../paths.ts'
import type { Language } from '../../platform/languages.ts'
import { changeChart } from '../../ui/charts/index.ts'
import { formatLevel } from '../../ui/charts/numbers.ts'
import { dayIn, longDate, timeOfDay } from '../../ui/dates.ts'
import { Table } from '../../ui/parts.tsx'
import { type ChangeRow, changeRows, countChanges } from './change-table.ts'
import { resultsMessages } from './messages.ts'

/** A saved self-check as the lists show it. */
export type SavedEntry = { savedAt: string; answered: number }

/** A day and the time of day as people write them, in the visitor's own time zone. */
function momentOf(iso: string, language: Language): string {
  const moment = new Date(iso)
  return `${longDate(dayIn(moment), language)}, ${timeOfDay(moment, language)}`
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
          {t.saved(momentOf(savedAt, language))} <a href={paths.compare(language)}>{t.toCompare}</a>
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
      label: t.savedOn(momentOf(entry.savedAt, language), entry.answered),
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
              {t.savedOn(momentOf(entry.savedAt, language), entry.answered)}{' '}
              <button
                type="button"
                class="plain"
                data-remove={entry.savedAt}
                aria-label={t.removeOf(momentOf(entry.savedAt, language))}
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

/** What changed between two self-checks: a sentence, the figures that changed, the others on request, and a picture. */
export function Comparison(props: { before: ReportCard; after: ReportCard; pack: Pack; language: Language }) {
  const { before, after, pack, language } = props
  const comparison = compareRounds(before, after)
  const t = resultsMessages[language]
  if (!comparison.ok) {
    return <p class="note">{comparison.reason === 'different-pack' ? t.differentPack : t.differentWording}</p>
  }
  const { changed, others } = changeRows(comparison.components, before, after)
  const options = { language, id: 'change' }
  return (
    <>
      {!comparison.sameRelease && <p class="note">{t.newerRelease}</p>}
      <p class="lead">{t.changeSummary(comparison.components.length, countChanges(comparison.components))}</p>
      <h2>{t.changeTitle}</h2>
      {changed.length > 0 ? <ChangeTable rows={changed} pack={pack} language={language} /> : <p>{t.changeNone}</p>}
      {others.length > 0 && (
        <details>
          <summary>{t.changeOthers(others.length)}</summary>
          <ChangeTable rows={others} pack={pack} language={language} />
        </details>
      )}
      <figure class="chart">
        <div
          class="on-wide"
          dangerouslySetInnerHTML={{ __html: changeChart(comparison.components, pack, options).svg }}
        />
        <div
          class="on-narrow"
          dangerouslySetInnerHTML={{
            __html: changeChart(comparison.components, pack, { ...options, id: 'change-narrow', narrow: true }).svg,
          }}
        />
      </figure>
    </>
  )
}

/** The figures of the picture, or why there is none. */
function ChangeTable({ rows, pack, language }: { rows: ChangeRow[]; pack: Pack; language: Language }) {
  const t = resultsMessages[language]
  const level = (value: ChangeRow['before']) =>
    typeof value === 'number' ? formatLevel(value, language) : t.noFigure[value]
  return (
    <Table
      caption={t.changeTitle}
      hideCaption
      head={[t.component, t.facet, t.before, t.after, t.change]}
      rows={rows.map((row) => [
        componentName(pack, row.component, language),
        facetName(pack, row.facet, language),
        level(row.before),
        level(row.after),
        row.wordingChanged ? t.wordingChanged : signed(row.difference, language, t.notCompared),
      ])}
    />
  )
}

function signed(value: number | undefined, language: Language, none: string): string {
  if (value === undefined) return none
  const text = formatLevel(value, language)
  return value > 0 ? `+${text}` : text
}
