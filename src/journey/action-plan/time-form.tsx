import { planLimits } from '../../domain/plan-basis.ts'
import { paths } from '../../paths.ts'
import { TextField } from '../../ui/fields.tsx'
import { draftMessages } from './draft-messages.ts'
import type { DraftPageProps, Editing } from './draft-props.ts'

/** Hours and weeks of both pathways. */
export function TimeForm({
  frame,
  place,
  read,
  editing,
  errors = [],
  typed = {},
}: DraftPageProps & { editing: Editing }) {
  const { language } = frame
  const t = draftMessages[language]
  const { hours, weeks } = read.plan.basis
  const error = (field: string) => errors.find((one) => one.field === field)?.message
  return (
    <details class="settings no-print" open={error('hours') !== undefined || error('weeks') !== undefined}>
      <summary>{t.timeTitle}</summary>
      <form method="post" action={paths.journey(language, place.journey.id, 'draft-plan', 'time')}>
        <p>{t.timeHint}</p>
        <input type="hidden" name="seen" value={String(editing.seen)} />
        <div class="pair">
          <TextField
            name="hours"
            label={t.hoursLabel}
            type="number"
            min={String(planLimits.hours.least)}
            max={String(planLimits.hours.most)}
            step="0.25"
            required
            value={typed.hours ?? String(hours)}
            error={error('hours')}
          />
          <TextField
            name="weeks"
            label={t.weeksLabel}
            type="number"
            min={String(planLimits.weeks.least)}
            max={String(planLimits.weeks.most)}
            step="1"
            required
            value={typed.weeks ?? String(weeks)}
            error={error('weeks')}
          />
        </div>
        <button type="submit" class="second">
          {t.timeButton}
        </button>
      </form>
    </details>
  )
}
