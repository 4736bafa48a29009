import { itemTitle } from '../../content/names.ts'
import type { PathwayFigures, PathwayId, PlanEffect, StandingEdit } from '../../domain/plan-edits-types.ts'
import { paths } from '../../paths.ts'
import type { Language } from '../../platform/languages.ts'
import { formatGain, formatHours, formatNumber } from '../../ui/charts/numbers.ts'
import { dayIn, longDate } from '../../ui/dates.ts'
import { Table } from '../../ui/parts.tsx'
import { listOf } from '../../ui/words/list-of.ts'
import { describeEdit } from './describe.ts'
import { draftMessages } from './draft-messages.ts'
import type { DraftPageProps, Editing } from './draft-props.ts'

type Props = DraftPageProps & { editing: Editing }

/** What the last change did, figure by figure, with the button that takes it back. */
export function LastChange(props: Props) {
  const { frame, editing } = props
  const { language } = frame
  const t = draftMessages[language]
  const last = editing.edits.at(-1)
  if (last === undefined) return null
  const rows = last.effect === undefined ? [] : effectRows(last.effect, language, editing.showGaps)
  return (
    <section class="plan-effect no-print">
      <h2 id="effect">{t.effectTitle}</h2>
      <p>
        <strong>{describeEdit(last.edit, { pack: props.pack, language, card: props.read.card })}</strong>,{' '}
        {byline(props, last)}.
      </p>
      {rows.length === 0 ? (
        <p class="quiet">{t.sameFigures}</p>
      ) : (
        <Table caption={t.effectTitle} hideCaption head={[t.figure, t.before, t.after]} rows={rows} />
      )}
      <Undo {...props} n={last.n} />
    </section>
  )
}

/** Only the figures that changed. */
function effectRows({ before, after }: PlanEffect, language: Language, showGaps: boolean): string[][] {
  const t = draftMessages[language]
  const whole = (value: number) => formatNumber(value, language, 0)
  const figures: [string, keyof PathwayFigures, (value: number) => string][] = [
    [t.items, 'items', whole],
    [t.hours, 'hours', (value) => formatHours(value, language)],
    ...(showGaps
      ? [
          [t.gapClosed, 'gapClosed', (value: number) => formatGain(value, language)] satisfies [
            string,
            keyof PathwayFigures,
            (value: number) => string,
          ],
        ]
      : []),
    [t.leftOut, 'leftOut', whole],
    [t.lastWeek, 'lastWeek', whole],
  ]
  const rows = (['A', 'B'] as PathwayId[]).flatMap((id) =>
    figures.map(([label, key, write]) => [t.ofPathway(label, id), write(before[id][key]), write(after[id][key])]),
  )
  const shared = [before.overlapHours, after.overlapHours].map((value) => formatHours(value, language))
  return [...rows, [t.overlap, ...shared]].filter(([, was, is]) => was !== is)
}

function byline({ frame, talk }: Pick<DraftPageProps, 'frame' | 'talk'>, entry: StandingEdit): string {
  const t = draftMessages[frame.language]
  const date = longDate(dayIn(new Date(entry.at), talk.timeZone), frame.language)
  return t.changedBy(talk.names.get(entry.by) ?? t.someone, date)
}

function Undo(props: Props & { n: number }) {
  const { frame, place, editing, n } = props
  const t = draftMessages[frame.language]
  const entry = editing.edits.find((one) => one.n === n)
  const what = entry && describeEdit(entry.edit, { pack: props.pack, language: frame.language, card: props.read.card })
  return (
    <form method="post" action={paths.journey(frame.language, place.journey.id, 'draft-plan', 'undo')}>
      <input type="hidden" name="n" value={String(n)} />
      <input type="hidden" name="seen" value={String(editing.seen)} />
      <button type="submit" class="second" aria-label={what && `${t.undo} (${what})`}>
        {t.undo}
      </button>
    </form>
  )
}

/** Changes that were kept though the plan has no place for them today: said, never dropped. */
export function Misfits({ frame, pack, read, editing }: Props) {
  const { language } = frame
  const t = draftMessages[language]
  const misfits = editing.outcomes.flatMap((outcome) => {
    const entry = editing.edits.find(({ n }) => n === outcome.n)
    return outcome.state === 'does-not-fit' && entry ? [{ edit: entry.edit, why: outcome.why }] : []
  })
  if (misfits.length === 0) return null
  return (
    <div class="note amber">
      <p>
        <strong>{t.notFitting}</strong>
      </p>
      <ul>
        {misfits.map(({ edit, why }) => (
          <li>{t.notFittingWhy(describeEdit(edit, { pack, language, card: read.card }), t.misfits[why])}</li>
        ))}
      </ul>
    </div>
  )
}

/** Everything people changed, the newest first, each with what became of it. */
export function Changes(props: Props) {
  const { frame, pack, read, editing } = props
  const { language } = frame
  const t = draftMessages[language]
  return (
    <section class="no-print">
      <h2>{t.changesTitle}</h2>
      {editing.edits.length === 0 && <p>{t.noChanges}</p>}
      <ul class="rows">
        {[...editing.edits].reverse().map((entry) => {
          const outcome = editing.outcomes.find(({ n }) => n === entry.n)
          const along = outcome?.state === 'applies' ? outcome.along : []
          return (
            <li>
              <p>
                {describeEdit(entry.edit, { pack, language, card: read.card })}
                <span class="quiet">
                  {' '}
                  · {byline(props, entry)}
                  {outcome && ` · ${t.states[outcome.state]}`}
                </span>
              </p>
              {along.length > 0 && (
                <p class="quiet">
                  {t.along(
                    listOf(
                      along.map((item) => itemTitle(pack, item, language)),
                      language,
                    ),
                  )}
                </p>
              )}
              <Undo {...props} n={entry.n} />
            </li>
          )
        })}
      </ul>
    </section>
  )
}
